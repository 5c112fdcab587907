"""What a search shows, and where each hit leads."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from amie_planner.checks.check import Line, LineKind
from amie_planner.domain.changes import add
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    Intention,
    LibraryActivity,
    LibraryAdaptation,
    NextTime,
    Observation,
    Person,
    Picture,
    PlanTemplate,
    Programme,
    Record,
    Reply,
    Requirement,
    Session,
    Story,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.searching import KINDS, MARK, UNMARK, Hit, lines
from amie_planner.ui.models.search import AT_FIRST, GROUPS, Search, lead_to
from amie_planner.ui.workspace import OpenSession, Workspace

TODAY = date(2026, 11, 22)
NONE: frozenset[str] = frozenset()


def test_every_kind_that_is_searched_has_a_heading() -> None:
    assert set(GROUPS) == set(KINDS)


def test_hits_stand_under_the_heading_of_their_kind(workspace: Workspace) -> None:
    answer = Search(workspace, TODAY).answer("drum", NONE)
    assert [(row.heading, row.text) for row in answer.rows if row.heading] == [
        (True, "Activities"),
        (True, "What changes"),
    ]
    first = answer.rows[1]
    assert "«drum»" in first.text
    assert first.about == "Moon landing, 15 September · ‘Rocket song: solos’: kit · Space sounds, Comet class"
    assert answer.said == "4 found."


def test_more_of_a_kind_is_shown_when_it_is_asked_for(desk: OpenSession) -> None:
    place = {"programme": desk.programme, "session": desk.session}
    new = [add(Activity.made(id=f"n{n:02}", title=f"Zither {n}", **place)) for n in range(12)]
    desk.do("Add", new)
    search = Search(desk.workspace, TODAY)
    answer = search.answer("zither", NONE)
    assert [row.id.split("/")[-1] for row in answer.rows] == ["Activity", "n11", "n10", "n09", "Activity"]
    assert answer.rows[-1].more == "Activity"
    assert answer.said == f"{AT_FIRST} found, and there are more."
    whole = search.answer("zither", frozenset(["Activity"]))
    assert len(whole.rows) == 13 and not any(row.more for row in whole.rows)
    assert whole.said == "12 found."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type words that you wrote, or how they begin. What holds all of them is shown, the latest first."),
        (" — ", "Type words that you wrote, or how they begin. What holds all of them is shown, the latest first."),
        ("zzz", "Nothing that you wrote holds all of that."),
    ],
)
def test_where_nothing_is_shown_one_sentence_says_why(workspace: Workspace, typed: str, said: str) -> None:
    answer = Search(workspace, TODAY).answer(typed, NONE)
    assert (list(answer.rows), answer.said) == ([], said)


def test_a_row_leads_back_to_its_hit(workspace: Workspace) -> None:
    search = Search(workspace, TODAY)
    [row] = [row for row in search.answer("pressed four", NONE).rows if not row.heading]
    hit = search.hit(row.id)
    assert hit is not None and isinstance(hit.record, Observation)
    assert search.hit("heading/Observation") is None


class Window:
    """Remembers where it was led."""

    def __init__(self) -> None:
        self.way: list[tuple[Any, ...]] = []
        self.opens = True

    def open_session(self, programme: str, session: str) -> bool:
        self.way.append(("session", programme, session))
        return self.opens

    def look_back(self, programme: str, session: str, entry: Record | None = None) -> None:
        self.way.append(("looking back", programme, session, entry.id if entry else ""))

    def take_register(self, programme: str, session: str) -> None:
        self.way.append(("register", programme, session))

    def show_details(self, programme: str) -> None:
        self.way.append(("details", programme))

    def show_days(self, programme: str) -> None:
        self.way.append(("days", programme))

    def go_to_line(self, line: Line) -> None:
        self.way.append(("line", line.kind, line.id))

    def go_to_person(self, programme: str, person: str) -> None:
        self.way.append(("person", programme, person))

    def go_to_voice(self, programme: str, entry: str) -> None:
        self.way.append(("voice", programme, entry))

    def go_to_programme(self, programme: str) -> None:
        self.way.append(("programme", programme))

    def go_to_entry(self, entry: str) -> None:
        self.way.append(("entry", entry))


SESSION = Session.made(id="s", programme="x", title="Lift-off")
SKY = Person.made(id="p", programme="x", alias="Sky")
_IN = {"id": "a", "programme": "x", "session": "s"}
LIBRARY: tuple[type[Record], ...] = (LibraryAdaptation, LibraryActivity, PlanTemplate)
OPENED, BACK = ("session", "x", "s"), ("looking back", "x", "s", "a")
WAYS: list[tuple[Record, dict[str, Record], list[tuple[Any, ...]]]] = [
    (Programme.made(id="x", programme="x", title="Space"), {}, [("programme", "x")]),
    (Picture.made(id="a", programme="x", image="aGk="), {}, [("programme", "x")]),
    (TeamMember.made(id="a", programme="x"), {}, [("details", "x")]),
    (SKY, {}, [("person", "x", "p")]),
    (Requirement.made(id="a", programme="x", person="p"), {"person": SKY}, [("person", "x", "p")]),
    (SESSION, {}, [OPENED]),
    (Intention.made(**_IN), {"session": SESSION}, [OPENED, ("line", LineKind.INTENTION, "a")]),
    (Activity.made(**_IN), {"session": SESSION}, [OPENED, ("line", LineKind.ACTIVITY, "a")]),
    (Adaptation.made(**_IN), {"session": SESSION}, [OPENED, ("line", LineKind.ADAPTATION, "a")]),
    (ByDesign.made(**_IN, activity="a3"), {"session": SESSION}, [OPENED, ("line", LineKind.ACTIVITY, "a3")]),
    (ByDesign.made(**_IN), {"session": SESSION}, [OPENED]),
    (NextTime.made(**_IN), {"session": SESSION}, [BACK]),
    (VoiceEntry.made(**_IN), {"session": SESSION}, [("voice", "x", "a")]),
    (Story.made(id="a", programme="x", words="I made that!"), {}, [("voice", "x", "a")]),
    (Observation.made(**_IN, person="p"), {"session": SESSION, "person": SKY}, [BACK]),
    (Observation.made(**_IN), {"session": SESSION}, [BACK]),
    (Observation.made(id="a", programme="x", person="p"), {"person": SKY}, [("person", "x", "p")]),
    (Reply.made(**_IN), {"session": SESSION}, [OPENED]),
    (Reply.made(id="a", programme="x"), {}, [("programme", "x")]),
    *((kind.made(id="own", title="Mine"), {}, [("entry", "own")]) for kind in LIBRARY),
]


@pytest.mark.parametrize(("record", "about", "way"), WAYS, ids=[type(record).__name__ for record, _, _ in WAYS])
def test_every_kind_of_hit_leads_to_its_place(record: Record, about: Any, way: list[tuple[Any, ...]]) -> None:
    assert way_to(record, **about) == way


def test_no_line_is_gone_to_of_a_session_that_did_not_open() -> None:
    window = Window()
    window.opens = False
    record = Activity.made(**_IN, title="Song")
    lead_to(Hit(record, tuple(line.text for line in lines(record)), session=SESSION), window)
    assert window.way == [OPENED]


def way_to(record: Record, found: str = "", **about: Any) -> list[tuple[Any, ...]]:
    """Where the window is led when this was found in an entry."""
    window = Window()
    marked = tuple(line.text.replace(found, f"{MARK}{found}{UNMARK}") if found else line.text for line in lines(record))
    lead_to(Hit(record, marked, **about), window)
    return window.way


LIVED = SESSION.revised(
    notes="Doors at the back",
    attendance={"people": {"p": "absent"}, "reasons": {"p": "dentist"}, "guests": ["Rowan"]},
    reflection={"went_well": "Loud", "change": "Quiet start"},
)
YEAR = Programme.made(
    id="x",
    programme="x",
    title="Space",
    aims="Play",
    terms=[{"label": "Autumn"}],
    holidays=[{"label": "Half term", "from": "2026-10-26"}],
    provision={"instruments": ["Ukulele"]},
    schools=[{"id": "school1", "name": "Hillside"}],
)


@pytest.mark.parametrize(
    ("record", "found", "way"),
    [
        (LIVED, "Quiet", [("looking back", "x", "s", "change")]),
        (LIVED, "dentist", [("register", "x", "s")]),
        (LIVED, "Rowan", [("register", "x", "s")]),
        (LIVED, "Doors", [OPENED, ("line", LineKind.SESSION, "s")]),
        (LIVED, "Lift", [OPENED]),
        (YEAR, "Autumn", [("days", "x")]),
        (YEAR, "Half", [("days", "x")]),
        (YEAR, "Play", [("details", "x")]),
        (YEAR, "Space", [("programme", "x")]),
        (YEAR, "Ukulele", [("programme", "x")]),
        (YEAR, "Hillside", [("programme", "x")]),
        (SKY.revised(emergency="Call home"), "Call", [("person", "x", "p")]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_written_elsewhere_than_the_rest_of_its_entry_leads_there(
    record: Record, found: str, way: list[tuple[Any, ...]]
) -> None:
    assert way_to(record, found) == way


def test_how_a_change_went_leads_to_looking_back_and_what_it_is_to_the_plan() -> None:
    change = Adaptation.made(**_IN, what="A stop card", verdict_note="Held up twice")
    assert way_to(change, "twice", session=SESSION) == [BACK]
    assert way_to(change, "card", session=SESSION) == [OPENED, ("line", LineKind.ADAPTATION, "a")]


def test_the_ways_of_every_kind_are_tested() -> None:
    assert {type(record) for record, _, _ in WAYS} == set(KINDS)
