"""A story leaves only once they agreed to these words, under a name that is nobody's."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.reporting import add_story
from amie_planner.domain.records import Story
from amie_planner.ui.widgets.stories import StoryForm, story_row
from amie_planner.ui.workspace import OpenSession

TODAY = date(2026, 11, 22)


@pytest.fixture
def form(qtbot: QtBot, desk: OpenSession) -> StoryForm:
    id, changes = add_story(desk.series)
    desk.do("Add", changes)
    desk.workspace.history.clear()
    made = StoryForm(desk, id, lambda: TODAY)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    in_front(qtbot, made, 700, 600)
    made.setFocus()
    return made


def story(desk: OpenSession) -> Story:
    return desk.series.stories[0]


def agreed(form: StoryForm) -> Hands:
    """A story that may leave, by keys alone."""
    hands = Hands(form)
    hands.fill("What may be told", "I made that!")
    hands.fill("Made-up name", "Robin")
    hands.fill("Who agreed", "she and her mother")
    hands.push("They agree that it may leave")
    return hands


def test_it_is_written_and_agreed_to_by_keys_alone(form: StoryForm, desk: OpenSession):
    said = heard(form.said)
    hands = agreed(form)
    held = story(desk)
    assert (held.words, held.made_up_name, held.agreed_by) == ("I made that!", "Robin", "she and her mother")
    assert held.agreed_on == TODAY
    assert hands.name == "Keep it here"
    assert said == ["It may leave: they agreed on 22 November 2026."]
    assert desk.workspace.history.undoText() == "They agree that a quote may leave"


def test_it_may_be_a_case_study_and_is_never_of_no_kind(form: StoryForm, desk: OpenSession):
    Hands(form).choose("Kind", "Case")
    assert story(desk).kind == "case study"
    assert "Not recorded" not in [form.fields["kind"].combo.itemText(n) for n in range(2)]


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("What may be told", "Sky made that", "“Sky” in the words may be somebody’s name."),
        ("Made-up name", "Moss", "“Moss” in the made-up name may be somebody’s name."),
        ("Who agreed", "River and her mother", "“River” in who agreed may be somebody’s name."),
        ("Who agreed", "", "Nobody is said to have agreed."),
        ("What may be told", "", "Nothing is written here yet."),
    ],
)
def test_what_may_not_leave_is_refused_under_the_fields_and_said(
    form: StoryForm, desk: OpenSession, field: str, text: str, said: str
):
    hands = agreed(form)
    hands.push("Keep it here")
    hands.go_to(field, back=True)
    hands.write(text or "x")
    if not text:
        hands.press(Qt.Key.Key_Backspace)
    told = heard(form.said)
    hands.push("They agree that it may leave")
    assert story(desk).agreed_on is None
    assert form.refused.isVisible() and form.refused.text().startswith(said)
    assert [each for each in told if each.startswith(said)]
    assert form.agree.accessibleDescription() == form.refused.text()


@pytest.mark.parametrize("field", ["What may be told", "Made-up name", "Who agreed"])
def test_changing_it_takes_the_agreement_back_in_one_step_and_says_so(form: StoryForm, desk: OpenSession, field: str):
    hands = agreed(form)
    steps, held = desk.workspace.history.count(), story(desk)
    told = heard(form.said)
    hands.go_to(field, back=True)
    hands.write("Something else")
    form.save()
    hands.write("Something else again")
    form.save()
    assert story(desk).agreed_on is None
    assert form.state.text() == "It stays here: it was changed after they agreed. Ask them again."
    assert told == [form.state.text()]
    assert desk.workspace.history.count() == steps + 1
    desk.workspace.history.undo()
    assert story(desk) == held
    assert form.state.text().startswith("It may leave")


def test_it_is_kept_here_by_one_press_and_may_leave_again(form: StoryForm, desk: OpenSession):
    hands = agreed(form)
    hands.push("Keep it here")
    assert story(desk).agreed_on is None
    assert hands.name == "They agree that it may leave"
    hands.push("They agree that it may leave")
    assert story(desk).agreed_on == TODAY


@pytest.mark.parametrize(
    ("on", "below"), [(None, "Quote · stays here"), ("2026-11-22", "Quote · may leave, agreed 22 November")]
)
def test_the_list_says_whether_it_may_leave(on: str | None, below: str):
    made = Story.made(id="story1", programme="x", words="I\nmade that!", agreed_on=on)
    assert (story_row(made, TODAY).text, story_row(made, TODAY).below) == ("I made that!", below)


def test_who_came_later_and_is_called_as_it_says_is_told_beside_it(form: StoryForm, desk: OpenSession):
    agreed(form)
    assert not form.refused.isVisible()
    desk.do("Call", [revise(desk.series.people[0], alias="Robin")])
    assert (
        form.refused.text() == "What may be a name is in it, “Robin”: no return takes it." and form.refused.isVisible()
    )
    assert form.state.text() == "It stays here all the same: they agreed on 22 November 2026."
    assert form.keep_here.accessibleDescription() == form.refused.text()
    assert form.keep_here.isVisible() and story(desk).agreed_on == TODAY
