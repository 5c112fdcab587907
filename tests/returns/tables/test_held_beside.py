"""What a question is held beside in a return: the leader's choice, as fine as may be shared, or why nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.returns.kept_apart import Kept, after, turned_on
from tests.returns.planners import a_source, facts_of

from amie_planner.domain.monitoring import LocalBaseline
from amie_planner.returns import baselines
from amie_planner.returns.facts import Source
from amie_planner.returns.monitoring import compare
from amie_planner.returns.tables.held_beside import HeldBeside, held_beside


def york(question: str) -> LocalBaseline:
    """A local table of as many in each group, under the id of its question."""
    amounts = dict.fromkeys(baselines.questions()[question].codes, 1)
    return LocalBaseline.made(
        id=question, question=question, area="York", people="residents", published="2021", amounts=amounts
    )


def found(kept: Kept, *local: LocalBaseline, finer: bool) -> HeldBeside:
    """Of the one question that is asked."""
    facts = facts_of(Source(a_source().series, (*kept, *local)))
    [question] = facts.questions
    return held_beside(facts, question, finer=finer)


def chosen(question: str, beside: str) -> Kept:
    """A question, and what the leader chose to hold it beside."""
    kept = turned_on(question)
    return after(kept, compare(kept, question, beside))


@pytest.mark.parametrize(
    ("local", "area"),
    [(("ethnic-group-census",), "England"), (("ethnic-group", "ethnic-group-census"), "York")],
)
def test_what_is_shared_stays_with_the_area_that_is_chosen_where_that_has_few_groups(local: Iterable[str], area: str):
    kept, tables = chosen("ethnic-group", "ethnic-group-census"), [york(question) for question in local]
    fine, coarse = (found(kept, *tables, finer=finer).baseline for finer in (True, False))
    assert fine is not None
    assert coarse is not None
    assert (len(fine.groups), fine.area) == (19, "York")
    assert (len(coarse.groups), coarse.area) == (5, area)


def test_what_is_shared_stays_with_the_people_that_are_chosen():
    census = "England/ethnic-group-census/residents of all ages"
    coarse = found(chosen("ethnic-group", census), finer=False).baseline
    assert coarse is not None
    assert (coarse.people, len(coarse.groups)) == ("residents of all ages", 5)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("low-income", "no figures are published that this can be held beside"),
        ("gender", "no figures are published that this can be held beside"),
        ("disabled", "no national figures of this come with the program, and no local table is loaded"),
    ],
)
def test_a_question_that_is_held_beside_nothing_says_why(question: str, why: str):
    of = found(turned_on(question), finer=True)
    assert (of.baseline, of.why_not) == (None, why)


def test_figures_with_more_groups_than_may_be_shared_are_for_the_exact_return_alone():
    kept, table = chosen("disabled", "disabled-census"), york("disabled-census")
    assert found(kept, table, finer=True).baseline is not None
    shared = found(kept, table, finer=False)
    assert (shared.baseline, shared.why_not) == (None, "the figures chosen have more groups than may be shared")
