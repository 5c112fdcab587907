"""The agreed code of somebody: what somebody else has too is kept as it was typed, and said below it at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.fields import TextField
from amie_planner.ui.widgets.in_sight import bring_into_sight


class CodeField(TextField):
    """A code, and who else has it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._hint = ""
        self.shared = Label("", "strong")
        self.shared.hide()
        within = self.layout()
        assert within is not None
        within.addWidget(self.shared)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes to the code sees what is said below it."""
        if event.type() == QEvent.Type.FocusIn and self.shared.text():
            bring_into_sight(self)
        return super().eventFilter(watched, event)

    def called(self, name: str, hint: str) -> None:
        """What is said below the code is spoken before the hint."""
        self._words, self._hint = name, hint
        super().called(name, " ".join(filter(None, (self.shared.text(), hint))))

    def say_shared(self, said: str, *, aloud: bool) -> None:
        """Says below the code who else has it, or nothing; `aloud` has what is new spoken at once."""
        new = said and said != self.shared.text()
        self.shared.setText(said)
        self.shared.setVisible(bool(said))
        self.called(self._words, self._hint)
        if new and self.line.hasFocus():
            bring_into_sight(self)
        if new and aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.shared, f"{self._words}: {said}"))
