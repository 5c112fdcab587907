"""What is seen of a return: a table with figures first, and the faces say how much waits there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front
from tests.ui.models.test_reports import worked_out

from amie_planner.ui.widgets.return_seen import MISSING, TARGETS, ReturnSeen


@pytest.fixture
def seen(qtbot: QtBot) -> ReturnSeen:
    shown = in_front(qtbot, ReturnSeen(), 900, 600)
    shown.show_found(worked_out(7))
    return shown


def test_a_table_with_figures_is_chosen_first_and_above_it_alone_stands_that_much_is_withheld(seen: ReturnSeen) -> None:
    assert seen.tables.title.text() == "Totals: The whole period in single figures"
    first = seen.tables.says.rows.rows[0]
    assert first.text == "Much of this return is withheld" and "figures are withheld" in first.below
    names = [row.text for row in seen.tables.tables.rows.rows]
    for other in ("Definitions", "Data quality"):
        seen.tables.tables.view.setCurrentIndex(seen.tables.tables.rows.index(names.index(other)))
        assert seen.tables.title.text().startswith(other)
        assert not any("Much of this return" in row.text for row in seen.tables.says.rows.rows)


def test_it_tells_which_face_is_seen_or_that_nothing_is_listed_there(seen: ReturnSeen) -> None:
    said = list[str]()
    for at in range(4):
        seen.faces.choose(at)
        said.append(seen.said)
    assert said == [
        "What will leave is shown.",
        "Nothing of this return could be subtracted from earlier ones.",
        "What is to be mended is shown.",
        "No target is agreed for these programmes.",
    ]


def test_what_is_out_of_date_is_neither_copied_nor_gone_to(seen: ReturnSeen) -> None:
    went = heard(seen.missing.go_wanted)
    seen.hold_back()
    seen.missing.view.opened.emit()
    assert went == [] and not seen.missing.go.isEnabled() and not seen.tables.copy.isEnabled()


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
