"""What was offered: a row a programme with sessions of the period, in plain words and without a name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of

from amie_planner.returns.disclosure import shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import Value, Withheld
from amie_planner.returns.tables.provision import activities, ensembles
from amie_planner.returns.templates import Asked

MUSIC = [{"id": "a1", "title": "Play", "music": [{"genres": ["pop", "Zarquonian"]}]}]
AN_ENSEMBLE = {"delivery": "ensemble", "ensemble": "jazz", "organised_by": "school and hub"}


def the_row(facts: Facts, table: Any = activities, **how: bool) -> dict[str, Value]:
    """The only row of a table, by heading."""
    draft = table(facts, TEMPLATE, **how)
    [row] = counted(draft)
    return dict(zip((column.name for column in draft.columns), row, strict=True))


def test_a_programme_says_what_it_is_in_the_words_of_lists():
    provision = {
        "delivery": "small group", "ensemble": "jazz", "organised_by": "school and hub", "when": "school-time",
        "open_to": "targeted", "cost": "free", "instruments": ["drums", "voice"],
    }  # fmt: skip
    session = a_session("s1", register=came(p1="present"), activities=MUSIC)
    row = the_row(facts_of(a_source(people=[{"id": "p1"}], sessions=[session], provision=provision, setting="choir")))
    assert [row[name] for name in ("Kind of provision", "Organised by")] == ["Small group", "School and hub together"]
    listed = ("Jazz", "Choir", "drums; voice", "In school time")
    assert tuple(row[name] for name in ("Ensemble type", "Setting", "Instruments", "When")) == listed
    assert (row["Open to"], row["Cost"]) == ("Those least often reached are sought", "Free")


def test_a_genre_of_no_family_is_said_to_be_another_and_not_in_the_leaders_words():
    facts = facts_of(a_source(sessions=[a_session("s1", status="delivered", activities=MUSIC)]))
    assert the_row(facts)["Genres"] == "Pop; another kind of music"


def test_a_setting_of_no_list_is_said_to_be_another_and_not_in_the_leaders_words():
    sessions = [a_session("s1", status="delivered")]
    assert the_row(facts_of(a_source(sessions=sessions, setting="Bo’s barn")))["Setting"] == "Another setting"


def test_sessions_are_counted_by_what_became_of_them_and_drafts_not_at_all():
    sessions = [
        a_session("s1", status="delivered", register=came(p1="present", p2="late", p3="absent")),
        a_session("s2", register={"mode": "headcount", "headcount": 4}),
        a_session("s3", status="cancelled", register=came(p1="present")),
        a_session("s4", status="planned"),
        a_session("s5", status="draft"),
        a_session("s6", "2025-01-01", status="delivered"),
    ]
    row = the_row(facts_of(a_source(people=[{"id": f"p{n}"} for n in (1, 2, 3)], sessions=sessions)))
    figures = ("Sessions planned", "Sessions delivered", "Sessions cancelled", "Hours delivered", "Attendances")
    assert [row[name] for name in figures] == [4, 2, 1, 2.0, 6]


def test_what_is_not_recorded_is_blank_and_never_nought():
    row = the_row(facts_of(a_source(sessions=[a_session("s1", status="delivered", minutes=None)])))
    blank = [name for name, value in row.items() if value is None]
    assert {"Hours delivered", "Attendances", "Kind of provision", "Genres", "Instruments", "Cost"} <= set(blank)


def test_changes_count_as_used_where_it_is_noted_how_they_went():
    verdicts = ("worked", "partly", "not", "not used", None)
    changes = [{"id": f"d{n}", "what": "x", "verdict": verdict} for n, verdict in enumerate(verdicts)]
    sessions = [a_session("s1", status="delivered", adaptations=changes), a_session("s2", adaptations=changes)]
    assert the_row(facts_of(a_source(sessions=sessions)), detailed=True)["Changes used"] == 3


def test_nobody_is_told_of_changes_in_what_is_exact_or_where_they_are_not_asked_for():
    facts = facts_of(a_source(sessions=[a_session("s1", status="delivered")]))
    without = TEMPLATE.revised(tables=[Asked.made(table="activities", title="Any", columns={"delivery": "Kind"})])
    said = [activities(facts, TEMPLATE), activities(facts, without), activities(facts, TEMPLATE, detailed=True)]
    assert [any("Changes used" in note for note in draft.notes) for draft in said] == [True, False, False]


def test_a_programme_without_a_session_in_the_period_has_no_row():
    outside = a_source("u2", sessions=[a_session("s1", "2025-01-01", status="delivered")], provision=AN_ENSEMBLE)
    for table in (activities, ensembles):
        assert counted(table(facts_of(outside), TEMPLATE)) == []


def test_what_was_typed_beside_a_list_is_not_said():
    people = [{"id": "p1", "alias": "Zarquonia"}]
    provision = {"ensemble": "Zarquonia and band", "instruments": ["Zarquonia’s drum", "voice"]}
    session = a_session("s1", status="delivered")
    row = the_row(facts_of(a_source(people=people, sessions=[session], title="With Zarquonia", provision=provision)))
    assert (row["Programme"], row["Ensemble type"], row["Instruments"]) == (
        "Programme 1",
        "Another kind of ensemble",
        "voice; another instrument",
    )


def an_ensemble(schools: list[str]) -> Facts:
    """An ensemble of so many people, each from the school named."""
    people = [{"id": f"p{n}", "school": school} for n, school in enumerate(schools)]
    held = [{"id": id, "name": f"School {id}"} for id in dict.fromkeys(schools)]
    played = came(**{person["id"]: "present" for person in people})
    sessions = [
        a_session("s1", register=played),
        a_session("s2", register=played, audience=40),
        a_session("s3", "2026-10-01", audience=90),
    ]
    return facts_of(a_source(people=people, sessions=sessions, schools=held, provision=AN_ENSEMBLE))


def test_an_ensemble_says_who_plays_and_before_how_many():
    row = the_row(an_ensemble(["a"] * 6 + ["b"] * 6), ensembles)
    figures = ("Unique people", "Schools", "Sessions delivered", "Performances", "Audience, estimated")
    assert [row[name] for name in figures] == [12, 2, 2, 1, 40]


@pytest.mark.parametrize(
    ("schools", "said"),
    [(["a"] * 11 + ["b"] * 11, "[c]"), (["a"] * 21 + ["b"], "[c]"), (list("abcdef") * 4, 5), ([*"aaaabbbbccccdef"], 5)],
)
def test_the_count_of_schools_does_not_tell_whether_somebody_comes_alone_from_theirs(schools: list[str], said: Value):
    draft = ensembles(an_ensemble(schools), TEMPLATE)
    [row] = draft.decided(shareable([draft]).say).rows
    assert row[[column.name for column in draft.columns].index("Schools")] == said


def test_a_choir_by_its_type_alone_is_an_ensemble_too():
    session = a_session("s1", status="delivered")
    named = a_source(sessions=[session], provision={"delivery": "large group", "ensemble": "Choir"})
    assert len(counted(ensembles(facts_of(named), TEMPLATE))) == 1
    assert counted(ensembles(facts_of(Source(a_series(sessions=[session]))), TEMPLATE)) == []


def test_estimates_are_called_so_below_both_tables():
    heads = {"mode": "headcount", "headcount": 30, "estimated": True}
    sessions = [a_session(f"s{n}", status="delivered", register=heads, audience=100) for n in range(5)]
    facts = facts_of(a_source(sessions=sessions, provision={"delivery": "ensemble"}))
    for table in (activities(facts, TEMPLATE), ensembles(facts, TEMPLATE)):
        assert "Estimated: the headcount of 5 sessions." in table.decided(lambda people: people.count).notes
    assert any(note.startswith("Estimated: how many listened") for note in ensembles(facts, TEMPLATE).notes)
    assert not activities(facts_of(a_source()), TEMPLATE).notes


def test_who_listened_to_any_programme_is_in_its_row_and_blank_where_nothing_is_noted():
    sessions = [a_session("s1", status="delivered", audience=40), a_session("s2", status="planned", audience=90)]
    assert the_row(facts_of(a_source(sessions=sessions)))["Audience, estimated"] == 40
    assert the_row(facts_of(a_source(sessions=[a_session("s1")])))["Audience, estimated"] is None


def test_an_audience_of_nobody_is_no_performance():
    session = a_session("s1", status="delivered", audience=0)
    row = the_row(facts_of(a_source(sessions=[session], provision=AN_ENSEMBLE)), ensembles)
    assert (row["Performances"], row["Audience, estimated"]) == (0, 0)


@pytest.mark.parametrize(("id", "table"), [("activities", activities), ("ensembles", ensembles)])
def test_nobody_is_told_of_an_estimate_in_a_column_that_is_not_asked_for(id: str, table: Any):
    session = a_session("s1", status="delivered", audience=100)
    facts = facts_of(a_source(sessions=[session], provision={"delivery": "ensemble"}))
    for columns, is_told in (({}, True), ({"audience": "Listeners"}, True), ({"programme": "Group"}, False)):
        template = TEMPLATE.revised(tables=[Asked.made(table=id, title="Any", columns=columns)])
        assert any("how many listened" in note for note in table(facts, template).notes) is is_told


def test_nobody_is_told_of_an_estimated_audience_where_there_was_none():
    session = a_session("s1", status="delivered")
    facts = facts_of(a_source(sessions=[session], provision={"delivery": "ensemble"}))
    assert not any("listened" in note for note in ensembles(facts, TEMPLATE).notes)


def one_to_one(lessons: int) -> Facts:
    """One person who came alone to so many lessons."""
    held = [a_session(f"s{n}", register=came(p1="present")) for n in range(lessons)]
    return facts_of(a_source(people=[{"id": "p1"}], sessions=held, provision={"delivery": "individual"}))


@pytest.mark.parametrize(("lessons", "said"), [(3, Withheld.CONFIDENTIAL), (12, 12)])
def test_sessions_for_one_person_are_withheld_where_attendances_are(lessons: int, said: Value):
    draft = activities(one_to_one(lessons), TEMPLATE)
    [row] = draft.decided(shareable([draft]).say).rows
    found = dict(zip((column.name for column in draft.columns), row, strict=True))
    assert [found[name] for name in ("Sessions planned", "Sessions delivered", "Hours delivered")] == [said] * 3
    assert the_row(one_to_one(lessons))["Sessions delivered"] == lessons


def test_why_sessions_may_be_withheld_is_said_by_what_is_asked_for_and_never_by_who_came():
    delivered, attendances = (
        TEMPLATE.revised(tables=[Asked.made(table="activities", title="Any", columns={column: "Any"})])
        for column in ("delivered", "attendances")
    )
    for facts in (one_to_one(3), one_to_one(12), an_ensemble(["a"])):
        said = [activities(facts, template).notes for template in (TEMPLATE, delivered, attendances)]
        assert [any("session for one person" in note for note in notes) for notes in said] == [True, True, False]
        assert not any("[c]" in note for note in activities(facts, TEMPLATE, detailed=True).notes)
