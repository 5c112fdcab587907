"""What of an entry can be found, what is looked for, and how a hit is said."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any, get_type_hints

import pytest

from amie_planner.domain import searching
from amie_planner.domain.monitoring import OF_MONITORING, LocalBaseline
from amie_planner.domain.records import (
    OF_PROGRAMMES,
    Activity,
    Adaptation,
    HeardWording,
    LibraryActivity,
    LibraryAdaptation,
    Observation,
    Part,
    Person,
    Picture,
    PlanTemplate,
    Programme,
    Record,
    ReflectionPrompt,
    Reply,
    Session,
    VoiceEntry,
)
from amie_planner.domain.searching import KINDS, MARK, UNMARK, Hit, Line, findable, lines, piece, stands_in, wanted
from amie_planner.domain.values import ById, Text, Title, Words

TODAY = date(2026, 11, 22)
ONLY_FOR_THE_PROGRAM = {
    "Session.focus",
    "Adaptation.library",
    "Activity.card.symbol",
    "LibraryActivity.card.symbol",
    "PlanTemplate.activities.card.symbol",
    "Reply.check",
    "Reply.answer",
    "Reply.lines",
}


def test_every_kind_of_a_programme_and_the_library_is_searched_and_nothing_kept_apart() -> None:
    assert set(KINDS) >= {*OF_PROGRAMMES, LibraryAdaptation, LibraryActivity, PlanTemplate}
    assert not set(KINDS) & {*OF_MONITORING, LocalBaseline, HeardWording, ReflectionPrompt}


def _places(kind: type[Part], path: str) -> dict[str, dict[str, Any]]:
    """Every text field of a kind, in its parts too, with what makes an entry that says “found” there alone."""
    found: dict[str, dict[str, Any]] = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if name in ("model_config", "placed"):
            continue
        here = f"{path}.{name}"
        inside = [part for part in _parts(hint) if issubclass(part, Part)]
        if hint in (Text, Title):
            found[here] = {name: "found"}
        elif hint == Words:
            found[here] = {name: ["other", "found"]}
        elif hint == ById[Text]:
            found[here] = {name: {"p1": "found"}}
        for part in inside:
            many = "tuple" in str(hint)
            needed = {n: _NEEDED.get(n, "x") for n, field in part.model_fields.items() if field.is_required()}
            for deeper, said in _places(part, here).items():
                found[deeper] = {name: [needed | said] if many else said}
    return found


def _parts(hint: Any) -> list[type]:
    if isinstance(hint, type):
        return [hint]
    return [part for each in getattr(hint, "__args__", ()) for part in _parts(each)]


_NEEDED = {
    "id": "x",
    "programme": "x",
    "session": "s",
    "person": "p",
    "title": "t",
    "image": "aGk=",
    "barrier": "attitudes",
}
TEXTS = {place: (kind, said) for kind in KINDS for place, said in _places(kind, kind.__name__).items()}


@pytest.mark.parametrize("place", TEXTS)
def test_what_is_written_in_any_text_field_can_be_found(place: str) -> None:
    kind, said = TEXTS[place]
    needed = {name: _NEEDED[name] for name, field in kind.model_fields.items() if field.is_required()}
    if kind is Programme:
        needed = {"id": "x", "programme": "x", "title": "t"}
    found = [line.text for line in lines(kind.made(**needed | said))]
    assert any("found" in text for text in found) is (place not in ONLY_FOR_THE_PROGRAM)


def test_ids_figures_and_the_bytes_of_a_picture_are_no_text() -> None:
    picture = Picture.made(id="pic1", programme="prog1", title="Drum", image="aGVsbG8=")
    assert lines(picture) == (Line("title", "Drum"),)
    session = Session.made(
        id="s1",
        programme="prog1",
        title="Lift-off",
        minutes=45,
        register={"people": {"p1": "present"}, "reasons": {"p2": "Dentist"}, "guests": ["Robin"]},
        actual={"a1": {"minutes": 5}},
        reflection={"went-well": "The drum"},
    )
    assert [line.text for line in lines(session)] == ["Lift-off", "Dentist", "Robin", "The drum"]
    activity = Activity.made(id="a1", programme="prog1", session="s1", kind="warm-up", leads=["t1"])
    assert lines(activity) == ()
    assert not any(isinstance(line.text, Enum) for line in lines(session))


def test_the_day_of_an_entry_is_found_in_words_and_other_days_are_not() -> None:
    said = VoiceEntry.made(id="v1", programme="x", date="2026-09-08", told_on="2026-10-01", text="Louder")
    assert lines(said) == (Line("date", "Tuesday 8 September 2026"), Line("text", "Louder"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hello\n\tsong\x02\x03", "Hello song"),
        ("caf\u0065\u0301", "caf\u00e9"),
        ("小明 plays", "\u200b小\u200b明\u200b plays"),
        ("A级", "A\u200b级\u200b"),
        ("नमस्ते", "नमस्ते"),
        ("ชื่อ", "\u200bช\u200bื\u200b่\u200bอ\u200b"),
    ],
)
def test_signs_of_scripts_without_spaces_stand_alone_and_a_text_is_one_line(text: str, kept: str) -> None:
    assert findable(text) == kept


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("dru", [("dru", True)]),
        ("hello  song", [("hello", True), ("song", True)]),
        ("J", [("J", False)]),
        ("don't", [("don't", False)]),
        ("half-term", [("half-term", True)]),
        ("hello s", [("hello", True)]),
        ("hello 3", [("hello", True), ("3", False)]),
        ("hello s ", [("hello", True), ("s", False)]),
        ("hello 明", [("hello", True), ("\u200b明\u200b", False)]),
        ('"NEAR(" -x * :', [('"NEAR("', False), ("-x", False)]),
        ("“ — ♯", []),
        ("", []),
    ],
)
def test_what_is_typed_is_words_to_find(typed: str, asked: list[tuple[str, bool]]) -> None:
    assert list(wanted(typed)) == asked


def test_no_more_words_are_looked_for_than_a_leader_types() -> None:
    assert len(wanted("word " * 5_000)) == searching.MOST_WORDS


@pytest.mark.parametrize(
    ("marked", "most", "said"),
    [
        (f"{MARK}Hello{UNMARK} song", 40, "«Hello» song"),
        (f"{MARK}小{UNMARK}\u200b{MARK}明{UNMARK}\u200b", 40, "«小明»"),
        ("one two three four five six " * 3 + f"the {MARK}drum{UNMARK} is here and goes on and on", 30, None),
        (f"{MARK}{'a' * 90}{UNMARK}", 20, None),
    ],
)
def test_a_piece_is_short_and_shows_what_was_found(marked: str, most: int, said: str | None) -> None:
    shown = piece(marked, most)
    assert said is None or shown == said
    assert shown.count("«") == shown.count("»") >= 1
    assert len(shown) <= most + 4
    assert not set(shown) & {MARK, UNMARK, "\u200b"}


_SESSION = Session.made(id="s1", programme="x", title="Lift-off", date="2026-09-08")
_ACTIVITY = Activity.made(id="a1", programme="x", session="s1", title="Hello song", instructions="Sing", aim="Begin")


def _place(record: Record, field: str, **about: Any) -> str:
    return stands_in(Hit(record, (), **about), field, "Space sounds", TODAY)


def test_a_hit_says_where_it_stands() -> None:
    assert _place(_ACTIVITY, "instructions", session=_SESSION) == (
        "Lift-off, 8 September · ‘Hello song’: instructions · Space sounds"
    )
    assert _place(_ACTIVITY, "title", session=_SESSION) == "Lift-off, 8 September · Space sounds"
    assert _place(_SESSION, "title") == "8 September · Space sounds"
    assert _place(_SESSION, "notes") == "8 September · ‘Lift-off’: notes · Space sounds"
    assert _place(Person.made(id="p1", programme="x", alias="Sky"), "alias") == "Space sounds"
    sky = Person.made(id="p1", programme="x", alias="Sky", what_helps="Quiet")
    assert _place(sky, "what_helps") == "‘Sky’: what helps · Space sounds"
    seen = Observation.made(id="o1", programme="x", person="p1", text="Pressed twice")
    assert _place(seen, "text", person=sky) == "Sky · Space sounds"
    change = Adaptation.made(id="d1", programme="x", session="s1", what="A switch", verdict_note="Worked at once")
    assert _place(change, "verdict_note", session=_SESSION).startswith(
        "Lift-off, 8 September · ‘A switch’: how it went"
    )
    programme = Programme.made(id="x", programme="x", title="Space sounds", aims="Explore")
    assert _place(programme, "title") == ""


def test_a_day_is_never_shown_alone_where_there_is_more_to_say() -> None:
    said = VoiceEntry.made(id="v1", programme="x", date="2026-09-08", text="Louder")
    line, marked = Hit(said, (f"Tuesday 8 {MARK}September{UNMARK} 2026", "Louder")).best()
    assert (line.field, piece(marked, 90)) == ("text", "Louder · Tuesday 8 «September» 2026")


def test_a_reply_keeps_its_own_words_and_no_codes() -> None:
    reply = Reply.made(id="r1", programme="x", check="E01", lines=["a1"], because="They asked for it")
    assert lines(reply) == (Line("because", "They asked for it"),)
