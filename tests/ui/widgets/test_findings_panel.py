"""HEARD beside the plan: keys go through it, lines lead to the plan, folds open and close in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands, heard, in_front
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks import worded
from amie_planner.checks.check import Answer, Finding, Line
from amie_planner.checks.conversation import Turn, conversation
from amie_planner.domain.records import HeardWording
from amie_planner.domain.vocabulary import ReplyKind
from amie_planner.exchange.loading import load
from amie_planner.ui.models.findings import FindingRow
from amie_planner.ui.widgets.choice_row import ChoiceRow
from amie_planner.ui.widgets.findings_panel import FindingsPanel
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
SAMPLE = checks.run(load(SPACE_SOUNDS).plan("s2"))


def turns(findings: Iterable[Finding]) -> tuple[Turn, ...]:
    """The findings without any reply."""
    return tuple(Turn(found) for found in findings)


LOOK = next(f for f in SAMPLE if f.answer is Answer.WORTH_A_LOOK and f.lines)
OTHER = next(f for f in SAMPLE if f.answer is Answer.STRENGTH and f.lines)


@pytest.fixture
def panel(qtbot: QtBot, desk: OpenSession) -> FindingsPanel:
    made = FindingsPanel(desk)
    qtbot.addWidget(made)
    made.resize(480, 420)
    made.show_turns(turns(SAMPLE))
    made.show()
    return made


def go_to(panel: FindingsPanel, id: str) -> None:
    panel.view.setCurrentIndex(panel.model.index(panel.model.find(id)))


def here(panel: FindingsPanel) -> FindingRow:
    row = panel.model.at(panel.view.currentIndex().row())
    assert row is not None
    return row


def press(panel: FindingsPanel, key: Key = Key.Key_Return) -> list[Line]:
    wanted: list[Line] = []
    panel.line_wanted.connect(wanted.append)
    QTest.keyClick(panel.view, key)
    panel.line_wanted.disconnect(wanted.append)
    return wanted


def test_it_opens_on_the_first_thing_that_is_worth_a_look(panel: FindingsPanel):
    first = next(row for row in panel.model.rows if row.answer is Answer.WORTH_A_LOOK)
    assert here(panel) == first


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_on_a_line_asks_for_that_line(panel: FindingsPanel, key: Key):
    line = LOOK.lines[0]
    go_to(panel, f"{LOOK.check}/{line.kind}/{line.id}")
    assert press(panel, key) == [line]


def test_a_click_on_a_line_asks_for_it_too(panel: FindingsPanel):
    line = LOOK.lines[-1]
    index = panel.model.index(panel.model.find(f"{LOOK.check}/{line.kind}/{line.id}"))
    panel.view.scrollTo(index)
    wanted: list[Line] = []
    panel.line_wanted.connect(wanted.append)
    QTest.mouseClick(
        panel.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        panel.view.visualRect(index).center(),
    )
    assert wanted == [line]


def test_enter_on_what_is_worth_a_look_goes_on_to_its_first_line(panel: FindingsPanel):
    go_to(panel, LOOK.check)
    assert press(panel) == []
    assert here(panel).line == LOOK.lines[0]


def test_enter_on_a_strength_shows_its_lines_and_folds_them_again_in_place(panel: FindingsPanel):
    go_to(panel, OTHER.check)
    folded = panel.model.rows
    press(panel)
    assert here(panel).id == OTHER.check
    assert len(panel.model.rows) == len(folded) + len(OTHER.lines)
    press(panel)
    assert here(panel).id == OTHER.check
    assert panel.model.rows == folded


def test_unfolding_what_is_not_recorded_keeps_the_place_and_stays_unfolded_when_the_plan_changes(
    panel: FindingsPanel,
):
    empty = checks.run(a_plan())
    panel.show_turns(turns(empty))
    fold = next(row.id for row in panel.model.rows if row.kind == "fold")
    go_to(panel, fold)
    folded = len(panel.model.rows)
    press(panel)
    assert here(panel).id == fold
    assert len(panel.model.rows) > folded
    panel.show_turns(turns(empty))
    assert here(panel).id == fold
    assert len(panel.model.rows) > folded


def test_the_place_stays_when_the_findings_around_it_change(panel: FindingsPanel):
    go_to(panel, LOOK.check)
    panel.show_turns(turns(replace(f, text="Now said otherwise") for f in SAMPLE if f in (LOOK, SAMPLE[-1])))
    assert here(panel).id == LOOK.check
    assert here(panel).text == "Now said otherwise"


def test_why_is_said_of_the_finding_that_is_chosen_and_of_nothing_else(panel: FindingsPanel):
    go_to(panel, LOOK.check)
    assert panel.reply.why.isVisible()
    assert panel.reply.why.text() == f"{checks.HEARD.of(LOOK.check).question} {checks.HEARD.of(LOOK.check).why}"
    go_to(panel, panel.model.rows[0].id)
    assert not panel.reply.why.isVisible()


def test_no_findings_are_an_empty_list(panel: FindingsPanel):
    panel.show_turns([])
    assert panel.model.rows == ()
    assert panel.empty.isVisible()
    assert press(panel) == []


def test_what_is_seen_stays_where_it_is_when_findings_above_it_come_and_go(panel: FindingsPanel):
    panel.resize(480, 300)
    go_to(panel, "D03")
    panel.view.scrollTo(panel.view.currentIndex(), panel.view.ScrollHint.PositionAtTop)
    before = panel.view.visualRect(panel.view.currentIndex()).top()
    panel.show_turns(turns(f for f in SAMPLE if f.check not in ("H01", "E01")))
    assert panel.view.visualRect(panel.view.currentIndex()).top() == before
    panel.show_turns(turns(SAMPLE))
    assert panel.view.visualRect(panel.view.currentIndex()).top() == before


def test_r_opens_the_reply_to_the_chosen_finding_and_escape_comes_back(qtbot: QtBot, panel: FindingsPanel):
    hands = Hands(in_front(qtbot, panel))
    go_to(panel, LOOK.check)
    panel.view.setFocus()
    hands.press(Key.Key_R)
    assert panel.reply.is_open
    assert panel.reply.isAncestorOf(hands.here)
    hands.press(Key.Key_Escape)
    assert not panel.reply.is_open
    assert panel.view.hasFocus()


def test_the_finding_that_is_replied_to_stays_in_sight(qtbot: QtBot, panel: FindingsPanel):
    in_front(qtbot, panel, 480, 420)
    go_to(panel, "D03")
    press(panel, Key.Key_R)
    row = panel.view.visualRect(panel.model.index(panel.model.find("D03")))
    assert panel.view.viewport().rect().intersects(row)
    assert row.top() >= 0


def test_a_reply_with_something_that_cannot_be_kept_is_not_closed_over_it(panel: FindingsPanel):
    go_to(panel, LOOK.check)
    press(panel, Key.Key_R)
    told = heard(panel.said)
    row = panel.reply.kind.fields["reply"]
    assert isinstance(row, ChoiceRow)
    row.buttons[ReplyKind.PARKED].click()
    panel.show_turns(conversation(panel.reply._desk.plan, SAMPLE))
    panel.reply.until.fields["until"].line.setText("32/13")
    panel.reply.close_button.click()
    assert panel.reply.is_open
    assert told[-1] == "Not kept: Parked until. That is not a date. Write the day first, such as 8/9/2026."


def test_a_hubs_words_are_said_to_be_theirs_and_what_they_leave_out_is_named(panel: FindingsPanel):
    assert not panel.whose.isVisible()
    hub = worded([HeardWording(id="R", left_out=True), HeardWording(id="A", name="Led by them")])
    panel.show_turns(turns(checks.run(load(SPACE_SOUNDS).plan("s2"), hub.plan_checks)))
    assert panel.whose.isVisible()
    assert panel.whose.text() == "In the words of a hub. Nothing is asked here about Representative."


def test_r_on_a_heading_opens_nothing(panel: FindingsPanel):
    go_to(panel, panel.model.rows[0].id)
    press(panel, Key.Key_R)
    assert not panel.reply.is_open


def test_going_on_to_another_finding_closes_the_reply(panel: FindingsPanel):
    go_to(panel, LOOK.check)
    press(panel, Key.Key_R)
    go_to(panel, OTHER.check)
    assert not panel.reply.is_open
    assert panel.reply.check == OTHER.check
