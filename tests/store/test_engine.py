"""SQLAlchemy over a connection that is there already."""

from __future__ import annotations

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as driver

from amie_planner.store import engine


def test_all_that_sqlalchemy_does_goes_over_the_one_connection() -> None:
    held = driver.connect(":memory:", isolation_level=None)
    over = engine.over(held)
    for _ in range(2):
        with over.connect() as connection:
            assert connection.connection.driver_connection is held
    held.close()


def test_a_table_made_in_a_transaction_that_fails_is_undone() -> None:
    held = driver.connect(":memory:", isolation_level=None)
    try:
        with engine.over(held).begin() as connection:
            assert held.in_transaction
            connection.execute(sa.text("CREATE TABLE a (id TEXT)"))
            raise InterruptedError
    except InterruptedError:
        pass
    assert not held.in_transaction
    assert held.execute("SELECT * FROM sqlite_master").fetchall() == []
    held.close()
