"""How long a return takes: at 100, 1,000 and 10,000 attendance rows, over 1,000 sessions and 500 people, and with 36
releases before it. Aim: 3 s.

Everybody has an answer to every question. Printed, not judged: each step, and by how much it grows with the rows.

Run: python3 packaging/dev.py test -- tests/benchmarks/test_return.py -s
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from time import perf_counter
from typing import Any

import pytest
from tests.returns.planners import FIRST, LAST, a_source, came

from amie_planner.domain.records import ReturnRelease
from amie_planner.domain.vocabulary import DeliveryType, Profile
from amie_planner.returns.facts import Facts, Source, gather
from amie_planner.returns.making import MadeReturn, made
from amie_planner.returns.monitoring_questions import questions
from amie_planner.returns.template_file import bundled
from amie_planner.ui.models.reports import Ready, Wanted, ready

NOW = datetime(2027, 9, 6, 9, 30)
PROGRAMMES = 10
ROWS = (100, 1_000, 10_000)
EACH = 10
"""People who have a line in a register."""


def sources(sessions: int, people: int, each: int, random: Random) -> Iterator[Source]:
    """Programmes of equal size, with a tenth of the people in the next one too, by their code."""
    for n in range(PROGRAMMES):
        many = people // PROGRAMMES
        ids = [f"p{n * many + m}" for m in range(many + many // 10)]
        yield a_source(
            f"u{n}",
            title=f"Group {n}",
            people=[
                {"id": id, "code": id, "alias": f"Sky {id}", "school_year": f"Y{random.randint(1, 13)}"} for id in ids
            ],
            sessions=[a_session(s, random.sample(ids, min(each, len(ids)))) for s in range(sessions // PROGRAMMES)],
            answers={id: answers(random) for id in ids},
            asked=[question.id for question in questions()],
            provision={"delivery": list(DeliveryType)[n // 2]},
        )


def a_session(n: int, who: list[str]) -> dict[str, Any]:
    day = FIRST + timedelta(days=n * (LAST - FIRST).days // 200 % 360)
    register = came(**dict.fromkeys(who, "present"))
    return {"id": f"s{n}", "title": f"Week {n}", "date": day.isoformat(), "minutes": 60, "register": register}


def answers(random: Random) -> dict[str, Any]:
    return {question.id: {"codes": [random.choice(question.boxes).code]} for question in questions()}


def timed(held: list[Source]) -> tuple[Facts, MadeReturn, dict[str, float]]:
    """The return, and the milliseconds of each step."""
    template = next(template for template in bundled() if template.id == "general")
    start = perf_counter()
    facts = gather(held, None, FIRST, LAST)
    gathered = perf_counter()
    exact = made(facts, template, Profile.EXACT, "The hub", "Its return")
    at_exact = perf_counter()
    made(facts, template, Profile.SHAREABLE)
    took = {"gathered": gathered - start, "exact": at_exact - gathered, "shareable": perf_counter() - at_exact}
    return facts, exact, {step: 1000 * seconds for step, seconds in took.items()}


def said(took: dict[str, float]) -> str:
    return ", ".join(f"{step} {milliseconds:.0f} ms" for step, milliseconds in took.items())


def test_a_return_grows_with_its_attendance_rows() -> None:
    before: dict[str, float] = {}
    for rows in ROWS:
        facts, _, took = timed(list(sources(rows // EACH, max(rows // 20, 5 * PROGRAMMES), EACH, Random(1))))
        assert sum(held.count.attendance or 0 for held in facts.sessions) >= rows // 2
        grown = ", ".join(f"{step} × {took[step] / before[step]:.1f}" for step in before)
        print(f"\n{rows:,} rows, {len(facts.members)} people: {said(took)}{f' ({grown})' if grown else ''}")
        before = took


@pytest.mark.parametrize("sessions", [250, 500, 1_000])
def test_a_return_over_500_people_and_1_000_sessions_is_there_within_3_seconds(sessions: int) -> None:
    facts, whole, took = timed(list(sources(sessions, 500, 30, Random(1))))
    assert (len(facts.sessions), len(facts.members)) == (sessions, 505)
    rows = sum(held.count.attendance or 0 for held in facts.sessions)
    print(
        f"\n{sessions:,} sessions, {rows:,} rows, {len(whole.tables)} tables: {said(took)}; {sum(took.values()):.0f} ms"
    )


def test_a_return_is_there_within_3_seconds_however_many_left_before() -> None:
    held = tuple(sources(300, 500, 20, Random(1)))
    random, earlier = Random(4), list[ReturnRelease]()
    for before in (0, 12, 36):
        earlier += (left(held, n, random) for n in range(len(earlier), before))
        start = perf_counter()
        found = ready(a_return(held, FIRST, LAST, tuple(earlier)), NOW)
        took = perf_counter() - start
        assert isinstance(found, Ready)
        figures = sum(len(release.figures) for release in earlier)
        print(f"\n{before} releases before, {figures:,} figures, {len(found.warnings)} warned of: {1000 * took:.0f} ms")


def left(held: tuple[Source, ...], n: int, random: Random) -> ReturnRelease:
    """One that left earlier, of some of the programmes and some of the days."""
    first = FIRST + timedelta(days=random.choice((0, 0, 30, 60, 90)))
    last = first + timedelta(days=random.choice((60, 90, 120, 200, 270)))
    found = ready(a_return(held[: random.choice((10, 10, 9, 5, 3))], first, last, ()), NOW)
    assert isinstance(found, Ready)
    return found.release(NOW, ()).model_copy(update={"id": f"release{n}", "position": n})


def a_return(held: tuple[Source, ...], first: date, last: date, earlier: tuple[ReturnRelease, ...]) -> Wanted:
    return Wanted(
        template=next(template for template in bundled() if template.id == "general"),
        profile=Profile.SHAREABLE,
        recipient="The hub",
        reason="",
        first=first,
        last=last,
        sources=held,
        organisation=None,
        earlier=earlier,
    )
