"""The frame: which day it is, and where the sidebar stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands
from tests.tour import window_on

from amie_planner import app
from amie_planner.checks.check import Line, LineKind
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Actual
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.exchange.loading import load
from amie_planner.places import resource
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.screens.series import SeriesScreen
from amie_planner.ui.screens.session import PAPER, REFLECT, RUN_IT
from amie_planner.ui.screens.today import TodayScreen
from amie_planner.ui.sidebar import PEOPLE, PROGRAMMES, TODAY, VOICE
from amie_planner.ui.widgets import exchanging
from amie_planner.ui.widgets.beside import SESSION
from amie_planner.ui.widgets.heard_wording import HeardWordingDialog
from amie_planner.ui.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    """The window on space-sounds."""
    with window_on(qtbot, store, load(SPACE_SOUNDS)) as made:
        yield made


def test_a_window_that_was_left_open_over_night_begins_the_new_day(qtbot: QtBot, store: Store) -> None:
    store.apply(bring_in(load(SPACE_SOUNDS), 0))
    days = [date(2026, 9, 14)]
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: days[-1])
    for at in (PEOPLE, VOICE, TODAY):
        window.show_screen(at)
    window.open_session(load(SPACE_SOUNDS).programme.id, "s2")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert window.screens[TODAY].day.text() == "Monday 14 September 2026"
    days.append(date(2026, 9, 15))
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is elsewhere)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.screens[TODAY].day.text() == "Tuesday 15 September 2026")
    assert window.session is not None
    counting = (window.screens[PEOPLE], window.screens[VOICE], window.session.access)
    assert {page._today for page in counting} == {date(2026, 9, 15)}


def find_damage(window: MainWindow) -> list[str]:
    """Has the window told that its planner is damaged, and closes what it says; the list holds that."""
    told: list[str] = []

    def close_what_is_told() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.close()

    QTimer.singleShot(0, close_what_is_told)
    window._workspace.damaged.emit(AmieError("This planner file is damaged.", "Open a copy."))
    return told


def test_of_a_damaged_planner_nothing_goes_on_that_was_being_asked_and_the_window_closes(
    qtbot: QtBot, store: Store
) -> None:
    with window_on(qtbot, store, load(SPACE_SOUNDS)) as window:
        told: list[str] = []
        QTimer.singleShot(0, lambda: told.extend(find_damage(window)))
        assert exchanging.ask(window, "Who is this plan file for?", "Without people", "With people") == -1
        assert told == ["This planner file is damaged.\n\nOpen a copy."]
        qtbot.waitUntil(lambda: not window.isVisible())


def test_a_damaged_planner_is_not_closed_over_what_is_typed_and_not_kept_unasked(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with window_on(qtbot, store, load(SPACE_SOUNDS)) as window:
        window.open_session(load(SPACE_SOUNDS).programme.id, "s1")
        assert window.session is not None
        window.session.beside.faces.choose(SESSION)
        hands = Hands(window)
        hands.go_to("Starts at")
        hands.write("when it rains")
        asked: list[str] = []
        monkeypatch.setattr(exchanging, "ask", lambda parent, question, *ways: (asked.append(question), 0)[1])
        find_damage(window)
        qtbot.waitUntil(lambda: not window.isVisible())
        assert len(asked) == 1 and asked[0].startswith("Something you typed is not kept.")


def test_the_sidebar_says_programmes_while_a_session_is_open(window: MainWindow) -> None:
    window.open_session(load(SPACE_SOUNDS).programme.id, "s1")
    assert window.sidebar.current == PROGRAMMES


def test_undo_and_redo_say_what_they_did(window: MainWindow) -> None:
    workspace = window._workspace
    workspace.do("Rename it", [revise(workspace.programmes()[0], title="Comets")])
    workspace.history.undo()
    assert window.saved.text() == "✓ Undone: Rename it"
    workspace.history.redo()
    assert window.saved.text() == "✓ Done again: Rename it"


def test_a_hubs_words_for_heard_are_used_on_every_screen_and_let_go_of_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_session(load(SPACE_SOUNDS).programme.id, "s1")
    assert window.session is not None
    menu = {action.text(): action for action in window._file.actions()}
    rows = window.session.beside.findings.model
    hub = str(resource("samples", "hub-wording.json"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (hub, ""))
    monkeypatch.setattr(HeardWordingDialog, "exec", lambda _: 1)
    menu["Use a &hub’s words for HEARD…"].trigger()
    window.session.check()
    headings = [row.text for row in rows.rows if row.kind == "heading"]
    assert any(heading.startswith("Fair: ") for heading in headings)
    assert not any(row.id.startswith("R") for row in rows.rows)
    assert window.saved.text() == "HEARD is in the words of ‘Riverside Music Hub (an example)’ now."
    menu["Use our &own words for HEARD"].trigger()
    window.session.check()
    assert any(row.id == "R" for row in rows.rows)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    menu["Use a &hub’s words for HEARD…"].trigger()
    assert window.saved.text() == "HEARD is worded as before."


def test_what_heard_finds_over_time_leads_to_its_line_in_its_session(window: MainWindow) -> None:
    series = load(SPACE_SOUNDS)
    assert window.programmes is not None
    window.programmes.look_back.click()
    page = window.stack.currentWidget()
    assert isinstance(page, SeriesScreen)
    assert window.sidebar.current == PROGRAMMES
    last = series.in_order()[-1]
    page.go_to(Line(LineKind.ACTIVITY, f"{last.session.id}/{last.activities[-1].id}", ""))
    assert window.session is not None
    assert window.session.planning.current == last.activities[-1].id
    window.session.back.click()
    assert window.session is None
    assert window.stack.currentWidget() is window.programmes


def test_the_wording_of_heard_is_saved_to_be_changed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save = next(a for a in window._file.actions() if a.text().startswith("Save the &wording"))
    for chosen, said in ((tmp_path / "heard.json", "Saved heard.json"), (None, "Nothing is saved.")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: (str(chosen or ""), ""))
        save.trigger()
        assert window.saved.text() == said
    assert heard_wording.load(tmp_path / "heard.json").records == ()


def test_from_one_session_to_the_next_no_screen_below_is_shown_for_a_moment(window: MainWindow) -> None:
    shown: list[int] = []
    window.stack.currentChanged.connect(lambda at: shown.append(window.stack.widget(at)))
    for session in ("s1", "s2"):
        window.open_session(load(SPACE_SOUNDS).programme.id, session)
    window.show_screen(PEOPLE)
    assert not [page for page in shown if page in (window.screens[TODAY], window.screens.get(PROGRAMMES))]


AT_REST = "Everything is saved as you write."
SPACE = load(SPACE_SOUNDS).programme.id
TURNS: dict[str, Callable[[MainWindow], object]] = {
    "a screen": lambda window: window.show_screen(PEOPLE),
    "a session": lambda window: window.open_session(SPACE, "s1"),
    "a programme over time": lambda window: window.open_series(SPACE),
    "its monitoring": lambda window: window.open_monitoring(SPACE),
}


@pytest.mark.parametrize("way", TURNS)
def test_what_was_said_of_one_page_does_not_stand_on_the_next(window: MainWindow, way: str) -> None:
    for before in TURNS:
        TURNS[before](window)
        window.say("Nothing is written here yet.")
        TURNS[way](window)
        assert (window.saved.text(), window.saved.accessibleName()) == (AT_REST, AT_REST)


def test_what_is_said_by_the_very_turn_stays(window: MainWindow, tmp_path: Path) -> None:
    window.show_screen(PEOPLE)
    window.open_session(SPACE, "s1", RUN_IT)
    assert window.saved.text() == "Private words are hidden here."
    assert window.session is not None
    window.session.show_face(PAPER)
    assert window.session.paper.pdf
    window.session.paper.save_to(tmp_path / "paper.pdf")
    window.show_screen(PEOPLE)
    assert window.saved.text() == "Saved paper.pdf"


def test_a_session_that_is_under_way_is_gone_on_with_from_today(qtbot: QtBot, store: Store) -> None:
    series = load(SPACE_SOUNDS)
    store.apply(bring_in(series, 0))
    plan = series.plan("s1")
    first = plan.activities[0].id
    store.apply(
        [revise(plan.session, status="planned", date=date(2026, 9, 14), actual={first: Actual.made(start="10:00")})]
    )
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: date(2026, 9, 14), lambda: datetime(2026, 9, 14, 10, 5))
    window.show()
    today = window.screens[TODAY]
    assert isinstance(today, TodayScreen)
    assert (today.next.when.text(), today.next.open.text()) == ("Under way since 10:00", "Go on with this session")
    today.next.open.click()
    assert window.session is not None and window.session.in_the_room
    window.show_screen(TODAY)
    today.reflect_wanted.emit(series.programme.id, "s1")
    assert window.session is not None and window.session.faces.current == REFLECT
