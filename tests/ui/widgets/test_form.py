"""A form keeps what is typed when editing ends, after a second, and at the latest after two; and never loses it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from amie_planner.domain.records import Session
from amie_planner.ui.widgets.fields import DateField, FlagField, LongTextField, NumberField, TextField, TimeField
from amie_planner.ui.widgets.form import AFTER_TYPING, AT_THE_LATEST, Asked, Form

ASKED = (
    Asked("title", "Title", TextField, "A few words."),
    Asked("minutes", "Minutes", NumberField),
    Asked("date", "Date", DateField, "Day first."),
    Asked("start", "Starts at", TimeField),
    Asked("notes", "Notes", LongTextField),
)
SOON = 300
"""Milliseconds that a slow machine may take over."""


class Desk:
    """One session, and what was kept of it and when."""

    def __init__(self, qtbot: QtBot, asked: tuple[Asked, ...] = ASKED, **fields: Any) -> None:
        self.held: Any = Session.made(programme="u1", id="s1", **{"title": "One", **fields})
        self.kept: list[tuple[str, Any]] = []
        self.form = Form(asked, lambda: self.held, self._keep)
        qtbot.addWidget(self.form)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.form)

    def _keep(self, name: str, words: str, value: Any) -> None:
        self.held = self.held.revised(**{name: value})
        self.kept.append((name, value))
        self.form.refresh()

    def go_to(self, name: str) -> Any:
        field = self.form.fields[name]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        return field.focusProxy() or field.control

    def write(self, name: str, text: str) -> None:
        control = self.go_to(name)
        QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(control, text)

    def said_under(self, name: str) -> str:
        label = self.form._problems[name]
        return "" if label.isHidden() else label.text()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_what_is_typed_is_kept_when_editing_ends(desk: Desk, key: Qt.Key):
    desk.write("title", "Two")
    assert not desk.kept
    QTest.keyClick(desk.form.fields["title"].control, key)
    assert desk.kept == [("title", "Two")]


def test_several_lines_are_kept_when_the_focus_goes(desk: Desk):
    desk.write("notes", "Door code")
    desk.go_to("title")
    assert desk.kept == [("notes", "Door code")]


def test_what_is_typed_is_kept_a_second_after_the_last_key(desk: Desk, qtbot: QtBot):
    desk.write("title", "Two")
    began = time.monotonic()
    qtbot.waitUntil(lambda: bool(desk.kept), timeout=AFTER_TYPING + SOON)
    assert (time.monotonic() - began) * 1000 >= AFTER_TYPING * 0.8
    assert desk.kept == [("title", "Two")]
    assert desk.form.fields["title"].control.hasFocus()


def test_who_types_on_and_on_has_it_kept_after_two_seconds(desk: Desk, qtbot: QtBot):
    desk.write("title", "")
    began = time.monotonic()
    while not desk.kept:
        QTest.keyClick(desk.form.fields["title"].control, Qt.Key.Key_A)
        qtbot.wait(100)
        assert (time.monotonic() - began) * 1000 <= AT_THE_LATEST + SOON
    assert (time.monotonic() - began) * 1000 >= AT_THE_LATEST * 0.8


def test_one_save_keeps_every_field_that_was_edited(desk: Desk):
    desk.form.fields["title"].line.insert(" and more")
    desk.form.fields["title"].edited.emit()
    desk.form.fields["minutes"].spin.stepUp()
    desk.form.save()
    assert sorted(desk.kept) == [("minutes", 0), ("title", "One and more")]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [("date", "31/2/2026", "There is no 31 February."), ("start", "25:00", "That is not a time.")],
)
def test_what_cannot_be_understood_is_said_under_its_field_and_stays_as_typed(
    desk: Desk, name: str, text: str, said: str
):
    control = desk.form.fields[name].control
    desk.write(name, text)
    QTest.keyClick(control, Qt.Key.Key_Tab)
    assert said in desk.said_under(name)
    assert said in control.accessibleDescription()
    desk.form.refresh()
    assert control.text() == text
    assert not desk.kept


def test_a_reason_is_announced_once_with_the_name_of_its_field(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    announced: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: announced.append(event.message()))
    desk.write("date", "soon")
    desk.form.save()
    QTest.keyClicks(desk.form.fields["date"].control, "er")
    desk.form.save()
    assert announced == ["Date: That is not a date. Write the day first, such as 8/9/2026."]


def test_once_it_is_mended_the_reason_goes_and_the_hint_is_spoken_again(desk: Desk):
    control = desk.form.fields["date"].control
    desk.write("date", "soon")
    QTest.keyClick(control, Qt.Key.Key_Tab)
    desk.write("date", "8/9/2026")
    QTest.keyClick(control, Qt.Key.Key_Tab)
    assert desk.said_under("date") == ""
    assert control.accessibleDescription() == "Day first."
    assert [name for name, _ in desk.kept] == ["date"]


def test_what_is_refused_is_said_under_its_field_and_the_next_field_is_kept_all_the_same(desk: Desk):
    desk.write("title", " ")
    desk.form.fields["minutes"].spin.stepUp()
    desk.form.save()
    assert "title" in desk.said_under("title")
    assert desk.kept == [("minutes", 0)]
    assert desk.held.title == "One"


def test_a_space_at_the_end_stays_while_typing_goes_on(desk: Desk, qtbot: QtBot):
    desk.write("title", "Rain ")
    desk.form.save()
    desk.form.refresh()
    assert desk.form.fields["title"].control.text() == "Rain "
    QTest.keyClicks(desk.form.fields["title"].control, "song")
    desk.form.save()
    assert desk.held.title == "Rain song"


def test_what_changed_elsewhere_is_shown_except_where_something_is_not_yet_kept(desk: Desk):
    desk.write("title", "Two")
    desk.held = desk.held.revised(title="Elsewhere", minutes=9)
    desk.form.refresh()
    assert desk.form.fields["title"].control.text() == "Two"
    assert desk.form.fields["minutes"].value() == 9
    desk.form.save()
    assert desk.held.title == "Two"


def test_a_record_that_is_gone_leaves_the_form_as_it_was(desk: Desk):
    desk.write("title", "Two")
    desk.held = None
    desk.form.refresh()
    desk.form.save()
    assert desk.form.fields["title"].control.text() == "Two"
    assert not desk.kept


def test_looking_through_a_form_changes_nothing_in_what_came_from_elsewhere(qtbot: QtBot):
    desk = Desk(qtbot, title="  One  ", notes="\n one\r\n\ttwo \n", date="0099-01-02", minutes=5)
    for _ in range(2):
        for name in desk.form.fields:
            desk.go_to(name)
            desk.form.refresh()
    desk.form.save()
    assert not desk.kept


def test_a_tick_is_kept_at_once(qtbot: QtBot):
    asked = (Asked("young", "Young", lambda: FlagField("Young & bold")),)
    kept: list[Any] = []

    class Held:
        young = False

    form = Form(asked, Held, lambda *change: kept.append(change))
    qtbot.addWidget(form)
    form.fields["young"].control.click()
    assert kept == [("young", "Young", True)]


def test_a_label_belongs_to_its_field_and_a_hint_is_shown_and_spoken(desk: Desk):
    labels = {label.text(): label for label in desk.form.findChildren(QLabel) if label.text()}
    assert labels["Title"].buddy() is desk.form.fields["title"].control
    assert labels["A few words."].isVisibleTo(desk.form)
    assert desk.form.fields["title"].control.accessibleName() == "Title"
    assert desk.form.fields["title"].control.accessibleDescription() == "A few words."


def test_an_error_that_is_ours_is_not_hidden_under_a_field(desk: Desk):
    def broken(*_: object) -> None:
        raise RuntimeError

    desk.form._keep = broken
    desk.write("title", "Two")
    with pytest.raises(RuntimeError):
        desk.form.save()
    assert not desk.said_under("title")
