"""The running order by keys: what each key asks for, and that large text in a narrow place is never cut."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner.exchange.loading import load
from amie_planner.ui.models.running_order import RunningOrderList, of_plan
from amie_planner.ui.widgets.blocks import WRAP, sized
from amie_planner.ui.widgets.running_order import RunningOrderView, blocks

Key = Qt.Key
ALT, CONTROL, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
SAMPLE = of_plan(load(SPACE_SOUNDS).plan("s1"))[0]


@pytest.fixture
def view(qtbot: QtBot) -> RunningOrderView:
    model = RunningOrderList()
    model.show(SAMPLE)
    made = RunningOrderView(model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.show()
    made.setCurrentIndex(model.index(2))
    return made


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Key.Key_Return, NONE, ["edit"]),
        (Key.Key_Enter, NONE, ["edit"]),
        (Key.Key_Insert, NONE, ["add"]),
        (Key.Key_Delete, NONE, ["remove"]),
        (Key.Key_Backspace, NONE, ["remove"]),
        (Key.Key_Up, ALT, [-1]),
        (Key.Key_Down, ALT, [1]),
        (Key.Key_Space, CONTROL, ["skip"]),
        (Key.Key_D, CONTROL, ["duplicate"]),
        (Key.Key_D, NONE, []),
        (Key.Key_Up, NONE, []),
        (Key.Key_Space, NONE, []),
    ],
)
def test_a_key_asks_for_one_thing(view: RunningOrderView, key: Key, held: Qt.KeyboardModifier, wanted: list[Any]):
    asked: list[Any] = []
    view.edit_wanted.connect(lambda: asked.append("edit"))
    view.add_wanted.connect(lambda: asked.append("add"))
    view.remove_wanted.connect(lambda: asked.append("remove"))
    view.move_wanted.connect(asked.append)
    view.skip_wanted.connect(lambda: asked.append("skip"))
    view.duplicate_wanted.connect(lambda: asked.append("duplicate"))
    QTest.keyClick(view, key, held)
    assert asked == wanted


def test_arrows_alone_go_from_line_to_line(view: RunningOrderView):
    QTest.keyClick(view, Key.Key_Down)
    assert view.currentIndex().row() == 3
    QTest.keyClick(view, Key.Key_Home)
    assert view.currentIndex().row() == 0


HOSTILE = a_plan(
    start="10:00",
    activities=[
        {"id": "a1", "title": "W" * 60, "minutes": 1440, "pinned_start": "10:00", "strand": "Strings " * 9},
        {"id": "a4", "strand": "Drums and everything that can be hit"},
        {"id": "a2", "title": "one two three four five six seven eight nine ten", "skip": True},
        {"id": "a3", "minutes": 5, "decision": {"question": "Which sound shall we begin with today?", "open": True}},
    ],
    adaptations=[
        {"id": "d1", "activities": "all", "reach": "everyone", "what": "a very long change in many words " * 4},
        {"id": "d2", "activities": "all", "reach": "everyone", "what": "short"},
        {"id": "d3", "activities": "all", "reach": "everyone", "what": "short too"},
    ],
)


@pytest.mark.parametrize("points", [11, 16, 22])
@pytest.mark.parametrize("width", [320, 480, 700, 1100])
def test_every_text_of_a_row_has_the_room_it_needs_and_none_lies_on_another(qtbot: QtBot, points: int, width: int):
    font = QFont()
    font.setPointSize(points)
    for row in (*SAMPLE, *of_plan(HOSTILE)[0]):
        laid = list(blocks(row, width, font))
        for block in laid:
            metrics = QFontMetrics(sized(font, block.look))
            room = block.rect.adjusted(12, 4, -8, 0) if block.look in ("met", "open") else block.rect
            needed = metrics.boundingRect(0, 0, room.width(), 1 << 16, WRAP, block.text)
            assert needed.height() <= room.height()
            longest = max(metrics.horizontalAdvance(word) for word in block.text.split())
            assert longest <= room.width() or longest > width / 2, (block.text, room.width())
            assert 0 <= block.rect.left() <= block.rect.right() <= width
        texts = [block for block in laid if block.text]
        overlapping = [
            (a.text, b.text) for n, a in enumerate(texts) for b in texts[n + 1 :] if a.rect.intersects(b.rect)
        ]
        assert not overlapping


def test_a_row_is_as_tall_as_what_is_drawn_in_it(view: RunningOrderView):
    for n, row in enumerate(SAMPLE):
        laid = blocks(row, view.viewport().width(), view.font())
        assert view.sizeHintForRow(n) > max(block.rect.bottom() for block in laid)
