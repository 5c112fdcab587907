"""Who is one person by an agreed code, and which codes tell nothing."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.returns.matching import codes_twice, matching, who_else

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
