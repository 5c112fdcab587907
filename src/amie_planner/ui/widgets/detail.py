"""Forms stacked under headings, that save and refresh together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.records import Record
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.entries import Detail, Entries, Entry, Kept, as_detail
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.workspace import OpenSession


class Stack(QWidget):
    """Parts under one another; `section` begins one with a heading."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Detail] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(7)

    def form(
        self, asked: Sequence[Asked], read: Callable[[], Any], keep: Callable[[str, str, Any], None], heading: str = ""
    ) -> Form:
        """Adds a form."""
        self._heading(heading)
        form = Form(asked, read, keep)
        self._layout.addWidget(form)
        self._hold(form)
        return form

    def columns(
        self, asked: Sequence[Asked], read: Callable[[], Any], keep: Callable[[str, str, Any], None]
    ) -> tuple[Form, ...]:
        """Adds forms of one field each, side by side where there is room."""
        forms = tuple(Form((row,), read, keep) for row in asked)
        holder = QWidget()
        holder.setLayout(Columns(*forms))
        self._layout.addWidget(holder)
        for form in forms:
            self._hold(form)
        return forms

    def _hold(self, form: Form) -> None:
        self._parts.append(form)
        if self.focusProxy() is None and form.fields:
            self.setFocusProxy(next(iter(form.fields.values())))

    def entries(self, kept: Kept, heading: str = "") -> Entries:
        """Adds a list of entries with its form."""
        self._heading(heading)
        entries = Entries(kept)
        self._parts.append(entries)
        self._layout.addWidget(entries)
        return entries

    def part(self, part: QWidget) -> None:
        """Adds a widget that is a Detail."""
        self._parts.append(as_detail(part))
        self._layout.addWidget(part)

    def _heading(self, words: str) -> None:
        if words:
            self._layout.addSpacing(10)
            self._layout.addWidget(Label(words, "strong"))

    def close_up(self) -> None:
        """Leaves what room there is below the last part."""
        self._layout.addStretch(1)

    def save(self) -> None:
        """Keeps what is being typed."""
        for part in self._parts:
            part.save()

    @property
    def problem(self) -> str:
        """The first reason why something typed is not kept, or nothing."""
        return next((form.problem for form in self.findChildren(Form) if form.problem), "")

    def refresh(self) -> None:
        """Shows what is held now."""
        for part in self._parts:
            part.refresh()


def go_to_field(within: QWidget, name: str) -> None:
    """Gives the focus to a field there by its name: to the first that is seen, else to the newest, about to be."""
    forms = [form for form in within.findChildren(Form) if name in form.fields]
    for form in ([form for form in forms if form.isVisible()] or forms[-1:])[:1]:
        form.fields[name].setFocus(Qt.FocusReason.TabFocusReason)


R = TypeVar("R", bound=Record)


def held_now(records: Callable[[], Iterable[R]], id: str) -> Callable[[], R | None]:
    """Finds the record of an id among those that are held when it is asked."""
    return lambda: next((record for record in records() if record.id == id), None)


def form_of(desk: OpenSession, records: Callable[[], Iterable[R]], id: str, asked: Sequence[Asked]) -> Stack:
    """One form over one record."""
    read, stack = held_now(records, id), Stack()
    stack.form(asked, read, desk.keeping(read))
    return stack


__all__ = ["Asked", "Entries", "Entry", "Form", "Kept", "Stack", "form_of", "go_to_field", "held_now"]
