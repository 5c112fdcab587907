"""The library: changes, activities and first plans worth having at hand, found, altered, shared and begun from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.changes import Change
from amie_planner.domain.records import Adaptation, LibraryActivity, LibraryAdaptation, PlanTemplate
from amie_planner.ui.models.activities import OpenActivities, OpenPlans
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.widgets.activity_entry import ActivityEntry
from amie_planner.ui.widgets.basics import Button, Label, Pages
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.library_form import LibraryEntry
from amie_planner.ui.widgets.plan_entry import PlanEntry, ask_and_begin
from amie_planner.ui.widgets.sharing import ask_and_bring_in, ask_and_share
from amie_planner.ui.widgets.shelf_face import ShelfFace
from amie_planner.ui.workspace import Workspace, shortened

FACES = ("Changes", "Activities", "First plans")
CHANGES, ACTIVITIES, PLANS = range(len(FACES))
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
        self.add_button = Button("Add a change", self.add, "main")
        self.bring_in_button = Button("Bring in a pack…", self.bring_in)
        self.share_button = Button("Share a pack…", self.share)
        self.add_activity = Button("Add an activity", self.add, "main")
        self._buttons = ((self.add_button, self.bring_in_button, self.share_button), (self.add_activity,), ())
        self.changes = ShelfFace(self._shelf, LibraryEntry(self._shelf), self._shelf.add)
        activities = OpenActivities(workspace)
        self.activities = ShelfFace(activities, ActivityEntry(activities), activities.add)
        plans = OpenPlans(workspace)
        self.plan = PlanEntry(plans)
        self.plans = ShelfFace(plans, self.plan)
        self.finder, self.entry = self.changes.finder, self.changes.entry
        self._shelves: tuple[ShelfFace[Any, Any], ...] = (self.changes, self.activities, self.plans)
        self.faces = Faces(FACES, "Shelves of the library")
        self._pages = Pages()
        self._arrange()
        self.faces.chosen.connect(self._turn)
        self.plan.begin.clicked.connect(self.begin)
        for shelf in self._shelves:
            shelf.said.connect(self.said)
        workspace.changed.connect(self._follow)

    def _arrange(self) -> None:
        for shelf in self._shelves:
            self._pages.addWidget(shelf)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        buttons = [button for of_one in self._buttons for button in of_one]
        layout.addLayout(Flow(Label("Library", "title", wrap=False), self.faces, *buttons, spacing=12))
        self._offer(CHANGES)
        layout.addWidget(self._pages, 1)

    @property
    def _seen(self) -> ShelfFace[Any, Any]:
        return self._shelves[self.faces.current]

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Shows the shelf that is seen as it is now."""
        self._seen.refresh()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return next((problem for problem in (shelf.save() for shelf in self._shelves) if problem), "")

    def go_to(self, entry: str) -> None:
        """Chooses an entry of any shelf, on it or taken off it."""
        for at, shelf in enumerate(self._shelves):
            if shelf.holds(entry):
                self.faces.choose(at)
                shelf.go_to(entry)
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
        before = self._pages.currentIndex()
        if at != before and not self._shelves[before].left():
            self.faces.choose(before)
            return
        self._pages.setCurrentIndex(at)
        self._offer(at)
        self.refresh()

    def _offer(self, at: int) -> None:
        for n, of_one in enumerate(self._buttons):
            for button in of_one:
                button.setVisible(n == at)

    def _follow(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(isinstance(change.record, _KINDS) for change in changes):
            self.refresh()
