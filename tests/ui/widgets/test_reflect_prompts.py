"""Answers to prompts: kept as they are typed, each a step of its own, and never lost with the prompt they answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.reflection import ask_prompt
from amie_planner.ui.widgets.form import AT_THE_LATEST
from amie_planner.ui.widgets.reflect_prompts import Prompts
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
TOO_LONG = "x" * 20_001


class Page:
    """The prompts of a session that answers none, and hands at the keyboard in the first."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        self.answer()
        desk.workspace.history.clear()
        self.card = in_front(qtbot, Prompts(desk), 600, 800)
        self.said = heard(self.card.said)
        desk.workspace.changed.connect(lambda changes: self.card.refresh())
        self.hands = Hands(self.card)
        self.card.start()

    def answer(self, **answers: str) -> None:
        """Answers from elsewhere, in place of all that are there."""
        self.desk.do("Answer", [revise(self.desk.plan.session, reflection=answers)])

    @property
    def answers(self) -> dict[str, str | None]:
        return dict(self.desk.plan.session.reflection)

    def field(self, key: str) -> str:
        return self.card.forms[key].fields["text"].value() or ""

    def empty(self) -> None:
        self.hands.press(Key.Key_A, ctrl=True)
        self.hands.press(Key.Key_Delete)
        self.card.save()


@pytest.fixture
def page(qtbot: QtBot, desk: OpenSession) -> Page:
    return Page(qtbot, desk)


def test_an_answer_is_kept_while_its_field_has_the_focus(page: Page, qtbot: QtBot):
    page.hands.write("The drone")
    qtbot.waitUntil(lambda: page.answers == {"went_well": "The drone"}, timeout=AT_THE_LATEST)
    assert page.hands.name == "What went well?"


def test_two_answers_are_two_steps_and_undoing_one_leaves_the_other(page: Page):
    page.hands.write("The drone")
    page.hands.press(Key.Key_Tab)
    page.hands.write("More room")
    page.card.save()
    page.desk.workspace.history.undo()
    assert page.answers == {"went_well": "The drone"}
    assert (page.field("went_well"), page.field("change")) == ("The drone", "")


def test_an_answer_that_is_emptied_goes_and_its_field_stays(page: Page):
    page.hands.write("The drone")
    page.card.save()
    page.empty()
    assert page.answers == {}
    assert page.hands.name == "What went well?"


def test_an_answer_that_is_too_long_stays_as_typed_and_the_others_are_kept(page: Page):
    page.card.forms["went_well"].fields["text"].box.setPlainText(TOO_LONG)
    page.hands.press(Key.Key_Tab)
    page.hands.write("More room")
    assert page.card.save().startswith("What went well?.")
    assert page.answers == {"change": "More room"}
    assert page.field("went_well") == TOO_LONG


def test_what_is_written_elsewhere_is_shown_but_not_over_what_is_being_typed(page: Page):
    page.hands.write("The drone")
    page.answer(went_well="Elsewhere", change="More room")
    assert (page.field("went_well"), page.field("change")) == ("The drone", "More room")
    page.card.save()
    assert page.answers == {"went_well": "The drone", "change": "More room"}


def test_an_answer_to_what_nobody_asks_any_more_has_a_field_until_it_is_left_empty(page: Page):
    page.answer(own7="Kim made the tea")
    assert list(page.card.forms)[-1] == "own7"
    page.hands.go_to("Asked before")
    page.empty()
    assert page.answers == {}
    assert page.hands.name == "Asked before"
    page.desk.do("Leave out", ask_prompt((), "change", asked=False))
    assert "own7" not in page.card.forms


def test_going_to_the_words_of_the_prompts_keeps_what_is_typed_or_says_why_not(page: Page):
    page.hands.write("The drone")
    page.card.edit.click()
    page.card.edit.click()
    assert page.answers == {"went_well": "The drone"}
    page.card.forms["went_well"].fields["text"].box.setPlainText(TOO_LONG)
    page.card.edit.click()
    assert page.said[-1].startswith("Not kept: What went well?.")
