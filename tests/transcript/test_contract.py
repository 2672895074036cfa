"""The JSON that others read: schema, fields, spans in the source file."""

from __future__ import annotations

import json

from exporter.source.model import CleanText, Edit, Metadata
from exporter.transcript.contract import SCHEMA, document
from exporter.transcript.parse import parse

SOURCE = "首页 > 新闻\n主持人:大家好。江州日报记者:情况如何?柯恺:很好,谢谢。\n"
TEXT = "主持人：大家好。江州日报记者：情况如何？柯恺：很好，谢谢。"


def clean() -> CleanText:
    start = SOURCE.index("主持人")
    edits = [Edit("furniture.navigation", 0, start, SOURCE[:start], "", "navigation")]
    for offset, (before, after) in enumerate(zip(SOURCE[start:], TEXT, strict=False)):
        if before != after:
            at = start + offset
            edits.append(Edit("punctuation", at, at + 1, before, after, "full width"))
    end = start + len(TEXT)
    edits.append(Edit("blank.line", end, len(SOURCE), SOURCE[end:], "", "blank"))
    return CleanText(
        id="page-1",
        path="a/page.txt",
        sha256="f" * 64,
        start=0,
        end=len(SOURCE),
        text=TEXT,
        metadata=Metadata(title="通气会", event_date="2024-05-04", fields={"索引号": ""}),
        ledger=tuple(edits),
    )


def test_the_contract_has_every_field() -> None:
    answer = json.loads(json.dumps(document([parse(clean()).value])))
    assert answer["schema"] == SCHEMA == "exporter/transcript@1"
    (item,) = answer["transcripts"]
    wanted = (
        "id source kind title event_date published_date publisher read_count venue issuer host_org "
        "metadata agenda media people turns notices"
    )
    assert set(wanted.split()) <= set(item)
    assert item["source"] == {
        "path": "a/page.txt",
        "sha256": "f" * 64,
        "start": 0,
        "end": len(SOURCE),
    }
    assert item["metadata"] == {"索引号": ""}
    turn = "id role speaker person office org section answers label text paragraphs"
    assert all(set(turn.split()) <= set(t) for t in item["turns"])
    person = "id name role office org honorific aliases spoke"
    assert all(set(person.split()) <= set(p) for p in item["people"])


def test_spans_point_into_the_source_file() -> None:
    (item,) = document([parse(clean()).value])["transcripts"]
    said = ["大家好。", "情况如何?", "很好,谢谢。"]
    for turn, words in zip(item["turns"], said, strict=True):
        (paragraph,) = turn["paragraphs"]
        assert "".join(SOURCE[low:high] for low, high in paragraph["spans"]) == words
    assert [turn["answers"] for turn in item["turns"]] == [None, None, "t2"]


def test_removed_counts_the_rules_that_took_text_away() -> None:
    assert parse(clean()).value.removed == {"blank.line": 1, "furniture.navigation": 1}
