"""All figures as typed columns: what the JSON lines say, digit for digit."""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as pq

from exporter.batch.parquet import read_rows, require, to_parquet
from exporter.briefing.figures_table import COLUMNS, FigureRow, to_jsonl
from exporter.errors import UsageError
from tests.bench import synthetic
from tests.conftest import Command

LONG = Decimal("123456789012345678901234567890")


def row(value: Decimal | None, published: str | None = "2024-01-02") -> FigureRow:
    blank = {field.name: None for field in msgspec.structs.fields(FigureRow) if field.required}
    words = {"record": "r1", "source_stem": "页", "text": "约3成", "status": "actual", "rule": "r"}
    facts = {"type": "count", "key": True, "start": 3, "end": 9, "published_date": published}
    return msgspec.convert({**blank, **words, **facts, "value": value}, FigureRow)


def back(rows: list[FigureRow], folder: Path) -> pa.Table:
    (folder / "f.parquet").write_bytes(to_parquet(rows))
    return pq.read_table(folder / "f.parquet")


def test_columns_have_types_and_numbers_are_no_floats(tmp_path: Path) -> None:
    table = back([row(Decimal("26.04")), row(None, None)], tmp_path)
    assert table.column_names == [*COLUMNS, "digits"]
    assert {f.name for f in table.schema if pa.types.is_floating(f.type)} == set()
    kinds = {name: str(table.schema.field(name).type) for name in ("value", "start", "key")}
    assert kinds == {"value": "decimal128(38, 12)", "start": "int64", "key": "bool"}
    first, second = table.to_pylist()
    assert (first["value"], first["published_date"]) == (Decimal("26.04"), date(2024, 1, 2))
    assert (second["value"], second["published_date"]) == (None, None)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False), max_size=9))
def test_no_digit_is_lost(values: list[Decimal]) -> None:
    table = pq.read_table(pa.BufferReader(to_parquet(list(map(row, values)))))
    for value, told in zip(values, table.to_pylist(), strict=True):
        if told["value"] is None:
            assert told["digits"] == f"value={value:f}"
        else:
            assert told["value"] == value


@pytest.mark.parametrize("value", [LONG, Decimal("0." + "1" * 13), Decimal(f"-{LONG}")])
def test_a_number_too_long_for_its_column_stands_beside_it(value: Decimal, tmp_path: Path) -> None:
    (told,) = back([row(value)], tmp_path).to_pylist()
    assert (told["value"], told["digits"]) == (None, f"value={value:f}")


def test_the_lines_are_read_back_digit_for_digit(tmp_path: Path) -> None:
    rows = [row(Decimal("1.10")), row(LONG), row(None)]
    (tmp_path / "f.jsonl").write_bytes(to_jsonl(rows))
    assert [str(r.value) for r in read_rows(tmp_path / "f.jsonl")] == ["1.10", str(LONG), "None"]


def test_a_run_writes_it_beside_the_lines(exporter: Command, tmp_path: Path) -> None:
    synthetic.write(tmp_path / "in", 2)
    out = tmp_path / "out"
    done = exporter("convert", tmp_path / "in", "-o", out, "--to", "json", "--parquet")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in (out / "figures.jsonl").read_text("utf-8").splitlines()]
    table = pq.read_table(out / "figures.parquet")
    assert table.num_rows == len(lines) > 50
    assert table.column("text").to_pylist() == [line["text"] for line in lines]
    alone = tmp_path / "figures.parquet"
    assert exporter("figures", tmp_path / "in", "--to", "parquet", "-o", alone).returncode == 0
    assert pq.read_table(alone).equals(table)


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="needs-extra") as caught:
        require()
    assert caught.value.params["name"] == "parquet"
