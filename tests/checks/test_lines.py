"""How lines are named and counted: in words, in the order of ids, and short."""

from __future__ import annotations

import pytest
from tests.plans import a_plan

from amie_planner.checks.check import Line, LineKind
from amie_planner.checks.lines import (
    activity,
    adaptation,
    barrier,
    by_id,
    cells,
    few,
    in_session,
    intention,
    member,
    named,
    note,
    person,
    quoted,
    requirement,
    session,
    short,
    some,
    voice,
    where,
)
from amie_planner.checks.reading import read

WORDLESS = a_plan(
    date="2026-09-08",
    intentions=[{"id": "i1"}],
    activities=[{"id": "a1"}, {"id": "a2", "kind": "sing"}],
    adaptations=[{"id": "d1"}],
    next_time=[{"id": "n1"}],
    parts={
        "voice": [{"id": "v1"}],
        "team": [{"id": "t1"}],
        "people": [{"id": "p1", "requirements": [{"id": "r1"}, {"id": "r2", "where": ["sing"]}]}],
    },
)


def test_a_line_without_words_says_what_it_is() -> None:
    plan = WORDLESS
    lines = [intention(plan.intentions[0]), activity(plan.activities[0]), adaptation(plan.adaptations[0])]
    lines += [voice(plan.voice[0]), note(plan.next_time[0]), member(plan.team[0], plan)]
    lines += [person(plan.people[0], plan), requirement(plan.requirements[0], plan), session(plan.session)]
    assert [(line.kind, line.id, line.label) for line in lines] == [
        (LineKind.INTENTION, "i1", "An intention without words"),
        (LineKind.ACTIVITY, "a1", "Untitled activity"),
        (LineKind.ADAPTATION, "d1", "An adaptation without words"),
        (LineKind.VOICE, "v1", "Something without words"),
        (LineKind.NOTE, "n1", "A note without words"),
        (LineKind.MEMBER, "t1", "Team member"),
        (LineKind.PERSON, "p1", "Person 1"),
        (LineKind.REQUIREMENT, "r1", "Person 1: an access requirement"),
        (LineKind.SESSION, "now", "Today, Tuesday 8 September 2026"),
    ]


def test_a_cell_says_whose_it_is_what_is_in_the_way_and_where() -> None:
    found = cells(read(WORDLESS).rows, WORDLESS)
    assert [(line.kind, line.id, line.label) for line in found] == [
        (LineKind.CELL, "r1/a1", "Person 1: an access requirement, in Untitled activity"),
        (LineKind.CELL, "r1/a2", "Person 1: an access requirement, in Sing"),
        (LineKind.CELL, "r2/a2", "Person 1: an access requirement, in Sing"),
    ]
    assert where(read(WORDLESS).rows) == "an access requirement, in two activities; an access requirement, in Sing"


def test_a_barrier_stands_inside_a_sentence() -> None:
    people = [{"id": "p1", "requirements": [{"id": "r1", "barrier": "sound-light-sensory"}, {"id": "r2"}]}]
    said = [barrier(held) for held in a_plan(parts={"people": people}).requirements]
    assert said == ["sound, light and the senses", "an access requirement"]


def test_a_line_of_one_session_names_it_elsewhere() -> None:
    line = in_session(Line(LineKind.ACTIVITY, "a1", "Song"), WORDLESS.session)
    assert line == Line(LineKind.ACTIVITY, "now/a1", "Song, Today, Tuesday 8 September 2026")


def test_two_comes_before_ten_whatever_the_order_of_the_file() -> None:
    plan = a_plan(adaptations=[{"id": id} for id in ("d10", "d9", "e2", "d2")])
    assert [held.id for held in by_id(plan.adaptations)] == ["d2", "d9", "e2", "d10"]


NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "11", "12"]


@pytest.mark.parametrize(("number", "word"), list(enumerate(NUMBERS)))
def test_a_number_up_to_ten_is_a_word(number: int, word: str) -> None:
    thing = "idea" if number == 1 else "ideas"
    assert some(number, "idea") == f"{word} {thing}"
    assert few(number, "idea") == f"{word.lower()} {thing}"
    assert some(number, "is", "are") == f"{word} {'is' if number == 1 else 'are'}"


def test_the_first_three_are_named_and_the_others_counted() -> None:
    things = ["a", "b", "c", "d", "e"]
    assert [named(things[:n]) for n in range(6)] == [
        "",
        "a",
        "a; b",
        "a; b; c",
        "a; b; c; and 1 more",
        "a; b; c; and 2 more",
    ]
    assert quoted([Line(LineKind.NOTE, "n1", "a"), Line(LineKind.NOTE, "n2", "b")]) == "“a”; “b”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, ""),
        ("  two \n\t lines ", "two lines"),
        ("a" * 90, "a" * 90),
        ("a" * 91, "a" * 90 + "…"),
        ("word " * 17 + "short", "word " * 17 + "short"),
        ("word " * 17 + "longer", "word " * 16 + "word…"),
        ("word " * 16 + "word, and more of it", "word " * 16 + "word, and…"),
        ("word " * 17 + "a, and more of it", "word " * 17 + "a…"),
        ("word " * 16 + "so: — and more of it", "word " * 16 + "so: — and…"),
        ("\u200b" * 91 + "word", "\u200b" * 91 + "word"),
        ("\u200e" * 91 + "word " * 19, "\u200e" * 91 + "word " * 17 + "word…"),
    ],
)
def test_a_text_is_one_line_cut_between_words_and_never_after_a_comma(text: str | None, said: str) -> None:
    assert short(text) == said
