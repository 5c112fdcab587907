"""The words of the prompts: altered as they are typed, left out and asked again, and ours again with theirs kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain.edits.reflection import add_prompt
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import asked, prompts
from amie_planner.ui.widgets.form import AT_THE_LATEST
from amie_planner.ui.widgets.reflect_wording import PromptWording
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
OURS = [prompt.words for prompt in prompts()]


class Page:
    """The words of the prompts, one of them the leader's own, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.workspace = workspace
        workspace.do("Add", add_prompt(())[1])
        workspace.history.clear()
        self.part = in_front(qtbot, PromptWording(workspace), 600, 900)
        self.said = heard(self.part.said)
        workspace.changed.connect(lambda changes: self.part.refresh())
        self.hands = Hands(self.part)
        self.hands.go_to("Prompt 1")

    @property
    def asked(self) -> list[str]:
        return [prompt.words for prompt in asked(self.workspace.own(ReflectionPrompt))]

    def empty(self) -> None:
        self.hands.press(Key.Key_A, ctrl=True)
        self.hands.press(Key.Key_Delete)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Page:
    return Page(qtbot, workspace)


def test_words_are_asked_as_they_are_typed_in_one_step(page: Page, qtbot: QtBot):
    for text in ("What shone?", "What shone today?"):
        page.hands.write(text)
        qtbot.waitUntil(lambda text=text: page.asked[0] == text, timeout=AT_THE_LATEST)
    assert page.workspace.history.count() == 1
    page.workspace.history.undo()
    assert page.asked == OURS


def test_one_of_ours_that_is_emptied_has_our_words_again(page: Page):
    page.hands.write("What shone?")
    page.hands.press(Key.Key_Tab)
    page.hands.press(Key.Key_Backtab, shift=True)
    page.empty()
    page.hands.press(Key.Key_Tab)
    assert page.asked == OURS
    assert page.part.forms[0].fields["words"].value() == OURS[0]


def test_the_leaders_own_is_asked_once_it_has_words(page: Page):
    assert page.asked == OURS
    page.hands.fill("Prompt 8", "Who made the tea?")
    assert page.asked == [*OURS, "Who made the tea?"]


def test_leaving_out_and_asking_again_are_told(page: Page):
    for said in ("left out", "asked"):
        page.hands.push("Ask prompt 2")
        assert page.said[-1] == f"‘{OURS[1]}’: {said}"
        assert (OURS[1] in page.asked) is (said == "asked")


def test_ours_can_be_put_back_once_one_differs_and_theirs_stays(page: Page):
    assert page.part.ours.isHidden()
    page.hands.fill("Prompt 1", "What shone?")
    page.hands.push("Ask prompt 2")
    page.hands.fill("Prompt 8", "Who made the tea?")
    page.hands.push("Put our prompts back")
    assert page.asked == [*OURS, "Who made the tea?"]
    assert page.hands.name == "Add a prompt of your own"
    assert page.part.ours.isHidden()
    page.workspace.history.undo()
    assert page.asked[0] == "What shone?" and OURS[1] not in page.asked


def test_a_prompt_that_is_added_has_no_row_until_the_rows_are_made_anew(page: Page):
    added = heard(page.part.added)
    page.part.add.click()
    assert added == ["own2"]
    assert not page.part.fits
