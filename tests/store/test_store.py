"""The planner file: what is kept comes back, all or none, whatever happens."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from datetime import time as clock
from enum import Enum
from itertools import islice
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_series
from tests.store.endless import edit_without_a_pause, edits, in_a_process
from tests.store.strategies import HOSTILE, records, steps, with_parents

from amie_planner.domain.changes import Change, add, inverse, remove, revise
from amie_planner.domain.monitoring import OF_MONITORING, LocalBaseline
from amie_planner.domain.plan import Series
from amie_planner.domain.records import RECORDS, Activity, NextTime, Person, Programme, Record, Requirement, Session
from amie_planner.domain.values import Day, Text, Title, Words
from amie_planner.errors import AmieError, InvalidRecord, StaleChange
from amie_planner.exchange.plan_file import read
from amie_planner.store.store import Store

KEPT = (*RECORDS, *OF_MONITORING, LocalBaseline)
on_one_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)


@pytest.fixture
def space(store: Store) -> Series:
    """The space-sounds programme, kept in the store."""
    series = read(SPACE_SOUNDS.read_bytes())
    store.apply(map(add, series.records()))
    return series


@pytest.mark.parametrize("kind", KEPT)
@on_one_store
@given(data=st.data())
def test_every_record_comes_back_as_it_was_kept(store: Store, kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(kind))
    changes = [add(needed) for needed in with_parents(record)]
    store.apply(changes)
    assert store.all(kind) == (record,)
    store.apply(inverse(changes))
    assert store.all(kind) == ()


def _any_of(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return date(2026, 9, 1) if hint is Day else "x"


@pytest.mark.parametrize("kind", KEPT)
def test_hostile_words_come_back_letter_by_letter(store: Store, kind: type[Record]) -> None:
    hints = get_type_hints(kind, include_extras=True)
    needed = {name: _any_of(hints[name]) for name, field in kind.model_fields.items() if field.is_required()}
    for words in HOSTILE:
        said = {name: words if words.strip() else "." + words for name in hints if hints[name] in (Text, Title)}
        record = kind.made(**needed | said | {name: (words,) for name in hints if hints[name] is Words})
        changes = [add(record) for record in with_parents(record)]
        store.apply(changes)
        assert store.all(kind) == (record,)
        store.apply(inverse(changes))


def test_what_is_kept_is_there_after_opening_again(store: Store, space: Series) -> None:
    store.close()
    with Store.open(store.path) as again:
        assert again.series(space.programme.id) == space
        assert again.plan(space.programme.id, "s2") == space.plan("s2")


def test_programmes_are_kept_apart_and_come_in_order(store: Store, space: Series) -> None:
    writers = read(THURSDAY_WRITERS.read_bytes())
    first = writers.programme.revised(position=1)
    store.apply(map(add, (*writers.records()[1:], first)))
    assert store.programmes() == tuple(sorted((space.programme, first), key=lambda p: p.id))
    assert store.series(space.programme.id) == space


def test_what_is_not_there_is_said_in_words(store: Store, space: Series) -> None:
    with pytest.raises(AmieError, match="programme is not in the planner"):
        store.series("nowhere")
    with pytest.raises(AmieError, match="session is not in the planner"):
        store.plan(space.programme.id, "nowhere")


@on_one_store
@given(data=st.data())
def test_undo_in_reverse_order_gives_back_what_was_there(store: Store, data: st.DataObject) -> None:
    before = read(SPACE_SOUNDS.read_bytes())
    if not store.programmes():
        store.apply(map(add, before.records()))
    after = before
    made = data.draw(steps(before))
    for step in made:
        store.apply(step)
        after = after.after(step)
    assert store.series(before.programme.id) == after
    for step in reversed(made):
        store.apply(inverse(step))
    assert store.series(before.programme.id) == before


def _session(series: Series) -> Session:
    return series.sessions[0].session


def _activity(series: Series) -> Activity:
    return series.sessions[0].activities[0]


STALE = {
    "revised meanwhile": lambda s: Change(_activity(s).revised(aim="another"), _activity(s).revised(aim="mine")),
    "revised twice from one state": lambda s: revise(_activity(s), minutes=9),
    "removed meanwhile": lambda s: remove(_activity(s).revised(id="gone")),
    "revised and gone": lambda s: revise(_activity(s).revised(id="gone"), minutes=9),
    "appeared meanwhile": lambda s: add(_activity(s).revised(title="another")),
}


@pytest.mark.parametrize("name", STALE)
def test_a_stale_change_is_refused_with_all_that_came_with_it(store: Store, space: Series, name: str) -> None:
    before = [revise(_activity(space), minutes=8)] if name == "revised twice from one state" else []
    with pytest.raises(StaleChange):
        store.apply([revise(space.sessions[1].session, notes="mine"), *before, STALE[name](space)])
    assert store.series(space.programme.id) == space


INVALID: dict[str, Any] = {
    "out of range": lambda s: Change(_activity(s), _activity(s).model_copy(update={"minutes": -5})),
    "a word of no list": lambda s: Change(_activity(s), _activity(s).model_copy(update={"kind": "nap"})),
    "seconds": lambda s: Change(_activity(s), _activity(s).model_copy(update={"pinned_start": clock(1, 2, 3)})),
    "half a character": lambda s: Change(_activity(s), _activity(s).model_copy(update={"aim": "\ud800"})),
    "a line of no session": lambda s: add(_activity(s).revised(session="nowhere")),
    "a session that still holds lines": lambda s: remove(_session(s)),
    "a person who still has requirements": lambda s: remove(s.people[0]),
    "a programme that still holds everything": lambda s: remove(s.programme),
    "a programme under another's name": lambda s: add(Programme.made(programme="a", id="b", title="x")),
}


@pytest.mark.parametrize("name", INVALID)
def test_an_invalid_change_is_refused_with_all_that_came_with_it(store: Store, space: Series, name: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        store.apply([revise(space.sessions[1].session, notes="mine"), INVALID[name](space)])
    assert refused.value.message and refused.value.hint
    assert store.series(space.programme.id) == space
    store.apply([revise(space.sessions[1].session, notes="mine")])


def test_the_order_within_one_step_does_not_matter(store: Store) -> None:
    space = read(SPACE_SOUNDS.read_bytes())
    backwards = [add(record) for record in reversed(space.records())]
    store.apply(backwards)
    assert store.series(space.programme.id) == space
    store.apply([remove(record) for record in space.records()])
    assert store.programmes() == () and store.all(Person) == () and store.all(Requirement) == ()


def test_the_same_id_in_two_sessions_is_two_records(store: Store, space: Series) -> None:
    store.apply([revise(_activity(space), title="Only here")])
    assert [a.title for a in store.all(Activity) if a.id == "a1"] == [
        "Only here",
        space.sessions[1].activities[0].title,
    ]


def _killed_at_random(planner: Path, seed: int) -> tuple[int, Series | None]:
    """Edits in another process until it is killed: how many it acknowledged, and what is there afterwards."""
    random = Random(seed)
    process, acknowledged = in_a_process(edit_without_a_pause, planner, seed)
    told = -1
    for _ in range(random.choice((0, 0, 1, random.randint(2, 60)))):
        assert acknowledged.poll(60), "the other process makes no edits"
        told = acknowledged.recv()
    time.sleep(random.random() / random.choice((20, 1000)))
    process.kill()
    process.join()
    with suppress(EOFError):
        while acknowledged.poll():
            told = acknowledged.recv()
    with Store.open(planner) as store:
        held = store.programmes()
        return told, store.series(held[0].id) if held else None


def _lost(folder: Path, kills: int) -> list[int]:
    lost = []
    for seed in range(kills):
        told, found = _killed_at_random(folder / str(seed) / "planner.amie", seed)
        states = [None, *(series for _, series in islice(edits(seed), told + 2))]
        if found not in states[told + 1 :]:
            lost.append(seed)
    return lost


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    assert _lost(tmp_path, 40) == []


@pytest.mark.on_demand
@pytest.mark.timeout(1800)
def test_no_acknowledged_edit_is_lost_in_500_kills(tmp_path: Path) -> None:
    assert _lost(tmp_path, 500) == []


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_said_in_words_and_loses_nothing(store: Store, space: Series) -> None:
    now = space
    with _no_file_longer_than(300_000), pytest.raises(AmieError) as refused:
        for n in range(1000):
            change = revise(now.sessions[0].session, notes=f"{n} " * 4000)
            store.apply([change])
            now = now.after([change])
    assert str(store.path.parent) in refused.value.message and refused.value.hint
    assert now != space
    assert store.series(space.programme.id) == now
    store.apply([revise(now.programme, aims="There is room again")])
    store.close()
    with Store.open(store.path) as again:
        assert again.series(space.programme.id).sessions == now.sessions
        assert again.programmes()[0].aims == "There is room again"


def test_a_new_planner_is_made_whole_or_not_at_all(planner: Path) -> None:
    with _no_file_longer_than(20_000), pytest.raises(AmieError, match="cannot be written in"):
        Store.open(planner)
    assert [left.name for left in planner.parent.iterdir()] == ["planner.amie.key"]
    with Store.open(planner) as store:
        assert store.programmes() == ()


def test_there_is_no_planner_unless_one_is_wanted(planner: Path) -> None:
    with pytest.raises(AmieError, match="There is no planner file"):
        Store.open(planner, create=False)
    assert not planner.parent.exists()


def test_files_are_private_to_the_account(store: Store, space: Series) -> None:
    assert store.path.parent.stat().st_mode & 0o777 == 0o700
    modes = {file.name: file.stat().st_mode & 0o777 for file in store.path.parent.iterdir()}
    assert modes == dict.fromkeys(("planner.amie", "planner.amie-wal", "planner.amie.key"), 0o600)


def test_no_word_of_a_leader_stands_in_the_file_in_clear(store: Store, space: Series) -> None:
    for file in store.path.parent.iterdir():
        assert b"Rocket" not in file.read_bytes() and b"CREATE TABLE" not in file.read_bytes()


LOADED = """
import sys
from pathlib import Path
from threading import Thread
from amie_planner.domain.changes import revise
from amie_planner.store.store import Store

def loaded(*names):
    return sorted({name.split(".")[0] for name in sys.modules} & set(names))

store = Store.open(Path(sys.argv[1]))
"""


def _says(planner: Path, script: str) -> str:
    command = [sys.executable, "-c", LOADED + script, str(planner)]
    return subprocess.run(
        command, check=True, env={"PYTHONPATH": "src"}, timeout=60, text=True, stdout=subprocess.PIPE
    ).stdout


def test_what_is_kept_is_read_before_any_database_toolkit_is_loaded(store: Store, space: Series) -> None:
    store.close()
    script = """
series = [store.series(programme.id) for programme in store.programmes()]
print(len(series), loaded("sqlalchemy", "sqlmodel", "alembic", "mako", "PySide6", "reportlab"))
"""
    assert _says(store.path, script) == "1 []\n"


def test_a_change_never_loads_alembic_and_is_kept_whether_or_not_the_store_was_ready(store: Store, space: Series):
    store.close()
    ready = {
        "not": "",
        "ready": "store.get_ready_to_write()",
        "meanwhile": "Thread(target=store.get_ready_to_write).start()",
    }
    for name, first in ready.items():
        script = f"""
{first}
(programme,) = store.programmes()
store.apply([revise(programme, aims={name!r})])
print(store.programmes()[0].aims, loaded("sqlmodel", "alembic"))
"""
        assert _says(store.path, script) == f"{name} ['sqlmodel']\n"


def test_getting_ready_to_write_loads_what_the_first_change_would(store: Store) -> None:
    store.close()
    script = """
store.get_ready_to_write()
ready = set(sys.modules)
from amie_planner.domain.records import Programme
from amie_planner.domain.changes import add
store.apply([add(Programme.made(programme="a", id="a", title="A"))])
print(sorted(set(sys.modules) - ready))
"""
    assert _says(store.path, script) == "[]\n"


def _programme(id: str, *days: str | None) -> list[Change]:
    """A programme with sessions on these days."""
    sessions = [{"id": f"s{n}", "title": "A session", "date": day} for n, day in enumerate(days, 1)]
    return [add(r) for r in a_series(programme={"uid": id, "title": "A programme"}, sessions=sessions).records()]


def test_the_sessions_of_a_day_and_after_it_come_by_day(store: Store, space: Series) -> None:
    store.apply(_programme("a", "2026-09-14", "2026-09-07", None))
    found = store.ahead(date(2026, 9, 8))
    assert [(s.programme, s.id) for s in found] == [(space.programme.id, "s1"), ("a", "s1"), (space.programme.id, "s2")]
    assert found[0] == space.sessions[0].session
    assert store.ahead(date(2026, 9, 16)) == ()


def test_a_programme_spans_the_days_of_its_sessions_if_any_has_one(store: Store, space: Series) -> None:
    for made in (_programme("a", "2026-01-02", None), _programme("b", None), _programme("c")):
        store.apply(made)
    assert store.spans() == {
        space.programme.id: (date(2026, 9, 8), date(2026, 9, 15)),
        "a": (date(2026, 1, 2), date(2026, 1, 2)),
        "b": None,
        "c": None,
    }


def test_threads_take_turns(store: Store, space: Series) -> None:
    """Each change adds two notes, so that a half of one would be seen."""
    notes = [
        [NextTime.made(programme=space.programme.id, session="s1", id=f"n{thread}-{n}-{half}") for half in (0, 1)]
        for thread in range(4)
        for n in range(25)
    ]
    before = len(store.all(NextTime))
    seen = []

    def work(mine: list[list[NextTime]]) -> None:
        for pair in mine:
            store.apply(map(add, pair))
            seen.append(len(store.all(NextTime)) - before)

    threads = [Thread(target=work, args=(notes[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == len(notes) and max(seen) == 2 * len(notes)
    assert not [count for count in seen if count % 2]


def test_a_closed_planner_is_not_opened_again_by_using_it(store: Store, space: Series) -> None:
    store.close()
    with Store.open(store.path) as again:
        for use in (store.programmes, lambda: store.apply([revise(space.programme, aims="late")])):
            with pytest.raises(Exception, match="closed"):
                use()
        assert again.series(space.programme.id) == space
