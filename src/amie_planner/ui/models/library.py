"""The shelf of changes on the desk: as rows, and what only changes have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from amie_planner.domain import library
from amie_planner.domain.edits import library as edits
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.library import Shelf, Wanted
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.tried import UNTRIED, Tried
from amie_planner.domain.vocabulary import label
from amie_planner.ui.models.open_shelf import OpenShelf, ShelfRow
from amie_planner.ui.workspace import Workspace

NEW_TITLE = "A change to be described"
_ASKS = {"barrier": "What is in the way", "kind": "Kind of activity", "to_review": "To review"}


def row(entry: LibraryAdaptation, tried: Mapping[str, Tried]) -> ShelfRow:
    """The row of an entry: whom it is for and what it answers, what the leader found, what to know."""
    barriers = ", ".join(label("barrier", barrier) for barrier in entry.barriers)
    about = " · ".join(part for part in (library.for_whom(entry), barriers) if part)
    marks = (tried.get(entry.id, UNTRIED).words, whose(entry), "to review" if entry.to_review else "")
    return ShelfRow(entry.id, entry.title, about, " · ".join(part for part in marks if part))


def whose(entry: LibraryAdaptation) -> str:
    """Your own, altered by you, or nothing for what is as it came with the program."""
    if library.is_own(entry):
        return "your own"
    return "altered by you" if library.is_altered(entry) else ""


class OpenLibrary(OpenShelf[LibraryAdaptation]):
    """The changes on the shelf now, and the door for changes to it."""

    one, many = "change", "changes"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, LibraryAdaptation, Shelf(()), _ASKS)

    def _mine(self) -> tuple[LibraryAdaptation, ...]:
        return self.workspace.library()

    def _everything(self, kept: tuple[LibraryAdaptation, ...]) -> tuple[LibraryAdaptation, ...]:
        return library.everything(kept)

    def came(self, id: str) -> LibraryAdaptation | None:
        """The entry that came with the program under this id."""
        return library.as_it_came(id)

    def row(self, entry: LibraryAdaptation) -> ShelfRow:
        """An entry's row."""
        return row(entry, self.workspace.tried())

    def wanted(self, words: str, **asked: Any) -> Wanted:
        """What is looked for."""
        return Wanted(words, **asked)

    def experience(self, entry: LibraryAdaptation) -> str:
        """What came of it in all the leader's plans."""
        return self.workspace.tried().get(entry.id, UNTRIED).words

    def add(self) -> str:
        """Adds an entry of the leader's own; gives its id."""
        id, changes = edits.add_to_library(self.kept, title=NEW_TITLE)
        self.workspace.do("Add to the library", changes)
        return id

    def _take_off(self, entry: LibraryAdaptation) -> Changes:
        return edits.remove_from_library(self.kept, entry)

    def keeping(self, read: Callable[[], LibraryAdaptation | None]) -> Callable[[str, str, Any], None]:
        """As of any shelf; a change works well only with what is here, and not with itself."""
        keep = super().keeping(read)

        def kept(name: str, words: str, value: Any) -> None:
            entry = read()
            if entry is not None and name == "works_well_with":
                value = tuple(id for id in value if self.entry(id) is not None and id != entry.id)
            keep(name, words, value)

        return kept

    def titles(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """The ids that are here, each with its title."""
        found = (self.entry(id) for id in ids)
        return [(entry.id, entry.title) for entry in found if entry is not None]
