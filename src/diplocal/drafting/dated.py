"""An item with a date: what the clause around the date says of it."""

from collections.abc import Iterator, Sequence

from diplocal.drafting.cast import Cast, Scene, cast_of, traveller
from diplocal.drafting.formats import ENDS, GIVEN_UP, MOVES, NOT, OPEN, TRAVEL, VISIT, format_of
from diplocal.drafting.item import Item
from diplocal.drafting.names import places_in
from diplocal.drafting.sentences import clause
from diplocal.drafting.wording import KINDS, clause_title, content_words, noun_title, says_this, without_dates
from diplocal.model import Format, Status
from diplocal.reading import Finding, Kind
from diplocal.when import At, Length

_JOURNEYS = frozenset({"visit", "trip", "tour", "stay", "journey"})
_ON_THE_WAY = (Format.ARRIVAL, Format.DEPARTURE)
_MEET = (Format.SUMMIT, Format.MINISTERIAL, Format.COUNCIL)


def dated_item(scene: Scene, finding: Finding) -> Item:
    """Make an item of a date and the clause around it."""
    mention, reading = finding.mention, finding.reading
    span = mention.start - scene.sentence.start, mention.end - scene.sentence.start
    left, right = clause(scene.text, span, [other for other in scene.spans if other != span])
    words = " ".join(f"{scene.text[left : span[0]]} {_kept(finding)} {scene.text[span[1] : right]}".split())
    where = places_in(words)
    visit, cast = _is_visit(words, reading.kind), cast_of(scene, left, right)
    if visit:
        cast = traveller(cast, scene, words)
    format_ = Format.VISIT if visit else _format(words, mention.cue.words)
    place = where[0] if len(where) == 1 else None
    return Item(
        title=_title(words, cast, format_, place[0] if place else ""),
        words=words,
        sentence=scene.text,
        at=mention.start,
        said=" ".join(mention.text.split()),
        reference=mention.reference,
        reading=reading,
        format=format_,
        visit=visit,
        again=says_this(words),
        people=cast.people,
        place=place,
        status=Status.CANCELLED if NOT.search(mention.cue.words) else Status.EXPECTED,
        doubts=[*([cast.doubt] if cast.doubt else []), *_doubts(scene.text, words, where)],
    )


def _is_visit(words: str, kind: Kind) -> bool:
    """Tell whether words announce a visit: they name one, or somebody travels for some days."""
    if ENDS.search(words):
        return False
    travels = TRAVEL.search(words) and (kind is Kind.SPAN or (kind is Kind.WINDOW and format_of(words) not in _MEET))
    return bool(VISIT.search(words) or travels)


def _format(words: str, verb: str) -> Format | None:
    """Find the format: of somebody on the way, what the verb says; of a visit that ends, anything else."""
    if MOVES.search(verb):
        return format_of(verb)
    return format_of(VISIT.sub("", words) if ENDS.search(words) else words)


def _kept(finding: Finding) -> str:
    """Keep what a phrase says beside its day: "a two-day visit" and the parade of "at Wednesday's parade"."""
    phrase, reference = finding.mention.text, finding.mention.reference
    core = reference.day if isinstance(reference, At) else reference
    if isinstance(core, Length):
        return without_dates(phrase)
    if not phrase.endswith(("'s", "’s")):
        return ""
    first = phrase.split(maxsplit=1)[0].casefold()
    return f"{first} the" if first in {"at", "for", "in", "after", "before"} else "the"


def _doubts(sentence: str, words: str, where: Sequence[tuple[str, str]]) -> Iterator[str]:
    if NOT.search(words):
        yield "the words say that it does not take place"
    elif given_up := GIVEN_UP.search(sentence):
        yield f"the sentence says '{given_up[0]}': does it take place?"
    if may := OPEN.search(words):
        yield f"the words leave it open: '{may[0]}'"
    if len(where) > 1:
        yield f"the words name several places: {', '.join(name for name, _ in where)}"


def _title(words: str, cast: Cast, format_: Format | None, place: str) -> str:
    named = noun_title(words) if format_ and format_ not in _ON_THE_WAY else ""
    if format_ is Format.VISIT and place:
        return f"{cast.subject} in {place}" if cast.subject else f"Visit to {place}"
    if content_words(named) - KINDS - _JOURNEYS or says_this(words):
        return named
    if format_ is Format.VISIT and cast.subject:
        return f"Visit of {cast.subject}"
    return clause_title(words, cast.subject) or "Announced"
