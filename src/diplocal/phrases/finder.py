"""Find the references in a text: where words of time stand, the longest reference around them, and its cue."""

from diplocal.languages.language import Language
from diplocal.languages.language import language as language_of
from diplocal.phrases.cues import cue
from diplocal.phrases.found import Found
from diplocal.phrases.sentences import sentences
from diplocal.phrases.tokens import DASHES, Tokens
from diplocal.phrases.verb_forms import verb_at
from diplocal.when import CalendarDay, Cue, Length, Mention

# As far as a verb may govern a reference, in words.
_LONG = 160


def find_in(t: Tokens, language: Language | None = None) -> list[tuple[Mention, Found]]:
    """Find references in words that were split already, each with its place among the words; English, if not told."""
    said = language or language_of("en")
    wanted = said.notable
    notable = [k for k, word in enumerate(t.words) if word in wanted]
    found = list(said.references(t, notable))
    around = sentences(t, notable, [(begin, end) for _, begin, end in found], said.abbreviations, said.sentence_openers)
    placed = [
        Found(ref, begin, end, left, right) for (ref, begin, end), (left, right) in zip(found, around, strict=True)
    ]
    cues = [
        _dateline(t, f) or cue(t, _day_of(t, f), f.end, max(f.left, f.begin - _LONG), min(f.right, f.end + _LONG))
        for f in placed
    ]
    mentions, left, sentence = list[tuple[Mention, Found]](), -1, -1
    for f, hint in said.joined(t, placed, cues):
        if f.left != left:
            left, sentence = f.left, sentence + 1
        mentions.append((_mention(t, f, hint, sentence), f))
    return mentions


def _dateline(t: Tokens, f: Found) -> Cue | None:
    """A dateline ("BRUSSELS (Reuters), April 1 -") dates the report itself."""
    if t.words[f.end] in DASHES and isinstance(f.reference, CalendarDay) and f.begin - f.left <= 10:
        return Cue(words="the dateline", report=True)
    return None


def _day_of(t: Tokens, f: Found) -> int:
    """Where the words that the cue of a reference is looked for around begin: behind the verb inside of a length.

    "A two-day summit opens on Thursday" has its own verb, "a two-day visit on Thursday" has not.
    """
    if isinstance(f.reference, Length):
        return next((k + 1 for k in range(f.end - 1, f.begin, -1) if verb_at(t, k, f.begin)), f.begin)
    return f.begin


def _mention(t: Tokens, f: Found, said: Cue, sentence: int) -> Mention:
    start, end = t.span(f.begin, f.end)
    return Mention(reference=f.reference, start=start, end=end, text=t.text[start:end], cue=said, sentence=sentence)
