"""The whole session below what is now: every activity is seen, heard, and come to by keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.ui.models.running import NOW, StepRow
from amie_planner.ui.widgets.blocks import Block
from amie_planner.ui.widgets.run_it_list import StepsCard, _blocks

ROWS = (
    StepRow("a1", "Hello song", "Done", "Planned 10:00, 5 minutes", "Began 10:02, took 6 minutes"),
    StepRow("a2", "Rocket song (Strings)", NOW, "Planned 10:05, 12 minutes", "Began 10:08"),
    StepRow("a3", "Goodbye", "To come", "Planned 10:17, 6 minutes", ""),
)


@pytest.fixture
def card(qtbot: QtBot) -> StepsCard:
    made = in_front(qtbot, StepsCard(), 600, 400)
    made.show_steps(ROWS)
    return made


def drawn(row: StepRow, width: int = 500, points: float = 11) -> list[Block]:
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    return list(_blocks(row, width, font))


def test_planned_and_actual_stand_below_each_title(qtbot: QtBot):
    title, said = drawn(ROWS[0])
    assert (title.text, title.look) == ("Hello song", "title")
    assert said.text == "Done · Planned 10:00, 5 minutes · Began 10:02, took 6 minutes"


def test_what_is_now_has_a_label_of_its_own(qtbot: QtBot):
    assert [(block.text, block.look) for block in drawn(ROWS[1])] == [
        ("Rocket song (Strings)", "title"),
        ("Now", "met"),
        ("Planned 10:05, 12 minutes · Began 10:08", "answer"),
    ]


def test_what_is_to_come_has_nothing_after_what_is_planned(qtbot: QtBot):
    assert drawn(ROWS[2])[-1].text == "To come · Planned 10:17, 6 minutes"


@pytest.mark.parametrize("points", [11.0, 22.0])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_no_line_of_a_row_lies_over_another_however_large_the_letters(qtbot: QtBot, row: StepRow, points: float):
    blocks = drawn(row, 240, points)
    assert all(above.rect.bottom() < below.rect.top() for above, below in pairwise(blocks))
    assert all(block.rect.right() <= 240 for block in blocks)


def test_each_row_is_heard_as_one_sentence_of_its_parts(card: StepsCard):
    model = card.view.model()
    spoken = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert spoken == [row.spoken for row in ROWS]
    assert spoken[1] == "Rocket song (Strings). Now. Planned 10:05, 12 minutes. Began 10:08"


def test_the_rows_are_come_to_by_tab_and_gone_through_by_arrows(card: StepsCard):
    hands = Hands(card)
    hands.go_to("The whole session, planned and actual")
    seen = []
    for _ in ROWS:
        hands.press(Qt.Key.Key_Down)
        seen.append(card.view.currentIndex().row())
    assert seen[-1] == len(ROWS) - 1
    hands.press(Qt.Key.Key_Home)
    assert card.view.currentIndex().row() == 0


def test_it_is_as_tall_as_all_its_rows_so_that_it_never_scrolls_within_itself(card: StepsCard):
    many = tuple(StepRow(f"a{n}", f"Song {n}", "To come", "Planned", "") for n in range(30))
    card.show_steps(many)
    assert card.view.height() >= sum(card.view.sizeHintForRow(n) for n in range(30))
    card.show_steps(ROWS)
    assert card.view.height() < sum(card.view.sizeHintForRow(0) for _ in range(30))


def test_where_a_row_stays_the_place_in_the_list_stays(card: StepsCard):
    card.view.setCurrentIndex(card.view.model().index(1, 0))
    later = StepRow("a2", "Rocket song (Strings)", "Done", "Planned 10:05, 12 minutes", "Began 10:08, took 9 minutes")
    card.show_steps((ROWS[0], later, ROWS[2]))
    assert card.view.currentIndex().row() == 1
    assert card.model.rows[1] == later


def test_without_an_activity_there_is_no_list(card: StepsCard):
    card.show_steps(())
    assert not card.isVisible()
    card.show_steps(ROWS)
    assert card.isVisible()
