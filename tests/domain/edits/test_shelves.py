"""What came with the program is altered, taken off and put on again, and the file stays as it is."""

from __future__ import annotations

from amie_planner.domain import activities
from amie_planner.domain.changes import Change
from amie_planner.domain.edits.shelves import LONGEST_TITLE, alter, as_title, is_altered, put_back, put_on, take_off
from amie_planner.domain.records import LibraryActivity

CAME = activities.starter()[0]
OWN = LibraryActivity.made(id="own-1", title="Drum talk")


def test_altering_what_came_makes_a_record_and_altering_that_changes_it():
    (first,) = alter((), CAME, title="Mine")
    assert (first.before, first.after) == (None, CAME.revised(title="Mine"))
    mine = CAME.revised(title="Mine")
    assert alter((mine,), mine, title="Ours") == (Change(mine, CAME.revised(title="Ours")),)
    assert alter((mine,), mine, title="Mine") == ()


def test_ones_own_goes_and_what_came_is_hidden():
    assert take_off((OWN,), OWN, None) == (Change(OWN, None),)
    assert take_off((), CAME, CAME) == (Change(None, CAME.revised(hidden=True)),)


def test_what_is_put_on_again_is_as_the_leader_had_altered_it():
    hidden, altered = CAME.revised(hidden=True), CAME.revised(title="Mine", hidden=True)
    assert put_on((hidden,), CAME.id, CAME) == (Change(hidden, None),)
    assert put_on((altered,), CAME.id, CAME) == (Change(altered, CAME.revised(title="Mine")),)
    assert put_on((CAME.revised(title="Mine"),), CAME.id, CAME) == ()


def test_only_what_came_can_be_put_back_as_it_came():
    mine = CAME.revised(title="Mine")
    assert put_back((OWN, mine), CAME.id, CAME) == (Change(mine, None),)
    assert put_back((OWN, mine), OWN.id, None) == ()


def test_an_entry_is_altered_when_it_says_something_else_and_not_when_it_only_lies_elsewhere():
    assert is_altered(CAME.revised(title="Mine"), CAME)
    assert not is_altered(CAME.revised(position=9, hidden=True), CAME)
    assert not is_altered(OWN, None)


def test_a_title_is_the_first_line_of_a_text_or_other_words():
    assert as_title(" Drum talk\nand more", "Otherwise") == "Drum talk"
    assert as_title(" \n", "Otherwise") == as_title(None, "Otherwise") == "Otherwise"
    assert len(as_title("drum " * 40, "")) <= LONGEST_TITLE
