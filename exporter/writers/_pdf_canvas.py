"""reportlab's canvas, holding our document and painting nothing of its own accord.

The stock canvas declares an unembedded Helvetica on each page; here a page has just what is
painted.
"""

from __future__ import annotations

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from exporter.writers._pdf_file import ArchiveDocument, RawObject, stream_bytes


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab is not typed
    """A canvas of pages of one size. `annotations` are the object numbers of this page's,
    `pictures` those of its pictures by name.
    """

    def __init__(self, width: float, height: float) -> None:
        super().__init__("", pagesize=(width, height), pageCompression=1, invariant=1)
        self.document = self._doc = ArchiveDocument()
        self.annotations: list[int] = []
        self.pictures: dict[str, int] = {}
        fonts = self.document.number(self.document.idToObject["BasicFonts"])
        self._fonts_alone = RawObject(b"<</Font %d 0 R>>" % fonts)

    @property
    def content(self) -> list[str]:
        """The current page's operators: what `addLiteral` adds to."""
        code: list[str] = self._code
        return code

    def _make_preamble(self) -> None:
        self._preamble = ""

    def showPage(self) -> None:
        """Ends the page; its operators are compressed at once, so that memory doesn't hold them."""
        super().showPage()
        page = self.document.Pages.pages[-1]
        page.Contents = RawObject(stream_bytes("", page.stream.encode("ascii")))
        page.stream = None
        page.MediaBox = RawObject(b"[0 0 %.2f %.2f]" % self._pagesize)
        if self.pictures:
            named = "".join(f"/{name} {number} 0 R" for name, number in self.pictures.items())
            page.XObjects = RawObject(f"<<{named}>>".encode("ascii"))
            self.pictures = {}
        elif not (page.XObjects or page.ExtGState or page._colorsUsed or page._shadingUsed):
            page.Resources = self._fonts_alone

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:
        """Also gives the page its key in the parent tree and its order of tabbing."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.document.Pages.pages)
        page.Tabs = "/S"
        if self.annotations:
            listed = " ".join(f"{number} 0 R" for number in self.annotations)
            page.Annots = RawObject(f"[{listed}]".encode("ascii"))
        self.annotations = []
