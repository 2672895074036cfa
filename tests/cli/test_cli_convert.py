"""``exporter convert`` on the seeds: the files, the report, the same bytes however it is run."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from tests.conftest import Command

RECORDS = 10
"""Records with a body in the seeds: nine of the Zhaotong page (one is empty) and the Quzhou one."""


class Run:
    """A finished run over the seeds."""

    def __init__(self, out: Path, done: subprocess.CompletedProcess[str], report: Path) -> None:
        self.out, self.done = out, done
        self.lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]

    def files(self, pattern: str) -> list[Path]:
        return sorted(self.out.glob(pattern))


@pytest.fixture(scope="module")
def run(exporter: Command, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("convert")
    report = folder / "report.jsonl"
    done = exporter("convert", seeds, "-o", folder / "out", "--report", report)
    return Run(folder / "out", done, report)


def test_every_record_with_a_body_becomes_one_file_a_format(run: Run) -> None:
    assert run.done.returncode == 0, run.done.stderr
    assert len(run.files("*.docx")) == len(run.files("*.pdf")) == RECORDS
    assert [p.stem for p in run.files("*.docx")] == [p.stem for p in run.files("*.pdf")]


def test_the_names_bear_date_and_title(run: Run) -> None:
    names = [p.name for p in run.files("*.docx")]
    assert all(name[:4].isdigit() and name[10] == " " for name in names)
    assert any(n.startswith("2024-04-12 ") and "水资源保护专题新闻发布会" in n for n in names)


def test_the_empty_record_is_reported_not_rendered(run: Run) -> None:
    (empty,) = [line for line in run.lines if line["status"] == "empty"]
    assert empty["outputs"] == []
    assert empty["date"] == "2022-07-07"
    assert "empty" in run.done.stderr


def test_the_report_has_a_line_a_record_and_adds_up(run: Run) -> None:
    assert len(run.lines) == RECORDS + 1
    written = sorted(output["path"] for line in run.lines for output in line["outputs"])
    assert written == sorted(p.name for p in run.out.iterdir() if p.name != ".exporter")
    for line in run.lines:
        for output in line["outputs"]:
            data = (run.out / output["path"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == output["sha256"]
            assert len(data) == output["size"]
            if output["format"] == "pdf":
                assert len(PdfReader(run.out / output["path"]).pages) == line["pages"]


def test_the_summary_adds_up(run: Run) -> None:
    last = run.done.stderr.strip().splitlines()[-1]
    assert last.startswith(
        "11 records of 2 pages: 10 done, 0 unchanged, 1 empty, 0 failed; 20 files"
    )


def test_the_files_open_and_hold_the_speeches(run: Run) -> None:
    sentence = "首先向大家介绍出席本场新闻发布会的各位发布人"
    (docx,) = [p for p in run.files("*.docx") if p.name.startswith("2024-04-12")]
    words = "".join(p.text for p in open_docx(str(docx)).paragraphs)
    assert sentence in words
    pages = PdfReader(docx.with_suffix(".pdf")).pages
    assert len(pages) > 5
    assert sentence in "".join(page.extract_text() for page in pages).replace("\n", "")


def tree(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.iterdir() if p.is_file())
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_the_same_bytes_from_processes_hash_seeds_and_time_zones(
    run: Run, exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    environment = {
        "PYTHONHASHSEED": "4711",
        "TZ": "America/New_York",
        "LC_ALL": "C",
        "EXPORTER_LANG": "zh",
    }
    done = exporter("convert", seeds, "-o", tmp_path / "two", "--jobs", "2", **environment)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "two") == tree(run.out)


def test_a_second_run_changes_nothing(run: Run, exporter: Command, seeds: Path) -> None:
    before = tree(run.out)
    done = exporter("convert", seeds, "-o", run.out, "--to", "docx")
    assert done.returncode == 0, done.stderr
    assert "0 done, 10 unchanged" in done.stderr
    assert tree(run.out) == before


def test_one_bad_page_never_stops_the_rest(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    (archive / "b.txt").write_bytes((seeds / "004_589898bb6b70e58a.txt").read_bytes())
    for jobs in ("1", "2"):
        out = tmp_path / f"out{jobs}"
        done = exporter("convert", archive, "-o", out, "--to", "docx", "--jobs", jobs)
        assert done.returncode == 1, done.stderr
        assert "a.txt" in done.stderr
        assert "Traceback" not in done.stderr
        assert len(list(out.glob("*.docx"))) == 1


def test_a_dry_run_writes_nothing(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    source = seeds / "004_589898bb6b70e58a.txt"
    done = exporter("convert", source, "-o", tmp_path / "none", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "nothing was written" in done.stderr
    assert "1 done" in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_users_own_style_extends_a_shipped_one(
    exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    style = tmp_path / "mine.toml"
    style.write_text(
        'name = "mine"\ntitle = "Mine"\nextends = "gongwen"\n[page]\nsize = "A5"\n', "utf-8"
    )
    source = seeds / "004_589898bb6b70e58a.txt"
    done = exporter("convert", source, "-o", tmp_path / "out", "--to", "pdf", "--style", style)
    assert done.returncode in (0, 2), done.stderr


def test_help_in_chinese_is_told_to_its_end(exporter: Command) -> None:
    """Chinese has no spaces to break a line at."""
    found = exporter("convert", "--help", EXPORTER_LANG="zh", COLUMNS="80")
    assert found.returncode == 0
    assert "…" not in found.stdout
    assert "选项" in found.stdout
    words = "".join(line.strip("│ ") for line in found.stdout.splitlines())
    assert "存放简报的文件夹；不存在时自动建立。" in words.replace(" ", "")


def test_markdown_by_its_suffix(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    source = seeds / "004_589898bb6b70e58a.txt"
    found = exporter("convert", source, "-o", tmp_path, "--to", "md", "--to", "markdown")
    assert found.returncode == 0, found.stderr
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == [".md"]


@pytest.mark.parametrize(
    ("locale", "usage", "own"),
    [("zh", "用法：", "显示本说明并退出。"), ("zh_HK.UTF-8", "用法：", "顯示本說明並結束。")],
)
def test_help_in_chinese_has_no_sentence_of_another_language(
    exporter: Command, locale: str, usage: str, own: str
) -> None:
    found = exporter("figures", "--help", EXPORTER_LANG=locale, COLUMNS="120")
    assert usage in found.stdout
    assert own in found.stdout
    assert not re.search(r"Usage|Show this|required|default", found.stdout)


def test_one_is_not_told_as_many(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    done = exporter("convert", seeds / "004_589898bb6b70e58a.txt", "-o", tmp_path, "--to", "md")
    assert "1 record of 1 page: 1 done" in done.stderr
    assert "1 file in" in done.stderr


def test_files_of_other_types_are_told_once(exporter: Command, tmp_path: Path) -> None:
    for name in ("a.png", "b.png", "page"):
        (tmp_path / name).touch()
    nothing = exporter("convert", tmp_path, "-o", tmp_path / "out")
    assert nothing.returncode == 4
    assert "other types: 3 (.png 2, no suffix 1)" in nothing.stderr
    quiet = exporter("convert", tmp_path, "-o", tmp_path / "out", "--quiet")
    assert "other types" not in quiet.stderr
