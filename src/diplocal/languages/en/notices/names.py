"""Names of people: with an office before or behind them, with an honorific, or where only a person stands.

An office says what it is of ("Minister for Foreign Affairs of Denmark"); where its words end and the name begins, the
vocabulary of institutions and the names of places tell.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from attrs import evolve, frozen

from diplocal import places
from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.notices.verbs import DOES
from diplocal.languages.en.notices.vocabulary import (
    BEFORE_OFFICE,
    GATHERINGS,
    HONORIFICS,
    INSTITUTIONS,
    OFFICE_TO,
    OFFICES,
    OPENERS,
    PARTICLES,
    POSSESSED,
    SUFFIXES,
)
from diplocal.languages.en.verb_groups import AUXILIARIES
from diplocal.phrases.tokens import word_set
from diplocal.when import MONTHS, WEEKDAYS

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*['’]?(?=\s)|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|\d+|[^\w\s]", re.UNICODE
)
_DATES = frozenset(name.casefold() for name in (*WEEKDAYS, *MONTHS))
_NO_NAME = frozenset({"day", "days"}) | INSTITUTIONS | GATHERINGS | OPENERS | OFFICES | _DATES
_BEFORE_PERSON = word_set(
    "with by between met meet meets meeting receive receives receiving received host hosts hosting welcome welcomes "
    "and joins join accompany accompanies"
)
_ABBREVIATED = word_set("ma st jr sr mr mrs ms dr prof hon sen gen amb smt lt col maj adm wm m d")
_LABELS = word_set(
    "chair chairs co-chairs speaker speakers moderator moderators keynote welcome host hosts remarks panellists "
    "panelists participants opening introduction who discussants discussant rapporteur by"
)
_KIN = word_set("counterpart counterparts predecessor successor colleague wife husband spouse host guest")
_BEHIND_NAMES = word_set("mp mep kc qc phd cmg obe kbe")
_OFFICES_OF_SEVERAL = word_set("ministers presidents premiers secretaries leaders ambassadors counterparts envoys")
_IN_A_LIST = frozenset({"and", ",", "the", "(", ")", "of"})
_BEHIND_THE = (HONORIFICS | {"right", "the"}) - BEFORE_OFFICE
_SURNAMES = word_set(
    "park hall house church castle lake bay field bridge gate villa lodge garden sea river mount street north south "
    "east west fair law bill long young moon sun marshall justice judge bishop king prince fox farm may march"
)
"""Words of institutions and places that are family names behind a first name."""

_SHORT = word_set("he to an do no so on")
"""Short family names that are other words: "Vice-Premier He Lifeng", "Mr. To Lam"."""

_SHORTEST = 8
"""Characters of a line that is written in capitals, and no acronym."""

_ACRONYM = 4
"""Letters of an acronym at most, where nothing but capitals says that a word is a name."""

_AFTER_OTHERS = word_set("seri sri tan")
_SMALL = word_set("of for and the to in on at by with")
_OF_THINGS = re.compile(r"(?:s|ion|ment|ance|ence|ing|ity|ics|ure|ism|ogy|try|acy|ship|cy)$")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ance|ence|ity|ics|ism|ogy|ship)$")
_NO_VERB = word_set("of in on at for to and or from by with the a an s")


class _Word:
    """A word or sign of a text."""

    __slots__ = ("bare", "cap", "end", "start", "text")

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end, self.text = match.start(), match.end(), match[0]
        if self.text.endswith(("'s", "’s")):
            self.end, self.text = self.end - 2, self.text[:-2]
        self.bare = self.text.casefold().rstrip(".") or self.text
        self.cap = self.text[:1].isupper() or self.text[:3] in {"al-", "el-", "an-", "as-"}


@frozen
class Found:
    """A mention with the name and the office as they stand there."""

    start: int
    end: int
    name: str
    office: str


class Scanner:
    """The words of a text, and where people are named among them."""

    def __init__(self, written: str) -> None:
        self._written = written
        self.text = text = as_others(written, least=1 if written.isupper() and len(written) > _SHORTEST else 4)
        self.words = [_Word(match) for match in _WORD.finditer(text)]
        self.count = len(self.words)

    # --- words ---

    def bare(self, i: int) -> str:
        """Give a word in small letters, without its full stop; empty beyond the text."""
        return self.words[i].bare if 0 <= i < self.count else ""

    def cap(self, i: int) -> bool:
        """Tell whether a word begins with a capital."""
        return 0 <= i < self.count and self.words[i].cap

    def said(self, i: int, j: int) -> str:
        """Give the words from one up to another, exclusive, as they stand."""
        return " ".join(self.text[self.words[i].start : self.words[j - 1].end].split()).rstrip("'’")

    def place(self, i: int) -> int:
        """Count the words of the longest name of a place or people at a word."""
        for count in range(min(5, self.count - i), 0, -1):
            if self.cap(i) and self.cap(i + count - 1):
                said = self.said(i, i + count)
                if places.is_known(said):
                    return count
        return 0

    def _is_body(self, i: int) -> bool:
        word = self.words[i] if i < self.count else None
        if word is None or not word.cap:
            return False
        acronym = word.text.isalpha() and word.text.isupper() and 1 < len(word.text) < 7 and word.bare not in SUFFIXES
        return word.bare in INSTITUTIONS or (acronym and not self.text.isupper())

    # --- offices ---

    def _is_office(self, i: int) -> bool:
        return self.bare(i).removesuffix("-elect").removesuffix("-designate") in OFFICES

    def office(self, i: int) -> int:
        """Find where an office ends that begins at a word; 0 where none does."""
        j = i
        while j < self.count and j - i < 6 and not self._is_office(j):
            if self.bare(j) in BEFORE_OFFICE or self._is_body(j):
                j += 1
            elif count := self.place(j):
                j += count
            else:
                return 0
        if not self._is_office(j) or self.bare(j - 1) == "former":
            return 0
        head = j
        while self._is_office(j):
            head, j = j, j + 1
        j += self.bare(j) in {"designate", "elect"}
        return self._of_what(j, self.bare(head))

    def _of_what(self, j: int, head: str, *, joined: bool = True) -> int:
        """Step over what an office is of: "for Foreign Affairs of Japan", "and Minister for Defence"."""
        while j < self.count:
            word = self.bare(j)
            if word in {"of", "for", "on"} or (word == "to" and head in OFFICE_TO):
                k = j + 1 + (self.bare(j + 1) in {"the", "his", "her"})
                if not self.cap(k):
                    break
                j = self._body(k + (self.place(k) or 1))
            elif joined and word == "and" and self.cap(j + 1) and (more := self._same_holder(j)):
                j = more
            else:
                break
        return j

    def _same_holder(self, j: int) -> int:
        """Step over a second office of the same person: "Deputy Prime Minister and Minister for Defence"."""
        more = self.office(j + 1)
        words = {self.bare(k) for k in range(j + 1, more)}
        is_one = words & {"of", "for"} or self.bare(more) == "," or self.name(more)
        return more if is_one else 0

    def _body(self, j: int) -> int:
        """Step over the further words of a body's name."""
        while j < self.count:
            joint = int(self.bare(j) in {"and", ",", "&"})
            joint += bool(joint) and self.bare(j + 1) == "and"
            joint += bool(joint) and self.bare(j + joint) == "the"
            listed = self.bare(j) == "and" and self.cap(j + 1)
            if (self._is_body(j + joint) or listed or (not joint and self._leads_to_body(j))) and not (
                joint and self.office(j + joint)
            ):
                j += joint + 1
            elif not joint and self.cap(j) and not self.cap(j + 1) and _ABSTRACT.search(self.bare(j)):
                j += 1  # "Minister of Industry and Investment Promotion of Oman"
            else:
                break
        return j

    def _leads_to_body(self, j: int) -> bool:
        """Tell whether a strange word stands within the name of a body: "the International Civil Aviation Council"."""
        run = next((k for k in range(j, j + 4) if not self.cap(k)), j + 4)
        return any(self._is_body(k) for k in range(j + 1, run))

    # --- names ---

    def honorifics(self, i: int) -> int:
        """Step over honorifics: "Senator the Hon", "His Majesty", "H.E. Mr."."""
        j = i
        while j < self.count:
            word = self.bare(j)
            if word in {"his", "her"} and self.bare(j + 1) in POSSESSED:
                j += 2
            elif word in _AFTER_OTHERS and j == i:
                break
            elif word in HONORIFICS and self.cap(j) and (word != "m" or self.bare(j + 1) == "."):
                j += 1
            elif word in {"the", "senator"} and self.bare(j + 1) in _BEHIND_THE and self.cap(j + 2):
                j += 1 + (self.bare(j + 1) == "right")
            elif word == "." and j > i:
                j += 1
            else:
                break
        return j

    def name(self, i: int, *, least: int = 2, loose: bool = False) -> int:
        """Find where a name ends that begins at a word; 0 where none does.

        Args:
            i: the word.
            least: so many words it has at least.
            loose: whether an office or honorific before it says that it is one, even if it is a place's too.
        """
        j, parts = i, 0
        while j < self.count and parts < 7:
            word, bare = self.words[j], self.bare(j)
            if parts > 1 - loose and self._is_predicate(j):
                break
            if (word.cap and len(word.text) == 1 and self.bare(j + 1) == ".") or (
                word.cap and bare in _ABBREVIATED and self.bare(j + 1) == "." and self.cap(j + 2)
            ):
                j, parts = j + 2, parts + 1
            elif word.cap and bare in SUFFIXES and parts:
                j += 1 + (bare in {"jr", "sr"} and self.bare(j + 1) == ".")
            elif word.cap and (self._names(j, first=not parts and not loose) or self._is_family(j, parts, loose=loose)):
                j, parts = j + 1, parts + 1
            elif parts and bare in PARTICLES and (k := self._past_particles(j)):
                j = k
            else:
                break
        return j if parts >= least else 0

    def _is_family(self, j: int, parts: int, *, loose: bool) -> bool:
        """Tell whether a family name that is another word too, or stands in capitals, stands where a name does."""
        if len(self.words[j].text) > 2 and self.words[j].text.isupper():  # "Ms KAWAI Fumiko", "Mr Janos HERMAN"
            free = self.bare(j) not in _NO_NAME and (loose or (parts > 0 and len(self.words[j].text) > _ACRONYM))
            return free and (self.bare(j + 1) not in _NO_NAME if parts else self.cap(j + 1))
        if not loose:
            return False
        if parts:
            return (self.bare(j) in _SURNAMES and not self._is_body(j + 1)) or self.place(j) > 1
        return self.bare(j) in _SURNAMES | _SHORT and self.cap(j + 1) and self._names(j + 1, first=True)

    def _is_predicate(self, j: int) -> bool:
        """Tell whether a headline's verb stands at a word: "Carl Risch Travels to", "Secretary Kerry Travel to"."""
        bare = self.bare(j)
        verb = forms_of(bare)[0] in DOES and (bare.endswith("s") or self.bare(j + 1) == "to")
        return bare in AUXILIARIES or verb

    def _names(self, j: int, *, first: bool) -> bool:
        word = self.words[j]
        known = word.bare in _NO_NAME or word.bare.removesuffix("s") in GATHERINGS | OFFICES
        if not word.text[:1].isalpha() or known or (word.text.isupper() and len(word.text) > 1):
            return False
        if self.place(j) > 1 or word.bare.endswith(("-general", "-in-office")):
            return False
        return not first or not self.place(j)

    def _past_particles(self, j: int) -> int:
        while self.bare(j) in PARTICLES and not self.cap(j):
            j += 1
        return j if self.cap(j) and self._names(j, first=False) else 0

    def _named(self, i: int, j: int) -> str:
        return as_others(self.said(i, j), least=2)

    # --- mentions ---

    def found(self) -> Iterator[Found]:
        """Find who is named, in the order of the words."""
        i, after = 0, False
        while i < self.count:
            read = self._at(i, after)
            if read is None:
                after = after or self.bare(i) in _OFFICES_OF_SEVERAL
                after = after and (self.bare(i) in _IN_A_LIST or self.cap(i))
                i += 1
                continue
            found, i = read
            after = True
            yield found

    def _at(self, i: int, after: bool) -> tuple[Found, int] | None:
        return self._by_office(i) or self._by_honorific(i) or self._bare(i, after)

    def _by_office(self, i: int) -> tuple[Found, int] | None:
        """Read "Minister for Foreign Affairs of Japan Mr Motegi Toshimitsu", "the Registrar, Philippe Gautier"."""
        end = self.office(i)
        if not end:
            return None
        comma = self.bare(end) in {",", ":"}
        begin = self.honorifics(end + comma)
        polite = begin > end + comma
        again = self.office(begin) if polite and self.bare(begin) != "the" else 0
        if not again and comma and self.bare(end) == "," and not polite and self.office(end + 1):
            return self._two_offices(i, end)
        begin = self.honorifics(again) if again else begin
        single = 1 if not comma or polite else 2
        last = self.name(begin, least=single, loose=not comma or polite)
        if not last or (self.place(begin) == last - begin and not polite):
            return None
        office = "" if self.bare(end) == ":" else self.said(i, end)
        stop = last
        if office and self.bare(last) == "of" and " of " not in office:  # "Ambassador Philip Gough of Brazil"
            stop = self._of_what(last, "", joined=False)
        if stop > last:
            office = f"{office} {self.said(last, stop)}"
        return Found(self.words[i].start, self.words[stop - 1].end, self._named(begin, last), office), stop

    def _two_offices(self, i: int, end: int) -> tuple[Found, int] | None:
        """Read "the Chairperson-in-Office, Minister for Foreign Affairs Elina Valtonen"."""
        read = self._by_office(end + 1)
        if read is None or self.bare(end - 1) in PARTICLES:
            return None
        found, last = read
        return evolve(found, start=self.words[i].start, office=f"{self.said(i, end)}, {found.office}"), last

    def _by_honorific(self, i: int) -> tuple[Found, int] | None:
        begin = self.honorifics(i)
        if begin == i:
            return None
        last = self.name(begin, least=1, loose=True)
        building = last == begin + 1 and self.bare(last) in INSTITUTIONS and self.cap(last)
        return self._behind(i, begin, last) if last and not building else None

    def _bare(self, i: int, after: bool) -> tuple[Found, int] | None:
        if not self.cap(i) or self.bare(i) in _NO_NAME:
            return None
        last = self.name(i)
        body = self.bare(last) in INSTITUTIONS and self.cap(last) and not self.office(last)  # "Alpine Research Centre"
        if not last or self.place(last - 1) or self.bare(last) == "v" or body:
            return None
        read = self._behind(i, i, last)
        if read[0].office or self._stands_as_person(i, last, after):
            return read
        return None

    def _stands_as_person(self, i: int, last: int, after: bool) -> bool:
        """Tell whether a name stands where a person does: with somebody, in a list of people, before a verb."""
        before, behind = self.bare(i - 1), self.bare(last)
        listed = behind == "(" and self.cap(last + 1)
        if before in _BEFORE_PERSON and (before != "and" or after):
            return True
        owned = self.text.startswith(("'s ", "’s "), self.words[last - 1].end)
        if before in _KIN or (owned and self.bare(last) in GATHERINGS):
            return True
        if (before == ":" and self.bare(i - 2) in _LABELS) or (before == "," and self.bare(i - 2) in _KIN):
            return True
        first = i == 0 or before in {".", ";", "that"}
        verb = behind.isalpha() and behind not in _NO_VERB and not self.cap(last)
        named = after and before == "," and not _OF_THINGS.search(self.bare(last - 1))
        return (listed and (after or before in {":", ",", "with"})) or (first and verb) or named

    def _behind(self, start: int, begin: int, last: int) -> tuple[Found, int]:
        """Read the office behind a name: "Maia Sandu, President of the Republic of Moldova"."""
        comma = last + (self.bare(last) in _BEHIND_NAMES)
        k = comma + 1 + (self.bare(comma + 1) == "the") if self.bare(comma) == "," else 0
        end = self.office(k) if k else 0
        if end and self.name(end, least=2):
            end = 0  # "Philippe Gautier, President Ann Lee": the office of the next one
        found = Found(self.words[start].start, self.words[(end or last) - 1].end, self._named(begin, last), "")
        return (evolve(found, office=self.said(k, end)), end) if end else (found, last)


def _as_written(word: re.Match[str]) -> str:
    small = word[0].lower()
    return small if small in _SMALL else word[0] if len(small) < 3 else word[0].capitalize()


def as_others(text: str, least: int = 4) -> str:
    """Write stretches of so many words in capitals as others are written, so that their names are read alike."""
    pieces = re.findall(r"\S+\s*|\s+", text)
    written: list[str] = []
    for capital, run in groupby(pieces, lambda piece: not any(char.islower() for char in piece)):
        part = "".join(run)
        several = capital and len(re.findall(r"[^\W\d_]{2,}", part)) >= least
        written.append(re.sub(r"[^\W\d_]+(?:['’]S\b)?", _as_written, part) if several else part)
    return "".join(written)
