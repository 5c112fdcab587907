"""Programmes for returns: small ones by hand, and any that there may be, drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st
from tests.plans import a_series

from amie_planner.domain.monitoring import Monitoring, MonitoringAnswers
from amie_planner.domain.records import InProgramme
from amie_planner.returns.facts import Facts, Source, gather
from amie_planner.returns.monitoring_questions import questions
from amie_planner.returns.table import Draft, People, Value
from amie_planner.returns.templates import ReturnTemplate

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
TEMPLATE = ReturnTemplate.made(
    id="any",
    version="1",
    label="Any",
    about="Any",
    source="Our own",
    core_sessions=2,
    bands=((0, 4), (5, 11), (12, 25)),
    tables=[{"table": table, "title": table} for table in ("people", "totals", "characteristics", "lessons")],
)
CANARIES = ("Zarquonia", "Slartibart", "Vogonbarb", "Trillibeeb")
"""A name, an alias, free text and ids: none of them may stand in a draft."""
NAME, ALIAS, TEXT, ID = CANARIES

Answers = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""By person and question, as Answered has it."""


def came(**marks: str) -> dict[str, Any]:
    """A register by person."""
    return {"mode": "people", "people": marks}


def a_session(id: str, day: str | None = "2026-09-08", **fields: Any) -> dict[str, Any]:
    """A session of the period, an hour long."""
    return {"id": id, "title": "Week", "date": day, "minutes": 60, **fields}


def a_source(
    uid: str = "u1",
    *,
    people: Sequence[dict[str, Any]] = (),
    sessions: Sequence[dict[str, Any]] = (),
    answers: Answers | None = None,
    asked: Iterable[str] = (),
    objecting: Iterable[str] = (),
    team: Sequence[dict[str, Any]] = (),
    title: str = "Sound makers",
    **programme: Any,
) -> Source:
    """A programme as a return is handed it; without `asked`, nothing is kept apart."""
    series = a_series(programme={"uid": uid, "title": title, **programme}, people=people, sessions=sessions, team=team)
    asked = list(asked)
    if not asked:
        return Source(series)
    kept: list[InProgramme] = [Monitoring.made(id="m", programme=uid, on=True, agreed_by="All", questions=asked)]
    for person, given in (answers or {}).items():
        kept.append(MonitoringAnswers.made(id=person, programme=uid, person=person, answers=given))
    for person in objecting:
        kept.append(MonitoringAnswers.made(id=person, programme=uid, person=person, objected_on=FIRST))
    return Source(series, kept)


def facts_of(*sources: Source) -> Facts:
    """What a return over these has to count, over a school year."""
    return gather(sources, None, FIRST, LAST)


def counted(draft: Draft, *columns: str) -> list[tuple[Value, ...]]:
    """The rows under these headings, or all, as the exact profile would say them."""
    table = draft.decided(lambda people: people.count)
    at = [[column.name for column in table.columns].index(name) for name in columns] or range(len(table.columns))
    return [tuple(row[n] for n in at) for row in table.rows]


def in_print(drafts: Iterable[Draft]) -> dict[str, int]:
    """Every count that stands in a row or an unseen part, by key. Fails if one key has two."""
    found: dict[str, int] = {}
    for draft in drafts:
        in_rows = [value for row in draft.rows for value in row if isinstance(value, People)]
        for people in (*in_rows, *(people for each in draft.sums for people in each.unseen)):
            assert found.setdefault(people.key, people.count) == people.count, people.key
    return found


_DAYS = ("2026-05-05", "2026-09-08", "2026-09-15", "2027-03-02", "2027-03-09", "2027-10-01", None)
_WHY = ("prefer not to say", "not known", "not asked", "not applicable")


def planners() -> st.SearchStrategy[list[Source]]:
    """Up to three programmes, in which the same people may be, by the same code or unseen."""
    return st.builds(_planner, st.integers(0, 2**32))


def _planner(seed: int) -> list[Source]:
    random = Random(seed)
    return [_programme(random, f"u{ID}{n}", random.randint(0, 9), random.randint(0, 8)) for n in range(seed % 3 + 1)]


def _programme(random: Random, uid: str, many: int, sessions: int) -> Source:
    ids = random.sample([f"p{ID}{n}" for n in range(10)], many)
    asks = [question.id for question in questions() if random.random() < 0.8] if random.random() < 0.8 else []
    objecting = [id for id in ids if random.random() < 0.1] if asks else []
    return a_source(
        uid,
        title=f"{ALIAS} and friends" if ids and random.random() < 0.5 else "Sound makers",
        people=[_person(random, id) for id in ids],
        sessions=[_session(random, f"s{ID}{n}", ids) for n in range(sessions)],
        answers={id: _answers(random) for id in ids if id not in objecting and random.random() < 0.8},
        asked=asks,
        objecting=objecting,
        provision=random.choice(({}, {"delivery": "ensemble"}, {"delivery": "small group"})),
        aims=TEXT,
    )


def _some(random: Random, **fields: Any) -> dict[str, Any]:
    """Each of these fields, most of the time."""
    return {name: value for name, value in fields.items() if random.random() < 0.7}


def _person(random: Random, id: str) -> dict[str, Any]:
    return {"id": id, "alias": ALIAS, "name": f"{NAME} Ray", "what_helps": TEXT} | _some(
        random,
        code=random.choice((f"{ID}-1", f"{ID}-2".upper(), f" {ID}-2".lower(), f"{ID}-3", f"{ID}-4")),
        school_year=random.choice(("Y4", "Reception", "Year 9", TEXT)),
        born=random.choice(("2015-08", "2015-09", "2001-01", "2026-12")),
        new_to_music=random.random() < 0.5,
    )


def _session(random: Random, id: str, people: Sequence[str]) -> dict[str, Any]:
    marks = {person: random.choice(("present", "late", "absent", "not taken")) for person in people}
    by_name = {"mode": "people", "people": marks, "walk_ins": random.randint(0, 2)}
    heads = {"mode": "headcount", "headcount": random.randint(0, 9), "people": marks, "estimated": True}
    return {"id": id, "title": f"With {NAME}", "date": random.choice(_DAYS), "notes": TEXT} | _some(
        random,
        minutes=random.randint(0, 120),
        status=random.choice(("draft", "planned", "delivered", "cancelled")),
        register=random.choice((by_name, by_name, heads, {"people": marks, "guests": [NAME]})),
    )


def _answers(random: Random) -> dict[str, dict[str, Any]]:
    given: dict[str, dict[str, Any]] = {}
    for question in questions():
        codes = [box.code for box in question.all_boxes]
        many = random.choice((1, 1, 2)) if question.several else 1
        ticked = {"codes": random.sample(codes, many)} | ({"in_own_words": TEXT} if random.random() < 0.2 else {})
        other = random.choice(({"in_own_words": TEXT}, *({"non_answer": why} for why in _WHY)))
        given[question.id] = ticked if random.random() < 0.7 else other
    return _some(random, **given)


THREE_PEOPLE = [
    {"id": "p1", "school_year": "Y4", "code": "A1"},
    {"id": "p2", "alias": "Sky"},
    {"id": "p3", "born": "2015-05"},
]
THEIR_ANSWERS = {"p1": {"gender": {"codes": ["girl"]}}, "p2": {"gender": {"non_answer": "prefer not to say"}}}


def a_term(**fields: Any) -> Source:
    """Three people and sessions of every kind, of which much is missing."""
    sessions = [
        a_session("s1", register=came(p1="present", p2="present", p3="present")),
        a_session("s2", status="delivered", minutes=None, title="Sounds"),
        a_session("s3", register={"mode": "headcount", "headcount": 4, "estimated": True}),
        a_session("s4", None, title="Some day"),
        a_session("s5", None, status="cancelled"),
    ]
    return a_source(people=THREE_PEOPLE, sessions=sessions, answers=THEIR_ANSWERS, asked=["gender"], **fields)
