"""What a later notice changes in a programme: proposals, each marked for a person to look at.

The programme keeps its keys, its titles and whatever else a person wrote. An entry that the notice moves, calls off or
makes more precise takes what the notice says, with the notice as its source and what it was before in `earlier`. What
the notice doesn't speak of stays: its silence changes nothing.
"""

from attrs import evolve, field, frozen

from diplocal.amending.differences import Difference
from diplocal.amending.matching import matches
from diplocal.amending.merging import Merging
from diplocal.languages.language import Language
from diplocal.languages.language import language as language_of
from diplocal.model import Programme
from diplocal.resolver import resolve
from diplocal.timeline import Entry, Level


@frozen
class Change:
    """Something that the notice changes.

    Attributes:
        key: of the entry, in the programme.
        words: what changes.
    """

    key: str
    words: str


@frozen(kw_only=True)
class Amended:
    """A programme with what a notice changes in it.

    Attributes:
        programme: marked with `to_check` wherever it was changed.
        changes: of the entries that were known, then those that are new, in the order of the notice.
        same: how many entries the notice tells as they stand.
        silent: how many entries of the programme the notice doesn't speak of.
    """

    programme: Programme
    changes: tuple[Change, ...] = field(converter=tuple[Change, ...])
    same: int
    silent: int


def amend(programme: Programme, notice: Programme, language: str | Language = "en") -> Amended:
    """Bring what a notice says into a programme.

    Args:
        programme: without problems.
        notice: the programme that was drafted from the notice; its first source is the notice.
        language: what their titles are written in, by its code.

    Raises:
        ProgrammeError: one of the two has problems.
        ValueError: there is no such language.
    """
    before, told = resolve(programme), resolve(notice)
    pairs = matches(before.entries, told.entries, language_of(language).documents().title_words)
    merging = Merging.of(programme, notice)
    entries = _in_order_of(notice, told.entries)
    known = []
    for one in entries:
        if one.key in pairs:
            old = before.entry(pairs[one.key])
            known.append(Difference.between(old, one, before.entry(old.parent) if old.parent else None))
    several = [one for one in known if one.words]
    changes = [Change(one.old.key, words) for one, words in zip(several, merging.change(several), strict=True)]
    added = [merging.add(entry) for entry in entries if entry.key not in pairs]
    changes += [Change(key, "new") for key in added if key]
    spoken_of = {one.old.key for one in known}
    silent = sum(one.key not in spoken_of and one.level is not Level.DAY for one in before.entries)
    marks = dict.fromkeys((*merging.programme.to_check, *notice.to_check))
    left = evolve(merging.programme, to_check=marks)
    return Amended(programme=left, changes=changes, same=len(known) - len(several), silent=silent)


def _in_order_of(notice: Programme, entries: tuple[Entry, ...]) -> list[Entry]:
    """Put entries into the order of their programme, an event before its sessions."""
    order = [key for event in notice.events for key in (event.key, *(one.key for one in event.sessions))]
    return sorted((entry for entry in entries if entry.key in order), key=lambda entry: order.index(entry.key))
