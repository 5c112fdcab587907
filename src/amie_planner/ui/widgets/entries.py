"""A list of entries with one form below it: choose one, add one, remove one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, text_block
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    id: str
    text: str

    @property
    def spoken(self) -> str:
        return self.text


class Detail(Protocol):
    """What is shown of the chosen entry."""

    def save(self) -> None: ...
    def refresh(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """How the entries of one kind are read and changed. `detail` returns a widget that is a Detail."""

    one: str
    empty: str
    read: Callable[[], Sequence[Entry]]
    add: Callable[[], str]
    remove: Callable[[str], None]
    detail: Callable[[str], QWidget]


class EntryView(FittedView):
    """A line of text for each entry."""

    def __init__(self, model: RowList[Entry], name: str) -> None:
        super().__init__(model, name, _blocks)


def _blocks(entry: Entry, width: int, font: QFont) -> tuple[Block]:
    return (text_block("text", entry.text, font, PAD, 9, width - 2 * PAD),)


class Entries(QWidget):
    """The list, its two buttons, and the chosen entry's form."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self._kept = kept
        self.model: RowList[Entry] = RowList(self)
        self.view = EntryView(self.model, f"{kept.one[:1].upper()}{kept.one[1:]} list")
        self.view.selectionModel().currentChanged.connect(self._choose)
        self._empty = Label(kept.empty, "quiet")
        self.add_button = Button(f"Add {kept.one}", self.add)
        self.remove_button = Button("Remove", self._remove)
        self.remove_button.setAccessibleName(f"Remove this {kept.one}")
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self._detail: QWidget | None = None
        self._chosen = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        for part in (self._empty, self.view):
            self._layout.addWidget(part)
        self._layout.addLayout(Flow(self.add_button, self.remove_button))
        self.refresh()

    @property
    def chosen(self) -> str:
        """The id of the chosen entry, or nothing."""
        return self._chosen

    def refresh(self) -> None:
        """Shows the entries as they are now."""
        rows = self._kept.read()
        self.model.show(rows)
        self._empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self.view.fit()
        if self._chosen and self.model.find(self._chosen) == -1:
            self._show_detail("")
        elif (detail := self._detail) is not None:
            as_detail(detail).refresh()
        self.remove_button.setVisible(bool(self._chosen))

    def choose(self, id: str) -> None:
        """Chooses an entry and shows its form."""
        self.view.setCurrentIndex(self.model.index(self.model.find(id)))

    def choose_none(self) -> None:
        """Keeps what is being typed and shows no form."""
        self.view.setCurrentIndex(QModelIndex())
        self._show_detail("")

    def add(self) -> None:
        """Adds an entry and goes to its form."""
        self.save()
        self.choose(self._kept.add())
        if self._detail is not None:
            self._detail.setFocus()
            first = self._detail.nextInFocusChain() if self._detail.focusProxy() is None else None
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> None:
        """Keeps what is being typed."""
        if self._detail is not None:
            as_detail(self._detail).save()

    def _remove(self) -> None:
        if self._chosen:
            self.save()
            self._kept.remove(self._chosen)
            (self.view if self.model.rowCount() else self.add_button).setFocus()

    def _choose(self, current: QModelIndex) -> None:
        row = self.model.at(current.row())
        if row is not None and row.id != self._chosen:
            self._show_detail(row.id)

    def _show_detail(self, id: str) -> None:
        self.save()
        if self._detail is not None:
            self._layout.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
        self._chosen = id
        self._detail = self._kept.detail(id) if id else None
        if self._detail is not None:
            self._layout.addWidget(self._detail)
            self._tab_on_to(self._detail)
        self.remove_button.setVisible(bool(id))

    def _tab_on_to(self, detail: QWidget) -> None:
        """Tab goes from the list on to its form, before what follows. Qt moves only what takes the focus itself."""
        set_own_policy(detail, Qt.FocusPolicy.TabFocus)
        self.setTabOrder(self.remove_button, detail)
        set_own_policy(detail, Qt.FocusPolicy.NoFocus)


def set_own_policy(widget: QWidget, policy: Qt.FocusPolicy) -> None:
    """Qt would give the same policy to the field that takes the focus for the widget."""
    proxy = widget.focusProxy()
    widget.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none; its stub does not say so
    widget.setFocusPolicy(policy)
    widget.setFocusProxy(proxy)  # type: ignore[arg-type]  # as above


def as_detail(widget: QWidget) -> Detail:
    """The same widget, as what it is promised to be."""
    detail: Detail = widget  # type: ignore[assignment]  # Kept.detail promises a widget that saves and refreshes
    return detail
