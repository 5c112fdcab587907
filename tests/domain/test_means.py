"""What a session has to work with, and which changes ask for more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.means import Means
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import LibraryAdaptation

TODAY = date(2026, 9, 1)


def planned(kit: list[str] | None = None, team: int = 0, **session: Any) -> Plan:
    programme = {"uid": "u1", "title": "T", "kit": kit or []}
    members = [{"id": f"t{n}"} for n in range(team)] + [{"id": "young", "young_leader": True}]
    return a_plan(parts={"programme": programme, "team": members}, **session)


def an_entry(**fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id="x", title="x", **fields)


def test_without_a_word_of_our_kit_nothing_is_held_to_be_missing() -> None:
    assert Means.of(planned(), TODAY).missing(an_entry(kit=["switch"])) == ()


def test_kit_of_the_programme_and_of_the_session_is_here_whatever_its_case() -> None:
    means = Means.of(planned(["Ear defenders, 3 pairs"], activities=[{"id": "a1", "kit": ["drums"]}]), TODAY)
    assert means.missing(an_entry(kit=["ear defenders", "Drum", "switch"])) == ("switch",)
    assert not means.reaches(an_entry(kit=["switch"]))


@pytest.mark.parametrize(
    ("own", "asked"),
    [("stand", "microphone stand"), ("drum", "drum machine"), ("mat", "tomato shakers"), ("pen", "pencil")],
)
def test_a_thing_is_not_here_because_its_name_is_part_of_anothers(own: str, asked: str) -> None:
    assert Means.of(planned([own]), TODAY).missing(an_entry(kit=[asked])) == (asked,)


def test_what_a_change_of_the_session_asks_for_is_not_here_by_being_asked_for() -> None:
    plan = planned(["piano"], adaptations=[{"id": "d1", "what": "x", "kit": ["ear defenders"]}])
    assert Means.of(plan, TODAY).missing(an_entry(kit=["ear defenders"])) == ("ear defenders",)


@pytest.mark.parametrize(
    ("team", "in_the_room", "needs", "short"),
    [(2, None, 1, 0), (2, None, 2, 1), (1, None, 1, 1), (3, 2, 2, 1), (0, None, 2, 0), (1, 0, 1, 1)],
)
def test_adults_are_those_said_to_be_in_the_room_else_the_team_without_young_leaders(
    team: int, in_the_room: int | None, needs: int, short: int
) -> None:
    means = Means.of(planned(team=team, adults=in_the_room), TODAY)
    assert means.adults_short(an_entry(adults=needs)) == short
    assert means.reaches(an_entry(adults=needs)) is (short == 0)


@pytest.mark.parametrize(
    ("day", "lead", "late"),
    [
        ("2026-09-08", 7, False),
        ("2026-09-08", 8, True),
        ("2026-09-01", 1, True),
        ("2026-08-31", 14, False),
        (None, 99, False),
    ],
)
def test_an_entry_is_late_when_it_takes_longer_than_the_days_left(day: str | None, lead: int, late: bool) -> None:
    assert Means.of(planned(date=day), TODAY).is_late(an_entry(lead_days=lead)) is late
