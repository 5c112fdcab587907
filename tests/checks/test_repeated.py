"""What stands in most sessions, nearly in the same words: never another answer than by holding all against all."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from amie_planner.checks.repeated import written_every_week


def by_holding_all_against_all(sessions: Sequence[Sequence[str]]) -> list[str]:
    """One for each bunch, found the long way. Source: the definition of H12."""
    found: list[str] = []
    for text in dict.fromkeys(text for texts in sessions for text in texts):
        places = sum(any(fuzz.ratio(text, other) >= 92 for other in texts) for texts in sessions)
        known = any(fuzz.ratio(text, other) >= 92 for other in found)
        if places >= 3 and 2 * places > len(sessions) and not known:
            found.append(text)
    return found


STEM = "abcdefghijklmnopqrstuvwxyz" * 2
TEXTS = st.one_of(
    st.sampled_from(("keep a pulse", "lead", "listen")),
    st.builds(lambda at, sign: STEM[:at] + sign + STEM[at:], st.integers(0, len(STEM)), st.text("xyz", max_size=6)),
    st.text("ab ", min_size=1, max_size=12),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.lists(TEXTS, max_size=3, unique=True), max_size=10))
def test_nothing_is_missed_and_nothing_is_added(sessions: list[list[str]]) -> None:
    assert written_every_week(sessions) == by_holding_all_against_all(sessions)


def test_of_a_bunch_the_first_is_named() -> None:
    near = STEM + "x"
    assert written_every_week([[STEM], [near], [STEM], [near]]) == [STEM]


def test_a_text_in_the_last_two_of_five_and_one_before_is_found() -> None:
    assert written_every_week([["a"], [], [], ["a"], ["a"]]) == ["a"]
    assert written_every_week([[], ["a"], [], ["a"], ["a"]]) == ["a"]


def test_two_sessions_are_never_enough() -> None:
    assert written_every_week([["a"], ["a"]]) == []
    assert written_every_week([]) == []
