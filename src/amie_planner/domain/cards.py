"""What an activity shows to young people: a word, one in a second language, and a picture or a symbol."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amie_planner.domain.records import Activity, Card, Picture
from amie_planner.domain.symbols import Symbol, symbol, symbol_of_kind
from amie_planner.domain.words import activity_title

_BARE = Card()


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it is seen. The leader's `own` picture, where there is one, takes the place of the symbol."""

    word: str
    second: str
    symbol: Symbol
    own: Picture | None = None


def shown(activity: Activity, pictures: Iterable[Picture]) -> Shown:
    """What an activity shows. Without a card, its title and the symbol of its kind."""
    card = activity.card or _BARE
    own = next((picture for picture in pictures if picture.id == card.picture), None)
    chosen = symbol(card.symbol) or symbol_of_kind(activity.kind)
    return Shown(card.word or activity_title(activity), card.second or "", chosen, own)
