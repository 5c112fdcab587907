"""Search inside the planner file: it says what the records say, whatever was done, and keeps nothing that has gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.example_plans import SPACE_SOUNDS
from tests.store.keep_planner import FOLDER, kept_apart
from tests.store.strategies import HOSTILE, steps

from amie_planner.domain import searching
from amie_planner.domain.bringing_in import replace
from amie_planner.domain.changes import Change, add, inverse, remove, revise
from amie_planner.domain.edits.people import remove_person
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity, LibraryAdaptation, Person, Record, Session
from amie_planner.domain.searching import KINDS, Hit
from amie_planner.errors import StaleChange
from amie_planner.exchange.plan_file import read
from amie_planner.store import index
from amie_planner.store.store import Store

LIBRARY = LibraryAdaptation.made(id="own1", title="Lights dip before the loud part")


@pytest.fixture
def space(store: Store) -> Series:
    """The space-sounds programme, kept in the store."""
    series = read(SPACE_SOUNDS.read_bytes())
    store.apply(map(add, series.records()))
    return series


def _asked(store: Store, sql: str) -> list[tuple[Any, ...]]:
    with store._file.reading() as connection:
        return list(connection.execute(sql).fetchall())


def _check(store: Store) -> None:
    """The entries are those of the records, and the index holds the words of the entries and no others, before and
    after what was written over is followed up."""
    _agree(store)
    store.search("anything")
    assert _asked(store, "SELECT count(*) FROM search_entry WHERE now IS NOT NULL") == [(0,)]
    _agree(store)


def _agree(store: Store) -> None:
    held = {record.key: searching.entry(record) for kind in KINDS for record in store.all(kind)}
    entries = _asked(store, "SELECT kind, programme, session, id, coalesce(now, words) FROM search_entry")
    assert {tuple(key): words for *key, words in entries} == {key: words for key, words in held.items() if words}
    _asked(store, "INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")


def _found(store: Store, typed: str) -> list[tuple[str, ...]]:
    return [hit.record.key for hit in _hits(store, typed)]


def _hits(store: Store, typed: str, kinds: Sequence[type[Record]] = KINDS, most: int = 20) -> list[Hit]:
    return [hit for found in store.search(typed, kinds, most) for hit in found.hits]


def _left(store: Store, word: str) -> list[str]:
    """The tables of the search in which a word is still to be found, as bytes."""
    shadows = _asked(
        store,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'search%' AND rootpage > 0 AND sql > ''",
    )
    tables = [name for (name,) in shadows]
    assert {"search_data", "search_idx", "search_entry"} <= set(tables)
    return [table for table in tables if word.encode() in _bytes(_asked(store, f"SELECT * FROM {table}"))]


def _bytes(rows: Iterable[tuple[Any, ...]]) -> bytes:
    cells = (cell for row in rows for cell in row)
    return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in cells).lower()


def test_what_was_written_is_found_by_the_beginnings_of_its_words(store: Store, space: Series) -> None:
    found = [hit.record for hit in _hits(store, "son hel") if isinstance(hit.record, Activity)]
    assert [(record.session, record.title) for record in found] == [("s2", "Hello song"), ("s1", "Hello song")]
    assert _found(store, "zzz") == []
    assert _found(store, "  ") == []


def test_where_very_many_are_found_the_newest_of_each_kind_are_the_same(
    store: Store, space: Series, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {typed: store.search(typed, most=2) for typed in ("a", "so", "hello son", "september", "zzz")}
    assert any(found.more for found in said["so"])
    monkeypatch.setattr(index, "_FEW", 1)
    assert {typed: store.search(typed, most=2) for typed in said} == said


def test_a_hit_brings_its_session_and_its_person(store: Store, space: Series) -> None:
    [hit] = [hit for hit in _hits(store, "pressed four times") if hit.record.key[0] == "Observation"]
    assert hit.person == next(person for person in space.people if person.id == hit.record.person)
    assert hit.session == space.sessions[0].session
    assert searching.piece(hit.best()[1], 40).startswith("«Pressed» «four» «times»")


def test_the_newest_of_each_kind_come_first_and_no_more_than_asked(store: Store, space: Series) -> None:
    place = {"programme": space.programme.id, "session": "s1"}
    store.apply(add(Activity.made(id=f"n{n}", title=f"Zither {n}", **place)) for n in range(30))
    store.apply([revise(space.sessions[0].session, notes="The zither came")])
    hits = _hits(store, "zither", most=3)
    assert [hit.record.id for hit in hits if isinstance(hit.record, Activity)] == ["n29", "n28", "n27"]
    assert [hit.record.id for hit in hits if isinstance(hit.record, Session)] == ["s1"]
    assert len(_hits(store, "zither", [Activity], 100)) == 30


WAYS_TO_WRITE = {
    "accents": ("Café Élan", "cafe elan"),
    "capitals": ("ÉCOLE", "école"),
    "a name in Chinese": ("小明喜欢打鼓", "打鼓"),
    "a name in Japanese": ("ゆうとの太鼓", "太鼓"),
    "Thai": ("เด็กชอบร้องเพลง", "ร้อง"),
    "Korean, with an ending": ("민준이가 노래한다", "민준"),
    "Hindi": ("नमस्ते दोस्तों", "दोस्त"),
    "Arabic": ("مرحبا يا أصدقاء", "أصدق"),
    "Polish": ("Zażółć gęślą jaźń", "zazolc"),
    "a Polish name": ("Łukasz claps", "lukasz"),
    "Punjabi": ("ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ", "ਸ੍ਰੀ"),
}


@pytest.mark.parametrize("way", WAYS_TO_WRITE)
def test_every_way_to_write_is_found(store: Store, space: Series, way: str) -> None:
    text, typed = WAYS_TO_WRITE[way]
    store.apply([revise(space.sessions[0].session, notes=text)])
    assert _found(store, typed) == [("Session", space.programme.id, "", "s1")]
    said = searching.piece(_hits(store, typed)[0].best()[1], 90)
    assert "«" in said and said.replace("«", "").replace("»", "") == text


def test_signs_in_another_order_are_another_word(store: Store, space: Series) -> None:
    store.apply([revise(space.sessions[0].session, notes="打鼓")])
    assert _found(store, "鼓打") == []


COMMANDS = (
    'say "hello', '"', '""', "hello*", "*", "hel* -song", "-song", "^hello", "words:hello", "search:", "NEAR(hello so)",
    "hello AND", "OR", "NOT hello", "hello NOT song", "(", ")", "{words}:x", "a + b", "hello\x00song", "'; DROP TABLE",
    "%", "_", "\\", "hello\nsong", "\ufffe", "\u200b", "🎵", "ﷺ", "\x02\x03", "e\u0301" * 50, "x" * 9_000, "a " * 4_000,
)  # fmt: skip


@pytest.mark.parametrize("typed", (*COMMANDS, *HOSTILE), ids=range(len(COMMANDS) + len(HOSTILE)))
def test_whatever_is_typed_is_words_and_never_a_command(store: Store, space: Series, typed: str) -> None:
    store.apply([revise(space.sessions[0].session, notes=f"Zither {typed[:9_000]}")])
    found = _found(store, f"zither {typed}"[:2_000])
    assert ("Session", space.programme.id, "", "s1") in found
    assert store.series(space.programme.id).programme == space.programme
    _check(store)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(typed=st.text(max_size=40))
def test_no_text_makes_a_search_fail(store: Store, typed: str) -> None:
    if not store.programmes():
        store.apply(map(add, read(SPACE_SOUNDS.read_bytes()).records()))
    assert isinstance(store.search(typed.encode("utf-8", "replace").decode()), tuple)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(data=st.data())
def test_the_search_says_what_the_records_say_after_any_history(store: Store, data: st.DataObject) -> None:
    before = read(SPACE_SOUNDS.read_bytes())
    if not store.programmes():
        store.apply(map(add, (*before.records(), LIBRARY)))
    made = data.draw(steps(before))
    for step in made:
        store.apply(step)
        _check(store)
    for step in reversed(made):
        store.apply(inverse(step))
    _check(store)


def test_what_is_refused_is_not_found(store: Store, space: Series) -> None:
    activity = space.sessions[0].activities[0]
    with pytest.raises(StaleChange):
        store.apply([revise(space.sessions[0].session, notes="Zither"), remove(activity.revised(aim="another"))])
    assert _found(store, "zither") == []
    _check(store)


def _with_somebody(store: Store, space: Series) -> Series:
    somebody = Person.made(
        id="p99", programme=space.programme.id, alias="Quillfeather", name="Xanthippe", what_helps="Wobbleboard"
    )
    store.apply([add(somebody)])
    return store.series(space.programme.id)


def test_nothing_of_a_person_who_was_removed_is_left_in_any_table_of_the_search(store: Store, space: Series) -> None:
    series = _with_somebody(store, space)
    words = ("quillfeather", "xanthippe", "wobbleboard", "wob", "qu")
    assert all(_left(store, word) for word in words[:3])
    changes = remove_person(series, "p99")
    store.apply(changes)
    for word in ("quillfeather", "uillfeather", "xanthippe", "anthippe", "wobbleboard", "obbleboard"):
        assert _left(store, word) == []
    assert _found(store, "quillfeather") == []
    _check(store)
    store.apply(inverse(changes))
    assert _found(store, "quillfeather") == [("Person", space.programme.id, "", "p99")]
    _check(store)


@pytest.mark.parametrize("how", ["something is looked for", "the planner was closed"])
def test_words_that_were_written_over_are_not_left_once(store: Store, space: Series, how: str) -> None:
    series = _with_somebody(store, space)
    somebody = next(person for person in series.people if person.id == "p99")
    store.apply([revise(somebody, alias="Robin", name=None, what_helps="Drums")])
    again = _looked_for_or_closed(store, how)
    assert [_left(again, word) for word in ("uillfeather", "anthippe", "obbleboard")] == [[], [], []]
    _check(again)
    assert _found(again, "robin drums") == [("Person", space.programme.id, "", "p99")]
    again.close()


def _looked_for_or_closed(store: Store, how: str) -> Store:
    if how == "something is looked for":
        store.search("robin")
        return store
    store.close()
    return Store.open(store.path)


def test_where_nothing_can_be_written_a_search_answers_with_what_is_found_so_far(store: Store, space: Series) -> None:
    store.apply([revise(space.sessions[0].session, notes="Zither")])
    _asked(store, "PRAGMA query_only = ON")
    assert ("Session", space.programme.id, "", "s1") in _found(store, space.sessions[0].session.title)
    assert _found(store, "zither") == []
    _asked(store, "PRAGMA query_only = OFF")
    assert _found(store, "zither") == [("Session", space.programme.id, "", "s1")]


def test_typing_on_in_a_text_asks_for_no_work_on_the_index_until_it_is_needed(store: Store, space: Series) -> None:
    session = space.sessions[0].session
    before = _asked(store, "SELECT id, block FROM search_data")
    for n in range(5):
        after = session.revised(notes=f"Zither {n}")
        store.apply([Change(session, after)])
        session = after
    assert _asked(store, "SELECT id, block FROM search_data") == before
    assert _found(store, "zither 4") == [("Session", space.programme.id, "", "s1")]
    assert _found(store, "zither 3") == []
    store.apply([Change(session, session.revised(notes=None))])
    _check(store)


def test_somebody_who_goes_while_their_words_wait_is_gone_with_all_of_them(store: Store, space: Series) -> None:
    somebody = next(person for person in _with_somebody(store, space).people if person.id == "p99")
    store.apply([revise(somebody, name="Ermintrude")])
    store.apply(remove_person(store.series(space.programme.id), "p99"))
    assert [_left(store, word) for word in ("uillfeather", "anthippe", "rmintrude")] == [[], [], []]
    _check(store)


def test_what_is_kept_apart_is_never_found(store: Store, space: Series) -> None:
    store.apply(map(add, kept_apart(space.programme.id)))
    assert not any(_left(store, word) for word in ("prefer not to say", "eal", "ethnic"))
    _check(store)


def test_a_programme_that_replaces_another_is_found_with_what_it_says_now(store: Store, space: Series) -> None:
    first = space.sessions[0]
    newer = space.after([revise(first.session, notes="Now with a zither")])
    records: tuple[Record, ...] = tuple(r for r in newer.records() if r.key != first.activities[0].key)
    store.apply(replace(store.series(space.programme.id), Series.of(records)))
    assert _found(store, "zither") == [("Session", space.programme.id, "", "s1")]
    _check(store)


@pytest.mark.parametrize("version", (1, 3))
def test_an_older_planner_can_be_searched_once_it_is_open(tmp_path: Path, version: int) -> None:
    kept = shutil.copytree(FOLDER / f"v{version}", tmp_path / "kept")
    for _ in range(2):
        with Store.open(kept / "planner.amie", create=False) as store:
            assert store.search("hello song")
            assert bool(store.search("lights dip", [LibraryAdaptation])) is (version >= 2)
            _check(store)
