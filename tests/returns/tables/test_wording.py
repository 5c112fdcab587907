"""Words in a return: labels for lists, known instruments and roles, and nothing else that a leader typed."""

from __future__ import annotations

import pytest
from tests.returns.planners import a_source, facts_of

from amie_planner.domain.vocabulary import Verdict
from amie_planner.returns.tables.wording import (
    INSTEAD,
    instruments,
    is_known,
    of_open_list,
    role,
    said,
    school_name,
    school_year,
    several,
    used,
)

FACTS = facts_of(a_source(people=[{"id": "p1", "alias": "Zarquonia"}]))


def test_a_word_of_a_closed_list_is_said_by_its_label():
    assert said("barrier", "cost-and-kit") == "Cost and kit"


@pytest.mark.parametrize("blank", [None, ""])
def test_blank_is_blank(blank: str | None):
    assert said("barrier", blank) is None
    assert (of_open_list("setting", blank), school_year(blank), school_name(FACTS, blank)) == (None, None, None)
    assert role(blank) == "Role not noted"


TYPED = "for a girl with epilepsy, tel 01234 567890"


@pytest.mark.parametrize(
    ("list_name", "key", "label", "another"),
    [
        ("setting", "choir", "Choir", "Another setting"),
        ("ensemble", "jazz", "Jazz", "Another kind of ensemble"),
        ("phase", "primary", "Primary", "Another kind of school"),
        ("when", "holidays", "School holidays", "Another time"),
    ],
)
def test_a_word_of_an_open_list_is_said_by_its_label_and_anything_else_as_another(
    list_name: str, key: str, label: str, another: str
):
    assert (of_open_list(list_name, key), of_open_list(list_name, TYPED)) == (label, another)
    assert of_open_list(list_name, f" {label.upper()}") == label


def test_instruments_are_said_where_they_are_known_and_once_that_there_is_another():
    assert instruments(["Drums", TYPED, "steel  pans", "Zarquonia’s drum", " "]) == (
        "Drums; steel  pans; another instrument"
    )
    assert (instruments([TYPED]), instruments([])) == ("another instrument", None)


def test_roles_are_said_where_they_are_known():
    assert [role(words) for words in ("Support  worker", "volunteers", TYPED)] == [
        "Support worker",
        "volunteers",
        "Another role",
    ]


@pytest.mark.parametrize("year", ["Year 4", "Y4/5", "Year 2 and 3", "Reception", "KS2"])
def test_a_school_year_is_said_as_it_was_typed(year: str):
    assert school_year(year) == year


@pytest.mark.parametrize("typed", [TYPED, "Year 4 with Ada", "4 children with epilepsy"])
def test_what_is_no_school_year_is_another(typed: str):
    assert school_year(typed) == "Another school year"


def test_the_name_of_a_school_stays_unless_it_holds_the_name_of_somebody():
    assert (school_name(FACTS, "Hill School"), school_name(FACTS, "Zarquonia’s school")) == ("Hill School", None)


@pytest.mark.parametrize(("verdict", "is_used"), [(v, v is not Verdict.NOT_USED) for v in Verdict] + [(None, False)])
def test_a_change_was_used_if_it_is_noted_how_it_went(verdict: Verdict | None, is_used: bool):
    assert used(verdict) is is_used


def test_several_words_are_kept_apart_though_they_hold_commas_and_blanks_are_left_out():
    assert several(["Nursery, play, lullaby", None, "", "Pop"]) == "Nursery, play, lullaby; Pop"
    assert several([None]) is None


@pytest.mark.parametrize(
    ("what", "known", "other"),
    [
        ("ensemble", "JAZZ", "Zarq band"),
        ("genre", "Pop", "Zarq wave"),
        ("instruments", "Drums", "Zarq drum"),
        ("phase", "primary", "Zarq academy"),
        ("role", "music  leader", "Zarq master"),
        ("school_year", "Y4", "Zarq class"),
        ("setting", "choir", "Zarq barn"),
        ("when", "in school time", "Zarq times"),
    ],
)
def test_a_word_is_known_by_what_it_was_typed_for_and_something_stands_for_any_other(what: str, known: str, other: str):
    assert is_known(what, known)
    assert not is_known(what, other)
    assert other not in INSTEAD[what]
