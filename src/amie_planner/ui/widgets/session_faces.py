"""The faces of a session: what each is, how it starts, and what of it the Session menu offers.

A face is made when it is first asked for, but Run it at once where the session is under way. The one that is seen
follows the plan; the others wait until they are seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amie_planner.checks.check import Line
from amie_planner.domain.records import Record
from amie_planner.domain.running import Phase, running
from amie_planner.ui.models.papers import ROOM
from amie_planner.ui.widgets.access import Access
from amie_planner.ui.widgets.basics import Pages
from amie_planner.ui.widgets.beside import PANELS
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.paper import Paper
from amie_planner.ui.widgets.plan_face import PlanFace
from amie_planner.ui.widgets.reflect import Reflect
from amie_planner.ui.widgets.register import RegisterFace
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.workspace import OpenSession

FACES = ("Plan", "Access", "Run it", "Register", "Reflect", "Paper")
PLAN, ACCESS, RUN_IT, REGISTER, REFLECT, PAPER = range(len(FACES))
_IN_MENU = ("&Plan", "A&ccess", "Run &it", "Re&gister", "Re&flect", "Pape&r")
_KEYS = tuple(f"Ctrl+Shift+{letter}" for letter in "LGNAFR")
_NAMES = ("plan", "access", "run_it", "register", "reflect", "paper")
_BY_KEY = Qt.FocusReason.ShortcutFocusReason

Face = TypeVar("Face", bound=QWidget)


def _kept() -> str:
    return ""


@dataclass(frozen=True)
class _Ways:
    """What is asked of a face that has been made: to begin its work, to show what holds now, to keep, to be left."""

    face: QWidget
    start: Callable[[], object]
    refresh: Callable[[], None]
    save: Callable[[], str] = _kept
    leave: Callable[[], object] = _kept


class SessionFaces(Pages):
    """said(text): something to tell the leader; turned(): another face is seen. `choice` says which one is.

    Nothing is seen until `show_face` is called.
    """

    said = Signal(str)
    turned = Signal()

    def __init__(self, desk: OpenSession, today: date, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self._today, self._now = desk, today, now
        self._made: dict[int, _Ways] = {}
        self.choice = Faces(FACES, "Faces of the session")
        self.choice.chosen.connect(self._turn)

    @cached_property
    def plan(self) -> PlanFace:
        """Its running order and what is beside it."""
        made = PlanFace(self._desk)
        made.said.connect(self.said)
        return self._join(PLAN, made, made.start, made.refresh, made.save, made.leave)

    @cached_property
    def access(self) -> Access:
        """Who can join in where."""
        made = Access(self._desk, self._today)
        made.said.connect(self.said)
        made.adaptation_wanted.connect(lambda activity, id: self._planning().go_to_adaptation(activity, id))
        made.barriers_wanted.connect(lambda: self._planning().go_to_barriers())
        return self._join(ACCESS, made, partial(made.view.setFocus, _BY_KEY), made.refresh, leave=made.leave)

    @cached_property
    def run_it(self) -> RunIt:
        """The session in the room."""
        made = RunIt(self._desk, self._now)
        made.said.connect(self.said)
        return self._join(RUN_IT, made, partial(made.setFocus, _BY_KEY), made.refresh, leave=made.leave)

    @cached_property
    def register(self) -> RegisterFace:
        """Who was there."""
        made = RegisterFace(self._desk)
        made.said.connect(self.said)
        return self._join(REGISTER, made, made.start, made.refresh, made.save)

    @cached_property
    def reflect(self) -> Reflect:
        """Looking back on it."""
        made = Reflect(self._desk)
        made.said.connect(self.said)
        return self._join(REFLECT, made, made.start, made.refresh, made.save)

    @cached_property
    def paper(self) -> Paper:
        """Its papers."""
        made = Paper(lambda: self._desk.plan, self._desk.workspace.heard, self._desk.workspace.own)
        made.saved.connect(lambda path: self.said.emit(f"Saved {path.name}"))
        made.said.connect(self.said)
        made.line_wanted.connect(self.go_to)
        return self._join(PAPER, made, partial(made.list.setFocus, _BY_KEY), made.refresh, leave=made.leave)

    def _join(
        self,
        at: int,
        face: Face,
        start: Callable[[], object],
        refresh: Callable[[], None],
        save: Callable[[], str] = _kept,
        leave: Callable[[], object] = _kept,
    ) -> Face:
        self.addWidget(face)
        self._made[at] = _Ways(face, start, refresh, save, leave)
        return face

    def _ways(self, at: int) -> _Ways:
        """A face and what is asked of it; it is made where it is not there."""
        getattr(self, _NAMES[at])
        return self._made[at]

    def show_face(self, at: int, entry: Record | None = None) -> None:
        """Shows a face, with the focus where its work begins, or at an entry that was written while looking back."""
        self.choice.choose(at)
        if at not in self._made:  # the first face is chosen from the beginning
            self._turn(at)
        if at == REFLECT:
            self.reflect.start(entry)
        else:
            self._made[at].start()
        if running(self._desk.plan, self._now()).phase is Phase.UNDER_WAY:
            self._ways(RUN_IT)  # it tells of the time, whatever face is seen

    def _turn(self, at: int) -> None:
        self.save()
        ways = self._ways(at)
        self.setCurrentWidget(ways.face)
        self.turned.emit()
        ways.refresh()

    def refresh(self) -> None:
        """Shows the plan as it is now on the face that is seen."""
        if (seen := self._made.get(self.choice.current)) is not None:
            seen.refresh()

    def begin_day(self, today: date) -> None:
        """Counts days from another day on."""
        self._today = today
        if ACCESS in self._made:
            self.access.begin_day(today)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        problems = [] if self._desk.gone else [ways.save() for ways in self._made.values()]
        return next((problem for problem in problems if problem), "")

    def leave(self) -> None:
        """Keeps what is being typed and stops following changes."""
        self.save()
        for ways in self._made.values():
            ways.leave()

    def go_to(self, line: Line) -> None:
        """Goes to the line of the plan that a finding speaks of."""
        self._planning().go_to(line)

    def _planning(self) -> PlanFace:
        """The plan, which is seen from now on."""
        self.choice.choose(PLAN)
        return self.plan

    def _add_activity(self) -> None:
        self._planning().planning.add_below()

    def offers(self) -> tuple[tuple[str, Callable[[], object], str], ...]:
        """What the Session menu offers: words, what it does, and its keys."""
        faces = zip(_IN_MENU, _KEYS, strict=True)
        return (
            ("&Add activity", self._add_activity, "Ctrl+Return"),
            *((words, partial(self.show_face, n), keys) for n, (words, keys) in enumerate(faces)),
            ("Print for the roo&m…", lambda: self.paper.open_set(ROOM), "Ctrl+Shift+P"),
            *((f"{name} panel", partial(self._go_to_panel, n), f"Ctrl+{n + 1}") for n, name in enumerate(PANELS)),
        )

    def _go_to_panel(self, at: int) -> None:
        self._planning().go_to_panel(at)
