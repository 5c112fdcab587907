"""Which programme a screen is about: one stays chosen while it is there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from amie_planner.domain.records import Programme
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice


def programmes(**titles: str) -> list[Programme]:
    return [Programme.made(id=id, programme=id, title=title) for id, title in titles.items()]


@pytest.fixture
def choice(qtbot: QtBot) -> ProgrammeChoice:
    made = ProgrammeChoice()
    qtbot.addWidget(made)
    return made


def shown(choice: ProgrammeChoice) -> list[str]:
    return [choice.combo.itemText(n) for n in range(choice.combo.count())]


def test_the_first_one_is_chosen_and_nothing_is_said_to_have_been_edited(choice: ProgrammeChoice):
    edited: list[int] = []
    choice.edited.connect(lambda: edited.append(1))
    choice.offer(programmes(a="Rain", b="Sun"))
    assert (choice.value(), shown(choice), edited) == ("a", ["Rain", "Sun"], [])


def test_the_chosen_one_stays_while_it_is_there_and_the_first_one_comes_after_it(choice: ProgrammeChoice):
    choice.offer(programmes(a="Rain", b="Sun"))
    choice.show_value("b")
    choice.offer(programmes(c="Wind", b="Sunshine", a="Rain"))
    assert (choice.value(), shown(choice)) == ("b", ["Wind", "Sunshine", "Rain"])
    choice.offer(programmes(c="Wind", a="Rain"))
    assert choice.value() == "c"


def test_where_there_is_none_it_says_so_and_takes_no_focus(choice: ProgrammeChoice):
    choice.offer([])
    assert (choice.value(), shown(choice)) == (None, ["No programme yet"])
    assert not choice.combo.isEnabled()
    choice.offer(programmes(a="Rain"))
    assert (choice.value(), choice.combo.isEnabled()) == ("a", True)


def test_it_is_called_programme_by_a_label_of_its_own(choice: ProgrammeChoice):
    assert choice.combo.accessibleName() == "Programme"
    assert choice.label.buddy() is choice.combo


def test_a_long_title_is_cut_short_so_that_it_does_not_push_the_window_wide(choice: ProgrammeChoice):
    choice.offer(programmes(a="Rain and shine " * 20))
    assert len(shown(choice)[0]) <= 32
