"""What Alembic runs to apply the migrations: on the connection, and in the transaction, that it is given."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

from amie_planner.store import tables

assert tables.TABLES, "the tables are known once they are imported"

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata, render_as_batch=True
)
context.run_migrations()
