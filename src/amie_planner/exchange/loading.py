"""A file from a disk: never more of it in memory than such a file may hold."""

from __future__ import annotations

from pathlib import Path

from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange import plan_file
from amie_planner.exchange.json_text import LARGEST_FILE


def load(path: Path) -> Series:
    """The programme in a plan file. Raises AmieError."""
    return plan_file.read(content(path))


def content(path: Path) -> bytes:
    """The bytes of a file, as far as one more than the most that is read. Raises AmieError."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise AmieError(f"{path} is a folder.", "Name a file in it.") from None
    except OSError:
        raise AmieError(f"{path} cannot be read.", "Check that it is there and that you may open it.") from None
