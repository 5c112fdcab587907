"""What the starter library says: enough for every barrier, complete enough to carry out, in words nobody is hurt by."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest

from amie_planner.domain.vocabulary import labels
from amie_planner.places import resource

Entry = dict[str, Any]

LIBRARY: dict[str, list[Entry]] = json.loads(resource("library", "adaptations.json").read_text(encoding="utf-8"))
ENTRIES = LIBRARY["adaptations"]
EACH = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])

TEXTS = ("id", "title", "reach", "what", "set_up", "fallback", "safety", "ages", "source")
LISTS = ("barriers", "kinds", "kit", "works_well_with")
NUMBERS = ("setup_minutes", "lead_days", "adults")
FLAGS = ("nothing_needed", "to_review")
NEVER_MISSING = ("id", "title", "barriers", "reach", "what", "setup_minutes", "lead_days", "source")

LONGEST_TEXT = 600
LONGEST_TITLE = 60
LONG_SENTENCE = 8
"""Words from which a sentence that two entries share has been copied, not written."""

DOUBTFUL = ("A33", "A40", "A46", "A55", "A66", "A67", "A87")
"""Source: domain-practice.md, section 5.9: partly background knowledge until practitioners have read them."""

UNKIND = re.compile(
    r"\b(special needs|suffer\w*|wheelchair[- ]bound|confined to|normal\w*|abnormal\w*|low[- ]functioning"
    r"|high[- ]functioning|mental age|hard[- ]to[- ]reach|vulnerable|challenging behaviou?r|non-?verbal|handicap\w*"
    r"|disorders?|diagnos\w*|deficits?|impairments?|afflicted|the disabled|the deaf|the blind|able[- ]bodied"
    r"|young offenders?|illegal|brave|inspiring|therap(y|ies|ist|ists|eutic)|treatments?|interventions?"
    r"|differentiat\w*|as needed|where appropriate|as appropriate|support as|ensure\w*|facilitat\w*|learners?"
    r"|scor(e|es|ed|ing)|fail(ed|ure|ures|ing)?|grad(e|es|ed|ing)|rat(ed|ing|ings)|complian(t|ce)|accredit\w*)\b",
    re.IGNORECASE,
)
LABELS_FOR_RETURNS = re.compile(r"\b(SEN|SEND|SEMH|LAC|PMLD|EAL)\b")
WEB_ADDRESS = re.compile(r"\(https?://[^\s()]+(\([^\s()]*\)[^\s()]*)*\)")


def folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def texts(entry: Entry) -> list[str]:
    return [entry[key] for key in TEXTS if key in entry] + entry.get("kit", [])


def sentences(entry: Entry) -> set[str]:
    written = [entry[key] for key in ("what", "fallback", "safety", "ages") if key in entry]
    found = {folded(part) for text in written for part in re.split(r"[.!?;:]", text)}
    return {sentence for sentence in found if len(sentence.split()) >= LONG_SENTENCE}


def named(key: str) -> Counter[str]:
    return Counter(word for entry in ENTRIES for word in entry.get(key, []))


# Each entry can be carried out as it stands


@EACH
def test_an_entry_has_the_known_keys_and_nothing_empty(entry: Entry):
    kinds = {**dict.fromkeys(TEXTS, str), **dict.fromkeys(LISTS, list), **dict.fromkeys(NUMBERS, int)}
    kinds |= dict.fromkeys(FLAGS, bool)
    assert not [key for key in entry if type(entry[key]) is not kinds.get(key)]
    assert not [key for key in NEVER_MISSING if key not in entry]
    assert all(text.strip() == text != "" for text in texts(entry))
    assert all(entry[key] for key in (*LISTS, *FLAGS, "adults") if key in entry)


@EACH
def test_an_entry_says_with_what_and_what_else_if_the_kit_is_missing(entry: Entry):
    assert ("kit" in entry) != ("nothing_needed" in entry)
    assert ("kit" in entry) == ("fallback" in entry)
    assert len(entry.get("kit", [])) == len({folded(thing) for thing in entry.get("kit", [])})


@EACH
def test_a_thing_to_pack_can_be_written_in_a_field_with_commas_between(entry: Entry):
    assert not [thing for thing in entry.get("kit", []) if "," in thing]


@EACH
def test_an_entry_says_when_it_is_set_up_if_that_takes_time(entry: Entry):
    assert ("set_up" in entry) == (entry["setup_minutes"] > 0)
    assert 0 <= entry["setup_minutes"] <= 15
    assert 0 <= entry["lead_days"] <= 60


@EACH
def test_an_entry_uses_the_vocabulary(entry: Entry):
    known = labels()
    assert 1 <= len(entry["barriers"]) <= 3
    assert set(entry["barriers"]) <= set(known["barrier"])
    assert set(entry.get("kinds", [])) <= set(known["kind"])
    assert entry["reach"] in known["reach"]
    assert entry.get("set_up", "in place") in known["set_up"]
    for key in ("barriers", "kinds"):
        assert len(entry.get(key, [])) == len(set(entry.get(key, [])))


@EACH
def test_an_entry_points_only_to_other_entries_that_exist(entry: Entry):
    near = entry.get("works_well_with", [])
    assert set(near) <= {other["id"] for other in ENTRIES} - {entry["id"]}
    assert len(near) == len(set(near)) <= 3


# The words


@EACH
def test_an_entry_is_short(entry: Entry):
    assert len(entry["title"]) <= LONGEST_TITLE
    assert 2 <= len(entry["title"].split()) <= 8
    assert all(len(text) <= LONGEST_TEXT for text in texts(entry))
    assert len(re.findall(r"[.!?](?= |$)", entry["what"])) <= 3


@EACH
def test_an_entry_uses_no_word_that_judges_labels_or_says_nothing(entry: Entry):
    said = [WEB_ADDRESS.sub("", text) for text in texts(entry)]
    assert not [hit[0] for text in said for hit in UNKIND.finditer(text)]
    assert not [hit[0] for text in said for hit in LABELS_FOR_RETURNS.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Special needs",
        "suffers from",
        "wheelchair-bound",
        "a normal child",
        "low functioning",
        "high-functioning",
        "hard to reach",
        "Differentiate by task",
        "help as needed",
        "music therapy",
        "a therapist",
        "they failed",
    ],
)
def test_an_unkind_word_is_found(text: str):
    assert UNKIND.search(text)


@pytest.mark.parametrize("text", ["access requirement", "Disabled musicians", "upgrade", "underscored", "goes quiet"])
def test_other_words_are_left_alone(text: str):
    assert not UNKIND.search(text)


def test_a_label_for_returns_is_told_from_a_common_word():
    assert LABELS_FOR_RETURNS.search("for SEN pupils")
    assert not LABELS_FOR_RETURNS.search("Send the songs")


def test_no_sentence_is_used_twice():
    seen = Counter(sentence for entry in ENTRIES for sentence in sentences(entry))
    assert not [sentence for sentence, times in seen.items() if times > 1]


@pytest.mark.parametrize("key", ["id", "title", "what"])
def test_no_two_entries_have_the_same(key: str):
    held = Counter(folded(entry[key]) for entry in ENTRIES)
    assert not [text for text, times in held.items() if times > 1]


# The whole


def test_every_row_of_the_catalogue_is_there_and_more():
    ids = {entry["id"] for entry in ENTRIES}
    assert not [f"A{n:02}" for n in range(1, 103) if f"A{n:02}" not in ids]
    assert len(ids) >= 100


@pytest.mark.parametrize("barrier", list(labels()["barrier"]))
def test_a_barrier_has_at_least_four_answers(barrier: str):
    assert named("barriers")[barrier] >= 4


@pytest.mark.parametrize("barrier", list(labels()["barrier"]))
def test_a_barrier_is_what_at_least_one_answer_is_mainly_for(barrier: str):
    assert [entry["id"] for entry in ENTRIES if entry["barriers"][0] == barrier]


@pytest.mark.parametrize("kind", list(labels()["kind"]))
def test_a_kind_of_activity_is_named_at_least_three_times(kind: str):
    assert named("kinds")[kind] >= 3


@pytest.mark.parametrize("reach", list(labels()["reach"]))
def test_a_reach_is_well_represented(reach: str):
    assert sum(entry["reach"] == reach for entry in ENTRIES) >= 20


@pytest.mark.parametrize("doubtful", DOUBTFUL)
def test_what_practitioners_have_yet_to_read_is_marked(doubtful: str):
    assert next(entry for entry in ENTRIES if entry["id"] == doubtful)["to_review"]


def test_what_the_sample_planner_takes_from_the_library_answers_the_same_barrier():
    plan = json.loads(resource("samples", "space-sounds.amieplan").read_text(encoding="utf-8"))
    barriers = {r["id"]: r["barrier"] for person in plan["people"] for r in person.get("requirements", [])}
    ours = {entry["id"]: entry for entry in ENTRIES}
    taken = [a for session in plan["sessions"] for a in session.get("adaptations", []) if "library" in a]
    assert taken
    for adaptation in taken:
        entry = ours[adaptation["library"]]
        assert {barriers[requirement] for requirement in adaptation["requirements"]} & set(entry["barriers"])
        assert adaptation["reach"] == entry["reach"]
