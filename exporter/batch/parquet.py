"""``figures.parquet``: all quantities of a run as typed columns.

Numbers are decimals, never floats. A number that ``decimal128(38, 12)`` does not hold digit for
digit is null in its column and stands in `digits` instead, as ``column=digits``; the words of the
source are in `text` always. Needs the extra ``parquet`` (pyarrow).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, get_args, get_type_hints

import msgspec

from exporter.briefing.figures_table import COLUMNS, FigureRow
from exporter.errors import UsageError

PRECISION, SCALE = 38, 12
"""Digits in all, and behind the point: up to 10**26 with millionths of a millionth."""
ROWS = 20_000
"""Rows held at once, a row group of the file."""
NUMBERS = ("value", "min_value", "max_value")


def require() -> tuple[Any, Any]:
    """pyarrow and its module for parquet. Raises `UsageError` where they are not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("cli.needs-extra", name="parquet", package="pyarrow") from error
    return pa, parquet


def write_parquet(rows: Iterable[FigureRow], out: Path | BinaryIO) -> None:
    """Writes the rows, the same bytes for the same rows and the same pyarrow. A bounded number is
    held.
    """
    pa, parquet = require()
    schema = _schema(pa)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        told = map(_row, rows)
        while some := list(islice(told, ROWS)):
            writer.write_batch(pa.RecordBatch.from_pylist(some, schema=schema))


def to_parquet(rows: Iterable[FigureRow]) -> bytes:
    """The rows as a file."""
    out = io.BytesIO()
    write_parquet(rows, out)
    return out.getvalue()


def read_rows(lines: Path) -> Iterator[FigureRow]:
    """The rows of a file of JSON lines, numbers digit for digit."""
    decoder = msgspec.json.Decoder(FigureRow)
    with lines.open("rb") as source:
        yield from map(decoder.decode, source)


def _schema(pa: Any) -> Any:
    kinds = {Decimal: pa.decimal128(PRECISION, SCALE), int: pa.int64(), bool: pa.bool_()}
    hints = get_type_hints(FigureRow)
    columns = []
    for name in COLUMNS:
        (kind, *_) = get_args(hints[name]) or (hints[name],)
        columns.append((name, kinds.get(kind, pa.string())))
    typed = dict(columns) | {"published_date": pa.date32(), "digits": pa.string()}
    return pa.schema(list(typed.items()))


def _row(figure: FigureRow) -> dict[str, object]:
    """A row as the columns want it."""
    row = msgspec.structs.asdict(figure)
    row["published_date"] = _date(row["published_date"])
    row["digits"] = ", ".join(_too_long(row)) or None
    return row


def _too_long(row: dict[str, object]) -> Iterator[str]:
    """The numbers that their columns can't hold, taken out of them."""
    for name in NUMBERS:
        number = row[name]
        if isinstance(number, Decimal) and not _fits(number):
            row[name] = None
            yield f"{name}={number:f}"


def _fits(number: Decimal) -> bool:
    whole, _, fraction = f"{number:f}".lstrip("-").partition(".")
    return len(fraction.rstrip("0")) <= SCALE and len(whole.lstrip("0")) <= PRECISION - SCALE


def _date(words: object) -> date | None:
    """A whole date; a month or year alone is none."""
    try:
        return date.fromisoformat(str(words))
    except ValueError:
        return None
