"""Counts for the register: a headcount with broad ages, and those who walk in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from amie_planner.domain.edits.register import (
    add_to_group,
    band,
    count_heads,
    forget_walk_in,
    name_walk_in,
    walked_in,
)
from amie_planner.domain.records import Register
from amie_planner.domain.register import BANDS, differs, entries, to_know, written
from amie_planner.errors import AmieError
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.columns import Columns
from amie_planner.ui.widgets.entries import Entry, EntryView
from amie_planner.ui.widgets.fields import FlagField, NumberField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.workspace import OpenSession, shortened

_MOST = 1_000_000
_LETTERS_OF_A_BAND = 18


class Headcount(Card):
    """How many came, and of which broad age if the leader likes. said(text): where figures differ.

    `refresh` is to be called after every change, its own too.
    """

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._register = written(desk.plan.session)
        self.total = Form(_TOTAL, self._read, self._keep)
        self.bands = {key: self._band_form(key, words) for key, words in BANDS}
        self.ages = Button("Add broad ages", self._open)
        self.differs = Label("", "problem")
        self.known = Label("", "strong")
        self._ages = QWidget()
        inside = QVBoxLayout(self._ages)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Label("How many of each age, if you want to", "strong"))
        holder = QWidget()
        holder.setLayout(Columns(*self.bands.values(), most=3, letters=_LETTERS_OF_A_BAND))
        inside.addWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(Label("Headcount", "section"))
        layout.addWidget(self.total)
        layout.addWidget(self.ages, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._ages, self.differs, self.known):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setFocusProxy(self.total.fields["headcount"])
        self._ages.setVisible(bool(self._register.bands))
        self.refresh()

    def _open(self) -> None:
        self._ages.show()
        self.ages.hide()
        self.bands[BANDS[0][0]].fields["many"].setFocus(Qt.FocusReason.TabFocusReason)

    def _band_form(self, key: str, words: str) -> Form:
        def read() -> _Many:
            return _Many(self._register.bands.get(key))

        def keep(name: str, words: str, value: Any) -> None:
            made = band(self._desk.plan.session, key, value)
            self._desk.do(f"Change ‘Aged {words}’", made, merging=("band", key, self._desk.session))

        return Form((Asked("many", words, lambda: NumberField(most=_MOST)),), read, keep)

    def _read(self) -> Register:
        return self._register

    def _keep(self, name: str, words: str, value: Any) -> None:
        made = count_heads(self._desk.plan.session, **{name: value})
        what = "Headcount" if name == "headcount" else words
        self._desk.do(f"Change ‘{what}’", made, merging=(name, self._desk.session))

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        forms = (self.total, *self.bands.values())
        for form in forms:
            form.save()
        return next((form.problem for form in forms if form.problem), "")

    def refresh(self) -> None:
        """Shows what holds now, and says where figures do not agree."""
        if self._desk.gone:
            return
        register = self._register = written(self._desk.plan.session)
        for form in (self.total, *self.bands.values()):
            form.refresh()
        if register.bands:
            self._ages.show()
        self.ages.setVisible(self._ages.isHidden())
        said = differs(register)
        if said and said != self.differs.text():
            self.said.emit(said)
        self.differs.setText(said)
        self.differs.setVisible(bool(said))
        known = to_know(entries(self._desk.series, self._desk.session))
        self.known.setText("\n".join(known))
        self.known.setVisible(bool(known))


class WalkIns(Card):
    """Who came and is not in the group: how many, and what to call those who have a name. said(text): what was done."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._register = written(desk.plan.session)
        self.total = Form(_WALK_INS, self._read, self._keep)
        self.line = QLineEdit()
        self.line.setAccessibleName(_NAME)
        self.line.returnPressed.connect(self.add_name)
        self.model: RowList[Entry] = RowList(self)
        self.view = EntryView(self.model, "Walk-ins with a name")
        self.add = Button("Add this name", self.add_name)
        self.join = Button("Add to the group", self.add_to_group)
        self.forget = Button("Remove this name", self.remove_name)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_name)
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        name = Label(_NAME, "strong")
        name.setBuddy(self.line)
        for part in (Label("Walk-ins", "section"), self.total, name, self.line):
            layout.addWidget(part)
        layout.addLayout(Flow(self.add))
        layout.addWidget(self.view)
        layout.addLayout(Flow(self.join, self.forget))

    def _read(self) -> Register:
        return self._register

    def _keep(self, name: str, words: str, value: Any) -> None:
        made = walked_in(self._desk.plan, value)
        self._desk.do("Change ‘Walk-ins’", made, merging=("walk-ins", self._desk.session))

    def add_name(self) -> None:
        """Writes down the name that was typed."""
        if name := self._keep_name():
            self.said.emit(f"{name}: walked in")
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_name(self) -> str:
        name = " ".join(self.line.text().split())
        if name:
            made = name_walk_in(self._desk.plan, name)
            self._desk.do("Name a walk-in", made)
            self.line.clear()
        return name

    def add_to_group(self) -> None:
        """Who is chosen joins the group: present, and no longer a walk-in."""
        at = self._chosen()
        if at is not None:
            name = self.model.rows[at].text
            _, made = add_to_group(self._desk.series, self._desk.session, at)
            self._desk.do(f"Add ‘{shortened(name)}’ to the group", made)
            self._after(at, f"{name}: in the group now, and present")

    def remove_name(self) -> None:
        """The chosen name goes; the number as it was counted stays."""
        at = self._chosen()
        if at is not None:
            name = self.model.rows[at].text
            self._desk.do("Remove the name of a walk-in", forget_walk_in(self._desk.plan.session, at))
            self._after(at, f"{name}: removed from the walk-ins")

    def _chosen(self) -> int | None:
        at = self.view.currentIndex().row()
        return at if self.model.at(at) is not None else None

    def _after(self, at: int, said: str) -> None:
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
        (self.view if self.model.rowCount() else self.line).setFocus(Qt.FocusReason.TabFocusReason)
        self.said.emit(said)

    def save(self) -> str:
        """Keeps what is being typed, a name that was not added yet too; gives the reason where it cannot be kept."""
        try:
            self._keep_name()
        except AmieError as error:
            return f"{_NAME}. {error}"
        self.total.save()
        return self.total.problem

    def refresh(self) -> None:
        """Shows what holds now."""
        if self._desk.gone:
            return
        register = self._register = written(self._desk.plan.session)
        self.total.refresh()
        self.model.show([Entry(f"{n}", " ".join(name.split())) for n, name in enumerate(register.guests)])
        here = bool(register.guests)
        for part in (self.view, self.join, self.forget):
            part.setVisible(here)
        self.view.fit()
        if here and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))


@dataclass(frozen=True, slots=True)
class _Many:
    many: int | None


_NAME = "What to call somebody who walked in"
_ABOUT = "About: not counted one by one"
_TOTAL = (
    Asked("headcount", "How many came", lambda: NumberField(most=_MOST), "Walk-ins are counted among them."),
    Asked("estimated", _ABOUT, lambda: FlagField(_ABOUT), "A return says where figures are estimated."),
)
_WALK_INS = (Asked("walk_ins", "How many walked in", lambda: NumberField(most=_MOST)),)
