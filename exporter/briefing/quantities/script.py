"""Facts of a page in Traditional script, which the rules read in Simplified, as it is printed."""

from __future__ import annotations

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.normal import as_printed, fold, printed
from exporter.transcript.model import Paragraph, Transcript

_DERIVED = dict(zip(map(ord, "数时户额长员"), "數時戶額長員", strict=True))
"""Of words that a name is made with and that the page may not have (出境人數, 用時)."""
_LEAST = 2


def script_of(transcript: Transcript) -> dict[int, str]:
    """The way back to the characters of a record in Traditional script; empty for others."""
    return printed("\n".join(paragraph.text for paragraph in transcript.paragraphs()))


def restored(facts: list[Fact], paragraph: Paragraph, whole: dict[int, str]) -> list[Fact]:
    """The paragraph's facts in its own script; `whole` is the record's: a period that is carried
    on (首六個月) may have characters that the paragraph has not."""
    others = {code: own for code, own in whole.items() if chr(code) not in paragraph.text}
    back = _DERIVED | others | printed(paragraph.text)
    folded = fold(paragraph.text)
    return [_in_script(fact, folded, paragraph.text, back) for fact in facts]


def _in_script(fact: Fact, folded: str, original: str, back: dict[int, str]) -> Fact:
    quantity = fact.quantity

    def own(words: str | None) -> str | None:
        return _own(words, folded, original, back) if words else words

    return msgspec.structs.replace(
        fact,
        quantity=msgspec.structs.replace(
            quantity,
            unit=own(quantity.unit),
            classifier=own(quantity.classifier),
            approx=own(quantity.approx),
        ),
        indicator=own(fact.indicator),
        entity=own(fact.entity),
        period=own(fact.period),
        comparison_base=own(fact.comparison_base),
    )


def _own(words: str, folded: str, original: str, back: dict[int, str]) -> str:
    """The words in the characters of the place where they stand, piece by piece (台 is 臺 in
    新臺幣 and 颱 in 颱風), or else those that each was read from first."""
    out: list[str] = []
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(len(words) - at, _LEAST - 1, -1) if words[at : at + n] in folded), 0
        )
        if size:
            found = folded.find(words[at : at + size])
            out.append(as_printed(words[at : at + size], original[found : found + size]))
        else:
            out.append(words[at].translate(back))
        at += size or 1
    return "".join(out)
