"""Reading: clean and parse, megabytes a second and against beautifulsoup4 on the same page.

``python -m tests.bench.bench_reading``. Process time, medians; on a shared machine trust ratios.
"""

from __future__ import annotations

import html
import random
import time
from collections.abc import Callable
from statistics import median

from bs4 import BeautifulSoup

from exporter import pipeline
from exporter.source.model import CleanText
from tests.bench import synthetic

PAGES = 20
ROUNDS = 5


def flat() -> bytes:
    """Several records, one after the other, as in the Zhaotong seed."""
    return "".join(synthetic.bodies()[:-1] * 2).encode()


_SAID = """the ministry has said that water supply to the northern districts will be restored by
the end of this week and that no family is going to wait for longer than that we have sent two
teams of engineers who work day and night the cost is under review"""


def english() -> bytes:
    """A long transcript in English: the spokeswoman and those who ask, by turns, no sentence and no
    paragraph like another."""
    draw = random.Random(7)
    lines = ["Regular press briefing", "by Press Secretary Anna Marlowe", "4 March 2025", ""]
    labels = ("MS. MARLOWE:  ", "Q    ", "MR. ODELL:  ", "REPORTER: ", "Jonas Witt, Daily Post: ")
    for number in range(2_000):
        lengths = [draw.randint(8, 24) for _ in range(draw.randint(1, 6))]
        sentences = [draw.choices(_SAID.split(), k=length) for length in lengths]
        speech = " ".join(f"{' '.join(words).capitalize()}." for words in sentences)
        lines += [f"{labels[draw.randrange(5)] if number % 3 else ''}{speech}", ""]
    return "\n".join(lines).encode()


def dressed() -> bytes:
    """The same records as an HTML page with navigation, paragraphs, bold labels and a foot."""
    paragraphs = [
        f"<p style='margin:0'><b>{html.escape(body[:12])}</b>{html.escape(piece)}。</p>"
        for body in synthetic.bodies()
        for piece in body.split("。")
    ]
    head = "<html><head><title>t</title></head><body><ul class=nav><li><a>首页</a></li></ul>"
    return f"{head}<div class=article>{''.join(paragraphs)}</div></body></html>".encode()


def seconds(work: Callable[[], object]) -> float:
    """Median process time of a call, after one that isn't counted."""
    work()
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return median(times)


def main() -> None:
    """Prints a line for each kind of page."""
    for name, data in (("flat text", flat()), ("English", english()), ("HTML", dressed())):
        page = pipeline.read_page("page", data).value
        records: tuple[CleanText, ...] = pipeline.clean_page(page).value
        cleaning = seconds(lambda page=page: pipeline.clean_page(page))  # type: ignore[misc]
        parsing = seconds(
            lambda records=records: [pipeline.read_record(record) for record in records]  # type: ignore[misc]
        )
        peer = seconds(lambda data=data: BeautifulSoup(data, "html.parser").get_text())  # type: ignore[misc]
        size = len(data) / 1e6
        print(
            f"{name}: {size:.2f} MB, {len(records)} records; "
            f"clean {size / cleaning:.2f} MB/s, parse {size / parsing:.2f} MB/s, "
            f"both {size / (cleaning + parsing):.2f} MB/s; "
            f"both / beautifulsoup4 get_text = {(cleaning + parsing) / peer:.2f}"
        )


if __name__ == "__main__":
    main()
