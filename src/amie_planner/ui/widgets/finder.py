"""Finding an entry on a shelf: a search that answers each key, its filters, and the list of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from amie_planner.domain.edits.shelves import E
from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.models.open_shelf import OpenShelf, Searched, ShelfRow
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.fields import ChoiceField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.tick_box import TickBox

_AFTER_TYPING = 700
"""Milliseconds until what was found is spoken: not at every key."""
_CHOICES = ("setting", "barrier", "kind")
"""Vocabularies that an entry may be chosen by, in this order."""
_LETTERS = 24
"""Room for the words of a tick box, which go on in a next line where there is less."""


class Finder(QWidget, Generic[E]):
    """Shows nothing until it is told to: `refresh`. chosen(id): another entry is chosen, or none.

    Enter in the search goes to the list, or opens what is chosen where that is to be done `at_once`.
    """

    chosen = Signal(str)

    def __init__(self, shelf: OpenShelf[E], *, at_once: bool = False) -> None:
        super().__init__()
        self._shelf = shelf
        self._chosen = ""
        self._shown: object = None
        self.model: LongList[ShelfRow] = LongList(shelf.row, self)
        self.view = FoundView(self.model, _begun(f"{shelf.many} on the shelf"))
        self.line = _SearchLine()
        self.line.setAccessibleName("Search")
        choices = (name for name in _CHOICES if name in shelf.asks)
        self.choices = {name: self._choice(name, shelf.asks[name]) for name in choices}
        self.to_review = TickBox("To review")
        self.off = TickBox("Show those taken off the shelf")
        self.count = Label("", "quiet")
        self.everything = Button("Show the whole shelf", self._give_up)
        self._said = QTimer(self, interval=_AFTER_TYPING, singleShot=True)
        self._said.timeout.connect(self._speak)
        self._arrange()
        for box in (self.to_review, self.off):
            box.clicked.connect(lambda: self.search())
        self.line.textChanged.connect(lambda: self.search())
        self.line.gone_down.connect(self._to_list)
        self.line.entered.connect(self._open if at_once else self._to_list)
        self.view.selectionModel().currentChanged.connect(self._follow)

    def _choice(self, name: str, words: str) -> ChoiceField:
        field = ChoiceField(options.of(name), "Any")
        field.called(words, "")
        field.combo.asks_for_all = True
        field.edited.connect(self.search)
        return field

    def _arrange(self) -> None:
        labelled = [_Labelled(field, field.combo) for field in self.choices.values()]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_Labelled(self.line, self.line))
        layout.addLayout(Columns(*labelled, most=len(labelled), letters=_LETTERS))
        boxes = (self.to_review, self.off) if "to_review" in self._shelf.asks else (self.off,)
        layout.addLayout(Columns(*boxes, letters=_LETTERS))
        layout.addWidget(self.count)
        layout.addLayout(Flow(self.everything))
        layout.addWidget(self.view, 1)
        layout.addStretch(0)

    @property
    def current(self) -> str:
        """The id of the entry that is chosen, or nothing."""
        return self._chosen

    @property
    def wanted(self) -> Any:
        """What is looked for now, as the shelf understands it."""
        asked: dict[str, Any] = {name: field.value() for name, field in self.choices.items()}
        if "to_review" in self._shelf.asks:
            asked["to_review"] = self.to_review.isChecked()
        return self._shelf.wanted(self.line.text(), **asked)

    def search(self) -> None:
        """Looks for what is wanted now. The entry that is chosen stays so if it is among the first that are found."""
        self._shown = self._state
        found = self._searched.found(self.wanted)
        self.model.begin(found)
        self._say(found)
        at = self.model.find(self._chosen)
        self.view.setCurrentIndex(self.model.index(max(at, 0)))
        self._follow(self.view.currentIndex())
        self._said.start()

    def refresh(self) -> None:
        """Shows the same as it is now; the chosen entry stays, though it may not answer the search any longer."""
        if self._state == self._shown:
            return
        self._shown = self._state
        found = self._searched.found(self.wanted)
        stay = {self._chosen, *(entry.id for entry in found)}
        self.model.follow(tuple(entry for entry in self._searched.entries if entry.id in stay))
        self._say(found)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._follow(self.view.currentIndex())

    def choose(self, id: str) -> None:
        """Chooses an entry; if it is not among what is found, lets go of what was looked for."""
        if all(entry.id != id for entry in self.model.whole):
            self.look_for_nothing()
        at = next((n for n, entry in enumerate(self.model.whole) if entry.id == id), -1)
        self.model.reach(at)
        self.view.setCurrentIndex(self.model.index(at))

    def look_for_nothing(self, *, off: bool = False) -> None:
        """Shows the whole shelf, or all that was taken `off` it."""
        with QSignalBlocker(self.line):
            self.line.clear()
        for field in self.choices.values():
            field.show_value(None)
        self.to_review.setChecked(False)
        self.off.setChecked(off)
        self.search()

    @property
    def _searched(self) -> Searched[E]:
        return self._shelf.taken_off if self.off.isChecked() else self._shelf.shelf

    @property
    def _state(self) -> object:
        """What the list is made of: while it is the same, so is the list."""
        return self._searched, self.wanted, self._shelf.workspace.tried()

    def _say(self, found: Sequence[E]) -> None:
        every, where = len(self._searched.entries), f"{'taken off' if self.off.isChecked() else 'on'} the shelf"
        words = f"{self._so_many(len(found))}{f' of {every:,}' if len(found) < every else ''} {where}"
        if not found:
            words = f"None of the {every:,} {where} answers that." if every else f"Nothing is {where}."
        self.count.setText(words)
        self.view.setVisible(bool(self.model.rows))
        self.everything.setVisible(not self.model.rows)

    def _so_many(self, count: int) -> str:
        return f"{count:,} {self._shelf.one if count == 1 else self._shelf.many}"

    def _speak(self) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, self.count.text()))

    def _give_up(self) -> None:
        self.look_for_nothing()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        if self.model.rows:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self.current:
            self.view.opened.emit()

    def _follow(self, current: QModelIndex) -> None:
        row = self.model.at(current.row())
        id = row.id if row else ""
        if id != self._chosen:
            self._chosen = id
            self.chosen.emit(id)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


class _Labelled(QWidget):
    """A field under the name of its control."""

    def __init__(self, field: QWidget, control: QWidget) -> None:
        super().__init__()
        label = Label(control.accessibleName(), "strong", wrap=False)
        label.setBuddy(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(field)


class _SearchLine(QLineEdit):
    """gone_down(): by Down; entered(): by Enter."""

    gone_down = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.gone_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class FoundView(BlockView):
    """opened(): by Enter or a double click; added(): by Insert; removed(): by Delete."""

    opened = Signal()
    added = Signal()
    removed = Signal()

    def __init__(self, model: LongList[ShelfRow], name: str) -> None:
        super().__init__(model, name, _blocks)
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        told = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Insert: self.added,
            Qt.Key.Key_Delete: self.removed,
        }.get(Qt.Key(event.key()))
        if told is not None:
            told.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: ShelfRow, width: int, font: QFont) -> list[Block]:
    blocks: list[Block] = []
    y = PAD
    for look, text in (("title", row.text), ("small", row.about), ("small", row.found)):
        if text:
            blocks.append(text_block(look, text, font, PAD, y, width - 2 * PAD))
            y = blocks[-1].rect.bottom() + 3
    return blocks
