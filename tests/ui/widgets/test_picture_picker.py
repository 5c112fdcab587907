"""A symbol is found, seen and chosen by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from tests.hands import Hands, heard, in_front

from amie_planner.domain.records import Picture
from amie_planner.domain.symbols import symbols
from amie_planner.ui.widgets.basics import Card
from amie_planner.ui.widgets.picture_picker import PicturePicker

OWN = Picture.made(id="m1", programme="u1", position=0, title="Our drum", image="AAAA")


@pytest.fixture
def own() -> list[Picture]:
    return [OWN]


@pytest.fixture
def picker(qtbot, own) -> Iterator[PicturePicker]:
    window = in_front(qtbot, Card(), 900, 700)
    picker = PicturePicker(window, "What “Drums” shows", lambda: own)
    picker.resize(picker.sizeHint())
    picker.open()
    qtbot.waitUntil(picker.isActiveWindow)
    yield picker
    window.close()


def _keys(picker: PicturePicker) -> list[str]:
    return [row.key for row in picker.model.whole]


def test_typing_searches_and_enter_chooses(picker):
    picked, hands = heard(picker.picked), Hands(picker)
    hands.write("head")
    assert _keys(picker) == ["headphones"]
    assert picker.count.text() == "1 found"
    hands.press(Qt.Key.Key_Return)
    assert [row.key for row in picked] == ["headphones"]
    assert not picker.isVisible()


def test_down_goes_through_what_is_found(picker):
    picked, hands = heard(picker.picked), Hands(picker)
    hands.write("drum")
    assert _keys(picker) == ["m1", "drum", "hand-drum"]
    hands.press(Qt.Key.Key_Down, times=2)
    hands.press(Qt.Key.Key_Enter)
    assert [row.key for row in picked] == ["hand-drum"]


def test_the_last_symbol_is_reached_by_keys(picker):
    hands = Hands(picker)
    hands.press(Qt.Key.Key_PageDown, times=len(symbols()))
    row = picker.model.at(picker.view.currentIndex().row())
    assert row is not None and row.key == symbols()[-1].key


def test_where_nothing_is_found_nothing_can_be_chosen(picker):
    picked, hands = heard(picker.picked), Hands(picker)
    hands.write("zzz")
    assert "Nothing is found" in picker.count.text()
    assert not picker.choose.isEnabled()
    hands.press(Qt.Key.Key_Return)
    assert picked == [] and picker.isVisible()


def test_an_own_picture_can_go_and_a_symbol_cannot(picker, own):
    forgotten, hands = heard(picker.forgotten), Hands(picker)
    picker.forgotten.connect(lambda row: own.clear())
    hands.write("drum")
    assert picker.forget.isVisible()
    hands.push("Remove this picture from your planner")
    assert [row.key for row in forgotten] == ["m1"]
    assert _keys(picker) == ["drum", "hand-drum"]
    assert not picker.forget.isVisible()
    assert hands.here is picker.search


def test_escape_leaves_all_as_it_is(picker):
    picked, hands = heard(picker.picked), Hands(picker)
    hands.press(Qt.Key.Key_Escape)
    assert picked == [] and not picker.isVisible()


def test_each_symbol_is_seen_beside_its_words(picker):
    Hands(picker).write("stop")
    seen = picker.view.viewport().grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(12, 60, 2) for y in range(12, 60, 2)}
    assert any(colour.startswith("#d2") for colour in colours), "the red of the stop sign"
