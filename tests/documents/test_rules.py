"""A paper never goes by a rule for names that tells more than the one that was asked for."""

from __future__ import annotations

import pytest

from amie_planner.documents import Names
from amie_planner.documents.rules import nameless, rule_as_asked

FULL, ALIAS, CODE, NONE = Names.FULL, Names.ALIAS, Names.CODE, Names.NONE


@pytest.mark.parametrize(
    ("allowed", "asked", "rule"),
    [
        ((ALIAS, FULL), FULL, FULL),
        ((ALIAS, CODE), NONE, CODE),
        ((NONE, CODE), ALIAS, NONE),
        ((ALIAS, FULL), NONE, None),
        ((ALIAS, FULL), CODE, None),
    ],
)
def test_what_a_paper_does_not_allow_becomes_a_rule_that_names_nobody_or_none(allowed, asked, rule):
    assert rule_as_asked(allowed, asked) is rule


def test_a_paper_that_must_name_people_has_no_rule_without_names():
    assert nameless((ALIAS, FULL)) is None
    assert nameless((ALIAS, CODE)) is CODE
