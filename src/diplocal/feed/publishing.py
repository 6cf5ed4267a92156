"""A feed published as a file: revised from its newest state under a lock, and replaced as a whole.

The only place beside the command line where files are touched.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from attrs import evolve

from diplocal.atomic_write import is_replaceable, take_place, write_aside
from diplocal.errors import DoubtfulFeedError, FeedError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.ical import Options
from diplocal.exporters.ical.options import chosen
from diplocal.feed.changelog import Changelog
from diplocal.feed.changes import Changes
from diplocal.feed.filters import Selection
from diplocal.feed.locking import PATIENCE, locked
from diplocal.feed.revision import KEEP_DAYS, Feed, revise
from diplocal.timeline import Timeline


def publish(
    path: str | os.PathLike[str],
    timeline: Timeline | Callable[[], Timeline],
    now: dt.datetime,
    options: Options | None = None,
    *,
    changelog: str | os.PathLike[str] | None = None,
    only: Selection | None = None,
    keep_days: int = KEEP_DAYS,
    sure: bool = False,
    patience: float = PATIENCE,
    waiting: Callable[[], None] | None = None,
    **given: object,
) -> tuple[Feed, Changes]:
    """Revise the feed in a file, and replace the file if anything changed.

    A crash at any moment leaves the old file or the new one. Publishers wait for each other, each revises what the last
    one left. Where nothing changed, the file is left alone. A new file keeps the mode of the old one; a symbolic link
    stays one, and what it points to is replaced.

    >>> from tempfile import TemporaryDirectory
    >>> now = dt.datetime(2025, 5, 5, 12, tzinfo=dt.UTC)
    >>> with TemporaryDirectory() as folder:
    ...     feed, _ = publish(Path(folder, "oslo.ics"), Timeline(key="oslo", title="Visit to Oslo"), now)
    >>> feed.octets[:15]
    b'BEGIN:VCALENDAR'

    Args:
        path: of the feed; beside it an empty lock file stays, whose name begins with a dot.
        timeline: the whole programme, or what reads it: called once it is this publisher's turn, so that the last one
            has read the newest.
        now: the moment of the revision, aware.
        options: as for `revise`.
        changelog: a file to which each revision's changes are added as Markdown, once each, oldest first.
        only: as for `revise`.
        keep_days: as for `revise`.
        sure: whether a revision that looks like a mistake is published all the same.
        patience: how many seconds to wait for another publisher at most.
        waiting: called once it has to be waited for.
        given: options by keyword.

    Raises:
        DoubtfulFeedError: the revision looks like a mistake; nothing is touched.
        FeedError: what is published isn't ours, is torn, or was written by a newer version; what is at a path is no
            file; another publisher never came to an end. Nothing is touched.
        ExportError: as `revise`.
        OSError: a file can't be read or written; the feed is what it was.
    """
    place = _place(path)
    with ExitStack() as held:
        held.enter_context(locked(place, waiting, patience))
        log = _changelog(changelog, place)
        if log:  # it has a lock of its own, since several feeds may share one; always after the feed's
            held.enter_context(locked(log.path, waiting, patience))
        previous = _read(place)
        if log:
            log.catch_up(previous)
        whole = timeline() if callable(timeline) else timeline
        with _named(path):
            feed, changes = revise(previous, whole, now, options, only=only, keep_days=keep_days, **given)
        if feed.doubts and not sure:
            raise DoubtfulFeedError(os.fspath(path), feed.doubts)
        if feed.changed:
            told = chosen(options, given)
            named = told.name or for_audience(whole, told.audience).title
            title = f"{named}, {now.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
            changes = _replace(place, feed, log if changes else None, changes, (title, told.language))
    return feed, changes


def _replace(place: Path, feed: Feed, log: Changelog | None, changes: Changes, heading: tuple[str, str]) -> Changes:
    """Write all that needs room on the disk, then put it in its place; tell what could not be put there any more."""
    aside = place.with_name(f".{place.name}.new")
    write_aside(feed.octets, aside, place)
    if log is None:
        take_place(aside, place)
        return changes
    try:
        log.put_aside(feed.octets, changes, *heading)
        take_place(aside, place)
    except OSError:
        aside.unlink(missing_ok=True)
        log.forget()
        raise
    try:
        log.take_place()
    except OSError as error:
        told = f"the changelog could not be written ({error.strerror}); its words wait for the next time"
        return evolve(changes, asides=(*changes.asides, told))
    return changes


def _place(path: str | os.PathLike[str]) -> Path:
    """Find the file that a path leads to, whether or not it is there.

    Raises:
        FeedError: there is something else.
    """
    place = Path(os.path.realpath(path))
    if not is_replaceable(place):
        what = "is a directory" if place.is_dir() else "is a device or a pipe"
        msg = f"'{os.fspath(path)}' {what}; name a file"
        raise FeedError(msg)
    return place


@contextmanager
def _named(path: str | os.PathLike[str]) -> Iterator[None]:
    """Say which file an error is about."""
    try:
        yield
    except FeedError as error:
        msg = f"{os.fspath(path)}: {error}"
        raise FeedError(msg) from error


def preview(
    path: str | os.PathLike[str],
    timeline: Timeline,
    now: dt.datetime,
    options: Options | None = None,
    *,
    only: Selection | None = None,
    keep_days: int = KEEP_DAYS,
    **given: object,
) -> tuple[Feed, Changes]:
    """Tell what `publish` would do, and touch nothing; the arguments are those of `publish`.

    Raises:
        FeedError: as `publish`.
        ExportError: as `revise`.
        OSError: the file can't be read.
    """
    with _named(path):
        return revise(_read(_place(path)), timeline, now, options, only=only, keep_days=keep_days, **given)


def _changelog(path: str | os.PathLike[str] | None, feed: Path) -> Changelog | None:
    if path is None:
        return None
    place = _place(path)
    if place == feed:
        msg = f"{os.fspath(path)}: the changelog can't be the feed itself; name another file"
        raise FeedError(msg)
    return Changelog(place, feed)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
