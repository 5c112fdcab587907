"""The leader's own pictures for the participant strip come and go."""

from __future__ import annotations

from typing import Any

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.parts import Changes, next_id, next_position, one
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Picture


def add_picture(series: Series, **fields: Any) -> tuple[str, Changes]:
    """A new picture of the programme."""
    id = next_id("m", (picture.id for picture in series.pictures))
    programme = series.programme.id
    made = Picture.made(id=id, programme=programme, position=next_position(series.pictures), **fields)
    return id, (add(made),)


def remove_picture(series: Series, picture: str) -> Changes:
    """A picture goes; cards that showed it keep their words."""
    shown: list[Change] = [
        revise(activity, card=activity.card.revised(picture=None))
        for lines in series.sessions
        for activity in lines.activities
        if activity.card and activity.card.picture == picture
    ]
    return (*shown, remove(one(series.pictures, picture)))
