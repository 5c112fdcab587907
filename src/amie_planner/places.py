"""Where data, preferences, logs and our own resources lie: in a checkout, or frozen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_APP = "AMIE Planner"


def resource(*parts: str) -> Path:
    """A file or folder of the product's own resources."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)


def data_folder() -> Path:
    """Where the leader's planner file lies unless they say otherwise; AMIE_HOME moves all of it."""
    home = os.environ.get("AMIE_HOME")
    if home:
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False)


def planner_file() -> Path:
    """The planner file that the window opens."""
    return data_folder() / "planner.amie"


def preferences_file() -> Path:
    """Window preferences: choices only, never names."""
    return data_folder() / "preferences.json"


def log_file() -> Path:
    """The rotating log, which holds no names and no free text."""
    return data_folder() / "logs" / "amie-planner.log"


def make_private(folder: Path) -> Path:
    """Makes a folder that only this person's account can read, and returns it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
