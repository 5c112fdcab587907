"""A class list before anything happens: what stands there, what can be changed about it, and all of it by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands
from tests.test_accessible import _cut, _named, faces_of, reachable, stops
from tests.tour import settle, window_on

from amie_planner.cli.demo import samples
from amie_planner.exchange.class_lists import read
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.models.class_list import proposed
from amie_planner.ui.widgets.class_list_dialog import ClassListDialog

Key = Qt.Key
SIMS = """UPN,Legal Surname,Legal Forename,Preferred Name,Year Group,Reg Group,DOB,Instrument
A1,Okafor,Chidi,,Year 4,4B,30/02/2016,Keys
A2,Parker,Skyla,Sky,Year 5,5B,31/12/2015,Drum
A3,Smith,Aisha,,Year 4,4B,29/02/2016,
A4,Ahmed,Aisha,,Year 4,4A,13/03/2016,Voice
Total,4,,,,,,
"""
"""A column that is not held, a date that is none, somebody who may be here, two who share a forename, a total."""
PLAIN = "Forename,Surname\nAnn,Lee\nTom,Jones\n"


def dialog_of(text: str, parent: QWidget | None = None) -> ClassListDialog:
    return ClassListDialog(proposed(read(text.encode()), load(SPACE_SOUNDS)), parent)


@pytest.fixture
def shown(qtbot: QtBot):
    def show(text: str) -> tuple[ClassListDialog, Hands]:
        dialog = dialog_of(text)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog, Hands(dialog)

    return show


def columns(dialog: ClassListDialog) -> list[str]:
    return [row.text for row in dialog.columns.model.rows]


def fates(dialog: ClassListDialog) -> list[tuple[str, str]]:
    return [(row.text, row.fate) for row in dialog.people.model.rows]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    return heard


def test_every_column_and_row_and_problem_is_there_with_what_becomes_of_it(shown):
    dialog, _ = shown(SIMS)
    assert columns(dialog) == [
        "UPN → left out",
        "Legal Surname → Surname",
        "Legal Forename → Forename",
        "Preferred Name → Preferred name",
        "Year Group → School year",
        "Reg Group → Group",
        "DOB → left out",
        "Instrument → left out",
    ]
    assert fates(dialog) == [
        ("Sky", "Not added: may be Sky, who is here already. Tick to add all the same."),
        ("Chidi", "Will be added"),
        ("Aisha S", "Will be added"),
        ("Aisha A", "Will be added"),
        ("Row 6", "Passed over: a total"),
    ]
    assert [row.text for row in dialog.problems.rows] == ["Row 2, column DOB"]
    assert dialog.main.text() == "Bring in 3 people"


def test_ticking_by_keys_says_at_once_who_comes(shown, announced: list[str]):
    dialog, hands = shown(SIMS)
    hands.go_to("People")
    hands.press(Key.Key_Space)
    assert dialog.main.text() == "Bring in 4 people"
    assert announced[-1] == "Will be added, though it may be Sky, who is here already. Bring in 4 people"
    assert fates(dialog)[0][0] == "Sky P"
    hands.press(Key.Key_Down, times=3)
    hands.press(Key.Key_Return)
    assert announced[-1] == "Not added. Bring in 3 people"
    assert dialog.people.view.currentIndex().row() == 3
    assert [text for text, _ in fates(dialog)] == ["Sky P", "Chidi", "Aisha", "Aisha", "Row 6"]
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Space)
    assert dialog.main.text() == "Bring in 3 people"
    assert dialog.isVisible()


def test_a_turn_makes_the_rows_of_one_first_name_again_and_no_others(shown):
    dialog, hands = shown("Forename,Surname\n" + "".join(f"N{n % 50},Lee{n}\n" for n in range(100)))
    before = dialog.people.model.rows
    hands.go_to("People")
    hands.press(Key.Key_Space)
    after = dialog.people.model.rows
    assert [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new] == [0, 50]
    assert [after[n].text for n in (0, 50)] == ["N0", "N0"]
    assert [before[n].text for n in (0, 50)] == ["N0 Lee0", "N0 Lee5"]


def test_a_click_ticks_a_row(shown):
    dialog, _ = shown(SIMS)
    view = dialog.people.view
    place = view.visualRect(dialog.people.model.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.people.model.rows[0].ticked


def test_choosing_another_field_by_keys_understands_the_list_again(shown, announced: list[str]):
    dialog, hands = shown(SIMS)
    hands.go_to("Columns")
    hands.press(Key.Key_End)
    hands.press(Key.Key_Return)
    assert dialog.columns.field.combo.view().isVisible()
    hands.press(Key.Key_Escape)
    hands.choose("What becomes of ‘Instrument’", "G")
    assert columns(dialog)[5:] == ["Reg Group → left out", "DOB → left out", "Instrument → Group"]
    assert "group Keys" in dialog.people.model.rows[1].about
    assert announced[-1] == "Instrument: Group. Chosen"
    hands.press(Key.Key_Home)
    assert columns(dialog)[5:] == ["Reg Group → Group", "DOB → left out", "Instrument → left out"]


def test_one_column_is_left_out_and_the_others_stay(shown):
    dialog, hands = shown(SIMS)
    hands.go_to("Columns")
    hands.press(Key.Key_Down)
    hands.choose("What becomes of ‘Legal Surname’", "L")
    assert columns(dialog)[:3] == ["UPN → left out", "Legal Surname → left out", "Legal Forename → Forename"]
    assert "Smith" not in " ".join(row.spoken for row in dialog.people.model.rows)


def test_where_nobody_would_come_the_button_is_off_and_says_why(shown):
    dialog, hands = shown("Surname,Known to us as\nLee,Annie\n")
    assert not dialog.main.isEnabled()
    assert dialog.main.text() == "Bring in nobody"
    assert dialog.reason.isVisible()
    assert dialog.reason.text().startswith("Nobody is found in this list.")
    assert dialog.main.accessibleDescription() == dialog.reason.text()
    hands.go_to("Columns")
    hands.press(Key.Key_Down)
    hands.choose("What becomes of ‘Known to us as’", "Fo")
    assert dialog.main.text() == "Bring in 1 person"
    assert dialog.main.isEnabled()
    assert not dialog.reason.isVisible()
    assert not dialog.problems.rows


def test_a_choice_that_cannot_be_says_why_and_changes_nothing(shown, announced: list[str]):
    dialog, hands = shown(f"Forename,Note\nAnn,{'a' * 20_001}\n")
    before = dialog.proposal
    hands.go_to("Columns")
    hands.press(Key.Key_Down)
    hands.choose("What becomes of ‘Note’", "G")
    assert dialog.proposal == before
    assert dialog.reason.text().startswith("Row 2 has more than")
    assert announced[-1] == dialog.reason.text()
    assert dialog.columns.field.value() is None


def test_a_column_that_cannot_be_chosen_offers_no_choice(shown):
    dialog, hands = shown("Forename,Nick,nick\nAnn,a,b\n")
    hands.go_to("Columns")
    hands.press(Key.Key_Down)
    assert not dialog.columns.field.isEnabled()
    hands.press(Key.Key_Return)
    assert hands.name == "Columns"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SIMS, "To look at first"),
        ("Forename,Year\nAnn,4\nSky,5\n", "People"),
        (PLAIN, "Bring in 2 people"),
    ],
)
def test_the_focus_begins_at_the_first_thing_to_decide(shown, text: str, name: str):
    assert shown(text)[1].name == name


def test_enter_in_what_is_to_be_looked_at_brings_nobody_in(shown):
    dialog, hands = shown(SIMS)
    hands.press(Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.result() == 0


def test_enter_on_the_button_agrees_and_escape_anywhere_does_not(shown):
    dialog, hands = shown(PLAIN)
    hands.press(Key.Key_Return)
    assert dialog.result() == ClassListDialog.DialogCode.Accepted
    for name in ("To look at first", "Columns", "People", "Cancel"):
        dialog, hands = shown(SIMS)
        hands.go_to(name)
        hands.press(Key.Key_Escape)
        assert not dialog.isVisible()
        assert dialog.result() == ClassListDialog.DialogCode.Rejected


def test_of_a_long_list_only_the_rows_near_those_in_sight_are_made(shown):
    rows = "".join(f"Ann,Lee{n},{'5' if n == 49_999 else '4'}\n" for n in range(49_999)) + "Sky,Lee,5\n"
    dialog, hands = shown(f"Forename,Surname,Year\n{rows}")
    assert dialog.people.model.rows[0].text == "Sky"
    made = dialog.people.model.rowCount()
    assert made < 500
    assert dialog.main.text() == "Bring in 49,999 people"
    hands.go_to("People")
    hands.press(Key.Key_PageDown, times=200)
    assert dialog.people.view.currentIndex().row() >= made
    assert dialog.people.model.rowCount() < 5_000


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("text", [SIMS, "Surname,Known to us as\nLee,Annie\n"])
def test_everything_is_named_reached_and_whole_at_any_size(
    qtbot: QtBot, store: Store, size: int, theme: str, text: str
):
    with window_on(qtbot, store, *samples(), theme=theme, text_size=size) as window:
        dialog = dialog_of(text, window)
        dialog.show()
        dialog.activateWindow()
        for width in (760, 1326):
            dialog.resize(width, 728)
            settle()
            cut = [
                (widget.accessibleName(), amiss)
                for widget in dialog.findChildren(QWidget)
                if widget.isVisible() and widget.window() is dialog and (amiss := _cut(widget))
            ]
            assert not cut
        unnamed = [
            face.role().name
            for face in faces_of(QAccessible.queryAccessibleInterface(dialog))
            if face.state().focusable and not _named(face)
        ]
        assert not unnamed
        assert set(stops(dialog)) == reachable(dialog)
        dialog.close()
        dialog.deleteLater()
