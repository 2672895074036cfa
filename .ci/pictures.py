"""The first page of every shipped style as a picture: ``python .ci/pictures.py``.

From the seed page, through the PDF, 90 dots per inch, in a palette of 32 colours: some tens of
kilobytes each, the same every time.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from exporter import pipeline
from exporter.document.plan import with_first_issue
from exporter.styling.find import shipped
from exporter.styling.load import load
from exporter.writers import pdf

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_9639f3bb049e7fe2.txt"
RECORD = 3
DPI = 90
COLORS = 32


def main() -> None:
    """Writes ``styles/pictures/NAME-1.png`` for every style."""
    folder = ROOT / "styles" / "pictures"
    folder.mkdir(exist_ok=True)
    page = pipeline.read_page(SEED.name, SEED.read_bytes()).value
    transcript = pipeline.read_record(pipeline.clean_page(page).value[RECORD]).value
    briefing = pipeline.brief_record(transcript).value
    for name in shipped():
        style = load(name)
        plan = with_first_issue(style.plan, briefing.date)
        document = pipeline.compose_record(briefing, plan).value
        with pypdfium2.PdfDocument(pdf.write(document, style).value) as made:
            picture = made[0].render(scale=DPI / 72).to_pil().convert("RGB")
        flat = picture.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(folder / f"{name}-1.png", optimize=True)


if __name__ == "__main__":
    main()
