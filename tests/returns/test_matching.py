"""Who is one person by an agreed code, and which codes tell nothing."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.returns.matching import codes_twice, has_code, matching, twice_in_short, who_else

FIRST = a_series(people=[{"id": "p1", "code": "AB12"}, {"id": "p2"}, {"id": "p3", "code": "C"}])
SECOND = a_series(people=[{"id": "p1", "code": "c "}, {"id": "p2", "code": " ab12"}, {"id": "p3", "code": "C"}])


def test_a_code_is_one_key_however_it_is_written_and_nobody_else_shares_one() -> None:
    found = matching([FIRST, SECOND])
    assert found.key((0, "p1")) == found.key((1, "p2"))
    assert len({found.key((n, f"p{p}")) for n in (0, 1) for p in (1, 2, 3)}) == 5


def test_a_code_of_two_in_one_programme_matches_nobody() -> None:
    found = matching([FIRST, SECOND])
    assert [found.is_matched(place) for place in ((0, "p1"), (0, "p2"), (0, "p3"), (1, "p1"), (1, "p2"))] == [
        True,
        False,
        False,
        False,
        True,
    ]
    assert {code: [person.id for person in of] for code, of in codes_twice(SECOND).items()} == {"c": ["p1", "p3"]}
    assert not codes_twice(FIRST)


def test_somebody_may_be_whoever_has_their_code_though_others_have_it_too() -> None:
    found = matching([FIRST, SECOND])
    assert found.may_be([(0, "p3")]) & found.may_be([(1, "p1")]) == {"c"}
    assert not found.may_be([(0, "p2")]) & found.may_be([(1, "p2")])


@pytest.mark.parametrize("written", ["BL17", "BL 17", "B L17", "bl17.", " (BL17) ", "BL\u00a017", "“BL17”", "BL17,"])
def test_spaces_and_punctuation_at_the_ends_make_no_other_code(written: str) -> None:
    found = matching([a_series(people=[{"id": "p", "code": code}]) for code in ("BL17", written)])
    assert found.key((0, "p")) == found.key((1, "p"))


@pytest.mark.parametrize("other", ["BL-17", "BL1.7", "BL170", "B17"])
def test_signs_within_and_letters_make_another_code(other: str) -> None:
    found = matching([a_series(people=[{"id": "p", "code": code}]) for code in ("BL17", other)])
    assert found.key((0, "p")) != found.key((1, "p"))


@pytest.mark.parametrize("none", ["", " ", "-", "…", " . "])
def test_nothing_but_spaces_and_punctuation_is_no_code(none: str) -> None:
    series = a_series(people=[{"id": "p", "code": none}, {"id": "q", "code": none}])
    assert not has_code(series.people[0])
    assert not codes_twice(series)


BAND = a_series(
    people=[
        {"id": "p1", "alias": "Sky", "code": "K 1"},
        {"id": "p2", "alias": "Bo"},
        {"id": "p3", "alias": "Cy", "code": "k 1 "},
        {"id": "p4", "alias": "Di", "code": "K2"},
        {"id": "p5", "alias": "Ed", "code": "K3"},
        {"id": "p6", "alias": "Flo", "code": "k3"},
        {"id": "p7", "alias": "Gus", "code": "K3"},
        {"id": "p8", "alias": "Hal"},
    ],
)


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("p1", "Cy has this code too, so it matches nobody."),
        ("p6", "Ed and Gus have this code too, so it matches nobody."),
        ("p2", ""),
        ("p4", ""),
        ("gone", ""),
    ],
)
def test_it_is_said_of_whom_somebody_shares_a_code_with(person: str, said: str) -> None:
    assert who_else(BAND, person) == said


def test_whoever_has_the_plan_file_is_told_a_shared_code_but_none_that_is_a_name() -> None:
    codes = {"p1": "MA20", "p2": "ma 20", "p3": "Sky", "p4": "sky", "p5": "K1"}
    people = [{"id": id, "alias": "Sky", "code": code} for id, code in codes.items()]
    assert list(twice_in_short(a_series(programme={"title": "Band"}, people=people))) == [
        "“Band”: 2 people have the code MA20, so it matches nobody.",
        "“Band”: 2 people have one agreed code, so it matches nobody.",
    ]
