"""Which texts have the same words, whatever their signs; in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.checks.same_words import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keep a pulse", "  keep A\tpulse!\n"),
        ("count-in", "Count – in"),
        ("Don’t stop", "don't stop"),
        ("snake_case", "snake case"),
        ("ﬁnd ①", "find 1"),
        ("Straße", "STRASSE"),
        ("Café", "Cafe\u0301"),
        ("a\u00adb", "ab"),
        ("R & B", "r b"),
        ("१२ ताल", "१२, ताल।"),
        ("…", None),
        ("", "¿?"),
    ],
)
def test_signs_white_space_and_capitals_do_not_matter(one: str | None, other: str | None) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("count in", "countin"), ("pulse 1", "pulse 2"), ("की", "का"), ("🥁", "🎹"), ("drum 🥁", "drum"), ("ñ", "n")],
)
def test_letters_digits_vowel_signs_and_symbols_do(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert once == once.strip()
    assert "  " not in once
