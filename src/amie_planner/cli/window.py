"""The window on the leader's planner file."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from amie_planner import app, places

if TYPE_CHECKING:
    from amie_planner.store.store import Store


def run(asked: Namespace) -> int:
    """Opens the window; returns when it is closed."""

    def open_planner() -> Store:
        from amie_planner.store.store import Store

        return Store.open(asked.planner or places.planner_file())

    return app.run(open_planner)
