"""Taking, parking and declining what earlier sessions offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from amie_planner.domain.carrying_on import Offer, same_words, stands_in, still_active
from amie_planner.domain.changes import Change
from amie_planner.domain.edits.changes_inside import adapt
from amie_planner.domain.edits.parts import Changes, if_different, keeping, lines_of
from amie_planner.domain.edits.putting_off import say, unsay
from amie_planner.domain.plan import Lines, Plan, Series
from amie_planner.domain.records import Activity, Adaptation, Follows
from amie_planner.domain.vocabulary import ReplyKind, Taken
from amie_planner.errors import AmieError

_STAYS_BEHIND = Adaptation.placed | {"id", "follows", "verdict", "then", "verdict_note", "carried"}


def take(series: Series, session: str, offer: Offer) -> tuple[str, Changes]:
    """The id of a change in the open session that continues the earlier one, and the changes that make it.

    It stands in the activities that match the earlier ones; where none does it names none yet. Nothing of how the
    earlier one went comes along, nor access requirements that are gone, no longer active, or of somebody archived.
    Raises AmieError where one of its line stands there already.
    """
    if stands_in(series, session, offer):
        raise AmieError("This change stands in the session already.", "It is among the changes of the session.")
    plan, earlier = series.plan(session), offer.adaptation
    fields: dict[str, Any] = {name: value for name, value in earlier if name not in _STAYS_BEHIND}
    fields |= {
        "activities": _here(earlier.activities, lines_of(series, offer.session.id), plan),
        "requirements": tuple(id for id in earlier.requirements if id in still_active(plan)),
        "who": earlier.who if any(member.id == earlier.who for member in plan.team) else None,
        "follows": Follows(session=offer.session.id, adaptation=earlier.id),
    }
    id, added = adapt(plan, **fields)
    return id, (*added, *if_different(earlier, carried=None), *unsay(series, offer.line))


def take_all(series: Series, session: str, offers: Iterable[Offer]) -> tuple[tuple[str, ...], Changes]:
    """Takes several at once, each line of them once; what stands there already is passed over."""
    kept: dict[Any, Change] = {}
    ids = []
    for offer in offers:
        if stands_in(series, session, offer):
            continue
        id, made = take(series, session, offer)
        series = keeping(kept, series, made)
        ids.append(id)
    return tuple(ids), tuple(kept.values())


def park(series: Series, session: str, offer: Offer) -> Changes:
    """Not in this session: it comes back in the one after."""
    parked = if_different(offer.adaptation, carried=Taken.PARKED)
    return (*parked, *say(series, session, offer.line, ReplyKind.PARKED))


def decline(series: Series, offer: Offer) -> Changes:
    """It is not offered again."""
    return (*if_different(offer.adaptation, carried=Taken.DECLINED), *unsay(series, offer.line))


def _here(activities: tuple[str, ...] | Literal["all"], source: Lines, plan: Plan) -> tuple[str, ...] | Literal["all"]:
    """The activities of this plan that match those of the earlier session."""
    if activities == "all":
        return "all"
    found = (_like(activity, plan) for activity in source.activities if activity.id in activities)
    return tuple(dict.fromkeys(id for id in found if id is not None))


def _like(activity: Activity, plan: Plan) -> str | None:
    """The same in this plan: by id and title, else by title, else by kind; first those that are not Plan B."""
    ordered = sorted(plan.activities, key=lambda other: other.skip)
    ways: tuple[Callable[[Activity], bool], ...] = (
        lambda other: other.id == activity.id and same_words(other.title, activity.title),
        lambda other: bool(activity.title) and same_words(other.title, activity.title),
        lambda other: activity.kind is not None and other.kind is activity.kind,
    )
    return next(_matches(ways, ordered), None)


def _matches(ways: Iterable[Callable[[Activity], bool]], activities: list[Activity]) -> Iterator[str]:
    for way in ways:
        yield from (activity.id for activity in activities if way(activity))
