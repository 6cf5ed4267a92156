"""Doubts become marks on the records they are about, so that nobody takes a draft for a finished programme."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve

from diplocal.drafting.leftover import Left
from diplocal.model import Event, Person, Programme, Session, Source

Record = TypeVar("Record", Event, Person, Session, Source)


def marked(programme: Programme, doubts: Mapping[str, str], left: Sequence[Left] = ()) -> Programme:
    """Put marks on a drafted programme.

    Args:
        programme: without marks.
        doubts: words about a record or one of its fields, by its path (``events[0].when``, ``sources.source``), one a
            line.
        left: lines of the document that are in no entry.
    """
    said = {path: words.split("\n") for path, words in doubts.items()}
    titles = Counter(_title(event) for event in programme.events)
    titles += Counter(_title(session) for event in programme.events for session in event.sessions)

    def with_marks(record: Record, where: str, *more: str) -> Record:
        words = [*_about(said, where), *more]
        return evolve(record, to_check=words) if words else record

    def own_title(entry: Event | Session) -> tuple[str, ...]:
        return ("has the title of another entry; give it one of its own",) if titles[_title(entry)] > 1 else ()

    return evolve(
        programme,
        to_check=[_about_lines(left)] if left else (),
        sources=[with_marks(one, f"sources.{one.key}") for one in programme.sources],
        people=[with_marks(one, f"people.{one.key}") for one in programme.people],
        events=[
            evolve(
                with_marks(event, f"events[{n}]", *own_title(event)),
                sessions=[
                    with_marks(one, f"events[{n}].sessions[{i}]", *own_title(one))
                    for i, one in enumerate(event.sessions)
                ],
            )
            for n, event in enumerate(programme.events)
        ],
    )


def _title(entry: Event | Session) -> str:
    return entry.title.casefold()


def _about_lines(left: Sequence[Left]) -> str:
    numbers = [str(number) for number in dict.fromkeys(one.line for one in left)]
    lines = (
        f"line {numbers[0]} of the notice is" if len(numbers) == 1 else f"lines {', '.join(numbers)} of the notice are"
    )
    return f"{lines} in no entry"


def _about(said: Mapping[str, Sequence[str]], where: str) -> Iterable[str]:
    """Give the words about a record and about its fields."""
    field = re.compile(re.escape(where) + r"(?:\.\w+)?")
    for path, words in said.items():
        if field.fullmatch(path):
            yield from words
