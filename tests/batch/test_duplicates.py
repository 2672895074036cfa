"""One conference met twice is known; two conferences on one template never are taken for one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter import pipeline
from exporter.batch.duplicates import Originals, Sketch, same, sketch
from exporter.source.model import CleanText, Metadata
from tests.bench import synthetic
from tests.conftest import Command

HEAD = "首页 > 政务公开 > 新闻发布会\n来源：市政府新闻办公室 发布时间：2024-05-06 浏览次数：1024\n"
FOOT = "\n主办：望山市人民政府 备案号12345678 电话0870-2123456 网站标识码5306000001 版权所有"
SHARE_LINE = "\n分享到：微信 微博 打印本页 关闭窗口\n"


def clean(text: str, **metadata: str) -> CleanText:
    return CleanText("r1", "a.txt", "sha", 0, len(text), text, Metadata(**metadata))  # type: ignore[arg-type]


def sketched(text: str, **metadata: str) -> Sketch:
    made = sketch(clean(text, **metadata))
    assert made is not None
    return made


def speech(number: int = 0) -> str:
    page = pipeline.read_page("a.txt", synthetic.page(number).encode()).value
    return max((record.text for record in pipeline.clean_page(page).value), key=len)


WHOLE = re.sub(r"((?:[^。]*。){3})", r"\1\n", speech(0))
SHORT = speech(1)
LINES = WHOLE.split("\n")
MIDDLE = "\n".join(LINES[: len(LINES) // 2]), "\n".join(LINES[len(LINES) // 2 :])

REPOSTS = {
    "the same": WHOLE,
    "another foot": WHOLE + FOOT,
    "another head": HEAD + WHOLE,
    "head and foot": HEAD + WHOLE + FOOT,
    "a line of links between paragraphs": SHARE_LINE.join(MIDDLE),
    "all in one line": WHOLE.replace("\n", ""),
    "other paragraphs": WHOLE.replace("。", "。\n"),
    "half-width punctuation": WHOLE.translate(str.maketrans("，。：；！？（）", ",.:;!?()")),
    "no punctuation": re.sub(r"[^\w\n]", " ", WHOLE),
    "full-width digits": WHOLE.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "blanks between all characters": " ".join(WHOLE),
}


@pytest.mark.parametrize("dress", REPOSTS)
def test_a_re_post_is_known_from_both_sides(dress: str) -> None:
    for first, second in ((WHOLE, REPOSTS[dress]), (REPOSTS[dress], WHOLE + FOOT)):
        one, other = sketched(first), sketched(second)
        assert same(one, other)
        met = Originals()
        met.add("first", one)
        assert met.find(other, "second") == "first"


def test_a_short_news_page_with_another_foot_is_known() -> None:
    assert same(sketched(SHORT), sketched(SHORT + FOOT))


def numbers_changed(text: str) -> str:
    return re.sub(r"\d", lambda found: str((int(found[0]) + 3) % 10), text)


def one_changed(text: str, share: float) -> str:
    """One digit alone is another, at that part of the text."""
    digits = [found.start() for found in re.finditer(r"\d", text)]
    at = digits[int(len(digits) * share)]
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


OTHERS = {
    "other numbers": numbers_changed(WHOLE),
    "one other number": one_changed(WHOLE, 0.5),
    "one other number near the beginning": one_changed(WHOLE, 0.1),
    "one other number near the end": one_changed(WHOLE, 0.9),
    "another place": WHOLE.replace("龙泉", "河阳"),
    "without the answers": WHOLE[: len(WHOLE) // 2],
    "with answers of its own": WHOLE + "\n" + speech(9)[:2000],
    "the same words in another order": "\n".join(reversed(LINES)),
    "another speech": speech(9),
}


@pytest.mark.parametrize("change", OTHERS)
def test_another_conference_is_not_taken_for_it(change: str) -> None:
    assert OTHERS[change] != WHOLE
    assert not same(sketched(WHOLE), sketched(OTHERS[change]))
    assert not same(sketched(OTHERS[change]), sketched(WHOLE))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"title": "第三场新闻发布会"}, {"title": "第四场新闻发布会"}, False),
        ({"title": "第3场新闻发布会"}, {"title": "第３场新闻发布会实录"}, True),
        ({"event_date": "2024-01-02"}, {"event_date": "2024-01-09"}, False),
        ({"event_date": "2024-01-02"}, {}, True),
        ({"published_date": "2024-01-02"}, {"published_date": "2024-01-09"}, True),
    ],
)
def test_title_and_date_must_not_speak_against_it(
    one: dict[str, str], other: dict[str, str], expected: bool
) -> None:
    assert same(sketched(WHOLE, **one), sketched(WHOLE + FOOT, **other)) is expected


def test_pages_of_one_template_are_all_kept_apart() -> None:
    met = Originals()
    for number in range(120):
        page = pipeline.read_page("a.txt", synthetic.page(number).encode()).value
        for record in pipeline.clean_page(page).value:
            if (made := sketch(record)) is not None:
                assert met.find(made, "") is None, number
                met.add(str(number), made)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="甲乙丙0 \n，。A", max_size=400), st.text(max_size=30))
def test_any_text_repeats_itself_and_nothing_raises(text: str, other: str) -> None:
    one, two = sketch(clean(text)), sketch(clean(other))
    assert one is None or same(one, one)
    if one is not None and two is not None:
        assert same(one, two) == same(two, one)


def test_a_sketch_is_small_and_survives_the_journal() -> None:
    import msgspec

    made = sketched(WHOLE)
    data = msgspec.json.encode(made)
    assert len(data) < len(WHOLE.encode()) / 4
    assert msgspec.json.decode(data, type=Sketch) == made


def archive(folder: Path) -> Path:
    folder.mkdir()
    for number in (1, 3, 5):
        (folder / f"b{number}.txt").write_text(synthetic.page(number), "utf-8")
    (folder / "c-copy.txt").write_text(synthetic.page(3), "utf-8")
    (folder / "d-repost.txt").write_text(synthetic.page(5) + FOOT, "utf-8")
    return folder


def run(exporter: Command, source: Path, out: Path, *flags: str) -> dict[str, tuple[str, object]]:
    report = out.with_suffix(f".{len(flags)}.jsonl")
    done = exporter("convert", source, "-o", out, "--to", "json", "--report", report, *flags)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    return {
        Path(line["source"]).stem: (line["status"], line["duplicate_of"])
        for line in lines
        if line["status"] != "empty"
    }


def tree(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(out.rglob("*.json*"))}


def test_a_run_makes_each_once_whatever_the_jobs_and_however_often(
    exporter: Command, tmp_path: Path
) -> None:
    source = archive(tmp_path / "in")
    first = run(exporter, source, tmp_path / "one", "-j", "1")
    assert {name: status for name, (status, _) in first.items()} == {
        "b1": "done",
        "b3": "done",
        "b5": "done",
        "c-copy": "duplicate",
        "d-repost": "duplicate",
    }
    assert str(first["c-copy"][1]).endswith("b3.txt#r1")
    assert str(first["d-repost"][1]).endswith("b5.txt#r1")
    assert run(exporter, source, tmp_path / "two", "-j", "2") == first
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
    again = run(exporter, source, tmp_path / "one", "-j", "2")
    assert [status for status, _ in again.values()] == ["unchanged"] * 3 + ["duplicate"] * 2
    assert tree(tmp_path / "two") == tree(tmp_path / "one")


def test_when_the_original_goes_its_copy_takes_its_place(exporter: Command, tmp_path: Path) -> None:
    source, out = archive(tmp_path / "in"), tmp_path / "out"
    run(exporter, source, out)
    (source / "b3.txt").unlink()
    assert run(exporter, source, out)["c-copy"][0] == "done"


def test_all_are_made_when_asked_for(exporter: Command, tmp_path: Path) -> None:
    source, out = archive(tmp_path / "in"), tmp_path / "out"
    run(exporter, source, out)
    kept = run(exporter, source, out, "--keep-duplicates")
    assert [status for status, _ in kept.values()] == ["unchanged"] * 3 + ["done"] * 2
