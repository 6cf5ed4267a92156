"""A feed as a file: replaced as a whole, under a lock, only if it changed; its changelog tells each revision once."""

import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from diplocal.atomic_write import write_aside
from diplocal.errors import FeedError
from diplocal.feed import changelog, publish, publishing
from diplocal.feed.changelog import Changelog
from diplocal.feed.locking import locked
from diplocal.feed.previous import first_sequence
from diplocal.timeline import Hours, Timeline
from tests.exporters.harbour_talks import TIMELINE, at
from tests.feed.editing import FIRST, SECOND, THIRD, changed, entry, without

BEGIN = first_sequence(FIRST)
MOVED = changed("dinner", timing=Hours(at(11, 20), at(11, 22)))

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and symbolic links are POSIX here")


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "harbour.ics"
    publish(path, TIMELINE, FIRST)
    return path


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_what_is_returned_is_what_lies_there(feed):
    told, changes = publish(feed, MOVED, SECOND)

    assert told.octets == feed.read_bytes()
    assert [change.subject.title for change in changes.moved] == ["Dinner of the League"]


def test_nothing_but_the_feed_and_its_lock_is_left(feed):
    publish(feed, MOVED, SECOND)

    assert names(feed) == [".harbour.ics.lock", "harbour.ics"]


def test_unchanged_content_leaves_the_file_alone(feed):
    before = feed.stat()
    told, _ = publish(feed, TIMELINE, SECOND)
    after = feed.stat()

    assert not told.changed
    assert (after.st_ino, after.st_mtime_ns, after.st_ctime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_ctime_ns,
    )


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_the_file_keeps_its_mode(feed, mode):
    feed.chmod(mode)
    publish(feed, MOVED, SECOND)

    assert stat.S_IMODE(feed.stat().st_mode) == mode


@posix
def test_a_new_file_gets_what_the_umask_leaves(tmp_path):
    old = os.umask(0o027)
    try:
        publish(tmp_path / "new.ics", TIMELINE, FIRST)
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / "new.ics").stat().st_mode) == 0o640


@posix
def test_a_symbolic_link_stays_one(feed, tmp_path):
    (tmp_path / "web").mkdir()
    link = tmp_path / "web" / "public.ics"
    link.symlink_to(feed)
    publish(link, MOVED, SECOND)

    assert link.is_symlink()
    assert entry(feed.read_bytes(), "dinner")["SEQUENCE"] == BEGIN + 1
    assert names(link) == ["public.ics"]


@posix
@pytest.mark.parametrize("name", [".harbour.ics.new", ".harbour.ics.lock"])
def test_a_link_laid_in_the_way_is_never_written_through(tmp_path, name):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / name).symlink_to(victim)
    try:
        publish(tmp_path / "harbour.ics", TIMELINE, FIRST)
    except OSError:
        assert name.endswith(".lock")

    assert victim.read_text() == "precious"


def test_a_link_to_nothing_begins_a_feed_there(tmp_path):
    link = tmp_path / "link.ics"
    link.symlink_to(tmp_path / "real.ics")
    publish(link, TIMELINE, FIRST)

    assert link.is_symlink()
    assert Calendar.from_ical((tmp_path / "real.ics").read_bytes()).events


@pytest.mark.parametrize(
    "octets", [b"", b"BEGIN:VCALENDAR\r\nPRODID:else\r\nEND:VCALENDAR\r\n", b"\0" * 100, b"BEGIN:VCALENDAR\r\n"]
)
def test_what_is_not_ours_is_not_touched(feed, octets, tmp_path):
    feed.write_bytes(octets)
    before = feed.stat()
    with pytest.raises(FeedError, match=r"harbour\.ics: "):
        publish(feed, MOVED, SECOND, changelog=tmp_path / "log.md")

    assert feed.read_bytes() == octets
    assert feed.stat().st_mtime_ns == before.st_mtime_ns
    assert not (tmp_path / "log.md").exists()


def test_the_programme_is_read_when_it_is_the_publishers_turn(feed):
    read = []

    def programme() -> Timeline:
        read.append(feed.with_name(".harbour.ics.lock").exists())
        return MOVED

    publish(feed, programme, SECOND)

    assert read == [True]
    assert entry(feed.read_bytes(), "dinner")["SEQUENCE"] == BEGIN + 1


def test_publishers_wait_for_each_other(feed):
    """Each holds the file while it reads its programme; two at once would both count from the same SEQUENCE."""
    inside, most = [], []
    meet = threading.Barrier(4)

    def programme(hour: int) -> Timeline:
        inside.append(hour)
        most.append(len(inside))
        inside.remove(hour)
        return changed("dinner", timing=Hours(at(11, hour)))

    def run(hour):
        meet.wait()
        publish(feed, lambda: programme(hour), SECOND)

    threads = [threading.Thread(target=run, args=[hour]) for hour in (13, 14, 15, 16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1
    assert entry(feed.read_bytes(), "dinner")["SEQUENCE"] == BEGIN + 4


def test_whoever_waits_too_long_is_told_and_gives_up(feed):
    said = []
    with locked(feed), pytest.raises(FeedError, match="somebody else has been publishing to it"):
        publish(feed, MOVED, SECOND, waiting=lambda: said.append("waiting"), patience=1.2)
    publish(feed, MOVED, SECOND, waiting=lambda: said.append("never"))

    assert said == ["waiting"]


@posix
@pytest.mark.parametrize("mode", [0o755, 0o775, 0o2775])
def test_whoever_may_write_to_the_folder_may_lock(tmp_path, mode):
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(mode)
    old = os.umask(0o022)
    try:
        publish(folder / "harbour.ics", TIMELINE, FIRST)
    finally:
        os.umask(old)

    lock = folder / ".harbour.ics.lock"
    assert stat.S_IMODE(lock.stat().st_mode) == mode & 0o666


@posix
def test_what_is_no_file_is_refused(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path(os.devnull)):
        with pytest.raises(FeedError, match=r"is a device or a pipe|is a directory"):
            publish(path, TIMELINE, FIRST)
        with pytest.raises(FeedError, match=r"is a device or a pipe|is a directory"):
            publish(tmp_path / "feed.ics", TIMELINE, FIRST, changelog=path)

    assert sorted(one.name for one in tmp_path.iterdir() if not one.name.endswith(".lock")) == ["pipe"]


class Crash(BaseException):
    pass


STEPS = ["write_aside", "put_aside", "take_place", "catch_up"]


@pytest.mark.parametrize("log_name", ["", "log.md"])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_leaves_old_or_new_and_the_next_run_mends(feed, monkeypatch, step, when, log_name):
    log = feed.with_name(log_name) if log_name else None
    old = feed.read_bytes()

    def crashing(whole: Callable[..., object], *given: object) -> None:
        if when == "after":
            whole(*given)
        raise Crash

    owner = Changelog if step in {"put_aside", "catch_up"} else publishing
    whole = getattr(owner, step)
    with monkeypatch.context() as patch:
        patch.setattr(owner, step, lambda *given: crashing(whole, *given))
        try:
            publish(feed, MOVED, SECOND, changelog=log)
        except Crash:
            pass
        else:
            assert log is None
            assert step in {"put_aside", "catch_up"}  # never reached without a changelog
    left = feed.read_bytes()
    assert left == old or entry(left, "dinner")["SEQUENCE"] == BEGIN + 1

    publish(feed, MOVED, THIRD, changelog=log)
    publish(feed, MOVED, THIRD, changelog=log)
    assert entry(feed.read_bytes(), "dinner")["SEQUENCE"] == BEGIN + 1
    if log:
        assert log.read_text().count("**Dinner of the League**") == 1
        assert names(feed) == [".harbour.ics.lock", ".log.md.lock", "harbour.ics", "log.md"]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_an_error_while_writing_leaves_the_old_feed_and_no_rest(feed, monkeypatch, failing):
    old = feed.read_bytes()

    def full(*_given):
        raise OSError(28, "No space left on device")

    owner = os if failing == "fsync" else Path
    with monkeypatch.context() as patch:
        patch.setattr(owner, failing, full)
        with pytest.raises(OSError, match="No space left"):
            publish(feed, MOVED, SECOND)

    assert feed.read_bytes() == old
    assert names(feed) == [".harbour.ics.lock", "harbour.ics"]


def test_a_disk_that_is_full_at_the_last_step_is_told_as_it_is(feed, monkeypatch):
    log = feed.with_name("log.md")

    def full(*_given):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Changelog, "take_place", full)
        published, changes = publish(feed, MOVED, SECOND, changelog=log)

    assert feed.read_bytes() == published.octets
    assert "its words wait for the next time" in changes.asides[-1]
    assert not log.exists()
    publish(feed, MOVED, THIRD, changelog=log)
    assert log.read_text().count("**Dinner of the League**") == 1


def test_a_changelog_without_room_is_told_before_anything_is_published(feed, monkeypatch):
    old, log = feed.read_bytes(), feed.with_name("log.md")
    log.write_text("# What changed")
    whole = write_aside

    def full(octets, aside, like):
        if like == log and aside.name == ".log.md.new":
            raise OSError(28, "No space left on device")
        whole(octets, aside, like)

    with monkeypatch.context() as patch:
        patch.setattr(changelog, "write_aside", full)
        with pytest.raises(OSError, match="No space left"):
            publish(feed, MOVED, SECOND, changelog=log)

    assert feed.read_bytes() == old
    assert log.read_text() == "# What changed"
    assert names(feed) == [".harbour.ics.lock", ".log.md.lock", "harbour.ics", "log.md"]


# --- the changelog ----------------------------------------------------------------------------------------------------


def test_the_changelog_tells_each_revision_once_oldest_first(feed, tmp_path):
    log = tmp_path / "log.md"
    log.write_text("# What changed")
    for timeline, now in [(MOVED, SECOND), (MOVED, THIRD), (without("dinner"), THIRD)]:
        publish(feed, timeline, now, changelog=log)
    lines = [line for line in log.read_text().splitlines() if line.startswith("#")]

    assert lines == [
        "# What changed",
        "## Foreign Minister Ada Holt in Bergen, 2025-09-03 12:00 UTC",
        "### Moved",
        "## Foreign Minister Ada Holt in Bergen, 2025-09-04 12:00 UTC",
        "### Cancelled",
    ]


def test_several_feeds_may_share_a_changelog(tmp_path):
    log = tmp_path / "log.md"
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        publish(tmp_path / folder / "feed.ics", TIMELINE, FIRST, changelog=log)
        publish(tmp_path / folder / "feed.ics", MOVED, SECOND, changelog=log)

    assert log.read_text().count("### Moved") == 2


def test_the_changelog_cannot_be_the_feed(feed):
    with pytest.raises(FeedError, match="name another file"):
        publish(feed, MOVED, SECOND, changelog=feed)
