"""Schools and whole classes: the same school once, its numbers as they are written, its pupils as people."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, in_print

from amie_planner.returns.disclosure import released, shareable
from amie_planner.returns.facts import Source
from amie_planner.returns.table import People, Value, Withheld
from amie_planner.returns.tables.schools import schools, whole_class

HILL = {"id": "school1", "name": "Hill Primary", "urn": "012345", "laestab": "0930001", "phase": "Primary"}
FUNDED = {**HILL, "state_funded": True}
FLAGS = ("pupil-premium", "send-status")


def a_class(uid: str = "u1", pupils: int = 3, school: str | None = "school1", **fields: Any) -> Source:
    """A programme in whose only session all its pupils were there, all of one school."""
    people = [{"id": f"{uid}p{n}", "school": school} for n in range(pupils)]
    session = a_session("s1", register=came(**{person["id"]: "present" for person in people}))
    return a_source(uid, people=people, sessions=[session], **{"schools": [FUNDED], **fields})


def test_a_school_keeps_its_leading_noughts_and_says_whether_the_state_pays():
    facts = facts_of(a_class())
    assert counted(schools(facts, TEMPLATE)) == [
        ("012345", "0930001", "Hill Primary", "Primary", "yes", 3),
        (None, None, "School not known", None, None, 0),
    ]


def test_the_school_of_somebody_counts_though_their_latest_programme_says_none():
    def coded(uid: str, day: str, **person: Any) -> Source:
        people = [{"id": "p1", "code": "K1", **person}]
        session = a_session("s1", day, register=came(p1="present"))
        return a_source(uid, people=people, sessions=[session], schools=[HILL] if person else [])

    facts = facts_of(coded("u1", "2026-09-08", school="school1"), coded("u2", "2026-10-06"))
    assert counted(schools(facts, TEMPLATE), "School", "Pupils") == [("Hill Primary", 1), ("School not known", 0)]


def test_a_school_of_two_programmes_is_one_by_urn_else_by_name():
    by_urn = {**HILL, "id": "other", "name": "Hill"}
    facts = facts_of(a_class("u1"), a_class("u2", 2, "other", schools=[by_urn]))
    assert counted(schools(facts, TEMPLATE), "Pupils") == [(5,), (0,)]
    first, second = ({"id": "x", "name": "Dale  School"}, {"id": "y", "name": "dale school"})
    facts = facts_of(a_class("u1", 1, "x", schools=[first]), a_class("u2", 1, "y", schools=[second]))
    assert counted(schools(facts, TEMPLATE), "School", "Pupils") == [("Dale School", 2), ("School not known", 0)]


def test_schools_of_one_urn_are_one_row_under_all_their_names_and_the_table_says_so():
    beck = {"id": "beck", "name": "Beck Lane Primary", "urn": "01 2345", "phase": "Secondary"}
    people = [{"id": f"p{n}", "school": school} for n, school in enumerate(("school1", "beck", "beck"))]
    session = a_session("s1", register=came(**{person["id"]: "present" for person in people}))
    draft = schools(facts_of(a_source(people=people, sessions=[session], schools=[FUNDED, beck])), TEMPLATE)
    assert counted(draft) == [
        ("012345", "0930001", "Hill Primary; Beck Lane Primary", "Primary; Secondary", "yes", 3),
        (None, None, "School not known", None, None, 0),
    ]
    assert draft.notes == (
        "A row with several names is of schools that are noted with one URN: they are counted as one.",
    )
    assert schools(facts_of(a_class()), TEMPLATE).notes == ()


def test_of_two_names_one_that_may_be_somebodys_is_said_by_its_place_and_not_left_out():
    people = [{"id": "p1", "alias": "Zarquonia", "school": "school1"}]
    session = a_session("s1", register=came(p1="present"))
    held = [HILL, {**HILL, "id": "other", "name": "Zarquonia’s school"}]
    facts = facts_of(a_source(people=people, sessions=[session], schools=held))
    assert counted(schools(facts, TEMPLATE), "School")[0] == ("Hill Primary; School 1",)


def test_names_that_differ_by_punctuation_alone_are_one_school_and_one_name():
    first, second = ({"id": "x", "name": "St. Hilda’s"}, {"id": "y", "name": "St Hilda's"})
    facts = facts_of(a_class("u1", 1, "x", schools=[first]), a_class("u2", 1, "y", schools=[second]))
    assert counted(schools(facts, TEMPLATE), "School", "Pupils") == [("St. Hilda’s", 2), ("School not known", 0)]


def test_schools_that_are_no_more_than_begun_stay_apart():
    facts = facts_of(a_class("u1", 1, "x", schools=[{"id": "x"}]), a_class("u2", 1, "x", schools=[{"id": "x"}]))
    assert counted(schools(facts, TEMPLATE), "School", "Pupils") == [
        ("School 1", 1),
        ("School 2", 1),
        ("School not known", 0),
    ]


def test_a_school_that_nobody_came_from_has_no_row_and_without_any_there_is_no_table():
    assert counted(schools(facts_of(a_class(school=None)), TEMPLATE)) == []
    two = [FUNDED, {"id": "school2", "name": "Dale"}]
    assert counted(schools(facts_of(a_class(schools=two)), TEMPLATE), "School") == [
        ("Hill Primary",),
        ("School not known",),
    ]


def test_a_school_named_after_a_person_of_the_group_is_said_by_its_place():
    people = [{"id": "p1", "alias": "Zarquonia", "school": "school1"}]
    session = a_session("s1", register=came(p1="present"))
    held = [{"id": "school1", "name": "Zarquonia’s school"}]
    facts = facts_of(a_source(people=people, sessions=[session], schools=held))
    assert counted(schools(facts, TEMPLATE), "School")[0] == ("School 1",)


def test_pupils_of_a_school_who_are_just_those_of_a_programme_have_its_key():
    facts = facts_of(a_class("u1", 3), a_class("u2", 4, None))
    drafts = (schools(facts, TEMPLATE), whole_class(facts, TEMPLATE))
    assert in_print(drafts) == {"programme:1": 3, "all|school=not known": 4, "all": 7}
    released(drafts)


def test_few_pupils_of_a_school_are_withheld_in_what_is_shared_and_those_beside_them_too():
    people = [{"id": f"p{n}", "school": "school1" if n < 3 else "b"} for n in range(30)]
    session = a_session("s1", register=came(**{person["id"]: "present" for person in people}))
    facts = facts_of(a_source(people=people, sessions=[session], schools=[FUNDED, {"id": "b", "name": "Dale"}]))
    draft = schools(facts, TEMPLATE)
    pupils = [row[-1] for row in draft.decided(shareable([draft]).say).rows]
    assert pupils == [Withheld.CONFIDENTIAL, 25, 0]


TERMS = [
    {"label": "Autumn", "from": "2026-09-01", "to": "2026-12-18"},
    {"label": "Spring", "from": "2027-01-04", "to": "2027-03-26"},
]


def test_where_nine_people_come_from_nine_schools_how_many_they_are_is_not_said():
    named = [{"id": f"k{n}", "name": f"School {n}"} for n in range(9)]
    people = [{"id": f"p{n}", "school": f"k{n}"} for n in range(9)]
    came_once = a_session("s1", register=came(**{person["id"]: "present" for person in people}))
    draft = schools(facts_of(a_source(people=people, sessions=[came_once], schools=named)), TEMPLATE)
    assert shareable([draft]).say(People("all", 9)) is Withheld.NOT_AVAILABLE


def test_a_whole_class_says_its_school_year_terms_and_who_is_helped():
    premium = {"p0": "yes", "p1": "yes", "p2": "no", "p3": "no"}
    send = {"p0": "ehc-plan", "p1": "none", "p2": "sen-support"}
    answers = {
        id: {"pupil-premium": {"codes": [said]}, "send-status": {"codes": [send.get(id, "none")]}}
        for id, said in premium.items()
    }
    people = [{"id": id} for id in premium]
    session = a_session("s1", register=came(**{id: "present" for id in premium}))
    provision = {"delivery": "whole class", "school": "school1", "school_year": "Year 4", "instruments": ["ukulele"]}
    source = a_source(
        people=people,
        sessions=[session],
        schools=[FUNDED],
        provision=provision,
        answers=answers,
        asked=FLAGS,
        terms=TERMS,
        title="4 Kestrel",
    )
    [row] = counted(whole_class(facts_of(source), TEMPLATE))
    assert row == ("012345", "Hill Primary", "4 Kestrel", "Year 4", 1, "ukulele", 4, 1, 1, 1)


def test_who_is_helped_is_blank_where_it_was_not_asked_and_the_table_says_so():
    draft = whole_class(facts_of(a_class(provision={"delivery": "whole class"})), TEMPLATE)
    assert counted(draft, "Terms received", "Pupils", "Both", "School URN") == [(None, 3, None, None)]
    assert draft.notes[0] == "Pupil Premium and SEND were not both asked about."


@pytest.mark.parametrize(("people", "sessions", "said"), [(1, 2, Withheld.CONFIDENTIAL), (1, 5, 2), (24, 2, 2)])
def test_terms_of_a_class_tell_no_few_sessions_that_are_withheld(people: int, sessions: int, said: Value):
    ids = [f"p{n}" for n in range(people)]
    first, second = ("2026-09-01", "2026-09-08"), ("2026-09-09", "2026-12-31")
    terms = [{"label": "Term", "from": starts, "to": ends} for starts, ends in (first, second)]
    days = ("2026-09-08", *(f"2026-10-{n:02}" for n in range(1, sessions)))
    held = [a_session(f"s{n}", day, register=came(**dict.fromkeys(ids, "present"))) for n, day in enumerate(days)]
    provision = {"delivery": "whole class"}
    facts = facts_of(a_source(people=[{"id": id} for id in ids], sessions=held, terms=terms, provision=provision))
    draft = whole_class(facts, TEMPLATE)
    at = [column.name for column in draft.columns].index("Terms received")
    assert [draft.decided(shareable([draft]).say).rows[0][at], counted(draft, "Terms received")] == [said, [(2,)]]
    assert any("[c]" in note for note in draft.notes)
    assert not any("[c]" in note for note in whole_class(facts, TEMPLATE, detailed=True).notes)


def test_only_whole_classes_that_were_taught_in_the_period_are_there():
    not_yet = a_source("u2", sessions=[a_session("s1", status="planned")], provision={"delivery": "whole class"})
    facts = facts_of(a_class(provision={"delivery": "small group"}), not_yet)
    assert counted(whole_class(facts, TEMPLATE)) == []


def of_classes(*sources: Source) -> list[tuple[str, tuple[str, ...]]]:
    """What bounds the pupils of schools, once it is seen that it adds up."""
    draft = schools(facts_of(*sources), TEMPLATE)
    counts = in_print([draft])
    assert all(counts[each.total] == sum(counts[part] for part in each.parts) for each in draft.sums)
    return [(each.total, each.parts) for each in draft.sums if each.only_bounds]


WHOLE = {"provision": {"delivery": "whole class", "school": "school1"}}


def test_a_school_has_no_fewer_pupils_than_the_classes_that_go_there():
    classes, others = (a_class("u1", 3, **WHOLE), a_class("u2", 4, **WHOLE)), a_class("u3", 2)
    school = "all|school=1"
    both = ("programme:1", "programme:2", f"{school} but programme:1 and programme:2")
    assert of_classes(*classes, others, a_class("u4", 1, None)) == [(school, both)]
    one = ("programme:1", f"{school} but programme:1")
    assert of_classes(classes[0], others, a_class("u4", 1, None)) == [(school, one)]


def test_a_class_that_is_all_of_its_school_or_partly_of_another_bounds_nothing():
    two = [FUNDED, {"id": "school2", "name": "Dale"}]
    people = [{"id": f"p{n}", "school": f"school{n}"} for n in (1, 2)]
    session = a_session("s1", register=came(p1="present", p2="present"))
    mixed = a_source("u5", people=people, sessions=[session], schools=two, **WHOLE)
    assert of_classes(a_class("u1", 3, **WHOLE), a_class("u4", 1, None)) == []
    assert of_classes(mixed, a_class("u3", 2)) == []


def test_classes_with_a_pupil_in_common_bound_their_school_one_by_one():
    def coded(uid: str, codes: str) -> Source:
        people = [{"id": code, "code": code, "school": "school1"} for code in codes]
        session = a_session("s1", register=came(**dict.fromkeys(codes, "present")))
        return a_source(uid, people=people, sessions=[session], schools=[FUNDED], **WHOLE)

    found = of_classes(coded("u1", "abc"), coded("u2", "cd"), a_class("u4", 1, None))
    assert [parts[0] for _, parts in found] == ["programme:1", "programme:2"]
