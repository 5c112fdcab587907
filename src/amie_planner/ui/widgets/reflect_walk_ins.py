"""Walk-ins who have a name, offered where one says who it was: whoever is ticked joins the group in the same step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.register import add_to_group
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Record
from amie_planner.domain.register import written
from amie_planner.ui.widgets.options import Options
from amie_planner.ui.workspace import OpenSession

JOINS = " (walked in: joins the group)"
"""After the name of a walk-in."""
_KEY = "walk-in "


def offered(plan: Plan) -> Options:
    """Those of the session, by the name they go by. Nobody in the group has such a key."""
    return [(f"{_KEY}{n}", f"{name}{JOINS}") for n, name in enumerate(written(plan.session).guests)]


def keeping(desk: OpenSession, read: Callable[[], Record | None], who: str) -> Callable[[str, str, Any], None]:
    """As `desk.keeping`; where walk-ins are among those who were ticked in the field `who`, they join the group too."""
    as_usual = desk.keeping(read)

    def keep(name: str, words: str, value: Any) -> None:
        ids, changes = _joining(desk, value) if name == who and isinstance(value, tuple) else ((), ())
        record = read()
        if record is None or not changes:
            as_usual(name, words, value)
            return
        now = revise(record, **{name: ids})
        desk.do("Say who it was, and add who walked in to the group", (*changes, now))

    return keep


def _joining(desk: OpenSession, chosen: Iterable[str]) -> tuple[tuple[str, ...], Changes]:
    """The ticked ones as people of the group, and the changes by which walk-ins among them join it."""
    ids = {key: key for key in chosen}
    series = desk.series
    changes: Changes = ()
    for at in sorted((int(key.removeprefix(_KEY)) for key in ids if key.startswith(_KEY)), reverse=True):
        ids[f"{_KEY}{at}"], made = add_to_group(series, desk.session, at)
        series, changes = series.after(made), (*changes, *made)
    return tuple(ids.values()), changes
