"""A feed published as a file: revised from its newest state under a lock, and replaced as a whole.

The only place beside the command line where files are touched.
"""

import datetime as dt
import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from diplocal.errors import DoubtfulFeedError, FeedError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.ical import Options
from diplocal.exporters.ical.options import chosen
from diplocal.feed.changelog import Changelog
from diplocal.feed.changes import Changes
from diplocal.feed.filters import Selection
from diplocal.feed.locking import locked
from diplocal.feed.replacing import take_place, write_aside
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
    **given: object,
) -> tuple[Feed, Changes]:
    """Revise the feed in a file, and replace the file if anything changed.

    A crash at any moment leaves the old file or the new one. Publishers wait for each other, each revises what the last
    one left. Where nothing changed, the file is left alone. A new file keeps the mode of the old one; a symbolic link
    stays one, and what it points to is replaced.

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
        given: options by keyword.

    Raises:
        DoubtfulFeedError: the revision looks like a mistake; nothing is touched.
        FeedError: what is published isn't ours, is torn, or was written by a newer version; nothing is touched.
        ExportError: as `revise`.
        OSError: a file can't be read or written; the feed is what it was.
    """
    place = Path(os.path.realpath(path))
    with ExitStack() as held:
        held.enter_context(locked(place))
        log = _changelog(changelog, place, held)
        previous = _read(place)
        if log:
            log.catch_up(previous)
        try:
            whole = timeline() if callable(timeline) else timeline
            feed, changes = revise(previous, whole, now, options, only=only, keep_days=keep_days, **given)
        except FeedError as error:
            msg = f"{os.fspath(path)}: {error}"
            raise FeedError(msg) from error
        if feed.doubts and not sure:
            raise DoubtfulFeedError(os.fspath(path), feed.doubts)
        if feed.changed:
            aside = place.with_name(f".{place.name}.new")
            write_aside(feed.octets, aside, place)
            if log and changes:
                told = chosen(options, given)
                named = told.name or for_audience(whole, told.audience).title
                title = f"{named}, {now.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
                log.put_aside(feed.octets, changes, title, told.language)
            take_place(aside, place)
            if log:
                log.catch_up(feed.octets)
    return feed, changes


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
    try:
        return revise(_read(Path(path)), timeline, now, options, only=only, keep_days=keep_days, **given)
    except FeedError as error:
        msg = f"{os.fspath(path)}: {error}"
        raise FeedError(msg) from error


def _changelog(path: str | os.PathLike[str] | None, feed: Path, held: ExitStack) -> Changelog | None:
    """Take the changelog's own lock, since several feeds may share one; always after the feed's."""
    if path is None:
        return None
    place = Path(os.path.realpath(path))
    if place == feed:
        msg = f"{os.fspath(path)}: the changelog can't be the feed itself; name another file"
        raise FeedError(msg)
    held.enter_context(locked(place))
    return Changelog(place, feed)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
