"""A man and a woman of one surname, whom an English page tells apart by their honorifics alone."""

from __future__ import annotations

from collections import defaultdict

from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

# Mr. Hale and Mrs. Hale are two
_HE = frozenset(("mr", "sir"))
_SHE = frozenset(("mrs", "ms", "miss", "dame", "madam"))


def two_of_one_surname(labels: list[Label]) -> list[Label]:
    """The labels, those of a man and a woman of whom the page tells the same surname and no more
    by the honorifics that they are printed with."""
    called: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        said = label.reading
        if said.honorific and " " not in said.name:
            called[said.name].add(said.honorific.strip(".").casefold())
    both = {name for name, forms in called.items() if forms & _HE and forms & _SHE}
    return [
        label._replace(reading=said._replace(name=f"{_as_printed(said)} {said.name}"))
        if (said := label.reading).name in both and said.honorific
        else label
        for label in labels
    ]


def _as_printed(said: Reading) -> str:
    """The honorific of a label in capitals where its name is."""
    honorific = said.honorific or ""
    return honorific if said.name.isupper() else honorific.title()
