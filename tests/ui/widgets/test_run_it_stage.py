"""What one group does now: only what there is to say is shown, all of it is heard, and time has a bar of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui import theme
from amie_planner.ui.models.running import Shown
from amie_planner.ui.widgets.run_it_stage import MinutesBar, Stage

BARE = Shown("", "", "Not begun yet", "", "", "", (), "", "", 0, None, "First: Hello song, 6 minutes")
NOW = Shown(
    strand="Drums of Sky",
    name="Drums of (name)",
    title="Groove",
    about="Jo leads",
    instructions="Count in.",
    choice="Loud or soft?",
    changes=("Everyone: Soft light", "1 more change here (hidden)"),
    number="7",
    left="minutes left of 12",
    gone=5,
    length=12,
    next="Next: Goodbye",
)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return in_front(qtbot, Stage(), 700, 400)


def seen(stage: Stage) -> list[str]:
    return [label.text() for label in stage.findChildren(QLabel) if label.isVisible()]


def test_what_there_is_nothing_to_say_of_takes_no_room(stage: Stage):
    stage.show_group(BARE, one_of_several=False, chosen=False)
    assert seen(stage) == ["Not begun yet", "First: Hello song, 6 minutes"]
    assert not stage.bar.isVisible()


def test_each_thing_stands_on_its_own_and_changes_stand_below_one_another(stage: Stage):
    stage.show_group(NOW, one_of_several=False, chosen=False)
    assert stage.head.text() == "Now"
    assert stage.changes.text() == "Everyone: Soft light\n1 more change here (hidden)"
    assert (stage.number.text(), stage.left.text()) == ("7", "minutes left of 12")
    assert (stage.bar.isVisible(), stage.bar.accessibleName()) == (True, "5 of 12 minutes gone")


@pytest.mark.parametrize(
    ("chosen", "head"), [(True, "Drums of (name) · Now · Keys and buttons act here"), (False, "Drums of (name) · Now")]
)
def test_of_several_groups_each_says_its_name_and_one_that_keys_act_there(stage: Stage, chosen: bool, head: str):
    stage.show_group(NOW, one_of_several=True, chosen=chosen)
    assert stage.head.text() == head
    assert stage.accessibleName() == "How it stands: Drums of (name)"


def test_all_that_is_seen_is_heard_in_one_sentence(stage: Stage):
    stage.show_group(NOW, one_of_several=False, chosen=False)
    assert stage.accessibleName() == "How it stands"
    assert stage.accessibleDescription() == (
        "Drums of (name). Now: Groove. 7 minutes left of 12. Jo leads. Count in. Loud or soft? "
        "Everyone: Soft light. 1 more change here (hidden). Next: Goodbye"
    )


def test_without_a_length_there_is_no_bar(stage: Stage):
    stage.show_group(replace(NOW, length=None), one_of_several=False, chosen=False)
    assert not stage.bar.isVisible()


@pytest.mark.parametrize("way", ["click", "Tab"])
def test_it_is_taken_by_a_click_and_by_tab(qtbot: QtBot, stage: Stage, way: str):
    stage.clearFocus()
    taken = []
    stage.taken.connect(lambda: taken.append(way))
    if way == "click":
        QTest.mouseClick(stage, Qt.MouseButton.LeftButton)
    else:
        stage.setFocus(Qt.FocusReason.TabFocusReason)
    assert taken == [way]


def test_numbers_are_far_larger_than_titles_and_titles_than_the_rest(stage: Stage):
    sizes = [label.font().pointSizeF() for label in (stage.number, stage.title, stage.next, stage.about, stage.head)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 3 * sizes[-1]


def test_the_bar_is_as_full_as_time_has_gone_and_another_when_it_is_over(qtbot: QtBot):
    bar = MinutesBar()
    qtbot.addWidget(bar)
    bar.resize(402, 12)

    def pixels(gone: int, colour: str) -> int:
        bar.show_minutes(gone, 10)
        image = bar.grab().toImage()
        wanted = QColor(getattr(theme.colours(), colour)).name()
        return [image.pixelColor(x, 6).name() for x in range(image.width())].count(wanted)

    assert pixels(5, "accent") == pytest.approx(200, abs=4)
    assert pixels(10, "accent") == pytest.approx(400, abs=4)
    assert pixels(11, "alert") == pytest.approx(400, abs=4)
    assert bar.accessibleName() == "11 of 10 minutes gone"
