"""The one door for changes: written first, then remembered by name; what is refused leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.example_plans import THURSDAY_WRITERS
from tests.plans import a_series

from amie_planner.domain import edits
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import Change, revise
from amie_planner.domain.edits.reflection import word_prompt
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity, Person, Programme, ReflectionPrompt, Requirement
from amie_planner.errors import AmieError, InvalidRecord, StaleChange
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.workspace import HELD, OpenSession, Workspace, shortened


def heard(workspace: Workspace) -> list[Any]:
    """What the workspace tells from now on."""
    told: list[Any] = []
    workspace.changed.connect(told.append)
    workspace.refused.connect(told.append)
    return told


def song(desk: OpenSession) -> Activity:
    return next(a for a in desk.plan.activities if a.id == "a2")


def rename(desk: OpenSession, title: str) -> None:
    desk.keep(song(desk), "Title", title=title)


def steps(workspace: Workspace) -> list[str]:
    history = workspace.history
    return [history.text(n) for n in range(history.count())]


def test_a_change_is_durable_then_told_then_remembered_by_name(desk: OpenSession, store: Store):
    told = heard(desk.workspace)
    [change] = changes = [revise(song(desk), minutes=9)]
    desk.do("Make ‘Hello song’ longer", changes)
    assert store.plan(desk.programme, "s1").activities[1].minutes == 9
    assert desk.plan == store.plan(desk.programme, "s1")
    assert told == [(change,)]
    assert desk.workspace.history.undoText() == "Make ‘Hello song’ longer"


def test_undo_and_redo_go_back_and_forth_in_the_store_and_tell_what_they_changed(desk: OpenSession, store: Store):
    before = desk.plan
    first = [revise(song(desk), minutes=9)]
    desk.do("Make it longer", first)
    middle = desk.plan
    desk.do("Move it", edits.move_activity(desk.plan, "a2", 0))
    after = desk.plan
    told = heard(desk.workspace)
    history = desk.workspace.history

    history.undo()
    assert desk.plan == store.plan(desk.programme, "s1") == middle
    assert history.redoText() == "Move it"
    history.undo()
    assert desk.plan == store.plan(desk.programme, "s1") == before
    assert told[-1] == (first[0].inverse,)
    assert not history.canUndo()
    history.redo()
    history.redo()
    assert desk.plan == store.plan(desk.programme, "s1") == after
    assert len(told) == 4
    assert told[2] == tuple(first)


def test_a_change_that_changes_nothing_is_no_step(desk: OpenSession):
    told = heard(desk.workspace)
    desk.do("Nothing", [revise(song(desk), title="Hello song")])
    desk.do("Nothing", [])
    assert not told
    assert not desk.workspace.history.canUndo()


def test_typing_on_in_one_field_is_one_step_back_to_where_it_began(desk: OpenSession, store: Store):
    before = desk.plan
    for title in ("H", "He", "Hey"):
        rename(desk, title)
    assert steps(desk.workspace) == ["Change ‘Title’ of ‘Hello song’"]
    desk.workspace.history.undo()
    assert desk.plan == store.plan(desk.programme, "s1") == before
    desk.workspace.history.redo()
    assert song(desk).title == "Hey"


def test_what_typing_made_and_takes_away_again_is_no_step(workspace: Workspace):
    for words in ("What shone?", "What shone today?", None):
        changes = word_prompt(workspace.own(ReflectionPrompt), "went_well", words)
        workspace.do("Word a prompt", changes, merging="typing")
    assert workspace.own(ReflectionPrompt) == ()
    assert steps(workspace) == []


def test_another_field_another_record_or_a_step_between_begins_a_new_step(desk: OpenSession):
    rename(desk, "Hey")
    desk.keep(song(desk), "Minutes", minutes=9)
    rename(desk, "Hey you")
    desk.keep(desk.plan.activities[0], "Title", title="Come in")
    rename(desk, "Hey all")
    desk.do("Move it", edits.move_activity(desk.plan, "a2", 0))
    rename(desk, "Hey everyone")
    assert len(steps(desk.workspace)) == 7


def test_typing_on_after_an_undo_begins_a_new_step(desk: OpenSession):
    rename(desk, "Hey")
    desk.workspace.history.undo()
    rename(desk, "Hey you")
    assert len(steps(desk.workspace)) == 1
    desk.workspace.history.undo()
    assert song(desk).title == "Hello song"


def test_a_write_that_is_refused_changes_nothing_and_leaves_no_step(desk: OpenSession, store: Store):
    before, stale = desk.plan, song(desk)
    rename(desk, "Hey")
    kept = desk.plan
    told = heard(desk.workspace)
    with pytest.raises(StaleChange):
        desk.do("Make it longer", [revise(stale, minutes=99)])
    with pytest.raises(InvalidRecord):
        desk.keep(song(desk), "Minutes", minutes=-5)
    orphan = Requirement.made(id="r9", programme=desk.programme, person="nobody")
    with pytest.raises(AmieError):
        desk.do("Half of it", [revise(song(desk), minutes=9), Change(None, orphan)])
    assert not told
    assert desk.plan == store.plan(desk.programme, "s1") == kept
    assert steps(desk.workspace) == ["Change ‘Title’ of ‘Hello song’"]
    desk.workspace.history.undo()
    assert desk.plan == before


def test_an_undo_that_cannot_be_written_is_told_and_goes_out_of_the_history(desk: OpenSession, store: Store):
    first = str(desk.plan.activities[0].title)
    desk.keep(desk.plan.activities[0], "Title", title="Come in")
    rename(desk, "Hey")
    store.apply([revise(song(desk), title="Changed elsewhere")])
    told = heard(desk.workspace)
    desk.workspace.history.undo()
    assert [type(error) for error in told] == [StaleChange]
    assert store.plan(desk.programme, "s1").activities[1].title == "Changed elsewhere"
    assert steps(desk.workspace) == [f"Change ‘Title’ of ‘{shortened(first)}’"]
    desk.workspace.history.undo()
    assert desk.plan.activities[0].title == first


def test_a_redo_that_cannot_be_written_is_told_and_goes_out_of_the_history(desk: OpenSession, store: Store):
    rename(desk, "Hey")
    desk.workspace.history.undo()
    store.apply([revise(song(desk), title="Changed elsewhere")])
    told = heard(desk.workspace)
    desk.workspace.history.redo()
    assert [type(error) for error in told] == [StaleChange]
    assert not desk.workspace.history.canRedo()


def test_programmes_come_and_go_and_are_told_in_the_leaders_order(workspace: Workspace):
    sample = workspace.programmes()[0]
    coming = load(THURSDAY_WRITERS)
    workspace.do("Bring in", bring_in(coming, 1))
    assert [p.id for p in workspace.programmes()] == [sample.id, coming.programme.id]
    workspace.do("Swap", [revise(p, position=1 - p.position) for p in workspace.programmes()])
    assert [p.id for p in workspace.programmes()] == [coming.programme.id, sample.id]
    workspace.do("Remove", edits.remove_programme(workspace.series(sample.id)))
    assert [p.id for p in workspace.programmes()] == [coming.programme.id]
    with pytest.raises(KeyError):
        workspace.series(sample.id)
    workspace.history.undo()
    assert workspace.series(sample.id).people
    with pytest.raises(KeyError):
        workspace.plan(sample.id, "s99")


def test_a_step_is_named_after_what_it_is_about_and_never_by_a_full_name(desk: OpenSession):
    person = Person.made(id="p9", programme=desk.programme, name="Full Name")
    desk.do("Add a person", [Change(None, person)])
    desk.keep(person, "Likes", likes=("rain",))
    assert desk.workspace.history.undoText() == "Change ‘Likes’"
    rename(desk, "Two\nlines")
    desk.keep(song(desk), "Minutes", minutes=8)
    assert desk.workspace.history.undoText() == "Change ‘Minutes’ of ‘Two lines’"
    rename(desk, "A title that is much too long to stand in a menu whole")
    assert desk.workspace.history.undoText() == "Change ‘Title’ of ‘Two lines’"
    desk.keep(song(desk), "Minutes", minutes=9)
    assert desk.workspace.history.undoText() == "Change ‘Minutes’ of ‘A title that is much too long t…’"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("x" * 32, "x" * 32),
        ("x" * 33, "x" * 31 + "…"),
        ("x" * 30 + "  yz", "x" * 30 + "…"),
        ("a\nb\t c", "a b c"),
    ],
)
def test_a_title_is_shortened_for_a_menu(text: str, short: str):
    assert shortened(text) == short


def test_a_tick_taken_away_again_is_no_step(desk: OpenSession):
    desk.keep(song(desk), "Plan B", skip=True)
    desk.keep(song(desk), "Plan B", skip=False)
    assert steps(desk.workspace) == []
    assert not desk.workspace.history.canUndo()


class WithoutRoom:
    """The store, on a disk that is full for as long as `full` says so."""

    def __init__(self, store: Store) -> None:
        self.store, self.full = store, False

    def apply(self, changes: Sequence[Change]) -> None:
        if self.full:
            raise AmieError("There is no room left.", "Free some.")
        self.store.apply(changes)

    def programmes(self) -> tuple[Programme, ...]:
        return self.store.programmes()

    def series(self, programme: str) -> Series:
        return self.store.series(programme)


@pytest.mark.parametrize("back", ["undo", "redo"])
def test_a_step_that_a_full_disk_refused_stays_where_it_was(qtbot: QtBot, desk: OpenSession, store: Store, back: str):
    disk = WithoutRoom(store)
    workspace = Workspace(disk)
    again = OpenSession(workspace, desk.programme, desk.session)
    for title in ("One", "Two"):
        again.keep(song(again), title, title=title)
    history = workspace.history
    if back == "redo":
        history.undo()
        history.undo()
    before, index = again.plan, history.index()
    disk.full = True
    getattr(history, back)()
    qtbot.waitUntil(lambda: history.index() == index)
    assert again.plan == before == store.plan(desk.programme, desk.session)
    disk.full = False
    for _ in range(2):
        getattr(history, back)()
    assert song(again).title == ("Hello song" if back == "undo" else "Two")
    assert steps(workspace) == ["Change ‘One’ of ‘Hello song’", "Change ‘Two’ of ‘One’"]


def test_what_undo_would_change_is_known_by_programme(desk: OpenSession, store: Store):
    workspace, writers = desk.workspace, load(THURSDAY_WRITERS)
    assert workspace.undoes() == frozenset()
    workspace.do("Bring in", bring_in(writers, 1))
    rename(desk, "One")
    assert workspace.undoes() == {desk.programme}
    workspace.history.undo()
    assert workspace.undoes() == {writers.programme.id}


def test_what_the_latest_step_of_a_name_did_is_known_until_it_is_undone(desk: OpenSession, store: Store):
    workspace = desk.workspace
    for title in ("One", "Two"):
        desk.do("Rename", [revise(song(desk), title=title)])
    desk.do("Shorten", [revise(song(desk), minutes=1)])
    key = song(desk).key
    told = []
    for _ in range(4):
        change = workspace.latest("Rename", key)
        told.append(change and change.after and change.after.title)
        workspace.history.undo()
    assert told == ["Two", "Two", "One", None]
    workspace.history.redo()
    assert workspace.latest("Rename", key) is not None and workspace.latest("Rename", ("other",)) is None
    assert Workspace(store).latest("Rename", key) is None


def years(store: Store, count: int) -> Workspace:
    """A workspace over so many programmes, of which each met once, a year after the one before it."""
    for n in range(count):
        programme = {"uid": f"u{n}", "title": f"Year {n}"}
        sessions = [{"id": "s1", "title": "Lift-off", "date": f"{2000 + n}-09-08"}]
        store.apply(bring_in(a_series(programme=programme, sessions=sessions), n))
    return Workspace(store)


def test_of_many_programmes_those_used_last_are_held(store: Store):
    workspace = years(store, HELD + 2)
    for n in range(HELD):
        workspace.series(f"u{n}")
    workspace.series("u0")
    workspace.read_through("u7")
    assert not workspace.holds("u7")
    workspace.series("u6")
    assert [n for n in range(HELD + 2) if workspace.holds(f"u{n}")] == [0, 2, 3, 4, 5, 6]


def test_a_step_in_a_programme_that_is_no_longer_held_is_undone_and_done_again(store: Store):
    workspace = years(store, HELD + 2)
    desk = OpenSession(workspace, "u0", "s1")
    desk.keep(desk.plan.session, "Notes", notes="Bring drums")
    for n in range(1, HELD + 2):
        workspace.series(f"u{n}")
    assert not workspace.holds("u0")
    workspace.history.undo()
    assert desk.plan.session.notes is None
    for n in range(1, HELD + 2):
        workspace.series(f"u{n}")
    workspace.history.redo()
    assert desk.plan.session.notes == "Bring drums"
    assert desk.plan == store.plan("u0", "s1")


def test_a_programme_that_was_read_through_is_as_it_is_held(workspace: Workspace, desk: OpenSession):
    before = workspace.read_through(desk.programme)
    assert before == desk.series
    rename(desk, "Hey")
    assert workspace.read_through(desk.programme) is desk.series
    with pytest.raises(KeyError):
        workspace.read_through("elsewhere")


def test_what_lies_ahead_comes_with_its_programme(store: Store):
    workspace = years(store, 3)
    assert [(p.id, s.date) for p, s in workspace.ahead(date(2001, 9, 8))] == [
        ("u1", date(2001, 9, 8)),
        ("u2", date(2002, 9, 8)),
    ]


def test_the_programmes_of_a_period_come_without_being_held(store: Store):
    workspace = years(store, 4)
    found = workspace.between(date(2001, 9, 8), date(2002, 9, 8))
    assert [series.programme.id for series in found] == ["u1", "u2"]
    assert not any(workspace.holds(f"u{n}") for n in range(4))
