"""A sample planner, to look around in or to print."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from amie_planner.domain.plan import Series
from amie_planner.exchange.loading import load
from amie_planner.places import make_private, resource

if TYPE_CHECKING:
    from amie_planner.store.store import Store


def run(asked: Namespace) -> int:
    """Opens the window on the sample, or prints all of its papers."""
    if asked.print_to is not None:
        return _print(asked.print_to)
    from amie_planner import app

    with _folder(asked.keep) as folder:
        return app.run(lambda: sample_planner(Path(folder)))


def samples() -> tuple[Series, ...]:
    """The sample programmes."""
    return tuple(load(path) for path in sorted(resource("samples").glob("*.amieplan")))


def sample_planner(folder: Path) -> Store:
    """A planner file in a folder that holds the samples; one that is there already stays as it is."""
    from amie_planner.domain.bringing_in import bring_in
    from amie_planner.store.store import Store

    store = Store.open(folder / "planner.amie")
    if not store.programmes():
        for position, series in enumerate(samples()):
            store.apply(bring_in(series, position))
    return store


def _folder(keep: Path | None) -> AbstractContextManager[str]:
    if keep is None:
        return tempfile.TemporaryDirectory(prefix="amie-demo-", ignore_cleanup_errors=True)
    return nullcontext(str(make_private(keep)))


def _print(folder: Path) -> int:
    from amie_planner.cli.papers import chosen, write
    from amie_planner.cli.sessions import plans

    for number, series in enumerate(samples(), 1):
        for path in write(plans(series, None), chosen("all"), folder, prefix=f"sample-{number}-"):
            print(path.name)
    return 0
