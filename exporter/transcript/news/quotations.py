"""A news report's direct quotations, and whose they are.

A quotation is speech when it closes a sentence inside its marks (``…吸引。”``); marks around a
title (“50佳”) are none. Whose it is is said before it (``马洪旗说：“…”``), after it (``”李也说``)
or by position only (``”云南千柔农业科技有限 公司董事长周杨立志于…``: the sentence that follows has
its subject). Nobody is guessed.
"""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.model import Role
from exporter.transcript.news.asking import asked_by, note_officials
from exporter.transcript.news.bounds import bounded_name
from exporter.transcript.news.continued import same_as_before
from exporter.transcript.news.marks import parts_between, quotations_in, without_titles
from exporter.transcript.news.own import leads_at_once, of_own_sentence
from exporter.transcript.news.paragraph import (
    KIN,
    PARAGRAPH,
    SOMEBODY,
    begun_by,
    he_told,
    of_chain,
    of_paragraph,
)
from exporter.transcript.news.people import (
    acting_before,
    leading,
    led_by,
    named_after_time,
    only_named,
    person_in,
    said_by,
    subject_of,
)
from exporter.transcript.news.reported import ADDS, OTHERS, reported, reported_above, reported_here
from exporter.transcript.news.speech import (
    AFTER,
    LONE,
    SPOKEN,
    VERB,
    is_speech,
    opens_with,
)
from exporter.transcript.people.names import Titled, is_name
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block

_BEFORE = re.compile(
    rf"(?:^|[。！？”；\n，])(?P<who>[^。！？”；\n，：]{{2,50}}?|{LONE})(?:{VERB})(?:了?[一几]句话?)?(?:：|，)?$"
)
_SUBJECT = re.compile("^[^。！？“”；\n，：]{4,60}")
# …”该负责人说: the person just named
_SAME = re.compile("该|这位|此外|据|对此|至于|[对关]于|针对|[谈说问][到及起]")
_DATELINE = re.compile(
    r"^(?:本报讯|本网讯|[^，。]{2,8}[电讯])?\s{0,4}(?:[（(][^（）()]{2,20}[）)])?\s{0,4}$"
)
# 周定国也应邀来到现场。“…”老人笑着说
_PRONOUN = re.compile(
    rf"^(?:他|她|老人|老人家|老汉|大爷|大妈|大姐|阿姨|小伙子|姑娘|这位[^，。“”]{{2,6}}?)[^，。“”]{{0,8}}?(?:{VERB})"
)
_AND = re.compile("和|与|、|以及")


def find_quotations(view: str, roster: Roster) -> tuple[Block, ...]:
    """The direct quotations of a news report, in order, marks left out."""
    found = [both for both in quotations_in(view) if both[1] or is_speech(view, both[0])]
    quotes = [quote for quote, _ in found]
    earlier = {quote.start(): before for quote, before in found if before}
    if quotes:
        note_officials(view, roster)
    blocks: list[Block] = []
    done = 0
    while done < len(quotes):
        run = _touching(quotes, done)
        if paragraphs := earlier.get(quotes[done].start()):
            blocks.append(_over_paragraphs(view, quotes[done], paragraphs, blocks, roster))
            done += 1
            continue
        speakers = _of_run(view, quotes[done : done + run], roster)
        for quote, who in zip(quotes[done : done + run], speakers, strict=True):
            who = who or same_as_before(view, quote, blocks, roster)
            who = who or of_chain(view, quote.start(), roster)
            who = who or only_named(view, quote.start(), quote.end(), roster)
            blocks.append(_block(view, quote, _with_title(who, blocks), roster))
        done += run
    return tuple(sorted((*blocks, *_sourced(view, roster)), key=lambda block: block.start))


# 据海州新闻微博3日消息，市水利局局长柯恺：水库水位都在汛限以下。…, a paragraph without marks
_SOURCED = re.compile(
    r"^ *据[^，。：“\n]{2,24}(?:消息|报道)，(?P<who>[^，。：“\n]{4,40})："
    r"(?P<said>[^：“\n]{20,}[。！])$",
    re.MULTILINE,
)


def _sourced(view: str, roster: Roster) -> list[Block]:
    """Statements that a report takes over from another medium, with who made them."""
    found = _SOURCED.finditer(view) if "消息，" in view or "报道，" in view else ()
    told = [(one, who) for one in found if (who := person_in(one["who"], roster)) and who.title]
    return [_spoken(one.span("said"), who, roster) for one, who in told]


def _over_paragraphs(
    view: str,
    quote: re.Match[str],
    earlier: tuple[re.Match[str], ...],
    blocks: list[Block],
    roster: Roster,
) -> Block:
    """A quotation over several paragraphs, as one turn of whom the words before it name, or those
    behind it."""
    who = _attributed(view, earlier[0], roster) or _attributed(view, quote, roster)
    who = who or same_as_before(view, earlier[0], blocks, roster)
    block = _block(view, quote, _with_title(who, blocks), roster)
    return msgspec.structs.replace(
        block, start=earlier[0].start("said"), printed=parts_between(quote, earlier)
    )


def _touching(quotes: list[re.Match[str]], index: int) -> int:
    """How many quotations from `index` on follow each other with nothing between."""
    count = 1
    while (
        index + count < len(quotes)
        and quotes[index + count].start() == quotes[index + count - 1].end()
    ):
        count += 1
    return count


def _block(view: str, quote: re.Match[str], who: Titled | None, roster: Roster) -> Block:
    before = view[max(0, quote.start() - 60) : quote.start()]
    after = view[quote.end() : quote.end() + 40]
    outlet = asked_by(before, quote["said"], after)
    if outlet is not None:
        return Block(
            quote.start("said"),
            quote.end("said"),
            role="journalist",
            outlet=outlet or None,
            quoted=True,
        )
    if who is None and _HOST_SAYS.match(after):
        said = quote.span("said")
        return Block(*said, role="host", quoted=True)
    return _spoken(quote.span("said"), who, roster)


def _spoken(said: tuple[int, int], who: Titled | None, roster: Roster) -> Block:
    """What somebody said, or nobody known, as a turn."""
    title = (who.title or _known_title(who.name, roster)) if who else None
    # 坐在台上的 | 市文化旅游局局长 · 【本报讯】| 市文化旅游局局长
    title = title and title.rpartition("的")[2].rpartition("】")[2]
    role = _role(title)
    return Block(
        *said,
        role=role,
        section="release" if role == "spokesperson" else "guest_speech",
        speaker=who.name if who else None,
        title=title,
        inferred=who is not None,
        quoted=True,
    )


# “…请举手示意。”在昨天的开放日上，主持人话音未落
_HOST_SAYS = re.compile(rf"(?:[^。！？“”\n]{{0,24}}，)?(?:听到)?主持人的?(?:话音|话|这句话|{VERB})")


def _of_run(view: str, run: list[re.Match[str]], roster: Roster) -> tuple[Titled | None, ...]:
    """Whose the touching quotations are. Several are of several people, named behind them in the
    same order (``“…”“…”邱志国和临岚粮库主任贺敏…``); else only the last has what follows it."""
    if len(run) == 1:
        return (_attributed(view, run[0], roster),)
    behind = _SUBJECT.match(view[run[-1].end() : run[-1].end() + 80])
    pieces = _AND.split(behind[0]) if behind else []
    people = [leading(piece, view, roster) for piece in pieces[: len(run)]]
    if len(people) == len(run) and all(people):
        return tuple(people)
    first = _announced(view, run[0], roster)
    if first and view[run[-1].end() : run[-1].end() + 1] in (
        "",
        "\n",
    ):  # 他提出两个问题：“…？”“…？”
        return (first,) * len(run)
    last = _attributed(view, run[-1], roster)
    ahead = view[max(0, run[0].start() - 300) : run[0].start()].rpartition("\n")[2]
    if first is None and last and last == reported(ahead, roster):
        return (last,) * len(run)  # 柯恺提出质疑，…？“…！”“…。”
    return (first, *[None] * (len(run) - 2), last)


def _announced(view: str, quote: re.Match[str], roster: Roster) -> Titled | None:
    """Whose a quotation is by the words before it alone (``石阿根告诉记者：“``)."""
    before = view[max(0, quote.start() - 80) : quote.start()]
    told = _BEFORE.search(before) if before.endswith("：") else None
    if told is None and before.endswith("："):
        return of_paragraph(view, quote.start(), roster)
    return person_in(told["who"], roster) if told else None


def _with_title(who: Titled | None, blocks: list[Block]) -> Titled | None:
    """`who` with the title that an earlier quotation gave, when this one gives none."""
    if who is None or who.title:
        return who
    earlier = (block.title for block in blocks if block.speaker == who.name and block.title)
    return who._replace(title=next(earlier, ""))


def _known_title(name: str, roster: Roster) -> str | None:
    return next((t.title for t in roster.titled(name) if t.title), None)


_OFFICIAL = re.compile(
    "发言人|(?:行政|立法|司法|监察|考试)院|议长|总统|总理|行政长官|特首|指挥官|政府|委(?!员会?委员)|局|厅|主席(?!台)|(?<!支部)书记|(?<!支)部|委员会|办公室|中心|[市县区省州署司处镇乡旗盟]长|法院|检察院|海关|人大|政协|警司|警监|督察"
)
_COMPANY = re.compile("记者$|公司|集团|合作社|协会|学院|大学|企业|商会|医院|基地")


def _role(title: str | None) -> Role:
    """An official is a spokesperson of his body; anybody else quoted is a guest."""
    official = title and _OFFICIAL.search(title) and not _COMPANY.search(title)
    return "spokesperson" if official else "guest"


def _attributed(view: str, quote: re.Match[str], roster: Roster) -> Titled | None:
    """Whose the quotation is: after it, before it, by position, in this order of certainty."""
    after = view[quote.end() : quote.end() + 80]
    if SPOKEN.search(quote["said"]) is None and opens_with(view, quote):
        after = after[1:]
    if net_user := _NET_USER_SAYS.match(after):
        return Titled("", net_user["name"])
    if who := said_by(view, quote.end(), roster):
        return who
    before = without_titles(view[max(0, quote.start() - 80) : quote.start()])
    told = _BEFORE.search(before)
    if told and before.endswith("："):
        who = person_in(told["who"], roster) or _led_up_to(before, view, roster)
        return who or of_paragraph(view, quote.start(), roster)
    if before.endswith(_LEADS) and (
        who := led_by(before, roster) or _led_up_to(before, view, roster)
    ):
        return who
    if told and (who := person_in(told["who"], roster) or named_after_time(told["who"], roster)):
        return who
    ahead = view[max(0, quote.start() - 300) : quote.start()]
    if ADDS.search(before):
        return reported_here(ahead, roster, goes_on=True)
    follows = AFTER.match(after)
    if follows and (who := person_in(follows["who"], roster)):
        return who
    if before.endswith("，") and not _names_another(after):
        he = _PRONOUN.match(after.removeprefix("，")) is not None
        who = reported_here(ahead, roster, he) or of_paragraph(view, quote.start(), roster)
        who = who or acting_before(ahead, roster) or reported_above(view, quote.start(), roster)
        return who or of_own_sentence(view, quote, roster)
    own = leads_at_once(before) or not _says_another(after)
    who = of_own_sentence(view, quote, roster) if own else None
    return who or _by_position(view, quote, after, roster)


# 柯恺想捎句话——
_LEADS = ("：", "——", "：\n", "——\n")


# 网友“潮水东流”在直播间留言：
_NET_USER = re.compile("(?:网友|网民|用户|读者|听众|观众)“(?P<name>[^“”]{2,12})”")


# ”网友“潮水东流”夸赞说。
_NET_USER_SAYS = re.compile(rf"{_NET_USER.pattern}[^，。：“”]{{0,8}}?(?:{VERB})")


# 谈到柯恺，他笑了：“…”
_ABOUT_ANOTHER = re.compile(
    "(?:[谈说讲提][到起及]|回忆起?|想起)[^，。：“”]{2,16}，(?:[他她](?!们)|记者)[^，。：“”]*：$"
)


# 望着柯恺的背影，一位同行感叹道：“…”
_STRANGER = re.compile("[一有某另][位名]|有人|某")


def _led_up_to(before: str, view: str, roster: Roster) -> Titled | None:
    """Whom the words that lead up to a quotation name (``副区长仲维康上台，第一句话是：“``),
    when it is about one person."""
    sentence = re.split("[。！？\n]", before.removesuffix("\n"))[-1].rstrip("—")
    if KIN.search(sentence.rpartition("，")[2]) or _ABOUT_ANOTHER.match(sentence):
        return None
    if net_user := _NET_USER.search(sentence):
        return Titled("", net_user["name"])
    found = [subject_of(clause, view, roster) for clause in sentence.split("，")]
    people = {who.name: who for who in found if who}
    for name in roster:
        if name in sentence:
            people.setdefault(name, Titled("", name))
    last = sentence.rpartition("，")[2].rstrip("：")
    if _STRANGER.match(last) and not any(name in last for name in roster):
        return None
    who = None if people or SOMEBODY.search(last) else begun_by(last, view, roster)
    if who and not last.partition(who.name)[2].startswith(("的", "和", "与", "、")):
        return who  # 谈到为什么跑步，石磊想了想：“
    return next(iter(people.values())) if len(people) == 1 else None


def _by_position(view: str, quote: re.Match[str], after: str, roster: Roster) -> Titled | None:
    """The subject of the sentence behind, or of the one before that reports the same person."""
    subject = _SUBJECT.match(after)
    name = roster.known_at(after)
    said = name and _HIS_WORDS.match(after, len(name))
    if name and (said or not after.startswith(("的", "和", "与", "、"), len(name))):
        return Titled("", name)
    if subject and (who := subject_of(subject[0], view, roster)):
        return who
    if subject and (old := _AGED.match(subject[0])) and (name := bounded_name(old["rest"], view)):
        return Titled("", name)
    if busy := _MEANWHILE.match(after):
        who = begun_by(busy["who"], view, roster)
        return who or (Titled("", busy["who"]) if is_name(busy["who"]) else None)
    ahead = view[max(0, quote.start() - 300) : quote.start()].rpartition("\n")[2]
    aged = _BY_AGE.match(after)
    if not aged and not _names_another(after) and (who := reported(ahead, roster)):
        return who
    if _PRONOUN.match(after):
        if not ahead:  # the quotation begins a paragraph: 他 is whom the one before it reports
            above = view[max(0, quote.start() - PARAGRAPH) : quote.start()].rstrip("\n")
            return reported(above.rpartition("\n")[2], roster)
        last = re.split("[。！？]", ahead.rstrip("。！？"))[-1]
        who = subject_of(last, view, roster) or leading(last, view, roster)
        official = who and _role(who.title or _known_title(who.name, roster)) == "spokesperson"
        if who or aged:
            return None if aged and official else who
    if _DATELINE.match(
        ahead
    ):  # “…”昨日下午，市政府新闻办公室举行…发布会，市住建局局长骆文涛用一句话开场。
        sentence = re.split("[。！？\n]", after + view[quote.end() + 80 : quote.end() + 160])[0]
        people = [
            who for clause in sentence.split("，") if (who := subject_of(clause, view, roster))
        ]
        return people[0] if len({who.name for who in people}) == 1 else None
    return of_paragraph(view, quote.start(), roster) or he_told(ahead, view, roster)


# “…。”这天上午，“种粮状元”石阿根正在讲课
_MEANWHILE = re.compile(
    r"[^，。！？“”\n]{0,8}(?:天|日|时|刻|上午|中午|下午|晚上|清晨|傍晚|夜里|午后)，"
    r"(?:“[^“”\n]{2,8}”)?(?P<who>[^，。！？“”\n]{2,20}?)正[在忙]?"
)
# “…！”50岁的石阿根看着直播
_AGED = re.compile(r"(?:今年|现年|年近|已经)?[0-9一二三四五六七八九十]{1,4}多?岁的(?P<rest>.+)")


# “…”柯恺的话让台下笑成一片。
_HIS_WORDS = re.compile(
    "的(?:这|一|这一)?[番席句段个]?(?:话(?!题)|回答|答复|说法|比喻|开场白|解释|自嘲|表态|坦率|幽默|发言)"
)


def _says_another(after: str) -> bool:
    """Whether the words behind a quotation give it to somebody unknown (``”居民代表说``)."""
    told = AFTER.match(after) and not _PRONOUN.match(after)
    return bool(told and not _SAME.match(after))


def _names_another(after: str) -> bool:
    """Whether the words behind a quotation are of others (``”大家纷纷点头``)."""
    return _says_another(after) or OTHERS.match(after) is not None


# “…”老人说: no official just named
_BY_AGE = re.compile("老人|老汉|大爷|大妈|大姐|阿姨|小伙子|姑娘")
