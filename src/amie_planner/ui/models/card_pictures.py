"""What a card can show, as rows: the programme's own pictures first, then the symbols that come with the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amie_planner.domain.records import Picture
from amie_planner.domain.symbols import Symbol, found

NO_TITLE = "A picture without a title"


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One picture or symbol, by its words."""

    id: str
    text: str
    about: str
    source: Picture | Symbol

    @property
    def is_own(self) -> bool:
        """Whether it is the leader's own."""
        return isinstance(self.source, Picture)

    @property
    def key(self) -> str:
        """The id of an own picture, or the key of a symbol."""
        return self.source.id if isinstance(self.source, Picture) else self.source.key

    @property
    def spoken(self) -> str:
        """Its words, then what else it is found by, or that it is the leader's own."""
        return f"{self.text}. {self.about}"


def rows(pictures: Iterable[Picture], text: str) -> tuple[PictureRow, ...]:
    """What each word of the text finds; everything for no text."""
    own = (_own(picture) for picture in pictures)
    wanted = text.casefold().split()
    return (*(row for row in own if all(word in row.text.casefold() for word in wanted)), *_symbols(text))


def _own(picture: Picture) -> PictureRow:
    return PictureRow(f"own:{picture.id}", picture.title or NO_TITLE, "your own", picture)


def _symbols(text: str) -> Iterator[PictureRow]:
    return (PictureRow(f"symbol:{symbol.key}", symbol.label, symbol.words, symbol) for symbol in found(text))
