"""A return as it is asked for and worked out: days and hubs' files."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.hub_file import HUB
from tests.returns.planners import a_session, a_source, came

from amie_planner.domain.records import Organisation, OwnReturn
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.template_file import bundled
from amie_planner.ui.models.reports import (
    Ready,
    Wanted,
    add_own,
    offered,
    periods,
    ready,
    this_year,
)

NOW = datetime(2027, 1, 4, 9, 30)


def wanted(many: int = 20, **fields: Any) -> Wanted:
    """A return over one programme to which so many came once."""
    ids = [f"p{n}" for n in range(many)]
    source = a_source(
        people=[{"id": id, "name": "Pim Ray"} for id in ids],
        sessions=[a_session("s1", register=came(**dict.fromkeys(ids, "present")))],
    )
    usual: dict[str, Any] = {
        "template": bundled()[0],
        "profile": Profile.SHAREABLE,
        "recipient": "",
        "reason": "",
        "first": date(2026, 9, 1),
        "last": date(2027, 8, 31),
        "sources": (source,),
        "organisation": None,
        "earlier": (),
    }
    return Wanted(**(usual | fields))


def worked_out(many: int = 20, **fields: Any) -> Ready:
    found = ready(wanted(many, **fields), NOW)
    assert isinstance(found, Ready)
    return found


def test_it_says_the_day_on_which_it_was_worked_out() -> None:
    assert worked_out().made.made_on == NOW.date()


def test_hubs_files_stand_after_the_returns_that_come_with_the_program() -> None:
    own = [OwnReturn.made(id="return1", text=HUB), OwnReturn.made(id="return2", text="from another version")]
    assert [each.key for each in offered(own)] == [*(each.id for each in bundled()), "own/return1"]
    assert offered(own)[-1].label == "Our hub’s return (your hub’s file)"


def test_a_hubs_file_with_an_id_of_ours_is_not_added_and_one_that_is_kept_is_there_to_let_go_of() -> None:
    general = HUB.replace('id = "our-hub"', 'id = "general"')
    held = OwnReturn.made(id="return1", text=general)
    assert [(each.key, each.own) for each in offered([held])][-1] == ("own/return1", "return1")
    for own in ([], [held]):
        with pytest.raises(AmieError, match="is a return that comes along"):
            add_own(own, general)


def test_a_file_with_the_same_id_and_version_takes_the_place_of_the_old_one() -> None:
    key, [new] = add_own([], HUB)
    assert (key, new.record.id) == ("own/return1", "return1")
    held = OwnReturn.made(id="return1", text=HUB)
    key, [change] = add_own([held], HUB.replace("In short", "All"))
    assert (key, change.before) == ("own/return1", held)
    key, [other] = add_own([held], HUB.replace('version = "1"', 'version = "2"'))
    assert (key, other.before, other.record.position) == ("own/return2", None, 1)


def test_a_file_that_does_not_hold_is_refused_by_line() -> None:
    with pytest.raises(AmieError, match="Line 4"):
        add_own([], HUB.replace('label = "Our hub’s return"', "label = 7"))


def test_days_are_school_years_newest_first_and_then_terms() -> None:
    terms = [{"label": "Autumn", "from": "2026-09-01", "to": "2026-12-18"}, {"label": "No days"}]
    programmes = [a_series(programme={"uid": uid, "title": uid, "terms": terms}).programme for uid in ("u1", "u2")]
    found = periods(programmes, {"u1": (date(2024, 10, 1), date(2025, 2, 1)), "u2": None}, date(2026, 8, 31))
    assert [stretch.name for stretch in found] == [
        "School year 2025 to 2026",
        "School year 2024 to 2025",
        "Autumn, 1 September 2026 to 18 December 2026",
    ]
    assert this_year(date(2026, 8, 31)) == found[0].id


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("9999-10-08", "9999-12-31", [2026]),
        ("0001-01-01", "0001-12-31", [2026]),
        ("0202-10-08", "2027-10-08", [2027, 2026, 202]),
        ("2022-03-01", "2024-09-01", [2026, 2024, 2023, 2022, 2021]),
        ("9998-10-08", "9999-10-08", [9998, 2026]),
    ],
)
def test_a_mistyped_year_offers_no_school_years_between(first: str, last: str, years: list[int]) -> None:
    span = (date.fromisoformat(first), date.fromisoformat(last))
    assert [stretch.id for stretch in periods([], {"u1": span}, date(2026, 11, 23))] == [f"year/{n}" for n in years]


def test_its_files_are_called_by_the_return_and_its_days() -> None:
    assert wanted(recipient="Zarquon").file_name == "general-return-2026-09-01-to-2027-08-31"
    exact = wanted(profile=Profile.EXACT, recipient="Zarquon").file_name
    assert exact == "general-return-2026-09-01-to-2027-08-31-exact-restricted"


def test_why_it_cannot_be_made_is_handed_back() -> None:
    assert isinstance(ready(wanted(profile=Profile.EXACT), NOW), AmieError)


def steps(last: int = 0, **fields: Any) -> int:
    """How many steps a return takes where it is ended at one of them, counted from 1; 0 lets it go on."""
    taken = list[int]()

    def go_on() -> None:
        taken.append(1)
        if len(taken) == last:
            raise InterruptedError

    with suppress(InterruptedError):
        ready(wanted(**fields), NOW, go_on)
    return len(taken)


def test_it_can_be_ended_before_each_table_and_before_it_is_held_against_what_left() -> None:
    found = worked_out(21)
    earlier = (found.release(NOW, ()),)
    assert len(bundled()[0].tables) < steps() < steps(earlier=earlier)
    for many in (1, steps(), steps(earlier=earlier)):
        assert steps(many, earlier=earlier) == many


def test_the_organisation_that_all_programmes_name_is_who_hands_it_in() -> None:
    assert worked_out(sources=(a_source(organisation="Calder Sound"),)).organisation == "Calder Sound"
    assert worked_out(sources=(a_source(organisation=None),)).organisation == ""


def test_the_name_of_an_organisation_that_may_be_somebodys_stays_out_of_what_is_shared() -> None:
    organisation = Organisation.made(id="organisation", name="Pim Ray Music")
    assert worked_out(organisation=organisation).organisation == ""
    exact = worked_out(organisation=organisation, profile=Profile.EXACT, recipient="The hub", reason="The year")
    assert exact.organisation == "Pim Ray Music"
