"""What an activity shows is changed in one step; a picture that no card shows any longer goes."""

from __future__ import annotations

from tests.plans import a_series

from amie_planner.domain.edits.cards import remove_picture, show_new_picture, show_picture, show_symbol, with_card
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity, Card

WORDS = {"word": "Drums", "second": "Bębny"}


def _series(*cards) -> Series:
    """A programme with an activity for each card, the last of them in another session."""
    made = [{"id": f"a{n}", **({"card": card} if card else {})} for n, card in enumerate(cards)]
    sessions = [{"id": "s1", "title": "One", "activities": made[:-1] or made}]
    sessions += [{"id": "s2", "title": "Two", "activities": made[-1:]}] if made[:-1] else []
    return a_series(pictures=[{"id": "m1", "image": "iVBORw0K"}], sessions=sessions)


def _activities(series: Series) -> list[Activity]:
    return [activity for lines in series.sessions for activity in lines.activities]


def _shown(series: Series) -> list[Card | None]:
    return [activity.card for activity in _activities(series)]


def _pictures(series: Series) -> list[str]:
    return [picture.id for picture in series.pictures]


def test_a_symbol_takes_the_place_of_a_picture_and_words_stay():
    series = _series({**WORDS, "picture": "m1"})
    series = series.after(show_symbol(series, _activities(series)[0], "drum"))
    assert _shown(series) == [Card.made(**WORDS, symbol="drum")]
    assert _pictures(series) == []


def test_without_a_symbol_and_words_no_card_is_left():
    series = _series({"symbol": "drum"})
    series = series.after(show_symbol(series, _activities(series)[0], None))
    assert _shown(series) == [None]


def test_a_picture_that_another_session_shows_stays():
    series = _series({"picture": "m1"}, {"picture": "m1"})
    series = series.after(show_symbol(series, _activities(series)[0], "drum"))
    assert _pictures(series) == ["m1"]
    series = series.after(show_symbol(series, _activities(series)[1], "drum"))
    assert _pictures(series) == []


def test_a_new_picture_takes_the_place_of_the_one_before():
    series = _series({**WORDS, "symbol": "drum", "picture": "m1"})
    series = series.after(show_new_picture(series, _activities(series)[0], title="Our drum", image="AAAA"))
    assert _shown(series) == [Card.made(**WORDS, symbol="drum", picture="m2")]
    assert [(picture.id, picture.title) for picture in series.pictures] == [("m2", "Our drum")]


def test_a_picture_can_be_shown_once_more():
    series = _series({"picture": "m1"}, None)
    series = series.after(show_picture(series, _activities(series)[1], "m1"))
    series = series.after(show_picture(series, _activities(series)[1], "m1"))
    assert _shown(series) == [Card.made(picture="m1")] * 2
    assert _pictures(series) == ["m1"]


def test_words_of_a_card_come_and_go():
    (activity,) = _activities(_series(None))
    assert with_card(activity, word="Drums") == Card.made(word="Drums")
    assert with_card(activity, word=None) is None


def test_a_picture_that_is_removed_leaves_the_words_of_its_cards_and_no_bare_card():
    series = _series({**WORDS, "picture": "m1"}, {"picture": "m1"}, {"symbol": "drum"})
    series = series.after(remove_picture(series, "m1"))
    assert _shown(series) == [Card.made(**WORDS), None, Card.made(symbol="drum")]
    assert _pictures(series) == []
