"""What a return asks that a plan does not, the stories that may leave, and what was released to whom.

What always holds a value is filled in older entries by a default, which stays in the table and is never used again.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Column = sa.Column[Any]


def upgrade() -> None:
    """Adds the columns and the tables."""
    add("programme", *maybe(json(), "provision", "targets"))
    op.add_column("programme", sa.Column("schools", json(), nullable=False, server_default=sa.text("'[]'")))
    add("person", *maybe(sa.Text(), "code", "school", "born"), *maybe(sa.Boolean(), "new_to_music"))
    add("session", *maybe(sa.Integer(), "audience"))
    stories()
    of_the_leader(
        "organisation",
        *maybe(sa.Text(), "name", "contact", "hub_area", "role", "data_controller"),
        *maybe(sa.Text(), "funder_reference", "agreement_reference"),
    )
    of_the_leader("own_return", *maybe(sa.Text(), "text"))
    of_the_leader(
        "return_release",
        *always(sa.Date(), "made_on", "first", "last"),
        *maybe(sa.Time(), "made_at"),
        *always(sa.Text(), "profile"),
        *maybe(sa.Text(), "template", "recipient", "reason"),
        *always(sa.Integer(), "version"),
        *always(json(), "programmes", "figures"),
    )


def stories() -> None:
    """What was told and may leave, in a programme."""
    op.create_table(
        "story",
        *always(sa.Text(), "programme", "id", "kind"),
        *always(sa.Integer(), "position"),
        *maybe(sa.Text(), "made_up_name", "words", "voice", "agreed_by"),
        *maybe(sa.Date(), "agreed_on"),
        sa.PrimaryKeyConstraint("programme", "id", name=op.f("pk_story")),
        sa.ForeignKeyConstraint(
            ["programme"],
            ["programme.programme"],
            name=op.f("fk_story_programme"),
            deferrable=True,
            initially="DEFERRED",
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


def add(table: str, *columns: Column) -> None:
    """Columns of a table that there is."""
    for column in columns:
        op.add_column(table, column)


def always(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that always hold a value."""
    return [sa.Column(name, kind, nullable=False) for name in names]


def maybe(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that may be empty: not recorded."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def json() -> sa.JSON:
    """Lists and what is made of parts; empty is null, not the word "null"."""
    return sa.JSON(none_as_null=True)
