"""A plan read once says what the plan says, and its rows what the access grid says."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans import a_plan

from amie_planner.checks.reading import read
from amie_planner.domain.access import Answered, grid, requirements
from amie_planner.domain.plan import Plan

KINDS = ("sing", "play", "break")
NEED = st.fixed_dictionaries({"where": st.lists(st.sampled_from(KINDS), unique=True), "active": st.booleans()})
ACTIVITY = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS), "skip": st.booleans(), "minutes": st.sampled_from((None, 0, 3, 7))}
)
WHICH = st.lists(st.integers(0, 3), max_size=3, unique=True)


def a_plan_of(needs: Any, activities: Any, changes: Any, met: Any) -> Plan:
    people = [{"id": f"p{n}", "requirements": [need | {"id": f"r{n}"}]} for n, need in enumerate(needs)]
    return a_plan(
        parts={"people": people},
        not_expected=["p0"],
        activities=[activity | {"id": f"a{n}"} for n, activity in enumerate(activities)],
        adaptations=[
            {"id": f"d{n}", "requirements": [f"r{r}" for r in whose], "activities": where}
            for n, (whose, where) in enumerate(changes)
        ],
        by_design=[{"requirement": f"r{r}", "activity": f"a{a}"} for r, a in met],
    )


PLANS = st.builds(
    a_plan_of,
    st.lists(NEED, min_size=4, max_size=4),
    st.lists(ACTIVITY, min_size=4, max_size=4),
    st.lists(st.tuples(WHICH, st.one_of(st.just("all"), WHICH.map(lambda at: [f"a{n}" for n in at]))), max_size=3),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=4),
)


@settings(deadline=None, max_examples=150)
@given(PLANS)
def test_its_rows_are_those_of_the_access_grid(plan: Plan) -> None:
    found = {row.requirement.id: row for row in read(plan).rows}
    cells = grid(plan)
    assert list(found) == [r.id for r in requirements(plan) if any(c.requirement is r for c in cells)]
    for id, row in found.items():
        mine = [cell for cell in cells if cell.requirement.id == id]
        met = [cell for cell in mine if cell.answer is not Answered.NOT_YET]
        assert row.needed == sum(cell.activity.minutes or 0 for cell in mine)
        assert row.met == sum(cell.activity.minutes or 0 for cell in met)
        assert list(row.waiting) == [cell.activity for cell in mine if cell not in met]


@settings(deadline=None, max_examples=30)
@given(PLANS)
def test_what_is_kept_is_what_the_plan_says(plan: Plan) -> None:
    once = read(plan)
    assert read(once) is once
    assert (once.session, once.people) == (plan.session, plan.people)
    for name in ("counted", "expected", "read_adaptations", "previous"):
        assert getattr(once, name) == getattr(plan, name)
        assert getattr(once, name) is getattr(once, name)
    assert once.rows is once.rows
    assert once.needs == requirements(plan)
