"""Looking back on a session on one page: in words, with the young people's beside them, change by change, and ahead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.looking_back import looked_back, still_open
from amie_planner.domain.records import Adaptation, NextTime, Observation, Record, ReflectionPrompt
from amie_planner.domain.reflection import asked
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.reflect_next_time import NextTimeNotes
from amie_planner.ui.widgets.reflect_noticed import Noticed
from amie_planner.ui.widgets.reflect_prompts import Prompts
from amie_planner.ui.widgets.reflect_voices import Voices
from amie_planner.ui.widgets.verdicts import Verdicts
from amie_planner.ui.workspace import OpenSession

_KEYS_SAID = "F6 goes on to the next part, Shift+F6 to the one before. All of it is kept as you type."
_NOTHING_WRITTEN = "Nothing is written about this session yet. A line under one question is enough."
_KEPT = "What you wrote is kept. This is still open, if you want to say more."
_NOTHING_OPEN = "All of it is written down. What is kept, changed or noted comes back in the next session."
_LETTERS_SIDE_BY_SIDE = 96
_BETWEEN = 14
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""


class Reflect(QWidget):
    """said(text): what was recorded or could not be kept. `refresh` is to be called after every change, its own too."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self.prompts = Prompts(desk)
        self.voices = Voices(desk)
        self.verdicts = Verdicts(desk)
        self.noticed = Noticed(desk)
        self.next_time = NextTimeNotes(desk)
        self.done = Button("I have looked back", self._tell, "main")
        self.open = Label("")
        self._rows = (self._row(self.prompts, self.voices), self._row(self.noticed, self.next_time))
        self._arrange()
        for part in (self.prompts, self.verdicts, self.next_time):
            part.said.connect(self.said)
        self._on_key("F6", 1)
        self._on_key("Shift+F6", -1)
        self.refresh()

    def _row(self, left: QWidget, right: QWidget) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(_BETWEEN)
        row.addWidget(left, 5)
        row.addWidget(right, 4)
        return row

    def _arrange(self) -> None:
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        page.setSpacing(_BETWEEN)
        page.addWidget(Label(_KEYS_SAID, "quiet"))
        page.addLayout(self._rows[0])
        page.addWidget(self.verdicts)
        page.addLayout(self._rows[1])
        page.addWidget(self._end())
        page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._page = Scroll(inside, "Looking back")
        layout.addWidget(self._page)

    def _end(self) -> Card:
        end = Card()
        layout = QVBoxLayout(end)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addLayout(Flow(self.done))
        layout.addWidget(self.open)
        self.open.hide()
        return end

    def _on_key(self, keys: str, step: int) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._go_on(step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts what stands beside something below it where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def start(self, entry: Record | None = None) -> None:
        """Goes to the first prompt, at the top of the page; to another, or to an entry that stands further down."""
        self._page.verticalScrollBar().setValue(0)
        if isinstance(entry, Observation):
            self.noticed.entries.choose(entry.id)
            self.noticed.start()
        elif isinstance(entry, Adaptation):
            self.verdicts.choose(entry.id)
            self.verdicts.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(entry, NextTime):
            self.next_time.view.setCurrentIndex(self.next_time.model.index(self.next_time.model.find(entry.id)))
            self.next_time.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.prompts.start(entry.id if isinstance(entry, ReflectionPrompt) else "")

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        parts = (self.prompts, self.voices, self.verdicts, self.noticed, self.next_time)
        problems = [part.save() for part in parts]
        return next((problem for problem in problems if problem), "")

    def refresh(self) -> None:
        """Shows what is written down now."""
        if self._desk.gone:
            return
        for part in (self.prompts, self.voices, self.verdicts, self.noticed, self.next_time):
            part.refresh()
        self.verdicts.fit()
        if self.open.isVisible():
            self.open.setText(self._what_is_open())

    def _go_on(self, step: int) -> None:
        here = QApplication.focusWidget()
        stops = self._stops()
        at = next((n for n, (part, _) in enumerate(stops) if here and (part is here or part.isAncestorOf(here))), 0)
        stops[(at + step) % len(stops)][1]()

    def _stops(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """The parts from top to bottom, each with the way to go there."""
        to_it = Qt.FocusReason.TabFocusReason
        here = bool(self._desk.plan.adaptations)
        verdicts = [(self.verdicts, lambda: self.verdicts.view.setFocus(to_it))] if here else []
        return [
            (self.prompts, self.prompts.start),
            (self.voices, self.voices.start),
            *verdicts,
            (self.noticed, self.noticed.start),
            (self.next_time, self.next_time.start),
            (self.done, lambda: self.done.setFocus(to_it)),
        ]

    def _tell(self) -> None:
        """Says what is still open, once all that was typed is kept."""
        problem = self.save()
        self.open.setText(f"Not kept: {problem}" if problem else self._what_is_open())
        self.open.show()
        self.said.emit(self.open.text())

    def _what_is_open(self) -> str:
        if not looked_back(self._desk.plan):
            return _NOTHING_WRITTEN
        open_ = still_open(self._desk.plan, asked(self._desk.workspace.own(ReflectionPrompt)))
        return " ".join((_KEPT, *open_)) if open_ else _NOTHING_OPEN
