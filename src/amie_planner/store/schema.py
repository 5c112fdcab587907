"""The tables of a planner file: made whole in a new one, brought up to date in an older one.

Loading Alembic takes half a second, so only a file that needs it pays for it.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import SQLModel

from amie_planner.store import files, index
from amie_planner.store.database import APPLICATION_ID, SCHEMA, File
from amie_planner.store.tables import TABLES
from amie_planner.store.vault import Vault


def make(path: Path, vault: Vault) -> None:
    """A new, empty planner file, filled beside its place so that there is never half of one.

    Raises FileExistsError if there is such a file, AmieError and OSError.
    """
    fresh = files.draft(path)
    try:
        with closing(File(fresh, vault)) as file, file.writing() as connection:
            SQLModel.metadata.create_all(connection, tables=list(TABLES.values()))
            index.make(connection.connection.driver_connection)
            _stamp(connection)
        files.settle(fresh, path)
    finally:
        for left in fresh.parent.glob(f"{fresh.name}*"):
            left.unlink()


def bring_up_to_date(file: File) -> None:
    """Leads an older file through its migrations in one transaction: afterwards it is up to date, or as it was.

    References are not checked meanwhile, for rebuilding a table would take its children with it, but once at the end.
    What is searched is made anew from the entries as they are then: no migration has to know it.
    """
    _at_once(file, "PRAGMA foreign_keys=OFF")
    try:
        with file.writing() as connection:
            _migrate(connection, connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            index.fill(connection.connection.driver_connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone():
                raise RuntimeError("a migration left an entry without what it belongs to")
            _stamp(connection)
    finally:
        _at_once(file, "PRAGMA foreign_keys=ON")
    _at_once(file, "PRAGMA wal_checkpoint(TRUNCATE)")


def _migrate(connection: sa.Connection, version: int) -> None:
    """Alembic notes the version in a table of its own; here it is told, and the table goes when it is done."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "amie_planner.store:migrations")
    command.stamp(config, f"{version:04}" if version else "base")
    command.upgrade(config, "head")
    connection.exec_driver_sql("DROP TABLE alembic_version")


def _stamp(connection: sa.Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _at_once(file: File, pragma: str) -> None:
    """Runs what does nothing, or fails, inside a transaction."""
    with file.reading() as connection:
        connection.execute(pragma)
