"""What stands in the way of a return: why it is none yet, and what failed with a file of it, which passes."""

from __future__ import annotations

from PySide6.QtCore import Signal

from amie_planner.errors import AmieError
from amie_planner.ui.widgets.basics import Label


class ReturnProblem(Label):
    """said(text): something to tell. `why_not` says why there is no return yet, or nothing; it outlives a failure."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "problem")
        self.why_not = self._told = ""
        self._stands_elsewhere = False
        self.hide()

    def refuse(self, error: AmieError, beside: str = "") -> None:
        """Why it is no return yet: told once, for while somebody types it is the same again and again.

        What stands `beside` a field does not stand here as well.
        """
        self.why_not = beside or str(error)
        self._stands_elsewhere = bool(beside)
        self.show_why_not()
        if self._told != self.why_not:
            self._told = self.why_not
            self.said.emit(self._told)

    def fail(self, error: AmieError) -> None:
        """What failed with a file: told each time, also where it fails in the same way."""
        self._show(str(error))
        self.said.emit(str(error))

    def show_why_not(self) -> None:
        """Shows nothing of a failure that has passed."""
        self._show("" if self._stands_elsewhere else self.why_not)

    def forget(self) -> None:
        """It is worked out anew, and may be no return again for the same reason."""
        self.why_not = ""
        self.show_why_not()

    def solved(self) -> None:
        """It is a return: whatever is said next is new."""
        self._told = ""

    def _show(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
