"""What findings of a plan say: named, counted, in minutes and in words, and never about whom."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.authentic_examples import TALKER, deciding
from tests.checks.equitable_examples import met, person
from tests.checks.example import SONG, found, labels
from tests.checks.examples import EXAMPLES


def test_no_sentence_names_anybody_who_is_listed() -> None:
    for example in EXAMPLES:
        people = {p["alias"] for p in example.parts.get("people", ()) if "alias" in p}
        for finding in example.findings:
            assert not any(name in finding.text for name in people), finding.text


def test_what_stood_in_the_two_sessions_before_is_quoted() -> None:
    aim = {"intentions": [{"id": "i1", "text": "Keep a pulse"}]}
    said = "The same words stood in each of the two sessions before: “Keep a pulse”. Are they still for today?"
    assert found("H05", (aim, aim), **aim).text == said


def test_what_does_not_fit_says_where_and_by_how_many_minutes() -> None:
    lamp = {"id": "d1", "what": "Lamp", "setup_minutes": 9, "activities": "all"}
    switch = {"id": "d2", "what": "Switch", "setup_minutes": 3, "set_up": "in place", "activities": ["a1"]}
    finding = found("E03", activities=[SONG], adaptations=[switch, lamp], ready_minutes=8)
    assert finding.text == (
        "Setting up does not fit: before the start, “Lamp” would need 1 minute more; "
        "for Song, “Switch” would need 3 minutes more."
    )
    assert labels(finding) == ["Lamp", "Switch"]


@pytest.mark.parametrize(
    ("number", "said"), [(1, "“Lamp 1”"), (3, "“Lamp 1”, “Lamp 2” and “Lamp 3”"), (4, "four adaptations")]
)
def test_up_to_three_changes_that_do_not_fit_are_named(number: int, said: str) -> None:
    lamps = [
        {"id": f"d{n}", "what": f"Lamp {n}", "setup_minutes": 5, "activities": "all"} for n in range(1, number + 1)
    ]
    finding = found("E03", activities=[SONG], adaptations=lamps, ready_minutes=4)
    short = f"{5 * number - 4} minute{'s' if number > 1 else ''}"
    assert finding.text == f"Setting up does not fit: before the start, {said} would need {short} more."


def test_support_is_said_as_gaps_of_one_person_and_never_as_figures() -> None:
    people = {"people": [person("p1", "big"), person("p2", "some")]}
    finding = found("E04", parts=people, activities=[SONG], **met("r20"))
    assert finding.text == (
        "Somebody who faces more has less of it met than somebody who faces less. Not met yet: attitudes, in Song."
    )
    assert labels(finding) == ["P1: attitudes, in Song"]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([], "One decision names no way to choose other than speech yet: “Song”."),
        (
            [TALKER],
            "Somebody in this plan needs a way to choose other than speech, and none is written down yet for “Song”.",
        ),
        (
            [{"id": "p1", "requirements": [{"id": "r1", "needs_communication_route": True}]}],
            "Somebody in this plan needs a way to choose other than speech, and none is written down yet for “Song”.",
        ),
        (
            [{"id": "p1", "requirements": [{"id": "r1", "barrier": "attitudes"}]}],
            "One decision names no way to choose other than speech yet: “Song”.",
        ),
        (
            [TALKER | {"left": "2026-01-01"}],
            "One decision names no way to choose other than speech yet: “Song”.",
        ),
    ],
)
def test_a_choice_by_speech_alone_is_said_more_firmly_where_somebody_needs_another_way(
    people: list[dict[str, Any]], said: str
) -> None:
    finding = found("A03", parts={"people": people}, date="2026-09-08", **deciding({"open": True, "ways": ["speech"]}))
    assert finding.text == said


def test_an_idea_that_has_not_come_back_says_how_many_sessions_ago_it_was() -> None:
    before = tuple({"date": f"2026-09-0{n}", "status": "draft" if n == 3 else None} for n in range(1, 6))
    voice = [
        {"id": "v1", "text": "Louder", "session": "s1"},
        {"id": "v2", "text": "Slower", "session": "s3"},
        {"id": "v3", "text": "Again", "session": "s5"},
        {"id": "v4", "text": "Drums", "date": "2026-09-04"},
        {"id": "v5", "text": "Bells", "date": "2026-09-05"},
    ]
    finding = found("A04", before, {"voice": voice}, date="2026-09-06")
    assert labels(finding) == [
        "Louder, four sessions ago",
        "Slower, three sessions ago",
        "Again, one session ago",
        "Drums, two sessions ago",
        "Bells, one session ago",
    ]
    assert finding.text.startswith("Five ideas have not come back to young people yet: “Louder, four sessions ago”; ")
    assert all(line.label in finding.text for line in finding.lines[:3])


def test_a_note_is_counted_in_the_sentence_and_read_in_its_line() -> None:
    finding = found("A06", ({"next_time": [{"id": "n1", "text": "Ask Moss"}, {"id": "n2", "text": "Bring bells"}]},))
    assert finding.text == "Two notes from last time wait for an answer: take up, park or decline?"
    assert labels(finding) == ["Ask Moss", "Bring bells"]


SPOKEN = {"decision": {"open": True, "ways": ["speech"]}}
LATE = {"lead_days": 9}


@pytest.mark.parametrize(
    ("check", "lists", "one", "two"),
    [
        ("H03", {"intentions": {"text": "Aim"}}, "One intention does not say yet", "Two intentions do not say yet"),
        (
            "H02",
            {"intentions": {"text": "Aim"}},
            "serves one intention yet: “Aim”.",
            "serves two intentions yet: “Aim”;",
        ),
        (
            "E02",
            {"adaptations": {"what": "Lamp"}},
            "One adaptation leaves something",
            "Two adaptations leave something",
        ),
        ("E05", {"adaptations": {"kit": ["lamp"]}}, "One adaptation has kit", "Two adaptations have kit"),
        ("E06", {"adaptations": {"what": "monitor"}}, "One adaptation does not", "Two adaptations do not"),
        ("E07", {"adaptations": LATE}, "One adaptation takes longer", "Two adaptations take longer"),
        ("A03", {"activities": SPOKEN}, "One decision names no way", "Two decisions name no way"),
        ("D01", {"activities": {"music": [{}]}}, "One piece of music leaves", "Two pieces of music leave"),
    ],
)
def test_one_and_two_are_said_as_one_and_two(check: str, lists: dict[str, Any], one: str, two: str) -> None:
    for number, said in enumerate((one, two), 1):
        fields = {name: [{"id": f"x{n}"} | entry for n in range(number)] for name, entry in lists.items()}
        finding = found(check, parts={"prepared_on": "2026-09-01"}, date="2026-09-08", **fields)
        assert said in finding.text


def test_other_words_of_their_own_are_asked_about() -> None:
    people = [{"id": "p1", "music_loved": ["grime"]}, {"id": "p2", "music_loved": ["my uncle’s"]}]
    finding = found("D02", parts={"people": people}, activities=[SONG | {"music": [{"genres": ["opera"]}]}])
    assert finding.text == (
        "Somebody says in words of their own what they love. Is it in here, or in the two sessions before?"
    )
