r"""The project's own texts with known dates, as `tests/corpus` keeps them: read, checked and written.

A file holds the texts of one writer, in blocks:

    == FA01 2018-03-06 Asia/Seoul
    tags: range, same-day

    The minister is in Brussels [from Wednesday to Friday|2018-03-07/09], he said [on Tuesday|2018-03-06].

`tests/corpus/README.md` says what a mark means and how the files are divided. Nothing is scored here.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, cast
from zoneinfo import ZoneInfo

from attrs import frozen

PROJECT = Path(__file__).resolve().parents[1]
CORPUS = PROJECT / "tests" / "corpus"
PARTS = ("fitting", "development", "held_out", "hard")

Kind = Literal["exact", "window", "about", "ambiguous", "source-error"]


class CorpusError(ValueError):
    """A file that breaks the format; the message says where, what was read and why it fails."""


@frozen
class Interval:
    """Local days, both ends inclusive."""

    start: dt.date
    end: dt.date

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise CorpusError(f"{self} ends before it starts")

    def __str__(self) -> str:
        """Write the ends as ISO 8601 does, without what the second has in common: `2025-04-29/05-02`."""
        start, end = str(self.start), str(self.end)
        same = next(cut for cut in (10, 8, 5, 0) if start[:cut] == end[:cut])
        return f"{start}/{end[same:]}".removesuffix("/")

    @classmethod
    def parse(cls, written: str) -> "Interval":
        start, _, end = written.partition("/")
        return cls(dt.date.fromisoformat(start), dt.date.fromisoformat(start[: len(start) - len(end)] + end))


@frozen(kw_only=True)
class Label:
    """A phrase of a text, `[start, end)` in characters, and the days it means.

    `accept` holds the other intervals that are right, too; of an ambiguous phrase, the other readings that have to be
    listed. `zone` is set where the days are not counted in the zone of the text, `status` where the plan was dropped,
    `certainty` where the text is one to say how surely the phrase is read.
    """

    phrase: str
    start: int
    end: int
    days: Interval
    kind: Kind = "exact"
    accept: tuple[Interval, ...] = ()
    zone: str | None = None
    status: str | None = None
    certainty: str | None = None
    category: str = ""


@frozen(kw_only=True)
class Text:
    """A text with its dateline and its labels, in their order; `published` is a day or a moment, as ISO 8601."""

    id: str
    published: str
    zone: str
    text: str
    labels: tuple[Label, ...]
    writer: str = ""
    genre: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def day(self) -> dt.date:
        return dt.date.fromisoformat(self.published[:10])


def part(name: str) -> list[Text]:
    """Read the texts of one of `PARTS`, in the order of their files."""
    return [text for path in sorted((CORPUS / name).glob("*.txt")) for text in read(path)]


def read(path: Path) -> list[Text]:
    """Read the texts of one writer. Raises `CorpusError`, which names every broken block."""
    return parse(path.read_text(encoding="utf-8"), writer=path.stem)


HEADER = re.compile(r"^== (?P<id>\S+) (?P<published>\S+) (?P<zone>\S+)$", re.MULTILINE)
FIELD = re.compile(r"(genre|tags|note): (.+)")
MARK = re.compile(r"\\(?P<escaped>.)|\[(?P<phrase>(?:\\.|[^\\\[\]|])+)\|(?P<meaning>[^\[\]|]+)\]|(?P<stray>[\[\]\\])")
MEANING = re.compile(
    r"(?P<days>[^\s,]+)"
    r"(?: (?P<kind>window|about|ambiguous|source-error))?"
    r"(?P<accept>(?: or [^\s,]+)*)"
    r"(?: in (?P<zone>[^\s,]+))?"
    r"(?: (?P<status>cancelled|postponed|rescheduled|slipped|superseded))?"
    r"(?:, (?P<certainty>certain|preferred|ambiguous))?"
)


def parse(source: str, *, writer: str) -> list[Text]:
    """Read the blocks of a file. Raises `CorpusError`, which names every broken block."""
    head, *blocks = re.split(r"^(?=== )", source, flags=re.MULTILINE)
    genre = dict(_fields(head)).get("genre", "")
    texts, problems = [], []
    for block in blocks:
        try:
            texts.append(_block(block, writer=writer, genre=genre))
        except ValueError as problem:
            header, *_ = block.split("\n")
            problems.append(f"{writer}: {header!r}: {problem}")
    if problems:
        raise CorpusError("\n".join(problems))
    return texts


def _block(block: str, *, writer: str, genre: str) -> Text:
    head, _, marked = block.partition("\n\n")
    header, _, lines = head.partition("\n")
    if not (found := HEADER.fullmatch(header)):
        raise CorpusError("a header is '== id published zone'")
    dt.datetime.fromisoformat(found["published"])
    _check_zone(found["zone"])
    fields = _fields(lines)
    text, labels = unmark(marked.rstrip("\n"))
    return Text(
        **found.groupdict(),
        text=text,
        labels=labels,
        writer=writer,
        genre=dict(fields).get("genre", genre),
        tags=tuple(tag for key, value in fields if key == "tags" for tag in value.split(", ")),
        notes=tuple(value for key, value in fields if key == "note"),
    )


def _fields(lines: str) -> list[tuple[str, str]]:
    fields = []
    for line in filter(None, lines.split("\n")):
        if not (found := FIELD.fullmatch(line)):
            raise CorpusError(f"{line!r} is no field (genre, tags, note); a text begins after a blank line")
        fields.append((found[1], found[2]))
    return fields


def unmark(marked: str) -> tuple[str, tuple[Label, ...]]:
    """Take the marks out of a text: `will meet her [on Friday|2025-04-04]`."""
    plain, labels, last = "", [], 0
    for found in MARK.finditer(marked):
        plain += marked[last : found.start()]
        if found["stray"]:
            raise CorpusError(
                f"{found[0]!r} behind {plain[-30:]!r} belongs to no mark; a text has a backslash before it"
            )
        words = found["escaped"] or re.sub(r"\\(.)", r"\1", found["phrase"])
        if found["meaning"]:
            labels.append(_label(words, len(plain), found["meaning"]))
        plain, last = plain + words, found.end()
    return plain + marked[last:], tuple(labels)


def _label(phrase: str, start: int, meaning: str) -> Label:
    if not (found := MEANING.fullmatch(meaning)):
        raise CorpusError(f"{phrase!r}: {meaning!r} is no 'days [kind] [or days]... [in zone] [status][, certainty]'")
    if found["zone"]:
        _check_zone(found["zone"])
    return Label(
        phrase=phrase,
        start=start,
        end=start + len(phrase),
        days=Interval.parse(found["days"]),
        kind=cast("Kind", found["kind"] or "exact"),
        accept=tuple(map(Interval.parse, found["accept"].split(" or ")[1:])),
        zone=found["zone"],
        status=found["status"],
        certainty=found["certainty"],
    )


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError):
        raise CorpusError(f"{name!r} is not a time zone") from None


def dump(texts: Iterable[Text], *, genre: str = "") -> str:
    """Write a file that `parse` reads back as these texts; `genre` is the one most of them have."""
    head = [f"genre: {genre}\n"] if genre else []
    return "\n".join([*head, *(_dumped(text, genre) for text in texts)])


def _dumped(text: Text, genre: str) -> str:
    lines = [f"== {text.id} {text.published} {text.zone}"]
    lines += [f"genre: {text.genre}"] if text.genre != genre else []
    lines += [f"tags: {', '.join(text.tags)}"] if text.tags else []
    lines += [f"note: {note}" for note in text.notes]
    return "\n".join([*lines, "", mark(text.text, text.labels), ""])


def mark(text: str, labels: Iterable[Label]) -> str:
    """Write labels into a text, where `unmark` finds them."""
    return "".join(_pieces(text, labels))


def _pieces(text: str, labels: Iterable[Label]) -> Iterator[str]:
    last = 0
    for label in labels:
        yield _escape(text[last : label.start])
        yield f"[{_escape(label.phrase)}|{meaning(label)}]"
        last = label.end
    yield _escape(text[last:])


def _escape(words: str) -> str:
    return re.sub(r"[\\\[\]|]|^=(?==)", r"\\\g<0>", words, flags=re.MULTILINE)


def meaning(label: Label) -> str:
    """Write what a label means: `2025-04-03/04 window or 2025-04-04 in Europe/Brussels`."""
    words = [str(label.days)] if label.kind == "exact" else [str(label.days), label.kind]
    words += [f"or {other}" for other in label.accept]
    words += [f"in {label.zone}"] if label.zone else []
    words += [label.status] if label.status else []
    return " ".join(words) + (f", {label.certainty}" if label.certainty else "")
