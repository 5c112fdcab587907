"""Between a session and the library of activities: one is found and added, one is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.activities import shelf
from amie_planner.domain.edits.activities import (
    copy_activity_back,
    entry_of,
    keep_activity,
    texts_of,
)
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.shelves import E
from amie_planner.domain.names import known_names, named
from amie_planner.domain.records import Activity, LibraryActivity
from amie_planner.ui.models.activities import OpenActivities
from amie_planner.ui.models.open_shelf import OpenShelf
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.exchanging import ask
from amie_planner.ui.widgets.finder import Finder
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.roomy import RoomyDialog
from amie_planner.ui.workspace import OpenSession, Workspace, shortened

KEEP, COPY_BACK = "Keep in my library", "Copy back to the library"
_LONGEST = 160
"""Characters of what to do."""


class FromShelf(RoomyDialog, Generic[E]):
    """An entry of a shelf; those that suit the programme's setting come first.

    Keys: typing searches, Down goes to the list, Enter takes what is chosen, Esc leaves.
    """

    letters, lines = 78, 34
    title, take = "", ""
    """What the dialog is called, and its button."""

    def __init__(self, shelf: OpenShelf[E], setting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picker")
        self.setWindowTitle(self.title)
        self._shelf = shelf
        self.finder = Finder(self._shelf, at_once=True)
        self.finder.off.hide()
        if setting:
            self.finder.line.setPlaceholderText("What suits the setting comes first")
        self.about = Label("", "quiet")
        self.add = Button(self.take, self.accept, "main")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self.about)
        layout.addLayout(Flow(self.add, Button("Cancel", self.reject)))
        self.finder.view.opened.connect(self.accept)
        self.finder.chosen.connect(self._tell)
        self.finder.refresh()
        self.resize(self.sizeHint())
        self.finder.line.setFocus()

    @property
    def chosen(self) -> E | None:
        """What is chosen."""
        return self._shelf.entry(self.finder.current)

    def _said(self, entry: E) -> str:
        """What to know of an entry before it is taken."""
        raise NotImplementedError

    def _tell(self, id: str) -> None:
        entry = self.chosen
        self.add.setEnabled(entry is not None)
        self.about.setText(shortened(self._said(entry), _LONGEST) if entry else "")
        self.about.setVisible(bool(self.about.text()))


class FromLibrary(FromShelf[LibraryActivity]):
    """An activity of the library."""

    title, take = "Add from the library", "Add it here"

    def __init__(self, workspace: Workspace, setting: str, parent: QWidget | None = None) -> None:
        super().__init__(OpenActivities(workspace, setting), setting, parent)

    def _said(self, entry: LibraryActivity) -> str:
        return entry.instructions or ""


def offered(desk: OpenSession, activity: Activity | None) -> str:
    """What the library can do with an activity: keep it, copy back what was learned; nothing where it is as there."""
    if activity is None or not activity.title:
        return ""
    kept = desk.workspace.own(LibraryActivity)
    entry = entry_of(shelf(kept), activity)
    if entry is None:
        return KEEP
    return COPY_BACK if copy_activity_back(kept, entry, desk.plan, activity.id) else ""


def keep(parent: QWidget, desk: OpenSession, activity: Activity) -> str:
    """Keeps an activity, or copies it back, once the leader has seen which names it holds; gives what was done."""
    kept = desk.workspace.own(LibraryActivity)
    entry, title = entry_of(shelf(kept), activity), shortened(words.activity_title(activity))
    if entry is None:
        _, changes = keep_activity(kept, desk.plan, activity.id)
        step, done = f"Keep ‘{title}’ in the library", f"In your library: {title}"
    else:
        changes = copy_activity_back(kept, entry, desk.plan, activity.id)
        step, done = f"Copy ‘{title}’ back", f"Copied back to the library: {title}"
    if not changes or not names_nobody(parent, desk, changes):
        return ""
    desk.do(step, changes)
    return done


def names_nobody(parent: QWidget, desk: OpenSession, changes: Changes) -> bool:
    """Whether no known name stands in the texts that would go, or the leader says that they are only words."""
    found = names_in(desk, texts_of(changes))
    if not found:
        return True
    said = ", ".join(f"“{word}”" for word in found)
    question = f"This may be somebody’s name: {said}.\n\nThe library is for any group. Stop, and change the text there?"
    return ask(parent, question, "Stop, and change the text", "They are only words: keep it") == 1


def names_in(desk: OpenSession, texts: Sequence[str]) -> tuple[str, ...]:
    """Words of texts that may be the name of a young person or of somebody of the team, each once."""
    known = known_names(desk.series, adults=True)
    return tuple(dict.fromkeys(word for text in texts for word in named(text, known)))
