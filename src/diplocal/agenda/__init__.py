"""Several timelines as one agenda, and what only shows when they lie side by side: one person in two places at once.

Entries keep the key of their programme, so that their UIDs stay what they are in a feed of the programme alone.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from attrs import evolve

from diplocal.agenda.clashes import clashes
from diplocal.agenda.distinct_keys import with_distinct_keys
from diplocal.exporters.audience import for_audience
from diplocal.model import Audience
from diplocal.timeline import Notice, Part, Timeline, agenda_note, agenda_title, in_order

__all__ = ["clashes", "merge"]


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
    apart = with_distinct_keys(timelines)
    found = _clashes(apart)
    if len(apart) == 1:
        return evolve(apart[0], title=title or apart[0].title, notices=(*apart[0].notices, *found))
    parts = [
        Part(key=one.key, title=one.title, note=one.note, sources=[source.key for source in one.sources])
        for one in apart
    ]
    return Timeline(
        key="agenda",
        title=title or agenda_title(parts),
        entries=in_order(chain.from_iterable(one.entries for one in apart)),
        notices=(*chain.from_iterable(one.notices for one in apart), *found),
        sources=dict.fromkeys(chain.from_iterable(one.sources for one in apart)),
        parties=dict.fromkeys(chain.from_iterable(one.parties for one in apart)),
        people=dict.fromkeys(chain.from_iterable(one.people for one in apart)),
        note=agenda_note(parts),
        parts=parts,
    )


def _clashes(timelines: Iterable[Timeline]) -> Sequence[Notice]:
    """Tell the clashes of all entries; those that public entries alone don't give are for the house."""
    whole = tuple(timelines)
    found = clashes(whole)
    shown = tuple(for_audience(one, Audience.PUBLIC) for one in whole)
    if all(one is other for one, other in zip(shown, whole, strict=True)):
        return found
    public = {*clashes(shown)}
    return [one if one in public else evolve(one, audience=Audience.INTERNAL) for one in found]
