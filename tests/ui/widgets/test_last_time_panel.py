"""What earlier sessions offer: taken, parked or declined by one key each, and named in undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front

from amie_planner.checks import run
from amie_planner.checks.check import Answer
from amie_planner.domain import edits
from amie_planner.domain.changes import remove, revise
from amie_planner.domain.edits.reflection import note_for_next_time
from amie_planner.domain.edits.replies import MOST_IN_FOCUS, Answered, give_reply
from amie_planner.domain.records import Activity
from amie_planner.domain.vocabulary import ReplyKind
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.widgets.last_time_panel import LastTimePanel
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
SWITCH = "One switch plays the engine sound; the solo is theirs"
WAIT = "After each question wait five slow breaths and follow the look"
COUNT_IN = "Count in with five fingers, lights dip before the loud part"


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """The second session of space-sounds: it took one change of the first, and two more are offered, and only those."""
    others = [*(note for lines in desk.series.sessions for note in lines.next_time), *desk.series.voice]
    first = desk.plan.session
    desk.do("Leave the changes", [revise(first, reflection={}), *(remove(record) for record in others)])
    return OpenSession(desk.workspace, desk.programme, "s2")


@pytest.fixture
def full(desk: OpenSession) -> OpenSession:
    """The second session, with one of each kind that waits: a note, two changes, an idea, a finding and an answer."""
    _, note = note_for_next_time(desk.series, "s1", "Count-in before Moon walk")
    _, idea = edits.add_voice(desk.series, text="Louder engines", session="s1", from_whom="group")
    first = desk.workspace.plan(desk.programme, "s1").session
    desk.do("Leave", [*note, *idea, revise(first, reflection={"change": "A quieter\nstart"})])
    asked = next(f for f in run(desk.plan) if f.answer is Answer.WORTH_A_LOOK)
    to = Answered(asked.check, asked.answer.value, tuple(line.id for line in asked.lines), "s1")
    desk.do("Park", give_reply(desk.series, replace(to, lines=()), ReplyKind.PARKED))
    return desk


def shown(qtbot: QtBot, desk: OpenSession) -> LastTimePanel:
    made = LastTimePanel(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    in_front(qtbot, made, 480, 600)
    made.view.setFocus(Qt.FocusReason.TabFocusReason)
    return made


@pytest.fixture
def panel(qtbot: QtBot, desk: OpenSession) -> LastTimePanel:
    return shown(qtbot, desk)


def texts(panel: LastTimePanel) -> list[str]:
    return [row.text for row in panel.model.rows]


def carried(workspace: Workspace, desk: OpenSession) -> list[str | None]:
    return [d.carried for d in workspace.plan(desk.programme, "s1").adaptations]


def by_key(key: Key) -> Callable[[LastTimePanel], None]:
    return lambda panel: QTest.keyClick(panel.view, key)


def test_what_is_offered_says_where_it_comes_from_and_how_it_went(panel: LastTimePanel):
    assert texts(panel) == [WAIT, COUNT_IN]
    assert panel.model.rows[1].spoken == (
        f"Change. {COUNT_IN}. Lift-off, 8 September: partly. Next time: change. Everyone · Rocket song: solos. "
        "To be changed once it is taken"
    )
    assert not panel.empty.isVisible()


@pytest.mark.parametrize("do", [by_key(Key.Key_T), lambda panel: panel.take.click()], ids=["key", "button"])
def test_taking_brings_it_into_this_session_and_the_next_is_chosen(
    panel: LastTimePanel, desk: OpenSession, do: Callable[[LastTimePanel], None]
):
    said = heard(panel.said)
    do(panel)
    taken = desk.plan.adaptations[-1]
    assert (taken.what, taken.follows and taken.follows.adaptation) == (WAIT, "d2")
    assert texts(panel) == [COUNT_IN]
    assert panel.view.currentIndex().row() == 0
    assert desk.workspace.history.undoText() == "Take ‘After each question wait five s…’"
    assert said[-1].startswith("Taken, into ")
    desk.workspace.history.undo()
    assert texts(panel) == [WAIT, COUNT_IN]


@pytest.mark.parametrize(
    ("do", "answer", "name"),
    [
        (by_key(Key.Key_P), "parked", "Park"),
        (lambda panel: panel.park.click(), "parked", "Park"),
        (by_key(Key.Key_D), "declined", "Decline"),
        (lambda panel: panel.decline.click(), "declined", "Decline"),
    ],
    ids=["P", "park", "D", "decline"],
)
def test_parking_and_declining_answer_it_in_the_earlier_session(
    panel: LastTimePanel, desk: OpenSession, do: Callable[[LastTimePanel], None], answer: str, name: str
):
    said = heard(panel.said)
    do(panel)
    assert carried(desk.workspace, desk) == [None, answer, None]
    assert texts(panel) == [COUNT_IN]
    assert desk.workspace.history.undoText() == f"{name} ‘After each question wait five s…’"
    assert said[-1].startswith(answer.capitalize())
    desk.workspace.history.undo()
    assert texts(panel) == [WAIT, COUNT_IN]


def test_after_the_last_of_the_list_the_one_before_is_chosen(panel: LastTimePanel):
    panel.view.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.view, Key.Key_D)
    assert (texts(panel), panel.view.currentIndex().row()) == ([WAIT], 0)


def test_once_all_are_answered_one_sentence_is_left(panel: LastTimePanel):
    QTest.keyClick(panel.view, Key.Key_D)
    QTest.keyClick(panel.view, Key.Key_D)
    assert panel.empty.isVisible()
    for part in (panel.view, panel.take, panel.park, panel.decline, panel.take_kept):
        assert not part.isVisible()


def test_a_key_held_with_another_is_no_answer(panel: LastTimePanel):
    QTest.keyClick(panel.view, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert texts(panel) == [WAIT, COUNT_IN]


def test_all_that_are_kept_are_taken_in_one_step(panel: LastTimePanel, desk: OpenSession):
    desk.do("Keep", [revise(d, then="keep") for d in desk.workspace.plan(desk.programme, "s1").adaptations])
    steps = desk.workspace.history.count()
    panel.take_kept.click()
    assert [d.what for d in desk.plan.adaptations][-2:] == [WAIT, COUNT_IN]
    assert panel.empty.isVisible()
    assert desk.workspace.history.count() == steps + 1
    desk.workspace.history.undo()
    assert texts(panel) == [WAIT, COUNT_IN]


def test_only_what_is_kept_is_taken_with_all_that_are(panel: LastTimePanel):
    panel.take_kept.click()
    assert texts(panel) == [COUNT_IN]
    assert not panel.take_kept.isVisible()


def third(desk: OpenSession) -> OpenSession:
    """A session after the second."""
    id, changes = edits.add_session(desk.series, {"title": "Third", "date": "2026-09-22"})
    desk.do("Add", changes)
    return OpenSession(desk.workspace, desk.programme, id)


def test_what_was_parked_is_asked_in_the_session_after_and_says_so(
    qtbot: QtBot, panel: LastTimePanel, desk: OpenSession
):
    QTest.keyClick(panel.view, Key.Key_P)
    after = shown(qtbot, third(desk))
    assert texts(after) == [SWITCH, WAIT, COUNT_IN]
    assert [row.also for row in after.model.rows] == ["", "Parked before.", "To be changed once it is taken."]


def test_parking_what_came_from_further_back_puts_it_off_too(qtbot: QtBot, desk: OpenSession):
    after = shown(qtbot, third(desk))
    QTest.keyClick(after.view, Key.Key_P)
    assert texts(after) == [WAIT, COUNT_IN]
    desk.workspace.history.undo()
    assert texts(after) == [SWITCH, WAIT, COUNT_IN]


def test_when_the_last_offer_is_answered_the_focus_is_given_back(qtbot: QtBot, panel: LastTimePanel):
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_D)
    with qtbot.waitSignal(panel.finished):
        QTest.keyClick(panel.view, Key.Key_D)


def without_its_place(desk: OpenSession) -> None:
    """Nothing in the open session goes by the name or the kind of the rocket song."""
    changes = [revise(a, title=f"Something {a.id}", kind="listen") for a in desk.plan.activities]
    if not changes:
        _, changes = edits.add_activity(desk.plan, 0, title="Something", kind="listen")
    desk.do("Rename", changes)


def test_what_finds_no_place_asks_for_one(qtbot: QtBot, desk: OpenSession):
    without_its_place(desk)
    panel = shown(qtbot, desk)
    said = heard(panel.said)
    panel.view.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.view, Key.Key_T)
    assert said[-1].endswith("Choose where.")
    assert desk.plan.adaptations[-1].activities == ()
    (form,) = panel.findChildren(Form)
    field = form.fields["activities"]
    assert isinstance(field, ManyField)
    first: Activity = desk.plan.activities[0]
    field._boxes[first.id].click()
    assert desk.plan.adaptations[-1].activities == (first.id,)
    QApplication.processEvents()
    assert form.isVisible()


def test_once_the_list_is_empty_the_keys_go_on_to_the_place_that_is_asked_for(qtbot: QtBot, desk: OpenSession):
    without_its_place(desk)
    panel = shown(qtbot, desk)
    QTest.keyClick(panel.view, Key.Key_D)
    QTest.keyClick(panel.view, Key.Key_T)
    here = QApplication.focusWidget()
    assert here is not None and "In which activities" in here.accessibleDescription()


def test_undoing_takes_its_question_along(qtbot: QtBot, desk: OpenSession):
    without_its_place(desk)
    panel = shown(qtbot, desk)
    panel.view.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.view, Key.Key_T)
    desk.workspace.history.undo()
    assert not [form for form in panel.findChildren(Form) if form.isVisible()]
    panel.save()


def kinds(panel: LastTimePanel) -> list[str]:
    return [row.kind.partition(",")[0] for row in panel.model.rows]


ALL = ["Note for next time", "Change", "Change", "Idea", "HEARD", "What you would change"]


def test_notes_come_first_then_changes_then_ideas_then_what_heard_was_to_ask_again(qtbot: QtBot, full: OpenSession):
    panel = shown(qtbot, full)
    assert kinds(panel) == ALL
    note, _, _, idea, heard_of, would_change = [row.spoken for row in panel.model.rows]
    assert note == "Note for next time. Count-in before Moon walk. Lift-off, 8 September"
    assert idea == "Idea. Louder engines. From the whole group · not decided yet. Not decided yet"
    assert "Parked. Given at an earlier session" in heard_of
    assert would_change == "What you would change. A quieter start. Lift-off, 8 September"


@pytest.mark.parametrize("key", [Key.Key_T, Key.Key_P, Key.Key_D], ids=["take", "park", "decline"])
def test_all_of_it_is_answered_in_one_pass_by_one_key_each_and_undone_step_by_step(
    qtbot: QtBot, full: OpenSession, key: Key
):
    panel = shown(qtbot, full)
    said, steps, before = heard(panel.said), full.workspace.history.count(), full.series
    for n in range(len(ALL)):
        QTest.keyClick(panel.view, key)
        assert kinds(panel) == ALL[n + 1 :]
    assert panel.empty.isVisible()
    assert (len(said), full.workspace.history.count() - steps) == (len(ALL), len(ALL))
    for _ in ALL:
        full.workspace.history.undo()
    assert (kinds(panel), full.series) == (ALL, before)


def test_each_says_where_it_went(qtbot: QtBot, full: OpenSession):
    panel = shown(qtbot, full)
    said = heard(panel.said)
    for _ in ALL:
        QTest.keyClick(panel.view, Key.Key_T)
    note, *_, idea, finding, would_change = said
    assert note == "Taken, into the notes of this session: ‘Count-in before Moon walk’"
    assert idea == "Taken, into this session, with the voices: ‘Louder engines’"
    assert finding.startswith("Taken, to be looked at first in HEARD: ‘")
    plan = full.plan
    assert would_change == "Taken, into the notes of this session: ‘A quieter start’"
    assert plan.session.notes is not None and plan.session.notes.endswith("Count-in before Moon walk\nA quieter start")
    assert [touch.session for touch in plan.voice[-1].touches] == ["s2"]
    assert len(plan.session.focus) == 1


@pytest.mark.parametrize(("key", "after"), [(Key.Key_P, ALL), (Key.Key_D, ["Change"])], ids=["park", "decline"])
def test_what_was_parked_is_all_there_in_the_session_after_and_what_was_declined_is_not(
    qtbot: QtBot, full: OpenSession, key: Key, after: list[str]
):
    panel = shown(qtbot, full)
    for _ in ALL:
        QTest.keyClick(panel.view, key)
    here = shown(qtbot, third(full))
    assert [kind for kind in kinds(here) if kind != "Change"] == [kind for kind in after if kind != "Change"]
    assert kinds(shown(qtbot, full)) == []


def test_what_was_parked_is_parked_again_and_undone_like_any_other(qtbot: QtBot, full: OpenSession):
    panel = shown(qtbot, full)
    for _ in ALL:
        QTest.keyClick(panel.view, Key.Key_P)
    third_one = third(full)
    again, before, steps = shown(qtbot, third_one), full.series, full.workspace.history.count()
    waits = kinds(again)
    assert set(waits) == set(ALL)
    for _ in waits:
        QTest.keyClick(again.view, Key.Key_P)
    assert (kinds(again), kinds(shown(qtbot, third_one))) == ([], [])
    assert kinds(shown(qtbot, third(full))) == waits
    while full.workspace.history.count() and full.workspace.history.index() > steps:
        full.workspace.history.undo()
    assert (full.series, kinds(shown(qtbot, third_one))) == (before, waits)


def test_a_third_question_to_look_at_first_is_refused_in_words_and_stays(qtbot: QtBot, full: OpenSession):
    asked = [f.check for f in run(full.plan) if f.check != full.series.replies[-1].check][:MOST_IN_FOCUS]
    full.do("Focus", [revise(full.plan.session, focus=tuple(asked))])
    panel = shown(qtbot, full)
    said = heard(panel.said)
    panel.view.setCurrentIndex(panel.model.index(ALL.index("HEARD")))
    QTest.keyClick(panel.view, Key.Key_T)
    assert said[-1].endswith("Let go of one, park or decline.")
    assert kinds(panel) == ALL


def test_a_session_that_has_gone_is_left_alone(panel: LastTimePanel, desk: OpenSession):
    desk.do("Remove", edits.remove_session(desk.series, desk.session))
    panel.refresh()
