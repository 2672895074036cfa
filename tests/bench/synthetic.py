"""A synthetic archive: pages made from the seeds by varying places, names, numbers and dates.

Deterministic in the page's number, any size.
``python -m tests.bench.synthetic FOLDER COUNT`` writes one.
"""

from __future__ import annotations

import random
import re
import sys
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FOOTER = re.compile(r"\n[^\n]{2,20}\n\n(\d{4}-\d{2}-\d{2})\n\n\d+\n?")
PLACES = ("昭通", "临江", "安岭", "望山", "河阳", "青石", "云州", "白沙", "龙泉", "平湖")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "文明志强建国晓燕丽华海涛雪梅俊杰思远佳宁立新春生"
NAMES = ("张正洪", "柯恺", "铁豪娜", "杨凌波", "罗雪飞", "宗霞", "孔令影", "夏维勇", "高屹")


@cache
def bodies() -> tuple[str, ...]:
    """The records of the seeds that have a body, each with its footer."""
    text = (SEEDS / "000_9639f3bb049e7fe2.txt").read_text("utf-8")
    records, at = [], text.index("7月29日")
    for footer in FOOTER.finditer(text):
        if footer.start() - at > 200:
            records.append(text[at : footer.end()])
        at = footer.end()
    return (*records, (SEEDS / "004_589898bb6b70e58a.txt").read_text("utf-8"))


def page(number: int) -> str:
    """Page `number` of the archive: one record, its words changed as a seeded generator says."""
    choice = random.Random(number)
    text = bodies()[number % len(bodies())]
    for name in NAMES:
        text = text.replace(name, choice.choice(SURNAMES) + "".join(choice.choices(GIVEN, k=2)))
    text = text.replace("昭通", choice.choice(PLACES))
    text = re.sub(r"\d\.\d", lambda m: f"{choice.randint(0, 9)}.{choice.randint(1, 9)}", text)
    day = f"{choice.randint(2019, 2025)}-{choice.randint(1, 12):02}-{choice.randint(1, 28):02}"
    return re.sub(r"\d{4}-\d{2}-\d{2}(?=\n)", day, text)


def write(folder: Path, count: int) -> None:
    """An archive of `count` pages, a thousand to a folder."""
    for number in range(count):
        path = folder / f"{number // 1000:04}" / f"{number:08}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(number), "utf-8", newline="")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
