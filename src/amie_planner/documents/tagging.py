"""Tagged PDF (PDF/UA-1) on ReportLab, which draws pages but knows no structure.

Two rules keep it simple. A page is decoration (Artifact) unless something is tagged, so nothing can be left unmarked.
The structure is a frozen tree made with the story; drawing only adds where on the pages each leaf lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from amie_planner.documents.cleaning import plain
from amie_planner.documents.fonts import embed_fonts, faces
from amie_planner.documents.outline import Heading, outline_objects
from amie_planner.documents.packing import packed
from amie_planner.documents.structure import (
    HEADINGS,
    Box,
    Drawn,
    Element,
    Mark,
    refuse_skipped_headings,
    structure_objects,
)

rl_config.useA85 = 0  # a page is bytes, not bytes spelt in letters, which take a quarter more room

LANGUAGE = "en-GB"
_DECORATION, _END = "/Artifact BMC", "EMC"
_STRUCTURE, _OUTLINE = "structure", "outline"
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class TaggedPdf:
    """A PDF being drawn: pages of marked content first, then the structure that the marks belong to."""

    def __init__(self, title: str, page_size: tuple[float, float]) -> None:
        self.canvas = Canvas(
            BytesIO(),
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=faces(False)[0].registered_name(),
            lang=LANGUAGE,
        )
        self._title = " ".join(plain(title).split())
        self._marks: dict[Element, list[Mark]] = {}
        self._on_page: list[list[Element]] = []
        self._boxes: dict[Element, Box] = {}
        self._headings: list[Heading] = []

    @contextmanager
    def page(self) -> Iterator[None]:
        """One page. All that is drawn inside is decoration, except what `tagged` encloses."""
        self._on_page.append([])
        self.canvas.addLiteral(_DECORATION)
        yield
        self._end_decoration()
        self.canvas.showPage()

    @contextmanager
    def tagged(self, element: Element | None, box: Box | None = None) -> Iterator[None]:
        """What is drawn inside belongs to the element; to None, and it stays decoration.

        A figure needs its box: left, bottom, right, top in points.
        """
        if element is None:
            yield
            return
        page, on_page = len(self._on_page) - 1, self._on_page[-1]
        if element.kind in HEADINGS and element not in self._marks:
            words = " ".join(plain(element.title).split())
            self._headings.append(Heading(HEADINGS.index(element.kind), words, page))
        if box is not None:
            self._boxes[element] = box
        self._marks.setdefault(element, []).append((page, len(on_page)))
        self._end_decoration()
        self.canvas.addLiteral(f"/{element.kind} <</MCID {len(on_page)}>> BDC")
        on_page.append(element)
        yield
        self.canvas.addLiteral(_END)
        self.canvas.addLiteral(_DECORATION)

    def _end_decoration(self) -> None:
        """Decoration in which nothing was drawn leaves no trace."""
        code = self.canvas._code
        if code[-1] == _DECORATION:
            code.pop()
        else:
            code.append(_END)

    def finish(self, structure: Sequence[Element]) -> bytes:
        """The bytes of the document, whose structure is these elements in reading order. Same drawing, same bytes.

        Raises ValueError when heading levels skip or a drawn element is not in the structure: a fault of the document.
        """
        root = Element("Document", tuple(structure))
        refuse_skipped_headings(root)
        self._say_what_it_is()
        embed_fonts(self.canvas._doc)
        self.canvas._doc.format = partial(self._packed, root)
        return bytes(self.canvas.getpdfdata())

    def _say_what_it_is(self) -> None:
        document = self.canvas._doc
        for number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = number
            page.Tabs = pdfdoc.PDFName("S")
        metadata = _METADATA.format(title=escape(self._title), language=LANGUAGE)
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        document.Catalog.Metadata = pdfdoc.PDFStream(_dictionary(Type="Metadata", Subtype="XML"), metadata.encode())
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.canvas.setTitle(self._title)
        self.canvas.setAuthor("")
        self.canvas.setSubject("")
        self.canvas.setCreator("AMIE Planner")

    def _packed(self, root: Element) -> bytes:
        """The file, with the objects of outline and structure after those that ReportLab knows."""
        document = self.canvas._doc
        document.Catalog.StructTreeRoot = document.Reference(b"", _STRUCTURE)
        document.Catalog.Outlines = document.Reference(b"", _OUTLINE)
        drawn = Drawn(self._marks, self._on_page, self._boxes)

        def number(name: str) -> int:
            return int(document.idToObjectNumberAndVersion[name][0])

        def added(first: int) -> Iterator[tuple[int, bytes]]:
            pages = [number(f"Page{at}") for at in range(1, len(self._on_page) + 1)]
            yield from outline_objects(self._headings, pages, number(_OUTLINE), first)
            yield from structure_objects(root, drawn, pages, number(_STRUCTURE), first + len(self._headings))

        return packed(document, added)


def _dictionary(**entries: Any) -> Any:
    """A PDF dictionary; words become names."""
    return pdfdoc.PDFDictionary({key: pdfdoc.PDFName(of) if isinstance(of, str) else of for key, of in entries.items()})
