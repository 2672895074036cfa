"""What stands below the last words of a record goes for its place; what is said there stays."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText, RawPage

TALK = "主持人：各位好。请云局长介绍。\n云开：谢谢主持人。全市新增学位3200个。\n"
CLOSED = f"{TALK}主持人：发布会到此结束，谢谢大家！\n"
OPEN = f"{TALK}云开：请大家放心。\n"
ENGLISH = "MS. HALE: The ferry stops in June.\nQUESTION: Why?\nMS. HALE: It is old. Thank you.\n"


def read(page: str) -> CleanText:
    [record] = clean(RawPage("page.txt", page, "utf-8", "text", "0")).value
    return record


@pytest.mark.parametrize(
    "foot", ["手机云溪网", "快速连接\n平安云溪", "栏目编辑：柯恺\n让我知道你在看"]
)
def test_lines_without_a_sentence_below_the_close_go(foot: str) -> None:
    assert read(CLOSED + foot).text.strip() == CLOSED.strip()


def test_they_stay_where_nothing_shows_that_the_record_is_over() -> None:
    assert read(f"{OPEN}快速连接").text.endswith("快速连接")


def test_they_go_below_a_line_that_surely_is_of_the_page() -> None:
    assert read(f"{OPEN}责任编辑：柯恺\n快速连接\n平安云溪").text.strip() == OPEN.strip()


@pytest.mark.parametrize("line", ["Stay connected", "Site by Civic Works"])
def test_english_ones_go_below_thanks(line: str) -> None:
    assert read(f"{ENGLISH}\n{line}\n").text.strip() == ENGLISH.strip()


@pytest.mark.parametrize(
    "said",
    [
        "云开：没有问题",
        "市水利局局长：好的",
        "谢谢",
        "（掌声）",
        "第一步：打开阀门",
        "1. 投资18亿元",
        "附：供热电话",
        "镇名\t户数\n柳镇\t320",
        "云溪市节水新闻发布会",
        "这是最后一句。",
    ],
)
def test_what_is_said_or_counted_below_the_close_stays(said: str) -> None:
    assert said.split("\t")[0] in read(CLOSED + said).text


def test_a_footer_of_bare_fields_is_read_as_one() -> None:
    record = read(f"{CLOSED}\n云溪新闻网\n2024-07-29\n278\n快速连接\n")
    known = record.metadata
    assert (known.publisher, known.published_date, known.read_count) == (
        "云溪新闻网",
        "2024-07-29",
        278,
    )
    assert record.text.strip() == CLOSED.strip()


SITE = "网友评论（2）\n海州网友说到做到就好。\n我支持节水。\n发表评论"
SAYS = "海州水利介绍\n海州水利为您提供停水通知。\n客服电话：0870-1234567"


@pytest.mark.parametrize(
    "foot",
    [
        SITE,
        f"责任编辑：柯恺\n{SAYS}",
        f"（完）\n{SAYS}",
        "分享到：微信 微博\n海州日报的报道，版权归原作者。",
    ],
)
def test_sentences_below_the_close_and_a_line_of_furniture_go(foot: str) -> None:
    assert read(CLOSED + foot).text.strip() == CLOSED.strip()


def test_readers_comments_go_below_any_speech() -> None:
    assert read(OPEN + SITE).text.strip() == OPEN.strip()
    english = "(2) comments\nGood to hear it.\nWelcome to the discussion.\nBe nice."
    said = ENGLISH.replace("Thank you.", "Very old.")
    assert read(said + english).text.strip() == said.strip()


@pytest.mark.parametrize(
    "more",
    [
        "相关阅读\n一图读懂海州水利\n下一步，我们把管网延伸到乡镇。",
        "广告\n水价不涨。",
        "责任编辑：柯恺\n记者：水价呢？\n云开：水价不涨。",
        "分享到：微信 微博\n附：名词解释\n海绵城市是会呼吸的城市。",
    ],
)
def test_a_speech_that_goes_on_below_furniture_stays(more: str) -> None:
    assert more.rsplit("\n", 1)[1] in read(OPEN + more).text


def test_an_answer_below_thanks_and_a_caption_stays() -> None:
    asked = f"{TALK}海州日报记者：水价涨不涨？谢谢！\n图为发布会现场\n水价三年不涨。这是定了的。\n"
    assert "这是定了的" in read(asked).text


@pytest.mark.parametrize("furniture", ["（完）", "分享到：微信 微博", "广告", "评论", "发表评论"])
@pytest.mark.parametrize(
    "more", ["今年新增供水能力6.7万立方米。", "下一步，我们把管网延伸到乡镇。"]
)
def test_a_sentence_that_speaks_of_no_site_stays_below_the_close(furniture: str, more: str) -> None:
    assert more in read(f"{CLOSED}{furniture}\n{more}").text
    assert more in read(f"{OPEN}{furniture}\n{more}").text


def test_words_after_thanks_of_one_speaker_stay_where_another_has_no_label() -> None:
    said = f"{TALK}云开\n情况就是这样。谢谢各位！\n查看大图\n柯恺\n水价三年不涨，这是定了的。\n"
    assert "这是定了的" in read(said).text


def test_comments_below_another_line_of_furniture_go() -> None:
    foot = "（完）\n网友评论（1）\n我们村的河堤早点修好。\n赞 6 回复"
    assert read(CLOSED + foot).text.strip() == CLOSED.strip()
