"""What is seen of a return: a table with figures first, and the faces say how much waits there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import in_front
from tests.ui.models.test_reports import worked_out

from amie_planner.ui.widgets.return_seen import MISSING, TARGETS, ReturnSeen


@pytest.fixture
def seen(qtbot: QtBot) -> ReturnSeen:
    shown = in_front(qtbot, ReturnSeen(), 900, 600)
    shown.show_found(worked_out(7))
    return shown


def test_a_table_with_figures_is_chosen_first_and_what_is_withheld_stands_above(seen: ReturnSeen) -> None:
    assert seen.tables.title.text() == "Totals: The whole period in single figures"
    assert "figures are withheld" in seen.tables.withheld.text()


def test_the_faces_say_how_much_is_to_be_mended_until_nothing_is_worked_out(seen: ReturnSeen) -> None:
    many = seen.missing.rows.rowCount()
    assert many and seen.faces.buttons[MISSING].text() == f"To mend ({many})"
    seen.show_found(None)
    assert seen.faces.buttons[MISSING].text() == "To mend"
    assert not seen.tables.says.isVisible()


def test_the_focus_goes_to_the_list_or_to_its_face_where_the_list_is_empty(seen: ReturnSeen) -> None:
    for at, has_it in ((MISSING, seen.missing.view), (TARGETS, seen.faces.buttons[TARGETS])):
        seen.faces.choose(at)
        seen.go_to_list()
        assert seen.focusWidget() is has_it
