"""What the picker offers for a cell, in which order, and what it says of each."""

from __future__ import annotations

from typing import Any

from tests.plans import a_plan

from amie_planner.domain.access_grid import GridCell, rows
from amie_planner.domain.library import Shelf
from amie_planner.domain.means import Means
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.tried import Tried
from amie_planner.ui.models.picks import BY_DESIGN, MORE, OWN, Choices, Pick

PEOPLE: list[dict[str, Any]] = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "repertoire"}]}]
DAY = [{"id": "a1", "title": "Hello", "kind": "sing"}, {"id": "a2", "title": "Rocket", "kind": "play"}]


def entry(id: str, reach: str = "everyone", *barriers: str, **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(
        id=id, title=f"Change {id}", reach=reach, barriers=barriers or ("repertoire",), **fields
    )


def planned(**session: Any) -> Plan:
    return a_plan(parts={"people": PEOPLE}, activities=DAY, **session)


def choices(
    *entries: LibraryAdaptation,
    plan: Plan | None = None,
    tried: dict[str, Tried] | None = None,
    means: Means | None = None,
) -> Choices:
    plan = plan or planned()
    return Choices(plan, first_cell(plan), Shelf(entries), tried or {}, means or Means())


def first_cell(plan: Plan) -> GridCell:
    return rows(plan)[0].cells[0]


def ids(picks: tuple[Pick, ...]) -> list[str]:
    return [pick.id for pick in picks]


def test_changes_for_everyone_come_first_then_choices_then_those_for_the_person() -> None:
    picks = choices(entry("1", "one"), entry("2", "some"), entry("3", "everyone")).picks()
    assert [(p.heading, p.text) for p in picks] == [
        ("For everyone", "Change 3"),
        ("A choice for some", "Change 2"),
        ("For Sky", "Change 1"),
        ("Or", "The activity meets it as it is"),
    ]


def test_in_a_group_what_worked_for_this_leader_comes_first_and_is_said() -> None:
    tried = {"2": Tried(worked=4, partly=1, did_not=1), "3": Tried(did_not=1)}
    picks = choices(entry("3"), entry("1"), entry("2"), tried=tried).picks()
    assert ids(picks)[:3] == ["shelf/2", "shelf/1", "shelf/3"]
    assert picks[0].below.startswith("in your own records: tried 6 times: worked 4, partly 1, did not work 1")
    assert picks[1].below.startswith("not tried yet")


def test_what_is_mainly_for_this_barrier_comes_before_what_also_helps() -> None:
    picks = choices(entry("1", "everyone", "feeling-safe", "repertoire"), entry("2")).picks()
    assert ids(picks)[:2] == ["shelf/2", "shelf/1"]


def test_only_what_is_for_this_barrier_and_this_kind_of_activity_is_offered() -> None:
    other, playing, singing = (
        entry("1", "everyone", "feeling-safe"),
        entry("2", kinds=["play"]),
        entry("3", kinds=["sing"]),
    )
    assert ids(choices(other, playing, singing).picks()) == ["shelf/3", BY_DESIGN]


def test_what_needs_other_kit_or_more_adults_waits_behind_one_line() -> None:
    means = Means(frozenset({"drum"}), adults=1)
    held = choices(entry("1", kit=["hoop"]), entry("2", adults=1), entry("3", kit=["drum"]), means=means)
    assert ids(held.picks()) == ["shelf/3", MORE, BY_DESIGN]
    assert held.picks()[1].text == "Show 2 more changes that need other kit or more adults"
    alerts = {p.id: p.alert for p in held.picks(more=True)}
    assert alerts["shelf/1"] == "not in your kit: hoop"
    assert alerts["shelf/2"] == "needs 1 more adult"


def test_lead_time_is_said_against_the_days_left() -> None:
    late, soon = choices(entry("1", lead_days=14), entry("2", lead_days=1), means=Means(days=3)).picks()[:2]
    assert (late.alert, soon.alert) == ("takes 14 days to prepare, 3 days left", "")
    assert "takes 1 day to prepare, 3 days left" in soon.below


def test_words_are_searched_on_the_whole_shelf_and_may_become_a_change_of_ones_own() -> None:
    picks = choices(entry("1", "everyone", "feeling-safe"), entry("2")).picks("change 1")
    assert ids(picks) == ["shelf/1", OWN]
    assert picks[1].source == "change 1"
    assert ids(choices(entry("1")).picks("nothing like it")) == [OWN]


def test_what_is_in_the_plan_already_is_offered_first_and_what_answers_now_before_all() -> None:
    held = [
        {"id": "d1", "activities": ["a2"], "requirements": ["r1"], "what": "Songs they bring"},
        {"id": "d2", "activities": ["a1"], "requirements": ["r1"], "what": "Ask first"},
        {"id": "d3", "activities": ["a2"], "barriers": ["feeling-safe"], "what": "Soft start"},
    ]
    picks = choices(entry("1"), plan=planned(adaptations=held)).picks()
    assert [(p.heading, p.text, p.held) for p in picks[:2]] == [
        ("Answers it now", "Ask first", True),
        ("Already in this session", "Songs they bring", False),
    ]
    assert "Soft start" not in [p.text for p in picks]


def test_a_line_is_spoken_with_its_group_and_all_that_it_needs() -> None:
    (first, *_) = choices(entry("1", kit=["drum", "lamp"], setup_minutes=2, to_review=True)).picks()
    assert first.spoken == "For everyone. Change 1. not tried yet · drum and lamp · 2 min set-up · your own · to review"
