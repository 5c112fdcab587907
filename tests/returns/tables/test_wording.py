"""Words in a return: labels for lists, the leader's own as written, and none in which somebody's name stands."""

from __future__ import annotations

import pytest
from tests.returns.planners import a_source, facts_of

from amie_planner.domain.vocabulary import Verdict
from amie_planner.returns.tables.wording import own_words, said, several, used

FACTS = facts_of(a_source(people=[{"id": "p1", "alias": "Zarquonia"}]))


def test_a_word_of_a_closed_list_is_said_by_its_label():
    assert said("barrier", "cost-and-kit") == "Cost and kit"


@pytest.mark.parametrize("blank", [None, ""])
def test_blank_is_blank(blank: str | None):
    assert said("barrier", blank) is None
    assert own_words(FACTS, blank, "setting") is None


def test_a_word_of_an_open_list_is_said_by_its_label_else_as_it_is_written():
    assert (own_words(FACTS, "choir", "setting"), own_words(FACTS, "a barn", "setting")) == ("Choir", "a barn")


def test_a_label_is_no_name_though_somebody_is_called_so():
    facts = facts_of(a_source(people=[{"id": "p1", "alias": "Jazz"}]))
    assert (own_words(facts, "jazz", "ensemble"), own_words(facts, "jazz club", "ensemble")) == ("Jazz", None)


def test_words_that_hold_a_name_are_left_blank():
    assert own_words(FACTS, "Zarquonia’s barn", "setting") is None


@pytest.mark.parametrize(("verdict", "is_used"), [(v, v is not Verdict.NOT_USED) for v in Verdict] + [(None, False)])
def test_a_change_was_used_if_it_is_noted_how_it_went(verdict: Verdict | None, is_used: bool):
    assert used(verdict) is is_used


def test_several_words_are_kept_apart_though_they_hold_commas_and_blanks_are_left_out():
    assert several(["Nursery, play, lullaby", None, "", "Pop"]) == "Nursery, play, lullaby; Pop"
    assert several([None]) is None
