"""Records for a hub: a return is chosen, seen exactly as it will leave, then saved and noted."""

from __future__ import annotations

import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front
from tests.plans import a_series
from tests.returns.hub_file import HUB
from tests.returns.opening import parts
from tests.tour import settle

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.records import OwnReturn, ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.store.store import Store
from amie_planner.ui.models import reports
from amie_planner.ui.models.palette import other_words
from amie_planner.ui.screens.reports import ReportsScreen
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.field_problem import FieldProblem
from amie_planner.ui.widgets.least import Least
from amie_planner.ui.widgets.return_seen import MISSING, TARGETS, WARNINGS
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
TODAY = date(2026, 9, 14)
NOW = datetime(2027, 1, 4, 9, 30)


def a_year(uid: str, title: str, *came: int, year: int = 2026, **programme: Any) -> Any:
    """A programme with a session a month from September, to each of which the first so many people came."""
    marks = [{"mode": "people", "people": {f"p{n}": "present" for n in range(many)}} for many in came]
    sessions = [
        {"id": f"s{n}", "title": f"Week {n}", "date": f"{year}-{9 + n:02}-08", "minutes": 60, "register": register}
        for n, register in enumerate(marks)
    ]
    return a_series(
        programme={"uid": uid, "title": title, **programme},
        people=[{"id": f"p{n}", "alias": f"Alias {n}"} for n in range(max(came))],
        sessions=sessions,
    )


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """Two programmes of this year, and one of the year before."""
    targets = {"sessions": 6, "people": 30}
    for n, series in enumerate(
        (
            a_year("u1", "Space sounds", 20, 20, 23, targets=targets),
            a_year("u2", "Rhythm band", 14, 14),
            a_year("u3", "Long ago", 12, year=2025),
        )
    ):
        store.apply(bring_in(series, n))
    return Workspace(store)


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace) -> ReportsScreen:
    """The screen in a window, with what will leave worked out."""
    shown = in_front(qtbot, ReportsScreen(workspace, TODAY, lambda: NOW), 1200, 700)
    shown.check()
    shown.show_what_leaves()
    return shown


def choose(screen: ReportsScreen, table: str) -> list[tuple[str, str]]:
    """The rows of a table, once it is chosen."""
    rows = [row.text for row in screen.tables.tables.rows.rows]
    screen.tables.tables.view.setCurrentIndex(screen.tables.tables.rows.index(rows.index(table)))
    return [(row.text, row.below) for row in screen.tables.says.rows.rows]


def days(screen: ReportsScreen, first: str, last: str) -> None:
    """Types another period."""
    screen.choices.period.first.line.setText(first)
    screen.choices.period.last.line.setText(last)
    screen.check()


def exact(screen: ReportsScreen, recipient: str = "The hub") -> None:
    screen.choices.profile.choose(1)
    screen.choices.recipient.line.setText(recipient)
    screen.choices.reason.line.setText("The yearly return")
    screen.check()


def mended(screen: ReportsScreen) -> list[str]:
    """What is seen below the fields that are to be mended."""
    return [label.text() for label in screen.choices.findChildren(FieldProblem) if label.isVisible()]


def counted(screen: ReportsScreen) -> tuple[str, ...]:
    """The programmes of what is worked out."""
    assert screen.ready is not None
    return screen.ready.wanted.programmes


def ledger(workspace: Workspace) -> list[tuple[Any, ...]]:
    return [(r.template, str(r.profile), r.recipient, r.version) for r in workspace.own(ReturnRelease)]


def test_it_begins_with_the_general_return_of_the_school_year_shareable(screen: ReportsScreen) -> None:
    assert screen.ready is not None
    assert (screen.ready.made.first, screen.ready.made.last) == (date(2026, 9, 1), date(2027, 8, 31))
    assert screen.ready.wanted.programmes == ("u1", "u2")
    assert ("Unique people", "Figure: 35 · What it means: People who came at least once, counted once each") in choose(
        screen, "Totals"
    )


@pytest.mark.parametrize("table", [1, -1])
def test_another_return_with_fewer_tables_is_shown_whichever_table_was_chosen(
    screen: ReportsScreen, table: int
) -> None:
    tables = screen.tables.tables
    tables.view.setCurrentIndex(tables.rows.index(table % len(tables.rows.rows)))
    screen.steps.change.click()
    Hands(screen).choose("Return", "Small")
    screen.check()
    assert screen.ready is not None and len(tables.rows.rows) == len(screen.ready.sheets)
    assert screen.tables.title.text().startswith(f"{tables.rows.rows[screen.tables.at].text}: ")


def test_an_exact_return_asks_for_whom_and_why(screen: ReportsScreen) -> None:
    told = heard(screen.said)
    screen.choices.profile.choose(1)
    screen.check()
    assert screen.ready is None and screen.choices.isVisible()
    assert "does not say who receives it" in told[-1]
    assert not screen.files.workbook.isEnabled()
    assert screen.seen.warnings.about.text() == "Nothing is worked out yet."
    exact(screen)
    assert screen.files.workbook.isEnabled() and mended(screen) == []
    assert any(text == "Unique people" and "Figure: 37" in below for text, below in choose(screen, "Totals"))


def test_what_is_withheld_is_marked_and_said_why(screen: ReportsScreen, workspace: Workspace) -> None:
    people = workspace.series("u1").people
    workspace.do("Say", [revise(person, school_year="3") for person in people[:2]])
    screen.check()
    rows = choose(screen, "People counts")
    said = dict(rows)
    assert "single people" in said["What stands here in place of figures"]
    assert any("[c]" in below for text, below in rows if not text.startswith("What "))
    [row] = [row for row in screen.tables.tables.rows.rows if row.text == "People counts"]
    assert "withheld" in row.below


def test_days_choose_the_programmes_that_are_offered_and_a_tick_takes_one_out(screen: ReportsScreen) -> None:
    screen.choices.programmes.boxes["u2"].click()
    screen.check()
    assert counted(screen) == ("u1",)
    days(screen, "1/9/2025", "31/8/2027")
    assert counted(screen) == ("u1", "u3")


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        ("", "A period needs its first and its last day."),
        ("31/8/2026", "The period ends before it begins."),
        ("x", "day"),
    ],
)
def test_a_period_that_is_none_says_why_and_cannot_be_saved(screen: ReportsScreen, last: str, problem: str) -> None:
    days(screen, "1/9/2026", last)
    [said] = mended(screen)
    assert said.startswith("To: ") and problem in said and not screen.problem.isVisible()
    assert not screen.files.workbook.isEnabled()


def test_where_no_programme_is_left_it_says_so(screen: ReportsScreen) -> None:
    screen.steps.change.click()
    days(screen, "1/9/2029", "31/8/2030")
    assert "No programme is chosen." in mended(screen)[0]
    assert screen.choices.programmes.none.isVisible()


def test_a_workbook_holds_what_was_seen_and_is_noted(
    screen: ReportsScreen, workspace: Workspace, tmp_path: Path
) -> None:
    told, steps = heard(screen.said), workspace.history.count()
    assert screen.ready is not None
    seen = [sheet.name for sheet in screen.ready.sheets]
    screen.files.save_workbook(tmp_path / "r.xlsx")
    screen.files.finish()
    book = parts((tmp_path / "r.xlsx").read_bytes())["xl/workbook.xml"].decode()
    assert [name for name in seen if f'<sheet name="{name}"' not in book] == []
    assert told[-1] == "Saved r.xlsx"
    assert ledger(workspace) == [("general", "shareable", None, 1)]
    assert workspace.own(ReturnRelease)[0].made_at == NOW.time()
    assert workspace.history.count() == steps


def test_all_files_of_one_return_are_one_release(screen: ReportsScreen, workspace: Workspace, tmp_path: Path) -> None:
    screen.files.save_cover(tmp_path / "c.pdf")
    screen.files.save_csv(tmp_path / "folder")
    screen.files.finish()
    screen.check()
    screen.files.copy(2)
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "folder" / "01-notes.csv").exists()
    assert QGuiApplication.clipboard().text().startswith("What is counted\tFigure\t")
    assert ledger(workspace) == [("general", "shareable", None, 1)]


def test_what_could_not_be_written_is_not_noted(screen: ReportsScreen, workspace: Workspace, tmp_path: Path) -> None:
    told = heard(screen.said)
    screen.files.save_workbook(tmp_path / "nowhere" / "deep" / "r.xlsx")
    screen.files.finish()
    assert "There is no folder" in told[-1]
    assert ledger(workspace) == []


def test_what_fails_again_is_said_again_and_what_is_saved_then_leaves_no_problem(
    screen: ReportsScreen, tmp_path: Path
) -> None:
    told = heard(screen.said)
    for _ in range(2):
        screen.files.save_workbook(tmp_path / "nowhere" / "deep" / "r.xlsx")
        screen.files.finish()
    assert len(told) == 2 and told[0] == told[1] == screen.problem.text()
    screen.files.save_workbook(tmp_path / "r.xlsx")
    screen.files.finish()
    assert told[-1] == "Saved r.xlsx" and not screen.problem.isVisible()


def test_a_list_of_sessions_that_failed_is_no_problem_of_the_return(screen: ReportsScreen, tmp_path: Path) -> None:
    screen.steps.change.click()
    screen.save_sessions.save(tmp_path / "nowhere" / "deep" / "s.csv")
    assert screen.problem.isVisible()
    screen.steps.show_it.click()
    assert screen.tables.isVisible() and not screen.problem.isVisible()


def test_a_list_of_sessions_that_is_saved_leaves_standing_why_it_is_no_return_yet(
    screen: ReportsScreen, tmp_path: Path
) -> None:
    screen.steps.change.click()
    screen.choices.profile.choose(1)
    screen.check()
    why = mended(screen)
    screen.save_sessions.save(tmp_path / "nowhere" / "deep" / "s.csv")
    assert screen.problem.isVisible()
    screen.save_sessions.save(tmp_path / "s.csv")
    assert not screen.problem.isVisible() and mended(screen) == why != []


def test_why_it_is_no_return_yet_is_said_once_while_somebody_types(screen: ReportsScreen) -> None:
    told = heard(screen.said)
    screen.choices.profile.choose(1)
    for letters in ("The yearly", "The yearly return"):
        screen.choices.reason.line.setText(letters)
        screen.check()
    assert len(told) == 1 and "does not say who receives it" in told[0]


def test_the_button_that_has_the_focus_has_it_again_once_it_is_worked_out_anew(screen: ReportsScreen) -> None:
    hands = Hands(screen)
    for name, face in (("Save workbook…", 0), ("Copy this table", 0), ("Go to where it is", MISSING)):
        screen.faces.choose(face)
        hands.go_to(name)
        screen.refresh()
        screen.refresh()
        assert screen.seen.list.hasFocus()
        screen.check()
        assert hands.name == name
    screen.refresh()
    hands.go_to("Change this return")
    screen.check()
    assert hands.name == "Change this return"


@pytest.mark.parametrize("step", ["seen", "chosen"])
def test_a_button_that_goes_once_it_is_worked_out_leaves_the_focus_on_its_step(
    screen: ReportsScreen, step: str
) -> None:
    if step == "chosen":
        screen.steps.change.click()
    screen.refresh()
    screen._say_working()
    screen.progress.stop.setFocus()
    screen.check()
    assert (screen.seen.list if step == "seen" else screen.steps.show_it).hasFocus()


def test_a_return_that_is_out_of_date_leads_nowhere_and_does_not_come(
    screen: ReportsScreen, workspace: Workspace
) -> None:
    screen.faces.choose(MISSING)
    went = heard(screen.mend_wanted)
    screen.refresh()
    workspace.do("Forget", [revise(workspace.plan("u1", "s0").session, minutes=None)])
    QTest.keyClick(screen.missing.view, Key.Key_Return)
    assert went == [] and not screen.missing.go.isEnabled()
    screen._working.finish()
    assert screen.ready is None
    screen.check()
    QTest.keyClick(screen.missing.view, Key.Key_Return)
    assert len(went) == 1


def test_the_pause_while_somebody_types_is_cut_short_by_show_and_ends_where_the_screen_is_left(
    screen: ReportsScreen,
) -> None:
    screen.steps.change.click()
    hands = Hands(screen)
    hands.fill("To", "31/8/2026")
    screen.steps.show_it.click()
    assert screen.choices.isVisible() and "ends before it begins" in mended(screen)[0]
    assert hands.name == "To"
    hands.fill("To", "31/8/2027")
    assert screen._pause.isActive()
    screen.hide()
    assert not screen._pause.isActive()


def test_a_return_that_is_refused_after_a_while_is_not_called_worked_out(screen: ReportsScreen) -> None:
    told = heard(screen.said)
    screen.refresh()
    screen._say_working()
    screen._working.drop()
    screen._show_ready(AmieError("No.", "Choose."))
    assert not any(text.startswith("Worked out") for text in told)
    assert screen.problem.text() == told[-1] == "No. Choose."


def test_another_school_year_is_offered_while_the_screen_is_seen(screen: ReportsScreen) -> None:
    offered = screen.choices.period.stretch.combo
    assert offered.findText("School year 2027 to 2028") == -1
    screen.begin_day(date(2027, 9, 1))
    assert offered.itemText(0) == "School year 2027 to 2028"
    assert "14 September 2026" not in screen.steps.summary.text()


def test_a_return_that_could_be_subtracted_is_warned_of_before_it_is_written(
    screen: ReportsScreen, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    days(screen, "1/9/2026", "31/10/2026")
    screen.files.copy(2)
    days(screen, "1/9/2026", "31/8/2027")
    assert screen.faces.buttons[WARNINGS].text().startswith("Warnings (")
    assert any("Unique people" in row.below for row in screen.seen.warnings.rows.rows)
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("it was not agreed to"))
    screen.files.workbook.click()
    assert "fewer than 5 people" in asked[0]
    assert len(ledger(workspace)) == 1


def test_who_has_exact_figures_is_not_warned_of_but_it_is_said(screen: ReportsScreen) -> None:
    exact(screen)
    days(screen, "1/9/2026", "31/10/2026")
    screen.files.copy(2)
    days(screen, "1/9/2026", "31/8/2027")
    assert screen.ready is not None and screen.ready.warnings == ()
    assert [row.text for row in screen.seen.warnings.rows.rows] == [
        "Not warned of, for its recipient has the exact figures"
    ]


def test_names_that_are_suggested_hold_nothing_that_was_typed(
    screen: ReportsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact(screen, "Zarquon")
    names: list[str] = []

    def nowhere(*asked: Any) -> tuple[str, str]:
        names.append(asked[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", nowhere)
    for button in (screen.files.workbook, screen.files.cover):
        button.click()
    assert names == [
        "general-return-2026-09-01-to-2027-08-31-exact-restricted.xlsx",
        "general-return-2026-09-01-to-2027-08-31-exact-restricted-cover.pdf",
    ]


def test_what_is_missing_leads_to_where_it_is(screen: ReportsScreen, workspace: Workspace) -> None:
    workspace.do("Forget", [revise(workspace.plan("u1", "s0").session, minutes=None)])
    screen.check()
    screen.faces.choose(MISSING)
    went = heard(screen.mend_wanted)
    rows = screen.missing.rows.rows
    at = next(n for n, row in enumerate(rows) if "has no length" in row.text)
    screen.missing.view.setCurrentIndex(screen.missing.rows.index(at))
    screen.missing.view.setFocus()
    QTest.keyClick(screen.missing.view, Key.Key_Return)
    screen.missing.view.setCurrentIndex(screen.missing.rows.index(0))
    screen.missing.go.click()
    assert [(found.programme, found.session, found.field) for found in went] == [
        ("u1", "s0", "minutes"),
        ("u1", None, "delivery"),
    ]


def test_targets_stand_beside_what_came_of_them(screen: ReportsScreen) -> None:
    screen.faces.choose(TARGETS)
    [row] = screen.seen.targets.rows.rows
    assert row.spoken == "Space sounds. Sessions delivered: 3 of 6 · Unique people: 23 of 30"
    assert "for the whole programme" in screen.seen.targets.about.text() and screen.seen.targets.about.isVisible()


def test_a_hubs_file_is_added_chosen_kept_and_let_go_of(
    screen: ReportsScreen, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "hub.toml").write_text(HUB, encoding="utf-8")
    for _ in range(2):
        screen.choices.hub_files.add_file(tmp_path / "hub.toml")
    screen.check()
    assert screen.ready is not None and screen.ready.made.template.id == "our-hub"
    assert len(workspace.own(OwnReturn)) == 1
    screen.choices.hub_files.let_go.click()
    screen.check()
    assert screen.ready is not None and screen.ready.made.template.id == "general"
    assert workspace.own(OwnReturn) == ()


def test_what_is_wrong_with_a_hubs_file_is_said_by_line(screen: ReportsScreen, tmp_path: Path) -> None:
    (tmp_path / "hub.toml").write_text(HUB.replace('"totals"', '"total"'), encoding="utf-8")
    told = heard(screen.said)
    screen.choices.hub_files.add_file(tmp_path / "hub.toml")
    assert told[0].startswith("hub.toml is not added. Line 8: ") and "Did you mean “totals”?" in told[0]
    assert screen.choices.hub_files.problem.text() == told[0]


def test_it_follows_a_change_while_it_is_seen(screen: ReportsScreen, workspace: Workspace, qtbot: QtBot) -> None:
    before = screen.ready
    session = workspace.plan("u1", "s0").session
    workspace.do("Cancel", [revise(session, status="cancelled")])
    assert screen.ready is None and not screen.files.workbook.isEnabled()
    qtbot.waitUntil(lambda: screen.ready is not None)
    assert screen.ready != before


def test_stop_lets_nothing_begin_that_was_typed_just_before(screen: ReportsScreen) -> None:
    screen.choices.recipient.line.setText("The hub")
    screen._say_working()
    screen.progress.stop.click()
    assert not screen._pause.isActive()


def test_what_is_stopped_ends_at_its_next_step(
    screen: ReportsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, let_go = threading.Event(), threading.Event()
    ended = list[str]()
    made = reports.made

    def held_up(*asked: Any) -> Any:
        begun.set()
        assert let_go.wait(60)
        try:
            return made(*asked)
        except BaseException as error:
            ended.append(type(error).__name__)
            raise

    monkeypatch.setattr(reports, "made", held_up)
    screen.refresh()
    assert begun.wait(60)
    screen._say_working()
    screen.progress.stop.click()
    let_go.set()
    qtbot.waitUntil(lambda: ended == ["_OutOfDate"])
    assert screen.ready is None


def test_it_can_be_stopped_and_begun_again(screen: ReportsScreen, qtbot: QtBot) -> None:
    told = heard(screen.said)
    screen.refresh()
    screen._say_working()
    screen.progress.stop.click()
    assert screen.progress.about.text().startswith("Stopped.") and screen.ready is None
    screen.progress.again.click()
    screen._say_working()
    qtbot.waitUntil(lambda: screen.ready is not None)
    assert not screen.progress.about.isVisible()
    assert told[-1] == "What will leave is shown."


@pytest.mark.parametrize("step", ["seen", "chosen"])
def test_what_was_begun_again_is_said_however_soon_it_is_there(screen: ReportsScreen, step: str) -> None:
    if step == "chosen":
        screen.choose_again()
    screen.refresh()
    screen._say_working()
    screen.progress.stop.setFocus()
    screen.progress.stop.click()
    assert screen.progress.again.hasFocus()
    told = heard(screen.said)
    screen.progress.again.click()
    assert (screen.seen.list if step == "seen" else screen.steps.show_it).hasFocus()
    screen._working.finish()
    said = "What will leave is shown." if step == "seen" else "Worked out. “Show what will leave” shows it."
    assert screen.ready is not None and told == [said]


def test_what_was_asked_for_and_stopped_is_not_said_when_it_is_worked_out_for_another_reason(
    screen: ReportsScreen,
) -> None:
    screen.choose_again()
    screen.refresh()
    screen.show_what_leaves()
    screen._say_working()
    screen.progress.stop.click()
    screen.choose_again()
    told = heard(screen.said)
    screen.check()
    assert screen.ready is not None and told == []


def test_while_a_return_is_chosen_it_is_said_how_to_see_what_is_worked_out(screen: ReportsScreen, qtbot: QtBot) -> None:
    told = heard(screen.said)
    screen.choose_again()
    screen.refresh()
    screen._say_working()
    qtbot.waitUntil(lambda: screen.ready is not None)
    assert told[-1] == "Worked out. “Show what will leave” shows it."


def test_programmes_are_not_held_while_it_is_not_seen(screen: ReportsScreen) -> None:
    screen.hide()
    assert screen.sources.held == {} and not screen._working.under_way


def test_what_was_chosen_is_said_in_a_line_and_can_be_changed(screen: ReportsScreen) -> None:
    assert screen.steps.title.text() == "Reports: General hub return, shareable"
    assert screen.steps.summary.text().startswith("1 September 2026 to 31 August 2027 · 2 programmes · ")
    assert screen.steps.summary.text().endswith("is counted; today is 14 September 2026")
    assert not screen.choices.isVisible() and screen.files.isVisible()
    screen.steps.change.click()
    assert screen.choices.which.control.hasFocus() and not screen.steps.title.isVisible()
    assert not screen.files.isVisible() and not screen.tables.isVisible()


def test_what_is_no_return_yet_stays_with_its_choices_and_says_why_again(screen: ReportsScreen) -> None:
    screen.steps.change.click()
    screen.choices.profile.choose(1)
    screen.check()
    told = heard(screen.said)
    screen.steps.show_it.click()
    assert screen.choices.isVisible() and screen.choices.recipient.control.hasFocus()
    assert told == mended(screen) and "does not say who receives it" in told[0]


def test_it_says_that_days_to_come_are_not_counted_yet(screen: ReportsScreen) -> None:
    screen.steps.change.click()
    days(screen, "1/9/2026", "31/8/2027")
    said = "What is marked as delivered or has a register is counted; today is 14 September 2026."
    assert screen.choices.until.text() == said
    screen.begin_day(date(2027, 9, 1))
    assert not screen.choices.until.isVisible()
    days(screen, "1/9/2029", "31/8/2030")
    assert "still to come" in screen.choices.until.text()


def test_whoever_comes_back_finds_the_face_and_the_row_as_they_were(screen: ReportsScreen) -> None:
    screen.faces.choose(MISSING)
    screen.missing.view.setCurrentIndex(screen.missing.rows.index(1))
    screen.hide()
    screen.show()
    screen.check()
    screen.go_to_list()
    assert screen.focusWidget() is screen.missing.view and screen.missing.view.currentIndex().row() == 1


def test_all_of_it_is_done_by_keyboard(screen: ReportsScreen) -> None:
    hands = Hands(screen)
    hands.push("Change this return")
    hands.choose("Return", "Small")
    hands.push("Rhythm band")
    hands.go_to("Shareable")
    hands.press(Key.Key_Right)
    hands.fill("Who receives it", "A trust")
    hands.fill("Reason", "The grant")
    screen.check()
    assert screen.ready is not None
    assert (screen.ready.made.template.id, screen.ready.made.recipient) == ("small-funder", "A trust")
    assert screen.ready.wanted.programmes == ("u1",)
    hands.push("Show what will leave")
    assert hands.name == "Tables that will leave"
    hands.go_to("Copy this table")
    hands.press(Key.Key_Return)
    assert "Unique people" in QGuiApplication.clipboard().text()


def test_every_button_is_called_otherwise_too(screen: ReportsScreen) -> None:
    names = [button.accessibleName() for button in screen.findChildren(Button)]
    assert [name for name in names if not other_words(name)] == []


def test_nothing_of_the_return_before_stands_under_the_heading_of_one_that_is_not_worked_out(
    screen: ReportsScreen,
) -> None:
    assert screen.tables.tables.rows.rowCount()
    screen.choose_again()
    screen.refresh()
    screen.show_what_leaves()
    assert screen.ready is None and not screen.tables.tables.rows.rowCount()


def test_what_is_stopped_leaves_none_of_the_old_figures_and_brings_back_the_face_and_the_row(
    screen: ReportsScreen, qtbot: QtBot
) -> None:
    screen.faces.choose(MISSING)
    screen.missing.view.setCurrentIndex(screen.missing.rows.index(1))
    screen.go_to_list()
    screen.refresh()
    assert screen.missing.rows.rowCount()
    screen._say_working()
    assert not screen.missing.rows.rowCount() and not screen.tables.tables.rows.rowCount()
    screen.progress.stop.click()
    assert not screen.missing.rows.rowCount() and screen.progress.again.hasFocus()
    screen.progress.again.click()
    qtbot.waitUntil(lambda: screen.ready is not None)
    assert screen.faces.current == MISSING and screen.missing.view.currentIndex().row() == 1
    assert screen.missing.view.hasFocus()


def test_the_focus_comes_back_to_what_had_it_though_the_figures_went_meanwhile(screen: ReportsScreen) -> None:
    hands = Hands(screen)
    for name in ("Tables that will leave", "Save workbook…"):
        hands.go_to(name)
        screen.refresh()
        screen._say_working()
        assert screen.seen.face.hasFocus()
        screen.check()
        assert hands.name == name


def test_figures_that_are_worked_out_anew_at_once_do_not_go_meanwhile(screen: ReportsScreen) -> None:
    went = list[bool]()
    for rows in (screen.tables.tables.rows, screen.tables.says.rows):
        rows.rowsRemoved.connect(lambda: went.append(True))
    screen.check()
    assert went == []


def test_a_return_that_is_refused_leads_from_what_will_leave_to_the_field_to_mend(screen: ReportsScreen) -> None:
    exact(screen, "Alias 1")
    assert screen.choices.isVisible() and screen.choices.recipient.control.hasFocus()
    assert "may be the name or code of somebody" in mended(screen)[0] and not screen.problem.isVisible()


def test_a_list_of_sessions_without_days_leads_to_the_day_to_mend(screen: ReportsScreen) -> None:
    screen.choose_again()
    hands = Hands(screen)
    hands.fill("From", "31/2/2027")
    told = heard(screen.said)
    hands.push("Save a list of sessions…")
    assert hands.name == "From" and told[-1:] == mended(screen) != []
    assert hands.here.accessibleDescription() == told[-1]


def test_escape_stops_and_where_nothing_is_under_way_leads_back_to_the_choices(screen: ReportsScreen) -> None:
    hands = Hands(screen)
    screen.refresh()
    screen._say_working()
    hands.press(Key.Key_Escape)
    assert screen.progress.about.text().startswith("Stopped.") and not screen._working.under_way
    assert screen.steps.what_leaves_is_seen
    hands.press(Key.Key_Escape)
    assert screen.choices.isVisible() and screen.choices.which.control.hasFocus()
    hands.press(Key.Key_Escape)
    assert screen.choices.isVisible()


def test_escape_while_somebody_types_stops_and_leaves_them_where_they_are(screen: ReportsScreen) -> None:
    screen.choose_again()
    screen.choices.profile.choose(1)
    hands = Hands(screen)
    hands.go_to("Who receives it")
    screen.refresh()
    screen._say_working()
    hands.press(Key.Key_Escape)
    assert screen.progress.again.isVisible() and hands.name == "Who receives it"


@pytest.mark.parametrize("name", ["Tables that will leave", "What the chosen table says", "Save workbook…"])
def test_escape_leads_back_from_wherever_the_focus_is(screen: ReportsScreen, name: str) -> None:
    hands = Hands(screen)
    hands.go_to(name)
    hands.press(Key.Key_Escape)
    assert screen.choices.isVisible()


def test_enter_in_a_line_of_text_shows_what_will_leave_or_leads_to_what_is_missing(screen: ReportsScreen) -> None:
    screen.choose_again()
    screen.choices.profile.choose(1)
    hands = Hands(screen)
    hands.go_to("Who receives it")
    hands.write("The hub")
    hands.press(Key.Key_Return)
    assert hands.name == "Reason" and screen.choices.isVisible()
    hands.write("The yearly return")
    hands.press(Key.Key_Return)
    screen._working.finish()
    assert screen.tables.isVisible() and hands.name == "Tables that will leave"


def test_nothing_is_said_over_what_was_undone(screen: ReportsScreen, workspace: Workspace) -> None:
    told = heard(screen.said)
    workspace.do("Forget", [revise(workspace.plan("u1", "s0").session, minutes=None)])
    workspace.history.undo()
    screen.refresh()
    screen._say_working()
    screen._working.finish()
    assert screen.ready is not None and told == []
    screen.refresh()
    screen._say_working()
    screen._working.finish()
    assert told[-1] == "What will leave is shown."


def test_it_says_which_face_is_seen_once_it_is_worked_out(screen: ReportsScreen) -> None:
    screen.faces.choose(MISSING)
    screen.choose_again()
    told = heard(screen.said)
    screen.show_what_leaves()
    assert told == ["What is to be mended is shown."]
    screen.choose_again()
    screen.refresh()
    screen.show_what_leaves()
    assert len(told) == 1
    screen._working.finish()
    assert told == ["What is to be mended is shown."] * 2


@pytest.mark.parametrize("short", [0, 40])
def test_in_a_low_window_the_heading_is_seen_first_and_tab_brings_what_saves_into_sight(
    qtbot: QtBot, workspace: Workspace, short: int
) -> None:
    made = ReportsScreen(workspace, TODAY, lambda: NOW)
    made.setStyleSheet("* { font-size: 22pt; }")
    screen = in_front(qtbot, made, 1100, 700)
    screen.check()
    screen.show_what_leaves()
    settle()
    page, around = screen.tables.window().findChild(Least), screen.height() - screen.steps.height()
    assert page is not None
    screen.choose_again()
    screen.resize(1100, page.minimumSizeHint().height() + around - short)
    screen.show_what_leaves()
    settle()
    assert [in_sight(part) for part in (screen.steps.title, screen.faces)] == [True, True]
    view = screen.tables.tables.view
    assert view.hasFocus() and view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert in_sight(screen.files.workbook) == (short == 0)
    Hands(screen).go_to("Save workbook…")
    settle()
    assert in_sight(screen.files.workbook)


def in_sight(part: QWidget) -> bool:
    """Whether all of a part is seen."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()
