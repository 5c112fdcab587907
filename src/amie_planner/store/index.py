"""Search inside the encrypted file: one entry for each record that holds text, kept in step in the same transaction.

The words of an entry stand in a table of their own, so that whatever is taken out of the full-text index is exactly
what went in, and `secure-delete` takes it out of the file at once instead of marking it as gone. Taking words out of a
large index costs more than an edit may: what is written over waits in its entry until something is looked for or the
planner closes. What is removed goes at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from amie_planner.domain import searching
from amie_planner.domain.records import Person, Record, Session
from amie_planner.domain.searching import KINDS, MARK, UNMARK, Found, Hit
from amie_planner.store import layout, reading

MADE_BY = (
    """
    CREATE TABLE search_entry (
        place INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        programme TEXT NOT NULL,
        session TEXT NOT NULL,
        id TEXT NOT NULL,
        words TEXT NOT NULL,
        now TEXT,
        UNIQUE (kind, programme, session, id)
    )
    """,
    "CREATE INDEX search_waiting ON search_entry (place) WHERE now IS NOT NULL",
    """
    CREATE VIRTUAL TABLE search USING fts5(
        words, content='search_entry', content_rowid='place', prefix='2 3', columnsize=0,
        tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
    )
    """,
    "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)",
)
"""What makes the tables. `words` are those in the index; `now` are newer ones that wait. A mark is part of its word: in
many scripts the vowels are marks."""

_ROOM = 1 << 40
"""Places for each kind: those of one kind stand together, so that the newest of each are found without sorting."""
_KEY = "kind = ? AND programme = ? AND session = ? AND id = ?"
_NEWEST_FIRST = "SELECT rowid FROM search WHERE search MATCH ? {} ORDER BY rowid DESC LIMIT ?"
_HITS = f"""
    SELECT search.rowid, search_entry.programme, search_entry.session, search_entry.id,
        highlight(search, 0, '{MARK}', '{UNMARK}')
    FROM search JOIN search_entry ON search_entry.place = search.rowid
    WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? AND +search.rowid IN (%s)
"""
_FEW = 4_000
"""So many entries are found in one look; where there are more, a look at each kind comes to its newest sooner."""


def make(connection: Any) -> None:
    """Makes the tables, empty."""
    for statement in MADE_BY:
        connection.execute(statement)


def fill(connection: Any) -> None:
    """Makes every entry anew from the records. Raises InvalidRecord if one does not hold, and driver errors."""
    connection.execute("DROP TABLE IF EXISTS search")
    connection.execute("DROP TABLE IF EXISTS search_entry")
    make(connection)
    for kind in KINDS:
        for record in reading.records(connection, kind):
            _add(connection, record, searching.entry(record))


def keep(connection: Any, before: Record | None, after: Record | None) -> None:
    """Follows a change to one record, in the transaction of the change."""
    if not isinstance(before or after, KINDS):
        return
    now = "" if after is None else searching.entry(after)
    if before is not None and after is not None and now:
        if searching.entry(before) == now or _wait(connection, after, now):
            return
    elif before is not None:
        _remove(connection, before)
    if after is not None and now:
        _add(connection, after, now)


def waiting(connection: Any) -> bool:
    """Whether newer words wait to be found."""
    return connection.execute("SELECT 1 FROM search_entry WHERE now IS NOT NULL LIMIT 1").fetchone() is not None


def catch_up(connection: Any) -> None:
    """Takes what was written over out of the index, and puts in what was written instead."""
    for at, words, now in connection.execute(
        "SELECT place, words, now FROM search_entry WHERE now IS NOT NULL"
    ).fetchall():
        connection.execute("INSERT INTO search(search, rowid, words) VALUES ('delete', ?, ?)", (at, words))
        connection.execute("UPDATE search_entry SET words = now, now = NULL WHERE place = ?", (at,))
        connection.execute("INSERT INTO search(rowid, words) VALUES (?, ?)", (at, now))


def _wait(connection: Any, record: Record, now: str) -> bool:
    """Keeps newer words in the entry of a record; whether there is one."""
    newer = f"UPDATE search_entry SET now = nullif(?, words) WHERE {_KEY}"
    return bool(connection.execute(newer, (now, *record.key)).rowcount)


def _add(connection: Any, record: Record, words: str) -> None:
    if not words:
        return
    first, last = _places(type(record))
    place = "SELECT coalesce(max(place) + 1, ?) FROM search_entry WHERE place BETWEEN ? AND ?"
    ((at,),) = connection.execute(place, (first, first, last))
    connection.execute("INSERT INTO search_entry VALUES (?, ?, ?, ?, ?, ?, NULL)", (at, *record.key, words))
    connection.execute("INSERT INTO search(rowid, words) VALUES (?, ?)", (at, words))


def _remove(connection: Any, record: Record) -> None:
    found = f"FROM search_entry WHERE {_KEY}"
    connection.execute(f"INSERT INTO search(search, rowid, words) SELECT 'delete', place, words {found}", record.key)
    connection.execute(f"DELETE {found}", record.key)


def _places(kind: type[Record]) -> tuple[int, int]:
    first = KINDS.index(kind) * _ROOM
    return first + 1, first + _ROOM - 1


def find(connection: Any, typed: str, kinds: Sequence[type[Record]], most: int) -> tuple[Found, ...]:
    """Of each of these kinds, the newest entries that hold every word of what was typed, at most so many."""
    words = searching.wanted(typed)
    if not words:
        return ()
    asked = " ".join(_quoted(word) + (" *" if may_go_on else "") for word, may_go_on in words)
    places = _newest(connection, asked, kinds, most + 1)
    hits = _hits(connection, asked, {at: kind for kind, found in places.items() for at in found[:most]})
    return tuple(
        Found(kind, tuple(hits[at] for at in found[:most] if at in hits), more=len(found) > most)
        for kind, found in places.items()
        if found
    )


def _quoted(word: str) -> str:
    """A word to find, whatever signs it is made of: none is read as a command."""
    return '"' + word.replace('"', '""') + '"'


def _newest(connection: Any, asked: str, kinds: Sequence[type[Record]], most: int) -> dict[type[Record], list[int]]:
    every = [at for (at,) in connection.execute(_NEWEST_FIRST.format(""), (asked, _FEW))] if len(kinds) > 1 else []
    if every and len(every) < _FEW:
        return {kind: [at for at in every if at // _ROOM == KINDS.index(kind)][:most] for kind in kinds}
    if not every and len(kinds) > 1:
        return {}
    of_one = _NEWEST_FIRST.format("AND rowid BETWEEN ? AND ?")
    return {kind: [at for (at,) in connection.execute(of_one, (asked, *_places(kind), most))] for kind in kinds}


def _hits(connection: Any, asked: str, places: dict[int, type[Record]]) -> dict[int, Hit]:
    """The hits at these places, each looked up once."""
    if not places:
        return {}
    within = _HITS % ", ".join(map(str, places))
    sessions: dict[tuple[str, str], Session | None] = {}
    hits = {}
    for at, programme, session, id, marked in connection.execute(within, (asked, min(places), max(places))).fetchall():
        key = {"programme": programme, "session": session, "id": id}
        record = _one(connection, places[at], {name: key[name] for name in layout.key(places[at])})
        if record is not None:
            held_in = (programme, session or getattr(record, "session", None) or "")
            if held_in not in sessions:
                sessions[held_in] = _session(connection, *held_in)
            hits[at] = Hit(record, tuple(marked.split("\n")), sessions[held_in], _person(connection, record))
    return hits


def _one(connection: Any, kind: type[reading.R], key: dict[str, str]) -> reading.R | None:
    return next(iter(reading.records(connection, kind, **key)), None)


def _session(connection: Any, programme: str, session: str) -> Session | None:
    return _one(connection, Session, {"programme": programme, "id": session}) if session else None


def _person(connection: Any, record: Record) -> Person | None:
    person = getattr(record, "person", None)
    return _one(connection, Person, {"programme": record.key[1], "id": person}) if person else None
