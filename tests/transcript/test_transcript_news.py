"""News reports: direct quotations and whose they are; nobody is guessed."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

LEAD = (
    "5月4日，江州市召开新闻发布会。江州机械有限公司董事长何大为参观了展厅，"
    "市住建局局长张伟介绍，今年建成3000套住房。"
)


def quoted(text: str) -> list[tuple[str, str | None]]:
    transcript = parse(record(LEAD + text)).value
    assert transcript.kind == "news"
    assert "".join(p.text for p in transcript.narration).replace(" ", "") == LEAD + text
    return [(turn.text, turn.speaker) for turn in transcript.turns]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("张伟表示：“我们将加快建设。”", [("我们将加快建设。", "张伟")]),
        ("“我们将加快建设。”张伟说。", [("我们将加快建设。", "张伟")]),
        (
            "“这里很好，”张伟说，“还会更好。”",
            [("这里很好，", "张伟"), ("还会更好。", "张伟")],
        ),
        (
            "“我们信心很足。”云山农业科技有限公司董事长周杨立志于把苹果卖到全国。",
            [("我们信心很足。", "周杨")],
        ),
        (
            "“政策十分给力。”江州机械有限公司总经理何大为对此深有感触。",
            [("政策十分给力。", "何大为")],
        ),
        ("“接下来要抓紧干。”大家纷纷点头。", [("接下来要抓紧干。", None)]),
        ("“路要一步步走。”市水利局局长罗天成最后说。", [("路要一步步走。", "罗天成")]),
        ("市财政局科长何其远补充道：“补贴按季度到户。”", [("补贴按季度到户。", "何其远")]),
        ("市交通局副局长石在天回应说：“班车二十分钟一班。”", [("班车二十分钟一班。", "石在天")]),
        ("“我不打算走了。”返乡青年吴小妹说，她去年开了店。", [("我不打算走了。", "吴小妹")]),
        (
            "退休教师金秋体验了社区食堂。“比自己做还省事。”她说。",
            [("比自己做还省事。", "金秋")],
        ),
        (
            "村支书石阿根告诉记者：“稻子长得好。”“我不打算走了。”村民吴小妹说。",
            [("稻子长得好。", "石阿根"), ("我不打算走了。", "吴小妹")],
        ),
        ("“不能再等了。”居民代表们最后说。", [("不能再等了。", None)]),
        ("“路通了。”在青山村，村民杨秀花对记者说。", [("路通了。", "杨秀花")]),
        ("“路通了。”市水利局局长罗天成也说。", [("路通了。", "罗天成")]),
        # two characters or three: nobody is guessed
        ("“路通了。”村民杨秀也说。", [("路通了。", None)]),
        (
            "选手石磊到了现场。谈到为什么跑步，石磊想了想：“是给自己赶路。”石磊还要送快递。",
            [("是给自己赶路。", "石磊")],
        ),
        (
            "选手石磊到了现场，石磊还要送快递。石磊的队友小陈摆摆手：“他比车还快。”",
            [("他比车还快。", None)],
        ),
        (
            "负责人迟暮雪说，老太太当过护士。“他们不要补贴，只问能不能在一起。”迟暮雪的话让台下笑了。",
            [("他们不要补贴，只问能不能在一起。", "迟暮雪")],
        ),
        ("居民搬进了新楼。“条件很好。”他说。", [("条件很好。", None)]),
        ("“不能再等了。”居民代表说。", [("不能再等了。", None)]),
        ("当地获评“避暑城市50佳”“文明城市”等称号。", []),
        ("记者获悉，“十大工程”全部开工。", []),
    ],
)
def test_quotations_are_attributed(text: str, turns: list[tuple[str, str | None]]) -> None:
    assert quoted(text) == turns


def test_two_quotations_that_touch_have_two_speakers() -> None:
    text = (
        "“前景很好。”张伟说，“会更好。”"
        "“苹果是我们的乡愁。”云山农业公司董事长周杨立志于把苹果卖到全国。"
    )
    assert [speaker for _, speaker in quoted(text)] == ["张伟", "张伟", "周杨"]


def test_an_official_is_a_spokesperson_and_a_company_head_a_guest() -> None:
    text = "“我们将加快建设。”市住建局局长张伟说。“订单很多。”江州机械有限公司董事长何大为说。"
    transcript = parse(record(LEAD + text)).value
    assert [turn.role for turn in transcript.turns] == ["spokesperson", "guest"]
    assert [turn.section for turn in transcript.turns] == ["release", "guest_speech"]


def test_a_later_quotation_keeps_the_title_that_an_earlier_one_gave() -> None:
    text = "“先修路。”市水利局局长罗天成说。“再种树。”罗天成最后说。"
    text += "“太好了。”村党支部书记石阿根说。"
    transcript = parse(record(LEAD + text)).value
    assert [(turn.speaker, turn.role) for turn in transcript.turns] == [
        ("罗天成", "spokesperson"),
        ("罗天成", "spokesperson"),
        ("石阿根", "guest"),
    ]


OFFICIALS = (
    "5月4日，江州市召开新闻发布会。市水务局发言人柯恺首次亮相，柯恺当天一身蓝装。"
    "市水务局规划处处长石雨桐到场，石雨桐没有发言。\n"
)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        # the stop outside the marks
        ("柯恺表示：“水够用，不必抢水”。", [("水够用，不必抢水", "柯恺")]),
        ("“水够用，大家不必抢水”。柯恺透露，水库已蓄满。", [("水够用，大家不必抢水", "柯恺")]),
        ("他特别提到“三步走”。柯恺透露，水库已蓄满。", []),
        # clauses of one sentence lead up to it, and name nobody else
        ("柯恺认为，重点不在水多水少，“管网漏水才是大头。”", [("管网漏水才是大头。", "柯恺")]),
        ("柯恺介绍，在村里，老人逢人就夸，“水真甜。”", [("水真甜。", None)]),
        ("柯恺提到，石雨桐到过现场，“水真甜。”", [("水真甜。", None)]),
        # known by the office that stands before the name elsewhere
        ("“请大家多包涵。”柯恺开场问候说。", [("请大家多包涵。", "柯恺")]),
        (
            "柯恺说：“水够用。”“水价不涨。”他指出，“明年也不涨。”",
            [("水够用。", "柯恺"), ("水价不涨。", None), ("明年也不涨。", "柯恺")],
        ),
        ("“水价不涨。”柯恺说。“明年再看。”", [("水价不涨。", "柯恺"), ("明年再看。", None)]),
        ("柯恺介绍，新水厂已通水。“水真甜。”老人笑着告诉记者。", [("水真甜。", None)]),
    ],
)
def test_quotations_of_officials(text: str, turns: list[tuple[str, str | None]]) -> None:
    found = parse(record(OFFICIALS + text)).value.turns
    assert [(turn.text, turn.speaker) for turn in found] == turns


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("东川卫视记者问：“水价涨不涨？”", "东川卫视"),
        ("提问环节，江州日报记者拿到了第一个提问机会：“水价涨不涨？”", "江州日报"),
        ("有记者追问：“水价涨不涨？”", None),
    ],
)
def test_a_question_quoted_is_a_journalists(text: str, outlet: str | None) -> None:
    (turn,) = parse(record(OFFICIALS + text)).value.turns
    assert (turn.role, turn.org, turn.speaker) == ("journalist", outlet, None)


def test_who_tells_a_reporter_asks_nothing() -> None:
    (turn,) = parse(record(OFFICIALS + "柯恺告诉江州日报记者：“水价不涨。”")).value.turns
    assert (turn.role, turn.speaker) == ("spokesperson", "柯恺")


def test_an_old_man_just_named_is_no_official() -> None:
    text = "居民周定国也来了。“水真甜。”老人笑着说。"
    (turn,) = parse(record(OFFICIALS + text)).value.turns
    assert turn.speaker == "周定国"


@pytest.mark.parametrize(
    "lead",
    [
        "全城3万网民28日向江州市水务局局长柯恺发帖提问，柯恺一一作答。",
        "【江州网-江州时报报道 记者 石雨桐】江州市水务局局长柯恺到场，柯恺没有久留。",
    ],
)
def test_what_stands_before_a_body_is_no_part_of_it(lead: str) -> None:
    found = parse(record(f"{lead}\n“水够用。”柯恺说。")).value
    assert [(turn.speaker, turn.office) for turn in found.turns] == [("柯恺", "江州市水务局局长")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("68岁的村民施锦芳对此深有感触。“过去要换两趟车，现在走十分钟。”", "施锦芳"),
        ("退休教师佟桂兰，当天也来了。她对记者说：“水甜不甜，一尝就知道。”", "佟桂兰"),
        ("市水利局副局长柯恺表示，水够用。他打了个比方：“不能让人总觉得渴。”", "柯恺"),
        ("在街口卖豆腐的老板罗铁生，赶来旁听。他最关心的是水费。“今年免了半年。”", "罗铁生"),
        # somebody else's words, or whose is not said
        ("市水利局副局长柯恺表示，水够用。他身边的村民说：“水真甜，真好。”", None),
        ("市水利局副局长柯恺来了。他引用了一位老站长的话：“水再深，也要有人守。”", None),
        ("市水利局副局长柯恺表示，水够用。居民最关心水价。“涨不涨？我们都想知道。”", None),
    ],
)
def test_the_one_person_of_a_paragraph(text: str, speaker: str | None) -> None:
    (turn,) = parse(record(text)).value.turns
    assert turn.speaker == speaker


def test_a_person_behind_a_quotation_keeps_his_body() -> None:
    text = "“放开不等于放任。”市水利局处长柯恺解释，全市划定了46处，“第一次提醒，第二次停水。”"
    transcript = parse(record(text)).value
    assert [turn.speaker for turn in transcript.turns] == ["柯恺", "柯恺"]
    assert [(person.org, person.office) for person in transcript.people] == [("市水利局", "处长")]


def test_a_name_of_four_characters_is_not_cut_where_three_may_be_a_name() -> None:
    text = (
        "坐在台上的市文旅局局长才让多杰愣了一下。“您问得好，我们算进去了。”他说，共接待游客1520万人次。\n"
        "发布会结束前，才让多杰又把话题拉回公园。“游客是客人，市民是主人。”他说。"
    )
    transcript = parse(record(LEAD + text)).value
    assert {(turn.speaker, turn.office) for turn in transcript.turns} <= {
        ("才让多杰", "市文旅局局长"),
        (None, None),
    }
    assert transcript.turns[0].speaker == "才让多杰"


def test_no_preposition_ends_a_name() -> None:
    text = "县农业局局长高原在回答记者提问时说：“今年新建冷库38座。”"
    ((words, speaker),) = quoted(text)
    assert words == "今年新建冷库38座。"
    assert speaker in ("高原", None)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        # names that no surname begins, behind what people are called
        ("村民吉好也求指着新房说：“日子好得很！”", [("日子好得很！", "吉好也求")]),
        ("种植大户沙马石古带来了土豆。“今年还要多。”他笑着说。", [("今年还要多。", "沙马石古")]),
        ("牧民那顺乌日图来了。“心里踏实。”那顺乌日图说。", [("心里踏实。", "那顺乌日图")]),
        ("教师麦尔哈巴·买买提见证了变化。“书念得好。”她说。", [("书念得好。", "麦尔哈巴·买买提")]),
        # words that look like a name and are a thing
        (
            "海铁联运是亮点，海铁联运有班列。“不用再开箱。”主任米秋实这样形容。",
            [("不用再开箱。", "米秋实")],
        ),
        # what leads up to the quotation
        ("对于房价，张伟没有回避：“去年涨了一成。”", [("去年涨了一成。", "张伟")]),
        ("张伟坦承，“今年的困难比往年多”。", [("今年的困难比往年多", "张伟")]),
        ("张伟说，“样板间”。", []),
        ("丁一鸣2007年到农场至今，他说：“干活心里甜。”", [("干活心里甜。", "丁一鸣")]),
        # to whom it is said is not who says it
        ("张伟开门见山，向媒体坦言：“这几天在考验我们”。", [("这几天在考验我们", "张伟")]),
        # where a name ends, a verb with 着 or a blank within it tells
        (
            "农民买买提明·吐尔逊带着核桃来了。“今年多卖了些。”他说。",
            [("今年多卖了些。", "买买提明·吐尔逊")],
        ),
        ("副局长何 勇直言不讳：“堵车要靠预约来解。”", [("堵车要靠预约来解。", "何勇")]),
        ("环保局局长方力接过话筒：“去年投了不少。”", [("去年投了不少。", "方力")]),
        # a report goes on in the speaker's own words
        (
            "张伟指出，要知道难处，应该多听，“我不会关掉任何一家店”。",
            [("我不会关掉任何一家店", "张伟")],
        ),
        ("张伟说，工作就是回应，“有时候重复，也要说”，急不得。", [("有时候重复，也要说", "张伟")]),
        ("张伟上午去了，也看了。他感慨地说，“谁都不容易啊”。", [("谁都不容易啊", "张伟")]),
        # two whom the words behind name
        ("“热天总这样，”市建局局长孙建平、市房局局长刘海生先后说起。", [("热天总这样，", None)]),
        # whose words they are, behind them or before
        (
            "“山上改种花了。”应邀出席的村民苗老四的话引来笑声，“肺也干净了！”",
            [("山上改种花了。", "苗老四"), ("肺也干净了！", "苗老四")],
        ),
        (
            "养蜂人老裘的一番话赢得掌声：“蜂不来，花再多也白搭。”",
            [("蜂不来，花再多也白搭。", "老裘")],
        ),
        ("“树活了。”一位代表的话引来掌声。", [("树活了。", None)]),
        # names that no surname begins, by how they end; whom the paragraph before reports
        ("“一亩两万元。”市财政局副局长乌兰图雅接过话筒说。", [("一亩两万元。", "乌兰图雅")]),
        (
            "市财政局副局长乌兰图雅回答说，由财政兜底。她算了账。\n“这笔钱不少。”她说。",
            [("这笔钱不少。", "乌兰图雅")],
        ),
        # 他 in the next paragraph, where nobody else was named
        (
            "“水够用。”张伟说。\n“明年也不涨。”他说。\n他又强调，“后年再看吧。”",
            [("水够用。", "张伟"), ("明年也不涨。", "张伟"), ("后年再看吧。", "张伟")],
        ),
        (
            "“水够用。”张伟说，局长罗天成在场。\n“明年也不涨。”他说。",
            [("水够用。", "张伟"), ("明年也不涨。", None)],
        ),
    ],
)
def test_quotations_in_prose(text: str, turns: list[tuple[str, str | None]]) -> None:
    found = parse(record(f"{LEAD}\n{text}")).value.turns
    assert [(turn.text, turn.speaker) for turn in found] == turns


def test_a_reporter_who_is_named_behind_the_question_asks() -> None:
    text = "“房价会涨吗？”一位记者抢到了话筒。张伟说：“今年不会。”"
    turns = parse(record(LEAD + text)).value.turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("journalist", None),
        ("spokesperson", "张伟"),
    ]


def test_a_report_that_prints_a_question_is_no_transcript() -> None:
    text = (
        f"{LEAD}\n东川晚报记者提问：管网改造完成了多少？\n张伟回答说，已完成98%。"
        "“我们的人就住在站里。”张伟说。\n"
    )
    transcript = parse(record(text)).value
    assert transcript.kind == "news"
    assert [(turn.role, turn.speaker, turn.org) for turn in transcript.turns] == [
        ("journalist", None, "东川晚报"),
        ("spokesperson", "张伟", None),
    ]
    answered = text.replace("张伟回答说，", "张伟：").replace("张伟说。", "")
    assert parse(record(answered)).value.kind == "transcript"


def test_a_dateline_labels_nobody() -> None:
    text = "【本报讯】市水利局局长罗天成昨日表示，水价不涨。“明年也不涨。”他说。\n"
    transcript = parse(record(text)).value
    assert transcript.kind == "news"
    assert [(turn.speaker, turn.office) for turn in transcript.turns] == [
        ("罗天成", "市水利局局长")
    ]
