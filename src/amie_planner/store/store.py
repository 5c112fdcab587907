"""Store: the planner file as records. Changes go in all or none; records, a Series or a Plan come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Self, TypeVar

from amie_planner.domain.changes import Change
from amie_planner.domain.monitoring import OF_MONITORING, LocalBaseline
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import (
    OF_PROGRAMMES,
    InProgramme,
    LibraryAdaptation,
    Programme,
    Record,
    Session,
)
from amie_planner.domain.searching import KINDS, Found
from amie_planner.errors import AmieError
from amie_planner.places import make_private
from amie_planner.store import files, index, reading, vault
from amie_planner.store.database import SCHEMA, File

R = TypeVar("R", bound=Record)


class Store:
    """One open planner file. One thread at a time uses it; a second window on the file is refused.

    What is kept can be read at once. SQLModel and SQLAlchemy are loaded by the first change, or ahead of it.
    """

    def __init__(self, file: File) -> None:
        self.path = file.path
        self._file = file
        self._open = True

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Opens a planner file, looking at the seal of every page, and makes a new one where there is none.

        Raises AmieError: no such file, no key, another key, damaged, newer, open elsewhere, no room, read-only.
        """
        path = path.resolve()
        try:
            if not path.exists():
                _make(path, create)
            if not path.stat().st_size:
                raise AmieError("This planner file is empty.", "Open a copy of it from before. Nothing is changed.")
            file = File(path, vault.read(path))
        except OSError as error:
            raise files.cannot_write(path.parent, error) from error
        try:
            _bring_up_to_date(file)
        except BaseException:
            file.close()
            raise
        return cls(file)

    def close(self) -> None:
        """Lets the file go, for another window to open. Nothing that was written over is left in it to be found."""
        if self._open:
            self._open = False
            with suppress(AmieError):  # it waits until the next time
                self._follow_up_search()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def look_through(self) -> None:
        """Sees that every table is whole in itself: a page that the disk never wrote has a sound seal, from before.

        To be asked before what is read goes anywhere. Any thread may do this while another uses the store. Raises
        AmieError where something is missing; nor can anything be written then.
        """
        self._file.look_through()

    def get_ready_to_write(self) -> None:
        """Loads what a change needs, and looks all tables through, so that the first change need not wait for it.

        Any thread may do this while another uses the store. Raises AmieError as `look_through` does.
        """
        import_module("amie_planner.store.writing")
        with self._file.writing():
            pass

    def apply(self, changes: Iterable[Change]) -> None:
        """Makes all the changes or none; they are durable when this returns.

        Raises StaleChange if a record is not as its change found it, InvalidRecord if one does not hold or would be
        left without what it belongs to, and AmieError if the place cannot be written.
        """
        from amie_planner.store import writing

        changes = tuple(changes)
        with self._file.writing() as connection:
            for change in changes:
                writing.apply(connection, change)

    def programmes(self) -> tuple[Programme, ...]:
        """Every programme, in order."""
        return self.all(Programme)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one kind, by programme, session and position."""
        with self._file.reading() as connection:
            return reading.records(connection, kind)

    def ahead(self, day: date) -> tuple[Session, ...]:
        """The sessions of a day and of those after it, by day."""
        with self._file.reading() as connection:
            return reading.ahead(connection, day)

    def spans(self) -> dict[str, tuple[date, date] | None]:
        """Of each programme the days of its first and its last session; nothing where none has a day."""
        with self._file.reading() as connection:
            return reading.spans(connection)

    def library(self) -> tuple[LibraryAdaptation, ...]:
        """What the leader wrote or altered in the library, in order."""
        return self.all(LibraryAdaptation)

    def verdicts(self) -> tuple[tuple[str, str, int], ...]:
        """What came of the changes that were taken from the library: entry, verdict, how often."""
        with self._file.reading() as connection:
            return reading.verdicts(connection)

    def kept_apart(self, programme: str) -> tuple[InProgramme, ...]:
        """What is kept of a programme apart from its plans: equality monitoring."""
        with self._file.reading() as connection:
            return tuple(r for kind in OF_MONITORING for r in reading.records(connection, kind, programme=programme))

    def baselines(self) -> tuple[LocalBaseline, ...]:
        """The local tables that the leader loaded, in order."""
        return self.all(LocalBaseline)

    def search(self, typed: str, kinds: Sequence[type[Record]] = KINDS, most: int = 20) -> tuple[Found, ...]:
        """Of each kind, the newest entries that hold every word of what was typed, at most so many.

        Where the file cannot be written, what waits to be found is not found yet.
        """
        with suppress(AmieError):
            self._follow_up_search()
        with self._file.reading() as connection:
            return index.find(connection, typed, kinds, most)

    def _follow_up_search(self) -> None:
        with self._file.reading() as connection:
            waiting = index.waiting(connection)
        if waiting:
            with self._file.writing() as writing:
                index.catch_up(writing.connection.driver_connection)

    def series(self, programme: str) -> Series:
        """A programme and all that belongs to it. Raises AmieError if it is not here."""
        with self._file.reading() as connection:
            found = [r for kind in OF_PROGRAMMES for r in reading.records(connection, kind, programme=programme)]
        if not found:
            raise AmieError("This programme is not in the planner.", "It may have been removed.")
        return Series.of(found)

    def plan(self, programme: str, session: str) -> Plan:
        """One session, its programme and the sessions before it. Raises AmieError if it is not here."""
        try:
            return self.series(programme).plan(session)
        except KeyError:
            raise AmieError("This session is not in the planner.", "It may have been removed.") from None


def _make(path: Path, create: bool) -> None:
    if not create:
        raise AmieError(f"There is no planner file {path}.", "Choose another file.")
    if path.with_name(path.name + "-wal").exists():
        raise AmieError(
            f"{path.name} is missing, but changes that belong to it are still here.",
            f"Put {path.name} back into {path.parent}. Nothing has been changed.",
        )
    from amie_planner.store import schema

    make_private(path.parent)
    try:
        schema.make(path, vault.make(path))
    except FileExistsError:
        return  # another window was quicker


def _bring_up_to_date(file: File) -> None:
    with file.reading() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA:
        from amie_planner.store import schema

        schema.bring_up_to_date(file)
