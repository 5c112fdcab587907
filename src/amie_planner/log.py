"""A rotating log that holds no names and no free text: what kind of thing happened, and where in the code.

Messages are fixed sentences; the values beside them are only kinds, counts and check ids. An exception is
logged as its type and the places it passed through, never with its message, which may quote a leader.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

LOGGER = logging.getLogger("amie_planner")
_MEGABYTE = 1_000_000


class _WhenNeeded(logging.Handler):
    """Opens the file at the first thing there is to log. A place that cannot be written has no log."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        from logging.handlers import RotatingFileHandler

        LOGGER.removeHandler(self)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handler = RotatingFileHandler(self._file, maxBytes=_MEGABYTE, backupCount=5, encoding="utf-8")
        except OSError:
            LOGGER.addHandler(logging.NullHandler())  # else logging would speak up on stderr
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOGGER.addHandler(handler)
        handler.emit(record)


def start(file: Path) -> None:
    """From now on what goes wrong is logged to a file (1 MB, five kept)."""
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    for old in list(LOGGER.handlers):
        LOGGER.removeHandler(old)
        old.close()
    LOGGER.addHandler(_WhenNeeded(file))


def trouble(what: str, error: BaseException) -> None:
    """Logs an unexpected error by its type and its path through the code."""
    frames = traceback.extract_tb(error.__traceback__)
    path = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-8:]))
    LOGGER.error("%s: %s at %s", what, type(error).__name__, path)
