"""The symbols that come with the program are all there, and are found by plain words."""

from __future__ import annotations

import pytest

from amie_planner.domain.symbols import credit, found, symbol, symbol_of_kind, symbols
from amie_planner.domain.vocabulary import Kind
from amie_planner.places import resource


def test_every_symbol_has_a_key_a_label_and_a_file_of_its_own():
    for name in ("key", "label", "file"):
        said = [getattr(one, name) for one in symbols()]
        assert len(set(said)) == len(said) and all(said)
    assert all(one.path.is_file() for one in symbols())


def test_every_file_has_its_symbol():
    assert {path.name for path in resource("symbols").glob("*.svg")} == {one.file for one in symbols()}


@pytest.mark.parametrize("kind", [None, *Kind])
def test_every_kind_of_activity_has_a_symbol(kind):
    assert symbol_of_kind(kind) in symbols()


@pytest.mark.parametrize(
    ("text", "key"),
    [("drum", "drum"), ("piano", "keyboard"), ("EAR defend", "headphones"), ("ipad", "tablet"), ("end", "finished")],
)
def test_a_symbol_is_found_by_the_beginnings_of_its_words(text, key):
    assert key in [one.key for one in found(text)]


def test_each_word_narrows_what_is_found():
    assert [one.key for one in found("drum stick")] == ["drum"]
    assert found("zzz") == ()
    assert found(" ") == symbols()


def test_a_key_that_is_not_here_has_no_symbol():
    assert symbol("drum").label == "Drum"
    assert symbol("no such thing") is None
    assert symbol(None) is None


def test_the_credit_names_the_set_and_its_licence():
    assert "OpenMoji" in credit() and "CC BY-SA 4.0" in credit()
