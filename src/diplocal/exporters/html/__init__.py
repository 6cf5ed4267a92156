"""A timeline as a web page in one file: to share, to print and to project.

What the page tells is in `telling`; `events` tells it to machines, `markup` writes fragments, and the template holds
all together. Style and script are inside, and a policy lets nothing else in: nothing in the page asks the network for
anything.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias, TypeVar
from urllib.parse import quote, urlsplit

from attrs import frozen
from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from diplocal.errors import ExportError
from diplocal.exporters.html.events import linked_data
from diplocal.exporters.html.markup import Writer
from diplocal.exporters.svg import draw
from diplocal.exporters.telling.cards import sections
from diplocal.exporters.telling.evidence import checks, reference
from diplocal.exporters.telling.fragments import Dated, Link, Strong, capital, clean, encoded, struck, text
from diplocal.exporters.telling.masthead import Masthead
from diplocal.exporters.telling.teller import Page, lay_out
from diplocal.model import Audience, Party, Status
from diplocal.timeline import Attendee, Entry, Timeline

_BRIEF = 60
"""The most entries that a table of all days is for: about those of one sheet of paper."""

_Thing = TypeVar("_Thing", bound=Hashable)
_Numbers: TypeAlias = Mapping[str, int]


def to_html(
    timeline: Timeline,
    *,
    zones: Iterable[str] | None = None,
    language: str = "en",
    audience: Audience = Audience.PUBLIC,
    feed: str = "",
    reasons: bool = True,
    edition: str = "",
) -> str:
    """Write a timeline as a web page; it ends with a newline.

    Args:
        timeline: what was dated.
        zones: further zones whose times stand beside the place's, in order: ``Asia/Seoul``, or with a name of one's
            own, ``Washington=America/New_York``. If left out, that of the first source's dateline.
        language: of weekdays, months and, where there is a table, the fixed words; any but English needs Babel.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.
        feed: the address of the timeline's calendar (``https:`` or ``webcal:``), to subscribe to and to download.
        reasons: whether to tell how each date was read, and what to check.
        edition: the number or name of this edition.

    Raises:
        ExportError: an unknown zone or language, or an address that is none.
    """
    calendar = _calendar(feed)
    page = lay_out(timeline, zones=zones, language=language, audience=audience, reasons=reasons, edition=edition)
    return _filled_in(page, calendar)


def _calendar(address: str) -> tuple[str, str] | None:
    """Give the addresses of a calendar, to subscribe to (``webcal:``) and to download (``https:``)."""
    if not address:
        return None
    found = re.fullmatch(r"(https?|webcals?)(://[^\s<>\"]+)", address.strip(), re.IGNORECASE)
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        host = None
    if not found or not host:
        msg = f"{address[:60]!r} is not an address of a calendar; give one that starts with 'https://' or 'webcal://'"
        raise ExportError(msg)
    rest = encoded(found[2])
    return f"webcal{rest}", f"{'http' if found[1].lower() == 'http' else 'https'}{rest}"


def _filled_in(page: Page, calendar: tuple[str, str] | None) -> str:
    """Fill in the template; everything in it is escaped unless this package wrote it as HTML."""
    style, script = _part("page.css"), _part("page.js")
    timeline, teller, language = page.timeline, page.teller, page.teller.language
    in_years = len({day.year for day in page.outline.days}) > 1
    names = _named(((key, key[1]) for key in teller.entries), "entry")
    source_names = _named(((source, source.key) for source in dict.fromkeys(timeline.sources)), "source")
    dates = language.tag_of_dates if language.locale and not language.fixed else ""
    writer = Writer(names, source_names, dates=dates, foreign=bool(language.fixed))
    return _template().render(
        brief=len(page.outline.entries) <= _BRIEF,
        calendar=calendar,
        choices=_choices(page.outline.entries, timeline.parties),
        data=linked_data(timeline, names),
        direction=language.locale.text_direction if language.locale and language.fixed else "ltr",
        head=Masthead(page),
        icon=f"data:image/svg+xml,{quote(_part('icon.svg'))}",
        lang=language.tag,
        language=language,
        names=names,
        overview=Markup(draw(page, names=names)) if page.outline.entries else "",  # noqa: S704 - escaped there
        note=[text(line) for line in timeline.note.split("\n") if clean(line)],
        notices=[*checks(page, lambda entry: (Strong(teller.to(entry)),))] if page.reasons else [],
        teller=teller,
        plain_title=clean(timeline.title) or language.say("untitled"),
        policy=_policy(style, script),
        say=language.say,
        script=script,
        sections=[section for section in sections(page) if any(group.cards for group in section.groups)],
        short=lambda day: (Dated(language.short(day, year=in_years)),),
        sources=[(name, reference(cited, teller)) for cited, name in source_names.items()],
        style=style,
        where=not page.one_place,
        write=writer.write,
    )


@frozen(kw_only=True)
class _Choices:
    """What a reader may filter by: display names, numbered so that no text becomes a name in a page, and statuses.

    A person stands for the own party too, and a group for its members: who looks for a state wants what its minister
    attends.
    """

    people: _Numbers
    parties: _Numbers
    topics: _Numbers
    statuses: tuple[Status, ...]
    members: Mapping[str, Party]

    def of(self, entry: Entry) -> tuple[str, str]:
        """Tell by whom and by which topics an entry is found, as numbers with spaces between them."""
        parties = dict.fromkeys(name for who in entry.participants for name in _parties(who, self.members))
        people = dict.fromkeys(clean(who.person.name) for who in entry.participants if who.person)
        who = [f"p{self.people[name]}" for name in people if name] + [f"o{self.parties[name]}" for name in parties]
        topics = dict.fromkeys(self.topics[name] for topic in entry.topics if (name := clean(topic.title)))
        return " ".join(who), " ".join(map(str, topics))

    @property
    def some(self) -> bool:
        """Whether any choice makes a difference."""
        return bool(self.people or self.parties or self.topics) or len(self.statuses) > 1


def _choices(entries: Sequence[Entry], known: Iterable[Party]) -> _Choices:
    """Collect what there is to choose from; names in the order of their characters, whatever the locale."""
    parties = {party.key: party for party in known}
    attendees, statuses = [who for entry in entries for who in entry.participants], {entry.status for entry in entries}
    return _Choices(
        people=_numbered(clean(who.person.name) for who in attendees if who.person),
        parties=_numbered(name for who in attendees for name in _parties(who, parties)),
        topics=_numbered(clean(topic.title) for entry in entries for topic in entry.topics),
        statuses=tuple(status for status in Status if status in statuses),
        members=parties,
    )


def _parties(who: Attendee, parties: Mapping[str, Party]) -> list[str]:
    """Name the party that takes part, and the members of a group."""
    if who.party is None:
        return []
    members = (parties[key] for key in who.party.members if key in parties)
    return [name for party in (who.party, *members) if (name := clean(party.name))]


def _numbered(names: Iterable[str]) -> _Numbers:
    return {name: number for number, name in enumerate(sorted({*names} - {""}))}


@pass_context
def _finalize(context: Context, value: object) -> object:
    """Write fragments where they stand in the template."""
    return context["write"](value) if isinstance(value, tuple) else value


def _named(keys: Iterable[tuple[_Thing, str]], prefix: str) -> dict[_Thing, str]:
    """Name elements by key, so that a link into the page outlives the next edition; numbers tell equal ones apart."""
    given: dict[_Thing, str] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for thing, key in keys:
        stem = name = f"{prefix}-{re.sub(r'[^A-Za-z0-9._-]+', '-', key)}"
        while name in taken:
            counts[stem] += 1
            name = f"{stem}-{counts[stem] + 1}"
        taken.add(name)
        given[thing] = name
    return given


def _policy(style: str, script: str) -> str:
    """Allow this very style and script, the icon that is inside, and nothing else (CSP Level 3)."""
    rules = {
        "default-src": "'none'",
        "style-src": _fingerprint(style),
        "script-src": _fingerprint(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


def _fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _part(name: str) -> Markup:
    """Read a part of the page that lies beside this module; it is ours, and stands as it is."""
    return Markup(files(__package__).joinpath(name).read_text("utf-8").strip())  # noqa: S704


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters |= {
        "capital": capital,
        "linked": lambda words, address: (Link(words, address),),
        "struck": struck,
    }
    return environment.from_string(_part("page.html.jinja") + "\n")
