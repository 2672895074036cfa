"""Who speaks, in layouts that only the page as a whole can tell; made-up text.

``⟪speaker⟫ … ⟪⟫`` marks a turn: its speaker, or the outlet of one without a name, or nothing.
"""

from __future__ import annotations

import re

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

_MARK = re.compile("⟪[^⟫]*⟫")
_TURN = re.compile("⟪(?P<who>[^⟫]+)⟫(?P<said>.*?)⟪⟫", re.DOTALL)

PAGES = {
    "netizens behind a blank in brackets": (
        "海州市在线访谈\n"
        "[09:33] [主持人] ⟪-⟫各位网友好，今天请来市人社局局长柯恺。⟪⟫\n"
        "[09:36] [嘉宾 柯恺] ⟪柯恺⟫主持人好，各位网友好。⟪⟫\n"
        "[09:57] [网友 操心的老妈] ⟪-⟫孩子找工作有补贴吗？⟪⟫\n"
        "[10:00] [嘉宾 柯恺] ⟪柯恺⟫有，每人2000元。⟪⟫\n"
    ),
    "bullets before brackets, times behind": (
        "  • [海州市卫健委副主任 柯恺]⟪柯恺⟫各位朋友好，今天通报情况。⟪⟫2023-01-13 15:03:27\n"
        "  • [海州日报记者]⟪海州日报⟫请问药够不够？⟪⟫2023-01-13 15:04:51\n"
        "  • [海州市卫健委副主任 柯恺]⟪柯恺⟫够。⟪⟫2023-01-13 15:09:36\n"
    ),
    "a surname alone": (
        "李梅：⟪李梅⟫大家好，站在这里的是我的新同事，新闻处副处长覃子昂。请覃副处长上台。⟪⟫\n"
        "覃：⟪覃子昂⟫谢谢李梅！报名的企业有3160家。⟪⟫\n"
        "问：⟪-⟫费用涨了吗？⟪⟫\n"
        "覃：⟪覃子昂⟫没有涨。⟪⟫\n"
    ),
    "a talk in one line": (
        "海州市交通局局长常万钧 《小任会客》6月11日播出，以下为节目实录："
        "任立言：⟪任立言⟫各位朋友好，欢迎收看。⟪⟫ 常万钧：⟪常万钧⟫观众朋友好。⟪⟫ "
        "任立言：⟪任立言⟫您会开货车？⟪⟫ 常万钧：⟪常万钧⟫会。⟪⟫ "
        "任立言：⟪任立言⟫刹得住吗？⟪⟫ 常万钧：⟪常万钧⟫装多了刹不住。⟪⟫\n"
    ),
    "names no list of surnames has": (
        "海州市举行新闻发布会，市农牧厅有关负责人回答提问。\n"
        "问：⟪-⟫春播怎么样？⟪⟫\n"
        "市农牧厅副厅长宝音德力格尔：⟪宝音德力格尔⟫已播种2680万亩。⟪⟫\n"
        "问：⟪-⟫接羔呢？⟪⟫\n"
        "宝音德力格尔：⟪宝音德力格尔⟫好于去年。⟪⟫\n"
    ),
    "uncommon names that the host introduces": (
        "主持人格桑卓玛：⟪格桑卓玛⟫各位记者好！今天请市林草局局长次仁旺堆、副局长平措介绍。⟪⟫\n"
        "次仁旺堆：⟪次仁旺堆⟫藏羚羊超过30万只。⟪⟫\n"
        "海州日报记者：⟪海州日报⟫怎么保护？⟪⟫\n"
        "平措：⟪平措⟫我们给牧民上了保险。⟪⟫\n"
        "格桑卓玛：⟪格桑卓玛⟫谢谢。发布会到此结束。⟪⟫\n"
    ),
    "the office between surname and given name": (
        "柯發言人　語涵：\n⟪柯語涵⟫各位媒體朋友大家好，先請鄔次長說明。⟪⟫\n"
        "鄔次長　俐文：\n⟪鄔俐文⟫各位好。出口年增14.6%。⟪⟫\n"
        "中央社：\n⟪中央社⟫請問減班休息的人數？⟪⟫\n"
        "曾副署長淑慧：\n⟪曾淑慧⟫目前有3,476人。⟪⟫\n"
    ),
    "reporters who say so themselves": (
        "秋雯：⟪秋雯⟫各位听众好，我是主持人秋雯。今天请来自来水集团副总经理施景行。⟪⟫\n"
        "骆青：⟪骆青⟫大家好，我是海州日报记者骆青。⟪⟫\n"
        "施景行：⟪施景行⟫大家好。⟪⟫\n"
        "骆青：⟪骆青⟫水价要涨多少？⟪⟫\n"
        "施景行：⟪施景行⟫每家多花六块钱。⟪⟫\n"
    ),
    "outlets that numbered questions name": (
        "问1：⟪法治日报⟫您好，我是法治日报记者，想问怎么纠正？⟪⟫\n"
        "海州市法院庭长柯恺：⟪柯恺⟫清理了214件。⟪⟫\n"
        "问2：⟪海州日报⟫海州日报记者。请问有没有时间表？⟪⟫\n"
        "海州市法院庭长柯恺：⟪柯恺⟫有。⟪⟫\n"
    ),
    "a host who is named among the guests": (
        "嘉宾：市商务局局长 池宗翰；副局长 柯恺；主持人：市委宣传部处长 李梅\n"
        "主持人 [10:01:38]\n⟪李梅⟫各位记者好！请池宗翰局长发布。⟪⟫\n"
        "市商务局局长 池宗翰 [10:03:22]\n⟪池宗翰⟫大家好！活动有两百多场。⟪⟫\n"
        "主持人 [10:39:00]\n⟪李梅⟫今天的发布会到此结束，再见！⟪⟫\n"
        "网友 184****2217：期待消费券！\n"
    ),
    "a host who presides, on a page without labels": (
        "⟪柯恺⟫各位朋友：\n大家好！今天举行新闻发布会。我是市委宣传部副部长柯恺，发布会由我主持。"
        "首先，请米秀珍局长介绍。⟪⟫\n"
        "⟪米秀珍⟫各位朋友：\n上午好！面积有12.6万亩。谢谢大家！⟪⟫\n"
        "⟪柯恺⟫感谢米局长。今天的发布会到此结束。⟪⟫\n"
    ),
    "an opening above the first label": (
        "⟪李梅⟫各位媒体朋友：\n大家好！欢迎参加新闻发布会。我是市政府新闻办副主任李梅。"
        "首先，请柯恺先生介绍情况。⟪⟫\n"
        "柯恺（市卫健委副主任）：\n⟪柯恺⟫新增病例9例。⟪⟫\n"
        "李梅：\n⟪李梅⟫请记者提问。⟪⟫\n"
        "海州晚报记者：\n⟪海州晚报⟫何时开学？⟪⟫\n"
        "柯恺（市卫健委副主任）：\n⟪柯恺⟫四月开学。⟪⟫\n"
    ),
    "members of a meeting": (
        "主持：社区书记 郝丽萍\n记录：小潘\n"
        "郝书记：⟪郝丽萍⟫今天谈加装电梯，先请项目方说说。⟪⟫\n"
        "项目方：⟪-⟫总价58万元。⟪⟫\n"
        "居民代表1：⟪-⟫挡光怎么办？⟪⟫\n"
        "居民代表2：⟪-⟫我盼了十年了。⟪⟫\n"
        "社区律师：⟪-⟫过三分之二就可以表决。⟪⟫\n"
        "郝书记：⟪郝丽萍⟫那我们投票。⟪⟫\n"
    ),
    "an outlet below the word for who asks": (
        "主持人\n市政府新闻办副主任 席月明\n⟪席月明⟫各位记者好。今天请柯恺介绍情况。⟪⟫\n"
        "发布人\n市统计局副局长 柯恺\n⟪柯恺⟫生产总值增长5.6%。⟪⟫\n"
        "记者\n澎湃新闻\n⟪澎湃新闻⟫请问消费怎么样？⟪⟫\n"
        "发布人\n市统计局副局长 柯恺\n⟪柯恺⟫消费增长6.1%。⟪⟫\n"
    ),
    "rows with a number and a cell of several lines": (
        "序号\t发言人\t发言内容\n"
        "1\t主持人\t⟪-⟫各位朋友好！先请柯恺副局长发布。⟪⟫\n"
        "2\t市生态环境局\n副局长\n柯恺\t⟪柯恺⟫谢谢主持人。污泥变成了建材。⟪⟫\n"
        "3\t海州日报\n记者\t⟪海州日报⟫垃圾乱倒，谁来清？⟪⟫\n"
        "4\t市生态环境局\n副局长\n柯恺\t⟪柯恺⟫街道统一清运。⟪⟫\n"
    ),
    "a question that the host reads out": (
        "【主持人】⟪-⟫各位好，欢迎市医保局局长柯恺。⟪⟫\n"
        "【柯恺】⟪柯恺⟫大家好。⟪⟫\n"
        "【主持人】⟪-⟫看一个问题。网友“贺兰山下”问：还能结算吗？⟪⟫\n"
        "【柯恺】⟪柯恺⟫能。⟪⟫\n"
    ),
    "captions with names above the proceedings": (
        "发布会现场\n赵小满\n市一中校长阮志刚\n赵小满\n海州网 田野\n"
        "市教育局局长 柯恺：\n⟪柯恺⟫各位朋友好。⟪⟫\n"
        "海州日报记者：\n⟪海州日报⟫增加了多少学位？⟪⟫\n"
        "市一中校长 阮志刚：\n⟪阮志刚⟫增加了400个。⟪⟫\n"
    ),
    "numbers before questions without colons": (
        "市城管局回应\n"
        "1. 问 ⟪-⟫单车乱停，管不管？⟪⟫\n答 ⟪-⟫管，每天清理2300辆。⟪⟫\n"
        "2. 问 ⟪-⟫噪声怎么办？⟪⟫\n答 ⟪-⟫十点半必须收摊。⟪⟫\n"
    ),
    "round brackets without colons": (
        "（主持人）⟪-⟫各位朋友好，请市教育局贺兰山局长介绍情况。⟪⟫\n"
        "（市教育局 贺兰山局长）⟪贺兰山⟫谢谢。新开学校19所。⟪⟫\n"
        "（海州日报记者）⟪海州日报⟫请问老师够不够？⟪⟫\n"
        "（市教育局 贺兰山局长）⟪贺兰山⟫招聘了1240人。⟪⟫\n"
    ),
    "offices that commas part": (
        "市委宣传部副部长，市政府新闻办主任 计成功：\n⟪计成功⟫各位朋友好！请池清源主任发布。⟪⟫\n"
        "市卫健委党委书记、主任，市中医药局局长 池清源：\n⟪池清源⟫人均预期寿命81.2岁。⟪⟫\n"
        "计成功：\n⟪计成功⟫谢谢池清源主任，再见。⟪⟫\n"
    ),
    "numbered answers that begin with a number": (
        "Q1：⟪-⟫谁该打疫苗？⟪⟫\nA1：⟪-⟫6月龄以上都可以。⟪⟫\nQ2：⟪-⟫何时打？⟪⟫\nA2：⟪-⟫9月以后。⟪⟫\n"
    ),
    "members of a council, bodies before them": (
        "主席：⟪-⟫請郭議員發言。⟪⟫\n郭議員美玲：⟪郭美玲⟫請問局長，事故為什麼上升？⟪⟫\n"
        "交通局葉局長志航：⟪葉志航⟫去年事故4.2萬件。⟪⟫\n"
        "郭議員美玲：⟪郭美玲⟫怎麼辦？⟪⟫\n交通局葉局長志航：⟪葉志航⟫改善86個路口。⟪⟫\n"
    ),
    "subheadings before questions": (
        "问：⟪-⟫春播怎么样？⟪⟫\n市农业局局长柯恺：⟪柯恺⟫已播种2680万亩。⟪⟫\n黑土地保护提质\n"
        "问：⟪-⟫黑土地呢？⟪⟫\n柯恺：⟪柯恺⟫面积有2100万亩。⟪⟫\n接羔保育顺利\n"
        "问：⟪-⟫接羔呢？⟪⟫\n柯恺：⟪柯恺⟫好于去年。⟪⟫\n"
    ),
}


@pytest.mark.parametrize("marked", PAGES.values(), ids=PAGES)
def test_every_turn_and_its_speaker(marked: str) -> None:
    (record,) = clean(decode("page.txt", _MARK.sub("", marked).encode()).value).value
    turns = parse(record).value.turns
    expected = [(turn["who"], turn["said"]) for turn in _TURN.finditer(marked)]
    assert [(t.speaker or t.org or "-", t.text) for t in turns] == [
        (who, said.replace("　", " ")) for who, said in expected
    ]
