"""What a screen stands on: every screen is made by its place, and ways lead to the faces they are called by."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.plans import a_series
from tests.tour import TODAY as TODAY_IS
from tests.tour import settle, window_on

from amie_planner.cli.demo import samples
from amie_planner.domain.changes import revise
from amie_planner.store.store import Store
from amie_planner.ui.screens import series
from amie_planner.ui.screens.session import FACES, REFLECT, REGISTER, RUN_IT
from amie_planner.ui.sidebar import LIBRARY, PEOPLE, PROGRAMMES, REPORTS, SCREENS, TODAY, VOICE, made
from amie_planner.ui.widgets.session_panel import SessionPanel


@pytest.mark.parametrize(
    ("at", "called"),
    [
        (TODAY, "TodayScreen"),
        (PROGRAMMES, "ProgrammesScreen"),
        (PEOPLE, "PeopleScreen"),
        (LIBRARY, "LibraryScreen"),
        (VOICE, "VoiceScreen"),
        (REPORTS, "ReportsScreen"),
    ],
)
def test_each_place_has_its_screen(qtbot: QtBot, store: Store, at: int, called: str) -> None:
    with window_on(qtbot, store, *samples()) as window:
        screen = made(at, window._planner())
        qtbot.addWidget(screen)
        assert (type(screen).__name__, screen.objectName()) == (called, "screen")


def test_the_screens_are_shown_by_their_names(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        for at, (name, show) in enumerate(window._planner().screens):
            show()
            assert (name, window.sidebar.current) == (SCREENS[at], at)


def test_ways_into_a_session_open_the_face_they_are_called_by(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        programme = samples()[0].programme.id
        opened = []
        for name, go in window._planner().into_session:
            go(programme, "s1")
            settle()
            assert window.session is not None
            opened.append((name, window.session.faces.current))
        assert opened == [(FACES[at], at) for at in (RUN_IT, REGISTER, REFLECT)]


def test_ways_into_a_programme_open_the_page_they_are_called_by(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        programme = samples()[0].programme.id
        for name, go in window._planner().into_programme:
            if name not in series.FACES:
                continue
            go(programme)
            settle()
            page = window.stack.currentWidget()
            assert isinstance(page, series.SeriesScreen)
            assert series.FACES[page.faces.current] == name
        window._planner().show_days(programme)
        page = window.stack.currentWidget()
        assert isinstance(page, series.SeriesScreen) and page.faces.current == series.DAYS


def test_only_a_session_that_is_being_run_is_in_the_room(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        planner, programme = window._planner(), samples()[0].programme.id
        assert not planner.in_the_room()
        planner.run(programme, "s1")
        assert planner.in_the_room()
        planner.look_back(programme, "s1")
        assert not planner.in_the_room()


def test_what_is_written_of_a_programme_stands_beside_its_next_session_or_the_last(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        planner, programme = window._planner(), samples()[0].programme.id
        planner.show_details(programme)
        assert window.session is not None and isinstance(window.session.beside.panel, SessionPanel)
        last = window._workspace.series(programme).in_order()[-1].session
        assert window.session._desk.session == last.id
        first = window._workspace.series(programme).in_order()[0].session
        window._workspace.do("Put it later", [revise(first, date=TODAY_IS), revise(last, date=date(2026, 12, 24))])
        planner.show_details(programme)
        assert window.session is not None and window.session._desk.session == first.id


def test_a_programme_without_a_session_is_shown_in_the_list(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, a_series()) as window:
        window.show_screen(PEOPLE)
        window._planner().show_details("u1")
        assert window.sidebar.current == PROGRAMMES and window.programmes is not None
        assert window.programmes.chosen == "u1"
