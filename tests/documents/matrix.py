"""Every paper of every plan in every style that it allows, and what its pages say when they are read code by code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from tests.documents.papers import TEAM, empty, hostile, space_sounds
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_series

from amie_planner import checks
from amie_planner.documents import DOCUMENTS, Document, Names, PrintStyle, Sheet
from amie_planner.documents.bidi import mirrored
from amie_planner.documents.blocks import Block, Text
from amie_planner.documents.cleaning import clean
from amie_planner.documents.term_overview import TERM_OVERVIEW, Term
from amie_planner.domain.plan import Plan, Series
from amie_planner.exchange.plan_file import read


@cache
def large() -> Plan:
    """40 activities and as many adaptations, for 30 people with 60 requirements."""
    people = [
        {
            "id": f"p{n}",
            "alias": f"Alias{n}",
            "strengths": f"Strength {n}",
            "likes": [f"Liked {n}", f"Loved {n}"],
            "what_helps": f"Help {n}",
            "requirements": [
                {
                    "id": f"r{n}-{at}",
                    "barrier": "feeling-safe",
                    "words": f"Words {n}.{at}",
                    "change": f"Change {n}.{at}",
                }
                for at in range(2)
            ],
        }
        for n in range(30)
    ]
    activities = [
        {
            "id": f"a{n}",
            "kind": ("play", "create", "sing")[n % 3],
            "title": f"Activity {n}",
            "aim": f"Aim {n} " * 5,
            "instructions": f"Instructions of {n}. " * 12,
            "kit": [f"Kit {n}"],
            "minutes": n % 7,
            "leads": ["t1"],
            "skip": n % 10 == 9,
        }
        for n in range(40)
    ]
    adaptations = [
        {
            "id": f"d{n}",
            "activities": [f"a{n}"],
            "requirements": [f"r{n % 30}-0"],
            "what": f"What {n}",
            "who": "t1",
            "kit": [f"Lamp {n}"],
            "fallback": f"Fallback {n}",
        }
        for n in range(40)
    ]
    session = {"id": "now", "title": "Today", "date": "2026-09-08", "start": "09:00", "minutes": 240}
    return a_series(
        sessions=[session | {"activities": activities, "adaptations": adaptations}], people=people, team=TEAM
    ).plan("now")


PLANS: dict[str, Callable[[], Plan]] = {"small": space_sounds, "empty": empty, "large": large, "hostile": hostile}


def _series(plan: str) -> Series:
    """A programme of which the plan is the one session; for the small one the whole example."""
    if plan == "small":
        return read(SPACE_SOUNDS.read_bytes())
    return Series.of(_records(PLANS[plan]()))


def _records(plan: Plan) -> Iterator[Any]:
    yield from (plan.programme, *plan.pictures, *plan.team, *plan.people, *plan.requirements, *plan.voice)
    yield from (*plan.observations, *plan.replies, *plan.held)


@dataclass(frozen=True)
class Case:
    """One paper to make."""

    document: Any
    plan: str
    style: PrintStyle

    @property
    def id(self) -> str:
        """What to call it, also as a file."""
        return f"{self.document.id}-{self.plan}-{self.style.id}"

    @cache  # noqa: B019 - the cases are made once and live as long as the tests
    def sheet(self) -> Sheet:
        """The paper composed by its first rule for names; over a term by alias, with a row for each person."""
        if isinstance(self.document, Document):
            plan = PLANS[self.plan]()
            return self.document.sheet(plan, checks.run(plan), style=self.style)
        term = Term.over(_series(self.plan), None, None)
        return TERM_OVERVIEW.sheet(term, checks.run_series(term, None, None), Names.ALIAS, style=self.style)

    @cache  # noqa: B019
    def pdf(self) -> bytes:
        """The finished file."""
        return self.sheet().pdf()


CASES = tuple(
    Case(document, plan, style)
    for document in (*DOCUMENTS, TERM_OVERVIEW)
    for plan in PLANS
    for style in document.styles
)
SAMPLE = tuple(case for case in CASES if case.plan in ("small", "large") and case.style == case.document.styles[0])
REST = tuple(case for case in CASES if case not in SAMPLE)


def each(cases: Iterable[Case]) -> Any:
    """A test of each of these papers."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases])


def squeezed(text: str) -> str:
    """The text without white space, which lines break at."""
    return "".join(text.split())


def said_by_blocks(sheet: Sheet) -> str:
    """What the blocks of a paper say in reading order, as it can be printed, without white space."""
    return squeezed("".join(clean(one.words()) for one in _walk(sheet.blocks) if isinstance(one, Text) and one.element))


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.inside())


@dataclass(frozen=True)
class Piece:
    """What one piece of marked content is, where it stands (page and number there), and what it says."""

    kind: str
    place: tuple[int, int]
    words: str


def pieces(pdf: bytes) -> list[Piece]:
    """The marked content of a PDF in the order of the file, each code read through its map, backwards where so marked.

    PDFium guesses again, line by line, which way text runs, and so misorders lines that run both ways.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [piece for number, page in enumerate(opened.pages) for piece in _pieces(page, number)]


def _pieces(page: Any, number: int) -> Iterator[Piece]:
    fonts = {name: _map(font) for name, font in page.Resources.get("/Font", {}).items()}
    own: dict[bytes, str] = {}
    marks: list[tuple[str, int, list[str]]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                own = fonts[operands[0]]
            case "Tj":
                text = _said(bytes(operands[0]), own)
                marks[-1][2].append(
                    "".join(map(mirrored, reversed(text))) if marks[-1][0] == "/ReversedChars" else text
                )
            case "BMC":
                marks.append((str(operands[0]), -1, []))
            case "BDC":
                marks.append((str(operands[0]), int(operands[1].MCID), []))
            case "EMC":
                kind, mark, said = marks.pop()
                if kind == "/ReversedChars":
                    marks[-1][2].extend(said)
                elif mark >= 0:
                    yield Piece(kind[1:], (number, mark), "".join(said))


def _map(font: Any) -> dict[bytes, str]:
    lines = re.findall("^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>$", font.ToUnicode.read_bytes().decode(), re.MULTILINE)
    return {bytes.fromhex(code): bytes.fromhex(text).decode("utf-16-be") for code, text in lines if len(text) >= 4}


def _said(codes: bytes, own: dict[bytes, str]) -> str:
    wide = max(map(len, own))
    return "".join(own[codes[at : at + wide]] for at in range(0, len(codes), wide))


def read_by_tree(pdf: bytes) -> list[list[Piece]]:
    """The pieces of each element of the structure, in the order of the tree."""
    said = {piece.place: piece for piece in pieces(pdf)}
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = {page.objgen: number for number, page in enumerate(opened.pages)}
        return [[said[place] for place in places] for places in _places(opened.Root.StructTreeRoot.K, pages)]


def _places(element: Any, pages: dict[Any, int]) -> Iterator[list[tuple[int, int]]]:
    own = []
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            own.append((pages[element.Pg.objgen], kid))
        elif kid.get("/Type") == "/MCR":
            own.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            yield from _places(kid, pages)
    if own:
        yield own


def said_by_tree(pdf: bytes) -> str:
    """What the structure says outside its figures, in the order of the tree, without white space."""
    return squeezed("".join(piece.words for own in read_by_tree(pdf) for piece in own if piece.kind != "Figure"))
