"""Sets of papers that go together: what the chosen one holds, and one button to print or save all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.preferences import PaperChoices
from amie_planner.ui.models.papers import PRESETS, Preset, presets
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.flow import Flow

_SETS = tuple(preset.id for preset in PRESETS if len(preset.papers) > 1)


class PaperSets(QWidget):
    """wanted(id): the papers of that set are to be printed or saved. A set of one paper is not offered beside it."""

    wanted = Signal(str)

    def __init__(self, choices: PaperChoices) -> None:
        super().__init__()
        self.chooser, self.about = Chooser("Papers together"), Label("", "quiet")
        self.open = Button("Print or save these…", lambda: self.wanted.emit(self.current.id))
        self.chooser.chosen.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(Flow(self.chooser, self.open, spacing=10))
        layout.addWidget(self.about)
        self.offer(choices)

    def offer(self, choices: PaperChoices) -> None:
        """Offers the sets as the leader made them; one of a single paper that was chosen changes nothing."""
        self._sets = {preset.id: preset for preset in presets(choices) if preset.id in _SETS}
        chosen = choices.preset if choices.preset in self._sets else self.chooser.value
        self.chooser.offer([(preset.id, preset.label) for preset in self._sets.values()], chosen)
        self._show()

    @property
    def current(self) -> Preset:
        """The set that is chosen."""
        return self._sets[self.chooser.value]

    def _show(self) -> None:
        about = self.current.about
        self.about.setText(about)
        self.chooser.combo.setAccessibleDescription(about)
        self.open.setAccessibleDescription(about)
