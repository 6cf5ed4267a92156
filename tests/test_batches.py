"""Archives: the answers are those of `scan`, in every engine; no row is lost, and what is wrong names its column."""

import datetime as dt
import importlib
import json
import logging
from collections.abc import Iterator
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from diplocal.batches import SCHEMA, SPARK_SCHEMA, read_batches
from diplocal.cli.group import program
from diplocal.document_rows import UnreadableError

dd: Any = importlib.import_module("dask.dataframe")  # their types are of no help
distributed: Any = importlib.import_module("distributed")

DAY = "2025-04-01"
TEXTS = [
    "The minister visits Oslo from Wednesday to Friday; talks are on Thursday at 10 a.m.",
    "They will meet next Friday, an official said on Monday.",
    "Nothing here has a date.",
    "A summit is planned for early June.",
]


def rows(batches: Iterator[pa.RecordBatch]) -> list[dict[str, Any]]:
    return [row for batch in batches for row in batch.to_pylist()]


def documents(count: int) -> pa.Table:
    """An archive in which some documents are broken."""
    numbers = range(count)
    texts = [None if n % 17 == 5 else f"Report {n}. {TEXTS[n % len(TEXTS)]}" for n in numbers]
    days = ["soon" if n % 23 == 7 else f"2025-04-{n % 28 + 1:02}" for n in numbers]
    zones = ["Asia/Seoul" if n % 3 else None for n in numbers]
    return pa.table({"id": [f"d{n}" for n in numbers], "text": texts, "published": days, "zone": zones})


def expected(table: pa.Table) -> list[tuple[object, ...]]:
    """What `scan --jsonl` answers, a row each mention, one for a document without."""
    lines = "".join(json.dumps(row) + "\n" for row in table.to_pylist())
    answers = [
        json.loads(line)
        for line in CliRunner().invoke(program, ["scan", "--jsonl", "-"], input=lines).stdout_bytes.splitlines()
    ]
    found: list[tuple[object, ...]] = []
    for answer in answers:
        if answer.get("error"):
            found.append((answer["id"], None, None, None, answer["error"]))
        told = [(answer["id"], one["text"], one["start"], one["certainty"], None) for one in answer.get("mentions", ())]
        found += told or ([] if answer.get("error") else [(answer["id"], None, None, None, None)])
    return sorted(found, key=repr)


def answered(table: pa.Table) -> list[tuple[object, ...]]:
    assert table.schema.names == SCHEMA.names
    told = table.to_pylist()
    return sorted(
        (
            (row["id"], row["words"], str(row["start"]) if row["start"] else None, row["certainty"], row["error"])
            for row in told
        ),
        key=repr,
    )


# --- what goes in and comes out ---------------------------------------------------------------------------------------


def test_a_reference_has_a_row_and_so_has_what_has_none():
    batch = pa.record_batch({"id": ["a", "b", "c"], "text": [TEXTS[0], TEXTS[2], None], "published": [DAY] * 3})
    found = rows(read_batches([batch]))

    assert [(row["id"], row["words"], row["kind"], row["time"], row["error"]) for row in found] == [
        ("a", "from Wednesday to Friday", "span", None, None),
        ("a", "on Thursday at 10 a.m.", "moment", "10:00", None),
        ("b", None, None, None, None),
        ("c", None, None, None, "'text' is null; it is a string"),
    ]
    assert (found[0]["start"], found[0]["end"]) == (dt.date(2025, 4, 2), dt.date(2025, 4, 4))
    assert TEXTS[0][found[1]["start_char"] : found[1]["end_char"]] == found[1]["words"]


@pytest.mark.parametrize(("text", "time", "until"), [("10:00-11:30", "10:00", "11:30"), ("10:00", "10:00", None)])
def test_a_time_has_its_end(text, time, until):
    batch = pa.record_batch({"id": [1], "text": [f"They meet on 3 April 2025, {text}."], "published": [DAY]})
    (row,) = rows(read_batches([batch]))

    assert (row["time"], row["until"]) == (time, until)


def test_an_open_choice_lists_the_others():
    batch = pa.record_batch({"id": [1], "text": ["They meet next Friday."], "published": [DAY]})
    (row,) = rows(read_batches([batch]))

    assert (row["id"], row["certainty"], row["or"]) == ("1", "ambiguous", "2025-04-04")


SAID = dt.datetime(2025, 4, 1, 23, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (pa.array([DAY]), "2025-04-03"),
        (pa.array([DAY], pa.large_string()), "2025-04-03"),
        (pa.array([DAY], pa.string_view()), "2025-04-03"),
        (pa.array([DAY]).dictionary_encode(), "2025-04-03"),
        (pa.array([dt.date(2025, 4, 1)]), "2025-04-03"),
        (pa.array([dt.date(2025, 4, 1)], pa.date64()), "2025-04-03"),
        (pa.array([SAID.replace(tzinfo=None)], pa.timestamp("ns")), "2025-04-03"),
        (pa.array([SAID], pa.timestamp("s", "UTC")), "2025-04-03"),
        (pa.array(["2025-04-03T01:00+09:00"]), "2025-04-03"),
    ],
    ids=lambda one: str(getattr(one, "type", "")),
)
def test_a_day_may_be_a_text_a_date_or_a_timestamp(published, day):
    batch = pa.record_batch({"id": ["a"], "text": ["on Thursday"], "published": published, "zone": ["Asia/Seoul"]})
    (row,) = rows(read_batches([batch]))

    assert (row["error"], str(row["start"])) == (None, day)


@pytest.mark.parametrize(
    ("batch", "columns", "words"),
    [
        ({"id": ["a"], "text": ["x"]}, {}, "a batch has no column 'published'; its columns are 'id', 'text'"),
        ({"text": ["x"], "published": [DAY]}, {}, "a batch has no column 'id'"),
        ({"id": ["a"], "text": [1], "published": [DAY]}, {}, "the column 'text' holds int64; it is to hold text"),
        (
            {"id": ["a"], "text": ["x"], "published": [1]},
            {},
            "the column 'published' holds int64; it is to hold text,",
        ),
        ({"id": ["a"], "text": ["x"], "published": [DAY], "zone": [9]}, {}, "the column 'zone' holds int64"),
        ({"id": [["a"]], "text": ["x"], "published": [DAY]}, {}, "the column 'id' holds list<item: string>"),
        ({"id": ["a"], "text": ["x"], "published": [DAY]}, {"text": "body"}, "a batch has no column 'body'"),
        ({"id": ["a"], "text": ["x"], "published": [DAY]}, {"body": "text"}, "'body' is not a column that is read"),
    ],
)
def test_what_is_wrong_names_its_column(batch, columns, words):
    with pytest.raises(UnreadableError) as error:
        list(read_batches([pa.record_batch(batch)], columns=columns))
    assert words in str(error.value)


def test_columns_may_be_called_otherwise():
    batch = pa.record_batch({"nr": [7], "body": ["on Thursday"], "day": [DAY]})
    (row,) = rows(read_batches([batch], columns={"id": "nr", "text": "body", "published": "day"}))
    assert (row["id"], row["words"]) == ("7", "on Thursday")


def test_what_python_cannot_hold_is_a_broken_row():
    bad = pa.Array.from_buffers(pa.string(), 1, [*pa.array(["12"]).buffers()[:2], pa.py_buffer(b"\xff\xfe")])
    far = pa.array([2**62], pa.int64()).cast(pa.timestamp("s"))
    told = [
        *rows(read_batches([pa.record_batch({"id": ["a"], "text": bad, "published": [DAY]})])),
        *rows(read_batches([pa.record_batch({"id": ["b"], "text": ["x"], "published": far.view(pa.timestamp("us"))})])),
    ]
    assert [(row["id"], row["error"]) for row in told] == [
        ("a", "'text' is bytes; it is a string"),
        ("b", "'published' is a number; it is a string"),
    ]


@given(
    st.lists(st.tuples(st.text(max_size=30) | st.none(), st.text(max_size=12) | st.just(DAY) | st.none()), max_size=6)
)
def test_no_row_is_lost(told):
    batch = pa.record_batch(
        {
            "id": pa.array([str(n) for n in range(len(told))], pa.string()),
            "text": pa.array([text for text, _ in told], pa.string()),
            "published": pa.array([day for _, day in told], pa.string()),
        }
    )
    (found,) = read_batches([batch])

    assert found.schema == SCHEMA
    assert list(dict.fromkeys(found["id"].to_pylist())) == batch["id"].to_pylist()
    assert all((row["words"] is None) or row["error"] is None for row in found.to_pylist())


def test_spark_is_told_of_the_same_columns():
    told = dict(column.split() for column in SPARK_SCHEMA.split(", "))

    assert list(told) == [f"`{name}`" for name in SCHEMA.names]
    assert (told["`words`"], told["`start_char`"], told["`start`"]) == ("string", "bigint", "date")


# --- engines ----------------------------------------------------------------------------------------------------------


def test_parquet_in_parquet_out(tmp_path, monkeypatch):
    monkeypatch.setattr("diplocal.cli.parquet._ROWS", 20)
    monkeypatch.setattr("diplocal.cli.parquet._MANY", 40)
    table = documents(120)
    parquet.write_table(table, tmp_path / "in.parquet", row_group_size=50)
    broken = sum(row[-1] is not None for row in expected(table))
    for jobs in ("1", "2"):
        names = [str(tmp_path / "in.parquet"), "--to", str(tmp_path / f"{jobs}.parquet")]
        done = CliRunner().invoke(program, ["scan", "--parquet", *names, "--jobs", jobs])
        assert done.exit_code == 1
        assert done.stderr == f"{broken} documents are broken; the answers say why, each in its place\n"
        assert answered(parquet.read_table(tmp_path / f"{jobs}.parquet")) == expected(table)
    one, two = (parquet.read_table(tmp_path / f"{jobs}.parquet") for jobs in ("1", "2"))
    assert one.equals(two)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--parquet", "in.parquet"], 2, "--parquet needs --to FILE"),
        (
            ["--parquet", "in.parquet", "--to", "in.parquet"],
            2,
            "--to would be written over 'in.parquet'",
        ),
        (["--parquet", "in.parquet", "--to", "out", "--column", "text"], 2, "'--column text' names no column"),
        (["--parquet", "in.parquet", "--to", "out", "--column", "text=body"], 1, "no column 'body'; the columns are"),
        (["--parquet", "in.parquet", "--to", "out", "--column", "text=body"], 1, "--column text=COLUMN; nothing"),
        (["--parquet", "in.parquet", "--to", "out", "--column", "txt=id"], 1, "'txt' is not a column that is read"),
        (
            ["--parquet", "in.parquet", "--to", "out", "--zone", "Asia/Seoul"],
            2,
            "--zone and --parquet exclude",
        ),
        (["--parquet", "no.parquet", "--to", "out"], 2, "there is no file 'no.parquet'; did you mean 'in.parquet'?"),
        (["--parquet", "text.txt", "--to", "out"], 1, "'text.txt': "),
        (["--parquet", "in.parquet", "--to", "no/out"], 1, "there is no directory 'no' to write in"),
        (["text.txt", "--to", "out"], 2, "--to goes with --parquet"),
    ],
)
def test_wrong_usage_writes_nothing(tmp_path, monkeypatch, arguments, code, words):
    monkeypatch.chdir(tmp_path)
    parquet.write_table(documents(3), "in.parquet")
    tmp_path.joinpath("text.txt").write_text("on Thursday")
    done = CliRunner().invoke(program, ["scan", *arguments])

    assert done.exit_code == code
    assert words in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "text.txt"]


def test_duckdb_reads_as_scan_does():
    table = documents(100)
    with duckdb.connect() as source, duckdb.connect() as target:
        source.register("archive", table)
        reader: Any = source.sql("SELECT id, text, published, zone FROM archive").to_arrow_reader(30)
        target.register("found", pa.RecordBatchReader.from_batches(SCHEMA, read_batches(reader)))
        told = target.sql("SELECT * FROM found").to_arrow_table()

    assert answered(told) == expected(table)


def test_polars_reads_as_scan_does():
    table = documents(60)
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    found = pl.from_arrow(pa.Table.from_batches(read_batches(frame.to_arrow().to_batches(20)), SCHEMA))

    assert isinstance(found, pl.DataFrame)
    assert answered(found.to_arrow().cast(SCHEMA)) == expected(table)


def read_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """What Dask maps over its partitions."""
    batches = pa.Table.from_pandas(frame, preserve_index=False).to_batches()
    return pa.Table.from_batches(read_batches(batches), SCHEMA).to_pandas(types_mapper=pd.ArrowDtype)


@pytest.mark.filterwarnings("ignore")  # of Dask itself
def test_dask_reads_as_scan_does_in_other_processes():
    table = documents(100)
    frame = dd.from_pandas(table.to_pandas(types_mapper=pd.ArrowDtype), npartitions=4)
    meta = SCHEMA.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=None,
            host="127.0.0.1",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster),
    ):
        told = frame.map_partitions(read_frame, meta=meta).compute()

    assert answered(pa.Table.from_pandas(told, preserve_index=False).cast(SCHEMA)) == expected(table)
