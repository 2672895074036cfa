"""Labels that say less than a name, a surname or the end of a title: the lead tells whom."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse
from exporter.transcript.people.lead import told_people


def speakers(text: str) -> list[str | None]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [turn.speaker for turn in parse(record).value.turns]


TALK = """記者：市長，匝道今天可以通車嗎？
{0}：今天中午十二點先開放小客車。
記者：補助款到了沒？
{0}：我們報了41件，細節請處長說明。
{1}：目前打了126支地錨，進度四成六。
記者：那安置的狀況？
{0}：總共27戶，現在還有9戶住在旅館。
"""


def test_a_surname_means_the_one_person_of_the_lead_who_has_it() -> None:
    lead = "某市長蘇冠霖4日上午前往工地視察，工務處長游雅婷陪同。以下為逐字稿：\n"
    assert speakers(lead + TALK.format("蘇", "游")) == [
        None, "蘇冠霖", None, "蘇冠霖", "游雅婷", None, "蘇冠霖",
    ]  # fmt: skip


def test_a_surname_that_two_people_have_means_nobody() -> None:
    lead = "某市長蘇冠霖4日上午前往工地視察，工務處長蘇雅婷陪同。以下為逐字稿：\n"
    assert not any(speakers(lead + TALK.format("蘇", "游")))


@pytest.mark.parametrize(
    ("sole", "found"),
    [
        ("衞生署衞生防護中心總監莫穎琛醫生", "莫穎琛"),
        ("衞生防護中心總監莫穎琛及食物防護中心總監倪安", None),
    ],
)
def test_the_end_of_a_title_means_its_one_holder(sole: str, found: str | None) -> None:
    text = (
        f"以下是醫務衞生局局長簡兆麟今日（十一月七日）會見傳媒的談話全文。{sole}亦有出席：\n"
        "醫務衞生局局長：大家早晨。今日看看學校接種的情況。\n記者：副作用呢？\n"
        "防護中心總監：流動接種車由下星期一開始。\n醫務衞生局局長：多謝各位。\n"
    )
    assert speakers(text) == ["簡兆麟", None, found, "簡兆麟"]


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("市长苏冠霖4日上午前往工地", ["苏冠霖"]),
        ("省水利厅厅长云开今日会见记者", ["云开"]),
        ("处长游雅婷陪同", ["游雅婷"]),
        ("市长办公会议今日召开", []),
        ("请局长万里介绍", []),
        ("董事长江堤段施工", []),
    ],
)
def test_what_follows_a_name_behind_an_office_shows_its_end(lead: str, named: list[str]) -> None:
    assert [person.name for person in told_people(lead)] == named


def test_a_compound_surname_with_the_office_inside_the_name() -> None:
    text = (
        "三、主持人：農業部次長 簡孝誠\n四、列席：農糧署署長 范姜雅惠、農金署副署長 游振嘉\n"
        "※ 簡次長孝誠：各位媒體先進，大家早。先請范姜署長說明。\n"
        "※ 范姜署長雅惠：謝謝次長。到貨量1,150公噸。\n※ 媒體提問（中央社）：貸款呢？\n"
        "※ 游副署長振嘉：今天開始受理。\n※ 簡次長孝誠：謝謝大家。\n"
    )
    assert speakers(text) == ["簡孝誠", "范姜雅惠", None, "游振嘉", "簡孝誠"]


def test_a_name_over_its_body_and_its_office() -> None:
    text = (
        "10月26日，市政府新闻办举行发布会，市住房城乡建设管理委副主任金予谦介绍情况。\n"
        "施嘉禾\n市政府新闻办副主任\n各位记者，下午好！请金予谦副主任介绍。\n"
        "金予谦\n市住房城乡建设管理委\n党组成员、副主任\n各位媒体朋友，大家好！岸线贯通42公里。\n"
        "施嘉禾：\n感谢介绍，下面开始提问。\n解放日报记者：\n请问进展如何？\n金予谦：\n已经完成。\n"
    )
    assert speakers(text) == ["施嘉禾", "金予谦", "施嘉禾", None, "金予谦"]


@pytest.mark.parametrize("label", ["主 持 人", "主持人", "主持"])
def test_the_host_of_a_head_with_a_body_and_no_office(label: str) -> None:
    text = (
        f"访谈时间：2023-09-12\n访谈嘉宾：某市医保局副局长 马文澜\n{label}：某市广播电视台 苏航\n"
        "访谈状态：已结束\n【主持人】各位网友，大家好！马局长您好。\n【马文澜】主持人好！\n"
        "【主持人】现在备案怎么办？\n【马文澜】两分钟就能办好。\n"
    )
    assert speakers(text) == ["苏航", "马文澜", "苏航", "马文澜"]


def test_guests_and_hosts_of_labelled_fields() -> None:
    text = (
        "访谈嘉宾：市民政局局长杭一苇、副局长夏侯平\n访谈主持：苗禾\n访谈实录\n"
        "主持人：\n听众朋友们早上好，这里是热线。两位好。\n杭局长：\n主持人好！\n"
        "夏侯局长：\n大家好。\n主持人：\n助餐点进展怎么样？\n杭局长：\n已经建成32个。\n"
    )
    assert speakers(text) == ["苗禾", "杭一苇", "夏侯平", "苗禾", "杭一苇"]


@pytest.mark.parametrize("name", ["迪丽拜尔·艾山", "苗禾"])
def test_a_host_who_says_his_name(name: str) -> None:
    text = (
        f"主持人：各位媒体朋友，大家上午好！欢迎参加发布会，我是{name}。请柏川先讲。\n"
        "柏川：谢谢。生产总值突破千亿元。\n主持人：下面请提问。\n新华社记者：请问旅游呢？\n"
        "柏川：接待1780万人次。\n主持人：到此结束。\n"
    )
    assert speakers(text) == [name, "柏川", name, None, "柏川", name]


def test_a_name_in_latin_letters_below_its_chinese_label_is_no_label_of_its_own() -> None:
    text = (
        "寿小丽：\nShou Xiaoli:\n各位媒体朋友，大家上午好！欢迎出席发布会。请李炳军先生介绍。\n"
        "李炳军：\nLi Bingjun:\n谢谢。去年全省新增就业63万人，增长5.2%。\n"
        "寿小丽：\nShou Xiaoli:\nThank you very much, and now the floor is open to all of you for "
        "questions, please.\n"
    )
    assert speakers(text) == ["寿小丽", "李炳军", "寿小丽"]


def test_offices_that_the_lead_holds_are_labels_behind_any_sentence_of_one_line() -> None:
    text = (
        "以下是醫務衞生局局長簡兆麟今日（十一月七日）會見傳媒的談話全文： "
        "醫務衞生局局長：大家早晨。今日看看學校接種的情況。記者：副作用呢？"
        "醫務衞生局局長：大部分輕微。記者：幾時完成？醫務衞生局局長：年底前完成。多謝各位。"
    )
    assert speakers(text) == ["簡兆麟", None, "簡兆麟", None, "簡兆麟"]


def test_whom_brackets_behind_a_part_of_a_hearing_name() -> None:
    text = (
        "以下是供热价格听证会笔录：\n主持人（市发改委副主任 柯恺）：现在开会，请方案提出人说明。\n"
        "方案提出人（市热力集团副总经理 解永胜）：方案有两个，一是每平方米涨1元。\n"
        "消费者代表（退休教师 尚桂芝）：暖气不热，我有意见。\n主持人：请解永胜答复。\n"
        "解永胜：我们两年内改好管网，请大家监督。\n"
    )
    assert speakers(text) == ["柯恺", "解永胜", "尚桂芝", "柯恺", "解永胜"]


@pytest.mark.parametrize("deed", ["说", "发言", "致辞", "回答"])
def test_what_is_done_is_no_part_of_a_name(deed: str) -> None:
    text = (
        f"海州市举行水价发布会\n市水务局局长 骆明{deed}：各位记者，今年水价不涨。\n"
        f"记者：明年呢？\n市水务局局长 骆明{deed}：明年再看，请大家放心。\n"
    )
    assert {name for name in speakers(text) if name} <= {"骆明"}


_HOTLINE = "局长接听热线\n2024-03-18\n3月15日，市水利局党组书记、局长柯启明出席并接听来电。\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # whom a surname and an office in short mean, in one line
        (
            "市水利局局长柯启明：您好，请讲。 市民张女士：水费怎么算？ 柯局：按表算，一吨两元。 "
            "市民李先生：管子谁修？ 市供水公司经理薛冬梅：公司修，不收钱。 "
            "市民王先生：多久修好？ 柯局长：两天。",
            ["柯启明", None, "柯启明", None, "薛冬梅", None, "柯启明"],
        ),
        # a name whose characters blanks part
        (
            "市水利局局长柯启明：您好，请讲。\n市民张女士：水费怎么算？\n市供水中心主任 薛 冬梅："
            "按表算。\n市水库管理处处长 祁 连 珊：库里有水。",
            ["柯启明", None, "薛冬梅", "祁连珊"],
        ),
        # who takes part, by his part
        (
            "主持人：现在开会。\n消费者参加人 董玉芬：我不反对。\n专家参加人 欧阳 春霖：我补充。\n"
            "经营者参加人 丁大力：我开面馆。\n主持人：会议结束。",
            [None, "董玉芬", "欧阳春霖", "丁大力", None],
        ),
        # whoever has a calling of the public and asks
        (
            "10:02 投资者 hy***88 提问：水价为什么涨？ 10:04 市水利局局长 柯启明 回复：成本涨了。 "
            "10:11 投资者 老用户2015 提问：还会涨吗？ 10:13 柯局 回复：不会。",
            [None, "柯启明", None, "柯启明"],
        ),
        # several at once, who are nobody for a speech
        (
            "市水利局局长柯启明：去年修了三座水厂。\n问：今年呢？\n市水利局副局长薛冬梅：再修两座。\n"
            "柯启明、薛冬梅：谢谢大家！",
            ["柯启明", None, "薛冬梅", None],
        ),
    ],
)
def test_who_is_called_in_short_or_in_parts(lines: str, told: list[str | None]) -> None:
    assert speakers(_HOTLINE + lines + "\n") == told


_LIVE = """云溪市水利局通气会
2024-06-27
[15:00:11]
主持人 市水利局办公室主任 花静
记者朋友们，下午好！今天请来了副局长柯启明。
[15:02:40]
市水利局副局长 柯启明
去年修了三座水厂，供水保证率有了提高。
网友 momo：学到了，转发给家长群
[15:04:10]
柯启明
再修两座就够用了，请大家放心。
[15:10:05]
云溪晚报记者
水价会不会涨？
[15:14:21]
花主任
这个问题请柯局长回答。
[15:15:32]
柯局长
今年不会涨。
"""


def test_a_viewers_words_are_no_turn_and_in_nobodys_mouth() -> None:
    (record,) = clean(decode("page.txt", _LIVE.encode()).value).value
    transcript = parse(record).value
    assert [turn.speaker for turn in transcript.turns] == ["花静", "柯启明", None, "花静", "柯启明"]
    assert not any("家长群" in turn.text for turn in transcript.turns)
    assert "学到了，转发给家长群" in record.text
