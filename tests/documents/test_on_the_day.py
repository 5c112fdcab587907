"""Who belongs to the group on the day, as the run sheet tells it."""

from tests.documents.reading import structure
from tests.plans import a_plan

from amie_planner.documents import RUN_SHEET
from amie_planner.domain.plan import Plan

HERE = {"id": "a1", "title": "Rocket", "kind": "play"}
SKY = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}


def _said(plan: Plan) -> str:
    return structure(RUN_SHEET.render(plan, ())).text()


def _adapted(*adaptations, people=(), running=(HERE,), **session) -> str:
    held = [{"id": f"d{n}", **made} for n, made in enumerate(adaptations)]
    parts = {"people": list(people), "team": [{"id": "t1", "name": "Jo"}]}
    return _said(a_plan(activities=list(running), adaptations=held, parts=parts, **session))


def test_changes_for_people_who_have_left_are_not_there_and_who_is_not_expected_is_marked():
    people = [
        {**SKY, "left": "2026-01-10"},
        {"id": "p2", "alias": "Moss", "requirements": [{"id": "r2"}]},
        {"id": "p3", "alias": "Bay", "requirements": [{"id": "r3"}], "archived": True},
    ]
    here = {"activities": ["a1"]}
    said = _adapted(
        {**here, "requirements": ["r1"], "what": "hum", "kit": ["arm"], "setup_minutes": 2},
        {**here, "requirements": ["r1", "r2", "r3"], "what": "wait"},
        {**here, "requirements": ["r3"], "reach": "everyone", "what": "dim"},
        people=people,
        date="2026-02-01",
        not_expected=["p2"],
    )
    assert "Moss (not expected): wait." in said
    assert "Everyone: dim." in said
    assert [word for word in ("Sky", "Bay", "hum", "arm", "set-up") if word in said] == []
