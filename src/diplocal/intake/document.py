"""A document: its text, and what it says of itself. How that is read from bytes isn't here."""

import datetime as dt
from typing import Generic, TypeVar

from attrs import field, frozen

Value = TypeVar("Value")


@frozen
class Stated(Generic[Value]):
    """Something that a document says of itself, and where it says so.

    Attributes:
        value: what it says.
        where: where that was found, in words ("the mail's Date header").
        line: the number of the line of the text that says so, from 1; ``None`` for what stands outside of it.
    """

    value: Value
    where: str
    line: int | None = None


def stated(value: Value | None, where: str) -> Stated[Value] | None:
    """Say that a document says something of itself, unless there is nothing that it says."""
    return Stated(value, where) if value else None


@frozen(kw_only=True)
class Document:
    r"""A text with its layout, and what the document says of itself.

    Attributes:
        text: lines that end in ``\n``. A heading is a line of its own behind an empty one, a list item begins with a
            dash and a space, the row of a table is a line whose cells have a bar between them. The text of a plain file
            is the file's, character by character.
        kind: what it was, in words ("a web page").
        title: its headline.
        publisher: who published it.
        published: when: a date, or a date-time, aware where its zone is stated.
        language: a BCP 47 tag ("en-GB").
        url: its address.
        shown: dates that may be that of publication, but are not said to be it, in the order of the document.
        left_out: what was not read, in words ("the attachment 'programme.pdf'").
    """

    text: str
    kind: str = "text"
    title: Stated[str] | None = None
    publisher: Stated[str] | None = None
    published: Stated[dt.date | dt.datetime] | None = None
    language: Stated[str] | None = None
    url: Stated[str] | None = None
    shown: tuple[Stated[dt.date | dt.datetime], ...] = field(
        converter=tuple[Stated[dt.date | dt.datetime], ...], default=()
    )
    left_out: tuple[str, ...] = field(converter=tuple[str, ...], default=())
