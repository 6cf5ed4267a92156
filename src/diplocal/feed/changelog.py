"""A file to which each revision of a feed adds its changes, once, whenever a crash comes.

The words are put aside before the feed is replaced, with the digest of the new feed, and so is the whole new changelog:
a disk that is full is told before anything is published. Whoever publishes next finds the words, and adds them if that
feed is in its place. The digest stands in the file, unseen, so that nothing is added twice.
"""

import os
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from diplocal.atomic_write import take_place, write_aside
from diplocal.feed.briefing import to_markdown
from diplocal.feed.changes import Changes


@frozen
class Changelog:
    """A changelog of a feed; others may have the same file."""

    path: Path
    feed: Path

    @property
    def waiting(self) -> Path:
        """Where the words about this feed wait until it is in its place."""
        return self.path.with_name(f".{self.path.name}.{sha256(os.fsencode(self.feed)).hexdigest()[:16]}.waiting")

    @property
    def aside(self) -> Path:
        """Where the new changelog is until it takes its place."""
        return self.path.with_name(f".{self.path.name}.new")

    def put_aside(self, octets: bytes, changes: Changes, title: str, language: str) -> None:
        """Keep the words about a feed that is about to be published."""
        said = self._mark(octets) + b"\n" + to_markdown(changes, title=title, language=language).encode()
        try:
            write_aside(said, self.waiting, self.path)
            write_aside(self._with(said), self.aside, self.path)
        except BaseException:
            self.waiting.unlink(missing_ok=True)
            raise

    def take_place(self) -> None:
        """Put the new changelog in its place, now that the feed is published."""
        take_place(self.aside, self.path)
        self.waiting.unlink()

    def forget(self) -> None:
        """Drop what was put aside: the feed was not published."""
        self.aside.unlink(missing_ok=True)
        self.waiting.unlink(missing_ok=True)

    def catch_up(self, published: bytes | None) -> None:
        """Add the words that a crash left waiting if they are about the published feed; else they never came true."""
        try:
            said = self.waiting.read_bytes()
        except FileNotFoundError:
            return
        mark = self._mark(published) if published is not None else None
        if mark and said.startswith(mark) and mark not in self._known():
            write_aside(self._with(said), self.aside, self.path)
            take_place(self.aside, self.path)
        self.forget()

    def _known(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""

    def _with(self, said: bytes) -> bytes:
        known = self._known()
        return known + (b"" if not known else b"\n" if known.endswith(b"\n") else b"\n\n") + said

    def _mark(self, octets: bytes) -> bytes:
        """Name a state of this feed in a comment."""
        digest = sha256(os.fsencode(self.feed) + b"\0" + octets).hexdigest()[:16]
        return b"<!-- revision " + digest.encode() + b" -->"
