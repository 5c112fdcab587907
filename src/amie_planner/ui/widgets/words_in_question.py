"""Words that may be a young person's name on a paper that names nobody: each with its places, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout

from amie_planner.documents import Hit
from amie_planner.domain import words
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import shortened

_LONGEST = 40


class WordsInQuestion(QFrame):
    """only_a_word(word), instead(word): what the leader decided. line_wanted(word): they would change the text."""

    only_a_word = Signal(str)
    instead = Signal(str)
    line_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.first: Button | None = None

    def show_hits(self, hits: Sequence[Hit], instead: Mapping[str, str]) -> None:
        """Asks about each word; `instead` is what the paper can say for one."""
        _empty(self._column)
        self.first = None
        for word in dict.fromkeys(hit.word for hit in hits):
            places = dict.fromkeys(f"“{hit.place}”" for hit in hits if hit.word == word)
            self._ask(word, f"“{word}” stands under {words.listed(places)}.", instead.get(word, ""))
        self.setVisible(bool(hits))

    def _ask(self, word: str, about: str, instead: str) -> None:
        said = shortened(word, _LONGEST)
        buttons = [
            Button(f"“{said}” is only a word here", partial(self.only_a_word.emit, word)),
            Button(f"Go to “{said}” and change the text", partial(self.line_wanted.emit, word)),
        ]
        if instead:
            buttons.insert(0, Button(f"Print “{instead}” for “{said}”", partial(self.instead.emit, word)))
        for button in buttons:
            button.setAccessibleDescription(about)
        self.first = self.first or buttons[0]
        self._column.addWidget(Label(about))
        self._column.addLayout(Flow(*buttons))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)
