"""Undo where one works: it says by name what it would take back, and is there for what is seen alone."""

from __future__ import annotations

from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.workspace import OpenProgramme


class UndoButton(Button):
    """Not there while the next step to undo is about another programme than the open one, or while it is `hidden_here`.

    The Edit menu offers every step.
    """

    def __init__(self, desk: OpenProgramme) -> None:
        super().__init__("Undo", desk.workspace.history.undo)
        self._desk = desk
        self._private = False
        if not self._told(desk.workspace.history.undoText()):
            self.hide()
        desk.workspace.history.undoTextChanged.connect(self._follow)

    def keep_private(self, private: bool) -> None:
        """Whether nobody may read what was done before."""
        self._private = private
        self._follow(self._desk.workspace.history.undoText())

    def leave(self) -> None:
        """Stops following the history."""
        self._desk.workspace.history.undoTextChanged.disconnect(self._follow)

    def _follow(self, step: str) -> None:
        self.setVisible(self._told(step) and not self._private)

    def _told(self, step: str) -> bool:
        """Says what would be undone, where that is about what is seen. A history that has gone has no step."""
        here = bool(step) and bool(self._desk.workspace.undoes() & {self._desk.programme, ""})
        if here:
            self.say(f"Undo: {step}")
        return here
