"""Between a plan and the library, in place: keep a change on the shelf, or copy back what was learned of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import library
from amie_planner.domain.edits.library import copy_back, keep_in_library, texts_of
from amie_planner.domain.names import known_names, named
from amie_planner.domain.records import Adaptation, LibraryAdaptation
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.exchanging import ask
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import OpenSession, shortened

KEEP, COPY_BACK = "Keep in my library", "Copy back to the library"


class Keeping(QWidget):
    """Says where a change of the open session lies on the shelf, and offers what can be done."""

    def __init__(self, desk: OpenSession, adaptation: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = adaptation
        self.lies = Label("", "quiet")
        self.keep = Button(KEEP, self._keep)
        self.copy_back = Button(COPY_BACK, self._copy_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.lies)
        layout.addLayout(Flow(self.keep, self.copy_back))
        self.refresh()

    def save(self) -> None:
        """Nothing is typed here."""

    def refresh(self) -> None:
        """Shows how it stands now."""
        held, entry = self._held(), self._entry()
        self.keep.setVisible(held is not None and held.what is not None and entry is None)
        changed = held is not None and entry is not None and bool(copy_back(self._kept(), entry, held))
        self.copy_back.setVisible(changed)
        self.lies.setText(f"In your library: {entry.title}" if entry else "")
        self.lies.setVisible(entry is not None)

    def _held(self) -> Adaptation | None:
        return next((d for d in self._desk.plan.adaptations if d.id == self._id), None)

    def _kept(self) -> tuple[LibraryAdaptation, ...]:
        return self._desk.workspace.library()

    def _entry(self) -> LibraryAdaptation | None:
        held = self._held()
        shelf = library.shelf(self._kept()) if held and held.library else ()
        return next((entry for entry in shelf if held and entry.id == held.library), None)

    def _keep(self) -> None:
        if (held := self._held()) is not None and self._names_nobody(held):
            _, changes = keep_in_library(self._kept(), self._desk.plan, held.id)
            self._desk.do(f"Keep ‘{shortened(held.what or '')}’ in the library", changes)

    def _copy_back(self) -> None:
        held, entry = self._held(), self._entry()
        if held is not None and entry is not None and self._names_nobody(held):
            self._desk.do(f"Copy ‘{shortened(entry.title)}’ back", copy_back(self._kept(), entry, held))

    def _names_nobody(self, held: Adaptation) -> bool:
        """Whether no known name stands in the texts that would go, or the leader says that it is only a word."""
        known = known_names(self._desk.series)
        found = tuple(dict.fromkeys(word for text in texts_of(held) for word in named(text, known)))
        if not found:
            return True
        words = ", ".join(f"“{word}”" for word in found)
        question = f"This may be a young person’s name: {words}.\n\nThe library is for any group, and may be shared."
        return ask(self, question, "Stop, and change the text", "They are only words: go on") == 1
