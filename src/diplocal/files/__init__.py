"""Programme files: TOML text to a `Programme` and back, with all problems listed at once.

What a file may hold is what the model declares, by the same names; `shorthand` has the forms that save writing, `times`
the ways to say when. Reading and writing go through small functions driven by the model's fields, not through cattrs:
nearly every field has a form of its own, and each problem needs its path, the value as it stood, and what would settle
it. `load` alone opens a file, where it is given a path; these functions take and give text.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from attrs import evolve

from diplocal import checks
from diplocal.checks.keys import KINDS
from diplocal.errors import Problem, ProgrammeError
from diplocal.files.context import Context, step
from diplocal.files.record_tables import read_record, to_table
from diplocal.files.shorthand import Table
from diplocal.files.syntax import LARGEST, decode, tables
from diplocal.files.writing import lay_out
from diplocal.model import Programme

__all__ = ["LARGEST", "SCHEMA_LINE", "decode", "dump", "edit", "load"]

SCHEMA_LINE = "#:schema ./programme.schema.json"
"""The first line of a file that `dump` writes: where editors find the schema that `diplocal schema` prints."""

_BY_KEY = tuple(KINDS)
_SECTIONS = ("", *_BY_KEY, "events")
_EVENT: dict[str, object] = {"days": {"sessions": {}}, "sessions": {}}
_INDEX = re.compile(rf"({'|'.join(_BY_KEY)})\[([0-9]+)\]")
_HALF = re.compile("[\ud800-\udfff]")  # of a character: no encoding can write it
_NAMED = re.compile(rf"({_INDEX.pattern})\.key")
_STEP = re.compile(r"(^\w+|\.days|\.sessions)\[([0-9]+)\]")


def load(source: str | os.PathLike[str], *, name: str = "") -> Programme:
    """Read a programme from a file, or from the text of one.

    >>> visit = load(
    ...     '''
    ... key = "visit"
    ... title = "A visit to Brussels"
    ...
    ... [people.cho]
    ... name = "Cho Tae-yul"
    ...
    ... [[events]]
    ... key = "talks"
    ... title = "Talks"
    ... when = "undated"
    ... participants = ["cho", "host: rutte"]
    ... ''',
    ...     name="visit.toml",
    ... )
    Traceback (most recent call last):
    ...
    diplocal.errors.ProgrammeError: visit.toml: 1 problem
      events[0].participants[1]: 'rutte' is the key of no person and no party; the keys are cho

    Args:
        source: a path (``Path("visit.toml")``), or TOML as text.
        name: what problems call the file; a path's own if left out.

    Raises:
        ProgrammeError: everything that is wrong: a file that cannot be read, TOML, types, unknown and missing names,
            phrases that are no days, and what `diplocal.checks` finds.
    """
    name = name or (os.fspath(source) if isinstance(source, os.PathLike) else "")
    text = _text(source, name)
    document = tables(text, name)
    context = _context(document)
    programme = read_record(Programme, document, "", context)
    typed = not context.problems and not _HALF.search(text)
    found = [*context.problems, *_checked(programme, context, typed=typed)]
    if found:
        keys = {section: [*_table(document, section)] for section in _BY_KEY}
        raise ProgrammeError([_in_file(one, keys) for one in sorted(found, key=_place)], name)
    return programme


def _text(source: str | os.PathLike[str], name: str) -> str:
    if isinstance(source, os.PathLike):
        try:
            return decode(Path(source).read_bytes(), name)
        except OSError as error:
            why = f"cannot be read: {error.strerror}"
            raise ProgrammeError.of_file(why, "see whether the path is right", name) from None
    if not isinstance(source, str):
        raise ProgrammeError.of_file(f"is {type(source).__name__}", "give a path, or TOML as text", name)
    if source.endswith(".toml") and "\n" not in source:
        why = f"is read as TOML: {source!r}"
        raise ProgrammeError.of_file(why, f"to read a file, give Path({source!r})", name)
    return source


def dump(programme: Programme, *, comments: Mapping[str, str] | None = None) -> str:
    """Write a programme as the text of a file that `load` reads back as the same programme.

    What has its default is left out. The same programme gives the same text.

    >>> print(dump(Programme(key="oslo", title="Visit to Oslo"), comments={"title": "To check"}), end="")
    #:schema ./programme.schema.json
    <BLANKLINE>
    key = "oslo"
    # To check
    title = "Visit to Oslo"

    Args:
        programme: what to write.
        comments: words to put above a value or table, by its path (``events[0].when``, ``people.cho``); at ``""``
            those above everything.

    Raises:
        ProgrammeError: the programme has problems; `load` would refuse what came out.
    """
    if found := checks.problems(programme):
        raise ProgrammeError(found)
    both = {one.key for one in programme.people} & {one.key for one in programme.parties}
    table = to_table(programme, frozenset(both))
    for section in _BY_KEY:
        table[section] = {str(one.pop("key")): one for one in cast(list[Table], table.get(section, []))}
    nested: dict[str, object] = {section: {} for section in _BY_KEY} | {"events": _EVENT}
    return f"{SCHEMA_LINE}\n\n{lay_out(table, nested, comments or {})}"


def edit(text: str, programme: Programme, *, name: str = "") -> str:
    r"""Write into the text of a programme file what makes it say another programme; all else stays as it was typed.

    >>> typed = 'key = "talks"  # ours\ntitle = "Talks"\n\n[[events]]\nkey = "talks"\ntitle = "Talks"\n'
    >>> programme = load(typed)
    >>> moved = evolve(programme, events=[evolve(programme.events[0], title="Talks in Oslo")])
    >>> print(edit(typed, moved), end="")
    key = "talks"  # ours
    title = "Talks"
    <BLANKLINE>
    [[events]]
    key = "talks"
    title = "Talks in Oslo"

    Args:
        text: the file's.
        programme: what it shall say: the records that it has, in their order, changed or not, and others behind them.
        name: what problems call the file.

    Raises:
        ProgrammeError: the text or the programme has problems, or the text cannot be edited to say it.
    """
    from diplocal.files import editing

    if found := checks.problems(programme):
        raise ProgrammeError(found)
    edited = editing.edit_text(text, load(text, name=name), programme, _BY_KEY)
    if load(edited, name=name) != programme:
        raise ProgrammeError.of_file("cannot be edited in place", editing.EDITABLE, name)
    return edited


def _context(document: Mapping[str, object]) -> Context:
    """Gather the keys and names of people and parties, which may stand below what refers to them."""
    people, parties = _table(document, "people"), _table(document, "parties")
    names = {}
    for key, record in [*parties.items(), *people.items()]:
        fields = record if isinstance(record, dict) else {}
        aliases = fields.get("aliases")
        for called in [fields.get("name"), *(aliases if isinstance(aliases, list) else [])]:
            if isinstance(called, str):
                names[" ".join(called.casefold().split())] = key
    return Context(frozenset(people), frozenset(parties), names)


def _table(document: Mapping[str, object], section: str) -> Mapping[str, object]:
    value = document.get(section)
    return value if isinstance(value, dict) else {}


def _checked(programme: Programme, context: Context, *, typed: bool) -> list[Problem]:
    """Find what the checks find, except about what could not be read: a default stands there."""
    paths = {problem.where for problem in context.problems}
    if any(re.fullmatch(r"\w*", path) and path not in {"key", "title", "note"} for path in paths):
        return []  # a whole section could not be read: every key that refers to it would be called missing
    paths |= {problem.where for problem in context.missing}
    found = (one for one in checks.problems(programme, typed=typed) if paths.isdisjoint(_heads(one.where)))
    return context.missing + [evolve(one, where=_NAMED.sub(r"\1", one.where)) for one in found]


def _heads(path: str) -> list[str]:
    """Give a path and the paths it lies in."""
    return [path[: found.start()] for found in re.finditer(r"[.\[]|$", path)]


def _in_file(problem: Problem, keys: Mapping[str, list[str]]) -> Problem:
    """Write a path as the file has it: people, parties, places and sources by key."""
    found = _INDEX.match(problem.where)
    if found is None:
        return problem
    by_key = step(found[1], keys[found[1]][int(found[2])])
    return evolve(problem, where=by_key + problem.where[found.end() :])


def _place(problem: Problem) -> tuple[Any, ...]:
    """Order problems as the file goes; within a record they stay as they were found."""
    section = re.split(r"\W", problem.where, maxsplit=1)[0]
    rank = _SECTIONS.index(section) if section in _SECTIONS else 0
    return rank, *((name, int(number)) for name, number in _STEP.findall(problem.where))
