"""Reports and minutes of Hong Kong, Macau and Taiwan that tell of people instead of labelling them:
leads, headlines, lists of items, questions that several put."""

from __future__ import annotations

import pytest

from exporter.transcript.labels.reading import read_asker
from exporter.transcript.parse import parse
from exporter.transcript.people.names import split_office
from tests.transcript.test_transcript_properties import record


@pytest.mark.parametrize(
    "text",
    [
        "水利福利部長柯愷今天在議會受訪表示，水價不變。\n議會今天繼續審查草案，柯愷在會前受訪。",
        "總統柯愷今天首度在總統府進行「迴廊談話」，回應時事。\n總統府發言人石雨桐說，形式會檢討。",
        "水務局總裁柯愷今（18）日會後宣布水價不變。\n柯愷說，會再檢討。",
    ],
)
def test_a_lead_that_tells_of_somebody_is_no_label(text: str) -> None:
    assert parse(record(text, "zh-Hant")).value.kind == "news"


def test_a_lead_above_questions_and_answers_is_no_turn() -> None:
    text = (
        "水務局總裁柯愷今（18）日會後宣布水價不變。\n以下是QA：\nQ1：水價會否調整？\n"
        "柯愷（以下簡稱柯）：不會。\nQ2：明年呢？\n柯：明年再檢討。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("journalist", None),
        ("spokesperson", "柯愷"),
    ] * 2


def test_a_speech_that_begins_with_today_keeps_its_label() -> None:
    text = "水务局局长柯恺今天我们公布水价。水价不变。\n水务局副局长石雨桐谢谢。我补充一点。"
    assert [t.speaker for t in parse(record(text)).value.turns] == ["柯恺", "石雨桐"]


def test_headlines_with_a_name_over_a_report_are_no_labels() -> None:
    text = (
        "行政長官柯愷總結行程。\n爭取連任？柯：先做好工作\n"
        "被問到連任，柯愷回應稱，「其他的事，我未作考慮。」\n水價上調？柯：沒有計劃\n"
        "柯愷回應時表示，「水價今年不會調整。」"
    )
    found = parse(record(text, "zh-Hant")).value
    assert found.kind == "news"
    assert [(t.role, t.speaker) for t in found.turns] == [("spokesperson", "柯愷")] * 2


def test_a_numbered_item_that_ends_as_outlets_do_asks_nothing() -> None:
    text = "※水務司司長柯愷報告：\n一、網站情形\n1.聯合網站：由水務司維運。\n2.兒童網站：已上線。"
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker) for turn in turns] == [("spokesperson", "柯愷")]


@pytest.mark.parametrize(
    ("who", "speaker", "outlet"),
    [
        ("海州日報陸俊偉先生", "陸俊偉", "海州日報"),
        ("新海人陸俊偉先生", "陸俊偉", "新海人"),
        ("新海人陸俊偉先生、海州日報石雨桐小姐", None, None),
    ],
)
def test_who_puts_a_question_is_one_or_nobody(
    who: str, speaker: str | None, outlet: str | None
) -> None:
    text = (
        f"※水務司副司長柯愷答詢：\n一、水價會否調整？（{who}）\n答：\n水價今年不會調整。\n"
        "二、明年水價會否調整？（海州日報石雨桐小姐）\n答：\n明年再檢討。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns] == [speaker, "柯愷", "石雨桐", "柯愷"]
    assert turns[0].org == outlet
    assert who in turns[0].text


def test_several_askers_are_none_of_them() -> None:
    several = read_asker("海州日报陆俊伟、中央社石雨桐")
    assert several is not None
    assert (several.name, several.outlet) == ("", "")
    assert read_asker("关于水价、电价") is None


@pytest.mark.parametrize(
    ("title", "org", "office"),
    [
        ("卫生福利部长", "卫生福利部", "部长"),
        ("经济部工业局长", "经济部工业局", "局长"),
        ("经济部部长", "经济部", "部长"),
        ("协调会执行长兼发言人", "协调会", "执行长兼发言人"),
        ("外交部政务次长", "外交部", "政务次长"),
        ("海州市长", "海州", "市长"),
        ("水务司新司长", "水务司新", "司长"),
    ],
)
def test_body_and_office_of_a_title(title: str, org: str, office: str) -> None:
    assert split_office(title) == (org, office)


def test_parts_of_minutes_are_labels_of_who_speaks_in_them() -> None:
    text = (
        "柯總統子謙先生今天舉行記者會，內容如下：\n壹、秘書長致詞：\n總統、各位記者：\n歡迎大家。\n"
        "貳、總統致詞：\n各位記者朋友：\n水價不變。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.label, turn.speaker) for turn in turns] == [
        ("壹、秘書長致詞：", None),
        ("貳、總統致詞：", "柯子謙"),
    ]


def quoted(text: str) -> list[tuple[str | None, str]]:
    found = parse(record(text, "zh-Hant")).value
    assert found.kind == "news"
    return [(turn.speaker, turn.text) for turn in found.turns]


SPEAKS = "總統柯愷今天在總統府談話。\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # neither comma nor colon before the quotation
        ("柯愷說明，水價依規定審議。他說「水價不變，為何要擔心？」", "柯愷"),
        # by surname and office
        ("柯總統笑說「我也覺得水價合理」。", "柯愷"),
        ("柯總統也向記者宣告，「將來我們會有更多機會說明。」", "柯愷"),
        # who speaks of himself names nobody else
        ("柯愷表示，自己會說合理，是因為水源增加，「今年算是比較平穩，所以不變。」", "柯愷"),
        ("柯愷表示，居民說了意見，「今年算是比較平穩，所以不變。」", None),
    ],
)
def test_whose_a_quotation_of_a_traditional_report_is(text: str, speaker: str | None) -> None:
    assert [who for who, _ in quoted(SPEAKS + text)] == [speaker]


def test_marks_behind_a_verb_are_no_speech_unless_somebody_says_i() -> None:
    assert quoted(SPEAKS + "柯愷強調「合理水價新方案」。") == []


def test_a_call_by_surname_and_office_is_followed_by_no_name() -> None:
    found = parse(record("柯總統過去出席活動，較少回應。\n柯總統說，會改變。", "zh-Hant")).value
    assert found.people == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("柯愷離場片刻，他事後稱「剛才唔好意思走開咗」。", [("柯愷", "剛才唔好意思走開咗")]),
        # 他 is whom the paragraph above reports
        (
            "柯愷又表示，水價合理。\n他又指出，水源增加。「我們會再檢討，請放心。」",
            [("柯愷", "我們會再檢討，請放心。")],
        ),
        (
            "柯愷又表示，水價合理。\n他又指出，水務局局長同意。「我們會再檢討，請放心。」",
            [(None, "我們會再檢討，請放心。")],
        ),
        # who asks does not speak
        (
            "水務局局長石雨桐今天提問。\n對於石雨桐質疑水價，柯愷說，水源足夠，「水價今年不變，請放心」。",
            [("柯愷", "水價今年不變，請放心")],
        ),
        # the day and the place between the name and the verb
        (
            "水務局局長陸俊偉今(1)日表示，水源足夠，「我哋期望水價不變。」",
            [("陸俊偉", "我哋期望水價不變。")],
        ),
        (
            "水務局局長陸俊偉昨日在記者會上指，水源足夠，「我哋期望水價不變。」",
            [("陸俊偉", "我哋期望水價不變。")],
        ),
        ("柯愷指，水源足夠，「粒水都冇浪費，大家放心」。", [("柯愷", "粒水都冇浪費，大家放心")]),
    ],
)
def test_who_goes_on_speaking(text: str, said: list[tuple[str | None, str]]) -> None:
    assert quoted(SPEAKS + text) == said


TALK = "記者：水價會否調整？\n柯：不會。\n記者：明年呢？\n柯：\n我們再看，\n不要急。"


def test_a_surname_answers_for_whom_the_head_names() -> None:
    turns = parse(record("200124柯子謙聯訪逐字稿\n" + TALK, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns] == [None, "柯子謙"] * 2


def test_a_surname_that_the_page_does_not_tell_is_a_label_of_nobody() -> None:
    turns = parse(record(TALK, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker, turn.label) for turn in turns] == [
        ("journalist", None, "記者："),
        ("spokesperson", None, "柯："),
    ] * 2


def test_lines_that_say_whose_speech_follows_are_labels() -> None:
    text = (
        "財務委員會主席陸俊偉議員的發言\n今日舉行首次簡報會。\n"
        "工務小組委員會主席石雨桐議員的發言\n多謝主席。小組審議了31項建議。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns] == ["陸俊偉", "石雨桐"]


def test_a_numbered_heading_of_minutes_is_no_speech() -> None:
    text = "壹、總統致詞：\n水價不變。\n貳、媒體提問\n記者：明年呢？\n總統：明年再看。"
    found = parse(record(text, "zh-Hant")).value
    assert [turn.text for turn in found.turns] == ["水價不變。", "明年呢？", "明年再看。"]
    assert [heading.text for heading in found.headings] == ["貳、媒體提問"]


def test_an_aide_of_an_office_is_not_its_holder() -> None:
    text = (
        "以下是水務局局長柯愷與水務局副局長石雨桐和水務局局長政治助理陸俊偉今日會見傳媒的談話全文：\n\n"
        "水務局局長︰大家好。先請副局長。\n\n水務局副局長︰各位早晨。\n\n水務局局長政治助理︰大家好。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns] == ["柯愷", "石雨桐", "陸俊偉"]


def test_a_title_of_two_parts_is_no_label() -> None:
    text = (
        "新官上任——專訪水務司新司長柯愷\n柯愷有一種效率。\n柯愷指，水源足夠，「協調過，冇問題。」"
    )
    assert quoted(text) == [("柯愷", "協調過，冇問題。")]


def test_who_presides_over_a_house_stands_in_its_head() -> None:
    text = (
        "議會財政委員會會議紀錄\n主 席 柯委員子謙\n主席：現在開會。\n陸委員俊偉：請問水價？\n"
        "石局長雨桐：委員好，水價不變。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert (turns[0].role, turns[0].speaker) == ("host", "柯子謙")


def test_who_is_told_of_below_has_no_label_in_a_headline() -> None:
    text = (
        "損害形象？ 柯愷：水務局經不起混亂\n即時報道\n昨日柯愷回應時指，水源足夠。\n"
        "柯愷強調，水價不變，「如果唔做好，我要承擔責任。」\n是否成行？柯愷回應：「這個權不在我，請放心。」"
    )
    assert [who for who, _ in quoted(SPEAKS + text)] == ["柯愷", "柯愷"]


def test_a_field_of_minutes_holds_no_label() -> None:
    text = "水務局第21次會議\n主席\n柯子謙\n紀錄\n陸俊偉\n壹、宣讀紀錄。\n本案通過，請各單位辦理。"
    assert parse(record(text, "zh-Hant")).value.turns == ()
