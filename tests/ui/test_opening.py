"""What is seen in the window: one page after another, none left before what is typed on it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands
from tests.tour import settle, window_on

from amie_planner.domain.edits.programmes import remove_session
from amie_planner.domain.searching import Hit, lines
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.models.search import lead_to
from amie_planner.ui.screens.monitoring import MonitoringScreen
from amie_planner.ui.screens.series import SeriesScreen
from amie_planner.ui.screens.session import PLAN, REFLECT, RUN_IT, SessionScreen
from amie_planner.ui.sidebar import LIBRARY, PEOPLE, PROGRAMMES, TODAY, Planner
from amie_planner.ui.widgets import exchanging
from amie_planner.ui.widgets.beside import SESSION

SPACE = load(SPACE_SOUNDS)
PROGRAMME = SPACE.programme.id


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    with window_on(qtbot, store, SPACE) as made:
        yield made


def turns(window: MainWindow) -> list[bool]:
    """Each time that something else is seen: whether a session is being run then."""
    told: list[bool] = []
    window.opening.turned.connect(lambda: told.append(window.opening.in_the_room))
    return told


def type_no_time(window: MainWindow) -> None:
    """Types what is no time where one is asked for."""
    assert window.session is not None
    window.session.show_face(PLAN)
    window.session.beside.faces.choose(SESSION)
    hands = Hands(window)
    hands.go_to("Starts at")
    hands.write("when it rains")


def answers(monkeypatch: pytest.MonkeyPatch, answer: int) -> list[str]:
    asked: list[str] = []
    monkeypatch.setattr(exchanging, "ask", lambda parent, question, *ways: (asked.append(question), answer)[1])
    return asked


@pytest.mark.parametrize(
    ("how", "kind"),
    [("open_session", SessionScreen), ("open_series", SeriesScreen), ("open_monitoring", MonitoringScreen)],
)
def test_a_page_stands_before_the_screens_under_programmes_and_the_next_takes_its_place(
    window: MainWindow, how: str, kind: type
):
    window.open_session(PROGRAMME, "s2")
    told = turns(window)
    getattr(window.opening, how)(PROGRAMME, *(("s1",) if how == "open_session" else ()))
    settle()
    assert isinstance(window.stack.currentWidget(), kind) and window.stack.currentWidget() is window.opening.page
    assert len(window.findChildren(SessionScreen)) == (kind is SessionScreen)
    assert window.sidebar.current == PROGRAMMES
    assert told == [False]


def test_it_is_told_when_a_session_begins_to_be_run_and_when_it_is_run_no_more(window: MainWindow):
    told = turns(window)
    window.open_session(PROGRAMME, "s1", RUN_IT)
    window.session.show_face(REFLECT)
    window.session.show_face(RUN_IT)
    window.show_screen(TODAY)
    assert told == [True, False, True, False]


def test_the_session_menu_is_about_the_session_that_is_open(window: MainWindow):
    menu = window._session
    assert not menu.menuAction().isVisible()
    window.open_session(PROGRAMME, "s1")
    window.open_session(PROGRAMME, "s2")
    run = next(action for action in menu.actions() if action.text() == "Run &it")
    run.trigger()
    assert window.session._desk.session == "s2" and window.session.in_the_room
    window.open_series(PROGRAMME)
    assert not menu.menuAction().isVisible() and not menu.actions()


def test_what_is_typed_is_kept_on_the_way_out(window: MainWindow):
    window.open_session(PROGRAMME, "s1", REFLECT)
    Hands(window).write("Calm")
    window.show_screen(LIBRARY)
    assert window._workspace.plan(PROGRAMME, "s1").session.reflection["went_well"] == "Calm"


def test_one_may_stay_where_something_is_not_kept(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    window.open_session(PROGRAMME, "s1")
    type_no_time(window)
    asked, told = answers(monkeypatch, 1), turns(window)
    window.sidebar.choose(PEOPLE)
    assert asked and "not a time" in asked[0]
    assert window.session is not None and window.stack.currentWidget() is window.session
    assert window.sidebar.current == PROGRAMMES
    window.open_session(PROGRAMME, "s2")
    assert window.session._desk.session == "s1"
    assert told == []
    answers(monkeypatch, 0)
    window.show_screen(TODAY)


WAYS: dict[str, Callable[[Planner], object]] = {
    "an activity that was found": lambda planner: lead_to(found("s2", "a2"), planner),
    "what is written of the programme": lambda planner: planner.show_details(PROGRAMME),
    "a person": lambda planner: planner.go_to_person(PROGRAMME, SPACE.people[0].id),
    "what somebody said": lambda planner: planner.go_to_voice(PROGRAMME, "v1"),
    "an entry of the library": lambda planner: planner.go_to_entry("own"),
    "a programme": lambda planner: planner.go_to_programme(PROGRAMME),
}


def found(session: str, activity: str) -> Hit:
    plan = SPACE.plan(session)
    record = next(each for each in plan.activities if each.id == activity)
    return Hit(record, tuple(line.text for line in lines(record)), session=plan.session)


@pytest.mark.parametrize("way", WAYS)
def test_where_one_stays_nothing_is_gone_to_on_the_page_that_is_still_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, way: str
):
    window.open_session(PROGRAMME, "s1")
    type_no_time(window)
    window.session.show_face(REFLECT)
    asked, before, focused = answers(monkeypatch, 1), set(window.screens), Hands(window).here
    WAYS[way](window._planner())
    settle()
    assert len(asked) == 1
    assert window.session._desk.session == "s1" and window.session.faces.current == REFLECT
    assert (set(window.screens), Hands(window).here) == (before, focused)
    answers(monkeypatch, 0)
    WAYS[way](window._planner())
    assert window.session is None or window.session._desk.session != "s1"


def test_one_may_leave_what_is_not_kept(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    window.open_session(PROGRAMME, "s1")
    type_no_time(window)
    asked = answers(monkeypatch, 0)
    window.sidebar.choose(PEOPLE)
    assert len(asked) == 1
    assert window.session is None and window.stack.currentWidget() is window.screens[PEOPLE]


def test_a_page_that_cannot_be_opened_leaves_the_one_before_as_it_is(window: MainWindow):
    window.open_session(PROGRAMME, "s1")
    before = window.session
    with pytest.raises(KeyError):
        window.open_session(PROGRAMME, "gone")
    assert window.session is before and window.stack.currentWidget() is before
    window._workspace.do("Remove it", remove_session(window._workspace.series(PROGRAMME), "s1"))
    assert window.session is None and window.sidebar.current == PROGRAMMES


def test_a_screen_is_made_when_it_is_first_asked_for(window: MainWindow):
    assert set(window.screens) == {TODAY}
    window.show_screen(LIBRARY)
    window.show_screen(TODAY)
    window.show_screen(LIBRARY)
    assert set(window.screens) == {TODAY, LIBRARY}
