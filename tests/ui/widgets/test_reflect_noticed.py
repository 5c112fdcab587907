"""What was noticed: words first, of one person or the group, and a code that is checked only as it is typed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.noticing import NoticedPage

from amie_planner.domain.edits.reflection import add_observation
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
CODE = "A framework’s code, if you use one"


class Page(NoticedPage):
    """With what is read off it."""

    def hold(self, **fields: Any) -> None:
        """An observation from elsewhere, chosen in the list."""
        id, changes = add_observation(self.desk.series, session=self.desk.session, **fields)
        self.desk.do("Elsewhere", changes)
        self.card.entries.choose(id)

    @property
    def codes(self) -> list[str | None]:
        return [seen.framework for seen in self.desk.series.observations]

    @property
    def shown(self) -> list[str]:
        return [label.text() for label in self.card.findChildren(Label) if label.isVisible()]


@pytest.fixture
def page(qtbot: QtBot, desk: OpenSession) -> Page:
    return Page(qtbot, desk)


def test_adding_one_goes_to_where_its_words_are_typed(page: Page):
    page.card.start()
    page.hands.press(Key.Key_Return)
    assert page.hands.name == "What you noticed"
    page.hands.write("Led the stop")
    page.card.save()
    assert [seen.text for seen in page.desk.series.observations] == ["Led the stop"]


def test_the_words_come_before_whose_they_are_and_where_it_shows(page: Page):
    page.hold()
    names = []
    page.hands.go_to("What you noticed")
    for _ in range(4):
        names.append(page.hands.name)
        page.hands.press(Key.Key_Tab)
    assert [names[0], names[1], names[-1]] == ["What you noticed", "Of whom", CODE]


def test_a_code_of_another_framework_is_kept_as_it_is_written(page: Page):
    page.hold(person="p1", text="Led the stop")
    page.hands.fill(CODE, "Our steps (2024) B.3.C")
    assert (page.codes, page.card.save()) == (["Our steps (2024) B.3.C"], "")
    assert "Noted so far:\nOther frameworks: Our steps (2024) B.3.C on 8 September." in page.shown


def test_a_code_that_there_is_not_stays_as_typed_and_says_how_one_is_written(page: Page):
    page.hold()
    page.hands.fill(CODE, "R.9.D")
    assert page.card.save().startswith(f"{CODE}. R.9.D is not a code of Sounds of Intent.")
    assert page.codes == [None]


@pytest.mark.parametrize("held", ["R.9.D", "x" * 200, "Sounds of Intent, level four"])
def test_what_came_from_elsewhere_is_shown_and_stays_though_it_could_not_be_typed_now(page: Page, held: str):
    page.hold(framework=held)
    page.hands.go_to(CODE)
    page.card.refresh()
    assert (page.card.save(), page.codes) == ("", [held])
    page.hands.fill(CODE, "r4d")
    assert page.codes == ["Sounds of Intent (soundsofintent.org, 2026) R.4.D"]


def test_nothing_is_said_of_codes_where_none_was_noted(page: Page):
    page.hold(person="p1", text="Led the stop")
    assert not [text for text in page.shown if text.startswith("Noted so far")]
