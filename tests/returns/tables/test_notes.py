"""The notes of a return: each thing there is to know of it, and no line for what there is not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.returns.planners import FIRST, LAST, TEMPLATE, a_session, a_source, came, facts_of

from amie_planner import __version__
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.table import WITHHELD, Value, Withheld
from amie_planner.returns.tables import notes


def said(profile: Profile, recipient: str = "", reason: str = "", made_on: date | None = None) -> dict[Value, Value]:
    rows = notes.this_return(TEMPLATE, profile, FIRST, LAST, recipient, reason, made_on)
    return {what: value for _, what, value in rows}


def test_it_says_which_return_it_is_for_which_days_and_what_made_it() -> None:
    found = said(Profile.SHAREABLE)
    assert (found["Return"], found["Template"], found["Version"]) == (TEMPLATE.label, TEMPLATE.id, TEMPLATE.version)
    assert (found["First day"], found["Last day"]) == (FIRST, LAST)
    assert found["Where its questions are from"] == TEMPLATE.source
    assert found["Made with"] == f"AMIE Planner {__version__}"


def test_an_exact_one_begins_with_not_being_for_publication_and_says_for_whom_and_why() -> None:
    found = said(Profile.EXACT, "The hub", "The year’s return")
    assert next(iter(found.items())) == ("Restricted", "Contains small numbers: not for publication.")
    assert (found["Recipient"], found["Reason"]) == ("The hub", "The year’s return")


def test_a_shareable_one_has_no_line_for_what_nobody_said() -> None:
    assert not said(Profile.SHAREABLE).keys() & {"Restricted", "Recipient", "Reason", "Made"}


def test_one_that_is_made_before_its_last_day_says_that_the_period_is_not_over() -> None:
    early = "21 December 2026, before the period is over: what is delivered later is not in it."
    assert said(Profile.SHAREABLE, made_on=date(2026, 12, 21))["Made"] == early
    assert said(Profile.SHAREABLE, made_on=LAST)["Made"] == "31 August 2027"


@pytest.mark.parametrize("symbol", Withheld)
def test_every_symbol_is_explained(symbol: Withheld) -> None:
    assert ("Symbols", symbol.value, WITHHELD[symbol]) in notes.symbols()


def test_whoever_reads_the_notes_alone_knows_why_a_figure_is_not_here_and_that_it_may_be_0() -> None:
    said = {what: str(means) for _, what, means in notes.symbols()}
    assert "to protect people" in said["[c]"] and "may also be 0" in said["[c]"]
    assert "too few people" in said["[x]"]
    assert "nothing is kept back" in said["[z]"]
    assert "not the same as 0" in said["blank"]


def test_how_many_have_no_code_is_counted_beside_those_who_have() -> None:
    people = [{"id": "a", "code": "X1"}, {"id": "b"}, {"id": "c"}]
    register = came(a="present", b="present", c="late")
    facts = facts_of(a_source(people=people, sessions=[a_session("s1", register=register)]))
    assert notes.unmatched(facts).count == 2
    (each,) = notes.matching(facts).sums
    counts = {unseen.key: unseen.count for unseen in each.unseen} | {notes.unmatched(facts).key: 2}
    assert counts[each.total] == sum(counts[part] for part in each.parts) == 3


def test_of_how_many_could_not_be_matched_it_says_what_may_be_said() -> None:
    assert next(iter(notes.about_matching(Withheld.CONFIDENTIAL)))[2] == "[c]"
    assert not list(notes.about_matching(None))


def test_it_says_which_of_two_programmes_counts_where_they_differ_on_one_person() -> None:
    [rule] = [said for _, what, said in notes.about_matching(0) if what == "Where two programmes differ"]
    assert "the one that they came to last counts" in str(rule)
