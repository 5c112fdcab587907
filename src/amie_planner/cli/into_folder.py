"""Finished files into a folder, where no other file is replaced unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from amie_planner.documents.file_names import kept_beside
from amie_planner.errors import AmieError
from amie_planner.writing import write_whole


def written(files: Mapping[str, bytes], folder: Path, *, replace: bool) -> Iterator[tuple[str, str]]:
    """Writes each file by its name, as it is asked for, and says that name and what it is called there.

    What is there already stays, and the new file gets a number, unless it is to be replaced; the very same file stays.
    Raises AmieError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise AmieError(f"The folder {folder} cannot be made.", "Choose another folder.") from None
    new = [name for name, content in files.items() if not is_there(folder / name, content)]
    renamed = {} if replace else kept_beside(new, names_in(folder))
    for name, content in files.items():
        called = renamed.get(name, name)
        if name in new:
            write_whole(folder / called, content)
        yield name, called


def is_there(file: Path, content: bytes) -> bool:
    """Whether that very file is there already."""
    try:
        return file.read_bytes() == content
    except (OSError, ValueError):
        return False


def names_in(folder: Path) -> list[str]:
    """What is in a folder; nothing where there is none."""
    try:
        return [each.name for each in folder.iterdir()]
    except OSError:
        return []
