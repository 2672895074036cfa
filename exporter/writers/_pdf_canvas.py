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
        self._fonts = self.document.number(self.document.idToObject["BasicFonts"])

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
        if self.pictures:
            named = "".join(f"/{name} {number} 0 R" for name, number in self.pictures.items())
            page.XObjects = RawObject(f"<<{named}>>".encode("ascii"))
            self.pictures = {}
        elif not (page.XObjects or page.ExtGState or page._colorsUsed or page._shadingUsed):
            self._write_plain(page)

    def _write_plain(self, page: pdfdoc.PDFPage) -> None:
        """Writes down a page that uses nothing but fonts, faster than reportlab does."""
        document = self.document
        annotations = b"/Annots" + page.Annots.data if page.Annots else b""
        document.fill(
            document.number(page),
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font %d 0 R>>"
            b"/Contents %d 0 R/StructParents %d/Tabs/S%s>>"
            % (
                document.number(document.Pages),
                *self._pagesize,
                self._fonts,
                document.add_stream(page.Contents.data),
                page.StructParents,
                annotations,
            ),
        )

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:
        """Also gives the page its key in the parent tree and its order of tabbing."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.document.Pages.pages)
        page.Tabs = "/S"
        if self.annotations:
            listed = " ".join(f"{number} 0 R" for number in self.annotations)
            page.Annots = RawObject(f"[{listed}]".encode("ascii"))
        self.annotations = []
