"""Invented press conferences, and the layouts that archives dress them in; gold known by
construction.

A `Talk` is who said what; a layout turns it into the clean text of a page and says what a reader
must find again. Nothing here is taken from a real page. Speeches carry decoys on purpose: colons,
enumerations, names of other people, quotations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporter.source.model import CleanText, Mark, Metadata


@dataclass(frozen=True)
class Who:
    """A speaker: name and title, or an outlet for a reporter."""

    name: str = ""
    title: str = ""
    outlet: str = ""
    role: str = "spokesperson"
    honorific: str = "先生"


@dataclass(frozen=True)
class Said:
    """One turn: the speaker and the paragraphs of the speech."""

    who: Who
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.paragraphs)


@dataclass(frozen=True)
class Talk:
    """A whole press conference: the page's lead and the turns."""

    lead: str
    turns: tuple[Said, ...]
    language: str = "zh-Hans"


@dataclass(frozen=True)
class Page:
    """A dressed talk: the clean text with marks, and the turns to be found."""

    clean: CleanText
    turns: tuple[Said, ...]
    named: bool = True  # whether the layout prints the speakers' names


def _who(name: str, title: str, honorific: str = "先生", role: str = "spokesperson") -> Who:
    return Who(name, title, "", role, honorific)


def _reporter(outlet: str) -> Who:
    return Who(outlet=outlet, role="journalist")


HOST_A = _who("沈知微", "云岭市人民政府新闻办公室主任", "女士", "host")
WATER_A = _who("欧阳树声", "市水务局党组书记、局长")
FARM_A = _who("柴立", "市农业农村局副局长")
TOWN_A = _who("阿依古丽·买买提", "望江县人民政府副县长", "女士")

TALK_A = Talk(
    "10月18日上午，云岭市人民政府新闻办公室举行全市水利建设专题新闻发布会，介绍有关情况并回答记者提问。",
    (
        Said(
            HOST_A,
            (
                "女士们、先生们，新闻界的朋友们：大家上午好！欢迎出席今天的新闻发布会。",
                "首先向大家介绍出席今天发布会的发布人，他们是：市水务局党组书记、局长欧阳树声先生；"
                "市农业农村局副局长柴立先生；望江县人民政府副县长阿依古丽·买买提女士。",
                "应邀参加今天发布会的媒体有云岭日报、云岭广播电视台、江州晚报、云岭发布的记者。",
                "下面，有请欧阳树声局长作新闻发布。",
            ),
        ),
        Said(
            WATER_A,
            (
                "各位媒体朋友：大家好！很高兴和大家见面，下面我介绍有关情况。",
                "一、全市水利建设总体情况。近年来，我们坚持节水优先，累计投资18.6亿元，建成水库12座。"
                "主要做法如下：一是规划先行，完善水网布局。二是建管并重，落实管护责任。",
                "二、下一步打算。我们将抓好三件事：首先，加快重点工程建设；其次，强化监督检查；最后，做好宣传引导。"
                "有群众说：“水通了，心也通了。”这就是我们工作的目标：让群众满意。谢谢大家！",
            ),
        ),
        Said(HOST_A, ("谢谢欧阳局长的介绍！现在进入记者提问环节，提问前请通报所在媒体。",)),
        Said(
            _reporter("云岭日报"),
            (
                "今年入夏以来，我市部分地区降雨偏少。请问市水务局采取了哪些抗旱措施？效果怎么样？谢谢。",
            ),
        ),
        Said(
            WATER_A,
            (
                "谢谢这位记者的提问。今年7月以来，我市降雨比常年同期偏少三成。",
                "面对旱情，我们重点做了以下工作：第一，科学调度水源，累计供水2300万立方米。"
                "第二，组织应急送水1500车次。第三，争取省级补助资金。"
                "例如：望江县石门镇打井18眼，解决了6000人的饮水问题。谢谢！",
            ),
        ),
        Said(
            _reporter("江州晚报"),
            ("我们注意到，粮食生产一直是大家关心的话题。请问柴局长，今年的秋粮收成如何？",),
        ),
        Said(
            FARM_A,
            (
                "感谢您的提问。今年全市秋粮面积稳定在86万亩，预计总产28万吨。",
                "市委书记李怀远同志多次强调：要把饭碗端在自己手里。我们按照这一要求，落实了三项补贴，共计4200万元。",
            ),
        ),
        Said(
            _reporter("云岭广播电视台"),
            ("请问望江县在农村饮水安全方面有哪些经验可以分享？下一步有什么计划？",),
        ),
        Said(
            TOWN_A,
            (
                "好的，这个问题我来回答。望江县山高谷深，饮水一直是难题。"
                "近三年我们新建集中供水点45处，自来水普及率从78%提高到93.5%。",
                "时间：2025年底前；任务：再建20处；责任人：各乡镇书记。这些都写进了方案。谢谢大家。",
            ),
        ),
        Said(
            HOST_A,
            (
                "谢谢几位发布人的介绍和解答，也谢谢各位记者朋友。今天的新闻发布会到此结束，谢谢大家！",
            ),
        ),
    ),
)

HOST_B = _who("陆九皋", "省政府新闻办副主任", "先生", "host")
HEALTH_B = _who("佟雪", "省卫生健康委党组成员、副主任", "女士")
MED_B = _who("郝连城", "省医疗保障局局长")
EXPERT_B = _who("竺可为", "省人民医院主任医师", "教授")

TALK_B = Talk(
    "3月5日，省政府新闻办举行“健康在身边”系列发布会第三场，省卫生健康委等部门负责人回答记者提问。",
    (
        Said(
            HOST_B,
            (
                "各位记者朋友，大家下午好！欢迎参加今天的发布会。今天我们邀请到省卫生健康委副主任佟雪女士，"
                "省医疗保障局局长郝连城先生，省人民医院主任医师竺可为教授，请他们介绍情况并回答大家的提问。",
                "首先，请佟雪女士介绍情况。",
            ),
        ),
        Said(
            HEALTH_B,
            (
                "谢谢主持人。各位朋友，下午好！过去一年，全省新增三甲医院6家，基层诊疗量占比达到56.3%。",
                "我们的体会有三条：一是坚持以人民为中心；二是坚持改革创新；三是坚持数字赋能。"
                "下一步，我们将在便民惠民上持续用力，推出“一码就医”等20条措施。我就介绍这些，谢谢大家。",
            ),
        ),
        Said(HOST_B, ("谢谢佟主任。下面请大家提问，提问前请通报一下所代表的新闻机构。",)),
        Said(
            _reporter("新华社"),
            ("医保基金的安全是百姓关注的焦点。想请问医保部门，在打击欺诈骗保方面有哪些进展？",),
        ),
        Said(HOST_B, ("这个问题请郝连城局长回答。",)),
        Said(
            MED_B,
            (
                "感谢新华社记者对医保工作的关注。2023年全省共检查定点机构1.2万家，追回资金3.4亿元。",
                "接下来要做到两个结合：线上与线下结合，日常与专项结合。《条例》规定得很清楚：骗保必究。",
            ),
        ),
        Said(
            _reporter("中央广播电视总台央广网"),
            ("春季是呼吸道疾病的高发期。请问竺教授，老年人应当怎样做好防护？",),
        ),
        Said(
            EXPERT_B,
            (
                "谢谢你的问题。春季昼夜温差大，老年人要注意三点：注意保暖，注意通风，注意接种疫苗。",
                "如果出现发热超过38.5℃，要及时就医，不要自行用药。",
            ),
        ),
        Said(
            HOST_B,
            (
                "时间关系，今天的提问就到这里。如果还有问题，欢迎会后联系我们。发布会到此结束，谢谢大家，再见！",
            ),
        ),
    ),
)

TALKS = (TALK_A, TALK_B)

Labeller = Callable[[Said, int], str]


def page(
    text: str, talk: Talk, turns: tuple[Said, ...], marks: tuple[Mark, ...] = (), named: bool = True
) -> Page:
    """The page as the source stage would hand it over: no edits, one record."""
    clean = CleanText(
        id="page-1",
        path="invented/page.html",
        sha256="0" * 64,
        start=0,
        end=len(text),
        text=text,
        metadata=Metadata(),
        marks=marks,
        language=talk.language,  # type: ignore[arg-type]
    )
    return Page(clean, turns, named)


def lines(labeller: Labeller, *, named: bool = True) -> Callable[[Talk], Page]:
    """A layout with the label at the head of each turn, further paragraphs below."""

    def dress(talk: Talk) -> Page:
        rows = [talk.lead]
        for index, said in enumerate(talk.turns):
            rows.append(labeller(said, index) + said.paragraphs[0])
            rows += said.paragraphs[1:]
        return page("\n".join(rows), talk, talk.turns, named=named)

    return dress


def flat(labeller: Labeller, *, headings: bool = False) -> Callable[[Talk], Page]:
    """A layout with the whole record in one line, labels glued to the speech before and after."""

    def dress(talk: Talk) -> Page:
        pieces = [talk.lead]
        for index, said in enumerate(talk.turns):
            if headings and index == 1:
                pieces.append("新闻发布")
            if headings and index == 3:
                pieces.append("记者提问")
            pieces.append(labeller(said, index) + said.text)
        return page("".join(pieces), talk, talk.turns)

    return dress


def own_line(labeller: Labeller, *, strong: bool = False) -> Callable[[Talk], Page]:
    """A layout with every label in a line of its own, set bold or not."""

    def dress(talk: Talk) -> Page:
        text, marks = talk.lead, []
        for index, said in enumerate(talk.turns):
            label = labeller(said, index)
            if strong:
                marks.append(Mark("strong", len(text) + 1, len(text) + 1 + len(label)))
            text += "\n" + "\n".join([label, *said.paragraphs])
        return page(text, talk, talk.turns, tuple(marks))

    return dress


def strong_run_in(labeller: Labeller) -> Callable[[Talk], Page]:
    """A layout with the label set bold at the head of the paragraph, no colon."""

    def dress(talk: Talk) -> Page:
        text, marks = talk.lead, []
        for index, said in enumerate(talk.turns):
            label = labeller(said, index)
            marks.append(Mark("strong", len(text) + 1, len(text) + 1 + len(label)))
            text += "\n" + label + "\n".join(said.paragraphs)
        return page(text, talk, talk.turns, tuple(marks))

    return dress


def table(clock: bool, header: bool) -> Callable[[Talk], Page]:
    """A table time | speaker | speech, a row for a turn."""

    def dress(talk: Talk) -> Page:
        rows = [talk.lead]
        if header:
            rows.append("时间\t发言人\t内容" if clock else "发言人\t内容")
        for index, said in enumerate(talk.turns):
            cells = [f"10:{index:02d}"] * clock + [name_or_outlet(said, index), said.text]
            rows.append("\t".join(cells))
        return page("\n".join(rows), talk, talk.turns)

    return dress


def name_or_outlet(said: Said, _: int) -> str:
    return said.who.name or f"{said.who.outlet}记者"


def full(said: Said, _: int) -> str:
    return said.who.title + said.who.name if said.who.name else f"{said.who.outlet}记者"


def full_spaced(said: Said, _: int) -> str:
    return f"{said.who.title} {said.who.name}" if said.who.name else f"{said.who.outlet}记者"


def _after(labeller: Labeller, tail: str, head: str = "") -> Labeller:
    return lambda said, index: head + labeller(said, index) + tail


def _first_full(said: Said, index: int) -> str:
    """Office and name the first time somebody speaks, the name alone later."""
    return full_spaced(said, index) if index < 2 else name_or_outlet(said, index)


def _name_then_title(said: Said, index: int) -> str:
    return f"{said.who.name}（{said.who.title}）" if said.who.name else full(said, index)


def _name_title_blank(said: Said, index: int) -> str:
    return f"{said.who.name} {said.who.title}" if said.who.name else full(said, index)


def _asks_answers(said: Said, index: int) -> str:
    if said.who.role == "journalist":
        return f"{said.who.outlet}记者问："
    return f"{said.who.name}答：" if said.who.role != "host" else f"{said.who.name}："


def _replies(said: Said, index: int) -> str:
    replied = said.who.role == "spokesperson" and index > 2
    return full_spaced(said, index) + ("回答：" if replied else "：")


def _host_word(said: Said, index: int) -> str:
    return "主持人：" if said.who.role == "host" else full_spaced(said, index) + "："


def _host_named(said: Said, index: int) -> str:
    return (
        f"主持人 {said.who.name}："
        if said.who.role == "host"
        else name_or_outlet(said, index) + "："
    )


def _outlet_bare(said: Said, index: int) -> str:
    return (said.who.outlet or full_spaced(said, index)) + "："


def _clock_before(said: Said, index: int) -> str:
    return f"[10:{index:02d}] {name_or_outlet(said, index)}："


def _clock_after(said: Said, index: int) -> str:
    return f"{name_or_outlet(said, index)} 2024-10-18 10:{index:02d}:22"


def _clock_bracketed(said: Said, index: int) -> str:
    return f"10:{index:02d}【{name_or_outlet(said, index)}】"


def _mixed_marks(mark: str) -> Labeller:
    return lambda said, index: f"{mark}{name_or_outlet(said, index)}："


def _unnamed(said: Said, index: int) -> str:
    if said.who.role == "host":
        return "主持人："
    return "问：" if said.who.role == "journalist" else "答："


LAYOUTS: dict[str, Callable[[Talk], Page]] = {
    "full, colon, lines": lines(_after(full, "：")),
    "full, blank, colon": lines(_after(full_spaced, "：")),
    "full, blank before colon": lines(_after(full_spaced, " ：")),
    "full, no-break space": lines(
        _after(lambda s, i: full_spaced(s, i).replace(" ", "\u00a0"), "\u00a0：")
    ),
    "name only": lines(_after(name_or_outlet, "：")),
    "name only after the first": lines(_after(_first_full, "：")),
    "name, office in brackets": lines(_after(_name_then_title, "：")),
    "name before office": lines(_after(_name_title_blank, "：")),
    "asks and answers": lines(_asks_answers),
    "replies": lines(_replies),
    "the word host": lines(_host_word),
    "host named": lines(_host_named),
    "outlet alone": lines(_outlet_bare),
    "mark ◤": lines(_mixed_marks("◤")),
    "mark ▲": lines(_mixed_marks("▲")),
    "mark ●": lines(_mixed_marks("● ")),
    "brackets 【】": lines(_after(name_or_outlet, "】", "【")),
    "brackets 【】 and colon": lines(_after(full_spaced, "】：", "【")),
    "brackets [ ]": lines(_after(name_or_outlet, "]", "[")),
    "brackets [ ] and colon": lines(_after(name_or_outlet, "]：", "[")),
    "colon in brackets": lines(_after(name_or_outlet, "：】", "【")),
    "clock before": lines(_clock_before),
    "clock bracketed": lines(_clock_bracketed),
    "clock after, own line": own_line(_clock_after),
    "own line": own_line(full_spaced),
    "own line, colon": own_line(_after(full_spaced, "：")),
    "own line, strong, name": own_line(name_or_outlet, strong=True),
    "strong, run in": strong_run_in(full_spaced),
    "strong name, run in": strong_run_in(name_or_outlet),
    "own line, marked": own_line(_after(name_or_outlet, "", "◆")),
    "flat, colon": flat(_after(full, "：")),
    "flat, blank, colon": flat(_after(full_spaced, "：")),
    "flat, name only": flat(_after(_first_full, "：")),
    "flat, no colon": flat(full_spaced),
    "flat, no colon, headings": flat(full_spaced, headings=True),
    "flat, replies": flat(_replies, headings=True),
    "flat, marks": flat(_mixed_marks("◤")),
    "flat, brackets": flat(_after(name_or_outlet, "】", "【")),
    "table": table(clock=False, header=True),
    "table, clock": table(clock=True, header=True),
    "table, no header": table(clock=True, header=False),
    "flat, reporters with colon": flat(
        lambda s, i: full_spaced(s, i) + ("：" if s.who.role == "journalist" else "")
    ),
}


def unnamed(talk: Talk) -> Page:
    """问 and 答 without names, the host as 主持人."""
    dressed = lines(_unnamed)(talk)
    return Page(dressed.clean, dressed.turns, named=False)


def unlabelled(talk: Talk) -> Page:
    """No label at all: paragraphs one after the other."""
    rows = [talk.lead, *(p for said in talk.turns for p in said.paragraphs)]
    return page("\n".join(rows), talk, talk.turns)


def _english(form: str) -> Labeller:
    def label(said: Said, _: int) -> str:
        who = said.who
        if who.outlet:
            return {"q": "Q: ", "Q": "QUESTION: "}.get(form[0], f"{who.outlet}: ")
        last = who.name.split()[-1]
        shouted = f"{who.honorific} {last}".upper() + ": "
        return {"n": f"{who.name}: ", "t": f"{who.name}, {who.title}: "}.get(form[-1], shouted)

    return label


ENGLISH_LAYOUTS: dict[str, Callable[[Talk], Page]] = {
    "names and outlets": lines(_english("on")),
    "names with titles": lines(_english("ot")),
    "capitals and outlets": lines(_english("oc")),
    "capitals, Q": lines(_english("qc")),
    "names, QUESTION": lines(_english("Qn")),
    "own line": own_line(_english("on")),
    "flat, names": flat(lambda s, i: " " + _english("on")(s, i)),
    "flat, capitals": flat(lambda s, i: " " + _english("oc")(s, i)),
}
