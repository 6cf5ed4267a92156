"""What Hypothesis builds: references, times and whole programmes that have no problems (`checks.problems` is empty)."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

from attrs import evolve
from hypothesis import strategies as st

from diplocal import model, when
from diplocal.checks import references as checks_of_references

ZONES = ("Europe/Brussels", "Asia/Seoul", "America/New_York", "Pacific/Auckland", "CET", "UTC", "Etc/GMT+5")
OFFSETS = ("+09:00", "-05:00", "+05:45", "+00:00")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
titles = texts.map(lambda text: f"T{text}")
keys = st.text(st.sampled_from("abcxyzä0189-_.:"), min_size=1, max_size=6)
zones = st.none() | st.sampled_from(ZONES)
dates = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
moments = st.datetimes(
    dt.datetime(1900, 1, 2),
    dt.datetime(2100, 12, 30),
    timezones=st.sampled_from(
        [None, dt.UTC, dt.timezone(dt.timedelta(hours=9)), dt.timezone(-dt.timedelta(hours=3.5))]
    ),
)
urls = st.sampled_from(["", "https://example.org/a?b=c#d", "mailto:press@example.org", "geo:50.88,4.42"])


# --- times and references ---------------------------------------------------------------------------------------------


def clocks(*, zoned: bool = True) -> st.SearchStrategy[when.Clock]:
    """Times on the clock, each with a zone, or some without."""
    known = st.sampled_from(ZONES + OFFSETS)
    return st.builds(
        when.Clock,
        st.integers(0, 23),
        st.integers(0, 59),
        known if zoned else known | st.sampled_from([None, "local"]),
        st.booleans(),
    )


@cache
def times(*, zoned: bool = True) -> st.SearchStrategy[when.Time]:
    """Times of day; with `zoned` each clock has a zone, so that they stand anywhere."""
    spans = st.builds(when.ClockSpan, clocks(zoned=zoned), clocks(zoned=zoned))
    named = st.sampled_from((*ZONES, *OFFSETS, "local"))
    parts = st.builds(when.InPart, st.sampled_from(when.PartOfDay), st.none() | named)
    return (clocks(zoned=zoned) | spans | parts | st.builds(when.InZone, named)).filter(_sound)


@st.composite
def calendar_days(draw: st.DrawFn) -> when.CalendarDay:
    """Days with their month, that exist, with the right weekday where they have one."""
    day = draw(dates)
    year = draw(st.sampled_from([None, day.year]))
    weekday = draw(st.sampled_from([None, when.Weekday(day.weekday())]))
    return when.CalendarDay(day.month, day.day, year, weekday)


@cache
def days(entries: tuple[str, ...] = ()) -> st.SearchStrategy[when.Day]:
    """Single days; those counted from an entry count from one of `entries`."""
    weekdays = st.sampled_from(when.Weekday)
    entry = st.sampled_from([None, *entries])
    plain = (
        calendar_days()
        | st.builds(when.DayOfMonth, st.integers(1, 31), st.none() | weekdays, st.none() | st.integers(-1, 1))
        | st.builds(when.OnWeekday, weekdays, st.sampled_from(when.Which))
        | st.builds(when.OnWeekday, weekdays, week=windows())
        | st.builds(when.FromToday, st.integers(-40, 40))
        | st.builds(when.Chained, st.integers(-9, 9), entry)
        | st.builds(when.ChainedWeekday, weekdays, st.sampled_from([1, -1]), entry)
        | st.builds(when.NthDay, st.sampled_from([-1, 1, 2, 3]), entry)
    )
    return plain | st.builds(when.Counted, st.integers(-40, 40), plain)


@cache
def windows() -> st.SearchStrategy[when.Window]:
    """Weeks, months and years counted from the present one or a day named earlier."""
    return st.builds(
        when.Window, st.sampled_from(when.Unit), st.integers(-3, 3), st.sampled_from(when.Part), st.booleans()
    )


@cache
def references(entries: tuple[str, ...] = ()) -> st.SearchStrategy[when.Reference]:
    """References of every class that have no problem of their own; clocks in them have a zone."""
    day = days(entries)
    several = (
        st.builds(when.Span, day, day)
        | st.builds(when.DaySet, st.lists(day, min_size=2, max_size=3))
        | st.builds(when.Either, st.lists(day, min_size=2, max_size=3))
        | st.builds(when.Length, st.integers(1, 30), st.none() | day)
    )
    part, months, years = st.sampled_from(when.Part), st.integers(1, 12), st.integers(1900, 2100)
    window = (
        windows()
        | st.builds(when.WeekOf, day, part)
        | st.builds(when.InMonth, months, st.none() | years, part)
        | st.builds(when.InYear, years, part)
    )
    deadline = st.builds(when.Deadline, st.sampled_from(when.Bound), day | window)
    units = st.sampled_from([when.Unit.WEEK, when.Unit.MONTH, when.Unit.YEAR])
    whole = (
        day
        | several
        | window
        | deadline
        | st.builds(when.About, st.integers(-9, 9), units)
        | st.builds(when.Coming, st.integers(0, 9), st.sampled_from(when.Unit), st.booleans())
        | st.just(when.Undated())
        | st.builds(when.At, day | several | deadline, times())
    )
    return whole.filter(_sound)


def _sound(said: when.Reference | when.Time) -> bool:
    return not list(checks_of_references.sound("when", checks_of_references.parts(said)))


# --- programmes -------------------------------------------------------------------------------------------------------


@st.composite
def programmes(draw: st.DrawFn) -> model.Programme:
    """Whole programmes without problems: every field filled at times, every reference to a key that exists."""
    named = {what: draw(st.lists(keys, unique=True, max_size=3)) for what in ("source", "person", "party", "place")}
    entries = iter(draw(st.lists(keys, unique=True, min_size=12, max_size=12)))
    events: list[model.Event] = []
    done: list[str] = []
    for _ in range(draw(st.integers(0, 2))):
        events.append(event := draw(_events(named, entries, tuple(done))))
        sessions = [*event.sessions, *(session for day in event.days for session in day.sessions)]
        done += [event.key, *(day.key for day in event.days), *(session.key for session in sessions)]
    return model.Programme(
        key=draw(keys),
        title=draw(titles),
        sources=[draw(_sources(key, named["source"][:i])) for i, key in enumerate(named["source"])],
        people=[draw(_people(key, named["party"])) for key in named["person"]],
        parties=[draw(_parties(key, named["party"][:i])) for i, key in enumerate(named["party"])],
        places=[draw(_places(key)) for key in named["place"]],
        events=events,
        note=draw(texts),
    )


def _one_of(known: Sequence[str]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *known])


def _sources(key: str, earlier: Sequence[str]) -> st.SearchStrategy[model.Source]:
    return st.builds(
        model.Source,
        key=st.just(key),
        publisher=titles,
        title=texts,
        published=st.none() | dates | moments,
        zone=zones,
        url=urls,
        via=st.lists(st.sampled_from(earlier), max_size=2) if earlier else st.just([]),
    )


def _people(key: str, parties: Sequence[str]) -> st.SearchStrategy[model.Person]:
    aliases = st.lists(texts, max_size=2)
    return st.builds(
        model.Person, key=st.just(key), name=titles, office=texts, party=_one_of(parties), aliases=aliases, email=texts
    )


def _parties(key: str, earlier: Sequence[str]) -> st.SearchStrategy[model.Party]:
    return st.builds(
        model.Party,
        key=st.just(key),
        name=titles,
        kind=st.sampled_from(model.PartyKind),
        code=st.sampled_from(["", "KR", "BEL"]),
        members=st.lists(st.sampled_from(earlier), max_size=2) if earlier else st.just([]),
        size=st.none() | st.integers(1, 40),
    )


def _places(key: str) -> st.SearchStrategy[model.Place]:
    geo = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
    country = st.sampled_from(["", "BE"])
    return st.builds(
        model.Place, key=st.just(key), name=titles, zone=zones, country=country, venue=texts, address=texts, geo=geo
    )


@st.composite
def _participants(draw: st.DrawFn, named: dict[str, list[str]]) -> model.Participant:
    kind = draw(st.sampled_from(["unnamed", *(kind for kind in ("person", "party") if named[kind])]))
    who = draw(titles) if kind == "unnamed" else draw(st.sampled_from(named[kind]))
    participant = model.Participant(
        person=who if kind == "person" else None,
        party=who if kind == "party" else None,
        unnamed=who if kind == "unnamed" else "",
    )
    role, audience = draw(st.sampled_from(model.Role)), draw(st.sampled_from(model.Audience))
    return evolve(participant, role=role, audience=audience)


def _settled() -> st.SearchStrategy[model.Settled]:
    pairs = st.tuples(dates, dates).map(sorted)
    return st.builds(model.Settled, start=dates) | pairs.map(lambda pair: model.Settled(start=pair[0], end=pair[1]))


def _common(named: dict[str, list[str]], done: tuple[str, ...]) -> dict[str, st.SearchStrategy]:
    """The fields that events, days and sessions share; words and anchors count from entries that are `done`."""
    return {
        "date": st.none() | _settled(),
        "place": _one_of(named["place"]),
        "status": st.sampled_from(model.Status),
        "audience": st.sampled_from(model.Audience),
        "source": _one_of(named["source"]),
        "anchor": _one_of(done),
        "note": texts,
        "internal_note": texts,
        "was": st.just("") | st.integers(0, 10**9).map("was-{}".format),
        "to_check": st.lists(texts, max_size=2).map(tuple),
    }


def _details(named: dict[str, list[str]], done: tuple[str, ...]) -> dict[str, st.SearchStrategy]:
    """The fields that events and sessions share."""
    speakers = _one_of([*named["person"], *named["party"]])
    source = _one_of(named["source"])
    topics = st.builds(
        model.Topic, title=titles, party=_one_of(named["party"]), likely=st.booleans(), phrase=texts, raised_by=speakers
    )
    claims = st.builds(model.Claim, issuer=speakers, verb=texts, modality=texts, phrase=texts, source=source)
    numbers = st.none() | st.integers(1, 50)
    series = st.builds(
        model.Series, name=titles, edition=numbers, consecutive=numbers, since=st.none() | st.integers(1900, 2100)
    )
    earlier = st.builds(
        model.Earlier,
        when=references(done),
        source=st.sampled_from(named["source"] or [""]),
        time=st.none() | times(),
        status=st.sampled_from(model.Status),
    )
    kinds = st.sampled_from(model.RelationKind)
    relations = st.builds(model.Relation, kind=kinds, to=st.sampled_from([*done] or [""]), phrase=texts)
    return {
        **_common(named, done),
        "title": titles,
        "when": st.none() | references(done),
        "time": st.none() | times(),
        "format": st.none() | st.sampled_from(model.Format),
        "participants": st.lists(_participants(named), max_size=3),
        "topics": st.lists(topics, max_size=2),
        "access": st.none() | st.sampled_from(model.Access),
        "embargo": st.none() | dates | moments,
        "accreditation": st.none() | dates,
        "url": urls,
        "claims": st.lists(claims, max_size=1),
        "relations": st.lists(relations, max_size=2 if done else 0),
        "earlier": st.lists(earlier, max_size=1 if named["source"] else 0),
        "outcome": st.none() | st.builds(model.Outcome, title=titles, source=source, url=urls),
        "series": st.none() | series,
    }


@st.composite
def _events(draw: st.DrawFn, named: dict[str, list[str]], entries, done: tuple[str, ...]) -> model.Event:
    details = _details(named, done)

    def sessions() -> list[model.Session]:
        return [
            draw(st.builds(model.Session, key=st.just(next(entries)), **details))
            for _ in range(draw(st.integers(0, 1)))
        ]

    own_days = [
        draw(
            st.builds(
                model.VisitDay,
                key=st.just(next(entries)),
                when=references(done),
                title=texts,
                sessions=st.just(sessions()),
                **_common(named, done),
            )
        )
        for _ in range(draw(st.integers(0, 1)))
    ]
    return draw(
        st.builds(
            model.Event,
            key=st.just(next(entries)),
            days=st.just(own_days),
            sessions=st.just(sessions()),
            background=st.booleans(),
            **details,
        )
    )
