"""What is still to be checked by a person: the marks that a draft leaves, until somebody removes them."""

from collections.abc import Iterator

from attrs import frozen

from diplocal.model import Programme, placed


@frozen(kw_only=True)
class Mark:
    """Something that a person should look at.

    Attributes:
        where: path of its record, as a file has it; empty for the programme itself.
        key: the record's key.
        words: what to look at.
    """

    where: str
    key: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {self.words}" if self.where else self.words


def marks(programme: Programme) -> tuple[Mark, ...]:
    """List what is still to be checked, in the order of the file."""
    return tuple(
        Mark(where=where, key=key, words=words) for where, key, several in _marked(programme) for words in several
    )


def _marked(programme: Programme) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "", programme.key, programme.to_check
    for source in programme.sources:
        yield f"sources.{source.key}", source.key, source.to_check
    for person in programme.people:
        yield f"people.{person.key}", person.key, person.to_check
    for at in placed(programme):
        yield at.where, at.entry.key, at.entry.to_check
