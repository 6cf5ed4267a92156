"""Scan an archive: a Parquet file of documents in, one of what they say about time out, a batch at a time."""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

import click

from diplocal.cli.inputs import opened
from diplocal.cli.outputs import opened_output, refuse_overlaps
from diplocal.cli.workers import share
from diplocal.document_rows import UnreadableError
from diplocal.errors import DiplocalError
from diplocal.reading import Conventions

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 500
"""Documents of a batch: enough to be worth a message to another process, and few enough to be held by the dozen."""
_MANY = 2 * _ROWS
"""Documents from which further processes are worth their start."""


def scan_archive(source: str, target: str, conventions: Conventions, columns: Mapping[str, str], jobs: int) -> int:
    """Read every document of a Parquet file; the answers are there once all are written.

    `columns` has the names of those that are called otherwise.

    Returns:
        How many documents could not be read.
    """
    refuse_overlaps({"--to": target}, (source,))
    try:
        import pyarrow as pa
        from pyarrow import parquet

        from diplocal.batches import SCHEMA
    except ModuleNotFoundError as error:
        raise click.UsageError(f"--parquet needs {error.name}: pip install 'diplocal[arrow]'") from None
    read = partial(_read, columns=columns, conventions=conventions)
    broken = 0
    with opened(source) as stream, opened_output(target) as file:
        try:
            archive = parquet.ParquetFile(stream)
            rows, wanted = archive.metadata.num_rows, _wanted(archive.schema_arrow.names, columns)
            batches = archive.iter_batches(_ROWS, columns=wanted, use_threads=False)
            shared = map if jobs == 1 or rows < _MANY else partial(share, jobs=jobs, lost=_lost)
            bar = click.progressbar(length=rows, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty())
            with bar, parquet.ParquetWriter(file, SCHEMA) as writer:
                for batch in shared(read, batches):
                    broken += len(batch) - batch["error"].null_count
                    writer.write_batch(batch)
                    bar.update(_ROWS)
        except (DiplocalError, OSError, pa.ArrowException) as error:
            raise click.ClickException(f"'{click.format_filename(source)}': {error}; nothing was written") from None
    return broken


def _wanted(names: Sequence[str], columns: Mapping[str, str]) -> list[str]:
    """Choose the columns to read.

    Raises:
        UnreadableError: one is missing, and nobody says what it is called.
    """
    from diplocal.batches import COLUMNS

    called = {one: columns.get(one, one) for one in COLUMNS}
    lacking = [one for one in COLUMNS if one != "zone" and called[one] not in names]
    if lacking and {*columns} <= {*COLUMNS}:
        missing, known = (", ".join(map(repr, some)) for some in ([called[one] for one in lacking], names))
        ways = " ".join(f"--column {one}=COLUMN" for one in lacking)
        words = f"there is no column {missing}; the columns are {known}. Say what yours is called: {ways}"
        raise UnreadableError(words)
    return [name for name in names if name in called.values()]


def _read(batch: "pa.RecordBatch", columns: Mapping[str, str], conventions: Conventions) -> "pa.RecordBatch":
    from diplocal.batches import read_batches

    (found,) = read_batches([batch], columns=columns, conventions=conventions)
    return found


def _lost(_: "pa.RecordBatch") -> NoReturn:
    raise click.ClickException("a reading process ended, perhaps for want of memory; try --jobs 1")
