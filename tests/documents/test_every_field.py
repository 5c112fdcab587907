"""Five hundred strings in every field of every paper, as PDF and as HTML: each is printed, and is only text.

A plan holds another string in each of its fields; in five hundred plans every field holds every string once.
A few of them are in every run, all of them with -m on_demand (README, "Tests").
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from tests.documents import only_text, planted
from tests.documents.matrix import said_by_blocks, squeezed
from tests.documents.naughty import STRINGS

from amie_planner.checks.same_words import folded
from amie_planner.documents import FULL_PLAN, HEARD_SHEET, STYLES, PrintStyle
from amie_planner.documents.cleaning import clean
from amie_planner.documents.term_overview import TERM_OVERVIEW

FIELDS = planted.fields()
MARKS = {field: f"zw{at:02}qx" for at, field in enumerate(FIELDS)}
_APART = 6
"""How far along the list the next field's string is, so that the longest ones, neighbours there, seldom meet."""
_SAYS_MORE = (FULL_PLAN, HEARD_SHEET, TERM_OVERVIEW)
"""Papers on which HEARD speaks: it says other things of other texts, cuts long ones short, and counts none of signs."""
_SHORT = 20


def _held(at: int) -> dict[str, str]:
    return {field: STRINGS[(at + _APART * number) % len(STRINGS)] for number, field in enumerate(FIELDS)}


def _read(text: str) -> str:
    """As it is read here: a sentence of ours gives a text a capital and a full stop where it has none."""
    return squeezed(text).casefold().replace(".", "")


@cache
def _with_marks(document: Any, style: PrintStyle) -> str:
    """What a paper says with a word in each field by which that is known."""
    return _read(said_by_blocks(planted.sheet(document, MARKS.get, style)))


def _missing(document: Any, style: PrintStyle, held: dict[str, str], said: str) -> list[str]:
    """What a paper does not say as it was typed: fields, or signs of which it has too few or too many."""
    read = {MARKS[field]: _read(clean(text)) for field, text in held.items()}
    shown = [field for field in FIELDS if MARKS[field] in _with_marks(document, style)]
    if document in _SAYS_MORE:
        worded = (field for field in shown if folded(held[field]))
        return [field for field in worded if read[MARKS[field]][:_SHORT] not in _read(said)]
    expected = Counter(re.sub(r"zw\d\dqx", lambda mark: read[mark[0]], _with_marks(document, style)))
    printed = Counter(_read(said))
    return sorted({*(expected - printed), *(printed - expected)})


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """What Python and ReportLab read once for themselves has been read, so that any other file is one too many."""
    only_text.load()


def _is_only_text(at: int, turn: int) -> None:
    held = _held(at)
    for document in only_text.PAPERS:
        style = document.styles[(at + turn) % len(document.styles)]
        only_text.begin()
        said = only_text.printed(planted.sheet(document, held.get, style))
        assert _missing(document, style, held, said) == [], document.id


@pytest.mark.parametrize("at", range(0, len(STRINGS), 100))
def test_other_text_in_each_field_is_only_text(at: int) -> None:
    _is_only_text(at, turn=0)


@pytest.mark.on_demand
@pytest.mark.parametrize("at", range(len(STRINGS)))
@pytest.mark.parametrize("turn", range(len(STYLES)))
def test_every_text_in_every_field_is_only_text_in_every_style(at: int, turn: int) -> None:
    _is_only_text(at, turn)


def test_every_field_holds_every_text_once() -> None:
    held = [_held(at) for at in range(len(STRINGS))]
    assert [field for field in FIELDS if len({one[field] for one in held}) != len(STRINGS)] == []
    assert [one for one in held if len(set(one.values())) != len(FIELDS)] == []


def test_a_text_that_is_gone_is_missed() -> None:
    document = only_text.PAPERS[0]
    style, held = document.styles[0], _held(1)
    said = said_by_blocks(planted.sheet(document, held.get, style))
    gone = squeezed(clean(held["Session.notes"]))
    assert _missing(document, style, held, said) == []
    assert _missing(document, style, held, said.replace(gone, "", 1)) != []
