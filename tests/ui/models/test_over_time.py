"""A programme over some days: the figures, findings and paper of the same frozen data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.kept_apart import a_group, turned_on, with_answers
from tests.ui.papers import text_of as _text

from amie_planner import checks
from amie_planner.checks.balance import balance
from amie_planner.checks.check import Line, LineKind
from amie_planner.checks.period import TOO_EARLY
from amie_planner.documents import LARGE, Names, NamesFound
from amie_planner.domain import edits
from amie_planner.domain.plan import Series
from amie_planner.ui.models.over_time import OverTime, in_its_session
from amie_planner.ui.workspace import OpenSession

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)


def a_term(*days: str, **more: Any) -> Series:
    sessions = [{"id": f"s{n}", "title": "One", "date": day, **more} for n, day in enumerate(days, 1)]
    return a_series(sessions=sessions)


TERM = a_term("2026-09-01", "2026-09-08", "2026-09-30", "2026-10-01")


def test_charts_findings_and_sessions_are_of_the_same_days():
    over = OverTime(TERM, FIRST, LAST)
    assert over.sessions() == ("s1", "s2", "s3")
    assert over.charts() == balance(TERM, FIRST, LAST)
    assert over.findings() == checks.run_series(TERM, FIRST, LAST)


def test_it_holds_the_programme_as_it_was_and_the_words_of_the_hub(desk: OpenSession):
    over = OverTime.of(desk, None, None)
    before = over.charts()
    desk.do("Add", edits.add_voice(desk.series, text="More drums")[1])
    assert over.charts() == before != OverTime.of(desk, None, None).charts()
    assert over.asked == desk.workspace.heard().series_checks


def test_who_may_be_missing_is_told_from_finished_counts_alone():
    kept = with_answers(turned_on("free-meals"), "free-meals", {f"p{n}": "no" for n in range(1, 41)})
    off, on = (
        next(f for f in OverTime(a_group(40), None, None, kept_apart=apart).findings() if f.check == "R11")
        for apart in ((), kept)
    )
    assert off.text == "Equality monitoring is off, or asks nothing that can be compared."
    assert "may be missing" in on.text


def test_the_paper_is_a_pdf_of_these_days():
    assert OverTime(TERM, FIRST, LAST).paper().startswith(b"%PDF")


def _planned(**more: Any) -> dict[str, Any]:
    return {"id": "s1", "title": "One", "date": "2026-09-01", "status": "planned", **more}


def test_the_paper_names_nobody_unless_it_is_asked_to():
    people = [{"id": "p1", "alias": "Sky", "requirements": [{"id": "r1"}]}]
    over = OverTime(a_series(people=people, sessions=[_planned()]), None, None)
    said = {names: _text(over.paper(*names)) for names in ((), (Names.NONE,), (Names.ALIAS,))}
    assert said[()] == said[Names.NONE,]
    assert "Sky" not in said[()]
    assert "Sky" in said[Names.ALIAS,]


def test_a_name_in_its_texts_stops_the_paper_until_it_is_said_to_be_only_a_word():
    activity = {"id": "a1", "minutes": 5, "music": [{"genres": ["Sky"]}]}
    sessions = [_planned(activities=[activity])]
    over = OverTime(a_series(people=[{"id": "p1", "alias": "Sky"}], sessions=sessions), None, None)
    with pytest.raises(NamesFound, match="“Sky” under “Genres”"):
        over.paper()
    assert "Sky" in _text(over.paper(not_names=frozenset({"Sky"}), style=LARGE))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (FIRST, LAST, "3 sessions · Tuesday 1 September 2026 to Wednesday 30 September 2026"),
        (FIRST, None, "4 sessions · from Tuesday 1 September 2026 on"),
        (None, LAST, "3 sessions · up to Wednesday 30 September 2026"),
        (None, None, "4 sessions"),
        (date(2026, 10, 1), None, f"1 session · from Thursday 1 October 2026 on · {TOO_EARLY}"),
        (date(2026, 10, 2), None, "from Friday 2 October 2026 on"),
    ],
)
def test_the_days_are_said_with_how_many_sessions_they_hold(first: date | None, last: date | None, said: str):
    over = OverTime(TERM, first, last)
    assert over.said(over.sessions()) == said


def line(kind: LineKind, id: str) -> Line:
    return Line(kind, id, "A line")


def test_a_line_is_found_in_its_session_by_the_id_it_has_there():
    series = a_series(sessions=[{"id": id, "title": "One"} for id in ("s1", "s1/2", "s10")])
    activity, session = line(LineKind.ACTIVITY, "s1/a3"), line(LineKind.SESSION, "s10")
    assert in_its_session(series, activity) == ("s1", line(LineKind.ACTIVITY, "a3"))
    assert in_its_session(series, line(LineKind.CELL, "s10/r1/a3")) == ("s10", line(LineKind.CELL, "r1/a3"))
    assert in_its_session(series, line(LineKind.ACTIVITY, "s1/2/a3")) == ("s1/2", line(LineKind.ACTIVITY, "a3"))
    assert in_its_session(series, session) == ("s10", session)


def test_a_line_of_a_session_that_has_gone_leads_nowhere():
    assert in_its_session(TERM, line(LineKind.ACTIVITY, "s9/a1")) is None
    assert in_its_session(TERM, line(LineKind.SESSION, "s9")) is None


def test_drafts_and_cancelled_sessions_are_said_not_to_count():
    listed = [
        {"id": f"s{n}", "title": "T", "date": day, "status": status}
        for n, (day, status) in enumerate(
            [("2026-09-01", "planned"), ("2026-09-08", "draft"), ("2026-09-15", "cancelled"), ("2026-12-01", "draft")]
        )
    ]
    over = OverTime(a_series(sessions=listed), date(2026, 9, 1), date(2026, 9, 30))
    assert over.said(over.sessions()).startswith("1 session · 2 more are drafts or cancelled, and not counted · Tue")
    first_week = OverTime(a_series(sessions=listed), date(2026, 9, 1), date(2026, 9, 8))
    assert "1 more is a draft or cancelled, and not counted" in first_week.said(first_week.sessions())
