"""One named step of the history: what changed, and what brings it back."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from PySide6.QtGui import QUndoCommand

from amie_planner.domain.changes import Change, inverse


class Again(Protocol):
    """Makes the changes of a step again, or those that lead back."""

    def __call__(self, step: Step, changes: tuple[Change, ...], *, back: bool) -> None: ...


class Step(QUndoCommand):
    """One named step. It is pushed after its changes were written; steps in a row with the same `merging` are one."""

    def __init__(self, text: str, changes: tuple[Change, ...], merging: Hashable, again: Again) -> None:
        super().__init__(text)
        self.changes = changes
        self._merging = merging
        self._again = again
        self._done = True
        """Whether what is asked next was done already: pushing asks to redo, and a refused step is put back."""

    def stays(self) -> None:
        """What was asked could not be done, and the step is put back to where it was."""
        self._done = True

    def redo(self) -> None:
        if self._was_not_done():
            self._again(self, self.changes, back=False)

    def undo(self) -> None:
        if self._was_not_done():
            self._again(self, inverse(self.changes), back=True)

    def _was_not_done(self) -> bool:
        done, self._done = self._done, False
        return not done

    def id(self) -> int:
        return -1 if self._merging is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Step) or other._merging != self._merging:
            return False
        before = {change.key: change.before for change in self.changes}
        if before.keys() != {change.key for change in other.changes}:
            return False
        real = (change for change in other.changes if before[change.key] or change.after)
        self.changes = tuple(Change(before[change.key], change.after) for change in real)
        self.setObsolete(all(change.before == change.after for change in self.changes))
        return True
