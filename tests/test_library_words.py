"""The words by which leaders look for something in the library: usual ones find something, and each leads somewhere."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from tests.test_library_content import LABELS_FOR_RETURNS, UNKIND

from amie_planner.domain import activities, library
from amie_planner.domain.shelves import folded
from amie_planner.domain.stems import stem
from amie_planner.places import resource

WORDS: dict[str, list[str]] = json.loads(resource("library", "words.json").read_text(encoding="utf-8"))["words"]
ACTIVITIES = activities.Shelf(activities.starter())
CHANGES = library.Shelf(library.starter())

USUAL = """
lyrics|rap|rapping|guitar|ukulele|karaoke|drum kit|drumming|percussion|beatbox|signing|Makaton|singing|choir|vocals
microphone|recording|studio|DJ|MC|songwriting|composing|improvisation|jam|band|gig|concert|rehearsal|warm up
icebreaker|hello song|rhythm|melody|chords|piano|keyboard|violin|iPad|GarageBand|loops|hip hop|poetry|dancing
parachute|quiet|noise|Zoom|babies|junk instruments|call and response|sheet music
"""
"""What a music leader would type first."""
SHEET_MUSIC = "score"


@pytest.mark.parametrize("typed", USUAL.strip().replace("\n", "|").split("|"))
def test_a_usual_word_finds_an_activity_and_a_change(typed: str) -> None:
    assert ACTIVITIES.holding(typed), "no activity"
    assert CHANGES.holding(typed), "no change"


@pytest.mark.parametrize("typed", sorted(WORDS))
def test_a_word_that_leaders_use_finds_something_on_each_shelf(typed: str) -> None:
    assert ACTIVITIES.holding(typed) and CHANGES.holding(typed)


@pytest.mark.parametrize("typed", sorted(WORDS))
def test_it_leads_only_to_words_that_the_library_has(typed: str) -> None:
    assert [said for said in WORDS[typed] if not _has(said)] == []
    assert len(set(WORDS[typed])) == len(WORDS[typed]) and typed not in WORDS[typed]


def test_no_line_takes_the_place_of_another_form_of_its_word() -> None:
    forms = Counter(stem(folded(typed)) for typed in WORDS)
    assert [form for form, lines in forms.items() if lines > 1] == []


@pytest.mark.parametrize("typed", ["theme", "note", "hope", "cane"])
def test_a_word_finds_no_entry_that_does_not_say_it(typed: str) -> None:
    says = re.compile(rf"\b{typed}|\b{typed[:-1]}ing\b")
    assert [one.id for one in ACTIVITIES.holding(typed) if not says.search(folded(ACTIVITIES.said(one)))] == []
    assert [one.id for one in CHANGES.holding(typed) if not says.search(folded(CHANGES.said(one)))] == []


def _has(said: str) -> bool:
    words = _words(said)
    if len(words) == 1:
        return stem(words[0]) in STEMS
    return f" {' '.join(words)}" in SAID


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(text))


SAID = (
    f" {' '.join(_words(' '.join([*map(ACTIVITIES.said, ACTIVITIES.entries), *map(CHANGES.said, CHANGES.entries)])))}"
)
STEMS = set(map(stem, SAID.split()))


def test_the_words_are_in_order_and_hurt_nobody() -> None:
    said = [word for typed, ways in WORDS.items() for word in (typed, *ways)]
    assert list(WORDS) == sorted(WORDS)
    said = [word for word in said if word != SHEET_MUSIC]
    assert [word for word in said if UNKIND.search(word) or LABELS_FOR_RETURNS.search(word)] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("karaoke", "Choose the set from a board"),
        ("rapping", "Eight lines of your own"),
        ("DJ", "Two tracks, one blend"),
    ],
)
def test_the_nearest_activity_is_among_the_first(typed: str, first: str) -> None:
    assert first in [entry.title for entry in ACTIVITIES.holding(typed)[:4]]
