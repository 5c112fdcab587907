"""A hub's words for HEARD: what is written is read again, and what does not hold is refused with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plans import in_bytes

from amie_planner.checks import HEARD, worded
from amie_planner.domain.records import HeardWording
from amie_planner.errors import AmieError
from amie_planner.exchange.heard_wording import (
    LARGEST_FILE,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    HubWording,
    content,
    heard,
    load,
    read,
)
from amie_planner.places import resource

EXAMPLE = resource("samples", "hub-wording.json")


def a_document(**parts: Any) -> dict[str, Any]:
    return {"format": "amie-heard-wording", "version": 1} | parts


def of_a01(**entry: Any) -> dict[str, Any]:
    return a_document(questions={"A01": entry})


def read_from(document: Any) -> HubWording:
    return read(document if isinstance(document, bytes) else in_bytes(document))


def refusal(document: Any) -> str:
    with pytest.raises(AmieError) as refused:
        read_from(document)
    assert refused.value.hint
    return refused.value.message


def test_principles_and_questions_are_read_in_the_order_of_heard():
    document = a_document(
        hub=" Riverside ",
        questions={"D01": {"left_out": True}, "A01": {"asks": "Whose idea is it?"}},
        principles={"R": {"left_out": True}, "A": {"name": "Theirs", "says": "Made with them"}},
    )
    coming = read_from(document)
    assert coming.hub == "Riverside"
    assert [(r.id, r.name, r.says, r.asks, r.left_out) for r in coming.records] == [
        ("A", "Theirs", "Made with them", None, False),
        ("R", None, None, None, True),
        ("A01", None, None, "Whose idea is it?", False),
        ("D01", None, None, None, True),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"hub": None, "principles": None, "questions": None},
        {"hub": " ", "principles": {"A": {}}, "questions": {"A01": {"asks": " ", "left_out": False}}},
        {"questions": {"A01": {"asks": HEARD.of("A01").question}}},
        {"principles": {"H": {"name": HEARD.principles[0].name, "says": None}}},
    ],
)
def test_what_is_blank_or_says_what_we_say_stays_in_our_own_words(parts: dict[str, Any]):
    assert read_from(a_document(**parts)) == HubWording(None, ())


def test_our_own_wording_written_out_holds_every_principle_and_question_and_changes_nothing():
    made = content(())
    assert read(made).records == ()
    for held in (*HEARD.plan_checks, *HEARD.series_checks):
        assert f'"{held.id}": {{\n   "asks": "{held.question}"\n  }}'.encode() in made
    for principle in HEARD.principles:
        assert principle.says.encode() in made


IDS = tuple(p.letter for p in HEARD.principles) + tuple(c.id for c in (*HEARD.plan_checks, *HEARD.series_checks))
SAID = st.text("abc é?’", min_size=1, max_size=20).map(str.strip).filter(bool)


def a_record(id: str) -> st.SearchStrategy[HeardWording]:
    said = {"name": st.none() | SAID, "says": st.none() | SAID} if len(id) == 1 else {"asks": SAID}
    return st.fixed_dictionaries({**said, "left_out": st.just(id in ("R", "D01")) | st.just(value=False)}).map(
        lambda fields: HeardWording.made(id=id, position=IDS.index(id), **fields)
    )


@given(st.lists(st.sampled_from(IDS), unique=True).flatmap(lambda ids: st.tuples(*map(a_record, ids))))
def test_what_is_written_is_read_again(records: tuple[HeardWording, ...]):
    said = tuple(sorted((r for r in records if r != r.made(id=r.id, position=r.position)), key=lambda r: r.position))
    assert read(content(records)).records == said


def test_what_is_left_out_keeps_its_words_in_the_file():
    made = content((HeardWording.made(id="R", says="Like the people around us", left_out=True),))
    assert b'"says": "Like the people around us",\n   "left_out": true' in made
    assert b'"R01"' in made
    assert read(made).records[0].says == "Like the people around us"


def test_the_example_of_a_hub_words_heard_and_leaves_out_a_principle():
    said = heard(EXAMPLE)
    assert [principle.letter for principle in said.principles] == ["H", "E", "A", "D"]
    assert "local society" in said.principles[2].says
    assert {"R01", "R11", "D13"}.isdisjoint(held.id for held in (*said.plan_checks, *said.series_checks))
    assert said == worded(load(EXAMPLE).records)


def test_without_a_file_heard_is_in_our_own_words():
    assert heard(None) is HEARD


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"format": "amie-plan"}, 'This is not a wording of HEARD: its format is not "amie-heard-wording".'),
        ([], 'This is not a wording of HEARD: its format is not "amie-heard-wording".'),
        (a_document(version=True), "version must be the whole number 1."),
        (a_document(version=0), "version must be the whole number 1."),
        (a_document(version=2), "This wording is of version 2; this program reads version 1."),
        (a_document(version=10**9), "This wording is of version a far higher number; this program reads version 1."),
        (a_document(mood="calm"), "mood is not a key that this version knows."),
        (a_document(hub=3), "hub must be text."),
        (a_document(principles=[]), "principles must be an object of keys and values."),
        (
            a_document(principles={"X": {"name": "Extra"}}),
            "principles.X is not a letter of HEARD, which are H, E, A, R, D.",
        ),
        (a_document(principles={"A": "Ours"}), "principles.A must be an object of keys and values."),
        (a_document(principles={"A": {"asks": "What?"}}), "principles.A.asks is not a key that this version knows."),
        (a_document(questions={"A99": {}}), "questions.A99 is not the id of a question, such as H01."),
        (a_document(questions={"a01": {}}), "questions.a01 is not the id of a question, such as H01."),
        (of_a01(says="What?"), "questions.A01.says is not a key that this version knows."),
        (of_a01(asks="What?\nWho?"), "questions.A01.asks must be one line of plain text."),
        (of_a01(asks="What?\u2028Who?"), "questions.A01.asks must be one line of plain text."),
        (of_a01(asks="What\x07?"), "questions.A01.asks must be one line of plain text."),
        (of_a01(left_out="yes"), "questions.A01.left_out must be true or false."),
        (of_a01(left_out=1, asks=4), "questions.A01.asks must be text (and 1 more)."),
        (b'{"format": "amie-heard-wording", "version": 1, "questions": {"A01": {}, "A01": {}}}',
         "questions.A01 is written twice."),
        (b"", "This file is empty."),
        (b'{"format": "amie-heard-wording",', "This file is cut off at line 1, column 33."),
        (a_document(principles={letter: {"left_out": True} for letter in "HEARD"}),
         "This wording leaves out every question about a session."),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_refused_in_one_sentence_with_its_place(document: Any, message: str):
    assert refusal(document) == message


@pytest.mark.parametrize(("place", "most"), [("hub", LONGEST_NAME), ("name", LONGEST_NAME), ("says", LONGEST_SENTENCE)])
def test_a_text_is_as_long_as_it_may_be_and_no_longer(place: str, most: int):
    def document(text: str) -> dict[str, Any]:
        return a_document(hub=text) if place == "hub" else a_document(principles={"A": {place: text}})

    assert read_from(document("a" * most))
    where = place if place == "hub" else f"principles.A.{place}"
    assert refusal(document("a" * (most + 1))) == f"{where} is longer than {most} characters."


def test_a_question_is_as_long_as_it_may_be_and_no_longer():
    assert read_from(of_a01(asks="a" * LONGEST_SENTENCE)).records
    assert refusal(of_a01(asks="a" * (LONGEST_SENTENCE + 1))) == "questions.A01.asks is longer than 400 characters."


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    said = refusal(b" " * (LARGEST_FILE + 1))
    assert said == "This file is larger than 1 MB, the most that a wording of HEARD can be."


def test_a_wording_is_read_from_a_disk(tmp_path: Path):
    (tmp_path / "ours.json").write_bytes(b"\xef\xbb\xbf" + content(()))
    assert load(tmp_path / "ours.json") == HubWording(None, ())
    for missing in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(AmieError) as refused:
            load(missing)
        assert refused.value.hint
