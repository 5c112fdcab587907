"""One session: what and when it is, and its faces, from the plan to looking back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.checks.check import Line
from amie_planner.domain import words
from amie_planner.domain.names import Names, hits, known_names
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Record
from amie_planner.domain.timing import minute_of, shown
from amie_planner.ui.widgets.access import Access
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.beside import Beside
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.paper import Paper
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.widgets.reflect import Reflect
from amie_planner.ui.widgets.register import RegisterFace
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.widgets.session_faces import (
    ACCESS,
    FACES,
    PAPER,
    PLAN,
    REFLECT,
    REGISTER,
    RUN_IT,
    SessionFaces,
)
from amie_planner.ui.widgets.undo_button import UndoButton
from amie_planner.ui.workspace import OpenSession, shortened

__all__ = ("ACCESS", "FACES", "PAPER", "PLAN", "REFLECT", "REGISTER", "RUN_IT", "SessionScreen")

LONGEST_TITLE = 160
"""Characters of a title in the head; the form shows all of it."""
_NOBODY: Names = {}


class SessionScreen(QWidget):
    """back_wanted: to the list of programmes; said(text): something to tell the leader; turned(): to another face."""

    back_wanted = Signal()
    said = Signal(str)
    turned = Signal()

    def __init__(self, desk: OpenSession, today: date, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._desk, self._was_in_the_room = desk, False
        self.back = Button("All programmes", self.back_wanted.emit)
        self.undo = UndoButton(desk)
        self.title = Label("", "title")
        self.when = Label("", "quiet")
        self._pages = SessionFaces(desk, today, now)
        self.faces = self._pages.choice
        self._arrange()
        self._pages.said.connect(self.said)
        self._pages.turned.connect(self._follow_face)
        desk.workspace.changed.connect(self._follow)
        self._show_head(desk.plan)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.setSpacing(4)
        layout.addWidget(self.when)
        layout.addWidget(self.title)
        layout.addLayout(Flow(self.faces, self.back, self.undo, spacing=10))
        layout.addWidget(self._pages, 1)

    @property
    def in_the_room(self) -> bool:
        """Whether the session is being run, so that no private word may stand anywhere in the window."""
        return self.faces.current == RUN_IT

    @property
    def planning(self) -> Planning:
        """Its running order."""
        return self._pages.plan.planning

    @property
    def beside(self) -> Beside:
        """The panels beside the running order."""
        return self._pages.plan.beside

    @property
    def access(self) -> Access:
        """Who can join in where."""
        return self._pages.access

    @property
    def run_it(self) -> RunIt:
        """The session in the room."""
        return self._pages.run_it

    @property
    def register(self) -> RegisterFace:
        """Who was there."""
        return self._pages.register

    @property
    def reflect(self) -> Reflect:
        """Looking back on it."""
        return self._pages.reflect

    @property
    def paper(self) -> Paper:
        """Its papers."""
        return self._pages.paper

    def begin_day(self, today: date) -> None:
        """Counts days from another day on."""
        self._pages.begin_day(today)

    def check(self) -> None:
        """Asks HEARD about the plan as it is now."""
        self._pages.plan.check()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return self._pages.save()

    def leave(self) -> None:
        """Keeps what is being typed and stops following changes."""
        self._pages.leave()
        self._desk.workspace.changed.disconnect(self._follow)
        self.undo.leave()

    def ask_and_save(self) -> None:
        """Shows the finished paper, asks where to, and writes it."""
        self.show_face(PAPER)
        self.paper.ask_and_save()

    def show_face(self, at: int, entry: Record | None = None) -> None:
        """Shows a face, with the focus where its work begins, or at an entry that was written while looking back."""
        self._pages.show_face(at, entry)

    def go_to(self, line: Line) -> None:
        """Goes to the line of the plan that a finding speaks of."""
        self._pages.go_to(line)

    def offers(self) -> tuple[tuple[str, Callable[[], object], str], ...]:
        """What the Session menu offers: words, what it does, and its keys."""
        return self._pages.offers()

    def _follow(self, changes: object) -> None:
        if self._desk.gone:
            self.back_wanted.emit()
            return
        self._show_head(self._desk.plan)
        self._pages.refresh()

    def _follow_face(self) -> None:
        self._show_head(self._desk.plan)
        self.undo.keep_private(self.in_the_room)
        self.turned.emit()
        if self.in_the_room or self._was_in_the_room:
            self.said.emit(f"Private words are {'hidden' if self.in_the_room else 'in sight'} here.")
        self._was_in_the_room = self.in_the_room

    def _show_head(self, plan: Plan) -> None:
        """What it is, when and where; while it runs, nothing that may name somebody."""
        session, names = plan.session, known_names(plan) if self.in_the_room else _NOBODY
        ends = minute_of(session.start) + (session.minutes or 0) if session.start else 0
        time = f"{session.start:%H:%M} to {shown(ends)}" if session.start and session.minutes else ""
        where = (plan.programme.title, words.day(session.date), time, plan.programme.place)
        self.when.setText(" · ".join(part for part in where if part and not hits(part, names)))
        self.title.setText(FACES[RUN_IT] if hits(session.title, names) else shortened(session.title, LONGEST_TITLE))
