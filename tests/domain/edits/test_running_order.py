"""The running order: what a copy of an activity takes along, and what stays with the one occurrence it was."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.running_order import add_activity, duplicate_activity
from amie_planner.domain.plan import Plan, Series
from amie_planner.errors import AmieError
from amie_planner.exchange.plan_file import read, write

HELLO = {
    "id": "a1",
    "title": "Hello song",
    "kind": "sing",
    "minutes": 6,
    "pinned_start": "10:05",
    "skip": True,
    "strand": "Strings",
    "decision": {"question": "Which?", "options": ["drum"]},
    "music": [{"title": "Hello", "genres": ["own-style"]}],
    "kit": ["drum"],
    "young_lead": True,
}


def one(**session: Any) -> Series:
    activities = session.pop("activities", [HELLO, {"id": "a2", "title": "Play"}])
    person = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}, {"id": "r2"}]}
    return a_series(people=[person], sessions=[{"id": "s1", "title": "One", "activities": activities} | session])


def copied(series: Series, activity: str = "a1") -> tuple[str, Plan]:
    """The copy's id and the plan after it: a plan that a file can hold, and that can be taken back."""
    id, changes = duplicate_activity(series.plan("s1"), activity)
    after = series.after(changes)
    read(write(after))
    assert all(change.before != change.after for change in changes)
    assert after.after(inverse(changes)) == series
    return id, after.plan("s1")


@pytest.mark.parametrize(("activity", "order"), [("a1", ["a1", "a3", "a2"]), ("a2", ["a1", "a2", "a3"])])
def test_a_copy_stands_directly_below(activity: str, order: list[str]):
    id, plan = copied(one(), activity)
    assert id == "a3"
    assert [a.id for a in plan.activities] == order


def test_a_copy_is_the_same_but_for_the_time_it_was_pinned_to():
    id, plan = copied(one())
    original, copy, _ = plan.activities
    assert copy == original.revised(id=id, position=1, pinned_start=None)
    assert original.pinned_start is not None


def test_what_an_activity_really_took_is_not_copied():
    id, plan = copied(one(actual={"a1": {"minutes": 9}}))
    assert id not in plan.session.actual


def test_what_changes_in_the_original_changes_in_the_copy():
    adaptations = [
        {"id": "d1", "activities": ["a1", "a2"], "what": "Wait", "setup_minutes": 3},
        {"id": "d2", "activities": ["a2"]},
        {"id": "d3", "activities": "all"},
        {"id": "d4"},
    ]
    id, plan = copied(one(adaptations=adaptations))
    assert [d.activities for d in plan.adaptations] == [("a1", "a2", id), ("a2",), "all", ()]


def test_what_changes_in_all_activities_goes_on_doing_so_whatever_their_ids():
    _, plan = copied(one(activities=[{"id": "a"}], adaptations=[{"id": "d1", "activities": "all"}]), "a")
    assert plan.adaptations[0].activities == "all"


def test_what_meets_a_requirement_by_design_does_so_in_the_copy():
    met = [
        {"requirement": "r1", "activity": "a1", "how": "Slow"},
        {"requirement": "r1", "activity": "a2"},
        {"requirement": "r2", "activity": "a1"},
    ]
    id, plan = copied(one(by_design=met))
    assert [(b.requirement, b.activity, b.how) for b in plan.by_design[3:]] == [("r1", id, "Slow"), ("r2", id, None)]
    assert len({b.id for b in plan.by_design}) == len({b.position for b in plan.by_design}) == 5


def test_a_full_session_takes_no_copy():
    full = one(activities=[{"id": f"a{n}"} for n in range(100)]).plan("s1")
    for more in (lambda: duplicate_activity(full, "a7"), lambda: add_activity(full, 3)):
        with pytest.raises(AmieError, match="at most 100 activities") as refused:
            more()
        assert refused.value.hint
