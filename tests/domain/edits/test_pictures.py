"""Pictures come and go; a card that showed one keeps its words."""

from __future__ import annotations

from tests.plans import a_series

from amie_planner.domain.changes import Change
from amie_planner.domain.edits.pictures import add_picture, remove_picture
from amie_planner.domain.records import Card


def test_a_picture_that_goes_leaves_the_words_of_its_card():
    series = a_series(sessions=[{"id": "s1", "title": "One", "activities": [{"id": "a1"}, {"id": "a2"}]}])
    first, changes = add_picture(series, title="Drum", image="iVBORw0K")
    series = series.after(changes)
    second, changes = add_picture(series, image="iVBORw0K")
    series = series.after(changes)
    assert (first, second) == ("m1", "m2")
    activities = series.sessions[0].activities
    shown = [a.revised(card=Card.made(word="drum", picture=id)) for a, id in zip(activities, ("m1", "m2"), strict=True)]
    series = series.after(Change(before, after) for before, after in zip(activities, shown, strict=True))
    series = series.after(remove_picture(series, "m1"))
    cards = [activity.card for activity in series.sessions[0].activities]
    assert cards == [Card.made(word="drum"), Card.made(word="drum", picture="m2")]
    assert [picture.id for picture in series.pictures] == ["m2"]
