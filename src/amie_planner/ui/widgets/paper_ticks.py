"""Which papers, in which style, with people called how and as which files: what a leader ticks before they are made."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner import places, preferences
from amie_planner.documents import DOCUMENTS, STYLES, Document
from amie_planner.ui.models.paper_files import Kind
from amie_planner.ui.models.paper_kinds import KindRow, rows, rules_for
from amie_planner.ui.models.papers import ROOM, Preset, presets
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.tick_box import TickBox

_FORMATS = [("pdf", "PDF"), ("html", "Web page")]
_TO_TICK = "Tick what adults and young people hold in their hands: the same is ticked the next time."


class PaperTicks(QWidget):
    """changed(): something else is ticked or chosen.

    Where one set was asked for, its papers alone are offered; for the room every paper is, and what is ticked
    is remembered.
    """

    changed = Signal()

    def __init__(self, preset: Preset | None) -> None:
        super().__init__()
        self._alone = preset is not None
        self._for_the_room = preset is not None and preset.id == ROOM
        self._documents = _offered(preset)
        self._prefers = preferences.read_paper(places.preferences_file())
        sets = presets(self._prefers)
        self._set = preset or next(each for each in sets if each.id == self._prefers.preset)
        self.ticks = [TickBox(document.label) for document in self._documents]
        self._how = [Label("", "quiet", wrap=False) for _ in self._documents]
        self.presets = {preset.id: Button(preset.label, partial(self._prefer_set, preset)) for preset in sets}
        for each in sets:
            self.presets[each.id].setAccessibleDescription(each.about)
        self.print_style, self.names, self.form = Chooser("Print style"), Chooser("People"), Chooser("Files as")
        self.print_style.offer([(style.id, style.name.capitalize()) for style in STYLES], self._prefers.style)
        self.names.offer(rules_for(self._documents))
        self.form.offer(_FORMATS, self._prefers.form)
        self._arrange()
        for tick in self.ticks:
            tick.clicked.connect(self._tick_by_hand)
        for chooser in (self.print_style, self.names, self.form):
            chooser.chosen.connect(self._prefer)
        self._tick()
        self._show_rows()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self._alone:
            column.addWidget(Label(_TO_TICK if self._for_the_room else self._set.about))
        else:
            column.addLayout(Flow(Label("Tick the set", "quiet", wrap=False), *self.presets.values(), spacing=8))
            column.addSpacing(6)
        for tick, how in zip(self.ticks, self._how, strict=True):
            column.addLayout(Flow(tick, how, spacing=10))
        column.addSpacing(6)
        column.addLayout(Flow(self.print_style, self.names, self.form, spacing=16))

    def kinds(self) -> tuple[Kind, ...]:
        """What is ticked and can be made as it is asked for."""
        ticked = (row.kind for tick, row in zip(self.ticks, self._rows(), strict=True) if tick.isChecked())
        return tuple(kind for kind in ticked if kind)

    def _rows(self) -> tuple[KindRow, ...]:
        return rows(self._documents, self._set, self.print_style.value, self.names.value)

    def _show_rows(self) -> None:
        for tick, how, row in zip(self.ticks, self._how, self._rows(), strict=True):
            how.setText(row.how)
            tick.setAccessibleDescription(row.how)
            tick.setEnabled(row.names is not None)
        self.changed.emit()

    def _tick(self) -> None:
        wanted = {document.id for document in self._set.documents()}
        for tick, document in zip(self.ticks, self._documents, strict=True):
            tick.setChecked(document.id in wanted)

    def _tick_by_hand(self) -> None:
        if self._for_the_room:
            ticks = zip(self.ticks, self._documents, strict=True)
            self._prefers = replace(self._prefers, room=tuple(each.id for tick, each in ticks if tick.isChecked()))
            preferences.write_paper(places.preferences_file(), self._prefers)
        self._show_rows()

    def _prefer_set(self, preset: Preset) -> None:
        self._set = preset
        self._tick()
        self._prefers = replace(self._prefers, preset=preset.id)
        self._prefer()

    def _prefer(self) -> None:
        self._prefers = replace(self._prefers, style=self.print_style.value, form=self.form.value)
        preferences.write_paper(places.preferences_file(), self._prefers)
        self._show_rows()


def _offered(preset: Preset | None) -> tuple[Document, ...]:
    if preset is None:
        return DOCUMENTS
    its_own = preset.documents()
    return (*its_own, *(each for each in DOCUMENTS if each not in its_own)) if preset.id == ROOM else its_own
