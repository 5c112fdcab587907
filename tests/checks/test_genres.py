"""Genre families: every one has its names, each name one family, and nobody's music lies in a bucket for the rest."""

from __future__ import annotations

import pytest
from tests.plans import a_plan, a_series

from amie_planner.checks.genres import families, family, is_in_a_family, loved, practice
from amie_planner.checks.same_words import folded
from amie_planner.checks.wording import genre_families, stock_phrases
from amie_planner.domain.vocabulary import labels

FAMILIES = genre_families()


def test_every_family_has_eight_to_thirty_names() -> None:
    assert list(FAMILIES) == list(labels()["genre"])
    assert {key: len(names) for key, names in FAMILIES.items() if not 8 <= len(names) <= 30} == {}


def test_every_name_is_in_one_family_and_is_no_other_family() -> None:
    names = [(folded(name), key) for key, held in FAMILIES.items() for name in (key, labels()["genre"][key], *held)]
    assert all(name for name, _ in names)
    again = [name for name, key in names if {other for said, other in names if said == name} != {key}]
    assert again == []
    listed = [folded(name) for held in FAMILIES.values() for name in held]
    assert sorted(listed) == sorted(set(listed))


def test_there_is_no_urban_and_no_world_bucket() -> None:
    words = {word for names in FAMILIES.values() for name in names for word in folded(name).split()}
    assert words.isdisjoint({"urban", "world", "ethnic", "other", "miscellaneous"})


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("hip-hop-rap", "hip-hop-rap"),
        ("Hip-hop and rap", "hip-hop-rap"),
        ("GRIME!", "hip-hop-rap"),
        ("UK drill", "hip-hop-rap"),
        ("R&B", "rnb-soul-funk"),
        ("rnb", "rnb-soul-funk"),
        ("drum and bass", "electronic"),
        ("Drum & Bass", "electronic"),
        ("Bhangra", "south-asian"),
        ("nasheeds", "sacred-devotional"),
        ("k-pop", "k-pop-j-pop-anime"),
        ("Soukous ", "afrobeats-amapiano-highlife"),
        ("a style of mine", "a style of mine"),
        ("?", ""),
    ],
)
def test_a_word_stands_for_the_family_that_contains_it_else_for_itself(word: str, key: str) -> None:
    assert family(word) == key
    assert is_in_a_family(word) is (key in FAMILIES)


def test_a_practice_is_known_by_key_label_or_its_own_words() -> None:
    assert practice("by-ear") == practice("By ear") == practice(" by EAR") == "by-ear"
    assert practice("Clapping back") == "clapping back"


def test_words_without_words_are_no_music() -> None:
    plan = a_plan(activities=[{"id": "a1", "music": [{"genres": ["!", "pop"]}, {"genres": ["grime"]}]}, {"id": "a2"}])
    assert families(plan.activities) == {"pop", "hip-hop-rap"}
    people = a_series(
        people=[{"id": "p1", "music_loved": ["…", "trap"]}, {"id": "p2", "music_loved": ["Zeuhl"]}]
    ).people
    assert loved(people) == {"hip-hop-rap", "zeuhl"}


def test_stock_phrases_are_words_once_folded() -> None:
    assert len(stock_phrases()) == 17
    assert all(map(folded, stock_phrases()))
