"""One entry of the library in full: where it stands, what it says, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from amie_planner.domain.edits.shelves import E
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.models.open_shelf import OpenShelf
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Label, Scroll
from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.fields import ChoiceField, FlagField, LongTextField, NumberField, TextField, WordsField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.widgets.works_well_with import WorksWellWithField

F = TypeVar("F", bound=QWidget)
_SHORT = ("setup_minutes", "set_up", "lead_days", "adults")
_REACH = [("everyone", "For everyone"), ("some", "A choice for some"), ("one", "For one person")]


class TurningForm(Form):
    """One form for whichever entry is chosen: the next one is shown at a key, without making its fields anew."""

    def turn(self) -> None:
        """Shows another entry. What could not be kept of the one before is let go of."""
        self._pause.stop()
        self._limit.stop()
        self._unsaved.clear()
        for name in self.fields:
            self._say(name, "")
        self.refresh()


class EntryForm(TurningForm):
    """What a change of the library says."""

    def __init__(self, shelf: OpenLibrary, read: Callable[[], LibraryAdaptation | None]) -> None:
        self._short = Columns()
        super().__init__(_asked(shelf), read, shelf.keeping(read))
        self.setFocusProxy(self.fields["title"])

    def _add(self, row: Asked, layout: QVBoxLayout) -> None:
        """Short fields stand side by side where there is room."""
        if row.name not in _SHORT:
            super()._add(row, layout)
            return
        if not self._short.count():
            layout.addLayout(self._short)
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(layout.spacing())
        super()._add(row, inside)
        self._short.addWidget(cell)


class Shown(Protocol):
    """What a chosen entry says: a widget over it, whichever it is."""

    def turn(self) -> None: ...
    def save(self) -> None: ...
    def refresh(self) -> None: ...
    @property
    def problem(self) -> str: ...


class ShelfEntry(QWidget, Generic[E, F]):
    """The chosen entry: whose it is, what the leader found, and `form`, which is Shown, in a place that scrolls."""

    def __init__(self, shelf: OpenShelf[E], make: Callable[[Callable[[], E | None]], F], *more: Button) -> None:
        super().__init__()
        self._shelf = shelf
        self._id = ""
        self.about = Label("", "quiet")
        self.as_it_came = Button("Put back as it came", self._put_as_it_came)
        self.remove_button = Button("", self.remove)
        self.form = make(self.read)
        self._form: Shown = self.form  # type: ignore[assignment]  # a widget that is what Shown promises
        self.area: QAbstractScrollArea = (
            self.form if isinstance(self.form, QAbstractScrollArea) else Scroll(self.form, f"The {shelf.one} in full")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        layout.addLayout(Flow(*more, self.as_it_came, self.remove_button))
        layout.addSpacing(6)
        layout.addWidget(self.area, 1)
        self.refresh()

    def read(self) -> E | None:
        """The entry as it is now."""
        return self._shelf.entry(self._id)

    @property
    def shown(self) -> str:
        """The id of the entry that is shown, or nothing."""
        return self._id

    def show_entry(self, id: str) -> None:
        """Shows an entry, or none. What is being typed is to be saved before."""
        self._id = id
        self._form.turn()
        self.area.verticalScrollBar().setValue(0)
        self.refresh()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        self._form.save()
        return self._form.problem

    def start(self) -> None:
        """Puts the focus where what it says begins."""
        self.form.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Shows the entry as it is now."""
        entry = self.read()
        self.setVisible(entry is not None)
        if entry is None:
            return
        own = self._shelf.is_own(entry)
        self.about.setText(self._whose(entry))
        self.as_it_came.setVisible(self._shelf.is_altered(entry))
        self.remove_button.say("Remove" if own else "Put on the shelf" if entry.hidden else "Take off the shelf")
        self._form.refresh()

    def _whose(self, entry: E) -> str:
        came = "Came with the program, altered by you" if self._shelf.is_altered(entry) else "Came with the program"
        own = "Your own" if self._shelf.is_own(entry) else came
        off = "taken off the shelf" if entry.hidden else ""
        return " · ".join(part for part in (own, off, self._shelf.experience(entry)) if part)

    def remove(self) -> None:
        """The leader's own goes; what came leaves the shelf, or is put on it again. Undo takes it back."""
        entry = self.read()
        if entry is not None:
            self._form.save()
            self._form.turn()
            (self._shelf.put_back if entry.hidden else self._shelf.remove)(self.read() or entry)

    def _put_as_it_came(self) -> None:
        entry = self.read()
        if entry is not None:
            self._form.turn()
            self.start()
            self._shelf.as_it_came(entry)


class LibraryEntry(ShelfEntry[LibraryAdaptation, EntryForm]):
    """The chosen change."""

    def __init__(self, shelf: OpenLibrary) -> None:
        super().__init__(shelf, lambda read: EntryForm(shelf, read))


def _asked(shelf: OpenLibrary) -> tuple[Asked, ...]:
    return (
        Asked("title", "Title", TextField),
        Asked("what", "What to do", LongTextField),
        Asked("reach", "Who it is for", lambda: ChoiceField(_REACH)),
        Asked("barriers", "What is in the way", lambda: ManyField(options.of("barrier"), 26)),
        Asked("kinds", "Kinds of activity", lambda: ManyField(options.of("kind"), 18), "None ticked means any."),
        Asked("kit", "With what", WordsField, "With commas between them."),
        Asked("nothing_needed", "Nothing needed", lambda: FlagField("Nothing is needed for it")),
        Asked("setup_minutes", "Minutes to set it up", NumberField),
        Asked("set_up", "When it is set up", lambda: ChoiceField(options.of("set_up"))),
        Asked("lead_days", "Days to prepare it", NumberField),
        Asked("adults", "Adults it needs beside you", NumberField),
        Asked("fallback", "If it fails", TextField),
        Asked("safety", "To keep everybody safe", LongTextField),
        Asked("ages", "Ages", TextField),
        Asked("works_well_with", "Works well with", lambda: WorksWellWithField(shelf)),
        Asked("source", "Where it comes from", TextField),
        Asked("to_review", "To review", lambda: FlagField("To review: doubtful, ask somebody who knows")),
    )
