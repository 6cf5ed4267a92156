"""Changes told as Markdown, for a briefing mail or a changelog; every text of others is escaped."""

from collections.abc import Iterable, Iterator

from diplocal.errors import ExportError
from diplocal.exporters.local_times import at_zone
from diplocal.exporters.markdown.markup import escaped, headed, write
from diplocal.exporters.telling.fragments import NOTHING, Link, Told, bracketed, joined, text
from diplocal.exporters.telling.teller import Teller, published_day
from diplocal.exporters.wording import Wording, wording_of
from diplocal.feed.changes import Added, Cancelled, Change, Changed, Changes, Moved, Reinstated, Removed, Retitled
from diplocal.timeline import Timing


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
    speak = wording_of(language)
    blocks = [headed(heading, escaped(title))] if title.strip() else []
    sections = list(_sections(changes, heading + 1, speak))
    return "\n\n".join([*blocks, *(sections or [speak.say("No changes.")])]) + "\n"


def _sections(changes: Changes, level: int, speak: Wording) -> Iterator[str]:
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
        if lines := [_item(change, Teller(language=speak, whose=" ({zone})")) for change in found]:
            yield f"{headed(level, speak.say(words))}\n\n" + "\n".join(lines)
    if changes.warnings:
        told = "\n".join(f"- {escaped(warning)}" for warning in changes.warnings)
        yield f"{headed(level, speak.say('To check'))}\n\n{told}"


def _item(change: Change, teller: Teller) -> str:
    subject = change.subject
    head = f"- **{write(text(subject.title) or teller.say('untitled'))}**"
    source = ""
    if said := subject.source:
        day = teller.date(published) if (published := published_day(said)) else NOTHING
        source = write(bracketed(NOTHING, joined(", ", [(Link(text(said.publisher), said.url),), day])))
    if isinstance(change, Changed):
        return "\n".join([f"{head}{source}", *_differences(change, teller.language)])
    return teller.language.say("{name}: {words}", name=head, words=write(_said(change, teller))) + source


def _said(change: Added | Moved | Cancelled | Reinstated | Retitled | Removed, teller: Teller) -> Told:
    """Tell in a line what changed."""

    def when(timing: Timing) -> Told:
        return teller.timing(at_zone(timing, change.subject.zone))

    match change:
        case Added(_, timing) | Reinstated(_, timing) | Removed(_, timing):
            return when(timing)
        case Moved(_, was, now):
            return joined(" → ", [when(was), when(now)])
        case Cancelled(_, timing, status):
            said = teller.term(status) if status else teller.say("no longer announced")
            return teller.say("{name}: {words}", name=when(timing), words=said)
        case Retitled(_, was):
            return teller.say("formerly “{title}”", title=text(was))


def _differences(change: Changed, speak: Wording) -> Iterator[str]:
    for difference in change.differences:
        if difference.name == "details":
            yield from _lines(speak.say("gone: {line}"), difference.was)
            yield from _lines(speak.say("new: {line}"), difference.now)
        else:
            name, known = speak.say(difference.name), difference.was or difference.now
            states = " → ".join(escaped(state) or "–" for state in (difference.was, difference.now))
            yield f"  - {speak.say('{name}: {words}', name=name, words=states) if known else name}"


def _lines(said: str, text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield f"  - {said.format(line=escaped(line.removeprefix('- ')))}"
