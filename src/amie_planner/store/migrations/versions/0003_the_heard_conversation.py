"""What to look at in a session, a hub's words for HEARD, equality monitoring with its local baselines, and what the
participant strip shows.

What always holds a value is filled in older entries by a default, which stays in the table and is never used again.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Column = sa.Column[Any]


def upgrade() -> None:
    """Adds the column and the tables."""
    op.add_column("session", sa.Column("focus", json(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("reply", sa.Column("answer", sa.Text(), nullable=True))
    op.add_column("activity", sa.Column("card", json(), nullable=True))
    of_a_programme("picture", *maybe(sa.Text(), "title", "credit"), *always(sa.Text(), "image"), ondelete="NO ACTION")
    of_the_leader("heard_wording", *maybe(sa.Text(), "name", "says", "asks"), *always(sa.Boolean(), "left_out"))
    of_the_leader(
        "local_baseline",
        *always(sa.Text(), "question", "area", "people"),
        *maybe(sa.Text(), "published", "source", "licence"),
        *always(json(), "amounts"),
    )
    of_a_programme(
        "monitoring",
        *always(sa.Boolean(), "on"),
        *maybe(sa.Text(), "agreed_by", "compared"),
        *maybe(sa.Date(), "since"),
        *always(json(), "questions", "beside"),
    )
    of_a_programme(
        "monitoring_answers",
        *always(sa.Text(), "person"),
        *maybe(sa.Date(), "agreed_on", "told_on", "objected_on"),
        *maybe(sa.Text(), "agreed_by", "told_by"),
        *always(json(), "answers"),
        sa.CheckConstraint("id = person", name=op.f("ck_monitoring_answers_own_person")),
        goes_with(
            ["programme", "person"],
            ["person.programme", "person.id"],
            name="fk_monitoring_answers_programme_person",
        ),
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


def of_a_programme(table: str, *columns: Column | sa.Constraint, ondelete: str = "CASCADE") -> None:
    """A table of what belongs to a programme; what is kept apart goes with it by itself."""
    op.create_table(
        table,
        *always(sa.Text(), "programme", "id"),
        *always(sa.Integer(), "position"),
        *columns,
        sa.PrimaryKeyConstraint("programme", "id", name=op.f(f"pk_{table}")),
        goes_with(["programme"], ["programme.programme"], name=f"fk_{table}_programme", ondelete=ondelete),
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


def goes_with(columns: list[str], to: list[str], name: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    """A reference to what this belongs to, which takes it along when it goes."""
    return sa.ForeignKeyConstraint(
        columns, to, name=op.f(name), ondelete=ondelete, deferrable=True, initially="DEFERRED"
    )
