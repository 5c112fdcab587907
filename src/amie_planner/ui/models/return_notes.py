"""What leaves is noted in the ledger first: whatever ends the program, no file is without its note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from amie_planner.domain.changes import add, remove
from amie_planner.domain.records import ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.returns.releases import noted_already
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.workspace import Workspace


class ReturnNotes:
    """Notes a return before it leaves, and takes the note back where nothing of it left. `now` tells the local time.

    The ways in which one return leaves on one day are one note, which goes only if it came for none that left.
    """

    def __init__(self, workspace: Workspace, now: Callable[[], datetime]) -> None:
        self._workspace, self._now = workspace, now
        self._under_way: Counter[str] = Counter()
        self._not_left: set[str] = set()

    def begin(self, ready: Ready) -> str:
        """Notes that it is about to leave, by the id of the note. Raises AmieError; then it must not leave."""
        earlier = self._workspace.own(ReturnRelease)
        release = ready.release(self._now(), earlier)
        noted = noted_already(release, earlier)
        if noted is None:
            self._workspace.note([add(release)])
            self._not_left.add(release.id)
        id = (noted or release).id
        self._under_way[id] += 1
        return id

    def end(self, id: str, *, left: bool) -> None:
        """Says whether any of it left. A note that cannot be taken back stays: too much is noted, never too little."""
        self._under_way[id] -= 1
        if left:
            self._not_left.discard(id)
        elif id in self._not_left and not self._under_way[id]:
            self._not_left.discard(id)
            note = [each for each in self._workspace.own(ReturnRelease) if each.id == id]
            with suppress(AmieError):
                self._workspace.note([remove(each) for each in note])
