"""Choices about the window and about paper, with their defaults. Choices only: never a name, a path or free text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

THEMES = ("system", "light", "dark", "contrast", "cream")
TEXT_SIZES = (100, 125, 150, 175, 200)
PAPER_PRESETS = ("room", "run-sheet", "hub", "strips")
PAPER_STYLES = ("clear", "large", "easy-read")
PAPER_FORMATS = ("pdf", "html")
PAPER_FITS = ("width", "page")
PAPERS = (
    "run-sheet", "full-plan", "access-sheet", "helper-cards", "profile", "participant-strip", "now-next", "first-then",
    "steps", "heard-sheet", "register", "you-said",
)  # fmt: skip
_PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` is per cent of the system's size."""

    theme: str = "system"
    text_size: int = 100


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """What was chosen last: the set of papers, the print style, the format of files, and how pages fit on screen.

    `room` is what is printed for the room; nothing where that was never chosen.
    """

    preset: str = "room"
    style: str = "clear"
    form: str = "pdf"
    fit: str = "width"
    room: tuple[str, ...] = ()


def read(file: Path) -> Preferences:
    """The preferences kept in a file; whatever is missing or unknown there is the default."""
    chosen = Preferences(**_known(_kept(file), Preferences))
    return chosen if chosen.theme in THEMES and chosen.text_size in TEXT_SIZES else Preferences()


def read_paper(file: Path) -> PaperChoices:
    """The choices about paper kept in a file; the defaults where they are missing or unknown."""
    kept = _known(_kept(file).get(_PAPER), PaperChoices)
    room = kept.get("room", ())
    chosen = PaperChoices(**kept | {"room": tuple(room) if isinstance(room, list) else ()})
    known = chosen.preset in PAPER_PRESETS and chosen.style in PAPER_STYLES and chosen.form in PAPER_FORMATS
    known = known and chosen.fit in PAPER_FITS and all(paper in PAPERS for paper in chosen.room)
    return chosen if known else PaperChoices()


def write(file: Path, preferences: Preferences) -> None:
    """Keeps the preferences beside the choices about paper; a place that cannot be written keeps the old ones."""
    _write(file, preferences, read_paper(file))


def write_paper(file: Path, choices: PaperChoices) -> None:
    """Keeps the choices about paper beside the preferences; a place that cannot be written keeps the old ones."""
    _write(file, read(file), choices)


def _kept(file: Path) -> dict[str, Any]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _known(kept: Any, kind: type[Preferences] | type[PaperChoices]) -> dict[str, Any]:
    return {f.name: kept[f.name] for f in fields(kind) if f.name in kept} if isinstance(kept, dict) else {}


def _write(file: Path, preferences: Preferences, paper: PaperChoices) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.write_text(json.dumps(asdict(preferences) | {_PAPER: asdict(paper)}) + "\n", encoding="utf-8")
    except OSError:
        return
