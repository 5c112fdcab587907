"""What the shelves have in common: the leader's own on top, and a search that folds again only what changed."""

from __future__ import annotations

from dataclasses import dataclass

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


def test_only_what_changed_is_asked_again_what_it_says():
    Things.asked = []
    one, two = Thing("1", "Drum"), Thing("2", "Bell")
    before = Things([one, two])
    after = before.now([one, Thing("2", "Gong")])
    assert Things.asked == ["1", "2", "2"]
    assert [each.text for each in after.holding("GONG")] == ["Gong"]
    assert after.holding("bell") == ()


def test_every_word_must_be_there_and_no_word_finds_all():
    Things.asked = []
    shelf = Things([Thing("1", "Straße drum"), Thing("2", "drum")])
    assert [each.id for each in shelf.holding("DRUM strasse")] == ["1"]
    assert [each.id for each in shelf.holding("  ")] == ["1", "2"]


def test_text_is_compared_without_case_and_in_one_form():
    assert folded("Ｄrum") == folded("DRUM") == "drum"
    assert folded("Straße") == "strasse"
