"""Words beside our lists: each is told with its programme and what the return says in its place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, facts_of

from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.facts import Facts
from amie_planner.returns.making import made
from amie_planner.returns.template_file import bundled
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.returns.unknown_words import unknown_words
from amie_planner.returns.workbook import csv_files

GENERAL = next(each for each in bundled() if each.id == "general")
MUSIC = [{"id": "a1", "title": "Play", "music": [{"genres": ["pop", "Zarq wave"]}]}]
TYPED = ("Zarq barn", "Zarq band", "Zarq times", "Zarq drum", "Zarq wave", "Zarq class", "Zarq academy", "Zarq master")


def a_choir(**provision: Any) -> Facts:
    """A programme in which nothing that was typed is of our lists, and some is."""
    held = {"delivery": "whole class", "ensemble": "Zarq band", "when": "Zarq  times", "school_year": "Zarq class"}
    sessions = [a_session(f"s{n}", status="delivered", activities=MUSIC) for n in range(2)]
    return facts_of(
        a_source(
            title="Choir",
            sessions=sessions,
            setting="Zarq barn",
            provision={**held, "instruments": ["voice", "Zarq drum"], **provision},
            schools=[{"id": "x", "name": "Hill", "phase": "Zarq academy"}, {"id": "y", "phase": "Primary"}],
            team=[{"id": "t1", "role": "Zarq master"}, {"id": "t2", "role": "Music leader"}],
        )
    )


def said(facts: Facts, template: ReturnTemplate = GENERAL) -> dict[str, str]:
    return {each.what: each.words for each in unknown_words(facts, template)}


def test_each_is_told_once_with_what_stands_in_its_place() -> None:
    assert said(a_choir()) == {
        "setting": "“Choir”: the return says “Another setting” in place of “Zarq barn”.",
        "ensemble": "“Choir”: the return says “Another kind of ensemble” in place of “Zarq band”.",
        "when": "“Choir”: the return says “Another time” in place of “Zarq times”.",
        "school_year": "“Choir”: the return says “Another school year” in place of “Zarq class”.",
        "instruments": "“Choir”: the return says “another instrument” in place of “Zarq drum”.",
        "phase": "“Choir”: the return says “Another kind of school” in place of “Zarq academy”.",
        "role": "“Choir”: the return says “Another role” in place of “Zarq master”.",
        "genre": "“Choir”: the return says “another kind of music” in place of “Zarq wave”.",
    }
    assert {each.session for each in unknown_words(a_choir(), GENERAL) if each.what == "genre"} == {"s0"}


def test_what_the_return_does_not_count_says_nothing_otherwise() -> None:
    young = [{"id": "t1", "role": "Zarq master", "young_leader": True}]
    planned = a_session("s1", status="planned", activities=MUSIC)
    assert said(facts_of(a_source(sessions=[planned], team=young))) == {}


def test_what_the_return_does_not_ask_is_not_told() -> None:
    assert said(a_choir(), TEMPLATE) == {}
    lessons = next(each for each in bundled() if each.id == "lessons-grid")
    assert set(said(a_choir(), lessons)) == {"school_year", "instruments", "phase"}
    assert set(said(a_choir(delivery="small group"), lessons)) == {"phase"}


def test_words_of_lists_and_a_programme_outside_the_period_have_nothing_to_tell() -> None:
    known = {"delivery": "ensemble", "ensemble": "jazz", "instruments": ["drums"]}
    session = a_session("s1", status="delivered", activities=[{**MUSIC[0], "music": [{"genres": ["Pop"]}]}])
    assert said(facts_of(a_source(sessions=[session], setting="choir", provision=known))) == {}
    assert said(facts_of(a_source(sessions=[a_session("s1", "2020-01-01")], setting="Zarq barn"))) == {}


@pytest.mark.parametrize("profile", Profile)
def test_nothing_that_is_made_has_such_a_word(profile: Profile) -> None:
    whole = made(a_choir(), GENERAL, profile, "The hub", "The year’s return")
    text = b"".join(csv_files(whole).values()).decode("utf-8-sig")
    assert "Another setting" in text
    assert not [word for word in TYPED if word in text]
