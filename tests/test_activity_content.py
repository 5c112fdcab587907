"""What the activities and first plans that come with the program say: complete, known and kind."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from tests.test_library_content import LABELS_FOR_RETURNS, LONG_SENTENCE, UNKIND, folded

from amie_planner.checks.marks import marks_in
from amie_planner.domain import library, symbols
from amie_planner.domain.vocabulary import labels
from amie_planner.places import resource

Entry = dict[str, Any]

ACTIVITIES: list[Entry] = json.loads(resource("library", "activities.json").read_text(encoding="utf-8"))["activities"]
PLANS: list[Entry] = json.loads(resource("library", "plans.json").read_text(encoding="utf-8"))["plans"]
CHANGES: list[Entry] = json.loads(resource("library", "adaptations.json").read_text(encoding="utf-8"))["adaptations"]
PRESETS: list[Entry] = json.loads(resource("presets.json").read_text(encoding="utf-8"))
BY_ID = {entry["id"]: entry for entry in ACTIVITIES}
EACH = pytest.mark.parametrize("entry", ACTIVITIES, ids=lambda entry: entry["id"])
EACH_PLAN = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan["setting"])
EACH_SETTING = pytest.mark.parametrize("setting", list(labels()["setting"]))

ALWAYS = {"id", "title", "kind", "minutes", "settings", "aim", "instructions", "card", "by_design", "source"}
SOMETIMES = {"kit", "decision", "music", "ages", "to_review"}
KEYS_AND_IDS = {"id", "kind", "settings", "setting", "library", "barrier", "barriers", "symbol", "genres", "practices"}
LONGEST_SENTENCE = 25
"""Words."""
LONGEST_TITLE = 60
LONGEST_ACTIVITY = 60
"""Minutes that one activity may take."""
FOR_SMALL_CHILDREN = "nursery-play-lullaby"
OLDER = {"youth-club-drop-in", "band-or-ensemble", "secure-setting", "one-to-one-mentoring", "online-or-hybrid"}


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text that a person reads, wherever it stands."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from texts(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from texts(held, key)
    elif isinstance(value, str) and key not in KEYS_AND_IDS:
        yield value


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if part]


def long_sentences(entry: Entry) -> set[str]:
    parts = (folded(part) for text in texts(entry) for part in re.split(r"[.!?;:]", text))
    return {part for part in parts if len(part.split()) >= LONG_SENTENCE}


EVERYTHING = pytest.mark.parametrize(
    "entry", [*ACTIVITIES, *PLANS, *PRESETS], ids=lambda entry: entry.get("id") or entry["setting"]
)


# Each activity can be led as it stands


@EACH
def test_an_activity_says_all_that_is_needed_and_nothing_empty(entry: Entry):
    assert entry.keys() >= ALWAYS
    assert entry.keys() <= ALWAYS | SOMETIMES
    assert all(value not in ("", [], {}, None, False) for value in entry.values())
    assert re.fullmatch(r"M\d{2}", entry["id"])
    assert 1 <= entry["minutes"] <= LONGEST_ACTIVITY


@EACH
def test_an_activity_uses_the_vocabulary_and_says_nothing_twice(entry: Entry):
    known = labels()
    music = entry.get("music", [])
    barriers = [each["barrier"] for each in entry["by_design"]]
    assert entry["kind"] in known["kind"]
    for list_name, keys in (
        ("setting", entry["settings"]),
        ("barrier", barriers),
        ("way", entry.get("decision", {}).get("ways", [])),
        ("genre", [genre for each in music for genre in each.get("genres", [])]),
        ("practice", [practice for each in music for practice in each["practices"]]),
    ):
        assert set(keys) <= set(known[list_name])
        assert len(keys) == len(set(keys))


@EACH
def test_an_activity_is_told_in_two_to_five_short_sentences(entry: Entry):
    assert 2 <= len(sentences(entry["instructions"])) <= 5
    assert re.search(r"[.?]$", entry["instructions"])


@EACH
def test_an_activity_says_of_each_barrier_in_a_sentence_how_it_keeps_it_away(entry: Entry):
    assert all(len(each["how"].split()) >= 4 and each["how"].endswith(".") for each in entry["by_design"])


@EACH
def test_a_card_has_a_short_word_and_a_symbol_that_is_there(entry: Entry):
    assert entry["card"].keys() == {"word", "symbol"}
    assert len(entry["card"]["word"].split()) <= 4
    assert symbols.symbol(entry["card"]["symbol"])


@EACH
def test_a_decision_is_real_and_can_be_made_without_speech(entry: Entry):
    decision = entry.get("decision")
    if decision:
        assert decision["question"].endswith("?")
        assert decision.get("open") or len(decision["options"]) > 1
        assert set(decision["ways"]) - {"speech", "written"}


@EACH
def test_music_has_a_name_and_a_way_of_making_it_and_nobody_is_said_to_have_chosen_it(entry: Entry):
    for music in entry.get("music", []):
        assert music.keys() <= {"title", "genres", "practices", "credit"}
        assert music["title"]
        assert music["practices"]
        assert "credit" in music or "genres" not in music


@EACH_PLAN
def test_no_two_activities_of_a_first_plan_show_the_same_symbol_and_none_that_of_the_end(plan: Entry):
    cards = [activity.get("card") or BY_ID[activity["library"]]["card"] for activity in plan["activities"]]
    shown = [card["symbol"] for card in cards]
    assert [symbol for symbol, times in Counter([*shown, "finished"]).items() if times > 1] == []
    assert all(symbols.symbol(symbol) for symbol in shown)


@EACH
def test_a_thing_to_pack_can_be_written_in_a_field_with_commas_between(entry: Entry):
    assert not [thing for thing in entry.get("kit", []) if "," in thing]


@EACH
def test_what_is_for_small_children_is_not_offered_to_young_people(entry: Entry):
    if any(FOR_SMALL_CHILDREN in music.get("genres", []) for music in entry.get("music", [])):
        assert not OLDER & set(entry["settings"])
        assert entry["settings"] == ["early-years-with-carers"] or "ages" in entry


# The words


@EVERYTHING
def test_a_sentence_is_short(entry: Entry):
    held = [sentence for text in texts(entry) for sentence in sentences(text)]
    assert not [sentence for sentence in held if len(sentence.split()) > LONGEST_SENTENCE]


@EVERYTHING
def test_no_word_judges_labels_or_says_nothing(entry: Entry):
    held = list(texts(entry))
    assert all(text.strip() == text != "" for text in held)
    assert not [hit for text in held for hit in marks_in(text)]
    assert not [hit[0] for text in held for hit in (*UNKIND.finditer(text), *LABELS_FOR_RETURNS.finditer(text))]


@EACH
def test_a_title_is_short(entry: Entry):
    assert len(entry["title"]) <= LONGEST_TITLE
    assert 2 <= len(entry["title"].split()) <= 9


@pytest.mark.parametrize("key", ["id", "title", "aim", "instructions"])
def test_no_two_activities_have_the_same(key: str):
    held = Counter(folded(entry[key]) for entry in ACTIVITIES)
    assert not [text for text, times in held.items() if times > 1]


def test_no_sentence_is_used_twice_in_the_whole_library():
    seen = Counter(sentence for entry in (*ACTIVITIES, *PLANS, *CHANGES) for sentence in long_sentences(entry))
    own_source = {sentence for entry in CHANGES for sentence in long_sentences({"source": entry["source"]})}
    assert not [sentence for sentence, times in seen.items() if times > 1 and sentence not in own_source]


# The whole


def test_there_are_at_least_sixty_activities():
    assert len(ACTIVITIES) >= 60


@EACH_SETTING
def test_a_setting_has_at_least_five_activities_from_its_beginning_to_its_end(setting: str):
    here = [entry for entry in ACTIVITIES if setting in entry["settings"]]
    assert len(here) >= 5
    assert {entry["kind"] for entry in here} >= {"arrive", "reflect", "close"}


@pytest.mark.parametrize("kind", list(labels()["kind"]))
def test_a_kind_of_activity_is_there_at_least_twice(kind: str):
    assert sum(entry["kind"] == kind for entry in ACTIVITIES) >= 2


@pytest.mark.parametrize("practice", list(labels()["practice"]))
def test_a_way_of_making_music_is_there(practice: str):
    assert practice in {each for entry in ACTIVITIES for music in entry.get("music", []) for each in music["practices"]}


# First plans


def test_every_setting_has_one_first_plan():
    assert sorted(plan["setting"] for plan in PLANS) == sorted(labels()["setting"])
    assert len({plan["id"] for plan in PLANS}) == len({folded(plan["title"]) for plan in PLANS}) == len(PLANS)


@EACH_PLAN
def test_a_plan_has_five_to_eight_activities_that_suit_its_setting(plan: Entry):
    entries = [BY_ID[line["library"]] for line in plan["activities"]]
    assert 5 <= len(entries) <= 8
    assert not [entry["id"] for entry in entries if plan["setting"] not in entry["settings"]]


@EACH_PLAN
def test_a_plan_means_something_musical_and_something_personal_or_social(plan: Entry):
    areas = {intention["area"] for intention in plan["intentions"]}
    assert "musical" in areas
    assert areas & {"personal", "social"}


@EACH_PLAN
def test_young_people_decide_something_in_the_music_and_not_only_at_the_end(plan: Entry):
    deciding = {BY_ID[line["library"]]["kind"] for line in plan["activities"] if "decision" in BY_ID[line["library"]]}
    assert deciding - {"reflect", "break", "close"}


@EACH_PLAN
def test_a_change_of_a_plan_is_one_of_the_library_and_answers_what_is_expected(plan: Entry):
    for change in plan["adaptations"]:
        entry = library.as_it_came(change["library"])
        assert entry is not None
        assert set(change["barriers"]) <= set(entry.barriers)
        assert set(change["barriers"]) <= set(plan["expects"])
        assert change["activities"] == "all" or set(change["activities"]) <= {line["id"] for line in plan["activities"]}
