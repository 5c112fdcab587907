"""Findings as rows: under their principle, with what is not recorded folded to one line that counts nothing."""

from __future__ import annotations

import re

from pytestqt.modeltest import ModelTester
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Answer
from amie_planner.checks.conversation import Turn, conversation
from amie_planner.checks.replies import Replied
from amie_planner.domain.records import Reply
from amie_planner.exchange.loading import load
from amie_planner.ui.models.findings import FOCUS, SHAPES, FindingsList, rows

PLAN = load(SPACE_SOUNDS).plan("s2")
SAMPLE = checks.run(PLAN)
EMPTY = checks.run(a_plan())
TURNS = tuple(Turn(found) for found in SAMPLE)
EMPTY_TURNS = tuple(Turn(found) for found in EMPTY)
NOTHING: frozenset[str] = frozenset()


def test_every_finding_stands_under_its_principle_with_the_lines_it_points_at():
    heading = ""
    shown = []
    for row in rows(TURNS, frozenset(f"{p.letter}/fold" for p in checks.PRINCIPLES)):
        if row.kind == "heading":
            heading = row.id
        elif row.kind == "finding":
            shown.append(row.id)
            assert checks.HEARD.of(row.id).principle.letter == heading
        elif row.kind == "line":
            assert row.line is not None
            assert row.id == f"{shown[-1]}/{row.line.kind}/{row.line.id}"
    assert sorted(shown) == sorted(finding.check for finding in SAMPLE)


def test_what_is_not_recorded_is_one_line_without_a_number_until_it_is_unfolded():
    folded = rows(EMPTY_TURNS, NOTHING)
    silent = [f for f in EMPTY if f.answer is Answer.NOT_RECORDED]
    assert len(silent) > 1
    assert not [r for r in folded if r.kind == "finding" and r.answer is Answer.NOT_RECORDED]
    folds = [r for r in folded if r.kind == "fold"]
    assert {r.id[0] for r in folds} == {checks.HEARD.of(f.check).principle.letter for f in silent}
    assert not any(re.search(r"\d", r.text) for r in folds)
    unfolded = rows(EMPTY_TURNS, frozenset(r.id for r in folds))
    assert {r.id for r in unfolded if r.answer is Answer.NOT_RECORDED and r.kind == "finding"} == {
        f.check for f in silent
    }


def test_only_what_is_worth_a_look_shows_its_lines_until_another_is_unfolded():
    looks = {f.check for f in SAMPLE if f.answer is Answer.WORTH_A_LOOK and f.lines}
    assert {r.id.partition("/")[0] for r in rows(TURNS, NOTHING) if r.kind == "line"} == looks
    other = next(f for f in SAMPLE if f.answer is Answer.STRENGTH and f.lines)
    unfolded = rows(TURNS, frozenset({other.check}))
    assert [r.line for r in unfolded if r.id.startswith(f"{other.check}/")] == list(other.lines)


def test_every_answer_has_its_own_shape_and_is_spoken_before_what_was_found():
    assert len(set(SHAPES.values())) == len(Answer) == len(SHAPES)
    for row in rows(TURNS, NOTHING):
        if row.kind == "finding":
            assert row.spoken == f"{row.answer}: {row.text}"
            assert row.turn is not None
        elif row.kind == "line":
            assert row.spoken == f"Go to: {row.text}"
        elif row.kind == "heading":
            assert row.spoken == row.text


def test_ids_are_unique_so_that_views_can_follow():
    for found in (TURNS, EMPTY_TURNS, conversation(PLAN, SAMPLE)):
        ids = [row.id for row in rows(found, frozenset(f"{p.letter}/fold" for p in checks.PRINCIPLES))]
        assert len(ids) == len(set(ids))


def test_unfolding_inserts_rows_and_leaves_the_others_alone(qtmodeltester: ModelTester):
    model = FindingsList()
    qtmodeltester.check(model)
    folded = rows(EMPTY_TURNS, NOTHING)
    model.show(folded)
    gone: list[int] = []
    came: list[int] = []
    model.rowsRemoved.connect(lambda parent, first, last: gone.append(first))
    model.rowsInserted.connect(lambda parent, first, last: came.append(first))
    fold = next(row.id for row in folded if row.kind == "fold")
    unfolded = rows(EMPTY_TURNS, frozenset({fold}))
    model.show(unfolded)
    assert model.rows == unfolded
    assert not gone
    assert len(came) == len(unfolded) - len(folded)
    model.show(folded)
    assert model.rows == folded


def replied(check: str, **fields: object) -> tuple[Turn, ...]:
    """The sample with a reply to one of its findings."""
    reply = Reply.made(id="y9", programme="u", check=check, reply="on purpose", **fields)
    return tuple(Turn(t.finding, Replied(reply) if t.finding.check == check else None) for t in TURNS)


def test_a_reply_stands_under_what_was_found_and_is_spoken_after_it():
    row = next(row for row in rows(replied("E01", because="We repeat"), NOTHING) if row.id == "E01")
    assert row.reply == "On purpose, because: We repeat."
    assert row.spoken == f"worth a look: {row.text} Your reply: {row.reply}"


def test_what_is_answered_for_the_programme_folds_to_one_line_that_counts_nothing_and_opens():
    turns = replied("E01", reach="programme")
    folded = rows(turns, NOTHING)
    assert not [row for row in folded if row.id.startswith("E01")]
    fold = next(row for row in folded if row.id == "E/answered")
    assert not re.search(r"\d", fold.text)
    unfolded = rows(turns, frozenset({fold.id}))
    assert [row.id for row in unfolded if row.id == "E01"] == ["E01"]
    assert len(unfolded) > len(folded)


def test_a_finding_answered_for_the_programme_is_still_counted_nowhere_else():
    kinds = [row.kind for row in rows(replied("E01", reach="programme"), NOTHING) if row.id == "E/fold"]
    assert kinds == [row.kind for row in rows(TURNS, NOTHING) if row.id == "E/fold"]


def test_what_is_in_focus_comes_first_and_stands_there_alone():
    turns = tuple(Turn(t.finding, t.replied, in_focus=t.finding.check in ("D02", "A01")) for t in TURNS)
    found = rows(turns, NOTHING)
    assert found[0].id == FOCUS
    assert [row.id for row in found if row.kind == "finding"][:2] == ["A01", "D02"]
    assert sorted(row.id for row in found if row.id in ("A01", "D02")) == ["A01", "D02"]
    heard = [row.id for row in found if row.kind == "heading"]
    assert heard == [FOCUS, *(id for id in "HEARD")]
