"""What an activity shows to young people: a symbol, or a picture of the leader's own.

A picture that no card shows any longer goes, so that no photo is kept that nobody sees.
"""

from __future__ import annotations

from typing import Any

from amie_planner.domain.changes import add, remove, revise
from amie_planner.domain.edits.parts import Changes, next_id, next_position, one
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity, Card, Picture

_BARE = Card()


def with_card(activity: Activity, **fields: Any) -> Card | None:
    """The activity's card with some fields changed; none where nothing is left on it."""
    card = (activity.card or _BARE).revised(**fields)
    return None if card == _BARE else card


def show_symbol(series: Series, activity: Activity, symbol: str | None) -> Changes:
    """A symbol by its key in place of what was shown; without one, the symbol of its kind."""
    return _showing(series, activity, symbol=symbol, picture=None)


def show_picture(series: Series, activity: Activity, picture: str) -> Changes:
    """A picture that the programme has already, in place of what was shown."""
    return _showing(series, activity, picture=picture)


def show_new_picture(series: Series, activity: Activity, **fields: Any) -> Changes:
    """A new picture of the leader's own, in place of what was shown."""
    id = next_id("m", (picture.id for picture in series.pictures))
    programme = series.programme.id
    made = Picture.made(id=id, programme=programme, position=next_position(series.pictures), **fields)
    return (add(made), *_showing(series, activity, picture=id))


def remove_picture(series: Series, picture: str) -> Changes:
    """A picture goes; cards that showed it keep their words."""
    activities = (activity for lines in series.sessions for activity in lines.activities)
    shown = (a for a in activities if a.card and a.card.picture == picture)
    return (*(revise(a, card=with_card(a, picture=None)) for a in shown), remove(one(series.pictures, picture)))


def _showing(series: Series, activity: Activity, **fields: Any) -> Changes:
    shown = revise(activity, card=with_card(activity, **fields))
    before = activity.card.picture if activity.card else None
    if before is None or before == fields["picture"] or _is_shown_elsewhere(series, activity, before):
        return (shown,)
    return (shown, remove(one(series.pictures, before)))


def _is_shown_elsewhere(series: Series, activity: Activity, picture: str) -> bool:
    every = (other for lines in series.sessions for other in lines.activities)
    return any(other.card and other.card.picture == picture for other in every if other.key != activity.key)
