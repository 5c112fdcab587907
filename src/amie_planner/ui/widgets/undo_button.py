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
        self.follow()
        desk.workspace.history.indexChanged.connect(self.follow)

    def keep_private(self, private: bool) -> None:
        """Whether nobody may read what was done before."""
        self._private = private
        self.follow()

    def leave(self) -> None:
        """Stops following the history."""
        self._desk.workspace.history.indexChanged.disconnect(self.follow)

    def follow(self) -> None:
        """Says what would be undone now."""
        workspace = self._desk.workspace
        about = workspace.undoes()
        here = workspace.history.canUndo() and bool(about & {self._desk.programme, ""})
        if here:
            self.say(f"Undo: {workspace.history.undoText()}")
        self.setVisible(here and not self._private)
