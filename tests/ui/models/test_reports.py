"""A return as it is asked for and seen: days, hubs' files, and tables as rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.planners import a_session, a_source, came

from amie_planner.domain.records import Organisation, OwnReturn
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.template_file import bundled
from amie_planner.ui.models.reports import (
    Ready,
    ReportRow,
    Wanted,
    add_own,
    missing_rows,
    offered,
    periods,
    ready,
    rows_of,
    table_rows,
    target_rows,
    this_year,
    warning_rows,
)

NOW = datetime(2027, 1, 4, 9, 30)
HUB = """
id = "our-hub"
version = "1"
label = "Our hub’s return"
about = "What our hub asks."
source = "Our hub"
[[tables]]
table = "totals"
title = "In short"
"""


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


def table(found: Ready, name: str) -> tuple[ReportRow, ...]:
    return rows_of(found, [sheet.name for sheet in found.sheets].index(name))


def test_hubs_files_stand_after_the_returns_that_come_with_the_program() -> None:
    own = [OwnReturn.made(id="return1", text=HUB), OwnReturn.made(id="return2", text="from another version")]
    assert [each.key for each in offered(own)] == [*(each.id for each in bundled()), "own/return1"]
    assert offered(own)[-1].label == "Our hub’s return (your hub’s file)"


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


def test_its_files_are_called_by_the_return_and_its_days() -> None:
    assert wanted(recipient="Zarquon").file_name == "general-return-2026-09-01-to-2027-08-31"
    exact = wanted(profile=Profile.EXACT, recipient="Zarquon").file_name
    assert exact == "general-return-2026-09-01-to-2027-08-31-exact-restricted"


def test_why_it_cannot_be_made_is_handed_back() -> None:
    assert isinstance(ready(wanted(profile=Profile.EXACT), NOW), AmieError)


def test_every_sheet_that_will_leave_is_a_row_with_how_much_is_withheld() -> None:
    found = worked_out()
    assert [row.text for row in table_rows(found)] == [sheet.name for sheet in found.sheets]
    small = {row.text: row.below for row in table_rows(worked_out(7))}
    assert small["Totals"].endswith("figures withheld")
    assert "withheld" not in small["Definitions"]


def test_a_table_says_why_it_withholds_then_its_rows_then_what_they_mean() -> None:
    rows = table(worked_out(7), "Totals")
    assert (rows[0].id, rows[-1].id) == ("why", "means")
    assert rows[0].below.startswith("Totals: ")
    [unique] = [row for row in rows if row.text == "Unique people"]
    assert unique.below.startswith("Figure: fewer than 10 · What it means: ")
    assert "Figure: Blank where" in rows[-1].below


def test_a_day_is_said_as_leaders_say_it_and_what_is_blank_is_left_out() -> None:
    below = {row.text: row.below for row in table(worked_out(), "Notes")}
    assert below["This return, First day"] == "What it says: Tuesday 1 September 2026"
    assert not any(": None" in row.below or row.below.endswith(": ") for row in table(worked_out(), "Totals"))


def test_each_return_that_this_one_is_too_close_to_is_a_row_with_its_counts_table_by_table_behind() -> None:
    before = worked_out(22)
    now = worked_out(20, earlier=(before.release(NOW, ()),))
    first, second, *_ = warning_rows(now)
    assert "since “General hub return” of 1 September 2026" in first.below
    assert (second.text, second.below.split("\n")[0]) == (
        "The whole period in single figures",
        "Unique people, Figure",
    )
    assert len(now.warnings) == 1


def test_what_its_recipient_has_exactly_is_said_and_not_warned_of() -> None:
    for_hub = {"profile": Profile.EXACT, "recipient": "The hub", "reason": "The year"}
    before = worked_out(22, **for_hub)
    now = worked_out(20, earlier=(before.release(NOW, ()),), **for_hub)
    assert (now.warnings, [row.id for row in warning_rows(now)]) == ((), ["held/0"])


def test_what_is_missing_and_what_was_agreed_are_rows() -> None:
    found = worked_out()
    assert [row.text for row in missing_rows(found)] == [each.words for each in found.missing]
    source = a_source(targets={"sessions": 3}, sessions=[a_session("s1", register=came())])
    assert [row.text for row in target_rows(worked_out(sources=(source,)))] == ["Sound makers"]


def test_the_name_of_an_organisation_that_may_be_somebodys_stays_out_of_what_is_shared() -> None:
    organisation = Organisation.made(id="organisation", name="Pim Ray Music")
    assert worked_out(organisation=organisation).organisation == ""
    exact = worked_out(organisation=organisation, profile=Profile.EXACT, recipient="The hub", reason="The year")
    assert exact.organisation == "Pim Ray Music"
