"""The page as one file: its style and script inside, and a policy that lets nothing else in."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from diplocal.exporters.html.events import linked_data
from diplocal.exporters.html.evidence import notices, sources
from diplocal.exporters.html.markup import NOTHING, clean, told
from diplocal.exporters.html.masthead import Feed, masthead
from diplocal.exporters.html.page import Page
from diplocal.exporters.html.sections import sections
from diplocal.exporters.svg import draw


def write(page: Page, calendar: Feed | None) -> str:
    """Fill in the template; everything in it is escaped unless this package wrote it as HTML."""
    style, script = _part("page.css"), _part("page.js")
    return _template().render(
        calendar=calendar,
        choices=page.choices,
        data=linked_data(page.timeline, page.names),
        direction=page.direction,
        head=masthead(page),
        icon=f"data:image/svg+xml,{quote(_part('icon.svg'))}",
        lang=page.lang,
        name=page.language.name,
        overview=_overview(page),
        note=[told(line) for line in page.timeline.note.split("\n") if clean(line)],
        notices=list(notices(page)),
        plain_title=clean(page.timeline.title) or page.language.say("untitled"),
        policy=_policy(style, script),
        say=page.language.say,
        script=script,
        sections=sections(page),
        sources=list(sources(page)),
        style=style,
    )


def _overview(page: Page) -> Markup:
    """Draw the days at a glance; every text in the drawing was escaped there."""
    return Markup(draw(page.outline, page.language, names=page.names)) if page.outline.entries else NOTHING  # noqa: S704


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
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(_part("page.html.jinja") + "\n")
