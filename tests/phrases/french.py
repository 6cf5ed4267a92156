"""A little French, to prove that a language is a folder: weekdays, dates, ranges, prochain and dernier, some verbs."""

import re
from collections.abc import Iterable, Iterator

from diplocal.clauses.groups import Group
from diplocal.errors import PhraseError
from diplocal.languages.language import Documents, Language, Layout, Vocabulary
from diplocal.phrases.sentences import MARKS
from diplocal.phrases.tokens import HARD_SIGNS, Tokens
from diplocal.when import (
    CalendarDay,
    Chained,
    Clock,
    Day,
    FromToday,
    OnWeekday,
    Reference,
    Span,
    Time,
    Unit,
    Weekday,
    Which,
    Window,
)

WEEKDAYS = dict(zip(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], Weekday, strict=True))
MONTHS = {
    "janvier": 1,
    "février": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
}
WHICH = {"prochain": Which.NEXT, "dernier": Which.LAST}
TODAY = {"aujourd": 0, "demain": 1, "hier": -1}
UNITS = {"semaine": Unit.WEEK, "mois": Unit.MONTH, "année": Unit.YEAR}
SHIFTS = {"prochaine": 1, "prochain": 1, "dernière": -1, "dernier": -1}


def reference(t: Tokens, i: int) -> tuple[Reference, int] | None:
    """Read "du 3 au 5 avril", "de mercredi à vendredi", "la semaine prochaine" or a day."""
    return _range(t, i) or _window(t, i) or _day(t, i + (t.words[i] in {"le", "ce"}))


def _range(t: Tokens, i: int) -> tuple[Span, int] | None:
    """Read a range; a number before "au" takes the month that stands behind."""
    if t.words[i] not in {"du", "de", "entre"}:
        return None
    j = i + 1 + (t.words[i + 1] == "le")
    first = _day(t, j)
    number = int(t.words[j]) if not first and t.words[j].isdecimal() else 0
    joint = first[1] if first else j + 1
    if t.words[joint] not in {"au", "à", "et"}:
        return None
    last = _day(t, joint + 1 + (t.words[joint + 1] == "le"))
    if not last:
        return None
    if first:
        return Span(first[0], last[0]), last[1]
    known = last[0]
    if not isinstance(known, CalendarDay) or not 1 <= number <= 31:
        return None
    return Span(CalendarDay(known.month, number, known.year), known), last[1]


def _window(t: Tokens, i: int) -> tuple[Window, int] | None:
    j = i + (t.words[i] in {"la", "le", "l"})
    unit, shift = UNITS.get(t.words[j]), SHIFTS.get(t.words[j + 1])
    return (Window(unit, shift), j + 2) if unit is not None and shift is not None else None


def _day(t: Tokens, i: int) -> tuple[Day, int] | None:
    word = t.words[i]
    if word == "lendemain":
        return Chained(1), i + 1 + (t.words[i + 1] in COUNTED_FROM)
    if word in TODAY:
        return FromToday(TODAY[word]), i + 1 + 2 * (word == "aujourd")
    weekday = WEEKDAYS.get(word)
    if weekday is None:
        return _date(t, i, None)
    dated = _date(t, i + 1, weekday)
    which = WHICH.get(t.words[i + 1], Which.BARE)
    return dated or (OnWeekday(weekday, which), i + 1 + (which is not Which.BARE))


def _date(t: Tokens, i: int, weekday: Weekday | None) -> tuple[CalendarDay, int] | None:
    """Read "3 avril 2025", "1er mai"."""
    if not t.words[i].isdecimal() or not 1 <= int(t.words[i]) <= 31:
        return None
    j = i + 1 + (t.words[i + 1] == "er")
    month = MONTHS.get(t.words[j])
    if month is None:
        return None
    year = t.words[j + 1]
    said = int(year) if year.isdecimal() and len(year) == 4 else None
    return CalendarDay(month, int(t.words[i]), said, weekday), j + 1 + (said is not None)


def references(t: Tokens, notable: Iterable[int]) -> Iterator[tuple[Reference, int, int]]:
    """Read from up to five words before a word of time."""
    done = 0
    for i in notable:
        for begin in range(max(done, i - 5), i + 1):
            read = reference(t, begin) if i >= done and t.words[i] not in MARKS else None
            if read and read[1] > i:
                yield read[0], begin, read[1]
                done = read[1]
                break


def time(t: Tokens, i: int) -> tuple[Time, int] | None:
    """Read "15 h 30"."""
    if not t.words[i].isdecimal() or t.words[i + 1] != "h" or int(t.words[i]) > 23:
        return None
    minutes = t.words[i + 2].isdecimal()
    return Clock(int(t.words[i]), int(t.words[i + 2]) if minutes else 0), i + 2 + minutes


def refused(t: Tokens, end: int) -> PhraseError:
    """Say where reading stopped."""
    return PhraseError(t.text, t.start(min(end, t.count - 1)), "des mots de temps, comme \u00ab jeudi prochain \u00bb")


VERBS = {
    "rencontreront": ("rencontrer", "future"),
    "rencontre": ("rencontrer", "present"),
    "rencontré": ("rencontrer", "participle"),
    "rencontrés": ("rencontrer", "participle"),
    "reçue": ("recevoir", "participle"),
    "signera": ("signer", "future"),
    "signé": ("signer", "participle"),
    "dit": ("dire", "participle"),
}
HELPERS = {"a", "ont", "sont", "est"}
SENSES = {"dire": "say", "rencontrer": "meet"}
COUNTED_FROM = {"de": "event", "du": "event"}


def groups(t: Tokens, left: int, right: int) -> Iterator[Group]:
    """Find "rencontreront", "ont rencontré", "s'est rendue"."""
    for k in range(left, right):
        lemma, tense = VERBS.get(t.words[k], ("", ""))
        helped = tense == "participle" and t.words[k - 1] in HELPERS
        if lemma:
            group = Group(k - helped, k, lemma, "perfect" if helped else tense)
            group.sense = SENSES.get(lemma, "")
            yield group


VOCABULARY = Vocabulary(
    clause_openers=frozenset({"il", "elle", "ils", "mais", "qui", "que"}),
    clause_ends=HARD_SIGNS | {"qui", "que", "où"},
    relative_pronouns=frozenset({"qui"}),
    unsure_relatives=frozenset(),
    parting=HARD_SIGNS | {",", "et", "mais", "qui"},
    behind=frozenset({"à", "avec"}),
    possessives=frozenset(),
    pointing=frozenset({"le", "ce"}),
    conjunctions=frozenset({"et"}),
    counted_from=COUNTED_FROM,
    articles=frozenset({"la", "le", "l"}),
    venue_bounds=frozenset({",", "et"}),
    gatherings=frozenset({"réunion", "sommet"}),
    mishaps=frozenset({"attentat"}),
    links=frozenset({"après", "avant"}),
    shifters=frozenset({"déjà"}),
    of_the_day=frozenset(),
)

WEIGHTS = """\
tense future\tahead\t4.00\t1
tense perfect\tback\t4.00\t1
base after next 1\t\t4.00\t1
"""


def line_day(line: str, month: Reference | None) -> tuple[Reference, int] | None:
    """Read the day that is all of a line, or ends before a sign."""
    t = Tokens(line, alone=True)
    read = reference(t, 0)
    end = t.ends[read[1] - 1] if read else 0
    return (read[0], end) if read and not line[end:].lstrip()[:1].isalnum() else None


def line_clock(line: str, begin: int) -> tuple[Time, int] | None:
    """Read "15 h 30" at an offset."""
    t = Tokens(line[begin:], alone=True)
    read = time(t, 0)
    return (read[0], begin + t.ends[read[1] - 1]) if read else None


LAYOUT = Layout(
    day=line_day,
    clock=line_clock,
    clock_aside=re.compile(r"\s*\((?P<within>[^()]+)\)|\s*à (?P<behind>\d[\dh ]+)$"),
    open_time=re.compile(r"à préciser\s*[:–-]\s*"),
    weekdays={name[:3]: number for number, name in enumerate(WEEKDAYS)},
    months=tuple(MONTHS),
    columns={"jour": "day", "heure": "time", "réunion": "event", "lieu": "venue", "quoi": "event", "quand": "day"},
    joints=frozenset({"et", "de"}),
    label=re.compile(r"(quoi|quand|lieu) ?:\s*(?=\S)", re.IGNORECASE),
    mail=re.compile(r"(?:de|à|envoyé)\s*:", re.IGNORECASE),
    first_labels=frozenset({"quoi"}),
    page_number=re.compile(r"\s{2,}Page \d+ sur \d+$"),
    led_in=re.compile(r"(?:à|vers) ", re.IGNORECASE),
    unfinished=re.compile(r"\s(?:le|la|de|du|à|et|avec)$"),
    predicate=re.compile(r"(?:sont|est|ont) [a-z]"),
    stop=re.compile(r"(?<!\bM)(?<!\bMme)[.!?](?=\s|$)"),
)
DOCUMENTS = Documents(
    published=re.compile(r"publié le\s*:? (?P<day>\S.*)", re.IGNORECASE),
    published_by=re.compile(r"publié par\s*:? (?P<name>\S.*)", re.IGNORECASE),
    office=re.compile(r"minist[eè]re .*|présidence .*", re.IGNORECASE),
    no_office=re.compile(r"\b(?:réunion|sera|a dit)\b"),
    small_in_names=frozenset({"de", "des", "la", "et"}),
    weekday=re.compile("|".join(WEEKDAYS), re.IGNORECASE),
    begins_item=re.compile(rf"\s*(?:{'|'.join(WEEKDAYS)}|\d{{1,2}} h\b)", re.IGNORECASE),
    page_number=re.compile(r"(?:page )?\d+(?: sur \d+)?", re.IGNORECASE),
    sent_on=re.compile(r"^-+ *Message transféré.*$", re.MULTILINE),
    sent_on_header={"Date": ("Envoyé",), "From": ("De",), "Subject": ("Objet",)},
    title_words=lambda title: frozenset(title.casefold().split()) - {"la", "le", "de", "avec"},
)

FRENCH = Language(
    code="fr",
    abbreviations=frozenset({"m", "mme"}),
    sentence_openers=frozenset({"il", "elle", "le", "la"}),
    notable=frozenset({*WEEKDAYS, *MONTHS, *TODAY, *UNITS, "lendemain"}) | MARKS,
    references=references,
    reference=reference,
    time=time,
    joined=lambda _, found: found,
    written_time=lambda _: (None, False),
    refused=refused,
    refused_time=refused,
    write=str,
    write_time=str,
    groups=groups,
    says=lambda word: word == "dit",
    vocabulary=VOCABULARY,
    weights=lambda: WEIGHTS,
    documents=lambda: DOCUMENTS,
    layout=lambda: LAYOUT,
)
