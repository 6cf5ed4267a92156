"""Measure how fast archives are read: one process, `scan --parquet`, DuckDB and Dask, over the same documents.

    python -m tests.benchmarks.archives [--documents 100000] [--jobs 2] [--only scan duckdb dask]

All read the same Parquet file, and all are to give the same rows; the ratio is to one process.
"""

import argparse
import importlib
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from attrs import frozen
from pyarrow import parquet

from diplocal.batches import SCHEMA, read_batches
from tools import corpus

distributed: Any = importlib.import_module("distributed")  # its types are of no help

_ROWS = 500


@frozen
class Measured:
    """How long a program took, and whether its rows were those of one process."""

    name: str
    seconds: float
    same: bool


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument(
        "--jobs", type=int, default=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2
    )
    parser.add_argument("--only", nargs="+", choices=["scan", "duckdb", "dask"], default=["scan", "duckdb", "dask"])
    parser.add_argument("--check", action="store_true", help="exit 1 where the rows differ")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "archive.parquet"
        _write(source, options.documents)
        measured = list(_measure(source, options.jobs, options.only))
    print("\n".join(report(measured, options.documents, options.jobs)))
    return int(options.check and not all(one.same for one in measured))


def _write(path: Path, count: int) -> None:
    """Write as many documents as asked for, from the project's texts, under ids of their own."""
    texts = corpus.part("held_out")
    schema = pa.schema({name: pa.string() for name in ("id", "text", "published", "zone")})
    with parquet.ParquetWriter(path, schema) as out:
        for first in range(0, count, _ROWS):
            numbers = range(first, min(first + _ROWS, count))
            chosen = [texts[number % len(texts)] for number in numbers]
            columns = {
                "id": [f"{text.id}#{number}" for number, text in zip(numbers, chosen, strict=True)],
                "text": [text.text for text in chosen],
                "published": [str(text.published) for text in chosen],
                "zone": [text.zone for text in chosen],
            }
            out.write_batch(pa.record_batch(columns, schema=schema))


def _measure(source: Path, jobs: int, only: Sequence[str]) -> Iterator[Measured]:
    seconds, alone = _timed(partial(_scan, source, 1))
    yield Measured("scan --jobs 1", seconds, same=True)
    ways: dict[str, tuple[str, Callable[[], pa.Table]]] = {
        "scan": (f"scan --jobs {jobs}", partial(_scan, source, jobs)),
        "duckdb": ("DuckDB, one thread", partial(_duckdb, source)),
        "dask": (f"Dask, {jobs} workers", partial(_dask, source, jobs)),
    }
    for name, read in (ways[one] for one in only):
        seconds, found = _timed(read)
        yield Measured(name, seconds, same=_sorted(found).equals(_sorted(alone)))


def _timed(read: Callable[[], pa.Table]) -> tuple[float, pa.Table]:
    begun = time.perf_counter()
    found = read()
    return time.perf_counter() - begun, found


def _sorted(table: pa.Table) -> pa.Table:
    return table.cast(SCHEMA).sort_by([("id", "ascending"), ("start_char", "ascending")]).combine_chunks()


def _scan(source: Path, jobs: int) -> pa.Table:
    target = source.with_name(f"{jobs}.parquet")
    files = ["--parquet", str(source), "--to", str(target)]
    command = [sys.executable, "-m", "diplocal", "scan", *files, "--jobs", str(jobs)]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return parquet.read_table(target)


def _duckdb(source: Path) -> pa.Table:
    with duckdb.connect() as archive, duckdb.connect() as target:
        documents: Any = archive.sql(f"SELECT id, text, published, zone FROM '{source}'").to_arrow_reader(_ROWS)
        target.register("found", pa.RecordBatchReader.from_batches(SCHEMA, read_batches(documents)))
        return target.sql("SELECT * FROM found").to_arrow_table()


def _dask(source: Path, workers: int) -> pa.Table:
    groups = range(parquet.ParquetFile(source).metadata.num_row_groups)
    parts = [range(first, min(first + 20, len(groups))) for first in range(0, len(groups), 20)]
    with (
        distributed.LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        return pa.concat_tables(client.gather(client.map(partial(_part, str(source)), parts)))


def _part(source: str, groups: Sequence[int]) -> pa.Table:
    return pa.Table.from_batches(read_batches(parquet.ParquetFile(source).iter_batches(_ROWS, list(groups))), SCHEMA)


def report(measured: Sequence[Measured], documents: int, jobs: int) -> Iterator[str]:
    """Write the measurements as lines of text."""
    yield f"== archives: {documents:,} documents, {jobs} processors"
    yield f"  {'':<22} {'wall s':>8} {'docs/s':>8} {'ratio':>6}  rows"
    for one in measured:
        ratio = measured[0].seconds / one.seconds
        rows = "the same" if one.same else "OTHERS"
        yield f"  {one.name:<22} {one.seconds:>8.1f} {documents / one.seconds:>8.0f} {ratio:>6.2f}  {rows}"


if __name__ == "__main__":
    sys.exit(main())
