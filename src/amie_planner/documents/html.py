"""A paper as one HTML page, for those whom PDF does not serve: the same elements, said by the same blocks.

The page needs nothing else: no link, no script, no file. Sizes follow the reader's own; colours follow light and dark.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from amie_planner.documents.blocks import Block, NewPage, Picture, Text
from amie_planner.documents.cleaning import clean, plain
from amie_planner.documents.house_style import PrintStyle
from amie_planner.documents.html_furniture import Cards, Frame, Leaf, cards, drawn, leaves
from amie_planner.documents.html_style import look
from amie_planner.documents.lines import Run
from amie_planner.documents.structure import HEADINGS, Element
from amie_planner.documents.tagging import LANGUAGE
from amie_planner.documents.time_bar import TimeBar

_BLOCKS = (*HEADINGS, "P", "LI", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure")
_TAGS = {kind: kind.lower() for kind in _BLOCKS} | {"Lbl": "span", "LBody": "span"}
_LISTS = {"Decimal": "ol"}
_CELLS = ("TH", "TD")
_BOLD_ALREADY = (*HEADINGS, "TH")
_SCOPES = {"Column": "col", "Row": "row"}
_ROLES = {  # some readers drop the role where no bullet is drawn, or where a table is laid out as a list
    "L": "list", "Table": "table", "THead": "rowgroup", "TBody": "rowgroup", "TR": "row", "TD": "cell",
}  # fmt: skip
_HEADS = {"Column": "columnheader", "Row": "rowheader"}
_DOTS = 96 / 72  # of a page on screen, in a point
_ON_ITS_OWN = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def as_html(story: Sequence[Block], style: PrintStyle, title: str, footer: str) -> bytes:
    """The story as a page of HTML in UTF-8. The same story gives the same bytes."""
    head = (
        "<!DOCTYPE html>",
        f'<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_ON_ITS_OWN}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_on_one_line(title)}</title>",
        f"<style>\n{look(style)}</style>\n</head>\n<body>\n<main>",
    )
    foot = (f"</main>\n<footer><p>{as_typed(footer)}</p></footer>", "</body>\n</html>\n")
    return "\n".join((*head, *_body(story), *foot)).encode()


def as_typed(text: str) -> str:
    """A leader's words as HTML, also in an attribute. Nothing else builds any, so `<b>` and `&` are only characters."""
    return escape(plain(text)).replace("\n", "<br>")


def _on_one_line(text: str) -> str:
    return as_typed(" ".join(plain(text).split()))


def _body(story: Sequence[Block]) -> Iterator[str]:
    """The elements a line each, room for a pen where it is on paper, and what makes a card in its frame."""
    elements = dict.fromkeys(element for block in story for element in block.structure())
    stand = list(leaves(story))
    page = _Page(_borne(stand), cards(elements, stand))
    tops = {inner: top for top in elements for inner in _down(top)}
    done: set[Element] = set()
    for frame, held in groupby(stand, key=lambda leaf: _frame(leaf, elements)):
        lines = [line for leaf in held for line in page.begun(leaf.block, tops, done)]
        yield from (f'<div class="{frame.classes}">', *lines, "</div>") if frame else lines


def _down(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _down(child)


def _frame(leaf: Leaf, elements: Container[Element]) -> Frame | None:
    """The frame that is a card of its own; one in a table is a cell or a row there."""
    own = (frame for frame in leaf.frames if all(element in elements for element in frame.framed.structure()))
    return next(own, None)


@dataclass(frozen=True)
class _Bearer:
    """A block that says an element, and the classes that say how it stands."""

    block: Block
    classes: tuple[str, ...]


def _borne(stand: Iterable[Leaf]) -> dict[Element, list[_Bearer]]:
    """What says each element that is said at all."""
    borne: dict[Element, list[_Bearer]] = {}
    apart: tuple[str, ...] = ()
    for leaf in stand:
        if isinstance(leaf.block, NewPage):
            apart = ("new-page",)
        if not clean(leaf.block.words()).strip():
            continue
        for element in leaf.block.structure():
            borne.setdefault(element, []).append(_Bearer(leaf.block, (*leaf.classes, *apart)))
            apart = ()
    return borne


@dataclass(frozen=True)
class _Page:
    """Writes elements from the blocks that say them."""

    borne: Mapping[Element, Sequence[_Bearer]]
    cards: Cards

    def begun(self, block: Block, tops: Mapping[Element, Element], done: set[Element]) -> Iterator[str]:
        """The elements that the block is the first to belong to, or what it draws."""
        met = dict.fromkeys(tops[element] for element in block.structure() if element in tops)
        new = [top for top in met if top not in done]
        done.update(new)
        yield from self.all(new)
        yield from filter(None, [drawn(block)])

    def all(self, elements: Iterable[Element]) -> Iterator[str]:
        """Each element that says something, a line each."""
        return (self._one(element) for element in elements if self._is_said(element))

    def _is_said(self, element: Element) -> bool:
        """As in PDF: a paragraph without words leaves no trace; an empty cell keeps its place in the table."""
        return element in self.borne or element.kind in _CELLS or any(map(self._is_said, element.children))

    def _one(self, element: Element) -> str:
        tag = _TAGS[element.kind] if element.kind != "L" else _LISTS.get(element.numbering, "ul")
        return f"<{tag}{self._attributes(element)}>{self._inside(element)}</{tag}>"

    def _inside(self, element: Element) -> str:
        if element.children:
            between = " " if element.kind == "LI" else "\n"
            return between.join(("", *self._over(element), *self.all(element.children), "")).strip(" ")
        bearers = self.borne.get(element, ())
        if element.kind == "Figure":
            return "".join(_figure(bearer.block, element) for bearer in bearers)
        return " ".join(_words(bearer.block, element.kind in _BOLD_ALREADY) for bearer in bearers)

    def _over(self, element: Element) -> Iterator[str]:
        """What heads the column, for the eye: read aloud, the table says it."""
        if head := self.cards.over.get(element):
            yield f'<div class="over" aria-hidden="true">{self._inside(head)}</div>'

    def _head(self, element: Element) -> str:
        """What heads the column of a cell, to be shown where there is no room for columns."""
        head = self.cards.heads.get(element)
        return _on_one_line(" ".join(bearer.block.words() for bearer in self.borne.get(head, ()))) if head else ""

    def _attributes(self, element: Element) -> str:
        classes = dict.fromkeys(name for bearer in self.borne.get(element, ()) for name in bearer.classes)
        classes |= dict.fromkeys([self.cards.classes[element]] if element in self.cards.classes else ())
        said = {
            "class": " ".join(classes),
            "scope": _SCOPES.get(element.scope, ""),
            "role": _ROLES.get(element.kind) or _HEADS.get(element.scope, ""),
            "data-head": self._head(element),
        }
        return "".join(f' {name}="{value}"' for name, value in said.items() if value)


def _words(block: Block, bold_already: bool) -> str:
    runs = block.runs if isinstance(block, Text) else (Run(block.words()),)
    return "".join(_run(run, bold_already) for run in runs).strip()


def _run(run: Run, bold_already: bool) -> str:
    words = as_typed(run.text)
    return f"<strong>{words}</strong>" if run.bold and not bold_already and words.strip() else words


def _figure(block: Block, element: Element) -> str:
    """The picture with its alternative text; for a drawing the words that say the same, and the bar to scale."""
    if isinstance(block, Picture):
        held = f"data:{block.media_type};base64,{b64encode(block.content).decode()}"
        return f'<img alt="{_on_one_line(element.alt)}" width="{block.wide * _DOTS:.0f}" src="{held}">'
    bar = _bar(block) if isinstance(block, TimeBar) else ""
    return f"{bar}<figcaption>{_on_one_line(element.alt)}</figcaption>"


def _bar(bar: TimeBar) -> str:
    left = bar.planned - sum(part.minutes for part in bar.parts)
    parts = [f'<span style="flex-grow:{part.minutes}">{part.minutes}</span>' for part in bar.parts if part.minutes > 0]
    rest = [f'<span class="left" style="flex-grow:{left}"></span>'] if left > 0 else []
    return f'<div class="bar" aria-hidden="true">{"".join((*parts, *rest))}</div>'
