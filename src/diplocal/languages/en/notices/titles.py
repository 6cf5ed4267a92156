"""Titles: noun phrases of the field, from an announcement's own words; dates, clocks and honorifics never get in."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from diplocal.announcement.words import GONE, Spoken, Words
from diplocal.clauses.groups import BASE
from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.notices.formats import access_of, status_of
from diplocal.languages.en.notices.vocabulary import GATHERINGS, KINDS, POSSESSED
from diplocal.model import Status
from diplocal.phrases.tokens import word_set

MOST = 12
"""Words of a title at most."""

_WEAK = word_set(
    "a an the of in on at to for from by with and or but nor that which who will is are as into between during until "
    "after before while when where than via per its his her their this be been was were followed together including "
    "held led hosted chaired also then there around about open"
)
"""Words that no title ends with."""

_NO_TITLE = re.compile(
    r"\blocal\b|^[A-Z]{3,4}$|^[\d\W]*$|\btime\b|\b(?:online|hybrid|room|see|confirmed)\b|@", re.IGNORECASE
)
_QUOTED = re.compile(r'["“][^"“”]*["”]')
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_DETERMINERS = word_set(
    "a an the this that these those his her their its our both some several any each every no another"
)
_LEFT_STOPS = _DETERMINERS | word_set(
    "in on at to for from by with and or but nor that which who whom whose where when while will would shall should "
    "may might can could is are was were be been being has have had do does did not as after before during since "
    "until into about between among he she it they we you i there then also said says say if than hold holds held "
    "attend attends host hosts chair chairs convene open opens lead leads join joins pay pays give gives make makes "
    "launch launches visit deliver delivers address addresses inaugurate inaugurates begin begins follow follows "
    "witness witnesses co-chair co-chairs participate participates welcome welcomed announced announce agreed noted "
    "next last coming upcoming first-ever important new separate further another"
)
_RIGHT_STOPS = word_set(
    "will would shall should may might can could is are was were be been being has have had that which who whom where "
    "when while during before after until from by as if amid since because but he she it they then also starts start "
    "begins begin follows follow takes take runs run opens held due set scheduled planned expected originally "
    "initially previously earlier announced foreseen slated listed not goes remains ends lasts to into than ahead "
    "aimed called resumes resume kicks gets"
)
THOSE = word_set(
    "ministers leaders representatives officials delegates delegations counterparts colleagues members envoys "
    "journalists"
)
_BEFORE_ARTICLE = word_set("of with between on for to at by and or from under against among , towards into about")
_TO = word_set("visit visits trip tour travel journey address welcome credentials remarks report call")
_BY = word_set("call address statement statements remarks briefing presentation lecture speech keynote")
_AT = word_set("speech address lecture remarks reception keynote ceremony")
_WORD = re.compile(
    rf"{GONE}|(?:[A-Z]\.){{2,}}(?:-\w+)?|[^\W\d_]+(?:[-‑–'’.&/+][^\W_]+)*[’']?|\d+(?:st|nd|rd|th)?\b(?:[+/-]\w+)*|[^\w\s]"
)
_SIGNS = frozenset({GONE, *';:.()–—!?|"“”'})
_MASS = re.compile(r"[^-]+(?:ing|ed)")
_KEPT_PARTICIPLES = word_set(
    "working opening closing signing meeting welcoming extended enlarged joint hearing briefing training"
)


ABSTRACT = word_set(
    "opportunity programme report plan agenda group commission bureau debate events event call mission contact review "
    "consideration committee"
)
"""Nouns that name something of a programme only where a verb says so."""


BODIES = word_set("committee council commission assembly")
"""Nouns that name those who meet, and not that they do."""


# --- noun phrases -----------------------------------------------------------------------------------------------------


@frozen
class _Piece:
    text: str
    start: int
    end: int

    @property
    def small(self) -> str:
        return self.text.casefold().rstrip("’'")


def phrases(words: Words) -> Iterator[tuple[int, int, str]]:
    """Find the noun phrases that name something a programme has, with their offsets and their head, in order."""
    pieces, people = [_Piece(m[0], *m.span()) for m in _WORD.finditer(words.text)], words.spans
    done = 0
    for i, piece in enumerate(pieces):
        if i < done or piece.small not in GATHERINGS or any(a <= piece.start < b for a, b in people):
            continue
        left, right = _left(pieces, i, done, people), i + 1
        while (
            right < len(pieces) and pieces[right].small in GATHERINGS and pieces[right].small not in {"call", "visit"}
        ):
            right += 1  # "press conference", "welcome ceremony"
        head = pieces[right - 1].small
        if _is_verb(pieces, i) or _is_venue(pieces, right):
            continue
        right = _right(pieces, right, head, people)
        done = right
        yield pieces[left].start, pieces[right - 1].end, head


def _is_venue(pieces: Sequence[_Piece], right: int) -> bool:
    """Tell whether a noun is part of the name of a building: "Convention Centre", "Assembly Hall"."""
    behind = pieces[right].text if right < len(pieces) else ""
    return behind[:1].isupper() and behind.casefold() in _BUILDINGS


_BUILDINGS = word_set("chamber centre center hall house building room palace square road street")


def _is_verb(pieces: Sequence[_Piece], i: int) -> bool:
    """Tell whether a word that may be a noun is a verb here: "will visit Rome", "addresses the Assembly"."""
    before = pieces[i - 1].small if i else ""
    plain = pieces[i].small in _BOTH
    if pieces[i].text[:1].isupper():
        return False
    behind = pieces[i + 1].text if i + 1 < len(pieces) else ""
    verb = bool(forms_of(pieces[i].small)[1] & BASE)
    if (plain or verb) and before in {"to", "will", "would", "not", "also", "then", "he", "she", "they", "who", "and"}:
        return before != "and" or behind.casefold() in _DETERMINERS or behind[:1].isupper()
    return plain and bool(behind) and (behind.casefold() in {"the", "a", "an", "his", "her"} or behind[:1].isupper())


_BOTH = word_set(
    "visit visits address addresses call calls tour tours debate host welcome launch review exchange meeting broadcast"
)


def _left(pieces: Sequence[_Piece], head: int, floor: int, people: Sequence[tuple[int, int]]) -> int:
    i = head
    while i > floor:
        before = pieces[i - 1]
        inside = any(a <= before.start < b for a, b in people)
        if before.small in {"'s", "s"} or (before.text in {"’", "'"}):
            i -= 1
            continue
        if before.small in _LEFT_STOPS or not (before.text[0].isalnum()) or head - i >= 7 or inside:
            break
        if _MASS.fullmatch(before.small) and before.text.islower() and before.small not in _KEPT_PARTICIPLES:
            break
        i -= 1
    return i


def _right(pieces: Sequence[_Piece], i: int, head: str, people: Sequence[tuple[int, int]]) -> int:
    """Find where the complements of a head end: "with ...", "of ... and ...", "on ..."."""
    start = i
    while i < len(pieces):
        holder = next((b for a, b in people if a <= pieces[i].start < b), None)
        if holder is not None:
            while i < len(pieces) and pieces[i].start < holder:
                i += 1
        elif _goes_on(pieces, i, start, head, people):
            i += 1
        else:
            break
    while i > start and (pieces[i - 1].small in _WEAK or not pieces[i - 1].text[-1].isalnum()):
        i -= 1
    return i


def _goes_on(pieces: Sequence[_Piece], i: int, start: int, head: str, people: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word belongs to the complements of a head."""
    small, behind = pieces[i].small, pieces[i + 1].text if i + 1 < len(pieces) else GONE
    if small == GONE:  # "talks on Tuesday with the premier"
        return head in KINDS and behind in {"with", "between"}
    if (small == "to" and head in _TO) or (small == "at" and head in _AT):
        return True
    if small == "by":
        return head in _BY or (i > start and any(a <= pieces[i + 1].start < b for a, b in people if behind != GONE))
    if small == "from":
        return i > start and pieces[i - 1].small in THOSE and behind != GONE
    if small in _RIGHT_STOPS or small in {"in", "at"} or pieces[i].text in _SIGNS:
        return False
    if small in {"a", "an", "the"} and (head or i > start):
        before = pieces[i - 1].small
        return before in _BEFORE_ARTICLE or before in POSSESSED or before.endswith("ing")
    if small == ",":
        return _lists_on(pieces, i, people)
    return small != "and" or _and_on(pieces, i, start, people)


def _lists_on(pieces: Sequence[_Piece], i: int, people: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a list goes on behind a comma: with a person or a name, and an "and" further on."""
    behind = pieces[i + 1] if i + 1 < len(pieces) else None
    if behind is None:
        return False
    person = any(a <= behind.start < b for a, b in people)
    further = [piece.small for piece in pieces[i + 1 : i + 14]]
    return (person or behind.text[:1].isupper()) and "and" in further and "will" not in further and "is" not in further


def _and_on(pieces: Sequence[_Piece], i: int, start: int, people: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a phrase goes on behind "and": with a name, or with what its complement lists."""
    behind = pieces[i + 1] if i + 1 < len(pieces) else None
    if behind is None or i == start:
        return False
    if behind.text[:1].isupper() or any(a <= behind.start < b for a, b in people):
        return True
    ahead = [piece.small for piece in pieces[i + 1 : i + 4]]
    return not (GATHERINGS.intersection(ahead) or behind.small in _LEFT_STOPS | _RIGHT_STOPS)


# --- writing a title --------------------------------------------------------------------------------------------------


def title_of(words: Words) -> str:
    """Write words as a title: offices and names in full if they fit, else the names alone, else less of the words."""
    for long in (True, False):
        title = tidy(_with_names(words, long=long))
        if len(title.split()) <= MOST:
            return title
    return shortened(title)


def _with_names(words: Words, *, long: bool) -> str:
    text, parts, at = words.text, [], 0
    for one in words.spoken:
        if one.start < at:
            continue
        parts.append(text[at : one.start])
        name = one.who.name if one.full or _is_name(text[one.start : one.end], one) else text[one.start : one.end]
        parts.append(f"{one.office} {name}" if long and one.office else name)
        at = one.end
    parts.append(text[at:])
    said = "".join(parts)
    return said if long else re.sub(r"\b[Tt]he (?=[A-Z]\S* [A-Z])", lambda m: _the(said, m, words), said)


def _the(said: str, match: re.Match[str], words: Words) -> str:
    """Leave out the article that belonged to an office."""
    return "" if any(said.startswith(one.who.name, match.end()) for one in words.spoken) else match[0]


def _is_name(said: str, one: Spoken) -> bool:
    return any(part in one.who.name for part in re.findall(r"[\w'’-]{3,}", said) if part != "Mrs")


def tidy(title: str) -> str:
    """Take out brackets that say status, access or zone, signs and weak words at the ends, and double spaces.

    >>> tidy("  working lunch (closed), followed by")
    'Working lunch'
    >>> tidy('Opening of "Forty years" (by invitation)'), tidy('"Forty years')
    ('Opening of "Forty years"', 'Forty years')
    """
    plain = _BRACKETS.sub(_kept_bracket, title.replace(GONE, " "))
    plain = re.sub(r"\bH\.\s?E\.\s*(?:Mr|Ms|Mrs)?\.?\s*|\b(?:Mr|Mrs|Ms)\.?\s+(?=[A-Z])", "", plain)
    plain = re.sub(r"\s+on the (?:topic|subject|theme)\b.*$", "", plain)
    plain = re.sub(r"\s+([,;:.])", r"\1", " ".join(plain.split())).strip(" ,;:.-–—•|*>")
    if plain.count("(") > plain.count(")"):
        plain = plain[: plain.rindex("(")].rstrip(" ,;:.-–—")
    if plain.count('"') % 2 or plain.count("“") != plain.count("”") or _QUOTED.fullmatch(plain):
        plain = re.sub(r'["“”]', "", plain)
    while (last := re.search(r"[\s,;:–—-]+(\S+)$", plain)) and last[1].casefold().strip("().") in _WEAK:
        plain = plain[: last.start()].rstrip(" ,;:.-–—")
    letters = [char for char in plain if char.isalpha()]
    if len(letters) > 7 and sum(char.isupper() for char in letters) * 10 > len(letters) * 9 and " " in plain:
        plain = " ".join(word.lower() if word.casefold() in _WEAK else word.capitalize() for word in plain.split())
    return plain[:1].upper() + plain[1:]


def _kept_bracket(match: re.Match[str]) -> str:
    said = match[1].strip(" ,;")
    drop = not said or access_of(said) or status_of(said) is not Status.EXPECTED or _NO_TITLE.search(said) is not None
    return " " if drop else f" ({said})"


def shortened(title: str) -> str:
    """Cut a title that is too long, before a phrase if one begins late enough."""
    words = title.split()
    if len(words) <= MOST:
        return title
    kept = words[:MOST]
    cut = next(
        (i for i in range(MOST, 4, -1) if words[i].casefold() in _WEAK or kept[i - 1].endswith((",", ";", ":"))), MOST
    )
    short = tidy(" ".join(kept[:cut]))
    return short if short.count("(") == short.count(")") else tidy(short[: short.rfind("(")])


def complement(words: Words, start: int = 0) -> Words:
    """Cut the noun phrase out that begins at an offset."""
    pieces = [_Piece(m[0], *m.span()) for m in _WORD.finditer(words.text)]
    first = next((i for i, piece in enumerate(pieces) if piece.start >= start), len(pieces))
    end = _right(pieces, first, "", words.spans)
    return words.part(start, pieces[end - 1].end if end > first else start)


def titled(lead: str, words: Words) -> str:
    """Write words as a title behind others: "Meeting with" somebody."""
    shift = len(lead) + 1
    moved = [evolve(one, start=one.start + shift, end=one.end + shift) for one in words.spoken]
    return title_of(Words(text=f"{lead} {words.text}", spoken=moved))
