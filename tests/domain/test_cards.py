"""What a card shows: the leader's word and picture first, then their symbol, then what the kind suggests."""

from __future__ import annotations

from tests.plans import a_plan

from amie_planner.domain.cards import Shown, shown
from amie_planner.domain.records import Picture
from amie_planner.domain.symbols import symbol

DRUM = Picture.made(id="m1", programme="u1", position=0, title="Our drum", image="iVBORw0K")


def _shown(card=None, **fields) -> Shown:
    (activity,) = a_plan(activities=[{"id": "a1", "kind": "sing", **fields}]).activities
    return shown(activity.revised(card=card), [DRUM])


def test_without_a_card_the_title_and_the_symbol_of_the_kind():
    assert _shown(title="Hello song") == Shown("Hello song", "", symbol("sing"))
    assert _shown() == Shown("Sing", "", symbol("sing"))


def test_the_words_of_the_card_come_first():
    card = {"word": "Hello", "second": "Dzień dobry", "symbol": "hello"}
    assert _shown(card, title="Hello song") == Shown("Hello", "Dzień dobry", symbol("hello"))


def test_an_own_picture_comes_before_a_symbol():
    assert _shown({"symbol": "drum", "picture": "m1"}).own is DRUM


def test_what_is_not_here_falls_back():
    assert _shown({"symbol": "drum", "picture": "gone"}) == Shown("Sing", "", symbol("drum"))
    assert _shown({"symbol": "of a later version"}) == Shown("Sing", "", symbol("sing"))
