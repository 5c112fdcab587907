"""What is missing one by one, with the form in which it is mended; it is for the leader alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.planners import (
    FIRST,
    LAST,
    TEMPLATE,
    THEIR_ANSWERS,
    THREE_PEOPLE,
    a_session,
    a_source,
    a_term,
    came,
    facts_of,
)

from amie_planner.domain.records import Organisation
from amie_planner.returns.facts import Source, gather
from amie_planner.returns.missing import Form, Missing, missing
from amie_planner.returns.templates import Asked, ReturnTemplate

ASKS_FOR_SCHOOLS = TEMPLATE.revised(tables=[*TEMPLATE.tables, Asked.made(table="schools", title="Schools")])


def found_missing(*sources: Source) -> list[Missing]:
    return list(missing(facts_of(*sources), ASKS_FOR_SCHOOLS))


def test_what_is_missing_of_sessions_is_told_one_by_one_with_where_to_mend_it():
    where = {m.words: (m.programme, m.session) for m in found_missing(a_term()) if m.session}
    assert where == {
        "“Sounds” of Tuesday 8 September 2026 has no register.": ("u1", "s2"),
        "“Sounds” of Tuesday 8 September 2026 has no length.": ("u1", "s2"),
        "“Some day” has no date, so it is in no period.": ("u1", "s4"),
    }


def test_a_session_that_a_later_one_followed_is_asked_whether_it_took_place():
    sessions = [
        a_session("s1", status="planned"),
        a_session("s2", "2026-09-15", register=came(p1="present")),
        a_session("s3", "2026-09-15"),
        a_session("s4", "2026-09-22"),
    ]
    found = [m for m in found_missing(a_source(people=THREE_PEOPLE, sessions=sessions)) if m.session]
    assert [m.session for m in found] == ["s1"]
    assert found[0].words == "“Week” of Tuesday 8 September 2026 does not say whether it took place."


def test_people_are_named_as_plans_name_them():
    of_people = [(m.words, m.person) for m in found_missing(a_term()) if m.person and "Stage" in m.words]
    assert of_people == [("Sky: neither school year nor month of birth tells the Key Stage.", "p2")]


def test_codes_are_missed_by_programme_and_only_where_there_is_another():
    assert not [m for m in found_missing(a_term()) if "code" in m.words]
    [found] = [m for m in found_missing(a_term(), a_source("u2")) if "code" in m.words]
    assert found == Missing(
        "“Sound makers”: 2 of 3 have no agreed code: Sky and Person 3.", Form.PERSON, "u1", person="p2", field="code"
    )


def test_answers_are_missed_by_question_and_lead_to_somebody_whom_no_sentence_names():
    [found] = [m for m in found_missing(a_term()) if "answer" in m.words]
    where = {"person": "p3", "entry": "gender", "field": "codes"}
    assert found == Missing("Gender, “Sound makers”: 2 of 3 have no answer.", Form.MONITORING, "u1", **where)


def test_where_only_a_register_knows_who_has_no_answer_it_leads_to_that_register():
    registers = [a_session("s1", register=came(p1="present")), a_session("s2", register=came(p1="late", gone="late"))]
    people = [{"id": "gone"}, *THREE_PEOPLE[:1]]
    source = a_source(people=people, sessions=registers, answers=THEIR_ANSWERS, asked=["gender"])
    walked_in = replace(source, series=replace(source.series, people=source.series.people[1:]))
    [found] = [m for m in found_missing(walked_in) if "no answer" in m.words]
    assert (found.form, found.session, found.person, found.field) == (Form.SESSION, "s2", None, "register")


def test_a_programme_is_asked_for_its_kind_and_a_whole_class_for_its_school():
    assert any("what kind of provision" in m.words for m in found_missing(a_term()))
    named = [{"id": "school1", "name": "Hill"}]
    whole = [m.words for m in found_missing(a_term(provision={"delivery": "whole class"}, schools=named))]
    assert "“Sound makers”: Hill has no URN." in whole
    assert "“Sound makers” teaches a whole class and does not say of which school." in whole
    assert not any("kind of provision" in words for words in whole)


def test_an_agreed_story_that_stays_because_of_a_name_is_told():
    story = {"id": "story1", "kind": "quote", "words": "Sky sang.", "agreed_on": "2026-10-01"}
    found = found_missing(Source(a_series(people=[{"id": "p1", "alias": "Sky"}], stories=[story])))
    words = "A story of “Sound makers” stays here: what may be a name is in it, “Sky”."
    assert Missing(words, Form.STORIES, "u1", entry="story1", field="words") in found


def test_two_people_with_one_code_are_named_to_the_leader_without_their_code():
    people = [{"id": "p1", "alias": "Sky", "code": "K1"}, {"id": "p2", "alias": "Bo", "code": "k1 "}]
    [found] = [m for m in found_missing(a_source(people=people)) if "code" in m.words]
    assert found.words == "“Sound makers”: Sky and Bo have the same agreed code, so it matches nobody."
    assert (found.programme, found.person) == ("u1", "p1")


def test_a_session_counted_by_age_alone_is_told_of_whether_it_is_called_delivered_or_not():
    heads = {"mode": "headcount", "bands": {"5-11": 6}}
    sessions = [
        a_session("s1", register=heads, status="delivered"),
        a_session("s2", register=heads),
        a_session("s3", register=heads, status="cancelled"),
        a_session("s4", register=heads | {"headcount": 6}),
    ]
    found = [m for m in found_missing(a_source(sessions=sessions)) if m.session and "whether it took" not in m.words]
    assert [m.session for m in found] == ["s1", "s2"]
    assert all("counted by age and has no headcount" in m.words for m in found)


def test_each_leads_to_the_form_in_which_it_is_mended():
    story = {"id": "story1", "kind": "quote", "words": "Sky sang.", "agreed_on": "2026-10-01"}
    found = found_missing(a_term(), Source(a_series(programme={"uid": "u2", "title": "Two"}, stories=[story])))
    forms = {m.words.split()[-1]: m.form for m in found}
    assert forms["is."] is Form.FOR_RETURNS
    assert forms["register."] is forms["length."] is forms["period."] is Form.SESSION
    assert forms["Stage."] is Form.PERSON
    assert forms["answer."] is Form.MONITORING


def test_an_organisation_of_which_nothing_is_noted_is_told_where_the_return_asks_for_it():
    asks = ReturnTemplate.made(**TEMPLATE.model_dump() | {"tables": [{"table": "organisation", "title": "Who"}]})

    def told(organisation: Organisation | None) -> list[Form]:
        return [each.form for each in missing(gather([], organisation, FIRST, LAST), asks)]

    assert told(None) == told(Organisation.made(id="organisation")) == [Form.ORGANISATION]
    assert told(Organisation.made(id="organisation", role="Partner")) == []
    assert told(Organisation.made(id="organisation", name="Hill Music")) == []
    assert not missing(gather([], None, FIRST, LAST), TEMPLATE)


@pytest.mark.parametrize(
    ("organisations", "words"),
    [
        (["Hill Music", "Dale Arts"], "The programmes name several organisations: “Hill Music” and “Dale Arts”."),
        (["Hill Music", None, "Dale"], "The programmes name several organisations: “Hill Music” and “Dale”."),
        (["Hill Music", None], "The programmes name one organisation: “Hill Music”, and others none."),
    ],
)
@pytest.mark.parametrize("fields", [{}, {"role": "Partner"}])
def test_several_organisations_of_the_programmes_lead_to_the_name_of_ones_own(
    organisations: list[str | None], words: str, fields: dict[str, str]
):
    asks = ReturnTemplate.made(**TEMPLATE.model_dump() | {"tables": [{"table": "organisation", "title": "Who"}]})
    sources = [a_source(f"u{n}", organisation=name) for n, name in enumerate(organisations)]

    def told(**kept: str) -> list[Missing]:
        facts = gather(sources, Organisation.made(id="organisation", **kept), FIRST, LAST)
        return [each for each in missing(facts, asks) if each.form is Form.ORGANISATION]

    none_is_named = f"{words} So the return names none until you write down yours."
    assert told(**fields) == [Missing(none_is_named, Form.ORGANISATION, field="name")]
    assert told(**fields, name="Ours") == []


def a_group(uid: str, title: str, *people: dict[str, Any], day: str = "2026-09-08", **fields: Any) -> Source:
    """A programme to which everybody came once."""
    register = came(**{person["id"]: "present" for person in people})
    return a_source(uid, title=title, people=people, sessions=[a_session("s1", day, register=register)], **fields)


def about(word: str, *sources: Source) -> list[tuple[str, str, str | None]]:
    """What is said of it, and which person of which programme it leads to."""
    return [(m.words, m.programme, m.person) for m in found_missing(*sources) if word in m.words]


def test_of_many_people_without_a_code_six_are_named_and_the_others_counted():
    many = [{"id": f"p{n}", "alias": f"A{n}", **({"code": "K"} if n == 1 else {})} for n in range(10)]
    [(words, *where)] = about("agreed code", a_group("u1", "Choir", *many), a_group("u2", "Band"))
    assert words == ("“Choir”: 9 of 10 have no agreed code: A0, A2, A3, A4, A5, A6 and 3 more.")
    assert where == ["u1", "p0"]


def test_whoever_shares_a_code_is_not_said_to_have_none():
    two = a_group("u1", "Choir", {"id": "p1", "alias": "Sky", "code": "K"}, {"id": "p2", "alias": "Bo", "code": "k"})
    assert [words for words, *_ in about("agreed code", two, a_group("u2", "Band"))] == [
        "“Choir”: Sky and Bo have the same agreed code, so it matches nobody."
    ]


def test_people_are_without_a_school_only_in_a_programme_that_has_schools():
    hill = [{"id": "x", "name": "Hill", "urn": "1"}]
    people = ({"id": "p1", "school": "x"}, {"id": "p2", "alias": "Sky"})
    assert about("no school", a_group("u1", "Choir", *people, schools=hill)) == [
        ("“Choir”: 1 of 2 has no school: Sky.", "u1", "p2")
    ]
    assert not about("no school", a_group("u1", "Choir", {"id": "p2"}))
    of_hill = {"delivery": "whole class", "school": "x"}
    assert not about("no school", a_group("u1", "Choir", *people, schools=hill, provision=of_hill))


def test_months_of_birth_are_missed_where_the_return_counts_ages():
    choir = a_group("u1", "Choir", {"id": "p1", "alias": "Sky", "school_year": "Y4"}, {"id": "p2", "born": "2015-05"})
    words = "“Choir”: 1 of 2 has no month of birth, by which ages are counted: Sky."
    assert [(m.words, m.person, m.field) for m in found_missing(choir) if "birth" in m.words] == [(words, "p1", "born")]
    for no_ages in (TEMPLATE.revised(bands=()), TEMPLATE.revised(tables=TEMPLATE.tables[:1])):
        assert not [m for m in missing(facts_of(choir), no_ages) if "birth" in m.words]


def test_what_two_programmes_say_of_one_person_is_told_with_what_counts_and_leads_there():
    choir = a_group("u1", "Choir", {"id": "p1", "alias": "Sky", "code": "K", "born": "2015-05"})
    band = a_group("u2", "Band", {"id": "q1", "alias": "Bo", "code": "k", "born": "2014-01"}, day="2026-10-06")
    assert about("two months", choir, band) == [
        (
            "Bo or Sky has two months of birth under one agreed code: January 2014 in “Band” and May 2015 in “Choir”. "
            "What “Band” says counts.",
            "u2",
            "q1",
        )
    ]


def test_two_answers_are_told_by_how_many_people_and_never_by_whom():
    def asked(uid: str, title: str, answer: str) -> Source:
        people = [{"id": f"p{n}", "alias": f"A{n}", "code": f"K{n}"} for n in range(2)]
        given = {person["id"]: {"gender": {"codes": [answer]}} for person in people}
        return a_group(uid, title, *people, asked=["gender"], answers=given)

    [found] = [
        m for m in found_missing(asked("u1", "Choir", "girl"), asked("u2", "Band", "boy")) if "another" in m.words
    ]
    words = "Gender: 2 people have one answer in “Band” and another in “Choir”, under one agreed code. "
    where = {"person": "p0", "entry": "gender", "field": "codes"}
    assert found == Missing(words + "What “Band” says counts.", Form.MONITORING, "u2", **where)


def test_whom_only_a_register_knows_leads_to_the_first_register_that_has_them():
    sessions = [
        a_session("s0", "2026-09-01", register=came(ghost="absent")),
        a_session("s1", "2026-09-08", register=came(ghost="late", p1="present")),
        a_session("s2", "2026-09-15", register=came(ghost="present")),
    ]
    series = a_source(
        people=[{"id": "ghost"}, {"id": "p1", "school": "x"}], sessions=sessions, schools=[{"id": "x"}]
    ).series
    gone = replace(series, people=series.people[1:])
    [found] = [m for m in found_missing(Source(gone)) if "only the register" in m.words]
    assert (found.form, found.session, found.person, found.field) == (Form.SESSION, "s1", None, "register")


def test_what_is_to_be_filled_in_is_said_by_the_field_of_its_form():
    no_length = a_session("s1", register=came(p1="present"), minutes=None)
    source = a_source(schools=[{"id": "school1"}], people=[{"id": "p1"}], sessions=[no_length])
    found = {(each.form, each.entry, each.field) for each in found_missing(source)}
    assert found >= {
        (Form.FOR_RETURNS, None, "delivery"),
        (Form.FOR_RETURNS, "school1", "urn"),
        (Form.SESSION, None, "minutes"),
        (Form.PERSON, None, "school_year"),
    }


def test_a_word_beside_our_lists_leads_to_where_it_was_typed():
    tables = ("activities", "workforce", "schools")
    asks = TEMPLATE.revised(tables=[Asked.made(table=table, title="Any") for table in tables])
    music = [{"id": "a1", "title": "Play", "music": [{"genres": ["Zarq wave"]}]}]
    sessions = [a_session("s1", status="delivered", activities=music)]
    choir = a_source(
        title="Choir",
        sessions=sessions,
        provision={"delivery": "ensemble", "ensemble": "Zarq band"},
        team=[{"id": "t0", "role": "Music leader"}, {"id": "t1", "role": "Zarq master"}],
        schools=[{"id": "x", "phase": "Primary"}, {"id": "y", "phase": "Zarq academy"}],
    )
    found = [m for m in missing(facts_of(choir), asks) if "Zarq" in m.words]
    assert [(m.form, m.session, m.entry, m.field) for m in found] == [
        (Form.FOR_RETURNS, None, None, "ensemble"),
        (Form.FOR_RETURNS, None, "y", "phase"),
        (Form.TEAM, None, "t1", "role"),
        (Form.SESSION, "s1", "a1", "genres"),
    ]
    assert found[2].words == "“Choir”: the return says “Another role” in place of “Zarq master”."


def test_what_a_return_does_not_ask_is_not_missing() -> None:
    people = [{"id": "p1"}]
    held = [a_session("s1", register=came(p1="present"))]
    source = a_source(people=people, sessions=held, schools=[{"id": "k", "name": "Hill"}], asked=["gender"])
    assert {found.field for found in missing(facts_of(source), ASKS_FOR_SCHOOLS)} >= {"urn", "school", "school_year"}
    totals = TEMPLATE.revised(tables=[Asked.made(table="totals", title="Totals")], bands=())
    assert {found.field for found in missing(facts_of(source), totals)} == {"delivery"}


def test_a_school_of_two_programmes_is_told_once_with_both_of_them() -> None:
    both = [a_source(title, title=title, schools=[{"id": "k", "name": "Hill"}]) for title in ("Choir", "Band")]
    [found] = [m for m in found_missing(*both) if m.field == "urn"]
    assert found == Missing("“Choir” and “Band”: Hill has no URN.", Form.FOR_RETURNS, "Choir", entry="k", field="urn")


def test_a_number_that_two_schools_have_is_told_and_leads_to_the_field_of_the_second() -> None:
    two = [{"id": "a", "name": "Hill Infants", "urn": "123456"}, {"id": "b", "name": "Beck Lane", "urn": "123456"}]
    source = a_source(title="Band", schools=two)
    [found] = [m for m in found_missing(source) if m.field == "urn"]
    assert found.words.startswith("“Band”: Hill Infants and Beck Lane have the same URN 123456, ")
    assert (found.form, found.programme, found.entry) == (Form.FOR_RETURNS, "u1", "b")
    assert not [m for m in missing(facts_of(source), TEMPLATE) if m.field == "urn"]


def test_a_month_of_birth_that_cannot_be_leads_to_its_field() -> None:
    sky = a_group("u1", "Choir", {"id": "p1", "alias": "Sky", "school_year": "Y5", "born": "2031-07"})
    [found] = [m for m in found_missing(sky) if "birth" in m.words]
    words = "Sky: the month of birth, July 2031, is later than the day on which they came."
    assert found == Missing(words, Form.PERSON, "u1", person="p1", field="born")
