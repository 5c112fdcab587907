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
    """Opens the window on the sample, or prints all of its papers; what is to be kept is kept either way."""
    if asked.print_to is not None:
        kept = asked.keep is not None
        return _print(_kept(asked.keep) if kept else samples(), asked.print_to, replace=not kept)
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


def _kept(folder: Path) -> tuple[Series, ...]:
    """The programmes of the planner that is kept in a folder, made there where none was."""
    store = sample_planner(make_private(folder))
    try:
        store.look_through()
        return tuple(store.series(programme.id) for programme in store.programmes())
    finally:
        store.close()


def _print(programmes: tuple[Series, ...], folder: Path, *, replace: bool) -> int:
    from amie_planner.cli.paper_files import PaperFile, write
    from amie_planner.cli.papers import chosen, of_each
    from amie_planner.cli.sessions import plans
    from amie_planner.documents import fresh_codes

    wanted: list[PaperFile] = []
    for number, series in enumerate(programmes, 1):
        codes = fresh_codes(series.people)
        wanted += of_each(plans(series, None), chosen("all"), codes, prefix=f"sample-{number}-")
    return write(wanted, folder, replace=replace)
