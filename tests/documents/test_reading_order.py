"""The whole matrix is read in one order: that of its blocks, of the tree, of the file, and of PDFium's three readings.

A sample is in every run, the whole with -m on_demand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.documents.matrix import (
    CASES,
    REST,
    SAMPLE,
    Case,
    Piece,
    each,
    pieces,
    read_by_tree,
    said_by_blocks,
    said_by_tree,
    squeezed,
)
from tests.documents.reading import words_of

PLAIN = tuple(case for case in CASES if case.plan != "hostile")
"""PDFium guesses again, line by line, which way text runs, and so misorders lines that run both ways."""


def _in_order(case: Case) -> None:
    """Tree and blocks say the same in the same order, and what the tree says lies in that order on each page.

    Columns that go on to other pages do so beside their neighbours; but for the longest, all begins in order too.
    """
    assert said_by_tree(case.pdf()) == said_by_blocks(case.sheet())
    read = read_by_tree(case.pdf())
    places = [piece.place for own in read for piece in own]
    assert sorted(places, key=lambda place: place[0]) == sorted(places)
    assert len(pieces(case.pdf())) == len(places)
    for own in read:
        assert own == sorted(own, key=lambda piece: piece.place)
    if case in PLAIN:
        begins = [own[0].place for own in read]
        assert [one for one, following in pairwise(begins) if one >= following] == []


@each(SAMPLE)
def test_a_sample_is_read_in_the_order_of_its_blocks(case: Case) -> None:
    _in_order(case)


@pytest.mark.on_demand
@each(REST)
def test_the_rest_is_read_in_the_order_of_its_blocks(case: Case) -> None:
    _in_order(case)


def _by_page(pdf: bytes) -> Iterator[tuple[Any, list[Piece]]]:
    """Each page as PDFium opens it, with what is marked there in the order of the file."""
    held = defaultdict(list)
    for piece in pieces(pdf):
        held[piece.place[0]].append(piece)
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        yield page, held[number]


def _marks(page: Any) -> list[int]:
    """The numbers of the marked content of a page, in the order of the structure that PDFium finds."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    tops = range(pdfium.FPDF_StructTree_CountChildren(tree))
    found = [mark for at in tops for mark in _marks_in(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))]
    pdfium.FPDF_StructTree_Close(tree)
    return found


def _marks_in(element: Any) -> Iterator[int]:
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if mark >= 0:
            yield mark
        elif child := pdfium.FPDF_StructElement_GetChildAtIndex(element, at):
            yield from _marks_in(child)


def _not_found(words: list[str], page: Any) -> list[str]:
    """What is not, one after another, in the text that PDFium reads from a page as a whole."""
    text, at, missing = squeezed(page.get_textpage().get_text_range()), 0, []
    for one in map(squeezed, words):
        found = text.find(one, at)
        if found < 0:
            missing.append(one)
        else:
            at = found + len(one)
    return missing


def _by_mark(page: Any) -> dict[int, str]:
    """The words of each piece of marked content of a page, as PDFium reads them."""
    text, words = page.get_textpage(), defaultdict(str)
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        words[pdfium.FPDFPageObj_GetMarkedContentID(drawn)] += words_of(drawn, text)
    return words


def _read_by_pdfium(pdf: bytes) -> None:
    for page, own in _by_page(pdf):
        by_mark = _by_mark(page)
        assert _marks(page) == [piece.place[1] for piece in own]
        assert [squeezed(by_mark[piece.place[1]]) for piece in own] == [squeezed(piece.words) for piece in own]
        assert _not_found([piece.words for piece in own if piece.kind != "Figure"], page) == []


@each([case for case in SAMPLE if case.plan == "large"])
def test_pdfium_reads_a_sample_in_the_order_of_the_tree(case: Case) -> None:
    _read_by_pdfium(case.pdf())


@pytest.mark.on_demand
@each(PLAIN)
def test_pdfium_reads_every_paper_in_the_order_of_the_tree(case: Case) -> None:
    _read_by_pdfium(case.pdf())


@pytest.mark.on_demand
@each([case for case in CASES if case not in PLAIN])
def test_pdfium_finds_the_structure_of_hostile_papers_in_the_order_of_the_file(case: Case) -> None:
    for page, own in _by_page(case.pdf()):
        assert _marks(page) == [piece.place[1] for piece in own]


def test_words_in_another_order_are_missed_by_pdfium() -> None:
    page, own = next(_by_page(SAMPLE[0].pdf()))
    said = [piece.words for piece in own if piece.kind != "Figure"]
    assert _not_found(said, page) == []
    assert _not_found(said[::-1], page) != []
