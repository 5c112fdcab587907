"""What comes next: the first session large, a few more below it, and where to go where nothing comes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.models.today import ComingRow
from amie_planner.ui.widgets.next_session import NextSession

Key = Qt.Key


def a_row(n: int) -> ComingRow:
    return ComingRow(f"2/p{n}/s1", f"In {n} days", f"Session {n}", "Sounds, Hall", f"p{n}", f"s{n}")


@pytest.fixture
def card(qtbot: QtBot) -> NextSession:
    made = NextSession()
    in_front(qtbot, made, 600, 700)
    return made


def test_the_next_one_is_large_and_opens_by_its_button(card: NextSession):
    card.show_sessions([a_row(1)], "")
    opened: list[tuple[str, str]] = []
    card.session_wanted.connect(lambda programme, session: opened.append((programme, session)))
    assert (card.when.text(), card.title.text(), card.place.text()) == ("In 1 days", "Session 1", "Sounds, Hall")
    assert card.open.accessibleDescription() == "In 1 days, Session 1, Sounds, Hall"
    card.setFocus()
    QTest.keyClick(card.open, Key.Key_Space)
    assert opened == [("p1", "s1")]
    assert not (card.words.isVisible() or card.also.isVisible() or card.view.isVisible())


def test_one_that_is_under_way_is_gone_on_with_where_it_is_run(card: NextSession):
    gone_on: list[tuple[str, str]] = []
    card.run_wanted.connect(lambda programme, session: gone_on.append((programme, session)))
    card.show_sessions([replace(a_row(1), under_way=True)], "")
    assert card.open.text() == "Go on with this session"
    card.open.click()
    assert gone_on == [("p1", "s1")]
    card.show_sessions([a_row(1)], "")
    assert card.open.text() == "Open this session"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_those_after_it_are_listed_and_open_by_enter(card: NextSession, key: Key):
    card.show_sessions([a_row(1), a_row(2), a_row(3)], "")
    assert card.also.isVisible()
    assert [row.text for row in card.rows.rows] == ["Session 2", "Session 3"]
    opened: list[tuple[str, str]] = []
    card.session_wanted.connect(lambda programme, session: opened.append((programme, session)))
    card.view.setFocus(Qt.FocusReason.TabFocusReason)
    card.view.setCurrentIndex(card.rows.index(1))
    QTest.keyClick(card.view, key)
    assert opened == [("p3", "s3")]


def test_a_row_opens_by_a_click(card: NextSession):
    card.show_sessions([a_row(1), a_row(2)], "")
    opened: list[str] = []
    card.session_wanted.connect(lambda programme, session: opened.append(session))
    at = card.view.visualRect(card.rows.index(0)).center()
    QTest.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == ["s2"]


def test_with_nothing_ahead_it_says_so_and_leads_to_the_programmes(card: NextSession):
    card.show_sessions([], "Nothing lies ahead.")
    went: list[bool] = []
    card.programmes_wanted.connect(lambda: went.append(True))
    shown = [part for part in (card.words, card.when, card.title, card.place, card.open) if part.isVisible()]
    assert (shown, card.words.text()) == ([card.words], "Nothing lies ahead.")
    card.setFocus()
    assert card.programmes.hasFocus()
    card.programmes.click()
    assert went == [True]


def test_it_shows_what_comes_now_and_nothing_of_before(card: NextSession):
    card.show_sessions([a_row(1), a_row(2)], "Soon")
    card.last_time.show()
    card.show_sessions([], "None")
    assert (card.when.text(), card.title.text(), card.rows.rows) == ("", "", ())
    assert card.open.accessibleDescription() == "" and not card.last_time.isVisible()
    card.show_sessions([a_row(4)], "")
    card.setFocus()
    assert card.open.hasFocus()
