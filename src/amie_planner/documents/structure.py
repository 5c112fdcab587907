"""The structure of a tagged PDF as objects of the file: each element, where it lies on the pages, and the way back.

A mark is where part of an element was drawn: the index of its page, and its number there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from amie_planner.documents.cleaning import plain

HEADINGS = ("H1", "H2", "H3")
_KEEP_WHEN_EMPTY = ("Document", "TH", "TD")

Mark = tuple[int, int]
Box = tuple[float, float, float, float]


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
class Drawn:
    """What was drawn of which element: its marks, on each page the elements by mark, and the boxes of figures."""

    marks: Mapping[Element, Sequence[Mark]]
    on_page: Sequence[Sequence[Element]]
    boxes: Mapping[Element, Box]


def structure_objects(
    root: Element, drawn: Drawn, pages: Sequence[int], own: int, first: int
) -> Iterator[tuple[int, bytes]]:
    """The objects of the tree, with their numbers: `own` is the tree's, `first` that of its first element.

    `pages` are the numbers of the pages' objects. Raises ValueError when a drawn element is not in the tree.
    """
    tree = _Tree(drawn, pages, first)
    top = tree.add(root, own)
    if lost := drawn.marks.keys() - tree.numbers.keys():
        raise ValueError(f"Drawn but not in the structure: {sorted(element.kind for element in lost)}")
    yield from enumerate(tree.objects, start=first)
    back = first + len(tree.objects)
    on_pages = (_references(tree.numbers[element] for element in elements) for elements in drawn.on_page)
    yield back, f"<< /Nums [{' '.join(f'{at} [{on_page}]' for at, on_page in enumerate(on_pages))}] >>".encode()
    root_entries = f"/K {top} 0 R /ParentTree {back} 0 R /ParentTreeNextKey {len(pages)}"
    yield own, f"<< /Type /StructTreeRoot {root_entries} >>".encode()


def text_string(words: str) -> str:
    """Words as a text string of PDF (7.9.2.2)."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


class _Tree:
    """The elements as objects, each before its children."""

    def __init__(self, drawn: Drawn, pages: Sequence[int], first: int) -> None:
        self._drawn = drawn
        self._pages = pages
        self._first = first
        self.objects: list[bytes] = []
        self.numbers: dict[Element, int] = {}

    def add(self, element: Element, above: int) -> int | None:
        """The number of the element's object; None where nothing of it was drawn, which leaves no trace."""
        number = self._first + len(self.objects)
        self.objects.append(b"")
        kids = [kid for child in element.children if (kid := self.add(child, number))]
        marks = self._drawn.marks.get(element, ())
        if not kids and not marks and element.kind not in _KEEP_WHEN_EMPTY:
            self.objects.pop()
            return None
        self.numbers[element] = number
        entries = f"/S /{element.kind} /P {above} 0 R {self._held(kids, marks)}{self._told(element)}"
        self.objects[number - self._first] = f"<< /Type /StructElem {entries} >>".encode()
        return number

    def _held(self, kids: Sequence[int], marks: Sequence[Mark]) -> str:
        """What the element holds: elements, then marks; those on the page it begins on by their number alone."""
        if not marks:
            return f"/K [{_references(kids)}]"
        begins = marks[0][0]
        places = " ".join(str(mark) if page == begins else self._elsewhere(page, mark) for page, mark in marks)
        return f"/Pg {self._pages[begins]} 0 R /K [{_references(kids)} {places}]"

    def _elsewhere(self, page: int, mark: int) -> str:
        return f"<< /Type /MCR /Pg {self._pages[page]} 0 R /MCID {mark} >>"

    def _told(self, element: Element) -> str:
        told = ""
        if element.title:
            told += f" /T {text_string(plain(element.title))}"
        if element.alt:
            told += f" /Alt {text_string(plain(element.alt))}"
        if box := self._drawn.boxes.get(element):
            sides = " ".join(f"{side:.2f}" for side in box)
            told += f" /A << /O /Layout /Placement /Block /BBox [{sides}] >>"
        elif element.scope:
            told += f" /A << /O /Table /Scope /{element.scope} >>"
        elif element.numbering:
            told += f" /A << /O /List /ListNumbering /{element.numbering} >>"
        return told


def _references(numbers: Iterator[int] | Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def refuse_skipped_headings(root: Element) -> None:
    """Raises ValueError when a heading does not follow one at most one level above it."""
    level = 0
    for heading in _headings(root):
        if HEADINGS.index(heading) > level:
            raise ValueError(f"{heading} does not follow a heading one level above it")
        level = HEADINGS.index(heading) + 1


def _headings(element: Element) -> Iterator[str]:
    if element.kind in HEADINGS:
        yield element.kind
    for child in element.children:
        yield from _headings(child)
