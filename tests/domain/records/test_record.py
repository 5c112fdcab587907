"""Records: frozen, validated, and the same thing under one key."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from amie_planner.domain.records import (
    RECORDS,
    Activity,
    Adaptation,
    Decision,
    InSession,
    Programme,
    Session,
    TeamMember,
    Term,
    VoiceEntry,
)
from amie_planner.errors import InvalidRecord

SONG = Activity.made(programme="u", session="s1", id="a1", title="Song", minutes=5)


def test_a_record_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        SONG.title = "Other"


def test_a_revised_record_is_a_new_one_with_the_rest_as_it_was() -> None:
    longer = SONG.revised(minutes=15)
    assert (longer.minutes, longer.title, SONG.minutes) == (15, "Song", 5)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"minutes": -5}, "minutes must be 0 or more."),
        ({"decision": {"open": "yes"}}, "decision.open must be true or false."),
        ({"nope": 1}, "nope is not a key that this version knows."),
        ({"nope": None}, "nope is not a key that this version knows."),
        ({"kind": "dance", "minutes": -5}, "kind must be one of: "),
        ({"id": None}, "id is missing."),
    ],
)
def test_what_does_not_hold_is_refused_in_one_sentence(fields: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidRecord) as caught:
        SONG.revised(**fields)
    assert caught.value.message.startswith(sentence)
    assert caught.value.hint


def test_null_is_the_same_as_absent() -> None:
    assert SONG.revised(title=None, kit=None, skip=None) == Activity.made(
        programme="u", session="s1", id="a1", minutes=5
    )


def test_a_part_given_as_it_is_or_by_its_fields_is_the_same() -> None:
    by_fields = SONG.revised(decision={"options": ["drum"]})
    assert SONG.revised(decision=Decision.made(options=("drum",))) == by_fields


def test_a_part_that_is_no_object_is_refused() -> None:
    with pytest.raises(InvalidRecord, match=r"^decision must be an object"):
        SONG.revised(decision="yes")


def test_what_the_file_calls_by_a_word_of_the_language_has_a_name_of_ours() -> None:
    made = Term.made(**{"from": "2026-09-01", "to": "2026-12-01"})
    assert (made.starts, made.ends) == (date(2026, 9, 1), date(2026, 12, 1))
    assert made == Term.made(starts="2026-09-01", ends="2026-12-01")
    assert Programme.made(programme="u", id="u", title="T", **{"from": None}).starts is None
    assert Session.made(programme="u", id="s", title="T", register={"walk_ins": 2}).attendance is not None


def test_the_key_names_the_kind_the_programme_the_session_and_the_id() -> None:
    assert SONG.key == ("Activity", "u", "s1", "a1")
    assert TeamMember.made(programme="u", id="t1").key == ("TeamMember", "u", "", "t1")


def test_all_or_a_list_of_activities_and_the_group_or_a_list_of_people() -> None:
    place = {"programme": "u", "session": "s1", "id": "d1"}
    assert Adaptation.made(**place, activities="all").activities == "all"
    assert Adaptation.made(**place, activities=["a1"]).activities == ("a1",)
    assert VoiceEntry.made(programme="u", id="v1", **{"from": "group"}).from_whom == "group"


def test_every_kind_comes_after_what_it_belongs_to() -> None:
    names = [kind.__name__ for kind in RECORDS]
    assert len(set(RECORDS)) == len(RECORDS)
    assert names.index("Person") < names.index("Requirement")
    assert all(names.index("Session") < names.index(kind.__name__) for kind in RECORDS if issubclass(kind, InSession))


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_what_is_placed_is_a_field(kind: type[Activity]) -> None:
    assert kind.placed <= set(kind.model_fields)
