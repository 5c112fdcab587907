"""After a session: single keys down one list say how each change went; each answer is a step with a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Adaptation
from amie_planner.ui.widgets.verdicts import Verdicts
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """The session with six changes, none of which has a verdict."""
    clear = {"verdict": None, "then": None, "verdict_note": None}
    desk.do("Forget", [revise(d, **clear) for d in desk.plan.adaptations])
    for n in range(3):
        _, changes = edits.adapt(desk.plan, what=f"Something else {n}")
        desk.do("Add", changes)
    desk.workspace.history.clear()
    return desk


@pytest.fixture
def verdicts(qtbot: QtBot, desk: OpenSession) -> Verdicts:
    made = Verdicts(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    in_front(qtbot, made, 1100, 600)
    made.view.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def held(desk: OpenSession) -> list[tuple[str | None, str | None]]:
    return [(d.verdict, d.then) for d in desk.plan.adaptations]


def first(desk: OpenSession) -> Adaptation:
    return desk.plan.adaptations[0]


def press(verdicts: Verdicts, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def test_six_changes_are_answered_by_a_dozen_keys(verdicts: Verdicts, desk: OpenSession):
    keys = [Key.Key_W, Key.Key_P, Key.Key_N, Key.Key_U, Key.Key_W, Key.Key_P]
    pressed = [part for key in keys for part in (key, Key.Key_Down)]
    press(verdicts, *pressed)
    assert len(pressed) == 12
    assert held(desk) == [(v, None) for v in ("worked", "partly", "not", "not used", "worked", "partly")]


@pytest.mark.parametrize(
    ("key", "verdict", "then"),
    [
        (Key.Key_W, "worked", None),
        (Key.Key_P, "partly", None),
        (Key.Key_N, "not", None),
        (Key.Key_U, "not used", None),
        (Key.Key_K, None, "keep"),
        (Key.Key_C, None, "change"),
        (Key.Key_S, None, "stop"),
    ],
)
def test_a_key_records_its_answer_and_no_other(
    verdicts: Verdicts, desk: OpenSession, key: Key, verdict: str | None, then: str | None
):
    press(verdicts, key)
    assert held(desk) == [(verdict, then)] + [(None, None)] * 5


def test_each_answer_is_a_step_with_a_name(verdicts: Verdicts, desk: OpenSession):
    press(verdicts, Key.Key_W, Key.Key_K)
    history = desk.workspace.history
    assert history.undoText() == "‘One switch plays the engine sou…’: keep"
    history.undo()
    assert (first(desk).verdict, first(desk).then) == ("worked", None)
    assert history.undoText() == "‘One switch plays the engine sou…’: worked"
    history.undo()
    assert (first(desk).verdict, history.canUndo()) == (None, False)
    assert verdicts.form.fields["verdict"].value() is None


def test_the_same_key_again_is_no_step(verdicts: Verdicts, desk: OpenSession):
    press(verdicts, Key.Key_W, Key.Key_W)
    assert desk.workspace.history.count() == 1


def test_each_answer_is_told_in_words(verdicts: Verdicts):
    said = heard(verdicts.said)
    press(verdicts, Key.Key_W, Key.Key_K)
    where = "Rocket song: solos and Moon walk: our own sounds"
    what = "One switch plays the engine sound; the solo is theirs"
    assert said == [f"{where}, {what}: worked", f"{where}, {what}: worked, keep"]
    assert verdicts.model.rows[0].spoken == said[-1]


def test_a_change_without_an_answer_or_a_place_says_so(verdicts: Verdicts):
    assert verdicts.model.rows[5].spoken == "Something else 2: not recorded yet"


@pytest.mark.parametrize("held_down", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_key_held_with_another_is_no_answer(verdicts: Verdicts, desk: OpenSession, held_down: Qt.KeyboardModifier):
    QTest.keyClick(verdicts.view, Key.Key_S, held_down)
    assert held(desk) == [(None, None)] * 6


def test_the_buttons_of_the_form_answer_too_and_let_go_again(verdicts: Verdicts, desk: OpenSession):
    verdict = verdicts.form.fields["verdict"]
    verdict.buttons["partly"].click()
    assert first(desk).verdict == "partly"
    verdict.buttons["partly"].click()
    assert first(desk).verdict is None
    assert desk.workspace.history.undoText() == "‘One switch plays the engine sou…’: not recorded"


def test_what_next_time_brings_is_not_recorded_until_it_is_chosen(verdicts: Verdicts, desk: OpenSession):
    press(verdicts, Key.Key_W, Key.Key_Down, Key.Key_P)
    assert {then for _, then in held(desk)} == {None}


def test_a_note_belongs_to_the_change_it_was_typed_at(verdicts: Verdicts, desk: OpenSession):
    press(verdicts, Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "A note"
    QTest.keyClicks(QApplication.focusWidget(), "Beamed")
    verdicts.choose("d2")
    assert [d.verdict_note for d in desk.plan.adaptations[:2]] == ["Beamed", None]
    assert verdicts.form.fields["verdict_note"].value() is None
    assert "‘Beamed’" in [block.text for block in _blocks(verdicts, 0)]


def test_letters_in_the_note_are_letters(verdicts: Verdicts, desk: OpenSession):
    press(verdicts, Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "wpnukcs")
    assert verdicts.save() == ""
    assert first(desk).verdict_note == "wpnukcs"
    assert held(desk)[0] == (None, None)


def test_an_answer_by_key_keeps_what_is_being_typed(verdicts: Verdicts, desk: OpenSession):
    verdicts.form.fields["verdict_note"].box.setPlainText("Beamed")
    verdicts.form.fields["verdict"].buttons["worked"].click()
    assert (first(desk).verdict, first(desk).verdict_note) == ("worked", "Beamed")


def test_a_note_that_cannot_be_kept_is_told_and_does_not_come_along(verdicts: Verdicts, desk: OpenSession):
    said = heard(verdicts.said)
    verdicts.form.fields["verdict_note"].box.setPlainText("x" * 20_001)
    assert "20,000" in verdicts.save()
    verdicts.choose("d2")
    assert said and said[-1].startswith("Not kept: A note.")
    assert verdicts.form.fields["verdict_note"].value() is None
    assert verdicts.save() == ""
    assert [d.verdict_note for d in desk.plan.adaptations] == [None] * 6


def _blocks(verdicts: Verdicts, row: int) -> list[object]:
    view = verdicts.view
    return list(view._lay_out(verdicts.model.rows[row], 500, view.font()))


def test_what_was_recorded_stands_in_the_row_in_words(verdicts: Verdicts):
    assert "Not recorded yet" in [block.text for block in _blocks(verdicts, 0)]
    press(verdicts, Key.Key_N, Key.Key_S)
    shown = [block.text for block in _blocks(verdicts, 0)]
    assert shown[-2:] == ["Did not work", "Stop"]


def test_words_that_do_not_fit_beside_one_another_stand_below(verdicts: Verdicts):
    press(verdicts, Key.Key_N, Key.Key_S)
    view = verdicts.view
    *_, went, then = view._lay_out(verdicts.model.rows[0], 130, view.font())
    assert then.rect.top() > went.rect.bottom()
    assert then.rect.left() == went.rect.left()


def test_a_session_without_changes_says_one_sentence(qtbot: QtBot, desk: OpenSession):
    for d in desk.plan.adaptations:
        desk.do("Remove", edits.remove_adaptation(desk.series, desk.session, d.id))
    made = Verdicts(desk)
    qtbot.addWidget(made)
    made.show()
    assert made.empty.isVisible()
    assert not made.view.isVisible()
    assert not made.form.isVisible()
    assert made.save() == ""


def test_a_session_that_has_gone_is_left_alone(verdicts: Verdicts, desk: OpenSession):
    desk.do("Remove", edits.remove_session(desk.series, desk.session))
    verdicts.refresh()
    assert verdicts.save() == ""


def test_the_form_goes_below_the_list_where_it_is_narrow(verdicts: Verdicts):
    verdicts.resize(1100, 900)
    beside = verdicts.what.mapTo(verdicts, verdicts.what.rect().topLeft())
    verdicts.resize(500, 900)
    QApplication.processEvents()
    below = verdicts.what.mapTo(verdicts, verdicts.what.rect().topLeft())
    assert beside.x() > below.x()
    assert below.y() > beside.y()
