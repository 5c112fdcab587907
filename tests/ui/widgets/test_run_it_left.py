"""A session that was left running: one press ends it as planned, or a time that is typed, and a wrong one says why."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.ui.widgets.run_it_buttons import LARGE_TARGET
from amie_planner.ui.widgets.run_it_left import LeftRunning

ASKED, AT_THAT_TIME = "Or the time when it ended", "End it at that time"
Key = Qt.Key


@pytest.fixture
def card(qtbot: QtBot) -> LeftRunning:
    made = in_front(qtbot, LeftRunning(), 700, 300)
    made.offer(time(9, 5))
    return made


@pytest.fixture
def ended(card: LeftRunning) -> list[Any]:
    return heard(card.ended)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to who hears the window."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


def test_the_planned_end_is_offered_first_and_is_one_press(card: LeftRunning, ended: list[Any]):
    hands = Hands(card)
    hands.go_to("End it at 09:05, as planned")
    assert card.as_planned.height() >= LARGE_TARGET
    hands.press(Key.Key_Space)
    assert (ended, hands.pressed <= 2) == ([time(9, 5)], True)


def test_another_planned_end_is_offered_in_place_of_the_first(card: LeftRunning, ended: list[Any]):
    card.offer(time(0, 15))
    Hands(card).push("End it at 00:15, as planned")
    assert ended == [time(0, 15)]


@pytest.mark.parametrize("way", ["Return", "button"])
@pytest.mark.parametrize(("typed", "meant"), [("10:30", time(10, 30)), ("4.30", time(16, 30)), ("9pm", time(21))])
def test_a_time_that_is_typed_ends_it_by_return_or_by_the_button(
    card: LeftRunning, ended: list[Any], way: str, typed: str, meant: time
):
    hands = Hands(card)
    hands.go_to(ASKED)
    hands.write(typed)
    hands.press(Key.Key_Return) if way == "Return" else hands.push(AT_THAT_TIME)
    assert ended == [meant]
    assert card.when.line.text() == f"{meant:%H:%M}"
    assert not card.problem.isVisible()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Write the time when it ended."),
        ("half ten", "That is not a time. Write it as 10:00 or 18:30."),
        ("7:30", "That may be in the morning or in the evening. Write 7.30am or 7.30pm."),
    ],
)
def test_what_is_no_time_says_why_in_sight_and_aloud_and_ends_nothing(
    card: LeftRunning, ended: list[Any], announced: list[str], typed: str, why: str
):
    hands = Hands(card)
    hands.go_to(ASKED)
    hands.write(typed)
    hands.push(AT_THAT_TIME)
    assert (card.problem.text(), card.problem.isVisible(), announced) == (why, True, [why])
    assert card.when.line.accessibleDescription() == why
    assert (ended, card.when.line.text()) == ([], typed)


def test_once_all_is_well_the_reason_goes_and_the_hint_is_back(card: LeftRunning, announced: list[str]):
    card.say("It was still under way at 10:00.")
    card.say("")
    assert not card.problem.isVisible()
    assert (card.when.line.accessibleName(), card.when.line.accessibleDescription()) == (ASKED, "Such as 10:45")
    assert announced == ["It was still under way at 10:00."]
