"""A run's memory over time as a picture: ``python -m tests.bench.plot_memory SAMPLES FILE.svg``.

`SAMPLES` is what ``tests.bench.bench_batch`` writes: seconds, MiB of the run's own process, MiB of
each worker. The picture has the largest worker and the run's own process, the most of each stretch
of time, and the limit that is asked of a worker.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor

WIDTH, HEIGHT, MARGIN = 640, 260, 44
"""In points."""
POINTS = 200
LIMIT = 150
COLOURS = {"largest worker": "#1f5fa8", "the run itself": "#b8501f", "asked of a worker": "#8a8a8a"}


class Sample(NamedTuple):
    """Seconds since the start; MiB."""

    at: float
    own: int
    worker: int


def read(path: Path) -> list[Sample]:
    """The samples of the file, without those from before the workers were there and after."""
    found = []
    for line in path.read_text().splitlines():
        at, own, *workers = line.split()
        if workers:
            found.append(Sample(float(at), int(own), max(map(int, workers))))
    return found


def thinned(samples: Sequence[Sample]) -> list[Sample]:
    """The most of each of `POINTS` stretches."""
    step = -(-len(samples) // POINTS)
    parts = [samples[at : at + step] for at in range(0, len(samples), step)]
    return [Sample(p[-1].at, max(s.own for s in p), max(s.worker for s in p)) for p in parts]


def plot(samples: Sequence[Sample]) -> Drawing:
    """The picture."""
    drawing = Drawing(WIDTH, HEIGHT)
    chart = LinePlot()
    chart.x, chart.y = MARGIN, MARGIN
    chart.width, chart.height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    last = samples[-1].at / 60
    chart.data = [
        [(s.at / 60, s.worker) for s in samples],
        [(s.at / 60, s.own) for s in samples],
        [(0, LIMIT), (last, LIMIT)],
    ]
    for line, colour in enumerate(COLOURS.values()):
        chart.lines[line].strokeColor = HexColor(colour)
        chart.lines[line].strokeWidth = 1.5
    chart.lines[2].strokeDashArray = (4, 3)
    chart.xValueAxis.valueMin, chart.xValueAxis.valueMax = 0, last
    chart.yValueAxis.valueMin, chart.yValueAxis.valueMax = 0, LIMIT + 10
    chart.yValueAxis.valueStep = 50
    chart.xValueAxis.labelTextFormat = chart.yValueAxis.labelTextFormat = "%d"
    drawing.add(chart)
    _label(drawing, MARGIN, HEIGHT - 20, "MiB", "#000000")
    _label(drawing, WIDTH - MARGIN - 40, 12, "minutes", "#000000")
    for number, (name, colour) in enumerate(COLOURS.items()):
        _label(drawing, MARGIN + 60 + 130 * number, HEIGHT - 20, name, colour)
    return drawing


def _label(drawing: Drawing, x: float, y: float, words: str, colour: str) -> None:
    drawing.add(String(x, y, words, fontName="Helvetica", fontSize=11, fillColor=HexColor(colour)))


def main(samples: Path, target: Path) -> None:
    """Draws the one into the other."""
    renderSVG.drawToFile(plot(thinned(read(samples))), str(target))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
