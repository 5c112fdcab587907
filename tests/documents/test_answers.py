"""What an activity answers as it is and what nothing answers yet, as the run sheet says it."""

from tests.documents.reading import structure
from tests.plans import a_plan

from amie_planner.documents import RUN_SHEET, Names
from amie_planner.domain.plan import Plan

HERE = {"id": "a1", "title": "Rocket", "kind": "play"}
LONG = [{"id": f"a{n}", "minutes": 5, "instructions": "word " * 300} for n in (1, 2, 3)]


def _said(plan: Plan, names: Names | None = None) -> str:
    return structure(RUN_SHEET.render(plan, (), names)).text()


def _adapted(*adaptations, people=(), running=(HERE,), **session) -> str:
    held = [{"id": f"d{n}", **made} for n, made in enumerate(adaptations)]
    parts = {"people": list(people), "team": [{"id": "t1", "name": "Jo"}]}
    return _said(a_plan(activities=list(running), adaptations=held, parts=parts, **session))


def test_where_nobody_is_listed_barriers_are_met_by_design_or_not_answered_yet():
    met = [{"barrier": "feeling-safe", "activity": "a1", "how": "an open door"}]
    running = [{**HERE, "minutes": 5}, {"id": "a2", "title": "Song", "minutes": 5}, {"id": "a3", "title": "Bells"}]
    said = _adapted(running=running, by_design=met, expects=["feeling-safe", "attitudes"])
    assert "Rocket Feeling safe, by design: an open door." in said
    assert "All through Not yet answered: Feeling safe, but not at 0:00. Attitudes. Running order" in said


def test_what_a_plan_b_answers_as_it_is_stands_there_too():
    met = [{"barrier": "attitudes", "activity": "a1", "how": "all lead"}]
    assert "Attitudes, by design: all lead." in _adapted(running=[{**HERE, "skip": True}], by_design=met)


def test_what_is_open_nearly_everywhere_is_said_once_and_what_would_help_the_first_time():
    needs = [
        {"id": "r1", "barrier": "feeling-safe", "change": "a way out"},
        {"id": "r2", "barrier": "attitudes", "change": "ask first", "where": ["sing"]},
    ]
    people = [{"id": "p1", "alias": "Sky", "requirements": needs}]
    running = [{**one, "id": f"a{n}", "kind": "sing" if n < 3 else "play"} for n, one in enumerate([*LONG, LONG[0]], 1)]
    met = [{"requirement": "r1", "activity": "a2", "how": "the door is open"}]
    said = _adapted(people=people, running=running, by_design=met)
    assert "All through Not yet answered: Sky, feeling safe (a way out), but not at 0:05. Running order" in said
    assert said.count("feeling safe") == 1
    assert said.count("Not yet answered: Sky, attitudes (ask first).") == 1
    assert said.count("Not yet answered: Sky, attitudes.") == 1


def test_a_requirement_that_nothing_answers_is_said_in_its_activity():
    needs = [{"id": "r1", "barrier": "feeling-safe", "where": ["play"], "change": "a way out."}, {"id": "r2"}]
    people = [{"id": "p1", "alias": "Sky", "requirements": needs}]
    said = _adapted(people=people, running=(HERE, {"id": "a2", "kind": "sing"}))
    assert "Rocket Not yet answered: Sky, feeling safe (a way out). 0:00" in said
    assert "All through Not yet answered: Sky, an access requirement. Running order" in said


def test_a_requirement_met_by_design_says_how():
    people = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}]
    met = [{"requirement": "r1", "activity": "a1", "how": "nobody has to speak"}]
    plan = a_plan(activities=[HERE], by_design=met, parts={"people": people})
    assert "Sky, by design: nobody has to speak." in _said(plan)
    assert "A young person, by design: nobody has to speak." in _said(plan, Names.NONE)
