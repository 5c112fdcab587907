"""What findings over a period say: counted, in minutes and in words, and in which session it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.diverse_series_examples import INSIDE, OVER, UNDER, played, week
from tests.checks.equitable_examples import met, person
from tests.checks.example import SONG, a_term, labels, over

from amie_planner import checks
from amie_planner.checks.figures import Figures


def test_what_still_waits_over_a_term_is_said_once_a_requirement_two_before_ten() -> None:
    needs = [{"id": id, "barrier": barrier} for id, barrier in (("r10", "attitudes"), ("r9", "feeling-safe"))]
    people = {"people": [person("p2", "some"), {"id": "p1", "requirements": needs}]}
    first = {"activities": [SONG]} | met("r20", "r9")
    second = {"activities": [SONG]} | met("r20", "r10")
    third = {"activities": [SONG]} | met("r20")
    finding = over("E14", first, second, third, **people)
    assert finding.text.endswith("Not met yet: feeling safe; attitudes.")
    waiting = over("E11", first, second, third, **people)
    assert (waiting.text, [line.id for line in waiting.lines]) == (
        "One access requirement was not met somewhere in each of the last two sessions: feeling safe.",
        ["r9"],
    )
    both = over("E11", first, third, third, **people)
    assert (both.text, [line.id for line in both.lines]) == (
        "Two access requirements were not met somewhere in each of the last two sessions: feeling safe; attitudes.",
        ["r9", "r10"],
    )


def test_lines_of_a_series_say_in_which_session_they_stand() -> None:
    people = {"people": [person("p1", "big"), person("p2", "some")]}
    light = {"activities": [SONG]} | met("r20")
    finding = over("E14", light, light, light, **people)
    assert finding.text.endswith("Not met yet: attitudes.")
    assert labels(finding)[0] == "P1: attitudes, in Song, Week 1, Tuesday 1 September 2026"


def test_the_three_areas_are_given_in_minutes_and_in_things_noted() -> None:
    intentions = [{"id": "i1", "area": "musical"}, {"id": "i2", "area": "social"}]
    both = {"id": "a1", "minutes": 7, "serves": ["i1", "i2"]}
    one = {"id": "a2", "minutes": 4, "serves": ["i2"]}
    first = {"status": "delivered", "intentions": intentions, "activities": [both, one]}
    seen = [{"id": f"o{n}", "session": "s1", "area": "musical"} for n in range(2)]
    said = "Musical: 7 minutes, 2 noted; Personal: 0 minutes, nothing noted; Social: 11 minutes, nothing noted."
    assert over("H11", first, {}, {}, observations=seen).text.endswith(f". {said}")


def test_what_is_written_every_week_is_quoted_where_it_stood_last() -> None:
    aim = {"intentions": [{"id": "i1", "text": "Build confidence"}]}
    change = {"adaptations": [{"id": "d1", "what": "TA to help"}]}
    finding = over(
        "H12", aim | change, aim | change, {"intentions": [{"id": "i1", "text": "build confidence!"}]} | change
    )
    assert finding.text == (
        "In most sessions the same is written, or nearly: “build confidence!”; “TA to help”. "
        "Is it still meant each time?"
    )
    assert labels(finding)[1] == "TA to help, Week 3, Tuesday 15 September 2026"


def test_what_there_is_to_learn_is_counted() -> None:
    stuck, untold = ({"id": "d1", "what": "Lamp", "verdict": verdict} for verdict in ("not", None))
    weeks = [{"status": "delivered", "adaptations": [each]} for each in (stuck, stuck, untold)]
    assert over("E12", *weeks).text == (
        "There is more to learn from one adaptation without a word on how it went "
        "and one adaptation that did not work twice running."
    )
    assert over("E12", *weeks[:2], {}).text == (
        "There is more to learn from one adaptation that did not work twice running."
    )


@pytest.mark.parametrize(
    ("with_one", "without", "said"),
    [(4, 5, "with"), (5, 4, "without"), (4, 4, "with and without")],
)
def test_which_group_is_too_small_is_said(with_one: int, without: int, said: str) -> None:
    people = [person(f"p{n}", "some") for n in range(with_one)] + [{"id": f"p{n}"} for n in range(10, 10 + without)]
    marks = {"register": {"people": {p["id"]: "present" for p in people}}}
    text = f"Fewer than five people {said} an access requirement are in the registers."
    assert over("E13", marks, {}, {}, people=people).text == text


def test_ideas_are_always_counted() -> None:
    voice = [
        {"id": "v1", "session": "s1", "outcome": "adopted", "told_on": "2026-09-20"},
        {"id": "v2", "session": "s1", "outcome": "adapted", "told_on": "2026-09-20"},
        {"id": "v3", "session": "s1", "outcome": "not possible"},
        {"id": "v4", "session": "s1", "outcome": "undecided"},
        {"id": "v5", "session": "s3"},
        {"id": "v6", "session": "s4", "outcome": "adopted"},
    ]
    counts = "Ideas so far: 6 raised; 2 adopted, 1 adapted, 1 not possible, 2 undecided; 2 told."
    finding = over("A11", {}, {}, {}, {}, voice=voice)
    assert finding.text == f"Two ideas from more than two sessions ago have not come back to young people yet. {counts}"
    young = over("A11", {}, {}, {}, voice=voice[4:5])
    assert young.text.endswith("Ideas so far: 1 raised; 0 adopted, 0 adapted, 0 not possible, 1 undecided; 0 told.")
    told = over("A11", {}, {}, {}, {}, voice=voice[:1])
    assert told.text.endswith("Ideas so far: 1 raised; 1 adopted, 0 adapted, 0 not possible, 0 undecided; 1 told.")


def test_who_may_be_missing_is_said_with_how_many_would_be_expected_and_never_who_are_too_many() -> None:
    figures = Figures((UNDER, OVER, INSIDE), 20, 0.1, "pupils in England, 2026")
    assert over("R11", {}, {}, {}, figures=figures).text == (
        "Compared with pupils in England, 2026, some young people may be missing: Group A (about 6 would be expected). "
        "Who has not been reached?"
    )


def test_two_groups_that_may_be_missing_are_said_one_after_the_other() -> None:
    others = replace(UNDER, name="Group C", expected=4.4)
    assert "missing: Group A (about 6 would be expected); Group C (about 4 would be expected). Who" in (
        over("R11", {}, {}, {}, figures=Figures((UNDER, INSIDE, others), 20, 0.1)).text
    )


def test_what_could_be_chance_is_said_with_the_figures_and_no_small_number() -> None:
    figures = Figures(tuple(replace(INSIDE, name=f"Of {n}", counted=n) for n in (0, 4, 5)), 20, 0.1)
    assert over("R11", {}, {}, {}, figures=figures).text == (
        "Compared with local young people, any difference could be chance. "
        "Of 0: 0, about 6 expected; Of 4: fewer than 5, about 6 expected; Of 5: 5, about 6 expected. Who is not here?"
    )


def test_a_group_that_is_reached_is_not_called_chance() -> None:
    figures = Figures((OVER, INSIDE), 20, 0.1)
    text = over("R11", {}, {}, {}, figures=figures).text
    assert text.startswith("Compared with local young people, nobody is clearly missing. ")
    assert "chance" not in text


def test_who_led_is_a_list_of_the_team_by_name_or_role() -> None:
    team = [{"id": "t1", "name": "Ann"}, {"id": "t2", "role": "Tutor"}, {"id": "t3", "name": "Bo"}]
    led = {"activities": [{"id": "a1", "leads": ["t2", "t1"]}]}
    finding = over("R12", led, {}, {}, team=team)
    assert (finding.text, labels(finding)) == ("These people led. Who else could lead something?", ["Ann", "Tutor"])


def test_the_time_is_given_by_kind_with_what_is_not_known() -> None:
    first = week(
        played(30, ["pop"]), played(20, ["grime"], ["Zeuhl"]), played(5, []), played(1, ["pop", "grime", "opera"])
    )
    finding = over("D11", first, {}, {})
    assert finding.text == (
        "The time went to several kinds of music. Pop: 30 minutes; Hip-hop and rap: 10 minutes; Zeuhl: 10 minutes; "
        "Western classical: under a minute. Not known: 5 minutes. As varied as 2.3 with equal time."
    )
    assert over("D11", week(played(5, [])), {}, {}).text == (
        "No music with a genre and a length is written down. Not known: 5 minutes."
    )
    unsaid = over("D12", week(played(1, [])), {}, {})
    assert unsaid.text == "No music says how it is made and how long for. Not known: 1 minute."


def test_minutes_are_given_to_the_nearest() -> None:
    halves = week(played(5, ["pop"], ["grime"]), played(9, ["opera"], ["jazz"], ["samba"], []))
    text = over("D11", halves, {}, {}).text
    assert "Hip-hop and rap: 3 minutes; Pop: 3 minutes" in text
    assert "Not known: 2 minutes" in text


def test_ideas_of_later_than_the_period_are_not_counted() -> None:
    voice = [{"id": "v1", "session": "s1"}, {"id": "v2", "session": "s5"}, {"id": "v3"}]
    series = a_term({}, {}, {}, {}, {}, voice=voice)
    last = series.in_order()[3].session.date
    finding = next(f for f in checks.run_series(series, None, last) if f.check == "A11")
    assert "Ideas so far: 2 raised;" in finding.text
