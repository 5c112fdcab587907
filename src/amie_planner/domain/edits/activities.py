"""Activities and first plans between a plan and the library: kept, copied back, added to a session, begun from.

Nobody is in what is kept but in its texts: see `texts_of`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from amie_planner.domain import activities, library, plan_templates
from amie_planner.domain.changes import add
from amie_planner.domain.edits.parts import Changes, new_id, next_position, one
from amie_planner.domain.edits.programmes import add_session
from amie_planner.domain.edits.running_order import add_activity
from amie_planner.domain.edits.shelves import alter, as_title, own_id
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    ByDesign,
    DesignedOut,
    InSession,
    LibraryActivity,
    PlanTemplate,
    Session,
)
from amie_planner.domain.typed import texts
from amie_planner.domain.vocabulary import Barrier, Status

Kept = Sequence[LibraryActivity]
"""The leader's own records of activities: what they wrote, and what they altered of what came with the program."""
_TO_BE_NAMED = "Activity to be named"


def add_to_shelf(kept: Kept, **fields: Any) -> tuple[str, Changes]:
    """A new activity of the leader's own."""
    id = own_id()
    return id, (add(LibraryActivity.made(id=id, position=next_position(kept), **fields)),)


def add_from_library(plan: Plan, at: int, entry: LibraryActivity) -> tuple[str, Changes]:
    """An activity of the library exactly here: before the one at index `at`, or at the end, with what it meets as it
    is of the barriers that are expected where nobody is listed. Raises AmieError if the session is full."""
    id, added = add_activity(plan, at, **activities.taken(entry))
    new = next(c.after for c in added if c.before is None and isinstance(c.after, Activity))
    made: list[ByDesign] = []
    for met in activities.met_by_design(entry.by_design, new, () if plan.expected else plan.session.expects):
        held = (*plan.by_design, *made)
        made.append(met.revised(id=new_id("b", held, plan.replies), position=next_position(held)))
    return id, (*added, *map(add, made))


def keep_activity(kept: Kept, plan: Plan, activity: str) -> tuple[str, Changes]:
    """An activity of a plan becomes an entry of the leader's own, for the setting of the programme."""
    held = one(plan.activities, activity)
    settings = (plan.programme.setting,) if plan.programme.setting else ()
    title = as_title(held.title, _TO_BE_NAMED)
    return add_to_shelf(kept, **_said(held, plan) | {"title": title, "settings": settings})


def entry_of(shelf: Sequence[LibraryActivity], activity: Activity) -> LibraryActivity | None:
    """The entry of the same title. A running order does not say where a line came from."""
    title = as_title(activity.title, "").casefold()
    return next((entry for entry in shelf if title and entry.title.casefold() == title), None)


def copy_activity_back(kept: Kept, entry: LibraryActivity, plan: Plan, activity: str) -> Changes:
    """What an activity of a plan says goes back into its entry; what the plan does not say stays.

    What an entry has against a barrier stays too, unless the plan says it otherwise.
    """
    held = one(plan.activities, activity)
    said = {name: value for name, value in _said(held, plan).items() if value not in (None, ())}
    here = {out.barrier: out for out in said.pop("by_design", ())}
    out = (here.pop(each.barrier, each) for each in entry.by_design)
    return alter(kept, entry, **_kept_card(said, entry), by_design=(*out, *here.values()))


def _kept_card(said: dict[str, Any], entry: LibraryActivity) -> dict[str, Any]:
    """A card without a symbol, where the plan shows a picture of its own, does not take the entry's away."""
    card = said.get("card")
    if card is None or entry.card is None:
        return said
    symbol, word = card.symbol or entry.card.symbol, card.word or entry.card.word
    return said | {"card": card.revised(symbol=symbol, word=word, second=card.second or entry.card.second)}


def keep_as_first_plan(kept: Sequence[PlanTemplate], plan: Plan, title: str) -> tuple[str, Changes]:
    """A session's plan becomes a first plan of the leader's own: what it is for, its running order, what is expected
    to be in the way, what changes. Neither people nor what they said, no verdicts, no register, no notes."""
    id = own_id()
    made = PlanTemplate.made(id=id, position=next_position(kept), **first_plan(plan) | {"title": as_title(title, "")})
    return id, (add(made),)


def first_plan(plan: Plan) -> dict[str, Any]:
    """What a session's plan would say as a first plan."""
    here = plan.session
    adaptations = [_template_adaptation(each, plan) for each in plan.adaptations if each.what or each.library]
    answered = (barrier for each in adaptations for barrier in each["barriers"])
    return {
        "title": here.title,
        "setting": plan.programme.setting,
        "minutes": here.minutes,
        "ready_minutes": here.ready_minutes,
        "adults": here.adults,
        "expects": here.expects or tuple(dict.fromkeys(answered)),
        "intentions": tuple({n: getattr(i, n) for n in ("id", "area", "text", "notice")} for i in plan.intentions),
        "activities": tuple(_template_activity(each, plan) for each in plan.activities),
        "adaptations": tuple(adaptations),
    }


def texts_of(changes: Changes) -> tuple[str, ...]:
    """What goes into the library in the leader's own words, where a name may stand."""
    return tuple(text for change in changes if change.after is not None for text in texts(change.after))


def begin_from(series: Series, template: PlanTemplate, **fields: Any) -> tuple[str, Changes]:
    """The id of a new session at the end of the programme that is a whole plan, and the changes that make it.

    `fields` hold what the first plan does not say of it, a title among them. Raises AmieError if the programme is full.
    """
    said = {"status": Status.DRAFT} | fields | plan_templates.session_fields(template)
    id, added = add_session(series, said)
    session = next(change.after for change in added if isinstance(change.after, Session))
    lines: tuple[InSession, ...] = plan_templates.lines(template, session)
    return id, (*added, *map(add, lines))


_SAME = ("title", "kind", "minutes", "aim", "instructions", "kit", "decision")


def _said(held: Activity, plan: Plan) -> dict[str, Any]:
    """What an activity says of itself: not whose idea it was, nor who chose the music, nor a picture of somebody."""
    card = held.card.revised(picture=None) if held.card else None
    return {name: getattr(held, name) for name in _SAME} | {
        "music": tuple(piece.revised(chosen_by=None) for piece in held.music),
        "card": card if card and (card.word or card.second or card.symbol) else None,
        "by_design": tuple(_designed_out(held, plan)),
    }


def _designed_out(held: Activity, plan: Plan) -> Iterator[DesignedOut]:
    seen: set[Barrier] = set()
    asked = {requirement.id: requirement.barrier for requirement in plan.requirements}
    for met in plan.by_design:
        barrier = met.barrier or asked.get(met.requirement or "")
        if met.activity == held.id and barrier and barrier not in seen:
            seen.add(barrier)
            yield DesignedOut.made(barrier=barrier, how=met.how)


def _template_activity(held: Activity, plan: Plan) -> dict[str, Any]:
    more = ("id", "skip", "strand", "serves")
    return _said(held, plan) | {name: getattr(held, name) for name in more}


_CARRIED = ("what", "reach", "kit", "nothing_needed", "setup_minutes", "set_up", "lead_days", "fallback")


def _template_adaptation(held: Adaptation, plan: Plan) -> dict[str, Any]:
    asked = (r.barrier for r in plan.requirements if r.id in held.requirements)
    barriers = dict.fromkeys(barrier for barrier in (*held.barriers, *asked) if barrier)
    said = {name: getattr(held, name) for name in ("id", "activities", *_CARRIED)}
    lies = held.library if _says_all(held) else None
    return said | {"barriers": tuple(barriers), "library": lies}


def _says_all(held: Adaptation) -> bool:
    """Whether nothing would be taken over from its entry that this change leaves empty."""
    entry = library.as_it_came(held.library) if held.library else None
    if entry is None:
        return True
    return bool(held.what) and all(getattr(held, name) or not getattr(entry, name) for name in _CARRIED[1:])
