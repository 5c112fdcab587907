"""Sharing changes as a pack, and bringing a pack in, with what has to be seen and asked on the way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from amie_planner.domain import library, words
from amie_planner.domain.edits.library import bring_into_library
from amie_planner.domain.names import known_names
from amie_planner.domain.packs import Coming, compared
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.errors import AmieError
from amie_planner.exchange import library_pack
from amie_planner.ui.models.library import OpenLibrary, whose
from amie_planner.ui.widgets.exchanging import agreed, ask_where
from amie_planner.ui.widgets.pack_dialog import Choice, PackDialog, Wording
from amie_planner.ui.workspace import shortened
from amie_planner.writing import write_whole

_LONGEST = 240
"""Characters of a text in the list."""
_FILTER = "Packs (*.amiepack)"
_SHARE = Wording(
    "Share a pack",
    "These are yours: what you wrote, and what you altered. A pack holds no people. "
    "Names that stand in a text are shown to you before anything is written.",
    "Share",
    "Goes into the pack",
    "Stays here",
)
_BRING_IN = Wording(
    "Bring in a pack",
    "This is what the pack holds, and what each would be here. Nothing of yours is changed.",
    "Bring in",
    "Comes in",
    "Stays out",
)


def ask_and_share(parent: QWidget, shelf: OpenLibrary) -> Path | None:
    """Asks which of the leader's own go into a pack and where to, then writes it. Raises AmieError."""
    mine = [entry for entry in shelf.shelf.entries if whose(entry)]
    if not mine:
        raise AmieError("There is nothing of your own to share yet.", "Add a change, or alter one.")
    asked = PackDialog([Choice(entry.id, entry.title, _about(entry)) for entry in mine], _SHARE, parent)
    if not asked.exec():
        return None
    chosen = [entry for entry in mine if entry.id in set(asked.ticked)]
    names = [known_names(shelf.workspace.series(p.id)) for p in shelf.workspace.programmes()]
    made = agreed(parent, lambda only_words: library_pack.content(chosen, names, only_words))
    if made is None:
        return None
    path = ask_where(parent, "library.amiepack", "Share a pack", _FILTER)
    if path is not None:
        write_whole(path, made)
    return path


def ask_and_bring_in(parent: QWidget, shelf: OpenLibrary) -> int:
    """Asks for a pack and brings in what is ticked; gives how many came. Raises AmieError."""
    name, _ = QFileDialog.getOpenFileName(parent, "Bring in a pack", "", _FILTER)
    return bring_in(parent, shelf, Path(name)) if name else 0


def bring_in(parent: QWidget, shelf: OpenLibrary, path: Path) -> int:
    """Shows what each entry of a pack would be here, and brings in what is ticked, in one step. Raises AmieError."""
    coming = compared(shelf.kept, library_pack.load(path))
    asked = PackDialog([_choice(each) for each in coming], _BRING_IN, parent)
    if not asked.exec():
        return 0
    ticked = set(asked.ticked)
    chosen = [each for each in coming if each.entry.id in ticked]
    shelf.workspace.do(f"Bring in a pack of {len(chosen):,}", bring_into_library(shelf.kept, chosen))
    return len(chosen)


def _choice(coming: Coming) -> Choice:
    about = "\n".join(part for part in (str(coming.how), _about(coming.entry)) if part)
    return Choice(coming.entry.id, coming.entry.title, about, coming.brings)


def _about(entry: LibraryAdaptation) -> str:
    """Enough to judge an entry by: whom it is for, what to do, with what, and where it comes from."""
    facts = " · ".join(part for part in (library.for_whom(entry), words.listed(entry.kit)) if part)
    source = f"Source: {shortened(entry.source, _LONGEST)}" if entry.source else ""
    return "\n".join(part for part in (facts, shortened(entry.what or "", _LONGEST), source) if part)
