"""Who is who: the people of a document, and where its words speak of them.

Later mentions are resolved to those who were named: by a part of the name, or by the office.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from diplocal.announcement.words import Named, Spoken
from diplocal.languages.en.notices.names import Found, Scanner
from diplocal.languages.en.notices.vocabulary import PARTICLES

_MOST = 200
"""People beyond which a text is a list and no announcement."""

_SCHEDULE = re.compile(
    r"\b(?:agenda|schedule|itinerary|diary|calendar|engagements?|programme|program|appointments)\b", re.IGNORECASE
)
_LISTED = re.compile(r"\b(?:schedule|programme|program|agenda)\b", re.IGNORECASE)
_OWNS = re.compile(r"(?:['’]s?)? (?:[a-z]+ )*(?:schedule|programme|program|itinerary|agenda|activities|engagements)\b")
_SCHEDULE_OF = re.compile(r"\b(?:schedule|programme|program|itinerary|agenda|activities|engagements) of (?:the )?$")


class People:
    """The people of a document, for all its texts.

    Attributes:
        known: each once, in the order of the document.
        principal: whose programme it is, where it says so.
        unnamed: the words of offices that are named before any person is.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.known: list[Named] = []
        self.principal: Named | None = None
        self.unnamed: set[frozenset[str]] = set()
        for text in texts:
            scanner = Scanner(text)
            found = list(scanner.found())
            for one in found:
                self._add(Named(one.name, one.office))
            if not self.known:
                self.unnamed.update(_office_words(scanner.said(i, end)) for i, end in _in_short(scanner))

    def _add(self, one: Named) -> None:
        at = next((i for i, other in enumerate(self.known) if _same(one.name, other.name)), None)
        if at is not None:
            known = self.known[at]
            longer = max(known.name, one.name, key=lambda name: len(name.split()))
            self.known[at] = Named(longer, known.office or one.office)
        elif len(self.known) < _MOST:
            self.known.append(one)

    def who(self, name: str) -> Named | None:
        """Find the person of a name or of a part of it."""
        return next((one for one in self.known if _same(name, one.name)), None)

    def spoken(self, text: str, before: Sequence[Named] = ()) -> list[Spoken]:
        """Find where words speak of the people: by name, by a part of the name, by office; a possessive too.

        Args:
            text: the words.
            before: those whom the text spoke of before, the last one first.
        """
        scanner = Scanner(text)
        found = [
            Spoken(start=one.start, end=one.end, who=who, office=_office_before(text, one))
            for one in scanner.found()
            if (who := self.who(one.name)) is not None
        ]
        taken = [(one.start, one.end) for one in found]
        found += self._by_part(text, taken)
        taken = [(one.start, one.end) for one in found]
        found += self._by_office(scanner, taken, before)
        return sorted(found, key=lambda one: one.start)

    def heading(self, line: str) -> Named | None:
        """Find whose items a line heads: a name or office alone, or "Weekly schedule of President António Costa"."""
        spoken, bare = self.spoken(line), line.strip(" :")
        if len(spoken) == 1 and spoken[0].end - spoken[0].start >= len(bare) - 4:
            who, said = spoken[0].who, bare.casefold().removeprefix("the ")
            return who if spoken[0].full or said == who.office.casefold() else None
        visit = re.search(r"\bvisit\b", line, re.IGNORECASE)
        return spoken[0].who if spoken and _SCHEDULE.search(line) and not visit else None

    def owner(self, text: str) -> Named | None:
        """Find whose schedule sentences say that it is."""
        spoken = self.spoken(text)
        owned = (one for one in spoken if _OWNS.match(text, one.end) or _SCHEDULE_OF.search(text, 0, one.start))
        return next((one.who for one in owned), None)

    def _by_part(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Spoken]:
        for who in self.known:
            for part in [who.name, *who.name.split()]:
                if len(part) < 3 or part.endswith(".") or not self._only(part, who) or part.lower() in PARTICLES:
                    continue
                said = re.escape(part) + (f"|{re.escape(part.title())}" if part.isupper() else "")
                for match in re.finditer(rf"\b(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:{said})\b(?!-)", text):
                    if all(match.end() <= start or end <= match.start() for start, end in taken):
                        taken.append(match.span())
                        yield Spoken(start=match.start(), end=match.end(), who=who, full=part is who.name)

    def _only(self, part: str, who: Named) -> bool:
        return all(part not in other.name.split() for other in self.known if other is not who)

    def _by_office(
        self, scanner: Scanner, taken: Sequence[tuple[int, int]], before: Sequence[Named]
    ) -> Iterator[Spoken]:
        for i, end in _in_short(scanner):
            start, stop = scanner.words[i].start, scanner.words[end - 1].end
            who = self._holder(scanner.said(i, end), before)
            if who and all(stop <= one or other <= start for one, other in taken):
                yield Spoken(start=start, end=stop, who=who, full=False)

    def _holder(self, office: str, before: Sequence[Named]) -> Named | None:
        """Find who holds an office that words name in short: the one spoken of last, or whose programme it is."""
        said = _office_words(office)
        fit = [one for one in self.known if said <= _office_words(one.office)]
        if self.principal in fit:
            return self.principal
        if len(fit) > 1 and said in self.unnamed:
            return None
        return next((one for one in before if one in fit), fit[0] if len(fit) == 1 else None)


def _in_short(scanner: Scanner) -> Iterator[tuple[int, int]]:
    """Find the words of offices behind an article: "the Prime Minister"."""
    i = 0
    while i < scanner.count:
        end = scanner.office(i) if scanner.bare(i - 1) in {"the", "its"} else 0
        if end:
            yield i, end
        i = end or i + 1


def _office_words(office: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", office.casefold())) - {"of", "the", "for", "and"}


def _office_before(text: str, one: Found) -> str:
    """Give the office as it stands before a name, with the comma behind it."""
    if not one.office or not text.startswith(one.office.split()[0], one.start):
        return ""
    head = one.office.partition(" of ")[0]
    said = one.office if " ".join(text[one.start :].split()).startswith(one.office) else head
    behind = text[one.start :][len(said) :].lstrip()
    return f"{said}," if behind.startswith(",") else said


def _same(name: str, other: str) -> bool:
    """Tell whether a name is another one in short."""
    short, long = sorted((_name_words(name), _name_words(other)), key=len)
    if short == long:
        return True
    return len(short) < len(long) and (len(short) > 1 or len(short[0]) > 2) and set(short) <= set(long)


def _name_words(name: str) -> list[str]:
    return [word.casefold().strip(".") for word in name.split()]


def heads_items(line: str) -> bool:
    """Tell whether a line heads the items of somebody who has no name: "THE PRIME MINISTER:", "WEEKLY PROGRAMME"."""
    return _is_office(line) or (line.isupper() and _LISTED.search(line) is not None)


def _is_office(text: str) -> bool:
    """Tell whether words are an office and nothing else: "The Prime Minister:"."""
    scanner = Scanner(text.strip(" :"))
    return scanner.count > 0 and scanner.office(int(scanner.bare(0) == "the")) == scanner.count
