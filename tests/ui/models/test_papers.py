"""Papers as they are asked for: sets of them, their rules for names, and what is said about them."""

from __future__ import annotations

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan
from tests.ui.papers import text_of

from amie_planner import preferences
from amie_planner.documents import CLEAR, DOCUMENTS, EASY_READ, FULL_PLAN, RUN_SHEET, STYLES, Hit, Names, fresh_codes
from amie_planner.documents.naming import NAMELESS
from amie_planner.exchange.loading import load
from amie_planner.preferences import PAPERS, PaperChoices
from amie_planner.ui.models.paper_pages import View, pages_of
from amie_planner.ui.models.papers import PRESETS, RULES, Asked, instead_of, made, presets, style_of, usual_rule
from amie_planner.ui.models.said_instead import Settled

PLAN = load(SPACE_SOUNDS).plan("s1")
ROOM, _, HUB, _ = PRESETS


def test_what_can_be_kept_of_choices_about_paper_is_what_is_offered():
    assert tuple(preset.id for preset in PRESETS) == preferences.PAPER_PRESETS
    assert tuple(style.id for style in STYLES) == preferences.PAPER_STYLES
    assert tuple(document.id for document in DOCUMENTS) == PAPERS


def test_the_room_is_given_what_was_ticked_for_it_and_the_other_sets_stay():
    ticked = ("run-sheet", "register")
    made_of = [preset.papers for preset in presets(PaperChoices(room=ticked))]
    assert made_of == [ticked, *(preset.papers for preset in PRESETS[1:])]
    assert presets(PaperChoices()) == PRESETS


def test_only_the_pages_in_sight_are_drawn():
    paper = made(Asked(PLAN, FULL_PLAN, CLEAR, Names.NONE), {}, View(500, 400), (1, 2, 99))
    assert len(paper.pages) > 3
    assert list(paper.drawn) == [1, 2]


def test_a_file_by_code_has_codes_of_its_own_and_any_other_is_what_is_shown():
    by_code = made(Asked(PLAN, RUN_SHEET, CLEAR, Names.CODE), fresh_codes(PLAN.people))
    assert by_code.file("pdf") not in (by_code.pdf, by_code.file("pdf"))
    by_alias = made(Asked(PLAN, RUN_SHEET, CLEAR, Names.ALIAS), {})
    assert by_alias.file("pdf") is by_alias.pdf
    assert by_alias.file("html").startswith(b"<!DOCTYPE html>")


def test_every_rule_for_names_has_words():
    assert list(RULES) == list(Names)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_paper_of_a_set_is_there_in_the_order_of_the_set(preset):
    assert tuple(document.id for document in preset.documents()) == preset.papers


def test_the_copy_for_a_hub_names_nobody():
    assert all(usual_rule(document, HUB) in NAMELESS for document in HUB.documents())
    assert all(usual_rule(document, ROOM) is document.names[0] for document in ROOM.documents())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_a_style_that_a_paper_does_not_allow_is_its_first(document):
    assert style_of(document, "nowhere") is document.styles[0]
    assert [style_of(document, style.id) for style in document.styles] == list(document.styles)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_a_paper_comes_with_its_pages(document):
    paper = made(Asked(PLAN, document, document.styles[0], document.names[0]), fresh_codes(PLAN.people))
    assert paper.pages == pages_of(paper.pdf)
    assert paper.pages


def test_what_stands_in_the_way_comes_instead_of_a_paper():
    plan = a_plan(parts={"people": [{"id": "p1", "alias": "River"}]}, activities=[{"id": "a1", "title": "River song"}])
    paper = made(Asked(plan, FULL_PLAN, CLEAR, Names.NONE), {})
    assert not paper.pdf
    assert {hit.word for hit in paper.hits} == {"River"}
    assert "“River”" in paper.problem


def test_a_rule_that_a_paper_does_not_allow_is_said():
    assert "full" in made(Asked(PLAN, FULL_PLAN, CLEAR, Names.FULL), {}).problem


def test_a_word_that_is_only_a_word_is_printed_and_one_that_is_not_is_replaced():
    plan = a_plan(
        parts={"people": [{"id": "p1", "alias": "River"}, {"id": "p2", "alias": "Sky"}]},
        activities=[{"id": "a1", "title": "River song", "instructions": "Sky begins"}],
    )
    settled = Settled(frozenset({"River"}), frozenset({"Sky"}))
    said = text_of(made(Asked(plan, RUN_SHEET, CLEAR, Names.NONE, settled=settled), {}).pdf)
    assert "River song" in said
    assert "a young person begins" in said
    assert "Sky" not in said


def test_by_code_a_young_person_is_offered_their_code_and_somebody_of_the_team_their_role():
    team = [{"id": "t1", "name": "Priya", "role": "music leader"}]
    plan = a_plan(parts={"people": [{"id": "p1", "alias": "River"}], "team": team})
    asked, hits = Asked(plan, FULL_PLAN, CLEAR, Names.CODE), (Hit("River", "Title"), Hit("Priya", "Title"))
    assert instead_of(hits, asked, {"p1": "C0DE1"}) == {"River": "their code", "Priya": "music leader"}


def test_long_sentences_are_said_in_easy_read_alone():
    plan = a_plan(activities=[{"id": "a1", "title": "Song", "instructions": "la " * 30}])
    by_style = {style: made(Asked(plan, RUN_SHEET, style, Names.ALIAS), {}).remarks for style in (CLEAR, EASY_READ)}
    assert "more than 15 words" in by_style[EASY_READ]
    assert by_style[CLEAR] == ""
