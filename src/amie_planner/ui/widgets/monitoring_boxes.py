"""The boxes of one equality-monitoring question, its own words, and the reasons why there is no answer.

The fields hold codes and words; what they mean, and which boxes may stand side by side, is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.returns.monitoring_questions import Box
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.fields import ChoiceField, Field, Options, TextField
from amie_planner.ui.widgets.ticks import ManyField

_INDENT = 26
"""Device-independent pixels: boxes within a box stand under its words."""
_LETTERS = 26
"""A column has room for so many; longer words wrap."""


class BoxesField(Field):
    """The codes of the boxes that are ticked, below what is asked. A box that holds others opens them as step two."""

    def __init__(self, asks: str, boxes: Sequence[Box]) -> None:
        inside = QWidget()
        super().__init__(inside)
        self.outer = ManyField(_options(boxes), _LETTERS)
        self.inner = {box.code: ManyField(_options(box.boxes), _LETTERS) for box in boxes if box.boxes}
        self._first = asks
        self._asks = {box.code: box.asks for box in boxes if box.boxes}
        self._within = {box.code: {inner.code for inner in box.boxes} for box in boxes}
        self._steps: dict[str, QWidget] = {}
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(Label(asks, "quiet"))
        layout.addWidget(self.outer)
        for code, field in self.inner.items():
            self._steps[code] = _step(self._asks[code], field)
            layout.addWidget(self._steps[code])
        for field in (self.outer, *self.inner.values()):
            field.edited.connect(self._chosen)
        self.setFocusProxy(self.outer)
        self._open()

    def called(self, name: str, hint: str) -> None:
        self.outer.called(name, f"{self._first} {hint}".strip())
        for code, field in self.inner.items():
            field.called(f"{name}, second step", self._asks[code])

    def value(self) -> Any:
        found: list[str] = []
        for code in self.outer.value():
            within = self.inner[code].value() if code in self.inner else ()
            found += within or (code,)
        return tuple(found)

    def show_value(self, value: Any) -> None:
        codes = tuple(value or ())
        within = {code: tuple(c for c in codes if c in self._within[code]) for code in self.inner}
        for code, field in self.inner.items():
            field.show_value(within[code])
        taken = {code for held in within.values() for code in held}
        opened = tuple(code for code, held in within.items() if held)
        self.outer.show_value((*(code for code in codes if code not in taken), *opened))
        self._open()

    def _open(self) -> None:
        ticked = self.outer.value()
        for code, step in self._steps.items():
            step.setVisible(code in ticked)

    def _chosen(self) -> None:
        self._open()
        super()._chosen()


class OwnWordsField(TextField):
    """Own words beside the boxes of a question, whose name is spoken before its own."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def called(self, name: str, hint: str) -> None:
        super().called(f"{self._question}: {name}", hint)


class NoAnswerField(ChoiceField):
    """Why a question has no answer, if it has none; the question’s name is spoken before its own."""

    def __init__(self, question: str, reasons: Options) -> None:
        super().__init__(reasons, "Not said")
        self._question = question

    def called(self, name: str, hint: str) -> None:
        super().called(f"{self._question}: {name}", hint)


def _options(boxes: Sequence[Box]) -> Options:
    return [(box.code, box.label) for box in boxes]


def _step(asks: str, field: ManyField) -> QWidget:
    step = QWidget()
    layout = QVBoxLayout(step)
    layout.setContentsMargins(_INDENT, 4, 0, 4)
    layout.setSpacing(2)
    layout.addWidget(Label(asks, "quiet"))
    layout.addWidget(field)
    return step
