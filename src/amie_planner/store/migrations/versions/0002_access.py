"""Profiles and access riders, groups, expected barriers, kit, what was carried on, and the library of adaptations.

What always holds a value is filled in older entries by a default, which stays in the table and is never used again.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Column = sa.Column[Any]


def upgrade() -> None:
    """Adds the columns and the table."""
    widen("programme", *lists("kit"))
    widen("team_member", *maybe(sa.Text(), "access_needs", "access_agreed"), *maybe(sa.Date(), "access_review_on"))
    widen(
        "person",
        *maybe(sa.Text(), "name_at_home", "pronouns", "strengths", "what_helps", "in_the_way"),
        *maybe(sa.Text(), "working_towards", "who_may_see"),
        *maybe(sa.Date(), "review_on"),
        *maybe(sa.JSON(none_as_null=True), "shows"),
        *lists("groups", "kit"),
        sa.Column("archived", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
    widen("session", *lists("expects"), *maybe(sa.Integer(), "adults"))
    widen("adaptation", *maybe(sa.Text(), "carried"))
    widen("by_design", *maybe(sa.Text(), "barrier"))
    library()


def library() -> None:
    """What the leader keeps on the shelf for any programme."""
    op.create_table(
        "library_adaptation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        *maybe(sa.Text(), "reach", "what", "set_up", "fallback", "safety", "ages", "source"),
        *maybe(sa.Integer(), "setup_minutes", "lead_days", "adults"),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("nothing_needed", "to_review", "hidden")),
        *(
            sa.Column(name, sa.JSON(none_as_null=True), nullable=False)
            for name in ("barriers", "kinds", "kit", "works_well_with")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_adaptation")),
    )


def widen(table: str, *columns: Column) -> None:
    """Gives a table more columns."""
    for column in columns:
        op.add_column(table, column)


def maybe(kind: sa.types.TypeEngine[Any], *names: str) -> list[Column]:
    """Columns that may be empty: not recorded."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def lists(*names: str) -> list[Column]:
    """Columns that always hold a list; in what is already there, an empty one."""
    kind = sa.JSON(none_as_null=True)
    return [sa.Column(name, kind, nullable=False, server_default=sa.text("'[]'")) for name in names]
