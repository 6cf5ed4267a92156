"""The page as one file: its style and script inside, and a policy that lets nothing else in."""

import base64
import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from diplocal.exporters.html.choices import gather
from diplocal.exporters.html.events import linked_data
from diplocal.exporters.html.feed import Feed
from diplocal.exporters.html.markup import Writer
from diplocal.exporters.svg import draw
from diplocal.exporters.telling.evidence import check, reference
from diplocal.exporters.telling.facts import Page
from diplocal.exporters.telling.fragments import Dated, Link, Told, capital, clean, struck, text
from diplocal.exporters.telling.masthead import masthead
from diplocal.exporters.telling.sections import Section, sections
from diplocal.exporters.words import Language
from diplocal.timeline import FullKey

if TYPE_CHECKING:
    from babel import Locale

_BRIEF = 60
"""The most entries that a table of all days is for: about those of one sheet of paper."""

_Thing = TypeVar("_Thing", bound=Hashable)


def write(page: Page, calendar: Feed | None) -> str:
    """Fill in the template; everything in it is escaped unless this package wrote it as HTML."""
    style, script = _part("page.css"), _part("page.js")
    timeline, facts, language = page.timeline, page.facts, page.facts.language
    names = _named(((key, key[1]) for key in facts.entries), "entry")
    source_names = _named(((source, source.key) for source in dict.fromkeys(timeline.sources)), "source")
    writer = Writer(names, source_names, _lang_of_dates(language))
    return _template().render(
        brief=len(page.outline.entries) <= _BRIEF,
        calendar=calendar,
        choices=gather(page.outline.entries, timeline.parties),
        data=linked_data(timeline, names),
        direction=language.locale.text_direction if language.locale and language.fixed else "ltr",
        head=masthead(page),
        icon=f"data:image/svg+xml,{quote(_part('icon.svg'))}",
        lang=_lang(language),
        language=language,
        names=names,
        overview=_overview(page, names),
        note=[text(line) for line in timeline.note.split("\n") if clean(line)],
        notices=[(facts.entries.get(found.full_key), check(found)) for found in timeline.notices if page.reasons],
        facts=facts,
        plain_title=clean(timeline.title) or language.say("untitled"),
        policy=_policy(style, script),
        say=language.say,
        script=script,
        sections=list(_sections(page)),
        short=lambda day: _short(day, page),
        sources=[(name, reference(cited, facts)) for cited, name in source_names.items()],
        style=style,
        where=not page.one_place,
        write=writer.write,
    )


@pass_context
def _finalize(context: Context, value: object) -> object:
    """Write fragments where they stand in the template."""
    return context["write"](value) if isinstance(value, tuple) else value


def _linked(words: Told, address: str) -> Told:
    return (Link(words, address),)


def _sections(page: Page) -> Iterator[Section]:
    """Give the parts of the timeline that have something to show."""
    return (section for section in sections(page) if any(group.cards for group in section.groups))


def _short(day: dt.date, page: Page) -> Told:
    """Name a day in little room: with its weekday, unless the days are of several years."""
    blocks = page.outline.days
    return (Dated(page.facts.language.short(day, year=blocks[0].day.year != blocks[-1].day.year)),)


def _overview(page: Page, names: Mapping[FullKey, str]) -> Markup:
    """Draw the days at a glance; every text in the drawing was escaped there."""
    return Markup(draw(page, names=names)) if page.outline.entries else Markup()  # noqa: S704


# --- languages and names ----------------------------------------------------------------------------------------------


def _lang(language: Language) -> str:
    """Name the language of the fixed words, as BCP 47 does: English where there is no translation."""
    locale = language.locale
    return _tag(locale) if locale and (language.fixed or locale.language == "en") else "en-GB"


def _lang_of_dates(language: Language) -> str:
    """Name the language of weekdays and months where the words around them are English."""
    return _tag(language.locale) if language.locale and not language.fixed else ""


def _tag(locale: "Locale") -> str:
    return str(locale).replace("_", "-")


_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def _named(keys: Iterable[tuple[_Thing, str]], prefix: str) -> dict[_Thing, str]:
    """Name elements by key, so that a link into the page outlives the next edition; numbers tell equal ones apart."""
    given: dict[_Thing, str] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for thing, key in keys:
        stem = name = f"{prefix}-{_NOT_IN_NAMES.sub('-', key)}"
        while name in taken:
            counts[stem] += 1
            name = f"{stem}-{counts[stem] + 1}"
        taken.add(name)
        given[thing] = name
    return given


# --- parts ------------------------------------------------------------------------------------------------------------


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
