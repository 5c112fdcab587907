"""Plan files: what is read, what is written, and what is refused in which words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_document, a_series, in_bytes

from amie_planner.domain.changes import remove
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Requirement, Session
from amie_planner.errors import AmieError
from amie_planner.exchange.plan_file import read, schema, write

FILES = [SPACE_SOUNDS, THURSDAY_WRITERS]


def refusal(document: Any) -> str:
    with pytest.raises(AmieError) as caught:
        read(in_bytes(document))
    assert caught.value.hint
    return caught.value.message


def a_session(**fields: Any) -> dict[str, Any]:
    return a_document(sessions=[{"id": "s1", "title": "One", **fields}])


def normalised(value: Any) -> Any:
    """A document without what says nothing: null, empty lists and the booleans that are so anyway."""
    if isinstance(value, list):
        return [normalised(held) for held in value]
    if not isinstance(value, dict):
        return value
    made = {key: normalised(held) for key, held in value.items()}
    return {
        key: held
        for key, held in made.items()
        if held not in (None, [], {}) and held is not False and (key, held) != ("active", True)
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_reading_what_was_written_gives_the_same_series(file: Path) -> None:
    series = read(file.read_bytes())
    assert read(write(series)) == series


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_written_holds_what_was_read_and_a_uid(file: Path) -> None:
    given = json.loads(file.read_bytes())
    made = json.loads(write(read(file.read_bytes())))
    given["programme"].setdefault("uid", made["programme"]["uid"])
    assert normalised(made) == normalised(given)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_examples_and_what_is_written_fit_the_schema(file: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(json.loads(file.read_bytes()))
    validator.validate(json.loads(write(read(file.read_bytes()))))


def test_the_schema_is_one_and_names_its_dialect() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema() == schema()


FULL: dict[str, Any] = {
    "format": "amie-plan",
    "version": 1,
    "prepared_on": "2026-09-01",
    "programme": {
        "uid": "u1",
        "title": "T",
        "organisation": "o",
        "setting": "choir",
        "place": "p",
        "from": "2026-09-01",
        "to": "2026-12-01",
        "aims": "a",
        "focus": ["A01"],
        "kit": ["k"],
        "on_the_day": {"safeguarding_lead": "x", "first_aid": "y", "contact": "z"},
        "terms": [{"label": "Autumn", "from": "2026-09-01", "to": "2026-12-01"}],
        "holidays": [{"label": "Half term", "from": "2026-10-26", "to": "2026-10-30"}],
        "provision": {
            "delivery": "ensemble",
            "ensemble": "choir",
            "organised_by": "hub",
            "when": "after school",
            "open_to": "targeted",
            "cost": "free",
            "instruments": ["voice"],
            "school": "school1",
            "school_year": "Y9",
        },
        "targets": {"sessions": 10, "people": 12, "contact_hours": 90},
        "schools": [
            {
                "id": "school1",
                "name": "n",
                "urn": "012345",
                "laestab": "9260001",
                "phase": "primary",
                "state_funded": True,
            }
        ],
    },
    "pictures": [{"id": "m1", "title": "Our drum", "credit": "by Sky", "image": "iVBORw0K"}],
    "team": [
        {
            "id": "t1",
            "name": "n",
            "role": "r",
            "young_leader": True,
            "pay": "trainee",
            "access_needs": "a",
            "access_agreed": "b",
            "access_review_on": "2026-10-01",
        }
    ],
    "people": [
        {
            "id": "p1",
            "alias": "Sky",
            "name": "n",
            "name_at_home": "h",
            "pronouns": "they/them",
            "joined": "2026-09-01",
            "left": "2026-10-01",
            "archived": True,
            "groups": [{"group": "9B", "from": "2026-09-01", "to": "2026-10-01"}],
            "school_year": "Y9",
            "asked_about_access": False,
            "recording_ok": "not asked",
            "strengths": "s",
            "likes": ["l"],
            "music_loved": ["grime"],
            "ways_to_communicate": ["w"],
            "shows": {"yes": "y", "no": "n", "stop": "s", "more": "m"},
            "what_helps": "h",
            "in_the_way": "i",
            "kit": ["k"],
            "working_towards": "w",
            "who_may_see": "w",
            "review_on": "2026-10-01",
            "emergency": "e",
            "code": "NMH-0012",
            "school": "school1",
            "born": "2012-04",
            "new_to_music": False,
            "requirements": [
                {
                    "id": "r1",
                    "barrier": "feeling-safe",
                    "where": ["main"],
                    "words": "w",
                    "change": "c",
                    "weight": "shut out",
                    "owner": "t1",
                    "review_on": "2026-10-01",
                    "active": False,
                    "needs_communication_route": True,
                }
            ],
        }
    ],
    "sessions": [
        {
            "id": "s1",
            "number": 1,
            "title": "S",
            "date": "2026-09-08",
            "start": "10:00",
            "minutes": 45,
            "ready_minutes": 0,
            "status": "delivered",
            "notes": "n",
            "not_expected": ["p1"],
            "expects": ["feeling-safe"],
            "adults": 2,
            "focus": ["E01"],
            "register": {
                "mode": "people",
                "people": {"p1": "late"},
                "late": {"p1": 5},
                "reasons": {"p1": "bus"},
                "headcount": 0,
                "bands": {"11-15": 3},
                "walk_ins": 2,
                "guests": ["Ash"],
                "estimated": True,
            },
            "ended": "11:00",
            "audience": 40,
            "reflection": {"went_well": "w"},
            "actual": {"a1": {"start": "10:02", "minutes": 8, "added": 2, "skipped": True}},
            "intentions": [{"id": "i1", "area": "social", "text": "t", "notice": "n"}],
            "activities": [
                {
                    "id": "a1",
                    "title": "t",
                    "kind": "main",
                    "minutes": 5,
                    "pinned_start": "10:00",
                    "skip": True,
                    "strand": "s",
                    "aim": "a",
                    "instructions": "i",
                    "kit": ["k"],
                    "leads": ["t1"],
                    "young_lead": True,
                    "serves": ["i1"],
                    "started_by": "partner",
                    "decision": {"question": "q", "options": ["o"], "open": True, "ways": ["speech"]},
                    "music": [
                        {"title": "t", "genres": ["g"], "practices": ["p"], "chosen_by": "together", "credit": "c"}
                    ],
                    "card": {"word": "drum", "second": "bęben", "symbol": "drum", "picture": "m1"},
                }
            ],
            "adaptations": [
                {
                    "id": "d1",
                    "activities": "all",
                    "requirements": ["r1"],
                    "barriers": ["feeling-safe"],
                    "reach": "one",
                    "library": "nowhere",
                    "lead_days": 3,
                    "set_up": "in place",
                    "follows": {"session": "s1", "adaptation": "d1"},
                    "what": "w",
                    "who": "t1",
                    "kit": ["k"],
                    "nothing_needed": True,
                    "setup_minutes": 0,
                    "fallback": "f",
                    "verdict": "not used",
                    "then": "stop",
                    "verdict_note": "v",
                    "carried": "parked",
                }
            ],
            "by_design": [{"requirement": "r1", "barrier": "feeling-safe", "activity": "a1", "how": "h"}],
            "next_time": [{"id": "n1", "text": "t", "answer": "taken"}],
        }
    ],
    "voice": [
        {
            "id": "v1",
            "date": "2026-09-08",
            "session": "s1",
            "method": "drawn",
            "from": "group",
            "text": "t",
            "touches": [{"session": "s1", "activity": "a1"}, {"session": "s1"}],
            "outcome": "adopted",
            "because": "b",
            "told_on": "2026-09-15",
            "told_how": "h",
        }
    ],
    "observations": [
        {
            "id": "o1",
            "date": "2026-09-08",
            "session": "s1",
            "person": "p1",
            "area": "social",
            "text": "t",
            "framework": "f",
        }
    ],
    "stories": [
        {
            "id": "story1",
            "kind": "case study",
            "made_up_name": "Fern",
            "words": "w",
            "voice": "v1",
            "agreed_by": "b",
            "agreed_on": "2026-10-01",
        }
    ],
    "replies": [
        {
            "check": "E01",
            "answer": "worth a look",
            "session": "s1",
            "lines": ["r1/a1"],
            "for": "programme",
            "reply": "on purpose",
            "because": "b",
            "until": "2026-10-01",
        }
    ],
}


def test_every_key_of_the_format_is_kept() -> None:
    assert json.loads(write(read(in_bytes(FULL)))) == FULL


def test_the_fullest_example_leaves_no_key_of_the_schema_out() -> None:
    made = [schema(), *schema()["$defs"].values()]
    assert {key for held in made for key in held.get("properties", ())} <= {path[-1] for path in paths(FULL)}


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inside:
        yield from paths(held, (*path, key))


def replaced(path: tuple[Any, ...], by: Any) -> Any:
    document = deepcopy(FULL)
    held = document
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = by
    return document


def is_read(document: Any) -> bool:
    try:
        read(in_bytes(document))
    except AmieError as error:
        return "but nothing in" in error.message
    return True


@pytest.mark.parametrize("value", [None, [], {}, {"nope": 1}, "nope", -1, 10**9, True, "x" * 20_001])
def test_the_schema_accepts_and_refuses_what_the_reader_does(value: Any) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for path in paths(FULL):
        document = replaced(path, value)
        assert is_read(document) == validator.is_valid(document), (path, value)


def test_null_is_the_same_as_absent() -> None:
    nulls = {"number": None, "activities": None, "register": None, "reflection": {"went_well": None}}
    given = a_session(**nulls, actual={"a1": None}) | {"team": None, "prepared_on": None}
    assert read(in_bytes(given)) == read(in_bytes(a_session()))


def test_blank_texts_words_and_answers_are_not_recorded() -> None:
    given = a_session(notes="  ", reflection={"went_well": " "}, activities=[{"id": "a1", "kit": ["", " ", "drum"]}])
    assert read(in_bytes(given)) == read(in_bytes(a_session(activities=[{"id": "a1", "kit": ["drum"]}])))


def test_place_in_the_file_gives_positions_and_the_ids_that_the_file_does_not_say() -> None:
    series = a_series(
        people=[
            {"id": "p1", "requirements": [{"id": "r1"}, {"id": "r2"}]},
            {"id": "p2", "requirements": [{"id": "r3"}]},
        ],
        sessions=[{"id": "s1", "title": "S", "by_design": [{"how": "a"}, {"how": "b"}]}],
        replies=[{"check": "R01"}, {"check": "H01"}],
    )
    assert [(r.id, r.person, r.position) for r in series.requirements] == [
        ("r1", "p1", 0),
        ("r2", "p1", 1),
        ("r3", "p2", 2),
    ]
    assert [(b.id, b.session, b.position) for b in series.sessions[0].by_design] == [("b1", "s1", 0), ("b2", "s1", 1)]
    assert [(y.id, y.position) for y in series.replies] == [("y1", 0), ("y2", 1)]


def test_prepared_on_belongs_to_the_programme() -> None:
    series = a_series(prepared_on="2026-09-01")
    assert str(series.programme.prepared_on) == "2026-09-01"
    assert json.loads(write(series))["prepared_on"] == "2026-09-01"


def test_a_file_without_a_uid_gets_the_same_one_each_time_whatever_its_spaces() -> None:
    document = {"format": "amie-plan", "version": 1, "programme": {"title": "T"}}
    uid = read(in_bytes(document)).programme.id
    assert uid == read(json.dumps(document, indent=4, sort_keys=True).encode("utf-8-sig")).programme.id
    assert uid != read(in_bytes(document | {"prepared_on": "2026-01-01"})).programme.id


@pytest.mark.parametrize("document", [[], 3, {}, {"format": "other", "version": 1}, {"format": None}])
def test_what_is_not_a_plan_file_says_so(document: Any) -> None:
    assert refusal(document) == 'This is not a plan file: its format is not "amie-plan".'


@pytest.mark.parametrize("version", [True, "1", None, 0, -1, [1]])
def test_a_version_that_is_not_the_integer_one_is_refused(version: Any) -> None:
    assert refusal(a_document(version=version)) == "version must be the whole number 1."


def test_a_version_written_as_a_fraction_is_refused() -> None:
    with pytest.raises(AmieError, match="version must be the whole number 1"):
        read(in_bytes(a_document()).replace(b'"version": 1', b'"version": 1.0'))


def test_a_higher_version_is_refused_before_anything_else_is_read() -> None:
    document = a_document(version=2, something="new")
    assert refusal(document) == "This plan file is of version 2; this program reads version 1."
    assert len(refusal(document | {"version": 10**300})) < 100


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"activities": [{"id": "a1"}, {"id": "a2", "minutes": 1441}]}, "activities[1].minutes must be 1440 or less."),
        ({"minutes": -1}, "minutes must be 0 or more."),
        ({"minutes": 5.0}, "minutes must be a whole number."),
        ({"minutes": True}, "minutes must be a whole number."),
        ({"mintues": 5}, "mintues is not a key that this version knows."),
        ({"mintues": None}, "mintues is not a key that this version knows."),
        ({"register": {"pople": {}}}, "register.pople is not a key that this version knows."),
        ({"date": "08/09/2026"}, "date is not a date written YYYY-MM-DD."),
        ({"date": "2026-02-30"}, "date is not a day of the calendar."),
        ({"start": "9:00"}, "start is not a time written HH:MM."),
        ({"title": " "}, "title is empty."),
        ({"title": None}, "title is missing."),
        ({"notes": 5}, "notes must be text."),
        ({"notes": "x" * 20_001}, "notes is longer than 20,000 characters."),
        ({"notes": "\ud800"}, "notes holds half a character."),
        ({"id": ""}, "id is empty."),
        ({"id": "x" * 65}, "id is longer than 64 characters."),
        ({"activities": {}}, "activities must be a list."),
        ({"activities": [3]}, "activities[0] must be an object of keys and values."),
        ({"activities": [{"id": "a1", "skip": 1}]}, "activities[0].skip must be true or false."),
        (
            {"adaptations": [{"id": "d1", "activities": "some"}]},
            'adaptations[0].activities must be a list of ids or the word "all".',
        ),
        ({"activities": [{"id": str(n)} for n in range(101)]}, "activities has more than 100 entries."),
        ({"status": "done"}, "status must be one of: 'draft', 'planned', 'delivered' or 'cancelled'."),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_named_with_its_place(fields: dict[str, Any], sentence: str) -> None:
    assert refusal(a_session(**fields)) == f"sessions[0].{sentence}"


def test_a_number_of_thousands_of_digits_is_refused_where_it_stands() -> None:
    given = in_bytes(a_session(minutes=4_711)).replace(b"4711", b"9" * 5000)
    with pytest.raises(AmieError, match=r"^sessions\[0\]\.minutes must be 1440 or less\."):
        read(given)


def test_more_than_two_thousand_sessions_are_refused() -> None:
    sessions = [{"id": f"s{n}", "title": "T"} for n in range(2_001)]
    assert refusal(a_document(sessions=sessions)) == "sessions has more than 2,000 entries."
    assert len(a_series(sessions=sessions[:-1]).sessions) == 2_000


def test_what_is_at_the_limit_is_read() -> None:
    activities = [{"id": str(n), "minutes": 1440} for n in range(100)]
    series = a_series(sessions=[{"id": "s" * 64, "title": "T", "notes": "x" * 20_000, "activities": activities}])
    assert len(series.sessions[0].activities) == 100


def test_only_the_keys_of_the_file_are_known_and_not_the_names_in_the_program() -> None:
    assert "starts is not a key" in refusal(a_document(programme={"title": "T", "starts": "2026-01-01"}))
    assert "starts is not a key" in refusal(a_document(programme={"title": "T", "terms": [{"starts": "2026-01-01"}]}))
    assert "position is not a key" in refusal(a_session(position=3))
    assert "prepared_on is not a key" in refusal(a_document(programme={"title": "T", "prepared_on": "2026-01-01"}))


def test_several_faults_give_the_first_and_how_many_more() -> None:
    assert (
        refusal(a_session(minutes=-1, nope=1, start="x"))
        == "sessions[0].start is not a time written HH:MM (and 2 more)."
    )


def test_no_more_than_a_glimpse_of_the_content_is_ever_shown() -> None:
    secret = "Sky hates noise. " * 50
    for fields in ({secret: 1}, {"status": secret}, {"minutes": secret}, {"notes": secret * 100}, {"id": secret}):
        assert len(refusal(a_session(**fields))) < 160


def test_what_could_not_be_read_again_is_not_written() -> None:
    series = a_series(
        sessions=[
            {"id": "s1", "title": "T", "intentions": [{"id": "i1"}], "activities": [{"id": "a1", "serves": ["i1"]}]}
        ]
    )
    without = series.after([remove(series.sessions[0].intentions[0])])
    with pytest.raises(AmieError, match=r"sessions\[0\]\.activities\[0\]\.serves\[0\] names “i1”"):
        write(without)


def test_a_requirement_of_nobody_is_not_silently_lost() -> None:
    lost = Requirement(programme="u1", id="r1", person="gone")
    with pytest.raises(AmieError, match="belongs to nobody"):
        write(Series.of([*a_series().records(), lost]))


def test_a_programme_made_here_is_written_in_the_order_of_its_positions() -> None:
    made = [Session(programme="u1", id=id, position=at, title=id) for id, at in (("b", 7), ("a", 3))]
    again = read(write(Series.of([*a_series().records(), *made])))
    assert [(lines.session.id, lines.session.position) for lines in again.sessions] == [("a", 0), ("b", 1)]
