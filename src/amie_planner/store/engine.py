"""SQLAlchemy over the connection that a planner file has already."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json, to_json
from sqlcipher3 import dbapi2 as driver


def over(connection: Any) -> sa.Engine:
    """An engine with one driver connection and never another.

    Every transaction begins as IMMEDIATE, so that a change of the tables is undone with the rest.
    """
    engine = sa.create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connection,
        poolclass=sa.StaticPool,
        hide_parameters=True,
        json_serializer=lambda value: to_json(value, by_alias=False).decode(),
        json_deserializer=from_json,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
