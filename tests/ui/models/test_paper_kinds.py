"""How each ticked paper would be made: what cannot be as it is asked for is never more telling than that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amie_planner.documents import ACCESS_SHEET, CLEAR, FULL_PLAN, LARGE, RUN_SHEET, Names
from amie_planner.ui.models.paper_kinds import USUAL, rows, rules_for
from amie_planner.ui.models.papers import PRESETS

NAMED = replace(RUN_SHEET, names=(Names.ALIAS, Names.FULL), styles=(CLEAR,))
ROOM, HUB = PRESETS[0], PRESETS[2]


@pytest.mark.parametrize(
    ("document", "names", "rule"),
    [
        (RUN_SHEET, "full", Names.FULL),
        (RUN_SHEET, "none", Names.NONE),
        (RUN_SHEET, USUAL, RUN_SHEET.names[0]),
        (ACCESS_SHEET, "none", Names.CODE),
        (FULL_PLAN, "alias", Names.NONE),
        (NAMED, "none", None),
        (NAMED, "initials", None),
    ],
)
def test_a_paper_goes_by_the_rule_that_is_asked_for_or_by_one_that_names_nobody(document, names, rule):
    (row,) = rows([document], ROOM, "clear", names)
    assert row.names is rule


def test_a_paper_that_cannot_go_without_names_is_left_out_and_says_so():
    (row,) = rows([NAMED], ROOM, "clear", "none")
    assert row.kind is None
    assert row.how == "left out, for it names people"


def test_a_paper_is_in_the_style_that_is_asked_for_or_in_its_own():
    run, named = rows([RUN_SHEET, NAMED], ROOM, "large", USUAL)
    assert run.kind == (RUN_SHEET, LARGE, Names.ALIAS)
    assert named.style is CLEAR
    assert run.how == "by alias, in large print"


def test_every_rule_that_one_of_the_papers_allows_is_offered():
    assert [key for key, _ in rules_for([FULL_PLAN, NAMED])] == [USUAL, "full", "alias", "code", "none"]


def test_the_usual_rule_of_a_nameless_set_names_nobody():
    (row,) = rows([RUN_SHEET], HUB, "clear", USUAL)
    assert row.names in (Names.CODE, Names.NONE)
