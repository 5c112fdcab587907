"""Without names, every name that somebody typed stops a paper, and no word of ours does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.checks.example import a_finding
from tests.documents import planted
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer, Line, LineKind
from amie_planner.documents import DOCUMENTS, FULL_PLAN, RUN_SHEET, Names, NamesFound
from amie_planner.documents.marking import REASON_LEFT_OUT, marked, marks_in
from amie_planner.domain.records import HeardWording

NAMELESS = [document for document in DOCUMENTS if Names.NONE in document.names]


def _plan(alias: str, text: str = "We play the drum.", **parts: Any) -> Any:
    activity = {"id": "a1", "title": "Hello", "minutes": 5, "kind": "sing", "instructions": text}
    voice = [{"id": "v1", "text": text, "date": "2026-05-09", "outcome": "adopted", "touches": [{"session": "now"}]}]
    people = [{"id": "p1", "alias": alias}]
    return a_plan(
        parts={"people": people, "voice": voice, **parts},
        activities=[activity, {"id": "a2", "title": "Surprise", "kind": "play"}],
        date="2026-05-10",
        start="10:00",
        minutes=12,
    )


def _hits(plan: Any, document: Any = FULL_PLAN, findings: Any = None, **options: Any) -> list[str]:
    try:
        document.sheet(plan, checks.run(plan) if findings is None else findings, Names.NONE, **options)
    except NamesFound as stopped:
        return [hit.word for hit in stopped.hits]
    return []


@pytest.mark.parametrize("document", NAMELESS, ids=lambda document: document.id)
@pytest.mark.parametrize(
    "alias",
    ["Person 10", "Young person 12", "The drummer", "A", "S", "May", "Will", "Question", "Shown", "10", "May 10"],
)
def test_our_own_words_times_and_dates_stop_nothing(document, alias):
    assert _hits(_plan(alias, "Play."), document) == []


@pytest.mark.parametrize("alias", ["Sky", "Sky Blue", "May", "Will", "Zoë", "李明"])
def test_a_name_that_somebody_typed_stops_the_paper_wherever_it_stands(alias):
    first = alias.split()[0]
    assert _hits(_plan(alias, f"Then {first} plays.")) == [first]
    assert _hits(_plan(alias, f"Then {alias}, and {first.upper()}.")) == [alias, first.upper()]


LEFT_OUT = ("Reply.because",)
"""A reply's reason that names somebody is left out, and stops nothing."""
PLANTED = [
    field for field in planted.fields() if field not in (*planted.NAMES, *LEFT_OUT) and "HeardWording" not in field
]


def _planted(field: str, alias: str) -> Any:
    return planted.plan(
        lambda name: f"With {alias} here" if name == field else alias if name == "Person.alias" else None
    )


@pytest.mark.parametrize("field", PLANTED)
def test_in_whatever_field_a_name_was_typed_it_stops_each_paper_that_would_print_it(field):
    plan = _planted(field, "Quill")
    found = checks.run(plan)
    for document in NAMELESS:
        printed = document.sheet(plan, found, Names.NONE, not_names=frozenset({"Quill"}))
        shows = any("Quill" in text for _, text in printed.texts())
        assert bool(_hits(plan, document, found)) is shows, document.id


@pytest.mark.parametrize("field", LEFT_OUT)
def test_a_reason_that_names_somebody_is_left_out_in_words(field):
    plan = _planted(field, "Quill")
    for document in NAMELESS:
        said = [text for _, text in document.sheet(plan, checks.run(plan), Names.NONE).texts()]
        assert not any("Quill" in text for text in said)
        allowed = document.sheet(plan, checks.run(plan), Names.NONE, not_names=frozenset({"Quill"}))
        shows = any("Quill" in text for _, text in allowed.texts())
        assert any(REASON_LEFT_OUT in text for text in said) is shows, document.id


def test_a_name_is_found_as_it_would_print():
    assert _hits(_plan("Sky", "Then S\u200bky plays.")) == ["Sky"]
    assert _hits(_plan("S\u200bky", "Then Sky plays.")) == ["Sky"]


TEAM = [{"id": "t1", "name": "Priya Shah", "role": "music leader"}, {"id": "t2", "name": "Class support"}]


@pytest.mark.parametrize("document", [FULL_PLAN, RUN_SHEET], ids=lambda document: document.id)
def test_the_team_is_looked_for_too(document):
    plan = _plan("Sky", "Hello with Priya. Class support helps.", team=TEAM)
    assert set(_hits(plan, document)) == {"Priya"}


def test_whom_to_turn_to_on_the_day_stays_but_is_no_young_person():
    today = {"safeguarding_lead": "Priya Shah 07700 900123"}
    plan = _plan("Sky", team=TEAM, programme={"uid": "u1", "title": "T", "on_the_day": today})
    assert _hits(plan, RUN_SHEET) == []
    asks = {"safeguarding_lead": "Ask Sky"}
    assert _hits(_plan("Sky", programme={"uid": "u1", "title": "T", "on_the_day": asks}), RUN_SHEET) == ["Sky"]


def test_a_word_that_is_not_the_person_stops_nothing_and_is_printed_as_typed():
    plan = _plan("Sky", "Under the sky.")
    sheet = FULL_PLAN.sheet(plan, (), Names.NONE, not_names=frozenset({"Sky"}))
    assert any("Under the sky." in text for _, text in sheet.texts())


def test_a_hit_says_under_which_heading_it_stands_without_a_mark():
    plan = a_plan(parts={"people": [{"id": "p1", "alias": "River"}]}, activities=[{"id": "a1", "title": "River song"}])
    with pytest.raises(NamesFound) as stopped:
        FULL_PLAN.sheet(plan, (), Names.NONE)
    (hit,) = stopped.value.hits
    assert (hit.word, hit.place[-14:]) == ("River", "1 · River song")
    assert "§" not in hit.place


def test_under_a_rule_with_names_nothing_is_marked():
    plan = _plan("Sky", "§¶§‹Sky›§¶§ plays.")
    assert any("§¶§‹Sky›§¶§ plays." in text for _, text in RUN_SHEET.sheet(plan, (), Names.ALIAS).texts())


def test_what_a_long_text_was_cut_at_is_still_marked():
    plan, _ = marked(_plan("Sky Blue", "Sky Blue"), (), frozenset())
    whole = plan.activities[0].instructions
    assert [hit.word for hit in marks_in([("", whole), ("", whole[:-6]), ("", whole[:8] + "… more")])] == [
        "Sky Blue",
        "Sky",
        "Sky",
    ]


# What HEARD says


def _finding(**said: Any) -> Any:
    return replace(a_finding("H01", Answer.STRENGTH, "A text."), **said)


def test_the_words_of_a_finding_stop_a_paper_only_where_somebody_typed_them():
    will = _plan("Will")
    assert _hits(will, findings=(_finding(text="What will change?"),)) == []
    typed = _plan("Will", "Ask Will.")
    said = marked(typed, (_finding(text="Ask Will."),), frozenset())[1]
    assert [hit.word for hit in marks_in([("", said[0].text)])] == ["Will"]


def test_a_name_typed_with_an_s_is_marked_where_a_finding_says_it():
    typed = _plan("Rose", "With the Roses.")
    said = marked(typed, (_finding(text="With the Roses."),), frozenset())[1]
    assert [hit.word for hit in marks_in([("", said[0].text)])] == ["Roses"]


def test_a_label_that_is_somebody_is_marked_and_a_date_is_not():
    lines = (
        Line(LineKind.PERSON, "p1", "May"),
        Line(LineKind.SESSION, "now", "A session, Sunday 10 May 2026"),
        Line(LineKind.CELL, "r1/a1", "May: feeling safe, in Hello"),
    )
    for plan in (_plan("May"), _plan("May", "May plays.")):
        (finding,) = marked(plan, (_finding(lines=lines),), frozenset())[1]
        found = [[hit.word for hit in marks_in([("", line.label)])] for line in finding.lines]
        assert found == [["May"], [], ["May"]]


def test_a_question_in_a_hubs_words_is_read_and_one_of_ours_is_not():
    heard = checks.worded(
        [HeardWording.made(id="A01", asks="Ask Young and Sky?"), HeardWording.made(id="H", says="Sky")]
    )
    plan = _plan("Sky")
    assert set(_hits(plan, findings=checks.run(plan, heard.plan_checks))) == {"Sky"}
    voice = _plan("Voice")
    assert _hits(voice, findings=checks.run(voice)) == []
