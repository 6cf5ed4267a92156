"""The sentences of a document: who does what where with whom, on which day and at what time."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve, field

from diplocal.announcement.days import Dated, split_time
from diplocal.announcement.item import Accreditation, Announced, Change, Item
from diplocal.announcement.where import Whereabouts
from diplocal.announcement.words import GONE, Words, sentences
from diplocal.languages.en.notices.changes import CHANGED, changed, doubts, named_by_change, status_now, status_told
from diplocal.languages.en.notices.clauses import Clause, clauses
from diplocal.languages.en.notices.dated_clauses import Sentence, When, by_date, lasting, times_of
from diplocal.languages.en.notices.dated_nouns import Beside, named_beside
from diplocal.languages.en.notices.formats import ARRANGES, BY_VIDEO, JOURNEYS, NOTHING_ON, access_of, format_of
from diplocal.languages.en.notices.happenings import events
from diplocal.languages.en.notices.joining import joining, listing
from diplocal.languages.en.notices.pronouns import Antecedents
from diplocal.languages.en.notices.telling import tell
from diplocal.languages.en.notices.titles import ABSTRACT, phrases, title_of
from diplocal.languages.en.notices.verbs import Does
from diplocal.languages.en.notices.vocabulary import OFFICES
from diplocal.languages.en.notices.where import goal_of, is_venue, place_in
from diplocal.languages.notices import People
from diplocal.layout import clocks
from diplocal.model import Format
from diplocal.reading import Finding, Kind
from diplocal.when import Deadline, Time

_LED_IN = re.compile(r"\W*(?:During|On|In the course of)\s+(?:the|his|her|their|this|a|an)\b")
_APART = re.compile(r";\s+|,\s+(?:while|whereas|but)\s+")
_BACKGROUND = re.compile(r"^(?:The (?:last|previous|first)|Last year|In the past|Previously)\b")
_CALLED_TO = re.compile(
    r"[^.;]{0,60}\b(?:is|are) (?:[a-z]+ly |also )?(?:invited|welcome) to (?:attend|cover|film|follow|join|watch) "
)
"""Whom the words call to something that has a clock of its own: it is announced too."""

_RELATIVE = re.compile(r"\b(?:who|which|whom|whose)\s*$")
_ACCREDITS = re.compile(r"\b(?:accredit|regist(?:er|ration)|r\.?s\.?v\.?p|appl(?:y|ication))", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|before|until|(?:no|not) later than|deadline\b[^.]*)\s*(?:\S+ on )?$", re.IGNORECASE)
_ACTORS = re.compile(
    rf"\b(?:{'|'.join(OFFICES)}|part(?:y|ie)|side|delegation|council|court|committee|parliament|government|member|team"
    r"|negotiator|expert|official|envoy|pope)s?\b",
    re.IGNORECASE,
)
"""Who may act on a day, where nobody is named."""

_WIDEST = dt.timedelta(32)
_NO_DAY = frozenset({Does.OTHER, Does.CHANGES, Does.SAYS})
"""Verbs that tell nothing of the day itself, so that it does not carry on from them."""

_GOES = frozenset({Does.TRAVELS, Does.VISITS, Does.STAYS, Does.ARRIVES, Does.RETURNS})
_ON_THE_WAY = (Format.DEPARTURE, Format.ARRIVAL)
_TALKS = (
    Format.BILATERAL,
    Format.TRILATERAL,
    Format.MEETING,
    Format.COURTESY_CALL,
    Format.ONE_TO_ONE,
    Format.PRESS_CONFERENCE,
    Format.PHONE_CALL,
    Format.VIDEO_CALL,
    Format.MINISTERIAL,
    Format.SUMMIT,
)
"""What is worth an entry although the text says no day."""


@define
class Sentences:
    """Reads the sentences of a document, remembering of whom, when and where they spoke.

    Attributes:
        people: those of the document.
        findings: its references, in order.
        today: the day of publication.
        where: the towns that it has named.
        day: the day that was told of last.
        near: the day that was told of last in this paragraph; what says none is on it.
        clock: the time of day that was told of last.
        deadline: until when the press may ask for accreditation.
        changes: what the sentences said to be called off or moved.
        told: what was announced before.
        legs: the towns of a journey, each with its day.
    """

    people: People
    findings: Sequence[Finding]
    today: dt.date
    where: Whereabouts
    day: Dated | None = None
    near: Dated | None = None
    clock: Time | None = None
    deadline: Accreditation | None = None
    changes: list[Change] = field(factory=list)
    told: list[Item] = field(factory=list)
    legs: dict[str, Dated] = field(factory=dict)
    _antecedents: Antecedents = field(init=False)
    _starts: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._antecedents = Antecedents(self.people)
        self._starts = [one.mention.start for one in self.findings]

    def items(self, text: str, start: int, lines: Sequence[int], day: Dated | None = None) -> list[Item]:
        """Give what the sentences of a paragraph announce.

        Args:
            text: the paragraph.
            start: its place in the document.
            lines: the numbers of its lines.
            day: the day that stands over it.
        """
        self.near = day
        self.where.begin_paragraph()
        found: list[Item] = []
        for begin, end in sentences(text):
            for item in self._sentence(text[begin:end], start + begin, day):
                if item.title:
                    self.told.append(item)
                    found.append(evolve(item, lines=lines))
                elif found:
                    found[-1] = _amended(found[-1], item)
        return found

    # --- sentences ---

    def _sentence(self, text: str, start: int, over: Dated | None) -> Iterator[Item]:
        if (apart := _APART.search(text)) and status_now(text) in CHANGED:  # what is changed, and what is not
            yield from self._sentence(text[: apart.start()], start, over)
            yield from self._sentence(text[apart.end() :], start + apart.end(), over)
            return
        if (called := _CALLED_TO.match(text)) and next(clocks(text[called.end() :]), None) is not None:
            text, start = text[called.end() :], start + called.end()
        findings = self.findings[bisect_left(self._starts, start) : bisect_left(self._starts, start + len(text))]
        sentence = Sentence.of(text, start, findings, self._antecedents.spoken_in(text), self.clock)
        verbs = by_date(clauses(sentence.words), sentence)
        if (people := listing(sentence)) is not None:
            yield people
        elif ARRANGES.search(text) or NOTHING_ON.search(text):
            self._keep_deadline(sentence)
            yield from self._beside(sentence, named_beside(sentence, self.today, in_brackets=True))
        else:
            yield from self._announced(sentence, verbs, over)
        self._antecedents.remember(sentence.words, verbs)

    def _keep_deadline(self, sentence: Sentence) -> None:
        """Keep until when the press must be accredited: "must register by 5 May", "RSVP: ... before Wednesday"."""
        if not _ACCREDITS.search(sentence.text):
            return
        for one in sentence.findings:
            late = isinstance(split_time(one.mention.reference)[0], Deadline)
            late = late or _BY.search(sentence.text[: sentence.at(one)]) is not None or "at the latest" in sentence.text
            if late and one.reading.end >= self.today:
                self.deadline = Accreditation(one.reading.end, sentence.text)

    def _announced(self, sentence: Sentence, verbs: Sequence[Clause], over: Dated | None) -> Iterator[Item]:
        status = status_now(sentence.text)
        if status in CHANGED and (what := named_by_change(sentence.words, verbs)):
            self.changes.append(Change(title_of(sentence.words.part(*what)), status, sentence.text))
        moved = status in CHANGED and sentence.findings
        if moved and (item := changed(sentence, verbs, status, self.today, self.told)) is not None:
            yield evolve(item, place=self.where.on(item.reading, item.place)) if item.title else item
            return
        beside = list(named_beside(sentence, self.today, in_brackets=True))
        yield from self._beside(sentence, beside)  # "Hungary (28 November) and Bulgaria (30 November)"
        sentence = evolve(
            sentence, findings=[day for day in sentence.findings if day not in [one.finding for one in beside]]
        )
        led = place_in(sentence.words.text[: verbs[0].verb]) if verbs and not sentence.findings else None
        self.near = self.legs.get(led.name, self.near) if led else self.near  # "In Oslo, she will ..."
        times = times_of(sentence, verbs, self.today, self.near or self.day or over, over)
        dated: set[str] = set()
        for item in self._stay_led(sentence, verbs, times):
            dated.add(item.said)
            yield item
        for number, clause in enumerate(verbs):
            made = list(self._clause(sentence, verbs, number, times))
            dated.update(one.said for one in made)
            yield from made
            self._note(sentence, clause, times.get(number), told=bool(made))
        yield from self._beside(sentence, named_beside(sentence, self.today, dated=dated))
        under = When(start=0, day=over) if over and not sentence.findings else None
        if not verbs and (when := times.get(0) or under):
            yield from self._bare(sentence, when)

    def _note(self, sentence: Sentence, clause: Clause, when: When | None, *, told: bool) -> None:
        """Keep day and place for what the next sentences tell without them."""
        if when is None or when.day is None or clause.past or (clause.does in _NO_DAY and not told):
            return
        if when.day.reading.end < self.today:
            return
        self.clock = when.time
        if when.day.is_one_day:
            self.near = self.day = when.day
            there = place_in(sentence.words.text[clause.subject : clause.end])
            self.where.go_on(there, when.day.reading, leads_on=clause.does in _GOES)
        elif when.day.reading.kind is Kind.SPAN:
            self.near = None

    # --- clauses ---

    def _clause(
        self, sentence: Sentence, verbs: Sequence[Clause], number: int, times: dict[int, When]
    ) -> Iterator[Item]:
        clause = verbs[number]
        if clause.purpose and clause.does is Does.OTHER:
            return  # "to discuss security"
        subject, doubt = self._antecedents.subject_of(sentence, verbs, number)
        when = times.get(number)
        if (more := joining(sentence, clause, subject, when, self.told)) is not None:
            yield more
            return
        if (clause.does is Does.TRAVELS or clause.lemma == "join") and self._leads_on(sentence, verbs, number, times):
            return
        ahead = clause.planned and when is not None and bool(when.said)
        told = list(tell(sentence.words, clause, subject)) if ahead or not clause.past else []
        acts = [one for one in told if one.act]
        told = [one for one in told if not one.act]
        if when is None:
            yield from self._undated(sentence, clause, told, doubt)
            return
        if clause.does is Does.OTHER and when.day and when.day.reading.end - when.day.reading.start > _WIDEST:
            return  # what a year marks is no event of it
        if when.said and not told and clause.does is Does.OTHER and not clause.past:
            actor = subject or _ACTORS.search(sentence.text, clause.subject, clause.verb)
            sure = actor and clause.plan and not (clause.denied or clause.open or clause.purpose)
            told = acts if sure and when.day else []
            told = told or self._named_beside(sentence, clause)
        for one in told if clause.does is Does.HOLDS else told[:1]:
            yield self._made(sentence, clause, one, when, doubt)

    def _named_beside(self, sentence: Sentence, clause: Clause) -> list[Announced]:
        """Give what a verb of another field tells of: "A welcome awaits him", "Thursday is set aside for a visit"."""
        before = sentence.words.part(clause.subject, clause.verb)
        if re.search(r"\w", before.text.replace(GONE, "")) is None:
            return _events_ahead(sentence.words.part(clause.object, clause.end))
        there = place_in(sentence.words.text[clause.object : clause.end])
        return [evolve(one, place=there or one.place) for one in _events_ahead(before)]

    def _leads_on(self, sentence: Sentence, verbs: Sequence[Clause], number: int, times: dict[int, When]) -> bool:
        """Tell whether somebody only goes where the next clause is: "travels to Rome on Monday to attend ..."."""
        if number + 1 >= len(verbs):
            return False
        behind = verbs[number + 1]
        where = re.search(r"\bwhere\b", sentence.text[behind.subject : behind.verb]) is not None and not behind.past
        if not where and not (behind.purpose and behind.does not in _NO_DAY):
            return False
        when = times.get(number) or times.get(number + 1)
        if when is None or when.day is None or not when.day.is_one_day:
            return False
        times.setdefault(number + 1, when)
        goal = next(iter(goal_of(sentence.words.text[verbs[number].object : verbs[number].end])), None)
        self.where.go_on(goal, when.day.reading)
        return True

    def _stay_led(self, sentence: Sentence, verbs: Sequence[Clause], times: dict[int, When]) -> Iterator[Item]:
        """Tell the visit that leads a sentence in: "During her visit to Rome from Monday to Friday, she will ..."."""
        when = times.get(0)
        if not verbs or when is None or when.start > verbs[0].verb or not _LED_IN.match(sentence.words.text):
            return
        begun = sentence.words.text[: when.start]
        kind = JOURNEYS.search(begun)
        goals = goal_of(begun[kind.start() :]) if kind and "," not in begun else []
        if not goals:
            return
        subject, doubt = self._antecedents.subject_of(sentence, verbs, 0)
        title = f"Visit of {subject[0].name} to {goals[0].name}" if subject else f"Visit to {goals[0].name}"
        told = Announced(title=title, format=Format.VISIT, people=subject, place=goals[0], journey=True)
        yield self._made(sentence, verbs[0], told, when, doubt)
        self.near = None
        if when.day and when.day.is_one_day:
            return
        for number in [number for number, one in times.items() if one.start == when.start]:
            del times[number]

    def _undated(self, sentence: Sentence, clause: Clause, told: Sequence[Announced], doubt: str) -> Iterator[Item]:
        """Give talks ahead without a day: on the day that was just told of, if there is one."""
        self.where.go_on(next((one.place for one in told if one.journey and not clause.past), None))
        if (
            not (clause.plan or clause.open or self.near)
            or clause.past
            or clause.denied
            or _BACKGROUND.match(sentence.text)
        ):
            return
        if _RELATIVE.search(sentence.text[clause.subject : clause.verb]):
            return
        if any(clause.object <= sentence.at(one) < clause.end for one in sentence.findings):
            return  # its own day is none of it: "are to be exchanged by 5 June"
        for one in told:
            if (self.near and clause.plan) or (one.format in _TALKS and _with_others(one)):
                yield self._made(sentence, clause, one, When(start=clause.verb, day=self.near), doubt)

    def _beside(self, sentence: Sentence, found: Iterable[Beside]) -> Iterator[Item]:
        return (self._made(sentence, one.clause, one.told, sentence.when(one.finding), "") for one in found)

    def _bare(self, sentence: Sentence, when: When) -> Iterator[Item]:
        """Tell what words without a verb name: "Public hearings from Monday to Friday"."""
        words, end = sentence.words, len(sentence.text)
        found = next(phrases(words), None)
        if found is None or found[2] in ABSTRACT:
            return
        whole = Clause(does=Does.OCCURS, lemma="", subject=0, verb=end, object=end, end=end)
        for one in _events_ahead(words):
            yield self._made(sentence, whole, one, when, "")

    # --- items ---

    def _made(self, sentence: Sentence, clause: Clause, told: Announced, when: When, doubt: str) -> Item:
        said = sentence.text[clause.subject : clause.end]
        led = place_in(sentence.words.text[: clause.verb]) if clause.does is not Does.STAYS else None
        reading = when.day.reading if when.day else None
        place = self.where.on(reading, told.place or led)
        window = reading is not None and reading.kind is Kind.WINDOW
        if (told.place or led) and told.format is not Format.DEPARTURE and not window:
            self.where.go_on(place, reading, leads_on=told.journey or told.format is Format.ARRIVAL)
        if clause.does is Does.LEAVES and not told.place:
            ahead = sentence.words.text[clause.object : clause.end].partition("for ")[2]
            self.where.go_on(next(iter(goal_of(ahead)), None), reading)
        if told.journey and place and when.day and when.day.is_one_day:
            self.legs[place.name] = when.day
        status = status_told(sentence, clause)
        by_video = told.format in {None, Format.MEETING, Format.BILATERAL} and BY_VIDEO.search(said)
        if len(told.people) > 1 and told.format in _TALKS:
            self._antecedents.met = list(told.people)
        town = told.place is not None and not is_venue(told.place.name)
        one_word = " " not in told.title and town and told.format not in _ON_THE_WAY
        return Item(
            title=f"{told.title} in {told.place.name}" if one_word and told.place else told.title,
            words=f"{told.title} {said}",
            raw=sentence.text,
            at=sentence.start + clause.verb,
            said=when.said,
            reference=when.day.reference if when.day else None,
            reading=reading,
            time=lasting(when.time, f"{told.title} {said}"),
            format=Format.VIDEO_CALL if by_video else told.format or format_of(sentence.text[clause.verb : clause.end]),
            visit=told.journey,
            again=told.again,
            people=told.people,
            unnamed=told.unnamed,
            place=place,
            status=status,
            access=access_of(said) if re.search(r"press|stream", said) else None,
            doubts=[*filter(None, (doubt, told.doubt)), *doubts(sentence, clause, status)],
        )


def _amended(known: Item, more: Item) -> Item:
    """Add what a sentence without a noun of its own tells: who chairs, or the new day of what was called off."""
    known = evolve(known, people=tuple(dict.fromkeys([*known.people, *more.people])))
    if more.reading is None:
        return known
    full = evolve(
        known, reference=more.reference, reading=more.reading, time=more.time, status=more.status,
        earlier=known.reference,
    )  # fmt: skip
    return full.quoting(more.raw)


def _with_others(one: Announced) -> bool:
    """Tell whether words say enough of talks to announce them without a day."""
    said = re.search(r"\bwith\b|meeting|summit", one.title, re.IGNORECASE)
    return len(one.people) > 1 or bool(one.unnamed or said) or one.format is Format.PRESS_CONFERENCE


def _events_ahead(words: Words) -> list[Announced]:
    """List what words name before a day ahead: "looked forward to the visit of the King in May"."""
    return [evolve(one, place=one.place or place_in(words.text)) for one in events(words)[:1]]
