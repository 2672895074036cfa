"""A small press conference, made by hand, for the tests of the briefing."""

from __future__ import annotations

from exporter.notices import Span
from exporter.transcript.model import Paragraph, Person, SourceRef, Transcript, Turn

HOST, WATER, COUNTY = "张正洪", "柯恺", "杨方玉"

_PEOPLE = (
    Person("host", HOST, "host", "专职副主任", "市政府新闻办"),
    Person("water", WATER, "spokesperson", "副局长", "市水利局"),
    Person("county", COUNTY, "spokesperson", "副县长", "永善县人民政府"),
)

_OPENING = (
    "女士们、先生们：大家上午好！欢迎参加水资源保护专题新闻发布会。",
    "首先，有请柯恺副局长作新闻发布。",
)
_RELEASE = (
    "各位媒体朋友：感谢大家长期以来的关心支持！",
    "近年来，在市委、市政府的坚强领导下，我局深入贯彻落实习近平生态文明思想，水资源管理不断加强。",
    "一是水土流失治理步伐加快。2023年，全市新增水土流失综合治理面积550.42平方公里，为高质量发展作出积极贡献。",
    "二是用水权改革取得突破。2023年，水富市完成云南省首单水权交易，交易水量为3.6万立方米。",
    "三是进一步做好宣传。积极利用“世界水日”等时机，开展宣传教育活动。",
)
_QUESTION = ("主持人好，我是云南日报记者。永善县干旱缺水。请问，永善县采取了哪些应对措施？谢谢！",)
_ANSWER = (
    "感谢这位记者朋友的提问。主要有以下几个方面的措施：",
    "一是守牢饮水底线。永善县已建成农村饮水工程1669件，投资9.99亿元实施两个“三年行动”。",
    "二是筑造节水基线。2023年实际用水9534.96万立方米，节约用水765万立方米。",
    "三是建设蓄水高线。计划到2025年，建成水库13座，蓄水能力达到9500万立方米。回答完毕，谢谢大家。",
)


class _Numbers:
    """Hands out paragraphs with running numbers and spans."""

    def __init__(self) -> None:
        self.count = 0
        self.at = 0

    def paragraphs(self, texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
        return tuple(map(self._paragraph, texts))

    def _paragraph(self, text: str) -> Paragraph:
        self.count += 1
        start, self.at = self.at, self.at + len(text) + 1
        level = 4 if text[1:2] == "是" else 0
        span = Span(start, start + len(text))
        heading = text.index("。") + 1 if level else 0
        return Paragraph(f"p{self.count}", text, level, (span,), heading)


def conference(*, language: str = "zh-Hans") -> Transcript:
    """A host, a release with three headings, one question with its answer."""
    numbers = _Numbers()
    narration = numbers.paragraphs(("4月12日，昭通召开水资源保护专题新闻发布会。",))
    turns = (
        turn("t1", "host", "opening", numbers.paragraphs(_OPENING), HOST, "host"),
        turn("t2", "spokesperson", "release", numbers.paragraphs(_RELEASE), WATER, "water"),
        turn("t3", "journalist", "qa", numbers.paragraphs(_QUESTION), org="云南日报"),
        turn(
            "t4", "spokesperson", "qa", numbers.paragraphs(_ANSWER), COUNTY, "county", answers="t3"
        ),
    )
    return transcript(turns, narration, people=_PEOPLE)


def turn(
    id: str,
    role: str,
    section: str,
    paragraphs: tuple[Paragraph, ...],
    speaker: str | None = None,
    person: str | None = None,
    org: str | None = None,
    answers: str | None = None,
) -> Turn:
    """A turn whose text is that of its paragraphs."""
    text = "\n".join(p.text for p in paragraphs)
    return Turn(id, role, section, text, paragraphs, speaker, person, None, org, answers)


def transcript(
    turns: tuple[Turn, ...] = (),
    narration: tuple[Paragraph, ...] = (),
    *,
    people: tuple[Person, ...] = (),
    language: str = "zh-Hans",
    kind: str = "transcript",
) -> Transcript:
    """A transcript of these turns."""
    return Transcript(
        id="hand",
        source=SourceRef("hand.txt", "0" * 64, 0, 1),
        kind=kind,
        title="昭通市水资源保护专题新闻发布会" if language != "en" else "Water briefing",
        event_date="2024-04-12",
        published_date="2024-04-12",
        publisher="昭通新闻网",
        language=language,
        people=people,
        turns=turns,
        narration=narration,
    )


def speech(*texts: str, kind: str = "transcript", language: str = "zh-Hans") -> Transcript:
    """A transcript with one speech of these paragraphs (for news: an article)."""
    paragraphs = _Numbers().paragraphs(texts)
    if kind == "news":
        return transcript((), paragraphs, kind="news", language=language)
    only = turn("t1", "spokesperson", "release", paragraphs, WATER, "water")
    return transcript((only,), people=_PEOPLE, language=language)
