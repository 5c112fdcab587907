"""Reads a paper's HTML page as a browser would: the same nodes as `reading.structure` finds in its PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.documents.reading import Node

from amie_planner.documents.cleaning import clean

_KINDS = {"ul": "L", "ol": "L", "li": "LI", "main": "Document", "figure": "Figure", "thead": "THead", "tbody": "TBody"}
_KINDS |= {tag: tag.upper() for tag in ("h1", "h2", "h3", "p", "tr", "th", "td")} | {"table": "Table"}
_SCOPES = {"col": "Column", "row": "Row"}
_VOID = ("meta", "br", "img")


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    said: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    alt: str = ""


class _Reader(HTMLParser):
    """Keeps what is open. Whatever is not closed where it should be is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Open("", {})]
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.found: dict[str, Node] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag == "img":
            self.open[-1].alt = attributes["alt"]
        if tag == "br":
            self.open[-1].said.append(" ")
        if tag not in _VOID:
            self.open.append(_Open(tag, attributes))

    def handle_data(self, data: str) -> None:
        self.open[-1].said.append(data)

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"
        around = self.open[-1]
        said = " ".join(clean("".join(closed.said)).split())
        if tag == "div":
            around.children += closed.children
        elif tag == "strong":
            around.said += closed.said
        elif tag == "figcaption":
            around.alt = said
        elif tag == "span" and around.tag == "li":
            around.children.append(Node("LBody" if around.children else "Lbl", said, (), "", {}))
        elif tag in _KINDS:
            attributes = {"Scope": _SCOPES[closed.attributes["scope"]]} if "scope" in closed.attributes else {}
            node = Node(_KINDS[tag], said, tuple(closed.children), closed.alt, attributes)
            around.children.append(node)
        if tag in ("main", "title", "footer"):
            self.found[tag] = Node(tag, said, tuple(closed.children), "", {})


def read(page: bytes) -> _Reader:
    """The page read to its end, everything closed."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert [opened.tag for opened in reader.open] == [""]
    return reader


def structure(page: bytes) -> Node:
    """What the page says, as the document element."""
    return document(read(page))


def document(page: _Reader) -> Node:
    """The same of a page that is read already."""
    main = page.found["main"]
    return Node("Document", main.words, main.children, "", {})


def outlined(node: Node) -> list[tuple[str, str, str, str]]:
    """Kind, words without white space, alternative text and scope of each node in reading order.

    The words inside a figure are left out: a drawing shows them as it has room, and its alternative text says them.
    """
    return [
        (
            one.kind,
            _squeezed(one.words) if one.kind != "Figure" else "",
            _squeezed(one.alt),
            one.attributes.get("Scope"),
        )
        for one in node.all()
    ]


def _squeezed(text: str) -> str:
    return "".join(clean(text).split())
