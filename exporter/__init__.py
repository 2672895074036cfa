"""Scraped press-conference pages to printable briefings. The whole program is one sentence:

    raw page --clean--> clean text --parse--> transcript --brief--> briefing
             --compose--> document --write--> file

Each noun is a module of frozen data, each verb a pure function; `exporter.pipeline` puts them in a
row.
"""

from __future__ import annotations

__version__ = "0.1.0"
