"""Programmes that are counted: all that are offered, but those from which the tick was taken."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front
from tests.plans import a_series

from amie_planner.domain.records import Programme
from amie_planner.ui.widgets.programme_ticks import ProgrammeTicks


def programmes(*uids: str) -> list[Programme]:
    return [a_series(programme={"uid": uid, "title": f"Programme {uid}"}).programme for uid in uids]


def test_a_tick_stays_away_until_it_is_set_again_whatever_is_offered_meanwhile(qtbot: QtBot) -> None:
    before, window = QLineEdit(), QWidget()
    shown = ProgrammeTicks(before)
    layout = QVBoxLayout(window)
    layout.addWidget(before)
    layout.addWidget(shown)
    in_front(qtbot, window, 300, 200)
    edited = list[bool]()
    shown.edited.connect(lambda: edited.append(True))
    shown.offer(programmes("u1", "u2"))
    shown.boxes["u1"].click()
    assert shown.value() == ("u2",)
    shown.offer([])
    assert shown.none.isVisible() and shown.value() == ()
    shown.offer(programmes("u1", "u3"))
    assert not shown.none.isVisible() and shown.value() == ("u3",)
    shown.boxes["u1"].click()
    assert shown.value() == ("u1", "u3") and edited == [True, True]
