"""The library: changes, activities and first plans worth having at hand, found, altered, shared and begun from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.changes import Change
from amie_planner.domain.records import Adaptation, LibraryActivity, LibraryAdaptation, PlanTemplate
from amie_planner.ui.models.activities import OpenActivities, OpenPlans
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.models.open_shelf import OpenShelf
from amie_planner.ui.widgets.activity_entry import ActivityEntry, ActivityForm
from amie_planner.ui.widgets.basics import Button, Label, Pages
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.library_form import LibraryEntry
from amie_planner.ui.widgets.plan_entry import PlanEntry, PlanHeld, ask_and_begin
from amie_planner.ui.widgets.sharing import ask_and_bring_in, ask_and_share
from amie_planner.ui.widgets.shelf_face import ShelfFace
from amie_planner.ui.workspace import Workspace, shortened

FACES = ("Changes", "Activities", "First plans")
CHANGES, ACTIVITIES, PLANS = range(len(FACES))
Face = TypeVar("Face", bound=ShelfFace[Any, Any])
_KINDS = (LibraryAdaptation, LibraryActivity, PlanTemplate, Adaptation)


class LibraryScreen(QWidget):
    """said(text): something to tell the leader; session_wanted(programme, session): one was begun from a first plan."""

    said = Signal(str)
    session_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._shelf = OpenLibrary(workspace)
        self._activities = OpenActivities(workspace)
        self._plans = OpenPlans(workspace)
        self.add_button = Button("Add a change", self.add, "main")
        self.bring_in_button = Button("Bring in a pack…", self.bring_in)
        self.share_button = Button("Share a pack…", self.share)
        self.add_activity = Button("Add an activity", self.add, "main")
        self._buttons = ((self.add_button, self.bring_in_button, self.share_button), (self.add_activity,), ())
        self.faces = Faces(FACES, "Shelves of the library")
        self._pages = Pages()
        self._at = CHANGES
        self._made: list[ShelfFace[Any, Any]] = []
        self.changes = self._joined(ShelfFace(self._shelf, LibraryEntry(self._shelf), self._shelf.add))
        self.finder, self.entry = self.changes.finder, self.changes.entry
        self._arrange()
        self.faces.chosen.connect(self._turn)
        workspace.changed.connect(self._follow)

    def _joined(self, face: Face) -> Face:
        face.said.connect(self.said)
        self._pages.addWidget(face)
        self._made.append(face)
        return face

    @cached_property
    def activities(self) -> ShelfFace[LibraryActivity, ActivityForm]:
        """The shelf of activities, made when it is first asked for."""
        return self._joined(ShelfFace(self._activities, ActivityEntry(self._activities), self._activities.add))

    @cached_property
    def plan(self) -> PlanEntry:
        """The first plan that is chosen."""
        made = PlanEntry(self._plans)
        made.begin.clicked.connect(self.begin)
        return made

    @cached_property
    def plans(self) -> ShelfFace[PlanTemplate, PlanHeld]:
        """The shelf of first plans, made when it is first asked for."""
        return self._joined(ShelfFace(self._plans, self.plan))

    def _shelf_at(self, at: int) -> ShelfFace[Any, Any]:
        if at == CHANGES:
            return self.changes
        return self.activities if at == ACTIVITIES else self.plans

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        buttons = [button for of_one in self._buttons for button in of_one]
        layout.addLayout(Flow(Label("Library", "title", wrap=False), self.faces, *buttons, spacing=12))
        self._offer(CHANGES)
        layout.addWidget(self._pages, 1)

    @property
    def _seen(self) -> ShelfFace[Any, Any]:
        return self._shelf_at(self.faces.current)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Shows the shelf that is seen as it is now."""
        self._seen.refresh()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return next((problem for problem in (shelf.save() for shelf in self._made) if problem), "")

    def go_to(self, entry: str) -> None:
        """Chooses an entry of any shelf, on it or taken off it."""
        shelves: tuple[OpenShelf[Any], ...] = (self._shelf, self._activities, self._plans)
        for at, shelf in enumerate(shelves):
            if shelf.entry(entry) is not None:
                self.faces.choose(at)
                self._seen.go_to(entry)
                return

    def add(self) -> None:
        """Adds an entry of the leader's own to the shelf that is seen and goes to its title."""
        self._seen.add()

    def begin(self) -> None:
        """Asks for a programme and begins a session in it from the chosen first plan."""
        plan = self.plan.read()
        if plan is not None and (begun := ask_and_begin(self, self._workspace, plan)) is not None:
            self.said.emit(f"Begun from ‘{shortened(plan.title)}’")
            self.session_wanted.emit(*begun)

    def share(self) -> None:
        """Asks which entries and where to, then writes a pack."""
        self.entry.save()
        path = ask_and_share(self, self._shelf)
        if path is not None:
            self.said.emit(f"Saved {path.name}")

    def bring_in(self) -> None:
        """Asks for a pack, shows what each of its entries would be here, and brings in what is ticked."""
        self.entry.save()
        count = ask_and_bring_in(self, self._shelf)
        if count:
            self.finder.look_for_nothing()
            self.said.emit(f"Brought in {count:,} change{'' if count == 1 else 's'}")

    def _turn(self, at: int) -> None:
        """Shows another shelf, unless something in the one before cannot be kept as it is."""
        if at != self._at and not self._shelf_at(self._at).left():
            self.faces.choose(self._at)
            return
        self._at = at
        self._pages.setCurrentWidget(self._shelf_at(at))
        self._offer(at)
        self.refresh()

    def _offer(self, at: int) -> None:
        for n, of_one in enumerate(self._buttons):
            for button in of_one:
                button.setVisible(n == at)

    def _follow(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(isinstance(change.record, _KINDS) for change in changes):
            self.refresh()
