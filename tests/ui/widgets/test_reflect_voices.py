"""What young people said or showed beside what the leader writes: words first, whose they are, and only of this day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain import edits
from amie_planner.domain.changes import remove, revise
from amie_planner.ui.widgets.reflect_voices import Voices
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key


class Page:
    """The voice entries of a session that has none, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        desk.do("Forget", [remove(entry) for entry in desk.series.voice])
        self.card = in_front(qtbot, Voices(desk), 600, 700)
        desk.workspace.changed.connect(lambda changes: self.card.refresh())
        self.hands = Hands(self.card)
        self.card.start()

    @property
    def lines(self) -> list[str]:
        return [row.text for row in self.card.entries.model.rows]


@pytest.fixture
def page(qtbot: QtBot, desk: OpenSession) -> Page:
    return Page(qtbot, desk)


def test_adding_one_goes_to_where_its_words_are_typed_and_keeps_the_session_and_its_day(page: Page):
    page.hands.press(Key.Key_Return)
    page.hands.write("Again!")
    page.card.save()
    (entry,) = page.desk.series.voice
    assert (entry.text, entry.session, entry.date) == ("Again!", "s1", page.desk.plan.session.date)


def test_the_whole_group_takes_the_place_of_somebody_and_somebody_its(page: Page):
    page.hands.press(Key.Key_Return)
    said = []
    for name in ("Sky", "The whole group", "Sky"):
        page.hands.go_to(name, back=name == "The whole group")
        page.hands.press(Key.Key_Space)
        said.append(page.desk.series.voice[0].from_whom)
    assert said == [("p1",), "group", ("p1",)]


def test_one_of_another_session_is_not_here(page: Page):
    page.desk.do("Add", edits.add_voice(page.desk.series, text="Elsewhere", session="s2")[1])
    assert page.lines == []
    entry = page.desk.series.voice[0]
    page.desk.do("Move", [revise(entry, session="s1")])
    assert page.lines == ["Elsewhere · not decided yet"]


def test_what_is_removed_by_key_comes_back_by_undo(page: Page):
    page.desk.do("Add", edits.add_voice(page.desk.series, text="Again!", session="s1")[1])
    page.card.start()
    page.hands.press(Key.Key_Delete)
    assert (page.lines, page.hands.name) == ([], "Add voice entry")
    page.desk.workspace.history.undo()
    assert page.lines == ["Again! · not decided yet"]
