"""Choices about the window, with their defaults. Choices only: never a name, a path or free text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

THEMES = ("system", "light", "dark", "contrast", "cream")
TEXT_SIZES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` is per cent of the system's size."""

    theme: str = "system"
    text_size: int = 100


def read(file: Path) -> Preferences:
    """The preferences kept in a file; whatever is missing or unknown there is the default."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    known = {f.name: kept[f.name] for f in fields(Preferences) if f.name in kept}
    chosen = Preferences(**known)
    return chosen if chosen.theme in THEMES and chosen.text_size in TEXT_SIZES else Preferences()


def write(file: Path, preferences: Preferences) -> None:
    """Keeps the preferences; a place that cannot be written keeps the old ones."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.write_text(json.dumps(asdict(preferences)) + "\n", encoding="utf-8")
    except OSError:
        return
