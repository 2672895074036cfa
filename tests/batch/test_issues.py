"""期号 and 总期号: no gap, no number twice, the same record the same number, however a run went."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.batch.issues import NAME, Issues
from exporter.batch.model import Output
from exporter.batch.store import STATE
from exporter.batch.store_local import LocalStore
from exporter.document.plan import Issue, Letterhead, Plan, with_first_issue, with_issue
from exporter.messages import Language
from exporter.styling.load import load
from tests.bench import synthetic
from tests.conftest import Command

FIRST = (1, 1)


def output(name: str) -> tuple[Output, ...]:
    return (Output(name, "json", "0" * 64, 2),)


def opened(folder: Path, owners: set[str] | None = None) -> Issues:
    (folder / STATE).mkdir(exist_ok=True)
    issues = Issues(LocalStore(folder))
    issues.read(owners or set())
    issues.open()
    return issues


def take(issues: Issues, owner: str, year: str, first: tuple[int, int] = FIRST) -> tuple[int, int]:
    issue = issues.next(owner, year, first)
    issues.give(owner, issue, output(f"{owner}.json"))
    return issue.issue, issue.total


def test_issues_begin_anew_with_the_year_and_totals_go_on(tmp_path: Path) -> None:
    issues = opened(tmp_path)
    given_ = [take(issues, *said.split()) for said in ("a 23", "b 23", "c 24", "d 23")]
    assert given_ == [(1, 1), (2, 2), (1, 3), (3, 4)]
    assert take(issues, "b", "24") == (2, 2)


def test_counting_begins_where_the_style_says(tmp_path: Path) -> None:
    issues = opened(tmp_path)
    first = (12, 345)
    assert take(issues, "a", "24", first) == (12, 345)
    assert take(issues, "b", "24", first) == (13, 346)
    assert take(issues, "c", "25", first) == (1, 347)


def test_a_number_that_was_only_asked_for_is_not_used_up(tmp_path: Path) -> None:
    issues = opened(tmp_path)
    issues.next("fails", "24", FIRST)
    assert take(issues, "a", "24") == (1, 1)


def test_the_last_number_without_a_file_is_taken_back(tmp_path: Path) -> None:
    issues = opened(tmp_path)
    take(issues, "a", "24")
    take(issues, "killed", "24")
    assert take(opened(tmp_path), "b", "24") == (2, 2)


def test_a_number_that_was_printed_is_never_given_again(tmp_path: Path) -> None:
    issues = opened(tmp_path)
    take(issues, "moved away", "24")
    assert take(opened(tmp_path, {"moved away"}), "b", "24") == (2, 2)


def test_a_file_that_the_journal_missed_keeps_its_number(tmp_path: Path) -> None:
    issues = opened(tmp_path)
    (tmp_path / "a.json").write_bytes(b"{}")
    digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    issues.give("a", Issue("24", 1, 1), (Output("a.json", "json", digest, 2),))
    assert take(opened(tmp_path), "b", "24") == (2, 2)


@settings(deadline=None)
@given(cut=st.integers(1, 400))
def test_a_torn_line_costs_no_other_number(
    cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("torn")
    issues = opened(folder)
    owners = ["a", "b", "c", "d"]
    for owner in owners:
        take(issues, owner, "24")
    path = folder / STATE / NAME
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - min(cut, len(data) // 4)])
    again = opened(folder, set(owners))
    assert [take(again, owner, "24") for owner in owners] == [(n, n) for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("words", "issue", "printed"),
    [
        ("第{issue}期（总第{total}期）", Issue("2024", 3, 45), "第3期（总第45期）"),
        ("昭政办〔{year}〕{issue}号", Issue("2024", 3, 45), "昭政办〔2024〕3号"),
        ("第{issue}期", None, ""),
        ("昭政办〔2024〕7号", None, "昭政办〔2024〕7号"),
        ("昭政办〔2024〕7号", Issue("2024", 3, 45), "昭政办〔2024〕7号"),
        ("{issue}{format}", Issue("2024", 3, 45), "3{format}"),
        ("简报{counted}", Issue("2024", 3, 45), "简报第3期（总第45期）"),
        ("{counted}", None, ""),
    ],
)
def test_what_is_printed(words: str, issue: Issue | None, printed: str) -> None:
    plan = Plan((), Letterhead(document_number=words))
    assert with_issue(plan, issue, "zh").letterhead.document_number == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("zh", "第3期（总第45期）"),
        ("zh-Hant", "第3期（總第45期）"),
        ("en", "No. 3 (Serial No. 45)"),
    ],
)
def test_the_number_in_the_language_of_the_page(language: Language, printed: str) -> None:
    letterhead = load("jianbao").plan.letterhead
    plan = with_issue(Plan((), letterhead), Issue("2024", 3, 45), language)
    assert plan.letterhead.document_number == printed
    pattern = letterhead.printed_number()
    assert pattern.fullmatch(printed)
    assert not pattern.fullmatch(printed.replace("3", "三"))


def test_what_counting_begins_with_can_be_shown() -> None:
    plan = Plan((), Letterhead(document_number="〔{year}〕{issue}/{total}", first_issue=12))
    assert with_first_issue(plan, "2024-04-12", "zh").letterhead.document_number == "〔2024〕12/1"
    assert with_first_issue(plan, None, "zh").letterhead.document_number == "〔〕12/1"


def printed(out: Path) -> dict[str, str]:
    """The number that each document prints, by its name."""
    found = {}
    for path in sorted(out.glob("*.md")):
        number = re.search(r"第\d+期（总第\d+期）", path.read_text("utf-8"))
        assert number is not None, path
        found[path.name] = number[0]
    return found


def tree(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(files)}


def test_a_page_of_many_records_is_counted_by_date(
    exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    page = seeds / "000_9639f3bb049e7fe2.txt"
    arguments = ("convert", page, "-o", tmp_path / "a", "--style", "jianbao", "--to", "markdown")
    first = exporter(*arguments)
    assert first.returncode == 0, first.stderr
    numbers = list(printed(tmp_path / "a").values())
    issues = (1, 2, 1, 2, 1, 2, 3, 4, 5)  # of 2022, 2023, 2024; the empty record has none
    wanted = [f"第{issue}期（总第{total}期）" for total, issue in enumerate(issues, start=1)]
    assert numbers == wanted


def test_killed_resumed_and_forced_the_numbers_are_the_same(
    exporter: Command, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    synthetic.write(archive, 6)
    options = ("--to", "markdown", "--style", "jianbao")
    unbroken = exporter("convert", archive, "-o", tmp_path / "a", *options, "--jobs", "1")
    assert unbroken.returncode == 0, unbroken.stderr
    out = tmp_path / "b"
    command = [sys.executable, "-m", "exporter", "convert", archive, "-o", out, *options]
    run = subprocess.Popen(
        [*map(str, command), "--jobs", "2"], stderr=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while run.poll() is None and len(list(out.glob("*.md"))) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.002)
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert exporter("convert", archive, "-o", out, *options).returncode == 0
    assert tree(out) == tree(tmp_path / "a")
    totals = sorted(
        json.loads(line)["issue"]["total"]
        for line in (out / STATE / NAME).read_text("utf-8").splitlines()
    )
    assert totals == [1, 2, 3, 4, 5, 6]
    before = printed(out)
    assert exporter("convert", archive, "-o", out, *options, "--force").returncode == 0
    assert printed(out) == before
