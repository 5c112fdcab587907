"""A step of the history: what it makes again, what leads back, and which steps in a row are one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pytest
from PySide6.QtGui import QUndoStack

from amie_planner.domain.changes import Change, add, revise
from amie_planner.domain.records import Programme
from amie_planner.ui.step import Step

FIRST = Programme.made(programme="u1", id="u1", title="Lift-off")


@pytest.fixture
def history(qapp: object) -> QUndoStack:
    """A history with no step in it."""
    return QUndoStack()


class Asked:
    """What steps asked to be done: forwards or back, and by which changes."""

    def __init__(self) -> None:
        self.told: list[tuple[str, tuple[Change, ...]]] = []
        self.refuses = False

    def __call__(self, step: Step, changes: tuple[Change, ...], *, back: bool) -> None:
        self.told.append(("back" if back else "again", changes))
        if self.refuses:
            step.stays()


def push(history: QUndoStack, asked: Asked, *changes: Change, merging: Hashable = None) -> None:
    history.push(Step("A step", changes, merging, asked))


def test_a_step_that_is_pushed_was_done_and_asks_for_nothing_until_it_is_undone(history: QUndoStack):
    asked, change = Asked(), revise(FIRST, title="Landing")
    push(history, asked, change)
    assert asked.told == []
    history.undo()
    history.redo()
    assert asked.told == [("back", (change.inverse,)), ("again", (change,))]


def test_a_step_that_stays_asks_for_nothing_when_it_is_put_back(history: QUndoStack):
    asked = Asked()
    push(history, asked, revise(FIRST, title="Landing"))
    asked.refuses = True
    history.undo()
    history.redo()
    assert [way for way, _ in asked.told] == ["back"]


@pytest.mark.parametrize(("one", "other", "steps"), [("title", "title", 1), ("title", "aims", 2), (None, None, 2)])
def test_steps_in_a_row_that_merge_are_one_from_where_the_first_began(
    history: QUndoStack, one: Any, other: Any, steps: int
):
    asked, middle = Asked(), FIRST.revised(title="Land")
    push(history, asked, Change(FIRST, middle), merging=one)
    push(history, asked, Change(middle, middle.revised(title="Landing")), merging=other)
    assert history.count() == steps
    for _ in range(steps):
        history.undo()
    assert asked.told[-1][1][0].after == FIRST


def test_steps_that_lead_back_to_where_they_began_are_none(history: QUndoStack):
    asked, middle = Asked(), FIRST.revised(title="Land")
    push(history, asked, Change(FIRST, middle), merging="title")
    push(history, asked, Change(middle, FIRST), merging="title")
    push(history, asked, add(FIRST), merging="made")
    push(history, asked, Change(FIRST, None), merging="made")
    assert history.count() == 0
