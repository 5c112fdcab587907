"""What running, registering and looking back on a session need, holidays, and what a leader words and keeps at hand.

What always holds a value is filled in older entries by a default, which stays in the table and is never used again.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Column = sa.Column[Any]


def upgrade() -> None:
    """Adds the columns and the tables."""
    op.add_column("programme", sa.Column("holidays", json(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("person", sa.Column("emergency", sa.Text(), nullable=True))
    op.add_column("session", sa.Column("ended", sa.Time(), nullable=True))
    of_the_leader("reflection_prompt", *maybe(sa.Text(), "words"), *always(sa.Boolean(), "left_out"))
    of_the_leader(
        "library_activity",
        *always(sa.Text(), "title"),
        *maybe(sa.Text(), "kind", "aim", "instructions", "ages", "source"),
        *maybe(sa.Integer(), "minutes"),
        *maybe(json(), "decision", "card"),
        *always(json(), "settings", "kit", "music", "by_design"),
        *always(sa.Boolean(), "to_review", "hidden"),
    )
    of_the_leader(
        "plan_template",
        *always(sa.Text(), "title"),
        *maybe(sa.Text(), "setting", "notes", "source"),
        *maybe(sa.Integer(), "minutes", "ready_minutes", "adults"),
        *always(json(), "expects", "intentions", "activities", "adaptations"),
        *always(sa.Boolean(), "hidden"),
    )


def of_the_leader(table: str, *columns: Column) -> None:
    """A table of what belongs to no programme."""
    op.create_table(
        table,
        *always(sa.Text(), "id"),
        *always(sa.Integer(), "position"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def always(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that always hold a value."""
    return [sa.Column(name, kind, nullable=False) for name in names]


def maybe(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that may be empty: not recorded."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def json() -> sa.JSON:
    """Lists and what is made of parts; empty is null, not the word "null"."""
    return sa.JSON(none_as_null=True)
