"""The full plan: what a hub may read. It holds no name, no alias, no row for a person and nobody's own words."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from tests.checks.example import a_finding
from tests.documents.papers import HARD, hostile, space_sounds, thursday_writers
from tests.documents.reading import decoration, structure
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer, Finding, Line, LineKind
from amie_planner.documents import FULL_PLAN, Names
from amie_planner.documents.cleaning import clean
from amie_planner.documents.marking import REASON_LEFT_OUT
from amie_planner.domain.plan import Plan


def _said(plan: Plan, findings: tuple[Finding, ...] | None = None, **options) -> str:
    return structure(FULL_PLAN.render(plan, checks.run(plan) if findings is None else findings, **options)).text()


def _squeezed(text: str) -> str:
    return "".join(clean(text).split())


PRIVATE = {
    "people": [
        {
            "id": "p1",
            "alias": "Zephyr",
            "name": "Quentin Oduya",
            "school_year": "privateyear",
            "likes": ["privatelike"],
            "music_loved": ["privatemusic"],
            "ways_to_communicate": ["privateway"],
            "requirements": [
                {"id": "r1", "barrier": "feeling-safe", "words": "privatewords", "change": "privatechange"},
                {"id": "r2", "barrier": "attitudes", "words": "privatemore", "where": ["sing"]},
            ],
        },
        {"id": "p2", "alias": "Yarrow", "requirements": [{"id": "r3", "barrier": "attitudes", "where": ["sing"]}]},
    ],
    "team": [
        {"id": "t1", "name": "Privateadult", "role": "music leader"},
        {"id": "t2", "name": "Privateother", "role": "music leader"},
        {"id": "t3", "name": "Privatethird"},
        {"id": "t4", "name": "Privateyoung", "young_leader": True},
    ],
    "voice": [
        {
            "id": "v1",
            "from": ["p1"],
            "text": "privatevoice",
            "touches": [{"session": "now"}],
            "outcome": "adopted",
            "because": "privatebecause",
        }
    ],
    "observations": [{"id": "o1", "person": "p1", "text": "privateobservation"}],
    "replies": [
        {"check": "E01", "session": "now", "reply": "parked", "until": "2026-09-15"},
        {"check": "A02", "session": "now", "reply": "not this time", "because": "the hall is small"},
    ],
}


def _private() -> Plan:
    return a_plan(
        notes="privatenotes",
        not_expected=["p2"],
        reflection={"went_well": "privatereflection"},
        register={"mode": "people", "people": {"p1": "present"}},
        activities=[
            {"id": "a1", "title": "Hello", "kind": "play", "leads": ["t1", "t2", "t3", "t4"]},
            {"id": "a2", "title": "Song", "kind": "sing"},
        ],
        adaptations=[
            {"id": "d1", "activities": ["a1"], "requirements": ["r1"], "reach": "one", "what": "A way out", "who": "t2"}
        ],
        parts=PRIVATE | {"programme": {"uid": "u1", "title": "T", "on_the_day": {"contact": "privatecontact"}}},
    )


def test_nothing_private_reaches_a_shareable_plan():
    pdf = FULL_PLAN.of_plan(_private())
    with pikepdf.open(BytesIO(pdf)) as opened:
        kept = [str(opened.docinfo), opened.open_metadata().get("dc:title"), *map(str, opened.objects)]
    said = f"{structure(pdf).text()} {structure(pdf).all('Figure')} {kept}".casefold()
    assert "private" not in said
    assert not [name for name in ("zephyr", "yarrow", "quentin", "oduya") if name in said]


def test_the_team_goes_by_role_and_two_of_one_role_are_told_apart():
    said = _said(_private())
    assert "Team: music leader (1), music leader (2), Team member and Young leader." in said
    assert "Music leader (1), music leader (2), Team member and Young leader lead." in said


def test_a_reply_is_printed_with_its_reason():
    said = _said(_private())
    assert "Reply: Parked until Tuesday 15 September 2026. " in f"{said} "
    assert "Reply: Not this time, because: the hall is small." in said


def test_a_reason_that_names_somebody_is_left_out_and_is_printed_where_it_is_only_a_word():
    replies = [{"check": "A02", "session": "now", "reply": "parked", "because": "Zephyr likes it"}]
    plan = replace(_private(), replies=a_plan(parts={"replies": replies}).replies)
    assert f"Reply: Parked, because: {REASON_LEFT_OUT}." in _said(plan)
    assert "because: Zephyr likes it." in _said(plan, not_names=frozenset({"zephyr"}))


def test_a_reply_without_a_kind_still_stands():
    plan = a_plan(activities=[{"id": "a1"}], parts={"replies": [{"check": "R01", "session": "now"}]})
    assert "Reply: Answered." in _said(plan)


def test_what_young_people_said_is_not_quoted():
    assert "Whose voice shaped this plan? A strength: Young people shaped this plan. Is there" in _said(space_sounds())


def test_what_is_in_the_way_is_one_line_however_many_people_it_is_in_the_way_of():
    everybody = replace(_private(), session=_private().session.revised(not_expected=()))
    assert _said(everybody).count("Attitudes, in activity 2") == 1


def test_lines_are_named_by_number():
    said = _said(space_sounds("s2"))
    assert "Communication and language, in activities 1, 2, 3, 5 and 6" in said
    assert "Where: activities 1, 2, 3 and 5." in said
    assert "10:11 12 min 3 · Rocket song: solos" in said


def test_findings_point_at_every_kind_of_line_but_people_and_voice():
    plan = space_sounds()
    lines = (
        Line(LineKind.INTENTION, "i2", "Take a turn"),
        Line(LineKind.ACTIVITY, "a2", "Hello song"),
        Line(LineKind.ADAPTATION, "d1", "One switch (who)"),
        Line(LineKind.REQUIREMENT, "r1", "Sky: instrument design"),
        Line(LineKind.CELL, "r3/a5", "Moss: sound, in Moon walk"),
        Line(LineKind.PERSON, "p1", "Sky"),
        Line(LineKind.VOICE, "v1", "Smiled"),
    )
    said = _said(plan, (a_finding("E01", Answer.WORTH_A_LOOK, "Look here.", lines),))
    assert said.endswith(
        "Worth a look: Look here. • Intention 2: Take a turn • Activity 2: Hello song • Adaptation 1: One switch (who) "
        "• Instrument design • Sound, light and the senses, in activity 5"
    )


def test_an_id_with_a_slash_in_it_is_no_obstacle():
    people = [{"id": "p/1", "requirements": [{"id": "r/1", "barrier": "feeling-safe"}]}]
    plan = a_plan(activities=[{"id": "a"}, {"id": "a/2"}], parts={"people": people})
    assert "• Feeling safe, in activities 1 and 2" in _said(plan)


def test_a_strength_about_requirements_names_what_was_in_the_way():
    lines = (Line(LineKind.REQUIREMENT, "r1", "Sky: instrument design"),)
    assert _said(space_sounds(), (a_finding("E01", Answer.STRENGTH, "All met.", lines),)).endswith(
        "A strength: All met. • Instrument design"
    )


def test_only_principles_with_findings_are_there_and_without_any_the_part_is_left_out():
    plan = thursday_writers()
    heads = [node.words for node in structure(FULL_PLAN.of_plan(plan)).all("H2", "H3")]
    assert heads[-5:] == ["Holistic", "Equitable", "Authentic", "Representative", "Diverse"]
    assert "HEARD" not in _said(plan, ())


@pytest.mark.parametrize("plan", [space_sounds(), thursday_writers(), a_plan()], ids=["class", "drop-in", "empty"])
def test_nothing_scores_or_reads_as_an_endorsement(plan):
    said = _said(plan)
    assert "not a test. Nobody has assessed or endorsed this plan" in said
    assert not [word for word in ("compliant", "approved", "score", "grade", "%", "certified") if word in said.lower()]


def test_the_programme_and_its_aims_open_the_plan():
    said = _said(space_sounds())
    assert said.startswith("Lift-off Space sounds, Comet class · Session 1 Tuesday 8 September 2026 · 10:00 to 10:45")
    for fact in (
        "Organisation: Sample Music Trust.",
        "Setting: Special school class.",
        "Place: Music room, sample special school.",
        "Programme runs: Tuesday 8 September 2026 to Tuesday 15 December 2026.",
        "Team: music leader and support in the room.",
        "Aims: Explore sound together through a space theme.",
    ):
        assert fact in said


def test_intentions_say_how_each_would_be_noticed_or_that_nobody_wrote_it_down():
    assert "2 · Social: Take a turn and leave room for another. We would notice: Looks towards" in _said(space_sounds())
    assert "We would notice: not written down." in _said(thursday_writers())
    assert "Intentions No intention is written down." in _said(a_plan())
    assert "1 · Intention: sing." in _said(a_plan(intentions=[{"id": "i1", "text": "sing"}]))


def test_adaptations_stand_under_what_is_in_the_way():
    said = _said(space_sounds())
    assert (
        "Instrument design 1 · One person: One switch plays the engine sound; the solo is theirs. Support in the room "
        "sees to it. Set-up takes 4 minutes, before the start. Kit: switch and arm, tablet. If it fails: Large drum "
        "held at the chin, leader brings it to them. Where: activities 3 and 5." in said
    )
    assert "By design: Pictures, no hurry, nobody has to speak. Where: activity 6." in said


def test_an_adaptation_of_no_barrier_is_for_everyone_or_stands_last():
    made = [
        {"id": "d1", "activities": "all", "reach": "everyone", "what": "wait"},
        {"id": "d2", "what": "sit", "barriers": ["attitudes", "feeling-safe"]},
        {"id": "d3", "what": "go"},
    ]
    met = [{"how": "by itself"}]
    said = _said(a_plan(activities=[{"id": "a1"}], adaptations=made, by_design=met))
    assert "Feeling safe 2: sit. For everyone 1 · Everyone: wait. Where: all activities. Also 3: go. By design" in said


def test_by_the_rule_code_an_adaptation_says_for_whom_by_code():
    said = _said(space_sounds(), names=Names.CODE, codes={"p1": "K7M4P", "p2": "R3W9X", "p3": "C4D7F"})
    assert "1 · K7M4P: One switch" in said
    assert decoration(FULL_PLAN.of_plan(space_sounds()))[0].startswith("Names shown: none")


def test_music_stands_with_its_credit_in_a_table():
    sheet = structure(FULL_PLAN.of_plan(space_sounds()))
    rows = [[cell.words for cell in row.children] for row in sheet.all("TR")]
    assert rows[0] == ["Music", "Genre", "How it is made", "Chosen by", "Credit"]
    assert rows[3] == [
        "Rocket song (activity 3)",
        "Our own style; Electronic",
        "Improvise; Sensory exploration",
        "Together",
        "made with Comet class",
    ]
    assert structure(FULL_PLAN.of_plan(thursday_writers())).all("TR")[1].children[4].words == "–"


def test_a_plan_without_activities_says_so():
    assert "Running order No activity is written down." in _said(a_plan())


def test_hostile_words_stand_as_typed():
    said = _squeezed(_said(hostile()))
    assert [words[:20] for words in HARD if _squeezed(words) not in said] == []


def test_what_is_met_by_design_for_a_barrier_stands_under_it():
    met = [{"barrier": "feeling-safe", "activity": "a1", "how": "an open door"}]
    said = structure(FULL_PLAN.render(a_plan(activities=[{"id": "a1"}], by_design=met), ())).text()
    assert "Feeling safe By design: an open door." in said
