"""Beginning a programme: a title, and the setting whose first plan it starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from amie_planner.domain.presets import Preset, presets
from amie_planner.domain.records import PlanTemplate
from amie_planner.ui.widgets.basics import Label, Scroll
from amie_planner.ui.workspace import shortened

_LETTERS_WIDE = 56
_LETTERS_OF_A_TITLE = 44
_OWN = "A first plan of your own"
_INDENT = 35
"""Device-independent pixels: what belongs to a choice stands under its words."""


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A row with a title and a quieter line below it."""

    id: str
    text: str
    below: str

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.text, self.below) if part)


class StartProgramme(QDialog):
    """Asks for no more than a title. Beside the settings it offers the leader's own first plans."""

    def __init__(self, parent: QWidget | None = None, own: Sequence[PlanTemplate] = ()) -> None:
        super().__init__(parent)
        self._offered = (*presets(), *(Preset(plan.setting or "", _OWN, plan) for plan in own))
        self.setWindowTitle("New programme")
        self.line = QLineEdit()
        self.line.setAccessibleName("Title of the programme")
        self.line.textChanged.connect(self._follow)
        self._group = QButtonGroup(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        begin = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        begin.setText("Begin")
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        begin.setProperty("look", "main")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(3)
        title = Label("Title of the programme", "strong")
        title.setBuddy(self.line)
        layout.addWidget(title)
        layout.addWidget(self.line)
        layout.addSpacing(10)
        layout.addWidget(Label("Start from a first plan for", "strong"))
        layout.addWidget(Scroll(self._choices(), "First plans"), 1)
        layout.addSpacing(10)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.line.setFocus()
        self._follow()

    def _choices(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for n, preset in enumerate(self._offered):
            title = preset.label if n < len(presets()) else shortened(preset.template.title, _LETTERS_OF_A_TITLE)
            choice = QRadioButton(title.replace("&", "&&"))
            choice.setAccessibleDescription(preset.words)
            choice.setChecked(n == 0)
            self._group.addButton(choice, n)
            about = Label(preset.words, "quiet")
            about.setIndent(_INDENT)
            layout.addWidget(choice)
            layout.addWidget(about)
        return inside

    def _follow(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.title))

    @property
    def title(self) -> str:
        """What was typed."""
        return self.line.text().strip()

    @property
    def preset(self) -> Preset:
        """The setting, or the first plan, that was chosen."""
        return self._offered[self._group.checkedId()]
