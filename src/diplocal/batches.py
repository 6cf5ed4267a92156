"""Read archives: Arrow record batches of documents in, batches of what they say about time out.

The function has the signature of Spark's `mapInArrow`, and other engines take it as it is or with a line around it: see
the how-to page on archives. It needs the extra `arrow`.

>>> import pyarrow as pa
>>> archive = pa.record_batch(
...     {
...         "id": ["a", "b"],
...         "text": ["The talks are on Thursday.", None],
...         "published": ["2025-04-01", "2025-04-02"],
...     }
... )
>>> for batch in read_batches([archive]):
...     for row in batch.to_pylist():
...         print(row["id"], row["words"], row["start"], row["certainty"], row["error"])
a on Thursday 2025-04-03 certain None
b None None None 'text' is null; it is a string
"""

from collections.abc import Iterable, Iterator, Mapping

from diplocal import rules
from diplocal.document_rows import UnreadableError, read_row, reason_of
from diplocal.reading import Alternative, Conventions, Finding

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"{error}; diplocal.batches needs it: pip install 'diplocal[arrow]'", name=error.name
    ) from None

COLUMNS = ("id", "text", "published", "zone")
"""What a document's columns are called; `zone` may be missing."""

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("words", pa.string()),
        ("start_char", pa.int64()),
        ("end_char", pa.int64()),
        ("kind", pa.string()),
        ("start", pa.date32()),
        ("end", pa.date32()),
        ("time", pa.string()),
        ("until", pa.string()),
        ("zone", pa.string()),
        ("certainty", pa.string()),
        ("or", pa.string()),
        ("why", pa.string()),
        ("error", pa.string()),
    ]
)
"""What comes out: a row for each reference, with the first and the last day of its reading.

A document without a reference has one row with its `id` alone, one that cannot be read a row with its `error`: none is
lost. `or` has the other readings, such as ``2025-04-04; 2025-04-07/2025-04-13``, `time` the time or part of the day,
`until` the end of the time.
"""

_SPARK = {pa.string(): "string", pa.int64(): "bigint", pa.date32(): "date"}
SPARK_SCHEMA = ", ".join(f"`{column.name}` {_SPARK[column.type]}" for column in SCHEMA)
"""The same as Spark writes it, for `mapInArrow`."""


def read_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    columns: Mapping[str, str] | None = None,
    conventions: Conventions = rules.DEFAULT,
) -> Iterator[pa.RecordBatch]:
    """Read batches of documents as `read_text` reads each of their texts, one batch after another.

    Args:
        batches: their columns are an `id` of any type that can be written as text, `text`, `published` (texts as ISO
            8601 has them, dates or timestamps) and, if need be, `zone`. Texts may be dictionaries or large.
        columns: the names of those that are called otherwise: ``{"text": "body"}``.
        conventions: how to read words on which usage differs.

    Returns:
        For each batch one with the schema `SCHEMA`.

    Raises:
        DiplocalError: a batch lacks a column, or one has another type; with its name.
    """
    names = _names(columns or {})
    return (_read(batch, names, conventions) for batch in batches)


def _names(given: Mapping[str, str]) -> dict[str, str]:
    for name in given:
        if name not in COLUMNS:
            raise UnreadableError(f"{name!r} is not a column that is read; they are {', '.join(COLUMNS)}")
    return {name: given.get(name, name) for name in COLUMNS}


def _read(batch: pa.RecordBatch, names: Mapping[str, str], conventions: Conventions) -> pa.RecordBatch:
    documents = _documents(batch, names)
    rows = [row for name, document in documents for row in _rows(name, document, conventions)]
    return pa.RecordBatch.from_pylist(rows, SCHEMA)


def _rows(name: object, document: Mapping[str, object], conventions: Conventions) -> list[dict[str, object]]:
    try:
        found = read_row(document, conventions)
    except Exception as error:
        return [{"id": name, "error": reason_of(error)}]
    return [{"id": name} | _row(finding) for finding in found] or [{"id": name}]


def _row(finding: Finding) -> dict[str, object]:
    mention, reading = finding.mention, finding.reading
    time = reading.time.isoformat("minutes") if reading.time else reading.part.value if reading.part else None
    return {
        "words": mention.text,
        "start_char": mention.start,
        "end_char": mention.end,
        "kind": reading.kind.value,
        "start": reading.start,
        "end": reading.end,
        "time": time,
        "until": reading.until.isoformat("minutes") if reading.until else None,
        "zone": reading.zone,
        "certainty": reading.certainty.value,
        "or": "; ".join(map(_days, reading.alternatives)) or None,
        "why": reading.why,
    }


def _days(other: Alternative) -> str:
    return str(other.start) if other.start == other.end else f"{other.start}/{other.end}"


# --- columns ----------------------------------------------------------------------------------------------------------


def _documents(batch: pa.RecordBatch, names: Mapping[str, str]) -> Iterator[tuple[object, dict[str, object]]]:
    given = {one: name for one, name in names.items() if one != "zone" or name in batch.schema.names}
    columns = {one: _values(_checked(_column(batch, name), name, one)) for one, name in given.items()}
    for row in zip(*columns.values(), strict=True):
        document = dict(zip(columns, row, strict=True))
        yield document.pop("id"), document


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    places = batch.schema.get_all_field_indices(name)
    if len(places) != 1:
        has = f"has {len(places)} columns {name!r}" if places else f"has no column {name!r}"
        known = ", ".join(map(repr, batch.schema.names))
        raise UnreadableError(
            f"a batch {has}; its columns are {known}. Say what yours are called: columns={{'text': ...}}"
        )
    column = batch.column(places[0])
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _checked(column: pa.Array, name: str, what: str) -> pa.Array:
    """Take a column for what its values are in a document; an id may be anything that can be written as text."""
    kind, types, dates = column.type, pa.types, what == "published"
    if what == "id":
        return _as_text(column, name)
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind) or types.is_null(kind):
        return column
    if dates and types.is_date(kind):
        return column
    if dates and types.is_timestamp(kind):
        return column.cast(pa.timestamp("us", kind.tz), safe=False)
    wanted = "text, dates or timestamps" if dates else "text"
    raise UnreadableError(f"the column {name!r} holds {kind}; it is to hold {wanted}")


def _as_text(column: pa.Array, name: str) -> pa.Array:
    try:
        return column.cast(pa.string())
    except pa.ArrowException as error:
        raise UnreadableError(
            f"the column {name!r} holds {column.type}, which cannot be written as text: {error}"
        ) from None


def _values(column: pa.Array) -> list[object]:
    """Take a column's values; one that Python cannot hold comes as what it is stored as, which no document is."""
    try:
        return list(column.to_pylist())
    except (ValueError, OverflowError):
        return [_value(scalar) for scalar in column]


def _value(scalar: pa.Scalar) -> object:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes()
    except (ValueError, OverflowError):
        return scalar.value
