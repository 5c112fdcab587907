"""Equality monitoring of a programme on its own screen: off until it is agreed to, kept by agreement, and undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front
from tests.returns.kept_apart import ON, PROGRAMME, a_group

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import add
from amie_planner.domain.edits import remove_person, remove_programme
from amie_planner.domain.monitoring import Answered, MonitoringAnswers, NonAnswer
from amie_planner.returns import monitoring
from amie_planner.returns.monitoring_questions import questions
from amie_planner.store.store import Store
from amie_planner.ui.screens.monitoring import ANSWERS, QUESTIONS, REPRESENTATION, MonitoringScreen
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
TODAY = date(2026, 11, 22)
TABLES = Path(__file__).parents[2] / "returns" / "baselines"


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """A workspace with a programme of twelve people."""
    store.apply(bring_in(a_group(12), 0))
    return Workspace(store)


def shown(qtbot: QtBot, workspace: Workspace) -> MonitoringScreen:
    return in_front(qtbot, MonitoringScreen(workspace, PROGRAMME, TODAY), 1150, 760)


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace) -> MonitoringScreen:
    return shown(qtbot, workspace)


@pytest.fixture
def on(screen: MonitoringScreen) -> MonitoringScreen:
    """The same, turned on, with two questions asked."""
    screen.off.agreed_by.line.setText("The trustees")
    screen.off.turn_on.click()
    for question in ("ethnic-group", "free-meals"):
        screen.what_is_asked.boxes[question].click()
    screen.faces.choose(ANSWERS)
    return screen


def kept(screen: MonitoringScreen) -> tuple[Any, ...]:
    return screen._workspace.kept_apart(PROGRAMME)


def given(screen: MonitoringScreen, person: str = "p1", question: str = "ethnic-group") -> Answered:
    return monitoring.answered(kept(screen), person, question)


def agree(screen: MonitoringScreen, who: str = "self") -> None:
    """Chooses who agreed that the answers of the chosen person are kept."""
    [field] = [f.fields["agreed_by"] for f in forms(screen) if "agreed_by" in f.fields]
    field.show_value(who)
    field._chosen()


def forms(screen: MonitoringScreen) -> list[Any]:
    return screen.people.form.findChildren(Form)


def box(screen: MonitoringScreen, words: str) -> QCheckBox:
    return next(b for b in screen.people.form.findChildren(QCheckBox) if b.accessibleName() == words)


def control(screen: MonitoringScreen, name: str) -> Any:
    controls = (*screen.people.form.findChildren(QLineEdit), *screen.people.form.findChildren(QComboBox))
    return next(c for c in controls if c.accessibleName() == name)


def statuses(screen: MonitoringScreen) -> list[str]:
    return [row.below for row in screen.people.rows.rows]


def answer_box(monkeypatch: pytest.MonkeyPatch, words: str | None) -> list[str]:
    """Answers every question by the button with these words, or by Cancel; gives what was asked."""
    asked: list[str] = []

    def chosen(box: QMessageBox) -> Any:
        asked.append(box.text())
        return next((b for b in box.buttons() if b.text() == words), None)

    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    monkeypatch.setattr(QMessageBox, "clickedButton", chosen)
    return asked


# Off until it is agreed to


def test_it_opens_on_one_sentence_and_one_action(screen: MonitoringScreen):
    assert screen.pages.currentWidget() is screen.off
    assert not screen.faces.isVisible()
    assert not screen.off.forget.isVisible()
    assert screen.off.since.value() == TODAY


def test_it_stays_off_until_somebody_is_named_who_agreed(screen: MonitoringScreen):
    said = heard(screen.said)
    screen.off.turn_on.click()
    assert kept(screen) == ()
    assert screen.off.problem.isVisible()
    assert (
        screen.off.problem.text()
        == said[0]
        == ("Nobody is named who agreed to it. Write who did, such as the trustees or the school.")
    )
    screen.off.agreed_by.line.setText("The school")
    screen.off.since.line.setText("31/2/2026")
    screen.off.turn_on.click()
    assert kept(screen) == ()
    assert "There is no 31 February" in screen.off.problem.text()


def test_with_keys_alone_it_is_turned_on_and_one_person_is_asked(screen: MonitoringScreen):
    hands = Hands(screen)
    hands.fill("Who agreed to this", "The trustees")
    hands.push("Turn on for this programme")
    assert hands.name == "Questions"
    hands.push("Free school meals")
    hands.go_to("Questions", back=True)
    hands.press(Key.Key_Left)
    hands.go_to("People of the programme, and how it stands with each")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert hands.name == "Agreed that we keep the answers"
    hands.choose("Agreed that we keep the answers", "Th")
    hands.push("Yes")
    assert given(screen, "p2", "free-meals") == Answered(codes=("yes",))
    held = monitoring.answers_of(kept(screen), "p2")
    assert held is not None
    assert (held.agreed_by, held.agreed_on) == ("self", TODAY)


def test_turning_on_is_kept_undone_and_done_again(on: MonitoringScreen, store: Store):
    history = on._workspace.history
    assert monitoring.monitoring(store.kept_apart(PROGRAMME)).questions == ("ethnic-group", "free-meals")
    for _ in range(3):
        history.undo()
    assert store.kept_apart(PROGRAMME) == ()
    assert on.pages.currentWidget() is on.off
    for _ in range(3):
        history.redo()
    assert monitoring.is_on(store.kept_apart(PROGRAMME))
    assert on.pages.currentWidget() is on.people


# Answers


def test_questions_are_there_once_somebody_agreed(on: MonitoringScreen):
    form = on.people.form
    assert form.waiting.isVisible()
    assert not form.questions.isVisible()
    agree(on, "parent")
    assert form.questions.isVisible()
    assert not form.waiting.isVisible()


def test_an_answer_goes_from_the_five_groups_to_one_within(on: MonitoringScreen):
    agree(on)
    box(on, "Asian or Asian British").click()
    assert given(on).codes == ("asian",)
    assert box(on, "Indian").isVisible()
    box(on, "Indian").click()
    assert given(on).codes == ("asian-indian",)
    box(on, "Pakistani").click()
    assert given(on).codes == ("asian-pakistani",)
    assert not box(on, "Indian").isChecked()
    box(on, "White").click()
    assert given(on).codes == ("white",)
    assert not box(on, "Pakistani").isVisible()
    assert not box(on, "Asian or Asian British").isChecked()
    box(on, "White").click()
    assert given(on) == Answered()


def test_own_words_stand_beside_a_box_and_a_reason_stands_alone(on: MonitoringScreen):
    agree(on)
    box(on, "Other ethnic group").click()
    line = control(on, "Ethnic group: In their own words")
    line.setText("Cornish")
    on.save()
    assert given(on) == Answered(codes=("other",), in_own_words="Cornish")
    reason = control(on, "Ethnic group: No answer, because")
    reason.setCurrentText("Prefer not to say")
    reason.activated.emit(reason.currentIndex())
    assert given(on) == Answered(non_answer=NonAnswer.PREFER_NOT_TO_SAY)
    assert line.text() == ""
    assert not box(on, "Other ethnic group").isChecked()
    assert [reason.itemText(n) for n in range(1, 5)] == [
        "Prefer not to say",
        "Not known",
        "Not asked",
        "Not applicable",
    ]


def test_the_list_says_how_it_stands_with_each(on: MonitoringScreen):
    agree(on)
    assert statuses(on)[0] == "not asked"
    box(on, "White").click()
    assert statuses(on)[0] == "answered · not asked: Free school meals"
    on.people.object_button.click()
    assert statuses(on)[:2] == ["objects", "not asked"]
    assert not any("White" in row.spoken or "white" in row.spoken for row in on.people.rows.rows)


def test_another_person_begins_with_an_empty_form(on: MonitoringScreen):
    agree(on)
    box(on, "White").click()
    control(on, "Ethnic group: In their own words").setText("Cornish")
    on.people.choose("p2")
    assert given(on, "p1").in_own_words == "Cornish"
    assert on.people.title.text() == "Alias 2"
    assert not on.people.form.questions.isVisible()
    agree(on, "school")
    assert not box(on, "White").isChecked()
    line = control(on, "Ethnic group: In their own words")
    assert (line.text(), line.isUndoAvailable()) == ("", False)
    on.people.choose("p1")
    assert box(on, "White").isChecked()
    assert line.text() == "Cornish"


def test_agreement_is_not_taken_away_from_under_answers(on: MonitoringScreen):
    agree(on)
    box(on, "White").click()
    agree(on, None)
    assert "There are answers" in on.save()
    assert monitoring.answers_of(kept(on), "p1").agreed_by == "self"


def test_a_day_that_is_none_stays_typed_with_the_reason(on: MonitoringScreen):
    said = heard(on.said)
    agree(on)
    control(on, "Told on").setText("soon")
    assert "That is not a date" in on.save()
    on.people.choose("p2")
    assert said[-1].startswith("Not kept: Told on")
    assert on.people.title.text() == "Alias 2"


def test_who_objects_has_their_answers_forgotten_until_undo_brings_them_back(on: MonitoringScreen):
    said = heard(on.said)
    agree(on)
    box(on, "White").click()
    before = kept(on)
    on.people.object_button.click()
    held = monitoring.answers_of(kept(on), "p1")
    assert (held.objected_on, held.answers, held.agreed_by) == (TODAY, {}, None)
    assert on.people.form is None
    assert on.people.ask_again.isVisible()
    assert "Undo brings the answers back" in said[-1]
    on._workspace.history.undo()
    assert kept(on) == before
    assert box(on, "White").isChecked()
    on._workspace.history.redo()
    on.people.ask_again.click()
    assert monitoring.answers_of(kept(on), "p1") is None
    assert on.people.object_button.isVisible()


def test_answers_go_with_a_person_and_come_back_with_them(on: MonitoringScreen, store: Store):
    workspace = on._workspace
    agree(on)
    box(on, "White").click()
    before = store.kept_apart(PROGRAMME)
    workspace.do("Remove", remove_person(workspace.series(PROGRAMME), "p1"))
    assert monitoring.answers_of(store.kept_apart(PROGRAMME), "p1") is None
    assert len(statuses(on)) == 11
    workspace.history.undo()
    assert store.kept_apart(PROGRAMME) == before
    workspace.history.undo()
    assert monitoring.answered(store.kept_apart(PROGRAMME), "p1", "ethnic-group") == Answered()
    workspace.history.redo()
    workspace.history.redo()
    assert monitoring.answers_of(store.kept_apart(PROGRAMME), "p1") is None
    workspace.history.undo()
    assert store.kept_apart(PROGRAMME) == before


def test_typing_in_one_field_is_one_step_to_undo_and_the_step_names_no_answer(on: MonitoringScreen):
    agree(on)
    line = control(on, "Ethnic group: In their own words")
    for text in ("Corn", "Cornish"):
        line.setText(text)
        on.save()
    history = on._workspace.history
    assert history.undoText() == "Change an answer of equality monitoring"
    history.undo()
    assert given(on) == Answered()
    assert history.undoText() == "Change ‘Agreed that we keep the answers’"


# What is asked, and turning off


def test_a_question_that_was_answered_is_let_go_of_only_when_the_leader_says_so(
    on: MonitoringScreen, monkeypatch: pytest.MonkeyPatch
):
    agree(on)
    box(on, "White").click()
    on.faces.choose(QUESTIONS)
    asked = answer_box(monkeypatch, None)
    on.what_is_asked.boxes["ethnic-group"].click()
    assert asked == ["“Ethnic group” has answers of 1 person."]
    assert on.what_is_asked.boxes["ethnic-group"].isChecked()
    assert given(on).codes == ("white",)
    answer_box(monkeypatch, "Ask no more, and forget them")
    on.what_is_asked.boxes["ethnic-group"].click()
    assert given(on) == Answered()
    on.what_is_asked.boxes["free-meals"].click()
    assert monitoring.monitoring(kept(on)).questions == ()


def test_every_question_is_offered_with_what_it_asks(on: MonitoringScreen):
    on.faces.choose(QUESTIONS)
    offered = {b.accessibleName(): b.accessibleDescription() for b in on.what_is_asked.boxes.values()}
    assert offered == {question.label: question.asks for question in questions()}
    assert on.what_is_asked.footing.text() == "On since Sunday 22 November 2026. Agreed by The trustees."


@pytest.mark.parametrize(
    ("words", "left", "is_on"), [("Keep them, out of sight", 1, False), ("Forget them", 0, False), (None, 1, True)]
)
def test_turning_off_asks_what_becomes_of_the_answers(
    on: MonitoringScreen, monkeypatch: pytest.MonkeyPatch, words: str | None, left: int, is_on: bool
):
    agree(on)
    box(on, "White").click()
    asked = answer_box(monkeypatch, words)
    on.faces.choose(QUESTIONS)
    on.what_is_asked.turn_off.click()
    assert "the answers of 1 person?" in asked[0]
    assert (monitoring.how_many_answered(kept(on)), monitoring.is_on(kept(on))) == (left, is_on)
    assert on.off.forget.isVisible() == (left == 1 and not is_on)


def test_what_is_kept_out_of_sight_can_be_forgotten_later(on: MonitoringScreen, monkeypatch: pytest.MonkeyPatch):
    agree(on)
    box(on, "White").click()
    answer_box(monkeypatch, "Keep them, out of sight")
    on.what_is_asked.turn_off.click()
    assert on.off.kept.text() == "The answers of 1 person are kept from before, out of sight."
    on.off.forget.click()
    assert monitoring.how_many_answered(kept(on)) == 0
    assert not on.off.forget.isVisible()
    on._workspace.history.undo()
    assert monitoring.how_many_answered(kept(on)) == 1


def test_without_answers_turning_off_asks_nothing(on: MonitoringScreen, monkeypatch: pytest.MonkeyPatch):
    asked = answer_box(monkeypatch, None)
    on.what_is_asked.turn_off.click()
    assert (asked, monitoring.is_on(kept(on))) == ([], False)


# Representation


@pytest.fixture
def answered(on: MonitoringScreen) -> MonitoringScreen:
    """Twelve people, none of whom can have free school meals, all of them White."""
    workspace = on._workspace
    for n in range(1, 13):
        person = f"p{n}"
        workspace.do("", monitoring.told(kept(on), PROGRAMME, person, ON, agreed_by="self"))
        for question, code in (("free-meals", "no"), ("ethnic-group", "white")):
            workspace.do("", monitoring.answer(kept(on), PROGRAMME, person, question, codes=(code,)))
    workspace.history.clear()
    on.faces.choose(REPRESENTATION)
    return on


def page(screen: MonitoringScreen) -> Any:
    return screen.representation


def loaded(screen: MonitoringScreen, path: Path) -> None:
    """Reads a table, and waits for it."""
    page(screen).load_from(path)
    page(screen).reading.finish()


def test_each_question_is_set_beside_england_until_another_is_chosen(answered: MonitoringScreen):
    page(answered).choose("free-meals")
    assert page(answered).response.text() == "All 12 people answered."
    first = page(answered).groups.rows[0]
    assert first.text == "Eligible for free school meals: 0 of 12"
    assert first.stands == "may be missing"
    assert "about 3 of 12 would be expected" in first.below
    assert "Department for Education" in page(answered).about.text()
    assert page(answered).rows.rows[1].below == "May be missing: Eligible for free school meals"


def test_another_baseline_and_what_heard_is_told_of_are_kept_and_undone(answered: MonitoringScreen):
    assert page(answered).heard.isChecked()
    page(answered).choice.setCurrentIndex(page(answered).choices.index(1))
    chosen = monitoring.monitoring(kept(answered)).beside["ethnic-group"]
    assert chosen == page(answered).choices.rows[1].id
    page(answered).choose("free-meals")
    assert not page(answered).heard.isChecked()
    page(answered).heard.click()
    assert monitoring.monitoring(kept(answered)).compared == "free-meals"
    page(answered).heard.click()
    assert page(answered).heard.isChecked()
    history = answered._workspace.history
    history.undo()
    history.undo()
    held = monitoring.monitoring(kept(answered))
    assert (held.compared, held.beside) == (None, {})
    page(answered).choose("ethnic-group")
    assert page(answered).choice.currentIndex().row() == 0


def test_a_period_that_is_none_says_so_and_another_counts_its_own_people(answered: MonitoringScreen):
    page(answered).last.line.setText("1/8/2026")
    assert page(answered).problem.text() == "The period ends before it begins. Change one of the two days."
    page(answered).first.line.setText("1/7/2026")
    assert not page(answered).problem.isVisible()
    assert page(answered).rows.rows[0].below.startswith("Fewer than 10 people in this period")
    assert page(answered).groups.rows == ()
    page(answered).first.line.setText("")
    assert "needs its first and its last day" in page(answered).problem.text()


def test_another_question_is_shown_once_the_days_make_a_period_again(answered: MonitoringScreen):
    page(answered).choose("ethnic-group")
    title = page(answered).title
    page(answered).first.line.setText("nonsense")
    problem = page(answered).problem.text()
    page(answered).choose("free-meals")
    assert (page(answered).problem.text(), title.isVisible()) == (problem, False)
    page(answered).first.line.setText("1/9/2026")
    assert (title.text(), title.isVisible()) == ("Free school meals", True)


def test_a_local_table_is_loaded_for_the_area_that_is_chosen(
    answered: MonitoringScreen, monkeypatch: pytest.MonkeyPatch, store: Store
):
    said = heard(answered.said)
    seen: list[QDialog] = []

    def choose(dialog: Any) -> QDialog.DialogCode:
        seen.append(dialog)
        QTest.keyClicks(dialog.line, "yor")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QDialog, "exec", choose)
    loaded(answered, TABLES / "ons-ts021-ltla-long.csv")
    assert [area.name for area in seen[0]._areas] == ["Cardiff", "Hartlepool", "York"]
    assert said == ["Loaded York: 2 questions."]
    local = store.baselines()
    assert {(b.question, b.area) for b in local} == {("ethnic-group", "York"), ("ethnic-group-census", "York")}
    beside = monitoring.monitoring(kept(answered)).beside["ethnic-group"]
    assert next(b.question for b in local if b.id == beside) == "ethnic-group"
    assert "in York" in page(answered).about.text()
    assert page(answered).remove.isVisible()
    page(answered).remove.click()
    assert len(store.baselines()) == 1
    assert "in England" in page(answered).about.text()
    answered._workspace.history.undo()
    assert "in York" in page(answered).about.text()
    answered._workspace.history.undo()
    assert store.baselines() == ()
    assert monitoring.monitoring(kept(answered)).beside == {}


def test_a_table_that_was_loaded_before_is_renewed_and_stands_there_once(
    answered: MonitoringScreen, monkeypatch: pytest.MonkeyPatch, store: Store
):
    monkeypatch.setattr(QDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    for _ in range(2):
        loaded(answered, TABLES / "ons-ts021-ltla-long.csv")
    assert len(store.baselines()) == 2


def test_an_area_that_is_not_chosen_changes_nothing(
    answered: MonitoringScreen, monkeypatch: pytest.MonkeyPatch, store: Store
):
    monkeypatch.setattr(QDialog, "exec", lambda dialog: QDialog.DialogCode.Rejected)
    loaded(answered, TABLES / "ons-ts021-ltla-long.csv")
    assert store.baselines() == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "This file is empty."), (b"PK\x03\x04rest", "This file is not a CSV file."), (None, "cannot be read")],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(
    answered: MonitoringScreen, tmp_path: Path, content: bytes | None, reason: str
):
    file = tmp_path / "table.csv"
    if content is not None:
        file.write_bytes(content)
    said = heard(answered.said)
    loaded(answered, file)
    assert said == [page(answered).problem.text()]
    assert reason in page(answered).problem.text()
    assert page(answered).problem.isVisible()


def test_a_table_that_is_still_read_when_the_screen_is_left_is_let_go_of(answered: MonitoringScreen, store: Store):
    page(answered).load_from(TABLES / "ons-ts021-ltla-long.csv")
    assert page(answered).reading.under_way
    answered.leave()
    assert not page(answered).reading.under_way
    assert store.baselines() == ()


# The place of the screen


def test_it_asks_to_go_back_when_the_programme_has_gone(on: MonitoringScreen, qtbot: QtBot):
    workspace = on._workspace
    with qtbot.waitSignal(on.back_wanted, timeout=1000):
        workspace.do("Remove", remove_programme(workspace.series(PROGRAMME)))
    assert workspace.kept_apart(PROGRAMME) == ()
    workspace.history.undo()
    assert monitoring.is_on(workspace.kept_apart(PROGRAMME))


def test_once_left_it_follows_no_change(on: MonitoringScreen):
    agree(on)
    control(on, "Ethnic group: In their own words").setText("Cornish")
    on.leave()
    assert given(on).in_own_words == "Cornish"
    before = statuses(on)
    workspace = on._workspace
    workspace.do("Remove", remove_person(workspace.series(PROGRAMME), "p12"))
    assert statuses(on) == before


def test_a_programme_of_nobody_says_so(qtbot: QtBot, store: Store, qapp: object):
    store.apply(bring_in(a_group(0), 0))
    workspace = Workspace(store)
    workspace.do("", monitoring.turn_on((), PROGRAMME, "The trustees", ON))
    screen = shown(qtbot, workspace)
    assert screen.people.empty.isVisible()
    assert not screen.people._right.isVisible()
    screen.faces.choose(REPRESENTATION)
    assert screen.representation.empty.isVisible()


def test_answers_from_a_later_list_of_boxes_are_kept_and_shown_as_none(qtbot: QtBot, store: Store, qapp: object):
    store.apply(bring_in(a_group(12), 0))
    workspace = Workspace(store)
    workspace.do("", monitoring.turn_on((), PROGRAMME, "The trustees", ON))
    workspace.do("", monitoring.set_up(workspace.kept_apart(PROGRAMME), questions=("free-meals",)))
    later = {"free-meals": {"codes": ("universal",)}}
    held = MonitoringAnswers.made(id="p1", person="p1", programme=PROGRAMME, agreed_by="self", answers=later)
    workspace.do("", [add(held)])
    screen = shown(qtbot, workspace)
    assert screen.save() == ""
    assert given(screen, "p1", "free-meals").codes == ("universal",)
