"""From what a return lacks to the field in which it is mended, and back to Reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.hands import Hands
from tests.plans import a_series
from tests.tour import TODAY, settle, window_on

from amie_planner.domain.edits import Changes
from amie_planner.domain.plan import Series
from amie_planner.returns import monitoring
from amie_planner.returns.missing import Form, Missing
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.screens.monitoring import MonitoringScreen
from amie_planner.ui.screens.people import PeopleScreen
from amie_planner.ui.screens.reports import ReportsScreen
from amie_planner.ui.screens.session import REGISTER
from amie_planner.ui.sidebar import PEOPLE, PROGRAMMES, REPORTS, VOICE
from amie_planner.ui.sidebar import TODAY as TODAY_SCREEN
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.beside import ACTIVITY
from amie_planner.ui.widgets.palette import commands
from amie_planner.ui.widgets.return_seen import MISSING

PIECES = [{"title": "One", "genres": ["Folk"]}, {"title": "Two", "genres": ["Folk", "Zarq"]}]
PLAYED = [{"id": "a0", "title": "Warm up"}, {"id": "a1", "title": "Play", "music": PIECES}]


def band() -> Series:
    """A programme in which much is missing."""
    return a_series(
        programme={"uid": "u1", "title": "Band", "schools": [{"id": "school0"}, {"id": "school1", "name": "Hill"}]},
        people=[{"id": "p1", "alias": "Sky"}],
        sessions=[{"id": "s1", "title": "Week 1", "date": "2026-09-08", "status": "delivered", "activities": PLAYED}],
        stories=[{"id": "story1", "kind": "quote", "words": "Sky sang."}],
        team=[{"id": "t0", "name": "Al"}, {"id": "t1", "name": "Jo"}],
    )


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    with window_on(qtbot, store, band()) as made:
        made.show_screen(REPORTS)
        yield made


def reports(window: MainWindow) -> ReportsScreen:
    page = window.screens[REPORTS]
    assert isinstance(page, ReportsScreen)
    return page


def mend(window: MainWindow, form: Form, **where: str | None) -> str:
    """Goes where something is mended, and names what has the focus there."""
    reports(window).mend_wanted.emit(Missing("", form, where.pop("programme", None) or "u1", **where))
    settle()
    return Hands(window).name


@pytest.mark.parametrize(
    ("form", "where", "name"),
    [
        (Form.SESSION, {"session": "s1", "field": "minutes"}, "Minutes in all"),
        (Form.SESSION, {"session": "s1", "field": "status"}, "Status"),
        (Form.SESSION, {"session": "s1", "entry": "a1", "field": "genres"}, "Genres"),
        (Form.PERSON, {"person": "p1", "field": "school_year"}, "School year"),
        (Form.PERSON, {"person": "p1", "field": "code"}, "Agreed code"),
        (Form.FOR_RETURNS, {"field": "delivery"}, "Kind of provision"),
        (Form.FOR_RETURNS, {"entry": "school1", "field": "urn"}, "URN"),
        (Form.FOR_RETURNS, {"entry": "school1", "field": "phase"}, "Phase"),
        (Form.TEAM, {"entry": "t1", "field": "role"}, "Role"),
        (Form.PROGRAMME, {"field": "setting"}, "Setting"),
        (Form.ORGANISATION, {"programme": "", "field": "name"}, "Name of your organisation"),
        (Form.STORIES, {"entry": "story1", "field": "words"}, "What may be told"),
    ],
)
def test_it_leads_to_the_very_field(window: MainWindow, form: Form, where: dict[str, str], name: str) -> None:
    assert mend(window, form, **where) == name


def test_it_leads_from_person_to_person_though_the_next_is_in_another_programme(qtbot: QtBot, store: Store) -> None:
    other = a_series(programme={"uid": "u2", "title": "Choir"}, people=[{"id": "p2", "alias": "Rain"}])
    with window_on(qtbot, store, band(), other) as window:
        window.show_screen(REPORTS)
        for programme, person in (("u1", "p1"), ("u2", "p2"), ("u1", "p1")):
            assert mend(window, Form.PERSON, programme=programme, person=person, field="code") == "Agreed code"


def test_it_leads_to_a_register_to_an_activity_and_to_the_answers_of_a_programme(window: MainWindow) -> None:
    mend(window, Form.SESSION, session="s1", field="register")
    assert window.session is not None and window.session.faces.current == REGISTER
    mend(window, Form.SESSION, session="s1", entry="a1", field="genres")
    assert window.session is not None and window.session.planning.current == "a1"
    assert window.session.beside.faces.current == ACTIVITY
    genres = window.focusWidget()
    assert isinstance(genres, QLineEdit) and genres.text() == "Folk, Zarq"
    mend(window, Form.MONITORING)
    assert window.opening.page is not None and window.session is None


FOUR = a_series(
    programme={"uid": "u3", "title": "Drums"},
    people=[{"id": f"p{n}", "alias": name} for n, name in enumerate(("Ash", "Bo", "Cy", "Di"))],
)


def ask_some(window: MainWindow) -> None:
    """The first has answered, of the second it is agreed, the third objects, and nothing is kept of the fourth."""
    workspace, programme = window._workspace, "u3"

    def do(changes: Callable[..., Changes], *given: object, **fields: object) -> None:
        workspace.do("Ask", changes(workspace.kept_apart(programme), *given, **fields))

    do(monitoring.turn_on, programme, "The trustees", TODAY)
    do(monitoring.set_up, questions=("gender", "ethnic-group", "eal"))
    for person in ("p0", "p1"):
        do(monitoring.told, programme, person, TODAY, agreed_by="self")
    do(monitoring.answer, programme, "p0", "gender", codes=("girl",))
    do(monitoring.note_objection, programme, "p2", TODAY)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize(
    ("person", "question", "name", "asks"),
    [
        ("p1", "gender", "Girl or woman", "Gender"),
        ("p0", "eal", "Yes", "English as an additional language"),
        ("p3", "eal", "Agreed that we keep the answers", "Agreed that we keep the answers"),
    ],
)
def test_it_leads_to_the_question_of_somebody_in_sight_or_to_who_agreed(
    qtbot: QtBot, store: Store, text_size: int, person: str, question: str, name: str, asks: str
) -> None:
    with window_on(qtbot, store, FOUR, text_size=text_size) as window:
        window.resize(1366, 768)
        ask_some(window)
        window.show_screen(REPORTS)
        assert mend(window, Form.MONITORING, programme="u3", person=person, entry=question, field="codes") == name
        page = window.opening.page
        assert isinstance(page, MonitoringScreen) and page.people.chosen == person
        label = next(each for each in page.people.findChildren(Label) if each.text() == asks and each.isVisible())
        for part in (label, window.focusWidget()):
            assert part is not None and part.visibleRegion().boundingRect() == part.rect()


@pytest.mark.parametrize("text_size", [100, 200])
def test_whoever_it_leads_to_is_in_sight_in_a_long_list_too(qtbot: QtBot, store: Store, text_size: int) -> None:
    people = [{"id": f"p{n}", "alias": f"Ann {n}"} for n in range(40)]
    with window_on(
        qtbot, store, a_series(programme={"uid": "u3", "title": "Drums"}, people=people), text_size=text_size
    ) as window:
        window.resize(1366, 768)
        ask_some(window)
        window.show_screen(REPORTS)
        for person in ("p39", "p20"):
            mend(window, Form.MONITORING, programme="u3", person=person, entry="eal", field="codes")
            page = window.opening.page
            assert isinstance(page, MonitoringScreen) and page.people.chosen == person
            view = page.people.view
            assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_who_else_has_a_code_is_in_sight_in_large_text_when_it_is_come_to_and_when_it_is_typed(
    qtbot: QtBot, store: Store
) -> None:
    people = [{"id": f"p{n}", "alias": f"Ann {n}", "code": code} for n, code in enumerate(("K1", "K1", "K2"))]
    band = a_series(programme={"uid": "u1", "title": "Band"}, people=people)
    with window_on(qtbot, store, band, text_size=200) as window:
        window.resize(1366, 768)
        window.show_screen(REPORTS)

        def shared() -> Label:
            settle()
            [found] = [each for each in window.findChildren(Label) if "this code too" in each.text()]
            return found

        mend(window, Form.PERSON, person="p1", field="code")
        assert shared().visibleRegion().boundingRect() == shared().rect()
        mend(window, Form.PERSON, person="p2", field="code")
        Hands(window).write("k1")
        Hands(window).press(Qt.Key.Key_Return)
        assert shared().text().startswith("Ann 0 and Ann 1 have")
        assert shared().visibleRegion().boundingRect() == shared().rect()


@pytest.mark.parametrize("person", ["p2", "gone", None])
def test_to_nobody_who_may_be_asked_it_leads_to_the_list(qtbot: QtBot, store: Store, person: str | None) -> None:
    with window_on(qtbot, store, FOUR) as window:
        ask_some(window)
        window.show_screen(REPORTS)
        mend(window, Form.MONITORING, programme="u3", person=person, entry="eal", field="codes")
        page = window.opening.page
        assert isinstance(page, MonitoringScreen) and page.people.view.hasFocus()


@pytest.mark.parametrize(
    ("form", "where"),
    [
        (Form.SESSION, {"session": "s1", "field": "minutes"}),
        (Form.FOR_RETURNS, {}),
        (Form.MONITORING, {}),
        (Form.PERSON, {"person": "p1", "field": "code"}),
        (Form.STORIES, {"entry": "story1", "field": "words"}),
    ],
)
def test_back_leads_to_reports_as_they_were(window: MainWindow, form: Form, where: dict[str, str]) -> None:
    page = reports(window)
    page.check()
    page.show_what_leaves()
    page.faces.choose(MISSING)
    page.missing.view.setCurrentIndex(page.missing.rows.index(1))
    mend(window, form, **where)
    Hands(window).push("Back to Reports")
    settle()
    assert window.stack.currentWidget() is page and window.sidebar.current == REPORTS
    assert (page.faces.current, page.missing.view.currentIndex().row()) == (MISSING, 1)
    assert page.focusWidget() is page.missing.view


@pytest.mark.parametrize(
    ("form", "where"),
    [
        (Form.SESSION, {"session": "s1", "field": "minutes"}),
        (Form.SESSION, {"session": "s1", "field": "status"}),
        (Form.SESSION, {"session": "s1", "field": "register"}),
        (Form.FOR_RETURNS, {"field": "delivery"}),
        (Form.PERSON, {"person": "p1", "field": "code"}),
        (Form.STORIES, {"entry": "story1", "field": "words"}),
        (Form.MONITORING, {}),
    ],
)
def test_one_key_leads_back_to_reports_from_any_field_and_keeps_what_was_typed(
    window: MainWindow, form: Form, where: dict[str, str]
) -> None:
    mend(window, form, **where)
    if where.get("field") == "code":
        Hands(window).write("K1")
    Hands(window).press(Qt.Key.Key_Left, alt=True)
    settle()
    assert window.stack.currentWidget() is reports(window) and window.sidebar.current == REPORTS
    if where.get("field") == "code":
        assert window._workspace.series("u1").people[0].code == "K1"


def test_the_key_is_said_where_it_leads_back_and_does_nothing_elsewhere(window: MainWindow) -> None:
    def offered() -> list[tuple[str, str]]:
        return [(each.words, each.keys) for each in commands(window, window._planner()) if "Reports" in each.words]

    before = offered()
    mend(window, Form.PERSON, person="p1", field="code")
    people = window.screens[PEOPLE]
    assert isinstance(people, PeopleScreen)
    assert "Alt+Left" in people.back.accessibleDescription()
    assert window.saved.text() == "Alt+Left leads back to Reports."
    assert offered() == [*before, ("Back to Reports", "Alt+Left")]
    window.show_screen(TODAY_SCREEN)
    Hands(window).press(Qt.Key.Key_Left, alt=True)
    assert window.sidebar.current == TODAY_SCREEN and offered() == before


def test_who_comes_another_way_goes_back_to_the_programmes(window: MainWindow) -> None:
    mend(window, Form.SESSION, session="s1", field="minutes")
    window.open_session("u1", "s1")
    Hands(window).push("All programmes")
    assert window.sidebar.current == PROGRAMMES


def test_nobody_who_chose_people_is_led_to_reports(window: MainWindow) -> None:
    mend(window, Form.PERSON, person="p1", field="code")
    people = window.screens[PEOPLE]
    assert isinstance(people, PeopleScreen) and people.back.isVisible()
    window.sidebar.buttons[PEOPLE].click()
    assert not people.back.isVisible()
    window.open_session("u1", "s1")
    Hands(window).push("All programmes")
    assert window.sidebar.current == PROGRAMMES


def test_a_screen_that_was_chosen_leads_back_to_reports_no_more(window: MainWindow) -> None:
    mend(window, Form.SESSION, session="s1", field="minutes")
    window.show_screen(PEOPLE)
    window.opening.back()
    assert window.sidebar.current == PROGRAMMES


def test_a_programme_that_is_gone_to_is_shown_though_reports_were_left_to_mend(window: MainWindow) -> None:
    mend(window, Form.SESSION, session="s1", field="minutes")
    window.opening.go_to_programme("u1")
    assert window.sidebar.current == PROGRAMMES
    assert window.stack.currentWidget() is window.programmes


def test_people_and_stories_leave_reports_as_they_were_behind_them(window: MainWindow) -> None:
    page = reports(window)
    page.check()
    page.show_what_leaves()
    page.faces.choose(MISSING)
    for form, where, at in ((Form.PERSON, {"person": "p1"}, PEOPLE), (Form.STORIES, {"entry": "story1"}, VOICE)):
        mend(window, form, **where)
        assert window.sidebar.current == at
        window.sidebar.choose(REPORTS)
        assert page.faces.current == MISSING and not page.choices.isVisible()


def test_programmes_chosen_again_are_the_lists_of_programmes(window: MainWindow) -> None:
    mend(window, Form.FOR_RETURNS)
    assert window.programmes is not None and window.programmes.pages.for_returns is not None
    window.sidebar.buttons[PROGRAMMES].click()
    assert window.programmes.pages.for_returns is None and window.programmes.programme_view.isVisible()
