"""Sets of papers that go together: what the chosen one holds, and one button to print or save all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.ui.models.papers import PRESETS, Preset
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.flow import Flow

_SETS = tuple(preset for preset in PRESETS if len(preset.papers) > 1)


class PaperSets(QWidget):
    """wanted(Preset): its papers are to be printed or saved. A set of one paper is that paper, and not offered."""

    wanted = Signal(object)

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self.chooser, self.about = Chooser("Papers together"), Label("", "quiet")
        self.open = Button("Print or save these…", lambda: self.wanted.emit(self.current))
        self.chooser.offer([(preset.id, preset.label) for preset in _SETS], chosen)
        self.chooser.chosen.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(Flow(self.chooser, self.open, spacing=10))
        layout.addWidget(self.about)
        self._show()

    @property
    def current(self) -> Preset:
        """The set that is chosen."""
        return next(preset for preset in _SETS if preset.id == self.chooser.value)

    def choose(self, id: str) -> None:
        """Chooses a set by its id; one that is not offered changes nothing."""
        if id in [preset.id for preset in _SETS]:
            self.chooser.choose(id)
            self._show()

    def _show(self) -> None:
        about = self.current.about
        self.about.setText(about)
        self.chooser.combo.setAccessibleDescription(about)
        self.open.setAccessibleDescription(about)
