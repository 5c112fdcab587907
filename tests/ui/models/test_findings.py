"""Findings as rows: under their principle, with what is not recorded folded to one line that counts nothing."""

from __future__ import annotations

import re

from pytestqt.modeltest import ModelTester
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer
from amie_planner.exchange.loading import load
from amie_planner.ui.models.findings import SHAPES, FindingsList, rows

SAMPLE = checks.run(load(SPACE_SOUNDS).plan("s2"))
EMPTY = checks.run(a_plan())
NOTHING: frozenset[str] = frozenset()


def test_every_finding_stands_under_its_principle_with_the_lines_it_points_at():
    heading = ""
    shown = []
    for row in rows(SAMPLE, frozenset(f"{p.letter}/fold" for p in checks.PRINCIPLES)):
        if row.kind == "principle":
            heading = row.id
        elif row.kind == "finding":
            shown.append(row.id)
            assert checks.of(row.id).principle.letter == heading
        elif row.kind == "line":
            assert row.line is not None
            assert row.id == f"{shown[-1]}/{row.line.kind}/{row.line.id}"
    assert sorted(shown) == sorted(finding.check for finding in SAMPLE)


def test_what_is_not_recorded_is_one_line_without_a_number_until_it_is_unfolded():
    folded = rows(EMPTY, NOTHING)
    silent = [f for f in EMPTY if f.answer is Answer.NOT_RECORDED]
    assert len(silent) > 1
    assert not [r for r in folded if r.kind == "finding" and r.answer is Answer.NOT_RECORDED]
    folds = [r for r in folded if r.kind == "fold"]
    assert {r.id[0] for r in folds} == {checks.of(f.check).principle.letter for f in silent}
    assert not any(re.search(r"\d", r.text) for r in folds)
    unfolded = rows(EMPTY, frozenset(r.id for r in folds))
    assert {r.id for r in unfolded if r.answer is Answer.NOT_RECORDED and r.kind == "finding"} == {
        f.check for f in silent
    }


def test_only_what_is_worth_a_look_shows_its_lines_until_another_is_unfolded():
    looks = {f.check for f in SAMPLE if f.answer is Answer.WORTH_A_LOOK and f.lines}
    assert {r.id.partition("/")[0] for r in rows(SAMPLE, NOTHING) if r.kind == "line"} == looks
    other = next(f for f in SAMPLE if f.answer is Answer.STRENGTH and f.lines)
    unfolded = rows(SAMPLE, frozenset({other.check}))
    assert [r.line for r in unfolded if r.id.startswith(f"{other.check}/")] == list(other.lines)


def test_every_answer_has_its_own_shape_and_is_spoken_before_what_was_found():
    assert len(set(SHAPES.values())) == len(Answer) == len(SHAPES)
    for row in rows(SAMPLE, NOTHING):
        if row.kind == "finding":
            assert row.spoken == f"{row.answer}: {row.text}"
            assert row.why
        elif row.kind == "line":
            assert row.spoken == f"Go to: {row.text}"
        elif row.kind == "principle":
            assert row.spoken == row.text


def test_ids_are_unique_so_that_views_can_follow():
    for found in (SAMPLE, EMPTY):
        ids = [row.id for row in rows(found, frozenset(f"{p.letter}/fold" for p in checks.PRINCIPLES))]
        assert len(ids) == len(set(ids))


def test_unfolding_inserts_rows_and_leaves_the_others_alone(qtmodeltester: ModelTester):
    model = FindingsList()
    qtmodeltester.check(model)
    folded = rows(EMPTY, NOTHING)
    model.show(folded)
    gone: list[int] = []
    came: list[int] = []
    model.rowsRemoved.connect(lambda parent, first, last: gone.append(first))
    model.rowsInserted.connect(lambda parent, first, last: came.append(first))
    fold = next(row.id for row in folded if row.kind == "fold")
    unfolded = rows(EMPTY, frozenset({fold}))
    model.show(unfolded)
    assert model.rows == unfolded
    assert not gone
    assert len(came) == len(unfolded) - len(folded)
    model.show(folded)
    assert model.rows == folded
