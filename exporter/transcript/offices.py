"""Offices as data, and the patterns made of them: how a post is named between a body and a name.

An office is a modifier or none (副, 常务副, 专职副 ...) and a base (局长, 督查 ...); the longest match wins, so that
副总督查罗雪飞 is 副总督查 and 罗雪飞. Several may follow one another, parted by ``、`` (党组成员、副局长).
"""

from __future__ import annotations

import re

# 专职副主任 · 常务副部长 · 党组专职副书记 · 第一副总指挥 · 代市长 · 一级巡视员
MODIFIERS = ["党组", "党委", "党工委", "常务", "专职", "执行", "第一", "原", "代", "兼职", "挂职", "首席", "高级", "资深", "特级", "一级", "二级", "三级", "四级", "分管", "联席", "名誉", "轮值", "法定", "外部", "副", "总", "助理", "正厅级", "副厅级", "正处级", "副处级", "正高级", "副高级", "候任", "署理", "前", "时任"]

# 局长 (市水利局局长) · 督查 (副总督查) · 董事长 · 理事长 · 秘书长 · 总规划师 · 关长 (海关)
BASES = ["省长", "市长", "区长", "县长", "州长", "旗长", "盟长", "镇长", "乡长", "村长", "局长", "分局长", "厅长", "部长", "处长", "科长", "司长", "署长", "股长", "室长", "主任", "书记", "总书记", "秘书长", "主席", "委员长", "会长", "理事长", "理事", "董事长", "董事", "总经理", "经理", "总裁", "行长", "院长", "校长", "所长", "站长", "台长", "社长", "馆长", "园长", "店长", "厂长", "矿长", "关长", "队长", "总队长", "支队长", "大队长", "中队长", "政委", "政治委员", "司令员", "参谋长", "检察长", "审判长", "庭长", "组长", "指挥长", "指挥", "舰长", "船长", "团长", "班长", "场长", "网长", "河长", "段长", "区委书记", "总监", "总工程师", "总工", "工程师", "总会计师", "会计师", "总经济师", "经济师", "总规划师", "规划师", "总农艺师", "农艺师", "总兽医师", "兽医师", "总设计师", "设计师", "总统计师", "总审计师", "安全总监", "总飞行师", "总编辑", "总编", "主编", "督查", "总督查", "督察", "总督察", "督学", "督导员", "监察专员", "专员", "调研员", "巡视员", "主任科员", "科员", "办事员", "参事", "顾问", "负责人", "发言人", "新闻发言人", "联络员", "特派员", "干事", "主管", "委员", "常委", "成员", "代表", "教授", "讲师", "研究员", "院士", "专家", "医师", "医生", "护士长", "护士", "药师", "教师", "老师", "博导", "律师", "选手", "队员", "运动员", "教练员", "教练", "传承人", "创始人", "合伙人", "合作人", "首席执行官", "首席技术官", "村支书", "支书", "村医", "驻村干部", "种植户", "养殖户", "监事长", "监事会主席", "监事", "发起人", "总干事", "总代表", "总领事", "大使", "公使", "参赞", "武官", "行政长官", "警监", "政务司长", "特首", "议长", "议员", "部委员", "书记员", "秘书", "主持", "馆员", "总裁助理", "局长助理", "市长助理", "县长助理", "区长助理", "院长助理", "总经理助理", "工作人员", "志愿者", "经济学家", "科学家", "作家", "所长助理", "警长", "局座", "首长", "主理人", "负责同志", "发布人"]


def alternatives(words: list[str] | tuple[str, ...]) -> str:
    """`words` as a regular expression's alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, dict.fromkeys(words)), key=lambda w: (-len(w), w)))


_MODIFIER = alternatives(MODIFIERS)
_BASE = alternatives(BASES)

OFFICE = rf"(?:(?:{_MODIFIER}){{0,4}}(?:{_BASE}))(?!会议|会员|办公|委员会|工作)"

# The office alone, wherever it ends: every match of it is a place where a name may begin.
OFFICE_END = re.compile(rf"(?={OFFICE})")
ONE_OFFICE = re.compile(OFFICE)
# An office that closes its phrase: after it comes the end, a blank or another office.
CLOSED_OFFICE = re.compile(rf"{OFFICE}(?=$|、|，|,| |兼|和|及|（)")
WHOLE_OFFICE = re.compile(rf"{OFFICE}(?:[、兼和及]{OFFICE})*")

# 副总经理 first, then 总经理, so that a split never leaves 副 with the body.
HONORIFICS = ("先生", "女士", "同志", "小姐", "博士", "教授", "院士", "老师", "阁下", "太太")
HONORIFIC = alternatives(HONORIFICS)

# Bodies: what a label may end in when it names no person (市教育局：).
BODIES = ["局", "委", "办", "厅", "部", "院", "署", "司", "处", "政府", "人民政府", "中心", "公司", "集团", "大学", "学院", "医院", "银行", "协会", "委员会", "办公室", "支队", "总队", "大队", "法院", "检察院", "海关", "分局", "管理局", "监管局"]
