"""What young people said or showed, over a whole programme: what became of it, and who has not been told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain import edits, voicing
from amie_planner.domain.changes import revise
from amie_planner.domain.days import near
from amie_planner.domain.plan import Series
from amie_planner.domain.records import VoiceEntry
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice
from amie_planner.ui.widgets.starting import TwoLines
from amie_planner.ui.widgets.voice_form import VoiceForm, what_it_offers
from amie_planner.ui.widgets.voice_list import VoiceList
from amie_planner.ui.workspace import OpenProgramme, Workspace, shortened

FILTERS: dict[str, tuple[Callable[[VoiceEntry], bool], str]] = {
    "Waiting to be told": (voicing.to_tell, "Nobody waits to be told what became of an idea."),
    "Still to decide": (voicing.undecided, "Nothing waits to be decided."),
    "All": (lambda entry: True, "Nothing is written down yet that young people said or showed."),
}
_ALL = len(FILTERS) - 1
_NO_PROGRAMME = "Voices belong to a programme. Begin one under Programmes first."
_LETTERS = 140
"""Of what was said, in the list and above the form, which shows all of it."""
_LEAST_LINES = 6
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""


class VoiceScreen(QWidget):
    """said(text): something to tell the leader."""

    said = Signal(str)

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._today = today
        self.choice = ProgrammeChoice()
        self.add = Button("Add a voice entry", self.add_entry, "main")
        self.filters = Faces(tuple(FILTERS), "Which voice entries are shown")
        self.rows: RowList[TwoLines] = RowList(self)
        self.view = VoiceList(self.rows)
        self.empty = Label("", "quiet")
        self.told = Button("Told today", self.tell_today)
        self.remove = Button("Remove", self.remove_entry)
        self.title = Label("", "section")
        self.form: VoiceForm | None = None
        self._scroll: Scroll | None = None
        self._shown = ("", "")
        """Programme and entry that the form is about."""
        self._stays = ("", "")
        """Those of the entry that stays in the list though it may no longer fit, until another is chosen."""
        self._offered: object = None
        self._arrange()
        self._join()
        self.refresh()

    def _arrange(self) -> None:
        left, self._right = Card(), Card()
        within = QVBoxLayout(left)
        within.setContentsMargins(14, 12, 14, 14)
        within.addWidget(self.filters)
        within.addWidget(self.empty)
        within.addWidget(self.view, 100)
        within.addLayout(Flow(self.told, self.remove))
        within.addStretch(1)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._beside = QVBoxLayout(self._right)
        self._beside.setContentsMargins(18, 14, 8, 14)
        self._beside.addWidget(self.title)
        self._beside.addSpacing(4)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        side_by_side.addWidget(left, 5)
        side_by_side.addWidget(self._right, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(Label("Voice: you said, we did", "title"))
        layout.addLayout(Flow(self.choice.label, self.choice, self.add, spacing=10))
        layout.addSpacing(4)
        layout.addLayout(side_by_side, 1)

    def _join(self) -> None:
        self.choice.edited.connect(self.refresh)
        self.filters.chosen.connect(lambda at: self._filter())
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._move_on())
        self.view.opened.connect(lambda: self._go_to_form("text"))
        self.view.told_wanted.connect(self.tell_today)
        self.view.add_wanted.connect(self.add_entry)
        self.view.remove_wanted.connect(self.remove_entry)
        self._workspace.changed.connect(lambda changes: self.refresh() if self.isVisible() else None)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    @property
    def programme(self) -> str:
        """The id of the chosen programme, or nothing."""
        return self.choice.value() or ""

    @property
    def chosen(self) -> str:
        """The id of the chosen entry, or nothing."""
        row = self.rows.at(self.view.currentIndex().row())
        return row.id if row else ""

    def go_to(self, programme: str, entry: str) -> None:
        """Shows an entry of any programme, whatever was looked for before."""
        self.save()
        self.choice.offer(self._workspace.programmes())
        self.choice.show_value(programme)
        self.refresh()
        if self.rows.find(entry) == -1:
            self.filters.choose(_ALL)
        self._choose(entry)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        if self.form is None:
            return ""
        self.form.save()
        return self.form.problem

    def refresh(self) -> None:
        """Shows the entries of the chosen programme as they are now; the chosen one stays though it no longer fits."""
        self.choice.offer(self._workspace.programmes())
        series = self._series()
        fits, nothing = FILTERS[list(FILTERS)[self.filters.current]]
        entries = series.voice if series else ()
        listed = [entry for entry in entries if fits(entry) or (self.programme, entry.id) == self._stays]
        self.rows.show([_row(entry, series, self._today) for entry in listed] if series else [])
        self.empty.setText(nothing if series else _NO_PROGRAMME)
        self.empty.setVisible(not listed)
        self.view.setVisible(bool(listed))
        self.add.setEnabled(series is not None)
        if listed and not self.chosen:
            self._choose(listed[0].id)
        self._show(self.chosen)

    def add_entry(self) -> None:
        """Adds an entry of today and goes to its form."""
        series = self._series()
        if series is not None:
            self.save()
            id, changes = edits.add_voice(series, date=self._today)
            self._stays = (self.programme, id)
            self._workspace.do("Add a voice entry", changes)
            self.refresh()
            self._choose(id)
            self._go_to_form("text")

    def tell_today(self) -> None:
        """Notes that they were told today, and asks how; what is not decided yet is decided first."""
        self.save()
        entry = self._entry()
        if entry is None:
            return
        if voicing.undecided(entry):
            self.said.emit("First say what became of it.")
            self._go_to_form("outcome")
        elif entry.told_on is not None:
            self.said.emit(f"They were told on {near(entry.told_on, self._today)}.")
        else:
            name = shortened(voicing.title(entry))
            self._workspace.do(f"Told today: ‘{name}’", [revise(entry, told_on=self._today)])
            self.refresh()
            self.said.emit(f"Told today: ‘{name}’. How were they told?")
            self._go_to_form("told_how")

    def remove_entry(self) -> None:
        """Removes the chosen entry; undo brings it back."""
        self.save()
        series, entry = self._series(), self._entry()
        if series is not None and entry is not None:
            self._workspace.do(f"Remove ‘{shortened(voicing.title(entry))}’", edits.remove_voice(series, entry.id))
            self.refresh()
            (self.view if self.rows.rowCount() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, entry: str) -> None:
        """Chooses an entry of the list; its form follows."""
        index = self.rows.index(self.rows.find(entry))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _move_on(self) -> None:
        self._stays = (self.programme, self.chosen)
        self._show(self.chosen)

    def _filter(self) -> None:
        """Another filter lets go of the entry that is shown, if it does not fit."""
        self.save()
        entry = self._entry()
        fits, _ = FILTERS[list(FILTERS)[self.filters.current]]
        if entry is not None and not fits(entry):
            self._stays = ("", "")
        self.refresh()

    def _series(self) -> Series | None:
        return self._workspace.series(self.programme) if self.programme else None

    def _entry(self) -> VoiceEntry | None:
        series = self._series()
        return next((entry for entry in series.voice if entry.id == self.chosen), None) if series else None

    def _go_to_form(self, field: str) -> None:
        if self.form is not None:
            self.form.fields[field].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, id: str) -> None:
        series, entry = self._series(), self._entry()
        for part in (self._right, self.told, self.remove):
            part.setVisible(entry is not None)
        self.title.setText(shortened(voicing.title(entry), _LETTERS) if entry is not None else "")
        if series is None or entry is None:
            self._show_form(None, None)
            return
        shown, offered = (self.programme, id), what_it_offers(series)
        if self.form is None or shown != self._shown or offered != self._offered:
            self._show_form(VoiceForm(OpenProgramme(self._workspace, self.programme), id), offered)
            self._shown = shown
        else:
            self.form.refresh()

    def _show_form(self, form: VoiceForm | None, offered: object) -> None:
        if problem := self.save():
            self.said.emit(f"Not kept: {problem}")
        if self._scroll is not None:
            self._beside.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self.form, self._offered = form, offered
        self._scroll = Scroll(form, "The chosen voice entry") if form is not None else None
        if form is not None and self._scroll is not None:
            form.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
            form.close_up()
            self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
            self._beside.addWidget(self._scroll, 1)


def _row(entry: VoiceEntry, series: Series, today: date) -> TwoLines:
    return TwoLines(
        entry.id, shortened(voicing.title(entry), _LETTERS), shortened(voicing.about(entry, series, today), _LETTERS)
    )
