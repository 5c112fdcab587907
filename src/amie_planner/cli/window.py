"""The window on the leader's planner file."""

from __future__ import annotations

from argparse import Namespace

from amie_planner import app, places
from amie_planner.ui.workspace import Keeps


def run(asked: Namespace) -> int:
    """Opens the window; returns when it is closed."""

    def open_planner() -> Keeps:
        from amie_planner.store.store import Store

        return Store.open(asked.planner or places.planner_file())

    return app.run(open_planner)
