"""What is to be mended in a field: it stands below the field and is spoken after the field's name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.in_sight import bring_into_sight


class FieldProblem(Label):
    """Nothing is seen of it while nothing is to be mended."""

    def __init__(self) -> None:
        super().__init__("", "problem")
        self._control: QWidget | None = None
        self._hint = ""
        self.hide()

    def say(self, control: QWidget, text: str) -> None:
        """Says it of a control, in place of its hint."""
        self.forget()
        self._control, self._hint = control, control.accessibleDescription()
        control.setAccessibleDescription(text)
        self.setText(text)
        self.show()

    def forget(self) -> None:
        """It is mended. The hint comes back, unless something newer is said of the control by now."""
        control, self._control = self._control, None
        if control is not None:
            if isValid(control) and control.accessibleDescription() == self.text():
                control.setAccessibleDescription(self._hint)
            self.hide()
            self.clear()

    def go_to(self) -> bool:
        """Gives the focus to what is to be mended, if something is."""
        if self._control is None or not isValid(self._control):
            return False
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)
        return True
