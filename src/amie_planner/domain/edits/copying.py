"""A new session made from any past one, of this programme or of another.

What belongs to one meeting stays there: who came, how it went, what was noticed, noted and said. What belongs to one
programme's people and team does not come into another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from amie_planner.domain.changes import Change, add
from amie_planner.domain.edits.parts import Changes, lines_of, next_id, next_position
from amie_planner.domain.edits.programmes import add_session
from amie_planner.domain.names import hits, known_names
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import Activity, Adaptation, ByDesign, Follows, InSession, Picture
from amie_planner.domain.timing import minute_of
from amie_planner.domain.typed import texts
from amie_planner.domain.vocabulary import Reach, Taken, Then, Verdict

_LENGTHS = ("minutes", "ready_minutes", "adults")
_DAY = 24 * 60
_NOT_YET_TRIED: dict[str, None] = {"verdict": None, "then": None, "verdict_note": None, "carried": None}


def copy_session(series: Series, source: Series, session: str, fields: dict[str, Any]) -> tuple[str, Changes]:
    """The id of a new session with the intentions and the running order of a past one, and the changes that make it.

    `fields` say what is new of it: its title, number, day and start; without a start it begins when the past one did.
    Kit, cards and their pictures come along. Within one programme, so does what changes for those who are still there,
    as it was planned, but for what did not wholly work: that is offered there. Into another, nothing comes that says
    whose idea or choice it was. Within one, a pin is as long after the new start as it was after the old one, and is
    let go of where that is on another day; into another, all are.
    Raises AmieError if the programme is full.
    """
    lines = lines_of(source, session)
    same = source.programme.id == series.programme.id
    like: dict[str, Any] = {name: held for name in _LENGTHS if (held := getattr(lines.session, name)) is not None}
    start = fields.get("start") or lines.session.start
    id, made = add_session(series, fields | like | {"start": start, "expects": lines.session.expects})
    if same:
        later = _minute(start) - _minute(lines.session.start)
        needed = _still_needed(series, lines, fields.get("date"))
        copied: tuple[InSession, ...] = (*_here(series, lines, later), *needed)
        pictures: tuple[Change, ...] = ()
    else:
        called, pictures = _pictures(series, source, lines)
        copied = tuple(_elsewhere(activity, called) for activity in lines.activities)
    home = {"programme": series.programme.id, "session": id}
    whole = (*lines.intentions, *copied)
    return id, (*pictures, *made, *(add(record.revised(**home)) for record in whole))


def named_in(source: Series, session: str) -> tuple[str, ...]:
    """The words in what would come along that may be somebody's name in its programme, each once."""
    lines, known = lines_of(source, session), known_names(source, adults=True)
    written = (text for record in (*lines.intentions, *lines.activities) for text in texts(record))
    return tuple(dict.fromkeys(found.word for text in written for found in hits(text, known)))


def _here(series: Series, lines: Lines, later: int) -> Iterator[Activity]:
    """The activities, so many minutes later, led by those of the team who are still there."""
    team = {member.id for member in series.team}
    for activity in lines.activities:
        leads = tuple(id for id in activity.leads if id in team)
        yield activity.revised(leads=leads, pinned_start=_shifted(activity.pinned_start, later))


def _minute(start: time | None) -> int:
    """Of the day; without a start, pins count from 0:00."""
    return minute_of(start) if start else 0


def _shifted(pin: time | None, later: int) -> time | None:
    minute = _minute(pin) + later
    return time(minute // 60, minute % 60) if pin is not None and 0 <= minute < _DAY else None


def _elsewhere(activity: Activity, called: dict[str, str]) -> Activity:
    """An activity without what the people and the team of its programme brought to it."""
    card, music = activity.card, tuple(piece.revised(chosen_by=None) for piece in activity.music)
    shown = card.revised(picture=called.get(card.picture)) if card and card.picture else card
    return activity.revised(leads=(), young_lead=False, started_by=None, pinned_start=None, music=music, card=shown)


def _pictures(series: Series, source: Series, lines: Lines) -> tuple[dict[str, str], tuple[Change, ...]]:
    """The new id of each picture that its cards show, and the changes that bring them; one that is there stays one."""
    shown = {activity.card.picture for activity in lines.activities if activity.card and activity.card.picture}
    held, called, made = list(series.pictures), {}, []
    for picture in (picture for picture in source.pictures if picture.id in shown):
        same = next((one for one in held if _same_picture(one, picture)), None)
        if same is None:
            place = {"id": next_id("m", (one.id for one in held)), "position": next_position(held)}
            same = picture.revised(programme=series.programme.id, **place)
            held.append(same)
            made.append(add(same))
        called[picture.id] = same.id
    return called, tuple(made)


def _same_picture(one: Picture, other: Picture) -> bool:
    return (one.title, one.credit, one.image) == (other.title, other.credit, other.image)


def _still_needed(series: Series, lines: Lines, day: date | None) -> Iterator[Adaptation | ByDesign]:
    """What changes, and what is met by design, for those who are there on the day."""
    there = {p.id for p in series.people if not p.archived and not (p.left and day and p.left < day)}
    active = {r.id for r in series.requirements if r.active and r.person in there}
    team = {member.id for member in series.team}
    for change in lines.adaptations:
        asked = tuple(id for id in change.requirements if id in active)
        if _is_settled(change) and (asked or _is_for_more(change)):
            yield _as_planned(change, asked, change.who if change.who in team else None)
    for met in lines.by_design:
        if met.requirement in active or met.barrier is not None:
            yield met


def _is_settled(change: Adaptation) -> bool:
    """Whether nothing about it is to be decided: what half worked or did not waits to be taken, parked or declined."""
    to_decide = change.verdict in (Verdict.PARTLY, Verdict.NOT) or change.then is Then.CHANGE
    dropped = change.then is Then.STOP or change.carried is Taken.DECLINED
    return not dropped and (change.carried is Taken.TAKEN or not to_decide)


def _is_for_more(change: Adaptation) -> bool:
    """Whether it is not for somebody alone."""
    if change.reach is Reach.EVERYONE or change.barriers:
        return True
    return not change.requirements and change.reach is not Reach.ONE


def _as_planned(change: Adaptation, requirements: tuple[str, ...], who: str | None) -> Adaptation:
    """The same before it was tried, continuing it."""
    whence = Follows(session=change.session, adaptation=change.id)
    return change.revised(requirements=requirements, who=who, follows=whence, **_NOT_YET_TRIED)
