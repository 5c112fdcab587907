"""The one connection to a planner file: encrypted, exclusive, every commit durable, every fault in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from random import uniform
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as driver

from amie_planner.errors import AmieError, InvalidRecord, StaleChange
from amie_planner.store import files
from amie_planner.store.vault import Vault

if TYPE_CHECKING:
    import sqlalchemy as sa

SCHEMA = 5
"""The version of the tables; a file says it in its user_version, and a migration leads from each to the next."""
APPLICATION_ID = int.from_bytes(b"AMIE", "big")
_REAL_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
WAIT = 0.3
"""Seconds to wait for another window to let go."""

PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)


class File:
    """An open planner file, used by one thread at a time. Whatever it meets that a leader can mend is an AmieError.

    No page is read without its seal, and all seals are looked at before the file is open. That the tables are whole in
    themselves, which takes twice as long, is seen by `look_through`, and before anything is written.
    """

    def __init__(self, path: Path, vault: Vault) -> None:
        """Opens the file, and looks at the seal of each page."""
        self.path = path
        self._vault = vault
        self._turn, self._looking = Lock(), Lock()
        self._whole = False
        with self._held():
            self._connection = connect(path, vault)

    def close(self) -> None:
        """Lets the file go."""
        with self._held():
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The driver connection, for statements that stand alone."""
        with self._held():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction on the same connection: all of it is durable afterwards, or nothing was done."""
        self.look_through()
        with self._held(), self._engine.begin() as connection:
            yield connection

    def look_through(self) -> None:
        """Sees once that each table is whole; between two of them another thread may have its turn. Raises AmieError.

        All at once would also work out the full-text index from its parts, which takes ten times as long.
        """
        with self._looking:
            if self._whole:
                return
            with self._held():
                tables = self._connection.execute(_REAL_TABLES).fetchall()
            for (table,) in tables:
                with self._held():
                    if self._connection.execute(f"PRAGMA quick_check('{table}')").fetchall() != [("ok",)]:
                        raise damaged()
            self._whole = True

    @cached_property
    def _engine(self) -> sa.Engine:
        from amie_planner.store import engine

        return engine.over(self._connection)

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._turn:
            try:
                yield
            except Exception as error:
                said = _said(getattr(error, "orig", error), self.path, self._vault)
                if said is None:
                    raise
                raise said from error


def connect(path: Path, vault: Vault) -> Any:
    """A driver connection to a file of which every page has its seal. Raises AmieError and driver errors."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise files.cannot_write(path.parent)
    _refuse_newer(_version_at_rest(path, vault))
    until = monotonic() + WAIT
    while True:
        try:
            return _locked(path, vault)
        except driver.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or monotonic() > until:
                raise
            sleep(uniform(0.01, 0.05))  # in step, two windows could keep each other out


def _locked(path: Path, vault: Vault) -> Any:
    connection = _keyed(str(path), vault)
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        _refuse_newer(_number(connection, "user_version"))
        _refuse_damaged(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _keyed(name: str, vault: Vault, **options: Any) -> Any:
    connection = driver.connect(name, timeout=0, isolation_level=None, check_same_thread=False, **options)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key = \"x'{vault.key.hex()}{vault.mark.hex()}'\"")
    return connection


def _version_at_rest(path: Path, vault: Vault) -> int:
    """The version in the main file, read so that neither it nor the log of changes beside it is touched; 0 if unread.

    Closing an ordinary connection would write that log into the file, even a file that is then refused.
    """
    connection = _keyed(path.as_uri() + "?immutable=1", vault, uri=True)
    try:
        return _number(connection, "user_version")
    except driver.Error:
        return 0
    finally:
        connection.close()


def _number(connection: Any, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _refuse_newer(version: int) -> None:
    if version > SCHEMA:
        raise AmieError(
            f"A newer AMIE Planner kept this file: its version is {version}, and this one reads up to {SCHEMA}.",
            "Update AMIE Planner to open it. Nothing has been changed.",
        )


def _refuse_damaged(connection: Any) -> None:
    """Looks at the seal of every page. The log goes in first: before that, sound pages can look damaged."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise damaged()


def damaged() -> AmieError:
    """What is said when a page of the file is not what was written."""
    return AmieError("This planner file is damaged.", "Open a copy of it from before. Nothing has been changed.")


def stale() -> StaleChange:
    """What is said when a record is not as a change found it."""
    return StaleChange("This has changed, gone or appeared meanwhile.", "Look at it again, then make your change.")


def _said(fault: Exception, path: Path, vault: Vault) -> AmieError | None:
    """A fault of the driver in plain words, or None for one that is ours."""
    match getattr(fault, "sqlite_errorname", None):
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return AmieError("This planner is open in another window.", "Go on there, or close it and try again.")
        case "SQLITE_FULL":
            return files.no_room(path.parent)
        case "SQLITE_IOERR" | "SQLITE_READONLY" | "SQLITE_CANTOPEN":
            return files.cannot_write(path.parent)
        case "SQLITE_NOTADB":
            return _unreadable(path, vault)
        case "SQLITE_CORRUPT" | "SQLITE_CORRUPT_VTAB":
            return damaged()
        case "SQLITE_CONSTRAINT" if "UNIQUE" in str(fault):
            return stale()
        case "SQLITE_CONSTRAINT":
            return InvalidRecord(
                "Something here would be left without what it belongs to.",
                "Remove or move what belongs to it first. Nothing has been changed.",
            )
    return None


def _unreadable(path: Path, vault: Vault) -> AmieError:
    """Why a file does not open with its key: each has its own sentence."""
    with path.open("rb") as file:
        head = file.read(len(vault.mark))
    if head == vault.mark:
        return damaged()
    if path.stat().st_size % 4096 or head.startswith((b"SQLite format 3", b"%PDF", b"PK\3\4")):
        return AmieError("This is not a planner file.", "Choose another file. Nothing has been changed.")
    return AmieError(
        "The key beside this planner belongs to another file, or the start of the planner file is damaged.",
        "Put its own key beside it, or open a copy from before. Nothing has been changed.",
    )
