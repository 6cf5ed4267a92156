"""Changes told as Markdown, for a briefing mail or a changelog; every text of others is escaped."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from diplocal.errors import ExportError
from diplocal.exporters.clocks import zone
from diplocal.exporters.markdown.markup import escaped, headed, linked
from diplocal.exporters.words import Language
from diplocal.exporters.words import language as language_of
from diplocal.feed.changes import Added, Cancelled, Change, Changed, Changes, Moved, Reinstated, Removed, Retitled
from diplocal.feed.wording import say_timing
from diplocal.model import Source
from diplocal.timeline import Hours, Timing


def to_markdown(changes: Changes, *, title: str = "", heading: int = 2, language: str = "en") -> str:
    r"""Tell what a revision changed, in sections; it ends with a newline.

    Args:
        changes: what changed.
        title: of the whole; empty: none.
        heading: level of the title's heading, 1 to 5; the sections stand one below.
        language: of the fixed words, weekdays and months; any but English needs Babel.

    >>> to_markdown(Changes(), title="Oslo, 3 April")
    '## Oslo, 3 April\n\nNo changes.\n'

    Raises:
        ExportError: an unknown language, or a level out of range.
    """
    if not 1 <= heading <= 5:
        msg = f"heading level {heading!r} is out of range: the title may have 1 to 5, its sections stand one below"
        raise ExportError(msg)
    speak = language_of(language)
    blocks = [headed(heading, escaped(title))] if title.strip() else []
    sections = list(_sections(changes, heading + 1, speak))
    return "\n\n".join([*blocks, *(sections or [speak.say("No changes.")])]) + "\n"


def _sections(changes: Changes, level: int, speak: Language) -> Iterator[str]:
    kinds: list[tuple[str, Iterable[Change]]] = [
        ("Cancelled", changes.cancelled),
        ("Moved", changes.moved),
        ("Reinstated", changes.reinstated),
        ("Added", changes.added),
        ("Retitled", changes.retitled),
        ("Changed otherwise", changes.changed),
        ("No longer in this feed", changes.removed),
    ]
    for words, found in kinds:
        if lines := [_item(change, speak) for change in found]:
            yield f"{headed(level, speak.say(words))}\n\n" + "\n".join(lines)
    if changes.warnings:
        told = "\n".join(f"- {escaped(warning)}" for warning in changes.warnings)
        yield f"{headed(level, speak.say('To check'))}\n\n{told}"


def _item(change: Change, speak: Language) -> str:
    subject = change.subject

    def when(timing: Timing) -> str:
        return escaped(say_timing(_there(timing, subject.zone), speak))

    head = f"- **{escaped(subject.title) or speak.say('untitled')}**"
    source = f" ({_source(subject.source, speak)})" if subject.source else ""
    match change:
        case Added(_, timing) | Reinstated(_, timing) | Removed(_, timing):
            return f"{head}: {when(timing)}{source}"
        case Moved(_, was, now):
            return f"{head}: {when(was)} → {when(now)}{source}"
        case Cancelled(_, timing, status):
            said = speak.name(status) if status else speak.say("no longer announced")
            return f"{head}: {when(timing)}: {said}{source}"
        case Retitled(_, was):
            return f"{head}: {speak.say('formerly “{title}”', title=escaped(was))}{source}"
        case Changed():
            return "\n".join([f"{head}{source}", *_differences(change, speak)])


def _differences(change: Changed, speak: Language) -> Iterator[str]:
    for difference in change.differences:
        if difference.name == "details":
            yield from _lines(speak.say("gone: {line}"), difference.was)
            yield from _lines(speak.say("new: {line}"), difference.now)
        else:
            states = (escaped(state) or "–" for state in (difference.was, difference.now))
            said = f": {' → '.join(states)}" if difference.was or difference.now else ""
            yield f"  - {speak.say(difference.name)}{said}"


def _lines(said: str, text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield f"  - {said.format(line=escaped(line.removeprefix('- ')))}"


def _source(source: Source, speak: Language) -> str:
    moment = source.published
    said = linked(escaped(source.publisher), source.url)
    return f"{said}, {speak.date(moment)}" if moment else said


def _there(timing: Timing, key: str | None) -> Timing:
    """Tell a time in the zone where it takes place."""
    if key is None or not isinstance(timing, Hours):
        return timing
    there = zone(key)
    return evolve(timing, start=timing.start.astimezone(there), end=timing.end and timing.end.astimezone(there))
