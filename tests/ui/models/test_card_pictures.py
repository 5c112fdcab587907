"""What a card can show is found by its words, the leader's own first."""

from __future__ import annotations

from amie_planner.domain.records import Picture
from amie_planner.domain.symbols import symbols
from amie_planner.ui.models.card_pictures import NO_TITLE, rows

OWN = (
    Picture.made(id="m1", programme="u1", position=0, title="Our big drum", image="AAAA"),
    Picture.made(id="m2", programme="u1", position=1, image="AAAA"),
)


def test_everything_is_there_until_something_is_looked_for():
    every = rows(OWN, "")
    assert [row.text for row in every[:3]] == ["Our big drum", NO_TITLE, symbols()[0].label]
    assert len(every) == len({row.id for row in every}) == len(symbols()) + 2


def test_words_find_own_pictures_and_symbols():
    found = rows(OWN, "drum")
    assert [(row.key, row.is_own) for row in found] == [("m1", True), ("drum", False), ("hand-drum", False)]
    assert rows(OWN, "zzz") == ()


def test_a_row_says_what_it_is():
    own, drum = rows(OWN[:1], "drum")[:2]
    assert own.spoken == "Our big drum. your own"
    assert drum.spoken.startswith("Drum. beat, sticks")
