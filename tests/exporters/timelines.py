"""Timelines as Hypothesis builds them: every timing, any text, parents and relations that exist or don't."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from diplocal.model import (
    Access,
    Audience,
    Claim,
    Format,
    Outcome,
    Party,
    Person,
    Place,
    Relation,
    RelationKind,
    Role,
    Series,
    Source,
    Status,
    Topic,
)
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.timeline import (
    Attendee,
    ByDay,
    DayPart,
    Days,
    Entry,
    Hours,
    Level,
    NoDate,
    Past,
    Reason,
    Sometime,
    Timeline,
    in_order,
)
from diplocal.when import PartOfDay

ZONES = tuple(
    map(
        ZoneInfo,
        (
            "Europe/Brussels",
            "Asia/Seoul",
            "America/New_York",
            "Asia/Tehran",
            "Africa/Casablanca",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Asia/Kolkata",
            "Pacific/Apia",
            "Africa/Cairo",
        ),
    )
)
OFFSETS = (dt.UTC, dt.timezone(dt.timedelta(hours=9)), dt.timezone(-dt.timedelta(hours=3, minutes=30)))
SOURCES = (
    Source(key="wire", publisher="Yonhap", published=dt.date(2025, 4, 1), zone="Asia/Seoul", url="https://example.org"),
    Source(
        key="desk", publisher="Desk", published=dt.datetime(2025, 4, 3, 9, 30), zone="Europe/Brussels", via=["wire"]
    ),
    Source(key="leak", publisher="No date"),
)
KOREA = Party(key="korea", name="South Korea", code="KR")
CHO = Person(key="cho", name="Cho Tae-yul", office="Foreign Minister", party="korea", email="cho@example.org")

texts = st.text(max_size=20)
titles = texts.map(lambda text: f"T{text}")
dates = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 30))
urls = st.sampled_from(["", "https://example.org/a?b=c,d;e#f", "mailto:press@example.org", "http://example.org/é %"])
places = st.builds(
    Place,
    key=st.just("place"),
    name=titles,
    zone=st.sampled_from([zone.key for zone in ZONES]),
    venue=texts,
    address=texts,
    geo=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
attendees = (
    st.builds(Attendee, person=st.just(CHO), party=st.just(KOREA), role=st.sampled_from(Role))
    | st.builds(Attendee, party=st.just(KOREA), role=st.sampled_from(Role))
    | st.builds(Attendee, unnamed=titles)
)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """A time in a zone or at an offset, with or without an end."""
    start = draw(
        st.datetimes(dt.datetime(1990, 1, 2), dt.datetime(2060, 12, 29), timezones=st.sampled_from([*ZONES, *OFFSETS]))
    )
    length = draw(st.none() | st.timedeltas(dt.timedelta(), dt.timedelta(days=3)))
    return Hours(start, None if length is None else start + length, draw(st.booleans()))


spans = st.tuples(dates, dates).map(sorted)
alternatives = st.builds(Alternative, dates, dates, texts)
timings = (
    hours()
    | spans.map(lambda span: Days(*span))
    | dates.map(lambda day: Days(day, day))
    | st.builds(DayPart, dates, st.sampled_from(PartOfDay))
    | spans.map(lambda span: Sometime(*span))
    | st.builds(ByDay, dates)
    | st.builds(NoDate, st.lists(alternatives, max_size=2))
)
reasons = st.builds(
    Reason,
    phrase=texts,
    where=st.just("events[0].when"),
    anchor=st.none() | dates,
    anchored_on=texts,
    reading=st.builds(
        Reading,
        start=dates,
        end=dates,
        kind=st.sampled_from(Kind),
        certainty=st.sampled_from(Certainty),
        rule=st.just("weekday"),
        why=texts,
        alternatives=st.lists(alternatives, max_size=1),
    ),
)


@st.composite
def entries(draw: st.DrawFn, key: str, keys: list[str], audiences: st.SearchStrategy[Audience]) -> Entry:
    """An entry that may belong to, or relate to, any of `keys`, whether or not an entry has it."""
    return draw(
        st.builds(
            Entry,
            programme=st.just("tour"),
            key=st.just(key),
            level=st.sampled_from(Level),
            title=titles | st.just(""),
            timing=timings,
            parent=st.none() | st.sampled_from(keys),
            reason=st.none() | reasons,
            zone=st.none() | st.sampled_from([zone.key for zone in ZONES]),
            place=st.none() | places,
            own_place=st.booleans(),
            format=st.none() | st.sampled_from(Format),
            participants=st.lists(attendees, max_size=2),
            topics=st.lists(
                st.builds(Topic, title=titles, party=st.none() | st.just("korea"), likely=st.booleans(), phrase=texts),
                max_size=1,
            ),
            status=st.sampled_from(Status),
            access=st.none() | st.sampled_from(Access),
            embargo=st.none() | dates,
            accreditation=st.none() | dates,
            audience=audiences,
            background=st.booleans(),
            note=texts,
            internal_note=texts,
            url=urls,
            claims=st.lists(
                st.builds(Claim, issuer=st.none() | st.just("korea"), verb=texts, phrase=texts), max_size=1
            ),
            relations=st.lists(
                st.builds(Relation, kind=st.sampled_from(RelationKind), to=st.sampled_from(keys)), max_size=1
            ),
            earlier=st.lists(
                st.builds(Past, timing=timings, status=st.sampled_from(Status), source=st.sampled_from(SOURCES)),
                max_size=1,
            ),
            outcome=st.none() | st.builds(Outcome, title=titles, url=urls),
            series=st.none() | st.builds(Series, name=titles, edition=st.none() | st.just(4)),
            source=st.none() | st.sampled_from(SOURCES),
        )
    )


@st.composite
def timelines(draw: st.DrawFn, *, audiences: st.SearchStrategy[Audience] | None = None) -> Timeline:
    """Whole timelines; everything in them is public unless `audiences` says otherwise."""
    keys = draw(st.lists(st.text("abcä가-", min_size=1, max_size=4), unique=True, min_size=1, max_size=4))
    count = draw(st.integers(0, len(keys)))
    who = st.just(Audience.PUBLIC) if audiences is None else audiences
    return Timeline(
        key="tour",
        title=draw(titles),
        entries=in_order([draw(entries(key, keys, who)) for key in keys[:count]]),
        sources=draw(st.lists(st.sampled_from(SOURCES), unique_by=lambda source: source.key)),
        parties=[KOREA],
        people=[CHO],
        note=draw(texts),
    )
