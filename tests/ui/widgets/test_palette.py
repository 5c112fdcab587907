"""Ctrl+K does anything the window offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands
from tests.tour import TODAY, settle, window_on

from amie_planner.cli.demo import samples
from amie_planner.domain.changes import revise
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.models.palette import Palette, other_words
from amie_planner.ui.screens import series
from amie_planner.ui.screens.session import FACES, PLAN, REFLECT, REGISTER, RUN_IT
from amie_planner.ui.sidebar import LIBRARY, OVER_TIME, PROGRAMMES, SCREENS
from amie_planner.ui.sidebar import TODAY as TODAY_SCREEN
from amie_planner.ui.widgets.palette import commands

Key = Qt.Key


def test_a_few_letters_and_enter_show_a_screen(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("libr"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        assert window.stack.currentWidget() is window.screens[LIBRARY]
        assert window.sidebar.current == LIBRARY


def test_every_screen_and_everything_the_menus_offer_now_is_among_the_commands(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        space = samples()[0].programme.id

        def said() -> set[str]:
            return {command.words for command in commands(window, window._planner())}

        assert {f"Go to {name}" for name in SCREENS} <= said()
        assert "Add activity" not in said() and "Save PDF…" in said()
        window.open_session(space, "s1")
        assert {"Add activity", "Access", "High contrast", "Text 200%"} <= said()
        menus = {window._file, window._edit, window._session, window._view}
        offered = {a.text().replace("&", "") for menu in menus for a in menu.actions() if a.text() and a.isEnabled()}
        assert offered - {"Commands…"} <= said()


def test_a_command_is_done_by_its_own_action(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        window.open_session(samples()[0].programme.id, "s1")
        assert window.session is not None
        before = len(window.session._desk.plan.activities)
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("add act"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        assert len(window.session._desk.plan.activities) == before + 1


def said(window: MainWindow) -> list[str]:
    return [command.words for command in commands(window, window._planner())]


def found(window: MainWindow, typed: str) -> list[str]:
    return [row.text for row in Palette(commands(window, window._planner())).answer(typed, frozenset()).rows]


def with_a_session_today(window: MainWindow) -> str:
    space = samples()[0]
    first = next(lines.session for lines in space.sessions if lines.session.id == "s1")
    window._workspace.do("Put it today", [revise(first, date=TODAY, title="Lift-off", status="planned")])
    settle()
    return space.programme.id


SPACE = "‘Space sounds, Comet class’"
ASKED = [
    ("holiday", f"Terms and holidays: {SPACE}"),
    ("half term", f"Terms and holidays: {SPACE}"),
    ("calendar", f"Terms and holidays: {SPACE}"),
    ("term grid", f"Sessions: {SPACE}"),
    ("move sessions", f"Sessions: {SPACE}"),
    ("term overview", f"Sessions: {SPACE}"),
    ("charts", f"Look back over {SPACE}"),
    ("findings", f"HEARD over time: {SPACE}"),
    ("looking back", "Reflect: ‘Lift-off’"),
    ("Reflect", "Reflect: ‘Lift-off’"),
    ("register", "Register: ‘Lift-off’"),
    ("attendance", "Register: ‘Lift-off’"),
    ("run it", "Run it: ‘Lift-off’"),
    ("first plan", "New programme…"),
    ("first plans", "Go to Library"),
    ("bring in", "Bring in a plan file…"),
    ("import", "Bring in a plan file…"),
    ("text size", "Text 150%"),
    ("bigger letters", "Text 200%"),
    ("theme", "Cream"),
    ("dark", "Dark"),
    ("dark theme", "Dark"),
    ("search", "Find anything you have written…"),
    ("export", f"Hand on as a plan file: {SPACE}"),
    ("print", "Save PDF…"),
    ("children", "Go to People"),
    ("funder", "Go to Reports"),
    ("next session", f"Go to the programme {SPACE}"),
    ("cancel", f"Sessions: {SPACE}"),
    ("walk-in", "Register: ‘Lift-off’"),
    ("csv", "Go to People"),
]


def test_what_leaders_ask_for_is_found_from_the_first_screen(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        with_a_session_today(window)
        assert [(typed, found(window, typed)) for typed, words in ASKED if words not in found(window, typed)[:12]] == []


@pytest.mark.parametrize(
    ("typed", "face"), [("run it: lift", RUN_IT), ("attendance lift", REGISTER), ("looking back lift", REFLECT)]
)
def test_a_face_of_the_next_session_is_opened_from_any_screen(
    qtbot: QtBot, store: Store, typed: str, face: int
) -> None:
    with window_on(qtbot, store, *samples()) as window:
        with_a_session_today(window)
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write(typed), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        assert window.session is not None and window.session.faces.current == face


@pytest.mark.parametrize(("typed", "face"), [("term grid", series.SESSIONS), ("half term", series.DAYS)])
def test_a_face_of_a_programme_over_time_is_opened_from_any_screen(
    qtbot: QtBot, store: Store, typed: str, face: int
) -> None:
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write(f"{typed} space"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        page = window.stack.currentWidget()
        assert isinstance(page, series.SeriesScreen) and page.faces.current == face


def test_the_ways_into_a_session_and_a_programme_are_called_as_the_faces_are(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store) as window:
        planner = window._planner()
        assert {name for name, _ in planner.into_session} <= set(FACES)
        assert OVER_TIME == series.FACES


def test_the_buttons_and_faces_of_the_page_are_commands_and_each_is_called_otherwise_too(
    qtbot: QtBot, store: Store
) -> None:
    with window_on(qtbot, store, *samples()) as window:
        programme = with_a_session_today(window)
        shown = [
            *(lambda at=at: window.show_screen(at) for at in (TODAY_SCREEN, PROGRAMMES)),
            *(lambda at=at: window.open_series(programme, at) for at in range(len(series.FACES))),
            *(lambda at=at: window.open_session(programme, "s1", at) for at in range(len(FACES))),
        ]
        every: list[str] = []
        for show in shown:
            show()
            settle()
            every += said(window)
        wanted = {"Open this session", "Add one like this", "Term overview…", "This date is lost…", "Add term", *FACES}
        assert wanted | {"Save a calendar file…", "Keep as a first plan…", "Everyone here (E)"} <= set(every)
        assert [words for words in dict.fromkeys(every) if not other_words(words)] == []


def test_a_button_of_the_page_is_pressed_where_it_stands(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        window.show_screen(PROGRAMMES)
        settle()
        before = len(window._workspace.series(samples()[0].programme.id).sessions)
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("new session"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        assert len(window._workspace.series(samples()[0].programme.id).sessions) == before + 1


def test_enter_before_anything_is_typed_changes_nothing_on_any_page(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        for at in range(len(SCREENS)):
            window.show_screen(at)
            assert said(window)[0] == f"Go to {SCREENS[0]}"


def test_no_command_is_there_twice_on_a_page(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        programme = with_a_session_today(window)
        window.open_session(programme, "s1", PLAN)
        settle()
        every = said(window)
        assert [words for words in dict.fromkeys(every) if every.count(words) > 1] == []


def test_while_a_session_is_run_no_title_or_name_is_among_the_commands(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        programme = with_a_session_today(window)
        person = window._workspace.series(programme).people[0]
        window._workspace.do("Change an alias", [revise(person, alias="Quasar")])
        window.open_session(programme, "s1", RUN_IT)
        settle()
        every = said(window)
        assert [words for words in every if "Quasar" in words or "Lift-off" in words or "Space s" in words] == []
        assert {"Register", "Go to Today", "Dark"} <= set(every)
