"""What comes and what waits as rows: each a line in plain words that leads to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from amie_planner.domain.coming import Coming
from amie_planner.domain.days import ahead, near
from amie_planner.domain.timing import minute_of, shown
from amie_planner.domain.waiting import REVIEWS, Wait, Waiting
from amie_planner.ui.workspace import shortened

SHOWN_FIRST = 4
"""Rows under a heading until the leader asks for the others."""
_MORE = "/more"
_LETTERS = 140
"""Of what waits; its own place shows all of it."""
_HEADINGS: dict[str, tuple[Wait, ...]] = {
    "To look back on": (Wait.LOOKING_BACK,),
    "To look at again together": REVIEWS,
    "To tell: what became of an idea": (Wait.TO_TELL,),
    "To decide: what becomes of an idea": (Wait.TO_DECIDE,),
    "To take, park or decline: changes from earlier": (Wait.CHANGE,),
}
_SINCE = {
    Wait.LOOKING_BACK: "{}, and nothing is written about it yet",
    Wait.PERSON_REVIEW: "Profile, review was due {}",
    Wait.REQUIREMENT_REVIEW: "Access requirement, review was due {}",
    Wait.TEAM_REVIEW: "What they need to work well, review was due {}",
    Wait.TO_TELL: "From {}",
    Wait.TO_DECIDE: "From {}",
    Wait.CHANGE: "From {}, and two sessions have passed",
}


@dataclass(frozen=True, slots=True)
class WaitRow:
    """A heading, a thing that waits, or the offer to show the others. `waiting` is where it leads."""

    id: str
    kind: str
    text: str
    below: str = ""
    waiting: Waiting | None = None
    divided: bool = False

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.text, self.below) if part)


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A session: when, what, and where."""

    id: str
    when: str
    text: str
    below: str
    programme: str
    session: str
    under_way: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.when, self.text, self.below) if part)


def coming_row(one: Coming, today: date) -> ComingRow:
    """Tomorrow, 10:00 to 10:45 · Moon landing · Space sounds, Music room"""
    session, programme = one.session, one.programme
    time = f"{session.start:%H:%M}" if session.start else ""
    if session.start and session.minutes:
        time = f"{time} to {shown(minute_of(session.start) + session.minutes)}"
    when = ", ".join(part for part in (ahead(one.day, today), time) if part)
    if one.since is not None:
        when = f"Under way since {one.since:%H:%M}"
    below = shortened(" · ".join(part for part in (programme.title, programme.place) if part), _LETTERS)
    id = f"{len(programme.id)}/{programme.id}/{session.id}"
    title, under_way = shortened(session.title, _LETTERS), one.since is not None
    return ComingRow(id, when, title, below, programme.id, session.id, under_way)


def wait_rows(
    waiting: Iterable[Waiting], titles: Mapping[str, str], today: date, unfolded: frozenset[str]
) -> tuple[WaitRow, ...]:
    """The rows under their headings; a long list folds to its first rows until its heading is in `unfolded`.

    `titles` are those of the programmes; where there is more than one, each row says its own.
    """
    found = tuple(waiting)
    return tuple(
        row
        for heading, kinds in _HEADINGS.items()
        for row in _under(heading, [one for one in found if one.wait in kinds], titles, today, heading in unfolded)
    )


def heading_of(row: WaitRow) -> str:
    """The heading that a row which offers to show the others stands under."""
    return row.id.removesuffix(_MORE)


def _under(
    heading: str, found: list[Waiting], titles: Mapping[str, str], today: date, unfolded: bool
) -> Iterator[WaitRow]:
    if not found:
        return
    yield WaitRow(heading, "heading", heading)
    first = found if unfolded or len(found) <= SHOWN_FIRST + 1 else found[:SHOWN_FIRST]
    for one in first:
        last = one is found[-1]
        yield WaitRow(_id(one), "wait", shortened(one.text, _LETTERS), _below(one, titles, today), one, divided=last)
    if len(first) < len(found):
        yield WaitRow(f"{heading}{_MORE}", "more", "Show the others too", divided=True)


def _id(one: Waiting) -> str:
    return f"{one.wait}/{len(one.programme)}/{one.programme}/{one.id}"


def _below(one: Waiting, titles: Mapping[str, str], today: date) -> str:
    since = _SINCE[one.wait].format(near(one.since, today)) if one.since else ""
    said = " · ".join(part for part in (since, titles[one.programme] if len(titles) > 1 else "") if part)
    return shortened(said, _LETTERS)
