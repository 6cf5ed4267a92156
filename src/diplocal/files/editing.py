"""A programme file edited in place: what did not change keeps its words, its order and its comments.

`tomlkit` keeps a document as it was typed. Here a programme is compared, field by field, with the one that the text
says; what differs is written, in the way `dump` writes it.
"""

from collections.abc import Mapping, MutableMapping
from typing import cast

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item
from tomlkit.items import Table as TomlTable

from diplocal.errors import ProgrammeError
from diplocal.files.record_tables import to_table
from diplocal.files.shorthand import Table
from diplocal.files.writing import written_value
from diplocal.model import Programme

EDITABLE = "write its events as [[events]], its sources as [sources.KEY]"
"""What makes a file that cannot be edited one that can."""

_Container = MutableMapping[str, object]
_SEVERAL = ("days", "sessions")


def edit_text(text: str, before: Programme, after: Programme, sections: tuple[str, ...]) -> str:
    """Write into the text of a programme what makes it say another one.

    The records of `after` are those of `before`, which the text says, in their order, with others behind them. Of its
    sections, those that are named are tables by key.

    Raises:
        ProgrammeError: the text is laid out in a way that cannot be edited.
    """
    shared = frozenset({one.key for one in after.people} & {one.key for one in after.parties})
    old, new = to_table(before, shared), to_table(after, shared)
    try:
        document = tomlkit.parse(text)
        for section in sections:
            _edit_keyed(document, section, _by_key(old, section), _by_key(new, section))
        _edit_several(document, "events", old.pop("events", []), new.pop("events", []))
        rest = [{name: value for name, value in table.items() if name not in sections} for table in (old, new)]
        _edit_fields(document, *rest)
        edited = tomlkit.dumps(document)
        return edited if edited == text else edited.rstrip("\n") + "\n"
    except (TOMLKitError, AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise ProgrammeError.of_file(f"cannot be edited in place: {error}", EDITABLE) from error


def _by_key(table: Table, section: str) -> dict[str, Table]:
    records = cast(list[Table], table.get(section, []))
    return {str(one["key"]): {name: value for name, value in one.items() if name != "key"} for one in records}


def _edit_keyed(document: _Container, section: str, old: Mapping[str, Table], new: Mapping[str, Table]) -> None:
    if set(new) - set(old) and section not in document:
        document[section] = tomlkit.table(is_super_table=True)
    for key, record in new.items():
        tables = cast(_Container, document.get(section))
        if key in old:
            _edit_fields(cast(_Container, tables[key]), old[key], record)
        else:
            made = _table(record)
            _behind(tables, made)
            tables[key] = made


def _edit_several(holder: _Container, name: str, old: object, new: object) -> None:
    """Edit a list of tables: those that are there, then those that are added."""
    before, after = cast(list[Table], old), cast(list[Table], new)
    tables = cast(list[_Container], holder.get(name, []))
    for there, was, record in zip(tables, before, after, strict=False):
        for below in _SEVERAL:
            _edit_several(there, below, was.pop(below, []), record.pop(below, []))
        _edit_fields(there, was, record)
    for record in after[len(before) :]:
        _add(holder, name, record)


def _add(holder: _Container, name: str, record: Table) -> None:
    """Add a table to a list of tables, which need not be there yet; where it is written in line, so is the new one."""
    there = holder.get(name)
    if there is not None and not isinstance(there, AoT):
        cast(list[object], there).append(record)
        return
    made = _table(record)
    _behind(there or holder, made)
    if there is None:
        there = tomlkit.aot()
        there.append(made)
        holder[name] = there
    else:
        there.append(made)


def _edit_fields(table: _Container, old: Table, new: Table) -> None:
    for name in old.keys() - new.keys():
        del table[name]
    for name, value in new.items():
        if old.get(name) != value:
            table[name] = _item(value)


def _behind(holder: object, made: Item) -> None:
    """Leave an empty line before a new table, and let the words that stand above the next one stay above that."""
    last = _last_table(holder)
    if last is None or not isinstance(made, TomlTable):
        return
    tail = []
    while last.body and last.body[-1][0] is None:
        tail.append(last.body.pop()[1])
    last.add(tomlkit.nl())
    for item in reversed(tail or [tomlkit.nl()]):
        made.value.body.append((None, item))


def _last_table(holder: object) -> Container | None:
    """Find the table whose text ends a document, a table or a list of tables."""
    match holder:
        case AoT():
            return _last_table(holder[-1]) if len(holder) else None
        case TomlTable():
            return _last_table(holder.value)
        case Container():
            inner = [
                item for key, item in holder.body if key is not None and isinstance(item, TomlTable | AoT) and item
            ]
            return _last_table(inner[-1]) if inner else holder
        case _:
            return None


def _table(record: Table) -> Item:
    made = tomlkit.table()
    for name, value in record.items():
        if name in _SEVERAL:
            inner = tomlkit.aot()
            for one in cast(list[Table], value):
                inner.append(_table(one))
            made.append(name, inner)
        else:
            made.append(name, _item(value))
    return made


def _item(value: object) -> Item:
    """Make an item that is written as `dump` writes it."""
    return cast(Item, tomlkit.parse(f"value = {written_value(value)}\n")["value"])
