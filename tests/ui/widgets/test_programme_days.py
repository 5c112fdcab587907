"""Terms and holidays: filled in, changed and taken away by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.moving import cancel
from amie_planner.domain.records import Programme, Session, Term
from amie_planner.domain.terms import first_guess
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.programme_days import ProgrammeDays
from amie_planner.ui.workspace import OpenProgramme, OpenSession

Key = Qt.Key
TODAY = date(2026, 9, 10)


@pytest.fixture
def days(qtbot: QtBot, desk: OpenSession) -> ProgrammeDays:
    made = ProgrammeDays(OpenProgramme(desk.workspace, desk.programme), TODAY)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    return in_front(qtbot, made, 700, 700)


def programme(desk: OpenSession) -> Programme:
    return desk.series.programme


def to_come(desk: OpenSession) -> Session:
    return desk.series.sessions[1].session


def test_six_terms_are_filled_in_for_the_year_of_today(days: ProgrammeDays, desk: OpenSession):
    before, told = programme(desk).terms, heard(days.said)
    hands = Hands(days)
    days.setFocus(Qt.FocusReason.TabFocusReason)
    hands.push("Fill in six terms")
    assert [term for term in programme(desk).terms if term not in before]
    assert told[-1].endswith("terms filled in, with whole months to begin with.")
    desk.workspace.history.undo()
    assert programme(desk).terms == before


def test_another_year_is_chosen_first(days: ProgrammeDays, desk: OpenSession):
    hands = Hands(days)
    days.setFocus(Qt.FocusReason.TabFocusReason)
    hands.choose("School year", "2027")
    hands.push("Fill in three terms")
    assert first_guess(2027, 3)[0] in programme(desk).terms


def test_a_guess_is_marked_as_one_until_it_has_days_of_its_own(days: ProgrammeDays, desk: OpenSession):
    hands = Hands(days)
    days.year.choose("2027")
    days._fill(3)
    at = programme(desk).terms.index(first_guess(2027, 3)[0])
    entries = days.terms.findChild(Entries)
    entries.choose(str(at))
    rows = entries.model.rows
    assert rows[at].text.endswith("A first guess: put your own days")
    hands.fill("First day", "6/9/2027")
    assert not entries.model.rows[at].text.endswith("days")
    assert programme(desk).terms[at].starts == date(2027, 9, 6)


def test_a_holiday_is_added_by_keys_and_may_be_a_single_day(days: ProgrammeDays, desk: OpenSession):
    before = programme(desk).holidays
    hands = Hands(days)
    days.setFocus(Qt.FocusReason.TabFocusReason)
    hands.push("Add holiday")
    hands.fill("What you call it", "Strike day")
    hands.fill("First day", "3/5/2027")
    added = programme(desk).holidays[len(before)]
    assert (added.label, added.starts, added.ends) == ("Strike day", date(2027, 5, 3), None)
    hands.push("Remove this holiday")
    assert programme(desk).holidays == before


def test_days_that_end_before_they_begin_are_not_kept(days: ProgrammeDays, desk: OpenSession):
    hands = Hands(days)
    days.setFocus(Qt.FocusReason.TabFocusReason)
    hands.push("Add holiday")
    hands.fill("First day", "30/10/2026")
    hands.fill("Last day", "26/10/2026")
    assert days.save() == "Last day. Its last day is before its first. Change one of the two days."
    assert programme(desk).holidays[-1].ends is None


def test_a_session_that_a_holiday_is_laid_over_is_told_and_offered_to_be_moved(days: ProgrammeDays, desk: OpenSession):
    session, asked, told = to_come(desk), [], heard(days.said)
    day = session.date
    days.move_wanted.connect(lambda: asked.append(True))
    assert day is not None and not days.lying.isVisible() and not days.move_lying.isVisible()
    hands = Hands(days)
    days.setFocus(Qt.FocusReason.TabFocusReason)
    hands.push("Add holiday")
    hands.fill("First day", f"{day.day}/{day.month}/{day.year}")
    assert days.lying.text() == f"‘{session.title}’ lies in the holidays."
    assert days.move_lying.accessibleDescription() == days.lying.text() and told == [days.lying.text()]
    hands.push("Move or cancel…")
    assert asked == [True]


def test_a_cancelled_session_does_not_stay_on_offer(days: ProgrammeDays, desk: OpenSession):
    session = to_come(desk)
    desk.do("Add a holiday", [revise(desk.series.programme, holidays=(Term(starts=session.date),))])
    assert days.lying.isVisible()
    desk.do("Cancel", cancel(desk.series, session.id))
    assert not days.lying.isVisible() and not days.move_lying.isVisible()


@pytest.mark.parametrize("chosen", ["term.ics", ""])
def test_the_sessions_are_saved_as_a_calendar_where_the_leader_says(
    days: ProgrammeDays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
):
    told, target = heard(days.said), tmp_path / chosen if chosen else None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target or ""), ""))
    hands = Hands(days)
    days.setFocus(Qt.FocusReason.TabFocusReason)
    hands.push("Save a calendar file…")
    assert told == (["Saved term.ics"] if chosen else [])
    assert [file.read_bytes()[:15] for file in tmp_path.glob("*.ics")] == ([b"BEGIN:VCALENDAR"] if chosen else [])
