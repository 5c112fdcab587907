"""Several of a list, as tick boxes in as many columns as there is room for."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.fields import Field, Options
from amie_planner.ui.widgets.tick_box import TickBox

_MOST_COLUMNS = 3
_LETTERS_OF_A_TICK = 5


class ManyField(Field):
    """Several of a list. Keys that are not offered here are kept.

    A column has room for so many letters, or for the longest words where nothing is said; longer words wrap.
    """

    def __init__(self, options: Options, letters: int | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self._boxes = {key: TickBox(words) for key, words in options}
        self._others: tuple[str, ...] = ()
        for box in self._boxes.values():
            box.clicked.connect(lambda: self._chosen())
        if letters is None:
            letters = max((len(words) for _, words in options), default=0) + _LETTERS_OF_A_TICK
        self._inside.setLayout(Columns(*self._boxes.values(), most=_MOST_COLUMNS, letters=letters))
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def called(self, name: str, hint: str) -> None:
        self._inside.setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleDescription(f"{name}. {hint}".strip())

    def value(self) -> Any:
        return (*(key for key, box in self._boxes.items() if box.isChecked()), *self._others)

    def show_value(self, value: Any) -> None:
        chosen = tuple(str(key) for key in value or ())
        self._others = tuple(key for key in chosen if key not in self._boxes)
        for key, box in self._boxes.items():
            box.setChecked(key in chosen)
