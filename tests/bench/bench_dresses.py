"""How each dress of labels is read: boundary F1 and speakers, over the invented talks.

``python -m tests.bench.bench_dresses [PART OF A DRESS ...]``. The worst come last. `wrong`
counts turns under another's name, of which there should be none.
"""

from __future__ import annotations

import sys

from tests.transcript.dresses import DRESSES, LABELLERS, over_all


def main(parts: list[str]) -> None:
    """Prints a line for each dress whose form holds one of `parts`, or for all."""
    names = [name for name in DRESSES if not parts or any(part in name for part in parts)]
    found = {name: over_all(name, LABELLERS.values()) for name in names}
    for name, score in sorted(found.items(), key=lambda item: -item[1].f1):
        print(
            f"boundary F1 {score.f1:.3f}  speaker {score.speaker:.3f}  wrong {score.wrong}  "
            f"turns {score.found} of {score.asked}  {name}"
        )
    good = sum(score.f1 >= 0.99 for score in found.values())
    print(f"{good} of {len(found)} dresses at .99 or more")


if __name__ == "__main__":
    main(sys.argv[1:])
