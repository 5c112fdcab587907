"""A record that is kept points only at what is there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.offered import without_the_gone
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Touch

SERIES = a_series(
    team=[{"id": "t1"}],
    people=[{"id": "p1", "requirements": [{"id": "r1"}]}],
    sessions=[
        {
            "id": "s1", "title": "One", "intentions": [{"id": "i1"}], "activities": [{"id": "a1"}],
            "adaptations": [{"id": "d1"}],
        }
    ],
    voice=[{"id": "v1"}],
)  # fmt: skip


def records(series: Series) -> dict[str, Any]:
    lines = series.sessions[0]
    return {
        "activity": lines.activities[0],
        "adaptation": lines.adaptations[0],
        "session": lines.session,
        "requirement": series.requirements[0],
        "voice": series.voice[0],
        "person": series.people[0],
    }


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("activity", {"leads": ("t1", "t9"), "serves": ("i9", "i1")}, {"leads": ("t1",), "serves": ("i1",)}),
        ("adaptation", {"requirements": ("r9",), "who": "t9"}, {"requirements": (), "who": None}),
        ("adaptation", {"activities": ("a1", "a9")}, {"activities": ("a1",)}),
        ("adaptation", {"activities": "all", "who": "t1"}, {"activities": "all", "who": "t1"}),
        ("session", {"not_expected": ("p9", "p1")}, {"not_expected": ("p1",)}),
        ("requirement", {"owner": "t9"}, {"owner": None}),
        ("voice", {"from_whom": ("p9",)}, {"from_whom": ()}),
        ("voice", {"from_whom": "group"}, {"from_whom": "group"}),
        (
            "voice",
            {"touches": (Touch(session="s1"), Touch(session="s1", activity="a9"), Touch(session="s9"))},
            {"touches": (Touch(session="s1"),)},
        ),
        ("person", {"alias": "Sky"}, {"alias": "Sky"}),
    ],
)
def test_what_is_not_there_is_let_go_of(name: str, given: dict[str, Any], kept: dict[str, Any]) -> None:
    record = records(SERIES)[name]
    assert without_the_gone(record.revised(**given), SERIES) == record.revised(**kept)
