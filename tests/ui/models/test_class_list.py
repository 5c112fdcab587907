"""What a class list would bring: choices of columns, answers for rows, and who comes of both."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.domain.edits.class_lists import Listed, aliases
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import read, told_apart
from amie_planner.ui.models.class_list import PassedOver, Proposal, proposed

GROUP = {"people": [{"id": "p1", "alias": "Sky", "school_year": "Y5"}]}


def proposal_of(text: str, series: Series | None = None) -> Proposal:
    return proposed(read(text.encode()), series or a_series(**GROUP))


def fields(proposal: Proposal) -> dict[str, str | None]:
    return {c.header: None if c.left_out else c.field for c in proposal.reading.found.columns}


def why(proposal: Proposal, header: str) -> str:
    return next(c.why for c in proposal.reading.found.columns if c.header == header)


def called(proposal: Proposal) -> dict[int, str]:
    return {listed.row: proposal.alias(listed.row) for listed in proposal.coming}


def test_whoever_may_be_here_already_comes_first_and_is_not_added_until_ticked():
    proposal = proposal_of("Forename,Year\nRiver,5\nSky,5\n")
    assert [entry.row for entry in proposal.reading.entries] == [3, 2]
    assert [listed.first for listed in proposal.coming] == ["River"]
    ticked = proposal.turn(3)
    assert [listed.first for listed in ticked.coming] == ["River", "Sky"]
    assert called(ticked) == {2: "River", 3: "Sky 2"}
    assert ticked.turn(3).coming == proposal.coming


def test_whoever_is_not_to_come_is_left_out_and_their_name_is_free():
    proposal = proposal_of("Forename,Surname\nAisha,Smith\nAisha,Ahmed\n")
    assert called(proposal) == {2: "Aisha S", 3: "Aisha A"}
    assert proposal.why_apart(2) == proposal.why_apart(3) != ""
    alone = proposal.turn(2)
    assert called(alone) == {3: "Aisha"}
    assert alone.why_apart(3) == ""


NAMES = ("Fern", "Fern O", "fern", "Ash", "Ash Fern", "Sky", "Moss")


def test_after_any_turns_the_aliases_are_those_of_all_who_come_together():
    rows = "".join(f"{NAMES[n % 7]},{'OWH'[n % 3]}{'aeiou'[n % 5]},{n % 9}\n" for n in range(120))
    proposal = proposal_of(f"Forename,Surname,Year\n{rows}")
    for turned in (2, 9, 3, 40, 2, 77, 60, 14, 16):
        proposal = proposal.turn(turned)
        coming = proposal.coming
        assert tuple(called(proposal).values()) == aliases(coming, ("Sky",))
        apart = {problem.row: problem.text for problem in told_apart(coming, aliases(coming, ("Sky",)))}
        assert {listed.row: proposal.why_apart(listed.row) for listed in coming} == {
            listed.row: apart.get(listed.row, "") for listed in coming
        }
        assert proposal.count == len(coming)


def test_a_turn_works_out_the_aliases_of_one_family_and_keeps_the_others_as_they_are():
    rows = "".join(f"N{n % 500},Lee{n},4\n" for n in range(5_000))
    proposal = proposal_of(f"Forename,Surname,Year\n{rows}")
    before, after = called(proposal), called(proposal.turn(7))
    mine = list(range(7, 5_002, 500))
    assert list(proposal.renamed(7)) == mine
    assert [row for row, alias in before.items() if alias is not after.get(row)] == mine


def test_who_comes_is_counted_as_they_are_whatever_was_answered_of_a_row_that_names_nobody_now():
    proposal = proposal_of("Forename,Nick\nRiver,\nMoss,M\n").turn(2)
    assert (proposal.count, len(proposal.coming)) == (1, 1)
    nobody = proposal.choose(1, "forename")
    assert (nobody.count, len(nobody.coming)) == (1, 1)


def test_every_row_but_the_headings_has_its_place_and_two_of_one_name_come_before_others():
    proposal = proposal_of("Oak School,\n,\nForename,Surname\nAnn,Lee\nTom,Jones\n,\nTom,Jones\nTotal,3\n")
    assert [entry.row for entry in proposal.reading.entries] == [5, 7, 1, 4, 6, 8]
    assert [entry.why for entry in proposal.reading.entries if isinstance(entry, PassedOver)] == [
        "above the headings",
        "blank",
        "a total",
    ]
    assert isinstance(proposal.reading.entries[0], Listed)


def test_problems_are_of_the_file_a_column_or_the_whole_and_rows_say_their_own():
    list_ = "Oak School\nForename,Year,DOB\nAnn,5,31/12/2015\n,\nTom,5,30/02/2016\nTotal,2\n"
    assert [(p.row, p.column) for p in proposal_of(list_).reading.problems] == [(5, "DOB")]
    nobody = proposal_of("Surname,Year\nLee,5\n")
    assert [(p.row, p.column) for p in nobody.reading.problems] == [(1, None)]


def test_what_is_doubtful_in_a_file_is_told_though_its_row_is_passed_over():
    proposal = proposed(read(b"Forename,Surname\nTotal,\xc3\xa9\n\xe9,b\nAnn,Lee\n"), a_series())
    assert proposal.reading.table.encoding == "cp1252"
    [problem] = proposal.reading.problems
    assert problem.row in {entry.row for entry in proposal.reading.entries}


def test_a_chosen_field_is_taken_from_the_column_that_had_it_and_goes_back_to_it():
    proposal = proposal_of("Forename,Nick,Year\nAnn,Annie,5\n")
    assert fields(proposal) == {"Forename": "forename", "Nick": None, "Year": "school-year"}
    chosen = proposal.choose(1, "forename")
    assert fields(chosen) == {"Forename": None, "Nick": "forename", "Year": "school-year"}
    assert [listed.first for listed in chosen.coming] == ["Annie"]
    assert fields(chosen.choose(1, "group")) == {"Forename": "forename", "Nick": "group", "Year": "school-year"}


def test_going_through_the_choices_of_one_column_takes_nothing_from_another_for_good():
    proposal = proposal_of("Forename,Nick,Set\nAnn,Annie,Red\n").choose(1, "preferred-name")
    passing = proposal.choose(2, "preferred-name")
    assert fields(passing) == {"Forename": "forename", "Nick": None, "Set": "preferred-name"}
    assert fields(passing.choose(2, "group")) == {"Forename": "forename", "Nick": "preferred-name", "Set": "group"}


def test_a_column_that_is_left_out_again_says_why_as_it_did_before():
    proposal = proposal_of("Forename,UPN\nAnn,A1\n")
    before = why(proposal, "UPN")
    back = proposal.choose(1, "group").choose(1, None)
    assert why(back, "UPN") == before
    assert back == proposal
    assert why(proposal.choose(0, None), "Forename") == "chosen to be left out"


def test_a_column_is_left_out_though_its_heading_would_be_next_in_line():
    proposal = proposal_of("Forename,Legal Forename\nAnn,Anna\n")
    assert fields(proposal) == {"Forename": "forename", "Legal Forename": None}
    without = proposal.choose(0, None)
    assert fields(without) == {"Forename": None, "Legal Forename": "forename"}
    assert fields(without.choose(1, None)) == {"Forename": None, "Legal Forename": None}


def test_a_column_without_a_heading_of_its_own_cannot_be_chosen():
    reading = proposal_of("Forename,,Nick,nick,Year\nAnn,x,a,b,5\n").reading
    assert [reading.may_choose(column) for column in reading.found.columns] == [True, False, False, False, True]
    assert fields(proposal_of("Forename,,Nick\nAnn,x,a\n").choose(2, "group"))["Nick"] == "group"


def test_answers_stay_with_their_rows_when_a_column_changes():
    proposal = proposal_of("Forename,Nick,Year\nAnn,Annie,5\nTom,Tommy,5\n").turn(2)
    assert [listed.first for listed in proposal.choose(1, "preferred-name").coming] == ["Tommy"]


def test_a_choice_that_cannot_be_is_refused_and_a_list_without_headings_too():
    proposal = proposal_of(f"Forename,Note\nAnn,{'a' * 20_001}\n")
    with pytest.raises(AmieError, match="Row 2"):
        proposal.choose(1, "group")
    with pytest.raises(AmieError, match="No row of this list"):
        proposal_of("Ann,Lee\n")
