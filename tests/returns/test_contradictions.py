"""What two programmes say of one person that cannot both be: it is seen, whichever of them a return counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.returns.planners import FIRST, a_session, a_source, came, facts_of

from amie_planner.returns.contradictions import between_programmes, contradictions, two_answers
from amie_planner.returns.facts import Source, gather

AUTUMN, SPRING, NEXT_AUTUMN = "2026-09-08", "2027-03-02", "2027-09-07"


def somebody(uid: str, day: str = AUTUMN, **person: Any) -> Source:
    """A programme to which somebody of one agreed code came on a day."""
    schools = person.pop("schools", [])
    session = a_session("s1", day, register=came(p1="present"))
    return a_source(uid, people=[{"id": "p1", "code": "K", **person}], sessions=[session], schools=schools)


def found(*sources: Source) -> list[tuple[str, str, str]]:
    """What it is about, what counts, and what the other says."""
    facts = gather(sources, None, FIRST, date(2028, 8, 31))
    return [(each.field, each.counts[1], each.other[1]) for each in contradictions(facts)]


def test_of_two_months_of_birth_the_one_that_counts_stands_first() -> None:
    both = (somebody("u1", SPRING, born="2015-05"), somebody("u2", born="2015-06"), somebody("u3"))
    assert found(*both) == [("born", "May 2015", "June 2015")]
    assert found(*both[:1], somebody("u2", born="2015-05")) == []


@pytest.mark.parametrize(
    ("earlier", "later", "day", "is_told"),
    [
        ("Y4", "Year 4", SPRING, False),
        ("Y4", "Y3/4", SPRING, False),
        ("KS2", "5", SPRING, False),
        ("Y4", "Y5", SPRING, True),
        ("Y4", "Y5", NEXT_AUTUMN, False),
        ("Y4", "Y4", NEXT_AUTUMN, False),
        ("Y4", "Y6", NEXT_AUTUMN, True),
        ("Y4", "College", SPRING, False),
        ("Reception", "KS3", SPRING, True),
    ],
)
def test_school_years_are_told_where_they_cannot_both_be(earlier: str, later: str, day: str, is_told: bool) -> None:
    told = found(somebody("u1", school_year=earlier), somebody("u2", day, school_year=later))
    assert told == ([("school_year", later, earlier)] if is_told else [])


HILL, DALE = {"id": "x", "name": "Hill", "urn": "012345"}, {"id": "y", "name": "Dale", "urn": "012346"}


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        (DALE, True),
        ({"id": "y", "name": "The Hill", "urn": "012345"}, False),
        ({"id": "y", "name": "hill "}, False),
        ({"id": "y", "name": "Hill", "urn": "012347"}, True),
        ({"id": "y", "name": "Hill", "urn": "12345"}, False),
        ({"id": "y", "name": "Dale", "urn": "12345"}, True),
    ],
)
def test_two_schools_are_told_unless_they_may_be_one(other: dict[str, str], is_told: bool) -> None:
    told = found(somebody("u1", school="x", schools=[HILL]), somebody("u2", SPRING, school="y", schools=[other]))
    assert told == ([("school", str(other["name"]).strip(), "Hill")] if is_told else [])


def test_nothing_contradicts_where_no_code_tells_that_they_are_one_person() -> None:
    apart = a_source(
        "u2", people=[{"id": "p1", "born": "2014-01"}], sessions=[a_session("s1", register=came(p1="late"))]
    )
    assert found(somebody("u1", born="2015-05"), apart) == []


def test_in_short_it_is_said_of_how_many_people_and_of_nobody_by_name() -> None:
    def two(uid: str, day: str, year: str) -> Source:
        people = [{"id": f"p{n}", "alias": f"Zarq{n}", "code": f"K{n}", "school_year": year} for n in range(2)]
        session = a_session("s1", day, register=came(p0="present", p1="present"))
        return a_source(uid, title=uid, people=people, sessions=[session])

    assert list(between_programmes(facts_of(two("Choir", AUTUMN, "Y4"), two("Band", SPRING, "Y6")))) == [
        "“Band” and “Choir” say two school years of 2 people under one agreed code. What “Band” says counts."
    ]


def asked(uid: str, answer: dict[str, Any], told_on: str | None = None, *questions: str) -> Source:
    source = a_source(
        uid,
        people=[{"id": "p1", "code": "K"}],
        sessions=[a_session("s1", register=came(p1="present"))],
        answers={"p1": {"gender": answer}},
        asked=questions or ("gender",),
    )
    *others, answers = source.kept_apart or ()
    return Source(source.series, [*others, answers.revised(told_on=told_on)])


GIRL, BOY, OWN = {"codes": ["girl"]}, {"codes": ["boy"]}, {"in_own_words": "Starry"}


@pytest.mark.parametrize(
    ("other", "counts", "people"),
    [
        (asked("u1", GIRL), asked("u2", BOY), [1]),
        (asked("u1", GIRL), asked("u2", GIRL), []),
        (asked("u1", GIRL), asked("u2", OWN), [1]),
        (asked("u1", OWN), asked("u2", {"in_own_words": "Moony"}), []),
        (asked("u1", {"non_answer": "not known"}), asked("u2", GIRL), []),
        (asked("u1", GIRL, AUTUMN), asked("u2", BOY, AUTUMN), [1]),
        (asked("u1", GIRL, AUTUMN), asked("u2", BOY, SPRING), []),
        (asked("u1", GIRL, SPRING), asked("u2", BOY, AUTUMN), [1]),
        (asked("u1", GIRL, None, "eal"), asked("u2", BOY), []),
    ],
)
def test_two_answers_are_told_unless_what_counts_was_told_later(
    other: Source, counts: Source, people: list[int]
) -> None:
    told = list(two_answers(facts_of(other, counts)))
    assert [each.people for each in told] == people
    assert all((each.question.id, each.counts, each.other) == ("gender", "u2", "u1") for each in told)


def test_of_many_with_two_answers_the_first_is_the_first_of_the_programme_that_counts() -> None:
    def many(uid: str, order: tuple[int, ...], answer: dict[str, Any], *same: int) -> Source:
        return a_source(
            uid,
            people=[{"id": f"{uid}p{n}", "code": f"K{n}"} for n in order],
            sessions=[a_session("s1", register=came(**{f"{uid}p{n}": "present" for n in range(3)}))],
            answers={f"{uid}p{n}": {"gender": BOY if n in same else answer} for n in range(3)},
            asked=["gender"],
        )

    [told] = two_answers(facts_of(many("u1", (0, 1, 2), GIRL, 2), many("u2", (2, 1, 0), BOY)))
    assert (told.counts, told.people, told.first) == ("u2", 2, "u2p1")
