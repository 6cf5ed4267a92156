"""Find the references in a text: where words of time stand, the longest reference around them."""

from diplocal.languages.language import Language
from diplocal.phrases.found import Found
from diplocal.phrases.sentences import sentences
from diplocal.phrases.tokens import Tokens
from diplocal.when import Mention


def find_in(t: Tokens, said: Language) -> list[tuple[Mention, Found]]:
    """Find references in words that were split already, each with its place among the words."""
    notable = t.among(said.notable)
    found = list(said.references(t, notable))
    around = sentences(t, notable, [(begin, end) for _, begin, end in found], said.abbreviations, said.sentence_openers)
    placed = [
        Found(ref, begin, end, left, right) for (ref, begin, end), (left, right) in zip(found, around, strict=True)
    ]
    mentions, left, sentence = list[tuple[Mention, Found]](), -1, -1
    for f in said.joined(t, placed):
        if f.left != left:
            left, sentence = f.left, sentence + 1
        mentions.append((_mention(t, f, sentence), f))
    return mentions


def _mention(t: Tokens, f: Found, sentence: int) -> Mention:
    start, end = t.span(f.begin, f.end)
    return Mention(f.reference, start, end, t.text[start:end], sentence)
