"""The page for returns stands before the lists while it is open, and keeps what was typed when it goes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain.edits import remove_programme
from amie_planner.domain.records import Targets
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.for_returns import BeforeLists
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def pages(qtbot: QtBot, desk: OpenSession) -> BeforeLists:
    lists, way_in = QWidget(), Button("For returns")
    QVBoxLayout(lists).addWidget(way_in)
    made = BeforeLists(desk.workspace, lists, way_in)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    in_front(qtbot, made, 900, 700)
    made.open(desk.programme)
    return made


def test_it_opens_at_its_first_question_under_the_title_of_the_programme(pages: BeforeLists):
    assert pages.for_returns is not None
    assert pages.for_returns.title.text() == "For returns: Space sounds, Comet class"
    assert Hands(pages).name == "Kind of provision"


def test_going_back_keeps_what_was_typed_and_goes_to_where_it_was_opened(pages: BeforeLists, desk: OpenSession):
    hands = Hands(pages)
    hands.go_to("Sessions agreed")
    hands.write("12")
    hands.push("All programmes")
    assert desk.series.programme.targets == Targets(sessions=12)
    assert pages.for_returns is None
    assert hands.name == "For returns"


def test_what_is_typed_is_kept_on_leaving_the_screen(pages: BeforeLists, desk: OpenSession):
    hands = Hands(pages)
    hands.go_to("Contact hours agreed")
    hands.write("90")
    assert pages.save() == ""
    assert desk.series.programme.targets == Targets(contact_hours=90)


def test_the_page_of_a_programme_that_goes_gives_way_to_the_lists(pages: BeforeLists, desk: OpenSession):
    desk.workspace.do("Remove", remove_programme(desk.series))
    assert pages.for_returns is None
    assert pages.save() == ""
