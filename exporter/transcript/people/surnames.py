"""Chinese surnames, single and compound, and the words that only look like a name.

The lists (``words.toml``) lean towards too many surnames, because a name is believed only where an
office, a label or an honorific stands beside it.
"""

from __future__ import annotations

from exporter.transcript.lexicon import words

SINGLE = frozenset("".join(words("surnames", "single")))
COMPOUND = frozenset(words("surnames", "compound"))
NOT_NAMES = frozenset(words("surnames", "not_names"))
