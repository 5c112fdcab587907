"""A list of entries with one form: add, choose, remove; what is typed is kept before anything moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.detail import Asked, Stack
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.fields import TextField
from amie_planner.ui.widgets.intentions_panel import IntentionsPanel
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key


class Panel:
    """The intentions of a real session, shown as the session screen shows them."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        self.panel = IntentionsPanel(desk)
        self.entries = self.panel.intentions
        desk.workspace.changed.connect(self._refresh)
        in_front(qtbot, self.panel, 480, 600)

    def _refresh(self) -> None:
        self.panel.refresh()

    @property
    def texts(self) -> list[str | None]:
        return [i.text for i in self.desk.plan.intentions]

    @property
    def here(self) -> Any:
        return QApplication.focusWidget()

    @property
    def shown(self) -> list[str]:
        return [row.text for row in self.entries.model.rows]

    def write(self, text: str) -> None:
        QTest.keyClicks(self.here, text)


@pytest.fixture
def panel(qtbot: QtBot, desk: OpenSession) -> Panel:
    return Panel(qtbot, desk)


def test_adding_goes_to_the_first_field_of_the_new_entry(panel: Panel):
    panel.entries.add_button.click()
    assert panel.entries.chosen == "i3"
    assert panel.here.accessibleName() == "What we hope for"
    panel.write("Listen")
    panel.panel.save()
    assert panel.texts[-1] == "Listen"
    assert panel.shown[-1] == "Listen"


def test_choosing_another_entry_keeps_what_is_being_typed_in_the_first(panel: Panel):
    panel.entries.choose("i1")
    panel.entries._detail.setFocus()
    panel.write("More. ")
    panel.entries.choose("i2")
    assert panel.entries.chosen == "i2"
    assert "More." in (panel.texts[0] or "")
    assert "More." not in (panel.texts[1] or "")


def test_arrows_choose_and_the_form_follows(panel: Panel):
    panel.entries.choose("i1")
    panel.entries.view.setFocus()
    QTest.keyClick(panel.entries.view, Key.Key_Down)
    assert panel.entries.chosen == "i2"


def by_key(panel: Panel) -> None:
    panel.entries.view.setFocus()
    QTest.keyClick(panel.entries.view, Key.Key_Delete)


def by_button(panel: Panel) -> None:
    panel.entries.remove_button.click()


@pytest.mark.parametrize("remove", [by_key, by_button])
def test_the_chosen_entry_is_removed_and_the_one_beside_it_chosen(panel: Panel, remove: Callable[[Panel], None]):
    panel.entries.choose("i1")
    remove(panel)
    assert [i.id for i in panel.desk.plan.intentions] == ["i2"]
    assert panel.entries.chosen == "i2"
    assert panel.entries.view.hasFocus()
    panel.desk.workspace.history.undo()
    assert [row.id for row in panel.entries.model.rows] == ["i1", "i2"]


def test_once_the_last_one_is_removed_the_empty_place_says_a_sentence_and_offers_to_add(panel: Panel):
    panel.entries.choose("i1")
    by_button(panel)
    by_button(panel)
    assert not panel.shown
    assert panel.entries._empty.isVisible()
    assert not panel.entries.view.isVisible()
    assert not panel.entries.remove_button.isVisible()
    assert panel.entries.add_button.hasFocus()
    assert panel.entries.chosen == ""


def test_coming_to_the_list_by_keys_chooses_its_first_entry(panel: Panel):
    panel.entries.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.entries.chosen == "i1"


def test_delete_in_a_field_of_the_form_deletes_a_letter_and_not_the_entry(panel: Panel):
    panel.entries.choose("i1")
    panel.entries._detail.setFocus()
    QTest.keyClick(panel.here, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.here, Key.Key_Delete)
    panel.panel.save()
    assert len(panel.texts) == 2
    assert (panel.texts[0] or "").startswith("ake and control")


def test_an_entry_that_goes_elsewhere_takes_its_form_with_it(panel: Panel):
    panel.entries.add_button.click()
    panel.write("Listen")
    panel.panel.save()
    panel.desk.workspace.history.undo()
    panel.desk.workspace.history.undo()
    assert [row.id for row in panel.entries.model.rows] == ["i1", "i2"]
    assert panel.entries.chosen in ("", "i2")


def test_the_list_is_as_tall_as_its_entries_and_more_than_five_scroll(panel: Panel):
    heights = []
    for _ in range(6):
        panel.entries.add_button.click()
        heights.append(panel.entries.view.height())
    assert heights[0] > panel.entries.view.sizeHintForRow(0) * 3
    assert heights[-1] == heights[-2]


def test_tab_goes_from_the_list_through_its_form_before_what_follows(qtbot: QtBot, desk: OpenSession):
    stack = Stack()
    intentions = IntentionsPanel(desk).intentions
    stack.entries(intentions._kept)
    stack.form((Asked("notes", "What follows", TextField),), lambda: desk.plan.session, lambda *_: None)
    qtbot.addWidget(stack)
    stack.show()
    stack.activateWindow()
    entries = stack.findChild(Entries)
    entries.choose("i2")
    entries.choose("i1")
    entries.view.setFocus()
    qtbot.waitUntil(entries.view.hasFocus)
    named = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        named.append(QApplication.focusWidget().accessibleName())
    assert named == [
        "Add intention",
        "Remove this intention",
        "What we hope for",
        "It is",
        "What you would see or hear",
        "What follows",
    ]
