"""Quotations of a report whose speaker only their own sentence or paragraph tells."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

HEAD = "海州放心水工程通水\n2031年3月4日 海州新闻网\n"


def said(text: str) -> list[tuple[str, str | None]]:
    """The first words of each quotation and whose it is."""
    (record,) = clean(decode("page.txt", (HEAD + text).encode()).value).value
    return [(turn.text[:6], turn.speaker) for turn in parse(record).value.turns]


OWN = {
    "the first person": (
        "市水利局副局长柯恺和处长石雨桐到场。柯恺是头一回上台，“我紧张得一夜没睡着。”\n",
        ("我紧张得一夜", "柯恺"),
    ),
    "what he does to speak": (
        "区水利局副局长石阿根拿起话筒却顿住了，“话到嘴边，一时说不出来。”台下响起掌声。\n",
        ("话到嘴边，一", "石阿根"),
    ),
    "a retort": (
        "议员段常青昨天动了肝火，怒回“请不要再问这个了好不好？”全场安静。\n",
        ("请不要再问这", "段常青"),
    ),
    "a polite name": (
        "住在柳荫巷的徐先生昨晚原约了朋友吃饭，因停水只好作罢，“我怕出了门就回不来”。\n",
        ("我怕出了门就", "徐先生"),
    ),
    "an age": (
        "“这水总算清了，我们等了八年！”50岁的石阿根在家看着直播，忍不住拍手。\n",
        ("这水总算清了", "石阿根"),
    ),
    "what is going on": (
        "直播间里很热闹。“水管要先放一分钟再接水，孩子喝的更要烧开。”这天上午，“护水达人”段小梅正在讲课。\n",
        ("水管要先放一", "段小梅"),
    ),
    "a dash and the next line": (
        "村民石阿根笑着给水厂捎句话——\n“有了放心水，我们老两口再也不用半夜挑水了！”\n",
        ("有了放心水，", "石阿根"),
    ),
    "what he says before": (
        "海州水利协会会长段常青这次专程赶来。他说，水价三年没变，管网却换了一半。以后更要省着用。"
        "“一滴水也不能白流，比什么时候都要记牢这一条。”\n",
        ("一滴水也不能", "段常青"),
    ),
    "a predicate of its own": (
        "“那天夜里水漫到床边，我抱起孩子就跑。”青山村村民小组长岳守田受邀来到现场，说起来仍然后怕。\n",
        ("那天夜里水漫", "岳守田"),
    ),
    "和 in a name": (
        "市气象局首席预报员石清和则对后期趋势作了分析。“月底还有两次强降雨，重点在南部。”\n",
        ("月底还有两次", "石清和"),
    ),
    "a reporter who is asked": (
        "海州电视台记者石云松说：“我们跟着他们翻了三座山，才找到这口泉。”\n",
        ("我们跟着他们", "石云松"),
    ),
    "a list of charges": (
        "議長段常青率先表態。段常青提出連串質疑，水從哪裡來？「沒有計劃書就不該動工！」\n",
        ("沒有計劃書就", "段常青"),
    ),
    "the old man just named": (
        "62岁的护渔队队长柯老三被请上了台。记者问：“心里转得过弯吗？”老人搓了搓手，憨憨一笑："
        "“头两个月真转不过来，后来就想通了。”会上，柯老三笑了。\n",
        ("头两个月真转", "柯老三"),
    ),
    "a wife who breaks in": (
        "村民石阿根说：“我早就想通了。”“是孙女跟他讲通的，不是他自己！”台下，老伴何桂香插了一句。\n",
        ("是孙女跟他讲", "何桂香"),
    ),
    "a shopkeeper by her husband's name": (
        "記者走訪沙梨頭，雜貨店東主譚太正在加高擋水板。「諮詢完又諮詢，我都七十歲了。」她指着牆上的水痕。\n",
        ("諮詢完又諮詢", "譚太"),
    ),
    "a sentence without a subject": (
        "保安司司長柯愷受訪。柯愷指出，本市一直學習外地。續稱：「所以，我們對他們非常崇敬。」\n",
        ("所以，我們對", "柯愷"),
    ),
    "an attribute and a day": (
        "“对于这份工作，尽管不陌生，还是诚惶诚恐。”长年巡堤的石阿根3日接受专访时这样看待新角色。\n",
        ("对于这份工作", "石阿根"),
    ),
    "a question put to the reporters": (
        "市长柯恺出席活动。柯恺发表谈话前，先问在场媒体“你们觉得这个新方式怎么样？”众人笑了。\n",
        ("你们觉得这个", "柯恺"),
    ),
    "a polite name behind a time": (
        "“这是我的电话，明天去后面那条街找我！”9月5日上午，在早市卖海鲜的李女士递上名片。\n",
        ("这是我的电话", "李女士"),
    ),
    "a familiar name to whom he speaks": (
        "在路口卖百货的张师傅对前来买衣架的顾客说：“今天是最后一天了，赶紧处理货。”\n",
        ("今天是最后一", "张师傅"),
    ),
    "a student by surname": (
        "“爸爸、妈妈、姑姑都来了，不放心我一个人。”海州大学新生小董一家五口开车赶来。\n",
        ("爸爸、妈妈、", "小董"),
    ),
    "a full name elsewhere": (
        "李长河师傅一早就来摆好了推子。李师傅今天拿了一张记录纸，“我们这个要存档，下回接着服务。”\n",
        ("我们这个要存", "李长河"),
    ),
    "whom the page says by name": (
        "第十万名乘客是个姑娘，名叫石小佳。她告诉记者：“我刷微博才发现就是自己，很意外。”\n",
        ("我刷微博才发", "石小佳"),
    ),
    "how she feels": (
        "中学教师梁小林今年听说要开家长会，她很惊讶，“成年人为什么不能为自己负责？”\n",
        ("成年人为什么", "梁小林"),
    ),
    "a centre called after somebody": (
        "柯恺是有名的电工。柯恺说：“有事就找我。”\n柯恺志愿服务中心项目专员石阿根笑着讲起了故事。"
        "“我算是最早一批的志愿者了，一干就是八年。”\n",
        ("我算是最早一", "石阿根"),
    ),
    "others of whom he speaks": (
        "行政院長柯愷受訪。柯愷說，水價沒有漲，更嗆石雨桐應該先去問市長，「也不該把氣出在局長身上」。\n",
        ("也不該把氣出", "柯愷"),
    ),
}


@pytest.mark.parametrize("case", OWN)
def test_the_sentence_or_paragraph_of_a_quotation_tells_whose_it_is(case: str) -> None:
    text, expected = OWN[case]
    assert expected in said(text)


NOBODY = {
    "a crowd": ("“水来了，水真的来了！”一位女代表边接水边说。\n", "水来了，水真"),
    "somebody asks": (
        "有人问到“以后水价会不会涨？”市水利局副局长柯恺笑着摆手。\n",
        "以后水价会不",
    ),
    "somebody breaks in": (
        "市水利局副局长柯恺正要离场，却被记者拦住，“我们还想再问一句！”\n",
        "我们还想再问",
    ),
    "an answer that touches the question": (
        "一楼住户万师傅反对。“光没了，钱还要我出？”“我跟他说，先别签字。”顾虑大家都记得。\n",
        "我跟他说，先",
    ),
    "a parent from elsewhere": (
        "海州大学一位外地的家长说：“我们送孩子过来前后花了三天。”\n",
        "我们送孩子过",
    ),
    "his friend": (
        "村民石阿根的老伴接过话头，“我们家的井早就干了。”\n",
        "我们家的井早",
    ),
}


@pytest.mark.parametrize("case", NOBODY)
def test_words_of_nobody_named_get_no_name(case: str) -> None:
    text, start = NOBODY[case]
    assert (start, None) in said(text)


def test_a_quotation_cut_by_who_says_it_keeps_its_first_part() -> None:
    text = "副局长柯恺介绍了叫应机制。“叫了不应，就派人去敲门；”他说，“门敲不开，就守着等。”\n"
    assert said(text) == [("叫了不应，就", "柯恺"), ("门敲不开，就", "柯恺")]


def test_a_heading_with_words_in_quotation_marks_is_no_speech() -> None:
    text = "市水利局副局长柯恺说：“年底全部通水。”\n“三年不涨价！”海州水厂晒账本\n记者昨日获悉。\n"
    assert said(text) == [("年底全部通水", "柯恺")]


def test_words_quoted_in_passing_are_speech_where_a_verb_leads_up_to_them() -> None:
    text = "市长柯愷說，「你們別再問水價了」，隨即離席。他還提到「放心水」工程，年底完工。\n"
    assert said(text) == [("你們別再問水", "柯愷")]


def test_he_in_the_next_words_is_who_spoke_before() -> None:
    text = "街坊徐女士接到电话，“我最怕停水停到明天”。她去年才搬来，“我们那时候天天有水”。\n"
    assert said(text) == [("我最怕停水停", "徐女士"), ("我们那时候天", "徐女士")]


APART = {
    "who calls him by a polite name": (
        "市水利局局长柯恺来到张大妈家，“我家的水清了。”张大妈乐呵呵。\n",
        "我家的水清了",
    ),
    "those below the stage": (
        "市水利局局长柯恺宣布通水，台下欢呼起来，“我们有水啦！”\n",
        "我们有水啦！",
    ),
    "a banner": (
        "市水利局局长柯恺指着墙上的横幅，“我们一定要把水治好。”\n",
        "我们一定要把",
    ),
    "reporters who follow him": (
        "市水利局局长柯恺说：“今年通水。”他走下台来，记者追上去，“我们还想问水价？”\n",
        "我们还想问水",
    ),
    "a voice behind him": (
        "市水利局局长柯恺说：“今年通水。”\n他身后传来喊声：“我们村什么时候通水？”\n",
        "我们村什么时",
    ),
    "somebody below the stage": (
        "市水利局局长柯恺说：“今年通水。”台下有人接话，“那水费呢？我们交多了。”柯恺笑了笑。\n",
        "那水费呢？我",
    ),
    "a retort, and who answers it": (
        "市水利局局长柯恺致电派出所问“你们抓到人没有？我很着急。”所长石雨桐回答说：“抓到了。”\n",
        "你们抓到人没",
    ),
    "his wife, who shouts": (
        "村民石阿根说：“我想通了。”“快回家吃饭了！”石阿根的妻子高声喊道。\n",
        "快回家吃饭了",
    ),
    "how his wife says it": (
        "村民石阿根说：“我想通了。”石阿根的妻子温和地说：“快回家吃饭了！”\n",
        "快回家吃饭了",
    ),
    "a small table": ("“我们富了，水也清了。”小方桌上摆满了菜。\n", "我们富了，水"),
    "a grandson": ("“爷爷，水来了，我要喝！”小孙子拍着手跳起来。\n", "爷爷，水来了"),
}


@pytest.mark.parametrize("case", APART)
def test_words_of_others_near_somebody_named_are_not_his(case: str) -> None:
    text, start = APART[case]
    assert (start, None) in said(text)


def test_a_school_called_after_somebody_and_to_whom_one_speaks() -> None:
    text = (
        "市水利局局长柯恺说：“通水了，大家放心。”柯恺希望小学校长石雨桐说：“孩子们喝上了干净水。”\n"
    )
    assert said(text) == [("通水了，大家", "柯恺"), ("孩子们喝上了", "石雨桐")]
