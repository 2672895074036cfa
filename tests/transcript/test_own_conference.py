"""One person's own press conference: who answers without a name in it, and who opens it."""

from __future__ import annotations

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

HEAD = "Ministry Spokesperson Qin Lei's Regular Press Conference on October 31, 2030\n\n"
VISIT = "At the invitation of the Premier of Tarn, Minister Bo Wen will visit Tarn in November."


def told(text: str) -> list[tuple[str, str | None, str]]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [(turn.role, turn.speaker, turn.text) for turn in parse(record).value.turns]


def test_answers_are_whose_own_conference_it_is_and_so_is_what_opens_it() -> None:
    text = (
        f"{HEAD}Ministry Spokesperson Qin Lei started the press conference with the following "
        f"announcement:\n\n{VISIT}\n\n"
        "Q: What was achieved by the envoy?\n\nA: They had a good exchange of views.\n\n"
        "Q: Will there be another visit?\n\nA: We will release it in due course.\n"
    )
    assert [turn[:2] for turn in told(text)] == [
        ("spokesperson", "Qin Lei"),
        *[("journalist", None), ("spokesperson", "Qin Lei")] * 2,
    ]
    assert told(text)[0][2] == VISIT


def test_what_opens_it_is_the_holders_though_another_has_a_label() -> None:
    text = (
        f"{HEAD}{VISIT}\n\n"
        "Harbour News: What was achieved by the envoy?\n\nQin Lei: A good exchange of views.\n\n"
        "Ann Roe: I may add that he met the Premier.\n\n"
        "Harbour News: When was it?\n\nQin Lei: It was in May.\n"
    )
    assert told(text)[0] == ("spokesperson", "Qin Lei", VISIT)


def test_answers_of_nobodys_own_conference_have_no_name() -> None:
    text = (
        "Ministry of Water: Briefing on October 31, 2030\n\nSpokesperson Qin Lei was there.\n\n"
        "Q: What was achieved by the envoy?\n\nA: They had a good exchange of views.\n\n"
        "Q: Will there be another visit?\n\nA: We will release it in due course.\n"
    )
    assert {speaker for _, speaker, _ in told(text)} == {None}
