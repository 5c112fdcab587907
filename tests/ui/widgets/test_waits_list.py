"""What waits in a list: under headings, folded where there is much, and saying when it may not be all."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front

from amie_planner.domain.waiting import Wait, Waiting
from amie_planner.ui.widgets.waits_list import WaitsList

TODAY = date(2026, 9, 14)
TITLES = {"u1": "Sound makers"}
Key = Qt.Key


def told(n: int) -> Waiting:
    return Waiting(Wait.TO_TELL, "u1", f"v{n}", f"Idea {n}", date(2026, 9, 8))


@pytest.fixture
def waits(qtbot: QtBot) -> WaitsList:
    """The list in a window."""
    return in_front(qtbot, WaitsList(), 600, 500)


def texts(waits: WaitsList) -> list[str]:
    return [row.text for row in waits.model.rows]


def go_to(waits: WaitsList, text: str) -> None:
    waits.view.setFocus()
    waits.view.setCurrentIndex(waits.model.index(texts(waits).index(text)))


def test_before_anything_is_known_it_says_nothing(waits: WaitsList):
    assert not waits.view.isVisible()
    assert waits.calm.text() == ""


def test_where_nothing_waits_one_calm_sentence_says_so(waits: WaitsList):
    waits.show_waiting([], TITLES, TODAY)
    assert waits.calm.isVisible()
    assert waits.calm.text() == "Nothing is waiting. You can look ahead."
    assert not waits.view.isVisible()


def test_while_more_may_come_it_does_not_say_that_nothing_waits(waits: WaitsList):
    waits.show_waiting([], TITLES, TODAY, looking=True)
    assert waits.calm.text() == "Looking at earlier programmes…"
    waits.show_waiting([told(1)], TITLES, TODAY, looking=True)
    assert not waits.calm.isVisible()
    assert texts(waits)[-1] == "Looking at earlier programmes…"
    waits.show_waiting([told(1)], TITLES, TODAY)
    assert texts(waits)[1:] == ["Idea 1"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_line_is_asked_for_by_keys(waits: WaitsList, key: Key):
    waits.show_waiting([told(1), told(2)], TITLES, TODAY)
    asked = heard(waits.wanted)
    go_to(waits, "Idea 2")
    QTest.keyClick(waits.view, key)
    assert asked == [told(2)]


def test_a_heading_leads_on_to_its_first_line_and_the_line_that_looks_leads_nowhere(waits: WaitsList):
    waits.show_waiting([told(1)], TITLES, TODAY, looking=True)
    asked = heard(waits.wanted)
    go_to(waits, "To tell: what became of an idea")
    QTest.keyClick(waits.view, Key.Key_Return)
    assert waits.view.currentIndex().row() == 1
    go_to(waits, "Looking at earlier programmes…")
    QTest.keyClick(waits.view, Key.Key_Return)
    assert waits.view.currentIndex().row() == 2
    assert asked == []


def test_what_was_unfolded_stays_so_and_the_place_in_the_list_stays_when_more_comes(waits: WaitsList):
    waits.show_waiting([told(n) for n in range(8)], TITLES, TODAY)
    go_to(waits, "Show the others too")
    QTest.keyClick(waits.view, Key.Key_Return)
    assert waits.view.currentIndex().data() == "Idea 4"
    waits.show_waiting([Waiting(Wait.PERSON_REVIEW, "u1", "p1", "Sky"), *map(told, range(9))], TITLES, TODAY)
    assert texts(waits)[-9:] == [f"Idea {n}" for n in range(9)]
    assert waits.view.currentIndex().data() == "Idea 4"
