"""Ctrl+F finds anything written, over any screen, and leads there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands
from tests.tour import settle, window_on

from amie_planner.cli.demo import samples
from amie_planner.domain.changes import add, revise
from amie_planner.domain.records import LibraryAdaptation, NextTime, Observation
from amie_planner.store.store import Store
from amie_planner.ui.screens.library import LibraryScreen
from amie_planner.ui.screens.series import SeriesScreen
from amie_planner.ui.screens.session import REFLECT, REGISTER, RUN_IT
from amie_planner.ui.sidebar import LIBRARY, PEOPLE
from amie_planner.ui.widgets.series_pages import DAYS

Key = Qt.Key


def test_a_leader_finds_an_activity_from_anywhere_and_comes_to_it(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        window.show_screen(PEOPLE)
        hands.meanwhile(lambda: (hands.write("hello song"), hands.press(Key.Key_Down), hands.press(Key.Key_Return)))
        hands.press(Key.Key_F, ctrl=True)
        settle()
        assert window.session is not None
        assert window.session.planning.current
        current = window.session._desk.plan
        assert current.session.title == "Lift-off"
        assert next(a.title for a in current.activities if a.id == window.session.planning.current) == "Hello song"


@pytest.mark.parametrize("typed", ["meteor shower", "meteor note", "meteor twice"])
def test_what_was_written_while_looking_back_is_shown_there(qtbot: QtBot, store: Store, typed: str) -> None:
    with window_on(qtbot, store, *samples()) as window:
        space = next(series for series in samples() if series.programme.title.startswith("Space"))
        of, place = space.programme.id, {"programme": space.programme.id, "session": "s1"}
        seen = Observation.made(id="seen", position=50, text="Led the meteor shower", **place)
        note = NextTime.made(id="note", position=50, text="A meteor note", **place)
        change = next(lines for lines in space.sessions if lines.session.id == "s1").adaptations[-1]
        window._workspace.do(
            "Look back", [add(seen), add(note), revise(change, verdict="worked", verdict_note="The meteor, twice")]
        )
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write(typed), hands.press(Key.Key_Return)))
        hands.press(Key.Key_F, ctrl=True)
        settle()
        session = window.session
        assert session is not None and session.faces.current == REFLECT
        page = session.reflect
        chosen = {
            "meteor shower": (page.noticed.entries.chosen, "seen", page.noticed.entries.view),
            "meteor note": (
                page.next_time.model.rows[page.next_time.view.currentIndex().row()].id,
                "note",
                page.next_time.view,
            ),
            "meteor twice": (page.verdicts.current, change.id, page.verdicts.view),
        }
        held, id, view = chosen[typed]
        assert (held, of) == (id, session._desk.programme)
        assert hands.here is view


def test_while_a_session_is_run_nothing_is_found_and_it_is_said_why(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        programme = samples()[0].programme.id
        window.open_session(programme, "s1", RUN_IT)
        settle()
        opened: list[QWidget | None] = []

        def look() -> None:
            opened.append(dialog := QApplication.activeModalWidget())
            if dialog is not None:
                dialog.close()

        hands = Hands(window)
        QTimer.singleShot(0, look)
        hands.press(Key.Key_F, ctrl=True)
        settle()
        assert opened == [None]
        assert window.saved.text() == "Find could show private words in the room. Go to another page, then find."
        window.session.show_face(REGISTER)
        hands.meanwhile(lambda: (hands.write("hello song"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_F, ctrl=True)
        settle()
        assert window.session.planning.current


def test_an_answer_is_shown_in_the_field_of_its_prompt(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        space = next(series for series in samples() if series.programme.title.startswith("Space"))
        first = next(lines.session for lines in space.sessions if lines.session.id == "s1")
        answers = {"went_well": "Quiet start", "not_heard": "The comet corner"}
        window._workspace.do("Look back", [revise(first, reflection=answers)])
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("comet corner"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_F, ctrl=True)
        settle()
        assert hands.name == "Who was not heard yet?"


def test_what_the_register_holds_and_the_days_of_a_programme_are_shown_where_they_are_written(
    qtbot: QtBot, store: Store
) -> None:
    with window_on(qtbot, store, *samples()) as window:
        space = next(series for series in samples() if series.programme.title.startswith("Space"))
        first = next(lines.session for lines in space.sessions if lines.session.id == "s1")
        window._workspace.do(
            "Write",
            [
                revise(first, attendance={"guests": ["Quasar"]}),
                revise(space.programme, holidays=[{"label": "Pulsar week", "from": "2026-10-26"}]),
            ],
        )
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("quasar"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_F, ctrl=True)
        settle()
        assert window.session is not None and window.session.faces.current == REGISTER
        hands.meanwhile(lambda: (hands.write("pulsar"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_F, ctrl=True)
        settle()
        page = window.stack.currentWidget()
        assert isinstance(page, SeriesScreen) and page.faces.current == DAYS
        assert page.days.isVisible()


def test_escape_gives_the_focus_back(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        before = hands.here
        hands.meanwhile(lambda: (hands.write("drum"), hands.press(Key.Key_Escape)))
        hands.press(Key.Key_F, ctrl=True)
        assert hands.here is before


def test_what_is_just_being_typed_is_found_too(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        space = next(series for series in samples() if series.programme.title.startswith("Space"))
        window.go_to_person(space.programme.id, space.people[0].id)
        settle()
        hands.go_to("What helps")
        hands.write("A zither")
        found: list[str] = []

        def look() -> None:
            hands.write("zither")
            found.extend(row.text for row in hands.here.window().model.rows)
            hands.press(Key.Key_Escape)

        hands.meanwhile(look)
        hands.press(Key.Key_F, ctrl=True)
        assert found == ["People", "A «zither»"]


def test_an_entry_of_the_library_is_shown_even_when_it_was_taken_off_the_shelf(qtbot: QtBot, store: Store) -> None:
    own = LibraryAdaptation.made(id="own1", title="Zither at hand")
    store.apply([add(own), add(own.revised(id="own2", title="Zither at rest", hidden=True))])
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        for title, id in (("at rest", "own2"), ("at hand", "own1")):
            hands.meanwhile(lambda title=title: (hands.write(f"zither {title}"), hands.press(Key.Key_Return)))
            hands.press(Key.Key_F, ctrl=True)
            settle()
            library = window.screens[LIBRARY]
            assert isinstance(library, LibraryScreen) and window.stack.currentWidget() is library
            assert library.finder.current == id
