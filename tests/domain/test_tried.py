"""What a leader found when they tried a change: counted, said in words, and never a mark."""

from __future__ import annotations

import pytest

from amie_planner.domain.tried import UNTRIED, Tried, counted


@pytest.mark.parametrize(
    ("tried", "words"),
    [
        (UNTRIED, ""),
        (Tried(worked=1), "tried once: worked 1"),
        (Tried(4, 1, 1), "tried 6 times: worked 4, partly 1, did not work 1"),
        (Tried(partly=2), "tried 2 times: partly 2"),
        (Tried(did_not=3), "tried 3 times: did not work 3"),
    ],
)
def test_what_was_found_is_said_in_words(tried: Tried, words: str):
    assert tried.words == words


def test_verdicts_are_counted_by_entry_and_what_was_not_used_was_not_tried():
    found = counted(
        [("A1", "worked", 4), ("A1", "partly", 1), ("A1", "not", 2), ("A1", "not used", 9), ("A2", "not used", 1)]
    )
    assert found == {"A1": Tried(4, 1, 2)}
    assert found["A1"].times == 7


def test_what_worked_most_often_comes_first_and_what_did_not_comes_last():
    ways = [Tried(did_not=2), UNTRIED, Tried(partly=1), Tried(worked=1), Tried(worked=3, did_not=1), Tried(worked=3)]
    assert sorted(ways, key=lambda tried: tried.order) == [
        Tried(worked=3),
        Tried(worked=3, did_not=1),
        Tried(worked=1),
        Tried(partly=1),
        UNTRIED,
        Tried(did_not=2),
    ]
