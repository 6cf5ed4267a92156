"""A file to which each revision of a feed adds its changes, once, whenever a crash comes.

The words are put aside before the feed is replaced, with the digest of the new feed. Whoever publishes next finds them,
and adds them if that feed is in its place. The digest stands in the file, unseen, so that nothing is added twice.
"""

import os
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from diplocal.feed.briefing import to_markdown
from diplocal.feed.changes import Changes
from diplocal.feed.replacing import take_place, write_aside


@frozen
class Changelog:
    """A changelog of a feed; others may have the same file."""

    path: Path
    feed: Path

    @property
    def waiting(self) -> Path:
        """Where the words about this feed wait until it is in its place."""
        return self.path.with_name(f".{self.path.name}.{sha256(os.fsencode(self.feed)).hexdigest()[:16]}.waiting")

    def put_aside(self, octets: bytes, changes: Changes, title: str, language: str) -> None:
        """Keep the words about a feed that is about to be published."""
        said = to_markdown(changes, title=title, language=language).encode()
        write_aside(self._mark(octets) + b"\n" + said, self.waiting, self.path)

    def catch_up(self, published: bytes | None) -> None:
        """Add the words that wait if they are about the published feed; else they never came true, and go."""
        try:
            said = self.waiting.read_bytes()
        except FileNotFoundError:
            return
        mark = self._mark(published) if published is not None else None
        if mark and said.startswith(mark):
            known = self.path.read_bytes() if self.path.exists() else b""
            if mark not in known:
                gap = b"" if not known else b"\n" if known.endswith(b"\n") else b"\n\n"
                aside = self.path.with_name(f".{self.path.name}.new")
                write_aside(known + gap + said, aside, self.path)
                take_place(aside, self.path)
        self.waiting.unlink()

    def _mark(self, octets: bytes) -> bytes:
        """Name a state of this feed in a comment."""
        digest = sha256(os.fsencode(self.feed) + b"\0" + octets).hexdigest()[:16]
        return b"<!-- revision " + digest.encode() + b" -->"
