"""Programme files that are broken, each in one way: octets, the path of the problem, words of its message.

Most are a sound file in which one thing was replaced. Whoever reads files can go through `BROKEN`.
"""

from attrs import frozen

SOUND = """\
key = "brussels-2025"
title = "Foreign Minister's visit to Brussels"
note = "Drafted from the ministry's notice."

[sources.ministry]
publisher = "The ministry"
published = 2025-04-01
zone = "Asia/Seoul"
url = "https://example.org/notice"

[people.cho]
name = "Cho Tae-yul"
office = "Foreign Minister"
party = "rok"

[people.rutte]
name = "Mark Rutte"
party = "nato"
aliases = ["RUTTE Mark"]

[parties.rok]
name = "South Korea"
code = "KR"

[parties.nato]
name = "NATO"
kind = "organisation"
size = 32

[places.brussels]
name = "Brussels"
zone = "Europe/Brussels"
country = "BE"
geo = [50.88, 4.42]

[places.base]
name = "The base"

[[events]]
key = "visit"
title = "Visit to Brussels"
when = "from Wednesday to Friday"
date = [2025-04-02, 2025-04-04]
format = "visit"
place = "brussels"
participants = ["head_of_delegation: cho", { unnamed = "several ministers" }]
topics = ["North Korea", { title = "Defence industry", party = "rok", likely = true }]
status = "confirmed"
access = "accredited"
accreditation = 2025-03-28
claims = [{ issuer = "rok", verb = "indicated", modality = "is set to" }]
series = { name = "Partners' sessions", edition = 4, since = 2022 }

[[events.days]]
key = "second-day"
when = "Thursday"

[[events.days.sessions]]
key = "partners"
title = "Session with partners"
time = "15:00-16:30"
relations = ["on_the_margins_of: visit"]
earlier = [{ when = "Wednesday", source = "ministry", status = "provisional" }]
outcome = "Joint statement"

[[events.sessions]]
key = "rutte-bilateral"
title = "Meeting with the Secretary General"
when = "undated"
format = "bilateral"
participants = ["cho", "host: rutte"]
embargo = 2025-04-02T18:00:00+02:00
"""


@frozen(kw_only=True)
class Broken:
    """A broken file.

    Attributes:
        name: what is broken, as a file name.
        data: its octets.
        where: path of the problem, or its line.
        words: what its message says besides.
    """

    name: str
    data: bytes
    where: str
    words: str


def _swap(name: str, old: str, new: str, where: str, words: str) -> Broken:
    assert SOUND.count(old) == 1, f"{name}: {old!r} stands {SOUND.count(old)} times"
    where = where.replace("LINE", f"line {SOUND.count(chr(10), 0, SOUND.index(old)) + 1}")
    return Broken(name=name, data=SOUND.replace(old, new).encode(), where=where, words=words)


def _text(name: str, text: str, where: str, words: str) -> Broken:
    return Broken(name=name, data=text.encode(), where=where, words=words)


def _octets(name: str, data: bytes, where: str, words: str) -> Broken:
    return Broken(name=name, data=data, where=where, words=words)


VISIT, SESSION, BILATERAL = "events[0]", "events[0].days[0].sessions[0]", "events[0].sessions[0]"
_MUCH = 50_000_000

BROKEN = (
    # no text, no UTF-8
    _octets("utf-16", SOUND.encode("utf-16"), "the file", "is text in UTF-16; save it as UTF-8 text"),
    _octets("utf-16-without-mark", SOUND.encode("utf-16-le"), "the file", "is text in UTF-16"),
    _octets("utf-32", SOUND.encode("utf-32"), "the file", "is text in UTF-32"),
    _octets("latin-1", SOUND.replace("Korea", "Corée").encode("latin-1"), "line 22", "no UTF-8 (0xe9)"),
    _octets("binary", b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(255, 0, -1)), "the file", "is not text"),
    _octets("word", b"PK\x03\x04\x14\x00\x06\x00", "the file", "is a Word document"),
    _octets("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "the file", "is a PDF"),
    _octets("compressed", b"\x1f\x8b\x08\x00", "the file", "is a packed file"),
    _octets("fifty-megabytes", b"# " + b"x" * _MUCH, "the file", "has more than 10,000,000 octets"),
    _octets("fifty-megabytes-of-sessions", b'[[events]]\nkey = "a"\n' * (_MUCH // 21), "the file", "octets"),
    _octets("half-a-character", SOUND.encode() + b"# \xe2\x82", "line 73", "no UTF-8 (0xe2)"),
    # no TOML
    _text("nothing-but-a-title", 'title = "t"', "key", "a programme has a key"),
    _text("no-break-in-brackets", 'key = "a"\n[[events]\n', "line 2, column", "is not TOML"),
    _text("deep-lists", "x = " + "[" * 100_000, "the file", "is nested too deep"),
    _text("deep-tables", "x = " + "{x = " * 100_000, "the file", "is nested too deep"),
    _text("deep-names", 'key = "k"\ntitle = "t"\nnote.' + ".".join("a" * 900) + " = 1", "note", "is a table, not text"),
    _text("endless-number", "n = " + "9" * 5000, "the file", "is not TOML"),
    _text("yaml", "title: A visit\n", "line 1, column 6", "an equals sign"),
    _text("json", '{"title": "A visit"}', "line 1, column 1", "is not TOML"),
    _text("html", "<!DOCTYPE html><html></html>", "line 1, column 1", "is not TOML"),
    _text("zero-in-text", 'title = "a\x01b"', "line 1, column", "is not TOML"),
    _swap("no-quotes", '"Visit to Brussels"', "Visit to Brussels", "LINE, column 9", "put text in quotes"),
    _swap("curly-quotes", '"Visit to Brussels"', "“Visit to Brussels”", "LINE, column 9", "straight quotes"),
    _swap("open-quote", '"Visit to Brussels"', '"Visit to Brussels', "LINE, column", "is not TOML"),
    _swap("value-twice", 'format = "visit"', 'format = "visit"\nformat = "summit"', "line 45", "each name once"),
    _swap("person-twice", "[people.rutte]", "[people.cho]", "LINE, column 12", "each name once"),
    _swap(
        "thirty-first-of-june",
        "accreditation = 2025-03-28",
        "accreditation = 2025-06-31",
        "LINE",
        "correct the date",
    ),
    _swap("unclosed-list", "geo = [50.88, 4.42]", "geo = [50.88, 4.42", "line 36", "is not TOML"),
    # names that nothing has
    _swap("unknown-at-the-root", 'note = "Drafted', 'notes = "Drafted', "notes", "did you mean 'note'?"),
    _swap("unknown-section", "[people.cho]", "[persons.cho]", "persons", "is nothing that a programme has"),
    _swap("unknown-of-a-person", 'office = "', 'ofice = "', "people.cho.ofice", "did you mean 'office'?"),
    _swap("unknown-of-an-event", 'place = "brussels"', 'plaec = "brussels"', f"{VISIT}.plaec", "did you mean 'place'?"),
    _swap(
        "unknown-of-a-day",
        'key = "second-day"',
        'key = "second-day"\ntopics = []',
        f"{VISIT}.days[0].topics",
        "visit day",
    ),
    _swap(
        "unknown-beside-its-like",
        'place = "brussels"',
        'place = "brussels"\nplaces = "brussels"',
        f"{VISIT}.places",
        "did you mean 'place'?",
    ),
    _swap("unknown-of-a-topic", "likely = true", "likly = true", f"{VISIT}.topics[1].likly", "did you mean 'likely'?"),
    _swap(
        "unknown-that-breaks-lines",
        "likely = true",
        '"a\\nb.[0]" = true',
        f"{VISIT}.topics[1]",
        r"'a\nb.[0]': is nothing",
    ),
    _swap(
        "key-in-a-keyed-table",
        "[people.cho]",
        '[people.cho]\nkey = "cho"',
        "people.cho.key",
        "nothing that a person has",
    ),
    # names that are missing
    _swap("no-title", 'title = "Visit to Brussels"\n', "", f"{VISIT}.title", "is missing"),
    _swap("no-key", 'key = "partners"\n', "", f"{SESSION}.key", "is missing"),
    _swap("no-publisher", 'publisher = "The ministry"\n', "", "sources.ministry.publisher", "a source has a publisher"),
    _swap("no-when", 'when = "Thursday"\n', "", f"{VISIT}.days[0].when", "a visit day has a when"),
    _swap("no-source-of-what-was", ', source = "ministry"', "", f"{SESSION}.earlier[0].source", "is missing"),
    # wrong types
    _swap("number-for-text", '"Mark Rutte"', "5", "people.rutte.name", "is a whole number, not text; put it in quotes"),
    _swap(
        "truth-for-number", "edition = 4", "edition = true", f"{VISIT}.series.edition", "'true' is true or false, not"
    ),
    _swap("text-for-number", "size = 32", 'size = "32"', "parties.nato.size", "is text, not a whole number"),
    _swap("fraction-for-number", "size = 32", "size = 32.0", "parties.nato.size", "is a number, not a whole number"),
    _swap("number-for-truth", "likely = true", "likely = 1", f"{VISIT}.topics[1].likely", "not true or false"),
    _swap("text-for-truth", "likely = true", 'likely = "yes"', f"{VISIT}.topics[1].likely", "not true or false"),
    _swap("text-for-date", "= 2025-03-28", '= "2025-03-28"', f"{VISIT}.accreditation", "write it without quotes"),
    _swap("moment-for-date", "= 2025-03-28", "= 2025-03-28T10:00:00", f"{VISIT}.accreditation", "write 2025-03-28"),
    _swap("text-for-settled", "[2025-04-02, 2025-04-04]", '"2025-04-02"', f"{VISIT}.date", "a date or two dates"),
    _swap("three-settled", "2025-04-04]", "2025-04-03, 2025-04-04]", f"{VISIT}.date", "a date or two dates"),
    _swap("text-for-list", '["RUTTE Mark"]', '"RUTTE Mark"', "people.rutte.aliases", "put it in square brackets"),
    _swap("number-in-list", '["RUTTE Mark"]', '["RUTTE Mark", 5]', "people.rutte.aliases[1]", "not text"),
    _swap("table-for-list", "[[events.sessions]]", "[events.sessions]", f"{VISIT}.sessions", "[[events.sessions]]"),
    _swap("list-for-table", "[people.cho]", "[[people.cho]]", "people.cho", "is a list, not a table"),
    _text("list-of-people", 'key = "k"\ntitle = "t"\n[[people]]\nname = "x"', "people", "write [people.KEY] for each"),
    _text("text-for-events", 'key = "k"\ntitle = "t"\nevents = "none"', "events", "is text, not a list"),
    _text("text-for-an-event", 'key = "k"\ntitle = "t"\nevents = ["one"]', "events[0]", "is text, not a table"),
    _swap("one-coordinate", "[50.88, 4.42]", "[50.88]", "places.brussels.geo", "a pair of numbers"),
    _swap("coordinates-in-text", "[50.88, 4.42]", '["50.88", "4.42"]', "places.brussels.geo", "are no two numbers"),
    _swap("endless-coordinate", "50.88", "1e400", "places.brussels.geo", "are no two numbers"),
    _swap("list-for-when", '"Thursday"', '["Thursday", "Friday"]', f"{VISIT}.days[0].when", "is a list, not a day"),
    _swap("number-for-when", '"Thursday"', "3", f"{VISIT}.days[0].when", "the source's words in quotes"),
    _swap("number-for-time", '"15:00-16:30"', "15", f"{SESSION}.time", "is a whole number, not a time"),
    _swap(
        "number-for-participant", '["cho", "host: rutte"]', "[1]", f"{BILATERAL}.participants[0]", "not a participant"
    ),
    _swap(
        "text-for-relations", '["on_the_margins_of: visit"]', '"visit"', f"{SESSION}.relations", "is text, not a list"
    ),
    _swap("truth-for-outcome", '"Joint statement"', "false", f"{SESSION}.outcome", "the title of an outcome"),
    # words that are none of those that may stand there
    _swap("status", '"confirmed"', '"comfirmed"', f"{VISIT}.status", "is not a status; did you mean 'confirmed'?"),
    _swap("format", '"bilateral"', '"bi-lateral"', f"{BILATERAL}.format", "is not a format; did you mean 'bilateral'?"),
    _swap("access", '"accredited"', '"secret"', f"{VISIT}.access", "open, pooled, closed, accredited, embargoed"),
    _swap("kind", '"organisation"', '"organization"', "parties.nato.kind", "did you mean 'organisation'?"),
    _swap("upper-case", '"confirmed"', '"Confirmed"', f"{VISIT}.status", "did you mean 'confirmed'?"),
    _swap("role", "host: rutte", "hots: rutte", f"{BILATERAL}.participants[1]", "is not a role; did you mean 'host'?"),
    _swap(
        "relation",
        "on_the_margins_of: visit",
        "on the margin of: visit",
        f"{SESSION}.relations[0]",
        "is not a relation",
    ),
    _swap("relation-alone", '"on_the_margins_of: visit"', '"visit"', f"{SESSION}.relations[0]", "follows: KEY"),
    # days and times that are none
    _swap("weekday-misspelt", '"Thursday"', '"on Thrusday"', f"{VISIT}.days[0].when", "is not a day"),
    _swap("day-and-more", '"Thursday"', '"on Thursday, perhaps"', f"{VISIT}.days[0].when", "is not a day"),
    _swap("when-empty", '"Thursday"', '" "', f"{VISIT}.days[0].when", "is not a day: expected words of time"),
    _swap("when-endless", '"Thursday"', '"' + "the day after " * 9000 + '"', f"{VISIT}.days[0].when", "is not a day"),
    _swap("hour-25", "15:00-16:30", "25:00", f"{SESSION}.time", "is not a time: expected"),
    _swap("minute-60", "15:00-16:30", "15:00-16:60", f"{SESSION}.time", "is not a time: expected"),
    _swap("seconds", '"15:00-16:30"', "15:00:30", f"{SESSION}.time", "has seconds"),
    _swap("time-unnamed", '"15:00-16:30"', '{ start = "9:00" }', f"{SESSION}.time", "names no reference"),
    _swap("span-of-nothing", "15:00-16:30", "15:00-15:00", f"{SESSION}.time", "ends when it starts"),
    _swap("reference-unknown", '"Thursday"', '{ reference = "Onweekdays" }', f"{VISIT}.days[0].when", "'OnWeekday'?"),
    _swap("reference-unnamed", '"Thursday"', "{ day = 3 }", f"{VISIT}.days[0].when", "names no reference"),
    _swap(
        "reference-out-of-range",
        '"Thursday"',
        '{ reference = "CalendarDay", month = 13, day = 1 }',
        f"{VISIT}.days[0].when",
        "cannot be",
    ),
    _swap(
        "reference-deep",
        '"Thursday"',
        '{ reference = "Counted", days = 1, base = ' * 60 + '"Thursday"' + " }" * 60,
        f"{VISIT}.days[0].when.base.base.base",
        "is a table in too many tables",
    ),
    # dates that contradict themselves or run backwards
    _swap("june-31", '"Thursday"', '"31 June"', f"{VISIT}.days[0].when", "31 June"),
    _swap("weekday-contradicts", '"Thursday"', '"Friday 3 April 2025"', f"{VISIT}.days[0].when", "contradicts itself"),
    _swap(
        "settled-backwards", "[2025-04-02, 2025-04-04]", "[2025-04-04, 2025-04-02]", f"{VISIT}.date", "before it starts"
    ),
    _swap(
        "range-backwards",
        '"Thursday"',
        '"4 April 2025 to 2 April 2025"',
        f"{VISIT}.days[0].when",
        "before it starts",
    ),
    # keys
    _swap(
        "entry-twice", 'key = "partners"', 'key = "second-day"', f"{SESSION}.key", "is the key of events[0].days[0] too"
    ),
    _swap("key-empty", 'key = "partners"', 'key = ""', f"{SESSION}.key", "the key is empty"),
    _swap("key-with-space", 'key = "partners"', 'key = "The partners"', f"{SESSION}.key", "write 'the-partners'"),
    _swap("keyed-with-space", "[places.base]", '[places."the base"]', 'places."the base"', "write 'the-base'"),
    _swap("place-missing", 'place = "brussels"', 'place = "brussel"', f"{VISIT}.place", "did you mean 'brussels'?"),
    _swap("party-missing", 'party = "nato"', 'party = "otan"', "people.rutte.party", "the key of no party"),
    _swap("person-missing", '"host: rutte"', '"host: ruttee"', f"{BILATERAL}.participants[1]", "did you mean 'rutte'?"),
    _swap(
        "name-for-key", '"cho", "host', '"Cho Tae-yul", "host', f"{BILATERAL}.participants[0]", "write its key, 'cho'"
    ),
    _swap("alias-for-key", '"host: rutte"', '"Rutte Mark"', f"{BILATERAL}.participants[1]", "write its key, 'rutte'"),
    _swap("words-for-key", '"cho", "host', '"two allies", "host', f"{BILATERAL}.participants[0]", "{ unnamed = ... }"),
    _swap(
        "source-missing", 'source = "ministry"', 'source = "ministery"', f"{SESSION}.earlier[0].source", "'ministry'?"
    ),
    _swap("entry-missing", "of: visit", "of: trip", f"{SESSION}.relations[0].to", "the key of no entry"),
    _swap("issuer-missing", 'issuer = "rok"', 'issuer = "mofa"', f"{VISIT}.claims[0].issuer", "no person or party"),
    _swap(
        "anchor-in-a-circle",
        'when = "Thursday"',
        'when = "Thursday"\nanchor = "second-day"',
        "events[0]",
        "circle",
    ),
    _swap("via-in-a-circle", 'url = "https', 'via = ["ministry"]\nurl = "https', "sources.ministry.via[0]", "circle"),
    _swap("nobody", '{ unnamed = "several ministers" }', "{ }", f"{VISIT}.participants[1]", "names nobody"),
    _swap("both", '"several ministers"', '"x", person = "cho"', f"{VISIT}.participants[1]", "are given together"),
    # values
    _swap("zone", '"Asia/Seoul"', '"Seoul"', "sources.ministry.zone", "did you mean 'Asia/Seoul'?"),
    _swap(
        "zone-that-is-a-path",
        '"Europe/Brussels"',
        '"../../etc/passwd"',
        "places.brussels.zone",
        "not an IANA time zone",
    ),
    _swap("zone-empty", '"Europe/Brussels"', '""', "places.brussels.zone", "the zone is empty"),
    _swap(
        "zone-of-a-time", "15:00-16:30", "15:00 Europe/Brusels", f"{SESSION}.time", "did you mean 'Europe/Brussels'?"
    ),
    _swap("time-without-zone", 'place = "brussels"', 'place = "base"', f"{SESSION}.time", "is a time without a zone"),
    _swap(
        "country", 'country = "BE"', 'country = "Belgium"', "places.brussels.country", "not an ISO 3166-1 country code"
    ),
    _swap("globe", "[50.88, 4.42]", "[50.88, 442]", "places.brussels.geo", "is not a latitude and longitude"),
    _swap("script", '"https://example.org/notice"', '"javascript:alert(1)"', "sources.ministry.url", "'javascript'"),
    _swap("title-empty", '"Visit to Brussels"', '" "', f"{VISIT}.title", "the title is empty"),
    _swap("year-0", "since = 2022", "since = 0", f"{VISIT}.series.since", "is out of range"),
)
