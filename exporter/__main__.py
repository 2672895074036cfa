"""``python -m exporter``, and the console script: a stop while the command line is still being
imported ends like one after it, without a traceback.
"""

from __future__ import annotations

import sys

STOPPED = 130


def main() -> None:
    """Runs the command line."""
    try:
        from exporter.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()
