"""New tables and older ones brought up to date are the same; a failed migration changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel
from tests.example_plans import SPACE_SOUNDS
from tests.store.keep_planner import (
    ACTIVITIES,
    BASELINES,
    FOLDER,
    LIBRARY,
    PROMPTS,
    RETURNS,
    TEMPLATES,
    WORDING,
    kept_apart,
    stories,
)

from amie_planner.domain.changes import add
from amie_planner.domain.records import (
    HeardWording,
    LibraryActivity,
    Organisation,
    OwnReturn,
    PlanTemplate,
    ReflectionPrompt,
    ReturnRelease,
)
from amie_planner.exchange.plan_file import read
from amie_planner.store import schema, vault
from amie_planner.store.database import APPLICATION_ID, SCHEMA, File
from amie_planner.store.store import Store
from amie_planner.store.tables import TABLES

SEARCHED = ("search", "search_entry", "search_data", "search_idx", "search_config")
"""The tables of the full-text index, which SQLite itself makes, and of its entries."""


@pytest.fixture
def oldest(planner: Path) -> Iterator[File]:
    """A planner file from before the first tables, open."""
    planner.parent.mkdir()
    planner.touch()
    with closing(File(planner, vault.make(planner))) as file:
        yield file


def _facts(file: File) -> dict[str, Any]:
    """All that the database knows of its tables, whatever the order of columns."""
    with file.writing() as connection:
        look = sa.inspect(connection)
        tables = {table: _facts_of(look, table) for table in look.get_table_names()}
        names = ("user_version", "application_id")
        return tables | {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}


def _facts_of(look: sa.Inspector, table: str) -> list[Any]:
    return [
        {column["name"]: (str(column["type"]), column["nullable"]) for column in look.get_columns(table)},
        look.get_pk_constraint(table),
        *(
            sorted(found, key=str)
            for found in (
                look.get_foreign_keys(table),
                look.get_check_constraints(table),
                look.get_unique_constraints(table),
                [{name: _plainly(of) for name, of in index.items()} for index in look.get_indexes(table)],
            )
        ),
    ]


def _plainly(held: Any) -> Any:
    """Conditions of an index as they read; two of them are never the same object."""
    return {name: str(of) for name, of in held.items()} if isinstance(held, dict) else held


def test_a_planner_brought_up_to_date_is_as_one_made_today(oldest: File, tmp_path: Path) -> None:
    schema.bring_up_to_date(oldest)
    new = tmp_path / "new.amie"
    schema.make(new, vault.make(new))
    with closing(File(new, vault.read(new))) as today:
        assert _facts(oldest) == _facts(today)
        assert len(_facts(today)) == len(TABLES) + len(SEARCHED) + 2
    with oldest.writing() as connection:
        ours = {"compare_type": True, "include_name": lambda name, kind, _: kind != "table" or name not in SEARCHED}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, SQLModel.metadata) == []


def test_an_older_planner_is_brought_up_to_date_when_it_is_opened(oldest: File, planner: Path) -> None:
    with oldest.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    oldest.close()
    for _ in range(2):
        with Store.open(planner) as store:
            space = read(SPACE_SOUNDS.read_bytes())
            if not store.programmes():
                store.apply(map(add, space.records()))
            assert store.series(space.programme.id) == space


OBSTACLES = {
    "a step fails after others were taken": ["CREATE TABLE reply (id TEXT)"],
    "an entry is left without what it belongs to": [
        "CREATE TABLE a (id TEXT PRIMARY KEY)",
        "CREATE TABLE b (a TEXT REFERENCES a)",
        "INSERT INTO b VALUES ('x')",
    ],
}


@pytest.mark.parametrize("obstacle", OBSTACLES.values(), ids=OBSTACLES)
def test_a_migration_that_fails_leaves_the_planner_as_it_was(oldest: File, obstacle: list[str]) -> None:
    with oldest.reading() as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
    with oldest.writing() as connection:
        for statement in obstacle:
            connection.exec_driver_sql(statement)
    before = _facts(oldest)
    with pytest.raises((sa.exc.OperationalError, RuntimeError)):
        schema.bring_up_to_date(oldest)
    assert _facts(oldest) == before
    assert before["user_version"] == 0
    with oldest.reading() as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_planner_that_stands_there_is_never_replaced(planner: Path) -> None:
    Store.open(planner).close()
    before = planner.read_bytes()
    with pytest.raises(FileExistsError):
        schema.make(planner, vault.read(planner))
    assert planner.read_bytes() == before
    assert {file.name for file in planner.parent.iterdir()} == {"planner.amie", "planner.amie.key"}


def test_the_last_migration_leads_to_the_version_of_this_program() -> None:
    config = Config()
    config.set_main_option("script_location", "amie_planner.store:migrations")
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == f"{SCHEMA:04}"
    assert {int(step.revision) for step in script.walk_revisions()} == set(range(1, SCHEMA + 1))


@pytest.mark.parametrize("version", range(1, SCHEMA + 1))
def test_a_real_planner_of_every_version_opens_with_all_that_it_holds(version: int, tmp_path: Path) -> None:
    kept = shutil.copytree(FOLDER / f"v{version}", tmp_path / "kept")
    space = read(SPACE_SOUNDS.read_bytes())
    with Store.open(kept / "planner.amie", create=False) as store:
        told = stories(space.programme.id) if version >= 5 else ()
        assert store.series(space.programme.id) == replace(space, stories=told)
        made = (*store.all(Organisation), *store.all(OwnReturn), *store.all(ReturnRelease))
        assert made == (RETURNS if version >= 5 else ())
        assert store.library() == (LIBRARY if version >= 2 else ())
        assert store.all(HeardWording) == (WORDING if version >= 3 else ())
        assert store.all(ReflectionPrompt) == (PROMPTS if version >= 4 else ())
        assert store.all(LibraryActivity) == (ACTIVITIES if version >= 4 else ())
        assert store.all(PlanTemplate) == (TEMPLATES if version >= 4 else ())
        assert store.baselines() == (BASELINES if version >= 3 else ())
        assert store.kept_apart(space.programme.id) == (kept_apart(space.programme.id) if version >= 3 else ())
