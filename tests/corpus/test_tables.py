"""Tables in and out, and the partition function that engines are given."""

import gzip
import io
import json

import pytest

import briefing
from briefing.errors import UsageError

pa = pytest.importorskip("pyarrow", reason="needs the extra corpus")

from briefing.corpus import summarize_partition, tables  # noqa: E402
from briefing.corpus.store import Store  # noqa: E402

ARTICLE = "The bridge at Overton has closed. Engineers found {} cracks. Drivers go another way. It may take years."
ROWS = [{"id": f"{number:03}", "body": ARTICLE.format(number), "at": None} for number in range(3)]


def written(path, rows):
    with open(path, "wb", buffering=0) as file:
        tables.write(file, tables.kind(path), lambda: [rows])
    return path


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.json.zst", "a.csv", "a.csv.bz2", "a.parquet"])
def test_what_is_written_is_read(name, tmp_path):
    (batch,) = tables.batches(written(tmp_path / name, ROWS))
    assert tables.column(batch, "id") == ["000", "001", "002"]
    assert tables.column(batch, "body") == [row["body"] for row in ROWS]
    assert tables.column_names(batch) == ["id", "body", "at"]


def test_lines_that_are_no_rows_are_errors_in_their_place(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\n\n[1]\n{"text"\n\xff\n{"text": "b"}')
    (batch,) = tables.batches(path)
    assert tables.column(batch, "text") == ["a", None, None, None, "b"]
    assert [getattr(row, "reason", "").partition(": ")[0] for row in batch] == [
        "",
        "a.jsonl:3",
        "a.jsonl:4",
        "a.jsonl:5",
        "",
    ]


def test_csv_keeps_quoted_lines_and_tells_of_rows_with_too_much(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n01,"a\nb"\n02,c,d\n')
    (batch,) = tables.batches(path)
    assert batch[0] == {"id": "01", "text": "a\nb"}
    assert batch[1].reason == "a.csv:2: more fields than columns; quote those with a comma"


def test_gzip_in_members_is_read_whole(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n') + gzip.compress(b'{"text": "b"}\n'))
    assert [tables.column(batch, "text") for batch in tables.batches(path)] == [["a", "b"]]


def test_batches_end_by_rows_and_by_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "ROWS", 4)
    many = [{"text": "x" * (10 if number < 6 else 900)} for number in range(12)]
    for name in ("a.jsonl", "a.parquet"):
        monkeypatch.setattr(tables, "BYTES", 1 << 20)
        assert [len(batch) for batch in tables.batches(written(tmp_path / name, many))] == [4, 4, 4]
        monkeypatch.setattr(tables, "BYTES", 1000)
        assert max(len(batch) for batch in tables.batches(tmp_path / name)) <= 4
        assert sum(len(batch) for batch in tables.batches(tmp_path / name)) == 12


def test_tables_of_other_columns_are_one_table_together(tmp_path):
    made = [[{"a": 1}], [{"a": 2.5, "b": "x"}]]
    for name in ("a.csv", "a.parquet"):
        with open(tmp_path / name, "wb", buffering=0) as file:
            tables.write(file, tables.kind(tmp_path / name), lambda: made)
        (batch,) = tables.batches(tmp_path / name)
        assert len(batch) == 2
        assert tables.column_names(batch) == ["a", "b"]


def test_what_parquet_cannot_hold_is_said():
    with pytest.raises(briefing.SourceError, match="several types"):
        tables.write(io.BytesIO(), ("parquet", None), lambda: [[{"a": 1}, {"a": "x"}]])


@pytest.mark.parametrize("name", ["a.xml", "a", "a.parquet.gz"])
def test_what_is_no_table_is_refused(name, tmp_path):
    (tmp_path / name).touch()
    with pytest.raises(UsageError):
        tables.files([tmp_path / name])


def test_a_table_that_is_not_there_is_a_source_that_fails(tmp_path):
    with pytest.raises(briefing.SourceError, match="no such file"):
        tables.files([tmp_path / "gone.csv"])


# The partition function, given what engines give

EXPECTED = json.loads(json.dumps([row["body"].partition(". ")[0] + "." for row in ROWS]))
COLUMNS = {"id": [row["id"] for row in ROWS], "body": [ROWS[0]["body"], "", ROWS[2]["body"]]}
OPTIONS = {"text_column": "body", "id_column": "id", "style": "lines", "sentences": 1}


def test_columns_of_hugging_face_gain_two():
    made = summarize_partition(COLUMNS, **OPTIONS)
    assert list(made) == ["id", "body", "briefing", "error"]
    assert made["briefing"] == [EXPECTED[0], None, EXPECTED[2]]
    assert made["error"] == [None, "001: no article in it; nothing to brief", None]


def test_tables_of_arrow_gain_two():
    made = summarize_partition(pa.table(COLUMNS), **OPTIONS)
    assert made.to_pydict() == summarize_partition(COLUMNS, **OPTIONS)
    assert summarize_partition(pa.table(COLUMNS).slice(0, 0), **OPTIONS).num_rows == 0


def test_frames_of_pandas_gain_two():
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    frame = pandas.DataFrame(COLUMNS, index=[7, 8, 9])
    made = summarize_partition(frame, **OPTIONS)
    assert list(made.index) == [7, 8, 9]
    assert list(made["error"].isna()) == [True, False, True]


def test_dask_maps_partitions():
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    frames = pytest.importorskip("dask.dataframe", reason="needs dask[dataframe]")
    frame = frames.from_pandas(pandas.DataFrame(COLUMNS), npartitions=2)
    meta = frame._meta.assign(briefing=pandas.Series(dtype=object), error=pandas.Series(dtype=object))
    made = frame.map_partitions(summarize_partition, meta=meta, **OPTIONS).compute(scheduler="sync")
    assert list(made["briefing"].dropna()) == [EXPECTED[0], EXPECTED[2]]


@pytest.mark.parametrize("columns", [{"text": []}, {"body": [], "id": [], "error": []}])
def test_columns_missing_or_there_already_are_refused(columns):
    with pytest.raises(UsageError, match="column"):
        summarize_partition(columns, **OPTIONS)


# The store

BATCH = [{"text": "a", "briefing": None, "error": "no"}]


def test_what_a_killed_run_left_is_no_hindrance(tmp_path):
    output, plan = tmp_path / "out.jsonl", {"x": 1}
    first = Store(output, "jsonl", plan)
    with first.open():
        first.add(0, BATCH)
    (first.directory / ".part-000001.jsonl.tmp").write_text('{"te')
    with open(first.directory / "_briefing.jsonl", "a") as ledger:
        ledger.write('{"number": 1, "ro')
    again = Store(output, "jsonl", plan)
    assert list(again.done) == [0]
    with again.open():
        again.add(1, BATCH)
        assert list(Store(output, "jsonl", plan).done) == [0, 1]
        again.finish()
    assert output.read_text().count("\n") == 2
    assert [file.name for file in tmp_path.iterdir()] == ["out.jsonl"]


def test_two_runs_do_not_write_to_one_place(tmp_path):
    stores = [Store(tmp_path / "out", "jsonl", {"x": 1}) for _ in range(2)]
    with stores[0].open(), pytest.raises(UsageError, match="another run writes there"), stores[1].open():
        pass
    with stores[1].open():
        stores[1].finish()
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["_SUCCESS", "_briefing.jsonl"]


def test_partitions_of_another_plan_and_other_files_are_not_touched(tmp_path):
    with Store(tmp_path / "out", "jsonl", {"x": 1}).open():
        pass
    with pytest.raises(UsageError, match="other input"):
        Store(tmp_path / "out", "jsonl", {"x": 2})
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").touch()
    with pytest.raises(UsageError, match="not ours"):
        Store(tmp_path / "mine", "jsonl", {"x": 1})
