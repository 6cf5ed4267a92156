"""Feeds that people subscribe to: revised, so that they are quiet when nothing changed, and published safely.

`revise` compares a timeline with what was published and gives the next bytes with the `Changes`; `publish` does so with
a file; `to_markdown` tells the changes for a briefing; `filters` choose what belongs in a feed.
"""

from diplocal.feed.briefing import to_markdown
from diplocal.feed.changes import (
    Added,
    Cancelled,
    Change,
    Changed,
    Changes,
    Difference,
    Moved,
    Reinstated,
    Removed,
    Retitled,
    Subject,
)
from diplocal.feed.filters import Selection, by_event, by_party, by_person, by_place, by_topic
from diplocal.feed.publishing import preview, publish
from diplocal.feed.revision import KEEP_DAYS, Feed, revise

__all__ = [
    "KEEP_DAYS", "Added", "Cancelled", "Change", "Changed", "Changes", "Difference", "Feed", "Moved", "Reinstated",
    "Removed", "Retitled", "Selection", "Subject", "by_event", "by_party", "by_person", "by_place", "by_topic",
    "preview", "publish", "revise", "to_markdown",
]  # fmt: skip
