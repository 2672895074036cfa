"""A page that spam was spliced into: what was found and proposed reaches every output."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Command

PAGE = (
    "9月13日下午，中共日博365备用网址_365bet娱乐app委举行“浙里十年·洮阳”主题新闻发布会。\n"
    "主持人：各位记者，大家好！洮阳市委书记很重视，请高屹作发布。\n"
    "高屹：洮阳市委坚持实干，十年来投入皇冠赌场备用网址，建成桥梁20座。\n"
)
PLACES = {
    "source.tampered-issuer": "日博365备用网址_365bet娱乐app",
    "source.damaged": "皇冠赌场备用网址",
}


def test_holes_are_told_in_every_output(exporter: Command, tmp_path: Path) -> None:
    page, out, run = tmp_path / "page.txt", tmp_path / "out", tmp_path / "run.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    shown = exporter("show", page, "--stage", "transcript", "--json")
    (transcript,) = json.loads(shown.stdout)["transcripts"]
    found = [notice for notice in transcript["notices"] if notice["code"] in PLACES]
    assert {notice["code"]: PAGE[slice(*notice["span"])] for notice in found} == PLACES
    assert transcript["removed"]["spam"] == 2
    exporter("convert", page, "--to", "markdown", "--to", "pdf", "--report", run, "--output", out)
    (line,) = map(json.loads, run.read_text("utf-8").splitlines())
    codes = [notice["code"] for notice in line["notices"]]
    assert sorted(code for code in codes if code in PLACES) == sorted(PLACES)
    (printed,) = out.glob("*.md")
    words = printed.read_text("utf-8")
    assert words.count("“中共洮阳市委”系据此推定") == 1
    assert words.count("原字句无从得知") == 1
    (paged,) = out.glob("*.pdf")
    assert exporter("verify", paged, page).returncode == 0


def test_strict_fails_on_holes(exporter: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    done = exporter("convert", page, "--to", "json", "--strict", "--output", tmp_path / "out")
    assert done.returncode == 3
    assert "2 doubtful" in done.stderr
