"""A programme over time: charts and HEARD of the days one looks at, worked out while the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front
from tests.plans import a_series
from tests.ui.papers import text_of

from amie_planner.checks.balance import balance
from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import REGISTER
from amie_planner.documents.session_rows import Part
from amie_planner.domain import edits
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.moving import cancel
from amie_planner.domain.edits.reflection import add_prompt
from amie_planner.domain.edits.replies import Answered, give_reply
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Term
from amie_planner.domain.vocabulary import ReplyKind
from amie_planner.store.store import Store
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.models.periods import WHOLE
from amie_planner.ui.screens.series import BALANCE, DAYS, HEARD, SESSIONS, SeriesScreen
from amie_planner.ui.widgets.overview_paper import OverviewPaper
from amie_planner.ui.widgets.term_papers import TermPapers
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
TODAY = date(2026, 9, 20)
TERMS = [{"label": "Autumn", "from": "2026-09-01", "to": "2026-12-18"}, {"label": "Spring", "from": "2027-01-04"}]


def a_term(sessions: int = 4, **programme: Any) -> Series:
    """A session a week from 1 September on, with a person, somebody of the team, and something said."""
    first = date(2026, 9, 1)
    held = [
        {
            "id": f"s{n}",
            "title": f"Week {n}",
            "date": (first + timedelta(weeks=n - 1)).isoformat(),
            "status": "delivered",
            "intentions": [{"id": "i1", "area": "musical", "text": f"Keep a pulse, week {n}"}],
            "activities": [
                {"id": "a1", "title": "Drum circle", "minutes": 10, "serves": ["i1"], "leads": ["t1"], "kind": "play"}
            ],
            "adaptations": [{"id": "d1", "what": "Lights first", "requirements": ["r1"], "activities": "all"}],
        }
        for n in range(1, sessions + 1)
    ]
    return a_series(
        programme={"uid": "u1", "title": "Sound makers", "terms": TERMS, **programme},
        sessions=held,
        people=[{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]}],
        team=[{"id": "t1", "role": "Music leader"}],
        voice=[{"id": "v1", "session": "s1", "from": ["p1"], "text": "Louder"}],
    )


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    store.apply(bring_in(a_term(), 0))
    return Workspace(store)


def opened(qtbot: QtBot, workspace: Workspace, *, shown: bool = True) -> SeriesScreen:
    """The screen in front, once it shows what holds."""
    screen = SeriesScreen(workspace, "u1", TODAY)
    if shown:
        with qtbot.waitSignal(screen.worked_out):
            in_front(qtbot, screen, 1000, 700)
    return screen


def wanted(screen: SeriesScreen) -> list[tuple[str, ...]]:
    """Where the screen asks to go from now on."""
    asked: list[tuple[str, ...]] = []
    screen.session_wanted.connect(lambda programme, session: asked.append(("session", programme, session)))
    screen.person_wanted.connect(lambda programme, person: asked.append(("person", programme, person)))
    screen.voice_wanted.connect(lambda programme, entry: asked.append(("voice", programme, entry)))
    screen.line_wanted.connect(lambda line: asked.append(("line", line.kind.value, line.id)))
    screen.back_wanted.connect(lambda: asked.append(("back",)))
    return asked


def charts(screen: SeriesScreen) -> list[Any]:
    return [card.shown for card in screen.charts.cards]


def heard_over_time(qtbot: QtBot, screen: SeriesScreen) -> None:
    with qtbot.waitSignal(screen.worked_out):
        screen.faces.choose(HEARD)


def test_it_opens_on_the_balance_of_the_term_that_today_lies_in(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    assert screen.title.text() == "Sound makers"
    assert screen.about.text() == "4 sessions · Tuesday 1 September 2026 to Friday 18 December 2026"
    assert charts(screen) == list(balance(workspace.series("u1"), date(2026, 9, 1), date(2026, 12, 18)))
    qtbot.waitUntil(screen.charts.cards[0].chart.isVisible)


def test_other_days_are_chosen_by_keys_and_their_charts_come(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    hands, told = Hands(screen), heard(screen.said)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands.fill("From", "8/9/2026")
    with qtbot.waitSignal(screen.worked_out):
        hands.fill("To", "15/9/2026")
    assert screen.about.text().startswith("2 sessions · Tuesday 8 September 2026 to Tuesday 15 September 2026")
    assert charts(screen) == list(balance(workspace.series("u1"), date(2026, 9, 8), date(2026, 9, 15)))
    assert told[-1] == "Looking at 2 sessions."


def test_days_that_make_no_period_are_said_and_what_was_shown_stays(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    before, told = charts(screen), heard(screen.said)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    Hands(screen).fill("From", "1/1/2028")
    qtbot.waitUntil(screen.problem.isVisible)
    assert screen.problem.text().startswith("The period ends before it begins.")
    assert told[-1] == screen.problem.text()
    assert not screen.save_button.isEnabled()
    screen.ask_and_save()
    assert told[-1] == screen.problem.text()
    assert charts(screen) == before
    Hands(screen).fill("From", "1/9/2026")
    qtbot.waitUntil(screen.save_button.isEnabled)
    assert not screen.problem.isVisible()


def test_heard_over_time_stands_on_the_other_face_and_its_lines_lead_on(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    asked, hands = wanted(screen), Hands(screen)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(screen.worked_out):
        hands.press(Key.Key_Right)
    over = OverTime(workspace.series("u1"), date(2026, 9, 1), date(2026, 12, 18))
    shown = {row.id for row in screen.findings.model.rows if row.kind == "finding"}
    assert shown and shown <= {finding.check for finding in over.findings()}
    hands.go_to("HEARD, what the plan shows and what to ask")
    at = next(n for n, row in enumerate(screen.findings.model.rows) if row.line is not None)
    line = screen.findings.model.rows[at].line
    screen.findings.view.setCurrentIndex(screen.findings.model.index(at))
    hands.press(Key.Key_Return)
    assert line is not None and len(asked) >= 1


@pytest.mark.parametrize(
    ("kind", "id", "places"),
    [
        (LineKind.PERSON, "p1", [("person", "u1", "p1")]),
        (LineKind.REQUIREMENT, "r1", [("person", "u1", "p1")]),
        (LineKind.VOICE, "v1", [("voice", "u1", "v1")]),
        (LineKind.SESSION, "s2", [("session", "u1", "s2"), ("line", "session", "s2")]),
        (LineKind.ACTIVITY, "s2/a1", [("session", "u1", "s2"), ("line", "activity", "a1")]),
        (LineKind.CELL, "s2/r1/a1", [("session", "u1", "s2"), ("line", "cell", "r1/a1")]),
        (LineKind.MEMBER, "t1", [("session", "u1", "s4"), ("line", "member", "t1")]),
        (LineKind.ACTIVITY, "s9/a1", []),
        (LineKind.REQUIREMENT, "r9", []),
    ],
)
def test_each_kind_of_line_leads_to_its_place(
    qtbot: QtBot, workspace: Workspace, kind: LineKind, id: str, places: list[tuple[str, ...]]
):
    screen = opened(qtbot, workspace)
    asked = wanted(screen)
    screen.go_to(Line(kind, id, "A line"))
    assert asked == places


def test_the_place_of_every_line_that_heard_points_at_is_known(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    lines = [line for f in OverTime(workspace.series("u1"), None, None).findings() for line in f.lines]
    assert lines
    for line in lines:
        asked = wanted(screen)
        screen.go_to(line)
        assert asked, line


def test_what_changes_is_shown_in_place_a_little_later(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    card = screen.charts.cards[-1]
    card.more.click()
    card.chart.setFocus()
    QApplication.processEvents()
    place = screen.charts.area.verticalScrollBar().value()
    before = card.shown
    with qtbot.waitSignal(screen.worked_out):
        workspace.do("Add", edits.add_voice(workspace.series("u1"), text="More drums", session="s2")[1])
        assert card.shown == before
    assert screen.charts.cards[-1] is card
    assert card.shown != before
    assert card.chart.hasFocus() and card.view.isVisible()
    assert screen.charts.area.verticalScrollBar().value() == place > 0


def test_changes_in_a_row_are_worked_out_once(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    told = []
    screen.worked_out.connect(lambda: told.append(1))
    for n in range(3):
        workspace.do("Add", edits.add_voice(workspace.series("u1"), text=f"Idea {n}")[1])
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(50)
    assert told == [1]
    assert charts(screen) == list(balance(workspace.series("u1"), date(2026, 9, 1), date(2026, 12, 18)))


def test_what_is_not_seen_is_not_worked_out_and_is_caught_up_on(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    before = charts(screen)
    screen.hide()
    workspace.do("Add", edits.add_voice(workspace.series("u1"), text="More drums")[1])
    assert not screen._working.under_way
    with qtbot.waitSignal(screen.worked_out):
        screen.show()
    assert charts(screen) != before


def test_what_holds_now_can_be_waited_for(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    workspace.do("Add", edits.add_voice(workspace.series("u1"), text="More drums")[1])
    screen.check()
    assert charts(screen) == list(balance(workspace.series("u1"), date(2026, 9, 1), date(2026, 12, 18)))


def test_a_face_that_holds_already_is_not_worked_out_again(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    heard_over_time(qtbot, screen)
    screen.faces.choose(BALANCE)
    assert not screen._working.under_way
    assert screen.charts.isVisible()


def test_a_reply_is_seen_at_once_and_nothing_is_asked_anew(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    heard_over_time(qtbot, screen)
    row = next(row for row in screen.findings.model.rows if row.turn is not None)
    to = Answered(row.turn.finding.check, row.turn.finding.answer.value, (), None)
    changes = give_reply(workspace.series("u1"), to, ReplyKind.ON_PURPOSE)
    workspace.do("Reply", changes)
    assert not screen._working.under_way and not screen._recheck.isActive()
    assert any(row.reply for row in screen.findings.model.rows) or any(
        row.id.endswith("/answered") for row in screen.findings.model.rows
    )


def test_while_it_takes_long_it_says_so_quietly_and_what_is_out_of_date_is_dropped(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    screen = opened(qtbot, workspace)
    before, told, go_on = charts(screen), heard(screen.said), threading.Event()
    real = OverTime.charts

    def slow(over: OverTime) -> Any:
        assert go_on.wait(60)
        return real(over)

    monkeypatch.setattr(OverTime, "charts", slow)
    screen.period.first.line.setText("8/9/2026")
    qtbot.waitUntil(lambda: screen.about.text() == "Working it out…")
    assert told == ["Working it out…"]
    assert charts(screen) == before
    screen.period.first.line.setText("15/9/2026")
    go_on.set()
    with qtbot.waitSignal(screen.worked_out):
        pass
    assert charts(screen) == list(balance(workspace.series("u1"), date(2026, 9, 15), date(2026, 12, 18)))
    assert told[-1] == "Looking at 2 sessions."
    assert screen.about.text().startswith("2 sessions · Tuesday 15 September 2026")


def test_whoever_goes_on_editing_is_told_that_it_takes_long(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    screen = opened(qtbot, workspace)
    told, go_on = heard(screen.said), threading.Event()
    monkeypatch.setattr(OverTime, "charts", lambda over: go_on.wait(60) and ())
    for n in range(6):
        workspace.do("Change", [revise(workspace.series("u1").programme, title=f"Title {n}")])
        qtbot.waitUntil(lambda: screen._working.under_way)
    assert told == ["Working it out…"]
    assert screen.about.text() == "Working it out…"
    go_on.set()
    with qtbot.waitSignal(screen.worked_out):
        pass
    assert screen.about.text().startswith("4 sessions")


def test_where_no_session_lies_in_the_days_one_sentence_and_one_action_are_left(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    told, asked, hands = heard(screen.said), wanted(screen), Hands(screen)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands.choose("Days", "Spr")
    qtbot.waitUntil(screen.empty.isVisible)
    assert told[-1] == screen.empty.text() == "No planned or delivered session lies in these days."
    assert screen.whole.isVisible() and not screen.sessions.isVisible()
    assert not screen.save_button.isEnabled()
    screen.ask_and_save()
    assert told[-1] == screen.empty.text()
    hands.press(Key.Key_Tab, times=3)
    assert not screen.save_button.isEnabled()
    with qtbot.waitSignal(screen.worked_out):
        hands.push("Look at the whole programme")
    assert screen.about.text() == "4 sessions"
    assert hands.name == "Days"
    for n in range(1, 5):
        workspace.do("Remove", edits.remove_session(workspace.series("u1"), f"s{n}"))
    qtbot.waitUntil(screen.sessions.isVisible)
    assert not screen.whole.isVisible()
    hands.push("Go to its sessions")
    assert asked == [("back",)]


def overview(screen: SeriesScreen, do: Callable[[OverviewPaper], None]) -> None:
    """Opens the term overview by keys, and does something in its dialog."""
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands = Hands(screen)

    def within() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OverviewPaper)
        do(dialog)
        dialog.finish()

    hands.meanwhile(within)
    hands.push("Term overview…")


def test_the_term_overview_of_the_days_is_saved_with_what_is_expanded(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
):
    screen = opened(qtbot, workspace)
    told = heard(screen.said)
    with qtbot.waitSignal(screen.worked_out):
        screen.faces.choose(SESSIONS)
    with qtbot.waitSignal(screen.worked_out):
        screen.grid.ticks[Part.MUSIC].click()
    overview(screen, lambda dialog: dialog.save_to(tmp_path / "term.pdf"))
    days = date(2026, 9, 1), date(2026, 12, 18)
    seen = OverTime(workspace.series("u1"), *days, expanded=(Part.MUSIC,))
    assert (tmp_path / "term.pdf").read_bytes() == seen.paper() != OverTime(workspace.series("u1"), *days).paper()
    assert told[-1] == "Saved term.pdf. Nobody is named in it."


def test_a_word_that_may_be_a_name_leads_from_the_overview_to_its_line(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
):
    activity = workspace.plan("u1", "s2").activities[0]
    workspace.do("Change", [revise(activity, title="Sky song")])
    screen = opened(qtbot, workspace)
    asked = wanted(screen)
    screen.grid.ticks[Part.ACTIVITIES].setChecked(True)

    def go(dialog: OverviewPaper) -> None:
        dialog.save_to(tmp_path / "term.pdf")
        dialog.finish()
        dialog.words.line_wanted.emit("Sky")

    overview(screen, go)
    assert asked == [("session", "u1", "s2"), ("line", "activity", "a1")]
    assert list(tmp_path.glob("*.pdf")) == []


# Sessions


def sessions_face(qtbot: QtBot, screen: SeriesScreen) -> Hands:
    with qtbot.waitSignal(screen.worked_out):
        screen.faces.choose(SESSIONS)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    return Hands(screen)


def test_every_session_stands_in_the_list_and_enter_opens_it(qtbot: QtBot, workspace: Workspace):
    workspace.do("Cancel", cancel(workspace.series("u1"), "s2"))
    screen = opened(qtbot, workspace)
    asked, hands = wanted(screen), sessions_face(qtbot, screen)
    assert [row.id for row in screen.grid.rows.rows] == ["s1", "s2", "s3", "s4"]
    assert screen.grid.counted.text() == "3 delivered and 1 cancelled."
    hands.go_to("Sessions in order")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert asked == [("session", "u1", "s2")]


def test_what_is_ticked_is_read_with_each_session(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    hands = sessions_face(qtbot, screen)
    assert "Keep a pulse" not in screen.grid.rows.rows[0].spoken
    with qtbot.waitSignal(screen.worked_out):
        hands.push("Intentions")
    assert "Intentions: Musical: Keep a pulse, week 1" in screen.grid.rows.rows[0].spoken
    before = screen.charts.cards[0].shown
    screen.faces.choose(BALANCE)
    assert screen.charts.cards[0].shown is before


def test_drafts_are_listed_where_nothing_else_lies_in_the_days(qtbot: QtBot, workspace: Workspace):
    for lines in workspace.series("u1").sessions:
        workspace.do("Draft", [revise(lines.session, status="draft")])
    screen = SeriesScreen(workspace, "u1", TODAY)
    in_front(qtbot, screen, 1000, 700)
    qtbot.waitUntil(screen.empty.isVisible)
    hands = sessions_face(qtbot, screen)
    assert len(screen.grid.rows.rows) == 4 and not screen.empty.isVisible()
    assert hands.name


def test_a_session_that_moves_is_shown_in_its_new_place(qtbot: QtBot, workspace: Workspace):
    for lines in workspace.series("u1").sessions:
        workspace.do("Plan", [revise(lines.session, status="planned")])
    screen = opened(qtbot, workspace)
    hands = sessions_face(qtbot, screen)
    told = heard(screen.said)
    hands.push("This date is lost…")
    with qtbot.waitSignal(screen.worked_out):
        hands.push("Move it and those after it")
    assert "Moved 4 sessions. Undo takes it all back." in told
    assert [str(row.day) for row in screen.grid.rows.rows] == ["2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29"]
    workspace.history.undo()
    qtbot.waitUntil(lambda: str(screen.grid.rows.rows[0].day) == "2026-09-01")


def test_opened_on_one_of_its_faces_it_has_the_focus_there(qtbot: QtBot, workspace: Workspace):
    screen = SeriesScreen(workspace, "u1", TODAY)
    screen.faces.choose(SESSIONS)
    in_front(qtbot, screen, 1000, 700)
    screen.setFocus()
    assert Hands(screen).name == "Sessions"


def test_undo_stands_there_for_what_was_done_to_this_programme(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    assert not screen.undo.isVisible()
    screen.faces.choose(DAYS)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands = Hands(screen)
    before = workspace.series("u1").programme
    hands.push("Fill in six terms")
    hands.go_to("Undo: Fill in the terms of 2026 to 2027", back=True)
    workspace.do("Bring in", bring_in(a_series(programme={"uid": "u2", "title": "Another"}), 1))
    assert not screen.undo.isVisible()
    workspace.history.undo()
    hands.push("Undo: Fill in the terms of 2026 to 2027")
    assert workspace.series("u1").programme == before
    screen.leave()
    workspace.do("Cancel", cancel(workspace.series("u1"), "s2"))
    assert not screen.undo.isVisible()


# Terms and holidays


def test_from_the_holidays_one_comes_to_moving_what_lies_in_them(qtbot: QtBot, workspace: Workspace):
    lines = workspace.series("u1").sessions[3]
    workspace.do("Plan", [revise(lines.session, status="planned")])
    holiday = Term(label="Strike day", starts=lines.session.date)
    workspace.do("Add a holiday", [revise(workspace.series("u1").programme, holidays=(holiday,))])
    screen = opened(qtbot, workspace)
    screen.faces.choose(DAYS)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands = Hands(screen)
    hands.push("Move or cancel…")
    assert screen.faces.current == SESSIONS
    assert "lies in the holidays: Strike day. What becomes of ‘Week 4’?" in screen.grid.moving.heading.text()
    assert hands.name == "Sessions that would move"


def test_terms_are_filled_in_on_their_face_and_offered_as_days(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    screen.faces.choose(DAYS)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    Hands(screen).push("Fill in six terms")
    combo = screen.period.stretch.combo
    assert "Summer 2" in [combo.itemText(n) for n in range(combo.count())]


def test_what_is_being_typed_of_a_holiday_is_kept_when_one_leaves(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    screen.faces.choose(DAYS)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands = Hands(screen)
    hands.push("Add holiday")
    hands.write("Half term")
    assert screen.save() == ""
    assert workspace.series("u1").programme.holidays[0].label == "Half term"


def papers_of_these_days(screen: SeriesScreen, do: Callable[[TermPapers], None]) -> None:
    """Opens the papers of these days by keys, and does something in the dialog."""
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    hands = Hands(screen)

    def within() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TermPapers)
        do(dialog)

    hands.meanwhile(within)
    hands.push("Papers of these days…")


def test_the_papers_of_these_days_are_those_of_their_sessions(qtbot: QtBot, workspace: Workspace, tmp_path: Path):
    screen = opened(qtbot, workspace)
    screen.period.show_stretch(WHOLE)
    with qtbot.waitSignal(screen.worked_out):
        screen.period.chosen.emit()
    told = heard(screen.said)
    papers_of_these_days(screen, lambda dialog: (dialog.asks.presets["run-sheet"].click(), dialog.save_in(tmp_path)))
    days = [f"2026-09-{day:02d}" for day in (1, 8, 15, 22)]
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [f"{day}-run-sheet.pdf" for day in days]
    assert told[-1] == "Saved 4 papers."


def test_registers_of_these_days_ask_what_the_leader_asks(qtbot: QtBot, workspace: Workspace, tmp_path: Path):
    workspace.do("Ask", add_prompt((), "Who made the tea?")[1])
    screen = opened(qtbot, workspace)

    def only_the_register(dialog: TermPapers) -> None:
        for tick in dialog.asks.ticks:
            if tick.isChecked() != (tick.accessibleName() == REGISTER.label):
                tick.click()
        dialog.save_in(tmp_path)

    papers_of_these_days(screen, only_the_register)
    assert "Who made the tea?" in text_of(next(tmp_path.glob("*-register.pdf")))


def test_a_word_that_may_be_a_name_leads_from_a_paper_to_its_line(qtbot: QtBot, workspace: Workspace, tmp_path: Path):
    activity = workspace.plan("u1", "s2").activities[0]
    workspace.do("Change", [revise(activity, title="Sky song")])
    screen = opened(qtbot, workspace)
    asked = wanted(screen)

    def go(dialog: TermPapers) -> None:
        dialog.asks.presets["hub"].click()
        dialog.save_in(tmp_path)
        qtbot.waitUntil(dialog.words.isVisible, timeout=20_000)
        dialog.words.line_wanted.emit("Sky")

    papers_of_these_days(screen, go)
    assert asked == [("session", "u1", "s2"), ("line", "activity", "a1")]


def test_after_it_was_left_it_follows_nothing(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    screen.leave()
    workspace.do("Add", edits.add_voice(workspace.series("u1"), text="More drums")[1])
    assert not screen._recheck.isActive()


def test_a_programme_that_is_removed_leads_back(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    asked = wanted(screen)
    workspace.do("Remove", edits.remove_programme(workspace.series("u1")))
    assert asked == [("back",)]
    assert screen.save() == ""


def test_the_days_of_a_term_follow_the_programme(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    programme = workspace.series("u1").programme
    terms = [{"label": "Autumn", "from": "2026-09-08", "to": "2026-12-18"}]
    with qtbot.waitSignal(screen.worked_out):
        workspace.do("Change", [revise(programme, terms=terms)])
    assert screen.about.text().startswith("3 sessions · Tuesday 8 September 2026")


def test_another_day_offers_its_school_year(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    screen.begin_day(date(2027, 9, 1))
    combo = screen.period.stretch.combo
    assert "School year 2027 to 2028" in [combo.itemText(n) for n in range(combo.count())]


def test_the_button_leads_back_to_all_programmes(qtbot: QtBot, workspace: Workspace):
    screen = opened(qtbot, workspace)
    asked = wanted(screen)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    Hands(screen).push("All programmes")
    assert asked == [("back",)]


def test_a_full_name_stands_nowhere(qtbot: QtBot, workspace: Workspace):
    workspace.do("Name", [revise(workspace.series("u1").people[0], name="Skyler Jones")])
    screen = opened(qtbot, workspace)
    heard_over_time(qtbot, screen)
    said = [card.chart.accessibleDescription() for card in screen.charts.cards]
    said += [row.spoken for row in screen.findings.model.rows]
    assert not [text for text in said if "Jones" in text]
