"""From octets to text to TOML tables: what is not text, not UTF-8 or not TOML is told with its line."""

import re

import tomli

from diplocal.checks.suggestions import shorten
from diplocal.errors import Problem, ProgrammeError

LARGEST = 10_000_000  # octets; a programme of 10,000 sessions has about three million
_TOO_LARGE = f"has more than {LARGEST:,} {{}}, which is the most for a programme"

_MARKS = {  # what files begin with that people take for text
    b"\xff\xfe\x00\x00": "text in UTF-32",
    b"\x00\x00\xfe\xff": "text in UTF-32",
    b"\xff\xfe": "text in UTF-16",
    b"\xfe\xff": "text in UTF-16",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text document",
    b"\x1f\x8b": "a packed file",
}
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_HINTS = (
    (re.compile("[“”„‘’«»]"), "write straight quotes"),
    (re.compile(r"^\s*[\w.-]+\s*=\s*[^\W\d_][^\"'#]*$"), "put text in quotes"),
    (re.compile(r"^\s*[\w.-]+\s*:"), "write `name = value`, with an equals sign"),
)


def decode(data: bytes, name: str = "") -> str:
    r"""Read a file's octets as UTF-8, with or without a byte order mark.

    >>> decode(b'\xef\xbb\xbftitle = "Visit"')
    'title = "Visit"'

    Raises:
        ProgrammeError: the data is larger than ten million octets, not text, or in another encoding.
    """
    settle = "save it as UTF-8 text"
    if len(data) > LARGEST:
        raise ProgrammeError.of_file(_TOO_LARGE.format("octets"), "split it", name)
    what = next((what for mark, what in _MARKS.items() if data.startswith(mark)), "")
    if not what and b"\x00" in data:
        what = "text in UTF-16" if data.count(b"\x00") * 3 > len(data) else "not text: it holds zero octets"
    if what:
        raise ProgrammeError.of_file(f"is {what}", settle, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        read = data[start : error.start].decode("utf-8", "replace")
        problem = Problem(
            f"line {line}", shorten(read[-40:]), f"is followed by no UTF-8 ({data[error.start]:#04x})", settle
        )
        raise ProgrammeError([problem], name) from None


def tables(text: str, name: str = "") -> dict[str, object]:
    """Read TOML.

    Raises:
        ProgrammeError: the text is too long, not TOML, or nested too deep; the problem has the line and its words.
    """
    if len(text) > LARGEST:
        raise ProgrammeError.of_file(_TOO_LARGE.format("characters"), "split it", name)
    try:
        return tomli.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise ProgrammeError.of_file("is nested too deep", "a programme needs no list inside a list", name) from None
    except ValueError as error:  # besides TOMLDecodeError: a number with thousands of digits
        raise ProgrammeError([_syntax_problem(text.removeprefix("\ufeff"), str(error))], name) from None


def _syntax_problem(text: str, message: str) -> Problem:
    """Turn the reader's message into a problem at its line."""
    lines = text.replace("\r\n", "\n").split("\n")
    found = _WHERE.search(message)
    if found is None:
        return Problem("the file", "", "is not TOML: " + _lower(message), "write numbers as short as they are meant")
    number, column = (int(found[1]), int(found[2])) if found[1] else (len(lines), len(lines[-1]) + 1)
    line = lines[number - 1] if number <= len(lines) else ""
    excerpt = line[max(0, column - 50) : column + 30].strip()
    why = "is not TOML: " + _lower(message[: found.start()])
    return Problem(f"line {number}, column {column}", excerpt, why, _hint(line, message))


def _lower(message: str) -> str:
    return shorten(message[:1].lower() + message[1:])


def _hint(line: str, message: str) -> str:
    if "overwrite" in message or "twice" in message or "mutate" in message:
        return "give each name once"
    if "date" in message.lower():
        return "correct the date, or write it as text in quotes"
    return next((hint for pattern, hint in _HINTS if pattern.search(line)), "")
