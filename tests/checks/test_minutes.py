"""How the minutes of music fall on its kinds: shared equally, exact, nothing lost."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.plans import a_plan

from amie_planner.checks.minutes import GENRES, PRACTICES, Spread, spread
from amie_planner.domain.records import Activity


def activities(*held: tuple[int | None, list[dict[str, Any]]]) -> tuple[Activity, ...]:
    return a_plan(
        activities=[{"id": f"a{n}", "minutes": minutes, "music": music} for n, (minutes, music) in enumerate(held)]
    ).activities


def test_an_activity_is_shared_by_its_items_and_an_item_by_its_genres() -> None:
    found = spread(activities((12, [{"genres": ["pop", "grime"]}, {"genres": ["drill"]}, {}])), GENRES)
    assert found.by_kind == {"hip-hop-rap": 6, "pop": 2}
    assert found.unknown == 4
    assert found.known == 8


def test_kinds_come_with_the_most_minutes_first_and_the_same_by_key() -> None:
    held = activities((5, [{"practices": ["notated"]}]), (7, [{"practices": ["dj"]}]), (5, [{"practices": ["by ear"]}]))
    assert list(spread(held, PRACTICES).by_kind) == ["dj", "by-ear", "notated"]


def test_a_kind_has_its_label_or_the_leaders_first_word() -> None:
    held = activities((5, [{"genres": ["grime"]}]), (7, [{"genres": ["Zeuhl!"]}]), (5, [{"genres": ["zeuhl"]}]))
    names = spread(held, GENRES).names
    assert (names["hip-hop-rap"], names["zeuhl"]) == ("Hip-hop and rap", "Zeuhl!")


def test_a_word_without_words_is_as_if_it_were_not_there() -> None:
    found = spread(activities((6, [{"genres": ["?", "pop"]}, {"genres": ["!"]}])), GENRES)
    assert (found.by_kind, found.unknown) == ({"pop": 3}, 3)


def test_no_minutes_are_nothing() -> None:
    found = spread(activities((None, [{"genres": ["pop"]}]), (0, [{"genres": ["pop"]}]), (9, [])), GENRES)
    assert (found.by_kind, found.unknown, found.known, found.in_equal_parts) == ({}, 0, 0, 0)
    assert found.over(Fraction(6, 10)) == ""


def test_so_many_kinds_in_equal_parts_are_spread_alike() -> None:
    assert Spread({"a": Fraction(5), "b": Fraction(5)}, Fraction(9), {}).in_equal_parts == 2
    assert Spread({"a": Fraction(3), "b": Fraction(1)}, Fraction(0), {}).in_equal_parts == Fraction(16, 10)


def test_a_kind_is_over_a_share_and_not_at_it() -> None:
    held = Spread({"a": Fraction(6), "b": Fraction(4)}, Fraction(100), {})
    assert held.over(Fraction(6, 10)) == ""
    assert held.over(Fraction(59, 100)) == "a"


WORDS = st.lists(st.sampled_from(("pop", "grime", "trap", "zeuhl", "?")), max_size=3)


@given(st.lists(st.tuples(st.integers(0, 90), st.lists(WORDS, min_size=1, max_size=4)), max_size=5))
def test_all_minutes_of_music_are_known_or_unknown(held: list[tuple[int, list[list[str]]]]) -> None:
    made = activities(*((minutes, [{"genres": words} for words in items]) for minutes, items in held))
    found = spread(made, GENRES)
    assert found.known + found.unknown == sum(minutes for minutes, _ in held)
    assert all(minutes > 0 for minutes in found.by_kind.values())
    assert 1 <= found.in_equal_parts <= len(found.by_kind) if found.by_kind else found.in_equal_parts == 0
