"""Tagged PDF (PDF/UA-1) on ReportLab, which draws pages but knows no structure.

Two rules keep it simple. A page is decoration (Artifact) unless something is tagged, so nothing can be left unmarked.
The structure is a frozen tree made with the story; drawing only adds where on the pages each leaf lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from amie_planner.documents.cleaning import plain
from amie_planner.documents.fonts import embed_fonts, faces
from amie_planner.documents.packing import packed

rl_config.useA85 = 0  # a page is bytes, not bytes spelt in letters, which take a quarter more room

LANGUAGE = "en-GB"
HEADINGS = ("H1", "H2", "H3")
_KEEP_WHEN_EMPTY = ("TH", "TD")
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, eq=False)
class Element:
    """One node of the structure: a heading, paragraph, list, table, figure or a part of one, the same only as itself.

    `title` is what the outline calls a heading, `alt` what a figure says, `scope` (Column or Row) what a table header
    heads, `numbering` (Disc, Square, Decimal) what a list's labels look like.
    """

    kind: str
    children: tuple[Element, ...] = ()
    title: str = ""
    alt: str = ""
    scope: str = ""
    numbering: str = ""


@dataclass(frozen=True)
class _Mark:
    page: int
    number: int


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
        self._page = -1
        self._marks: dict[Element, list[_Mark]] = {}
        self._on_page: list[list[Element]] = []
        self._boxes: dict[Element, tuple[float, float, float, float]] = {}

    @contextmanager
    def page(self) -> Iterator[None]:
        """One page. All that is drawn inside is decoration, except what `tagged` encloses."""
        self._page += 1
        self._on_page.append([])
        self.canvas.addLiteral("/Artifact BMC")
        yield
        self.canvas.addLiteral("EMC")
        self.canvas.showPage()

    @contextmanager
    def tagged(self, element: Element | None, box: tuple[float, float, float, float] | None = None) -> Iterator[None]:
        """What is drawn inside belongs to the element; to None, and it stays decoration.

        A figure needs its box: left, bottom, right, top in points.
        """
        if element is None:
            yield
            return
        if element.kind in HEADINGS and element not in self._marks:
            self._name_in_outline(element)
        if box is not None:
            self._boxes[element] = box
        on_page = self._on_page[self._page]
        self._marks.setdefault(element, []).append(_Mark(self._page, len(on_page)))
        self.canvas.addLiteral(f"EMC /{element.kind} <</MCID {len(on_page)}>> BDC")
        on_page.append(element)
        yield
        self.canvas.addLiteral("EMC /Artifact BMC")

    def _name_in_outline(self, element: Element) -> None:
        key = f"heading-{len(self._marks)}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(" ".join(plain(element.title).split()), key, HEADINGS.index(element.kind))

    def finish(self, structure: Sequence[Element]) -> bytes:
        """The bytes of the document, whose structure is these elements in reading order. Same drawing, same bytes.

        Raises ValueError when heading levels skip or a drawn element is not in the structure: a fault of the document.
        """
        root = Element("Document", tuple(structure))
        _refuse_skipped_headings(root)
        document = self.canvas._doc
        written = _Structure(document, self._marks, self._boxes)
        document.Reference(b"", "structure-root")
        top = written.element(root, "structure-root", "structure-0")
        if unreached := self._marks.keys() - written.names.keys():
            raise ValueError(f"Drawn but not in the structure: {sorted(element.kind for element in unreached)}")
        pages = [written.references(page) for page in self._on_page]
        self._write_catalog(document, top, pages)
        embed_fonts(document)
        document.format = partial(packed, document)
        return bytes(self.canvas.getpdfdata())

    def _write_catalog(self, document: Any, top: Any, pages: list[bytes]) -> None:
        numbers: list[Any] = []
        for number, references in enumerate(pages):
            numbers += [number, document.Reference(references, f"marked-on-{number}")]
            page = document.Pages.pages[number]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = number
            page.Tabs = pdfdoc.PDFName("S")
        tree = _dictionary(Type="StructTreeRoot", K=top, ParentTreeNextKey=len(pages))
        tree["ParentTree"] = document.Reference(_dictionary(Nums=pdfdoc.PDFArray(numbers)), "parent-tree")
        document.idToObject["structure-root"] = tree
        metadata = _METADATA.format(title=escape(self._title), language=LANGUAGE)
        catalog = document.Catalog
        catalog.StructTreeRoot = pdfdoc.PDFObjectReference("structure-root")
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.PDFStream(_dictionary(Type="Metadata", Subtype="XML"), metadata.encode())
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.canvas.setTitle(self._title)
        self.canvas.setAuthor("")
        self.canvas.setSubject("")
        self.canvas.setCreator("AMIE Planner")


class _Structure:
    """Writes the tree of elements into the document, parents first, and remembers what each is called there."""

    def __init__(self, document: Any, marks: dict[Element, list[_Mark]], boxes: dict[Element, Any]) -> None:
        self._document = document
        self._marks = marks
        self._boxes = boxes
        self.names: dict[Element, str] = {}

    def element(self, element: Element, parent: str, name: str) -> Any:
        self.names[element] = name
        reference = self._document.Reference(b"", name)
        drawn = filter(self._is_drawn, element.children)
        kids = [self._number(self.element(child, name, f"structure-{len(self.names)}").name) for child in drawn]
        held = [*(b"%d 0 R" % kid for kid in kids), *(self._place(mark) for mark in self._marks.get(element, ()))]
        entries = [
            b"/Type /StructElem /S /%b /P %d 0 R /K [%b]"
            % (element.kind.encode(), self._number(parent), b" ".join(held)),
            *self._said(b"/T ", element.title),
            *self._said(b"/Alt ", element.alt),
            *self._attributes(element),
        ]
        self._document.idToObject[name] = b"<< %b >>" % b" ".join(entries)
        return reference

    def references(self, elements: Sequence[Element]) -> bytes:
        """The elements as a list of what they are called there."""
        return b"[%b]" % b" ".join(b"%d 0 R" % self._number(self.names[element]) for element in elements)

    def _number(self, name: str) -> int:
        number, _ = self._document.idToObjectNumberAndVersion[name]
        return int(number)

    def _said(self, key: bytes, text: str) -> Iterator[bytes]:
        if text:
            yield key + pdfdoc.PDFString(plain(text)).format(self._document)

    def _is_drawn(self, element: Element) -> bool:
        """A paragraph without words leaves no trace; an empty cell keeps its place in the table."""
        return element in self._marks or element.kind in _KEEP_WHEN_EMPTY or any(map(self._is_drawn, element.children))

    def _place(self, mark: _Mark) -> bytes:
        return b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (self._number(f"Page{mark.page + 1}"), mark.number)

    def _attributes(self, element: Element) -> Iterator[bytes]:
        if element in self._boxes:
            box = b" ".join(b"%.2f" % point for point in self._boxes[element])
            yield b"/A << /O /Layout /Placement /Block /BBox [%b] >>" % box
        elif element.scope:
            yield b"/A << /O /Table /Scope /%b >>" % element.scope.encode()
        elif element.numbering:
            yield b"/A << /O /List /ListNumbering /%b >>" % element.numbering.encode()


def _dictionary(**entries: Any) -> Any:
    """A PDF dictionary; words become names."""
    return pdfdoc.PDFDictionary({key: pdfdoc.PDFName(of) if isinstance(of, str) else of for key, of in entries.items()})


def _refuse_skipped_headings(root: Element) -> None:
    level = 0
    for kind in _kinds(root):
        if kind in HEADINGS:
            if HEADINGS.index(kind) > level:
                raise ValueError(f"{kind} does not follow a heading one level above it")
            level = HEADINGS.index(kind) + 1


def _kinds(element: Element) -> Iterator[str]:
    yield element.kind
    for child in element.children:
        yield from _kinds(child)
