"""Whatever a leader does, undoes and redoes: the store, the workspace and the views agree with history."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtWidgets import QApplication
from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain import bringing_in, carrying_on, edits, library
from amie_planner.domain.access_grid import GridCell, rows
from amie_planner.domain.changes import revise
from amie_planner.domain.edits import access
from amie_planner.domain.edits.carrying_on import park, take
from amie_planner.domain.edits.copying import copy_session
from amie_planner.domain.edits.library import alter_in_library, keep_in_library, remove_from_library
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import LibraryAdaptation, Membership, Shows
from amie_planner.domain.tried import counted
from amie_planner.domain.vocabulary import Verdict
from amie_planner.exchange import plan_file
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.models import running_order
from amie_planner.ui.models.access_table import AccessTable
from amie_planner.ui.workspace import Workspace

State = tuple[Series, tuple[LibraryAdaptation, ...]]
"""The programme and what the leader wrote in the library."""
picks = st.integers(min_value=0, max_value=1_000)
texts = st.text(max_size=12)


class History(RuleBasedStateMachine):
    """A planner with one programme; `past` and `future` are what undo and redo must give back."""

    @initialize()
    def open_planner(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "planner.amie")
        start = load(SPACE_SOUNDS)
        self.store.apply(bringing_in.bring_in(start, 0))
        self.uid = start.programme.id
        self.workspace = Workspace(self.store)
        self.rows = running_order.RunningOrderList()
        self.workspace.changed.connect(lambda changes: self.show())
        self.grid = AccessTable()
        self.past: list[State] = []
        self.future: list[State] = []
        self.show()

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    @property
    def now(self) -> Series:
        return self.workspace.series(self.uid)

    @property
    def state(self) -> State:
        return self.now, self.workspace.library()

    def show(self) -> None:
        if any(lines.session.id == "s1" for lines in self.now.sessions):
            self.rows.show(running_order.of_plan(self.now.plan("s1"))[0])
            self.grid.show(self.now.plan("s1"))

    def do(self, changes: edits.Changes) -> None:
        before = self.state
        self.workspace.do("Do something", changes)
        if self.state != before:
            self.past.append(before)
            self.future.clear()

    def lines(self, pick: int) -> Plan | None:
        sessions = self.now.sessions
        return self.now.plan(sessions[pick % len(sessions)].session.id) if sessions else None

    @rule(session=picks, at=picks, title=texts, minutes=st.one_of(st.none(), st.integers(0, 1440)))
    def add_activity(self, session: int, at: int, title: str, minutes: int | None) -> None:
        if lines := self.lines(session):
            self.do(edits.add_activity(lines, at % (len(lines.activities) + 1), title=title, minutes=minutes)[1])

    @rule(session=picks, activity=picks, to=picks)
    def move_activity(self, session: int, activity: int, to: int) -> None:
        if (lines := self.lines(session)) and lines.activities:
            count = len(lines.activities)
            self.do(edits.move_activity(lines, lines.activities[activity % count].id, to % count))

    @rule(session=picks, activity=picks, title=texts)
    def retitle_activity(self, session: int, activity: int, title: str) -> None:
        if (lines := self.lines(session)) and lines.activities:
            chosen = lines.activities[activity % len(lines.activities)]
            self.do((revise(chosen, title=title, skip=not chosen.skip),))

    @rule(session=picks, activity=picks)
    def remove_activity(self, session: int, activity: int) -> None:
        if (lines := self.lines(session)) and lines.activities:
            chosen = lines.activities[activity % len(lines.activities)]
            self.do(edits.remove_activity(self.now, lines.session.id, chosen.id))

    @rule(session=picks, text=texts)
    def adapt(self, session: int, text: str) -> None:
        if lines := self.lines(session):
            requirements = tuple(r.id for r in self.now.requirements[:1])
            self.do(edits.adapt(lines, activities="all", requirements=requirements, what=text)[1])

    @rule(alias=texts)
    def add_person_with_requirement(self, alias: str) -> None:
        id, added = edits.add_person(self.now, alias=alias)
        self.do((*added, *edits.add_requirement(self.now, id, words=alias)[1]))

    @rule(kind=st.sampled_from(["person", "requirement", "voice", "team", "intention", "session"]), pick=picks)
    def remove(self, kind: str, pick: int) -> None:
        series = self.now
        held: dict[str, Sequence[str]] = {
            "person": [p.id for p in series.people],
            "requirement": [r.id for r in series.requirements],
            "voice": [v.id for v in series.voice],
            "team": [t.id for t in series.team],
            "session": [lines.session.id for lines in series.sessions],
        }
        if kind == "intention":
            if (lines := self.lines(pick)) and lines.intentions:
                self.do(edits.remove_intention(lines, lines.intentions[pick % len(lines.intentions)].id))
            return
        gone = {
            "person": edits.remove_person,
            "requirement": edits.remove_requirement,
            "voice": edits.remove_voice,
            "team": edits.remove_team_member,
            "session": edits.remove_session,
        }[kind]
        if held[kind]:
            self.do(gone(series, held[kind][pick % len(held[kind])]))

    @rule(session=picks, cell=picks, entry=picks)
    def answer_a_cell(self, session: int, cell: int, entry: int) -> None:
        if (lines := self.lines(session)) and (cells := cells_of(lines)):
            shelf = library.shelf(self.workspace.library())
            self.do(access.answer(lines, [cells[cell % len(cells)]], shelf[entry % len(shelf)]))

    @rule(session=picks, cell=picks, by_design=st.booleans())
    def answer_otherwise(self, session: int, cell: int, by_design: bool) -> None:
        if (lines := self.lines(session)) and (cells := cells_of(lines)):
            chosen = cells[cell % len(cells)]
            taken = access.take_answer_away(self.now, lines, chosen)
            self.do(access.meet_by_design(lines, chosen) if by_design else taken)

    @rule(session=picks, change=picks, verdict=st.sampled_from(Verdict))
    def judge_and_keep(self, session: int, change: int, verdict: Verdict) -> None:
        if (lines := self.lines(session)) and lines.adaptations:
            held = lines.adaptations[change % len(lines.adaptations)]
            kept = self.workspace.library()
            self.do(
                keep_in_library(kept, lines, held.id)[1] if held.library is None else (revise(held, verdict=verdict),)
            )

    @rule(entry=picks, title=texts.filter(str.strip), gone=st.booleans())
    def alter_the_library(self, entry: int, title: str, gone: bool) -> None:
        kept = self.workspace.library()
        chosen = (shelf := library.shelf(kept))[entry % min(len(shelf), 5)]
        self.do(remove_from_library(kept, chosen) if gone else alter_in_library(kept, chosen, title=title))

    @rule(session=picks, pick=picks)
    def take_or_park(self, session: int, pick: int) -> None:
        if (lines := self.lines(session)) and (offers := carrying_on.offered(self.now, lines.session.id)):
            offer = offers[pick % len(offers)]
            self.do(take(self.now, lines.session.id, offer)[1] if pick % 2 else park(self.now, lines.session.id, offer))

    @rule(session=picks, activity=picks)
    def repeat(self, session: int, activity: int) -> None:
        if (lines := self.lines(session)) and lines.activities and len(self.now.sessions) < 4:
            if activity % 2:
                self.do(copy_session(self.now, self.now, lines.session.id, {"title": "Again"})[1])
            else:
                chosen = lines.activities[activity % len(lines.activities)]
                self.do(edits.duplicate_activity(lines, chosen.id)[1])

    @rule(pick=picks, words=texts, day=st.dates())
    def fill_or_archive(self, pick: int, words: str, day: date) -> None:
        if people := self.now.people:
            person = people[pick % len(people)]
            filled = revise(person, shows=Shows(yes=words), groups=(Membership(group=words, joined=day),))
            self.do(edits.archive_person(self.now, person.id, day) if pick % 2 else (filled,))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.state)
        self.workspace.history.undo()
        assert self.state == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.state)
        self.workspace.history.redo()
        assert self.state == self.future.pop()

    @invariant()
    def store_is_where_history_says(self) -> None:
        if hasattr(self, "store"):
            assert (self.store.series(self.uid), self.store.library()) == self.state
            assert self.workspace.tried() == counted(self.store.verdicts())
            assert self.workspace.history.count() == len(self.past) + len(self.future)

    @invariant()
    def views_show_the_store(self) -> None:
        if hasattr(self, "store") and any(lines.session.id == "s1" for lines in self.now.sessions):
            plan = self.store.plan(self.uid, "s1")
            assert self.rows.rows == running_order.of_plan(plan)[0]
            assert self.grid.grid == rows(plan)

    @invariant()
    def nothing_is_left_dangling(self) -> None:
        if hasattr(self, "store"):
            assert plan_file.read(plan_file.write(self.now)).sessions is not None


def cells_of(plan: Plan) -> list[GridCell]:
    return [cell for row in rows(plan) for cell in row.cells if cell.answer is not None]


def run(examples: int, steps: int) -> None:
    checks = list(HealthCheck)
    found = settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks)
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(History, settings=found)


def test_store_and_views_are_where_history_says(qapp: QApplication) -> None:
    run(examples=25, steps=30)


@pytest.mark.on_demand
def test_a_thousand_histories_of_fifty_steps_end_where_history_says(qapp: QApplication) -> None:
    run(examples=1_000, steps=50)
