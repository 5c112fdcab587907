"""What the shelves have in common: the leader's own on top, and a search that folds again only what changed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from amie_planner.domain.shelves import Folded, folded, in_order


@dataclass(frozen=True)
class Thing:
    id: str
    text: str = ""
    position: int = 0


class Things(Folded[Thing]):
    """Counts how often an entry is asked what it says."""

    asked: list[str]

    @staticmethod
    def said(entry: Thing) -> str:
        Things.asked.append(entry.id)
        return entry.text


def test_the_newest_of_the_leaders_own_stand_on_top_and_what_came_keeps_its_place():
    kept = [Thing("own-1", position=2), Thing("own-2", position=5), Thing("M02", "altered", position=9)]
    assert [(each.id, each.text) for each in in_order(kept, (Thing("M01"), Thing("M02")))] == [
        ("own-2", ""),
        ("own-1", ""),
        ("M01", ""),
        ("M02", "altered"),
    ]


def test_own_entries_of_one_place_stand_in_the_order_of_their_ids():
    assert [each.id for each in in_order([Thing("own-b"), Thing("own-a")], ())] == ["own-a", "own-b"]


def test_what_entries_say_is_asked_when_words_are_looked_for_and_then_only_of_what_changed():
    Things.asked = []
    one, two = Thing("1", "Drum"), Thing("2", "Bell")
    before = Things([one, two])
    assert before.holding(" ") == (one, two) and Things.asked == []
    before.holding("drum")
    unseen = before.now([one, Thing("2", "Chime")])
    after = unseen.now([one, Thing("2", "Gong")])
    assert [each.text for each in after.holding("GONG")] == ["Gong"]
    assert Things.asked == ["1", "2", "2"]
    assert after.holding("bell") == ()


def found(typed: str, *texts: str) -> list[str]:
    Things.asked = []
    return [each.text for each in Things([Thing(str(n), text) for n, text in enumerate(texts)]).holding(typed)]


def test_every_word_must_be_there_and_no_word_finds_all():
    assert found("DRUM strasse", "Straße drum", "drum") == ["Straße drum"]
    assert found("  ", "Straße drum", "drum") == ["Straße drum", "drum"]
    assert found("–", "drum") == ["drum"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("rapping", "A rap of four lines"),
        ("rap", "Rapping over a beat"),
        ("drums", "One drum"),
        ("drum", "Drumming"),
        ("improvisation", "Improvise or sing"),
        ("stories", "The story so far"),
        ("dancing", "A dance"),
        ("warm up", "Warm-up"),
    ],
)
def test_a_word_finds_its_other_forms(typed: str, text: str):
    assert found(typed, "Bells", text) == [text]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("karaoke", "Choose the set from a board"),
        ("gig", "A sharing"),
        ("Makaton", "Sung and signed"),
        ("karao", "Sing"),
    ],
)
def test_a_word_that_leaders_use_finds_what_the_library_calls_it(typed: str, text: str):
    assert found(typed, "Bells", text) == [text]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("theme", "Sing to them"),
        ("note", "Nothing is not music"),
        ("hope", "A hip-hop beat"),
        ("cane", "Everyone can sing"),
        ("care", "The car"),
        ("evening", "Even now"),
    ],
)
def test_a_word_does_not_find_what_only_looks_like_a_form_of_it(typed: str, text: str):
    assert found(typed, text) == []


def test_a_few_letters_are_the_beginning_of_a_word_and_more_may_stand_inside_one():
    assert found("rap", "Wrap it up", "Build up the grip") == []
    assert found("phone", "Headphones", "Bells") == ["Headphones"]
    assert found("鼓", "太鼓の音", "Bells") == ["太鼓の音"]


def test_a_title_with_the_word_as_it_was_typed_comes_first_and_what_only_means_it_last():
    texts = ("Sing it", "The song board", "Karaoke night", "Sing on")
    assert found("karaoke", *texts) == ["Karaoke night", "The song board", "Sing it", "Sing on"]
    assert found("verses", "A verse", "Verses") == ["Verses", "A verse"]
    assert found("dancing", "Bells\nand a dance", "We danced") == ["We danced", "Bells\nand a dance"]
    assert found("drum", "Bells\nand a drum", "Drumming", "One drum") == ["Drumming", "One drum", "Bells\nand a drum"]


def test_text_is_compared_without_case_and_in_one_form():
    assert folded("Ｄrum") == folded("DRUM") == "drum"
    assert folded("Straße") == "strasse"
