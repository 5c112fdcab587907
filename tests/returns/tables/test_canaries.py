"""Nothing that was typed of anybody leaves in any table but what was agreed to, and titles without a name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.kept_apart import turned_on, with_answers
from tests.returns.planners import CANARIES, TEMPLATE, came, facts_of

from amie_planner.returns.facts import Source
from amie_planner.returns.subjects import TABLES
from amie_planner.returns.table import Draft

NAME, ALIAS, TEXT, ID = CANARIES
HOST = "Magrathea"
"""A name of the team."""
NAMED = f"{ALIAS}, {NAME}, {HOST}"
STORY = {"kind": "case study", "made_up_name": "Sky", "words": "The drum was mine.", "agreed_by": TEXT}


def a_programme(**programme: Any) -> Source:
    """One in which every text but its organisation is a canary, and titles are names; whoever it is of came."""
    person = {
        "id": ID, "alias": ALIAS, "name": f"{NAME} Ray", "name_at_home": NAME, "strengths": TEXT, "likes": [TEXT],
        "what_helps": TEXT, "in_the_way": TEXT, "emergency": TEXT, "code": ID, "school": f"s{ID}", "school_year": TEXT,
        "requirements": [{"id": f"r{ID}", "barrier": "feeling-safe", "words": TEXT, "change": TEXT}],
    }  # fmt: skip
    activity = {
        "id": f"a{ID}", "title": TEXT, "aim": TEXT, "instructions": TEXT, "kit": [TEXT],
        "music": [{"title": TEXT, "genres": [TEXT], "practices": [TEXT], "credit": TEXT}],
    }  # fmt: skip
    session = {
        "id": f"x{ID}", "title": NAMED, "date": "2026-09-08", "notes": TEXT, "minutes": 60, "audience": 30,
        "register": {**came(**{ID: "present"}), "guests": [NAME]}, "activities": [activity],
        "intentions": [{"id": f"i{ID}", "area": "social", "text": TEXT, "notice": TEXT}],
        "adaptations": [
            {"id": f"d{ID}", "requirements": [f"r{ID}"], "what": TEXT, "verdict": "worked", "verdict_note": TEXT}
        ],
    }  # fmt: skip
    held = {
        "uid": f"u{ID}", "title": f"{ALIAS} and friends", "organisation": "Sound Trust", "place": TEXT, "aims": TEXT,
        "setting": TEXT, "schools": [{"id": f"s{ID}", "name": f"{NAME} School", "urn": "100000"}],
        "terms": [{"label": TEXT, "from": "2026-09-01", "to": "2026-12-18"}],
        "provision": {
            "delivery": "whole class", "ensemble": NAMED, "when": NAMED, "instruments": [NAMED], "school": f"s{ID}",
            "school_year": f"{ALIAS} class",
        },
    } | programme  # fmt: skip
    series = a_series(
        programme=held,
        people=[person],
        sessions=[session],
        team=[{"id": f"t{ID}", "name": HOST, "role": f"{HOST}’s helper", "access_needs": TEXT}],
        voice=[{"id": f"v{ID}", "date": "2026-09-08", "method": "said", "text": TEXT, "because": TEXT}],
        observations=[{"id": f"o{ID}", "date": "2026-09-08", "person": ID, "area": "social", "text": TEXT}],
        stories=[
            {"id": f"k{ID}1", **STORY, "agreed_on": "2026-10-01"},
            {"id": f"k{ID}2", **STORY, "words": TEXT},
            {"id": f"k{ID}3", **STORY, "words": f"{ALIAS} and I", "agreed_on": "2026-10-01"},
        ],
    )
    return Source(series, with_answers(turned_on("free-meals", "gender"), "free-meals", {ID: "yes"}))


def in_words(draft: Draft) -> str:
    """Everything of a draft that anybody could read in it, keys of counts too."""
    return repr((draft.table, draft.name, draft.columns, draft.rows, draft.title, draft.notes, draft.sums)).casefold()


@pytest.mark.parametrize("detailed", [False, True], ids=["shareable", "exact"])
@pytest.mark.parametrize("table", TABLES)
def test_no_name_alias_id_or_free_text_is_in_a_table(table: str, detailed: bool):
    ensemble = a_programme(uid="u2", provision={"delivery": "ensemble", "ensemble": NAMED, "organised_by": "hub"})
    draft = TABLES[table](facts_of(a_programme(), ensemble), TEMPLATE, detailed)
    assert draft.rows
    assert not [canary for canary in (*CANARIES, HOST) if canary.casefold() in in_words(draft)]


def test_a_story_that_was_agreed_to_is_the_one_text_that_leaves():
    draft = TABLES["stories"](facts_of(a_programme()), TEMPLATE, False)
    assert [row[1:] for row in draft.rows] == [("Sky", "The drum was mine.")]
