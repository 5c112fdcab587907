"""The one connection to a planner file: encrypted, exclusive, every commit durable, every fault in plain words."""

from __future__ import annotations

import os
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json, to_json
from sqlalchemy.engine import ExceptionContext
from sqlcipher3 import dbapi2 as driver

from amie_planner.errors import AmieError, InvalidRecord, StaleChange
from amie_planner.store import files
from amie_planner.store.vault import Vault

SCHEMA = 1
"""The version of the tables; a file says it in its user_version, and a migration leads from each to the next."""
APPLICATION_ID = int.from_bytes(b"AMIE", "big")
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


def engine(path: Path, vault: Vault) -> sa.Engine:
    """An engine with one connection to a file. Whatever it meets that a leader can mend is raised as AmieError.

    The pool hands the connection to one thread at a time. Every transaction begins as IMMEDIATE, so that a change of
    the tables is undone with the rest.
    """
    made = sa.create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, vault),
        poolclass=sa.QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        json_serializer=lambda value: to_json(value, by_alias=False).decode(),
        json_deserializer=from_json,
    )
    sa.event.listen(made, "begin", _begin)
    sa.event.listen(made, "handle_error", lambda context: _said(context, path, vault))
    return made


def connect(path: Path, vault: Vault) -> Any:
    """A driver connection to a file that was looked through from end to end. Raises AmieError and driver errors."""
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
    """Reads every page and its seal. The log goes in first: before that, sound pages can look damaged."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if broken or connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise damaged()


def damaged() -> AmieError:
    """What is said when a page of the file is not what was written."""
    return AmieError("This planner file is damaged.", "Open a copy of it from before. Nothing has been changed.")


def stale() -> StaleChange:
    """What is said when a record is not as a change found it."""
    return StaleChange("This has changed, gone or appeared meanwhile.", "Look at it again, then make your change.")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _said(context: ExceptionContext, path: Path, vault: Vault) -> AmieError | None:
    """A fault of the driver in plain words, or None for one that is ours."""
    fault = context.original_exception
    match getattr(fault, "sqlite_errorname", None):
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return AmieError("This planner is open in another window.", "Go on there, or close it and try again.")
        case "SQLITE_FULL":
            return files.no_room(path.parent)
        case "SQLITE_IOERR" | "SQLITE_READONLY" | "SQLITE_CANTOPEN":
            return files.cannot_write(path.parent)
        case "SQLITE_NOTADB":
            return _unreadable(path, vault)
        case "SQLITE_CORRUPT":
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
