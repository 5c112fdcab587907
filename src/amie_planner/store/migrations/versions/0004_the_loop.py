"""What running, registering and looking back on a session need, holidays, and a leader's own prompts.

What always holds a value is filled in older entries by a default, which stays in the table and is never used again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the columns and the table."""
    op.add_column("programme", sa.Column("holidays", json(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("person", sa.Column("emergency", sa.Text(), nullable=True))
    op.add_column("session", sa.Column("ended", sa.Time(), nullable=True))
    op.create_table(
        "reflection_prompt",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reflection_prompt")),
    )


def json() -> sa.JSON:
    """Lists and what is made of parts; empty is null, not the word "null"."""
    return sa.JSON(none_as_null=True)
