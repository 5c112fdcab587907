"""XML that streams by in pieces: none of it is held, and none of it may declare entities that grow."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.packages import damaged


class Xml:
    """A stream of XML that calls `start`, `end` and `text`; one that declares entities of its own is refused."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = lambda name, attributes: self.start(local(name), attributes)
        self._parser.EndElementHandler = lambda name: self.end(local(name))
        self._parser.CharacterDataHandler = lambda text: self.text(text)
        self._parser.StartDoctypeDeclHandler = _refuse

    def __call__(self, piece: bytes) -> None:
        """Takes the next piece; an empty one says that it was the last. Raises AmieError."""
        try:
            self._parser.Parse(piece, not piece)
        except (expat.ExpatError, ValueError, LookupError):
            raise damaged() from None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text inside the latest element."""


def local(name: str) -> str:
    """A name without the prefix that stands for its namespace."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise AmieError("This spreadsheet declares XML entities, as no list does.", "Ask for the list as .csv.")


def size(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode())
