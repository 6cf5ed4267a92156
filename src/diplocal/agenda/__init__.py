"""Several timelines as one agenda, and what only shows when they lie side by side: one person in two places at once.

Entries keep the key of their programme, so that their UIDs stay what they are in a feed of the programme alone.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from attrs import evolve

from diplocal.agenda.apart import told_apart
from diplocal.agenda.clashes import Clash, clashes
from diplocal.timeline import Timeline, in_order

__all__ = ["Clash", "clashes", "merge"]

Record = TypeVar("Record")


def merge(timelines: Iterable[Timeline], *, title: str = "") -> Timeline:
    """Make one agenda of several timelines, with a notice for each clash.

    Args:
        timelines: each with a programme key of its own; people who share a name or an alias are taken for one.
        title: of the agenda; empty: made from those of the timelines.

    Raises:
        ProgrammeError: two timelines have the same key.

    >>> merge([Timeline(key="a", title="Oslo"), Timeline(key="b", title="Rome"), Timeline(key="c", title="Bonn")]).title
    'Oslo; Rome; Bonn'
    """
    apart = told_apart(timelines)
    found = [clash.notice for clash in clashes(apart)]
    if len(apart) == 1:
        return evolve(apart[0], title=title or apart[0].title, notices=(*apart[0].notices, *found))
    return Timeline(
        key="agenda",
        title=title or _titles([one.title for one in apart]),
        entries=in_order(chain.from_iterable(one.entries for one in apart)),
        notices=(*chain.from_iterable(one.notices for one in apart), *found),
        sources=_once(chain.from_iterable(one.sources for one in apart)),
        parties=_once(chain.from_iterable(one.parties for one in apart)),
        people=_once(chain.from_iterable(one.people for one in apart)),
        note="\n\n".join(dict.fromkeys(one.note for one in apart if one.note)),
    )


def _titles(titles: Sequence[str]) -> str:
    return "; ".join(titles) if len(titles) <= 3 else f"{titles[0]} and {len(titles) - 1} more"


def _once(records: Iterable[Record]) -> tuple[Record, ...]:
    kept: list[Record] = []
    for record in records:
        if record not in kept:
            kept.append(record)
    return tuple(kept)
