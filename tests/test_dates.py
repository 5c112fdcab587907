"""No day and no time of day moves by itself: when the clocks change, on 29 February, at the edges of a school year and
of half a term, on a laptop set to another zone; kept, handed on, printed, listed, counted, moved, typed.

The whole way is gone in a process of its own, which lives in another zone from its first moment on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from tests.plans import a_series

from amie_planner.domain import moving, words
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.edits.moving import move
from amie_planner.domain.plan import Series
from amie_planner.domain.terms import first_guess
from amie_planner.domain.timing import shown, timing
from amie_planner.exchange import calendar, plan_file
from amie_planner.store.store import Store

ROOT = Path(__file__).parents[1]
ZONES = ("Europe/London", "Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Apia")
"""At home; as early and as late as it gets; and one that left out a whole day (30 December 2011)."""
MOMENTS = (
    ("2011-12-30", "10:00", 60),
    ("2026-03-08", "02:30", 60),
    ("2026-03-29", "00:30", 120),
    ("2026-03-29", "01:30", 60),
    ("2026-03-29", "02:30", 45),
    ("2026-08-31", "23:30", 60),
    ("2026-09-01", "00:00", 60),
    ("2026-10-25", "00:30", 120),
    ("2026-10-25", "01:30", 60),
    ("2026-10-25", "02:30", 45),
    ("2026-10-31", "23:59", 30),
    ("2026-11-01", "01:30", 60),
    ("2026-12-31", "23:00", 90),
    ("2027-01-01", "00:00", 30),
    ("2027-02-15", "18:00", 60),
    ("2027-02-16", "09:00", 60),
    ("2027-03-28", "01:00", 60),
    ("2027-08-31", "16:00", 60),
    ("2027-09-01", "09:00", 60),
    ("2028-02-29", "10:00", 45),
)
"""The last Sundays of March and October in England and the Sundays of the clocks in America are among these days."""
HALF_TERMS = (
    ("2026-09-01", "2026-10-25", "2026-10-25", "2026-10-25", "2026-10-31"),
    ("2026-11-01", "2026-12-31"),
    ("2027-01-01", "2027-02-15"),
    ("2027-02-16", "2027-03-28"),
    (),
    (),
)
"""What meets in each of the six half terms of the school year that begins in 2026."""
PLANNER = "planner.amie"
SCHOOL_YEAR = (date(2026, 9, 1), date(2027, 8, 31))


def the_series() -> Series:
    """A session at each of the moments, and every other day and time of day that a plan keeps."""
    sessions = [
        {"id": f"s{n}", "title": f"Session {n}", "number": n, "date": day, "start": start, "minutes": minutes,
         "status": "planned", "activities": _order(start, minutes)}
        for n, (day, start, minutes) in enumerate(MOMENTS, 1)
    ]  # fmt: skip
    days = {"joined": "2026-03-29", "left": "2028-02-29", "review_on": "2026-10-25"}
    return a_series(
        programme={"uid": "u1", "title": "Sounds", "from": "2026-09-01", "to": "2027-08-31"},
        sessions=sessions,
        people=[{"id": "p1", "alias": "Sky", **days}],
        team=[{"id": "t1", "role": "Leader", "access_review_on": "2028-02-29"}],
        voice=[{"id": "v1", "text": "More", "date": "2026-10-25", "told_on": "2026-10-26"}],
        replies=[{"check": "H01", "session": "s1", "reply": "parked", "until": "2027-03-28"}],
    )


def _order(start: str, minutes: int) -> list[dict[str, Any]]:
    """What fills a session: the second half begins at its own time of day."""
    begins = datetime.fromisoformat(f"2026-01-01T{start}") + timedelta(minutes=minutes // 2)
    pinned = {"pinned_start": f"{begins:%H:%M}"} if begins.day == 1 else {}
    return [{"id": "a1", "minutes": minutes // 2}, {"id": "a2", "minutes": minutes - minutes // 2, **pinned}]


def moments(series: Series) -> list[list[Any]]:
    """The day, the time of day and the length of every session."""
    held = [lines.session for lines in series.sessions]
    return [[str(one.date), f"{one.start:%H:%M}" if one.start else "", one.minutes] for one in held]


def told(folder: Path) -> dict[str, Any]:
    """Goes the whole way, and says at every station what the days and the times of day are then."""
    series = _kept(the_series(), folder)
    handed_on = plan_file.read(plan_file.write(series))
    typed = _typed(handed_on)
    return {
        "kept": [moments(series), series == the_series()],
        "handed on": [moments(handed_on), handed_on == series],
        "typed": [moments(typed), typed == series],
        "calendar": _calendar(series),
        "half terms": [_listed(series, one.starts, one.ends) for one in first_guess(2026, 6)],
        "overview": _overview(series),
        "running order": [_slots(series, lines.session.id) for lines in series.sessions],
        "return": _returned(series),
        "a week on": moments(series.after(move(moving.by_weeks(series, 1)))),
        "52 weeks back": moments(series.after(move(moving.by_weeks(series, -52)))),
        "day lost": moments(series.after(move(moving.after_lost(series, "s15")))),
    }


def _kept(series: Series, folder: Path) -> Series:
    """As a planner file gives it back after it was closed."""
    with Store.open(folder / PLANNER) as store:
        store.apply(bring_in(series, 0))
    with Store.open(folder / PLANNER) as store:
        return store.series("u1")


def _typed(series: Series) -> Series:
    """With every day and time of day of the sessions taken from the fields that showed them."""
    from PySide6.QtWidgets import QApplication

    from amie_planner.ui.widgets.fields import DateField, TimeField

    application = QApplication.instance() or QApplication([])
    day, clock = DateField(), TimeField()
    typed = (
        (
            lines,
            {
                "date": day.read(day.written(lines.session.date)),
                "start": clock.read(clock.written(lines.session.start)),
            },
        )
        for lines in series.sessions
    )
    sessions = tuple(replace(lines, session=lines.session.revised(**fields)) for lines, fields in typed)
    del application
    return replace(series, sessions=sessions)


def _calendar(series: Series) -> list[list[str]]:
    """As the file says it, zone and all."""
    made = calendar.content(series, datetime.now(UTC))
    return [
        [event["dtstart"].to_ical().decode(), event["dtend"].to_ical().decode(), str(event["dtstart"].params)]
        for event in Calendar.from_ical(made).events
    ]


def _listed(series: Series, first: date | None, last: date | None) -> list[str]:
    from amie_planner.documents.session_rows import session_rows

    return [str(row.day) for row in session_rows(series, first, last)]


def _overview(series: Series) -> list[str]:
    """The days that stand on the paper over the school year, in their order."""
    from amie_planner import checks
    from amie_planner.documents.term_overview import TERM_OVERVIEW, Term

    term = Term.over(series, *SCHOOL_YEAR)
    paper = TERM_OVERVIEW.sheet(term, checks.run_series(series, *SCHOOL_YEAR)).html().decode()
    every = sorted({lines.session.date for lines in series.sessions if lines.session.date})
    return [str(day) for day in every if words.day(day) in paper]


def _slots(series: Series, session: str) -> list[str]:
    return [shown(slot.start) for slot in timing(series.plan(session)).slots if slot.start is not None]


def _returned(series: Series) -> list[list[str]]:
    from amie_planner.returns.sessions_return import sessions_return

    heads, *rows = (line.split(",") for line in sessions_return([series], *SCHOOL_YEAR).csv().decode().splitlines())
    at = [heads.index(head) for head in heads if head.strip('\ufeff"') in ("Date", "Minutes planned")]
    return [[row[n].strip('"') for n in at] for row in rows]


@pytest.fixture(scope="module", params=ZONES)
def way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was told on a laptop in a zone."""
    folder = tmp_path_factory.mktemp("zone")
    settings = {"TZ": request.param, "QT_QPA_PLATFORM": "offscreen", "AMIE_HOME": str(folder / "home")}
    settings["PYTHONPATH"] = os.pathsep.join(sys.path)
    command = [sys.executable, "-m", "tests.test_dates", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {**json.loads(done.stdout), "planner": folder / PLANNER}


def later(weeks: int) -> Iterator[list[Any]]:
    for day, start, minutes in MOMENTS:
        yield [str(date.fromisoformat(day) + timedelta(weeks=weeks)), start, minutes]


EVERY = [list(moment) for moment in MOMENTS]
IN_THE_YEAR = [moment for moment in EVERY if "2026-09-01" <= moment[0] <= "2027-08-31"]


@pytest.mark.parametrize("station", ["kept", "handed on", "typed"])
def test_what_comes_back_is_what_was_written(way: dict[str, Any], station: str):
    assert way[station] == [EVERY, True]


def test_what_was_kept_in_one_zone_is_the_same_in_another(way: dict[str, Any]):
    with Store.open(way["planner"]) as store:
        assert store.series("u1") == the_series()


def test_the_calendar_says_the_clock_in_the_room_and_no_zone(way: dict[str, Any]):
    begins = [datetime.fromisoformat(f"{day}T{start}") for day, start, _ in MOMENTS]
    ends = [at + timedelta(minutes=minutes) for at, (*_, minutes) in zip(begins, MOMENTS, strict=True)]
    expected = [[f"{at:%Y%m%dT%H%M%S}", f"{end:%Y%m%dT%H%M%S}"] for at, end in zip(begins, ends, strict=True)]
    assert [[start, end] for start, end, _ in way["calendar"]] == expected
    assert not [said for *_, said in way["calendar"] if "TZ" in said]


def test_each_session_is_listed_in_the_half_term_of_its_day(way: dict[str, Any]):
    assert way["half terms"] == [list(days) for days in HALF_TERMS]


def test_the_paper_over_the_school_year_has_its_days_and_no_other(way: dict[str, Any]):
    assert way["overview"] == sorted({day for day, *_ in IN_THE_YEAR})


def test_a_running_order_goes_by_the_clock_in_the_room(way: dict[str, Any]):
    halves = [datetime.fromisoformat(f"{day}T{start}") + timedelta(minutes=n // 2) for day, start, n in MOMENTS]
    starts = [datetime.fromisoformat(f"{day}T{start}") for day, start, _ in MOMENTS]
    expected = [[f"{at.hour}:{at:%M}" for at in both] for both in zip(starts, halves, strict=True)]
    assert way["running order"] == expected


def test_the_return_counts_the_school_year_to_the_day(way: dict[str, Any]):
    assert way["return"] == [[day, str(minutes)] for day, _, minutes in IN_THE_YEAR]


@pytest.mark.parametrize(("station", "weeks"), [("a week on", 1), ("52 weeks back", -52)])
def test_a_whole_series_moves_by_whole_weeks_and_no_time_of_day_with_it(way: dict[str, Any], station: str, weeks: int):
    assert way[station] == list(later(weeks))


def test_where_a_day_is_lost_nothing_before_it_moves_and_each_takes_the_next_day(way: dict[str, Any]):
    days = [day for day, *_ in MOMENTS]
    assert way["day lost"][:14] == EVERY[:14]
    assert [day for day, *_ in way["day lost"][14:-1]] == days[15:]
    assert [rest for _, *rest in way["day lost"]] == [rest for _, *rest in EVERY]


def test_the_zones_are_other_than_at_home():
    """Else the process would not have gone there, and nothing would be shown."""
    see = "from datetime import datetime; print(datetime(2026, 7, 1).astimezone().utcoffset())"
    offsets = [_said(see, zone) for zone in ZONES]
    assert offsets == ["1:00:00", "14:00:00", "-1 day, 17:00:00", "13:00:00"]


def _said(program: str, zone: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | {"TZ": zone}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


if __name__ == "__main__":
    print(json.dumps(told(Path(sys.argv[1]))))
