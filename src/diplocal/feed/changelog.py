"""A file to which each revision of a feed adds its changes, once, whenever a crash comes.

The words are put aside before the feed is replaced, with the digest of the new feed. Whoever publishes next finds them,
and adds them if that feed is in its place. The digest stands in the file, unseen, so that nothing is added twice.
"""

import datetime as dt
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from diplocal.feed.briefing import to_markdown
from diplocal.feed.changes import Changes
from diplocal.feed.replacing import take_place, write_aside

_MARK = b"<!-- revision "


@frozen
class Changelog:
    """A changelog, and where the words wait until the feed is in its place."""

    path: Path
    waiting: Path

    def put_aside(self, octets: bytes, changes: Changes, now: dt.datetime, language: str) -> None:
        """Keep the words about a feed that is about to be published."""
        title = f"{now.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
        said = f"{_mark(octets).decode()}\n{to_markdown(changes, title=title, language=language)}"
        write_aside(said.encode(), self.waiting, self.path)

    def catch_up(self, published: bytes | None) -> None:
        """Add the words that wait if they are about the published feed; else they never came true, and go."""
        try:
            said = self.waiting.read_bytes()
        except FileNotFoundError:
            return
        mark = _mark(published) if published is not None else None
        if mark and said.startswith(mark):
            known = self.path.read_bytes() if self.path.exists() else b""
            if mark not in known:
                gap = b"" if not known else b"\n" if known.endswith(b"\n") else b"\n\n"
                aside = self.path.with_name(f".{self.path.name}.new")
                write_aside(known + gap + said, aside, self.path)
                take_place(aside, self.path)
        self.waiting.unlink()


def _mark(octets: bytes) -> bytes:
    return _MARK + sha256(octets).hexdigest()[:16].encode() + b" -->"
