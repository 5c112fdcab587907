"""Equitable: whether what changes for people can be carried out, by anybody, on the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from amie_planner.checks.check import Said, check, not_recorded, strength, worth_a_look
from amie_planner.checks.equitable import PRINCIPLE
from amie_planner.checks.lines import adaptation, by_id, few, named, quoted, requirement, short, some
from amie_planner.checks.reading import ReadPlan, read
from amie_planner.checks.same_words import folded
from amie_planner.checks.wording import stock_phrases
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation
from amie_planner.domain.setting_up import SettingUp, SetUps, setting_up
from amie_planner.domain.words import activity_title, listed, minutes

_NAMED = 3


@check(
    "E02",
    PRINCIPLE,
    question="Could someone else carry out each adaptation?",
    why="A change happens when somebody else can pick up the plan and do it (our own question, from practice).",
)
def every_adaptation_says_who_with_what_and_how_long(plan: Plan) -> Iterator[Said]:
    """Every adaptation says who, with what (or “nothing needed”) and set-up minutes."""
    plan = read(plan)
    adaptations = by_id(plan.read_adaptations)
    open_ones = [(adaptation(d), missing) for d in adaptations if (missing := _missing(d))]
    if plan.needs and not adaptations and not _meets_by_design(plan):
        text = "Access requirements are written down, and nothing yet about what changes to meet them."
        yield not_recorded(text, *(requirement(r, plan) for r in plan.needs))
    elif open_ones:
        what = some(len(open_ones), "adaptation leaves", "adaptations leave")
        names = named([f"“{line.label}” ({missing})" for line, missing in open_ones])
        lines = (replace(line, label=f"{line.label} ({missing})") for line, missing in open_ones)
        yield worth_a_look(f"{what} something unsaid: {names}.", *lines)
    elif adaptations:
        text = "Each adaptation says who, with what and how long it takes to set up."
        yield strength(text, *map(adaptation, adaptations))


def _missing(adaptation: Adaptation) -> str:
    unsaid = {
        "who": adaptation.who is None,
        "with what": not (adaptation.kit or adaptation.nothing_needed),
        "set-up minutes": adaptation.setup_minutes is None,
    }
    return listed(name for name, missing in unsaid.items() if missing)


def _meets_by_design(plan: ReadPlan) -> bool:
    """Whether a by-design entry is read: none that hangs on an uncounted activity or an inactive requirement."""
    unread = {a.id for a in plan.activities} - {a.id for a in plan.counted}
    inactive = {r.id for r in plan.requirements if not r.active}
    return any(b.activity not in unread and b.requirement not in inactive for b in plan.by_design)


@check(
    "E03",
    PRINCIPLE,
    question="Is setting up in the timings?",
    why="Setting up, charging and testing take minutes that a running order easily forgets "
    "(our own question, from practice).",
)
def setting_up_is_in_the_timings(plan: Plan) -> Iterator[Said]:
    """Each set-up fits into the minutes there are for it, before the start or in place."""
    asked = setting_up(read(plan))
    groups = _groups(asked)
    lines = [adaptation(d) for group in groups for d in by_id(group.adaptations)]
    short_of = [group for group in groups if group.short]
    if asked.before and asked.before.room is None:
        text = "Something is set up before the start, and the time there is to get ready is not written down."
        yield not_recorded(text, *map(adaptation, by_id(asked.before.adaptations)))
    elif short_of:
        lacking = [adaptation(d) for group in short_of for d in by_id(group.adaptations)]
        yield worth_a_look(f"Setting up does not fit: {named([_lack(group) for group in short_of])}.", *lacking)
    elif groups:
        yield strength("All setting up fits into the time there is for it.", *lines)


def _groups(asked: SettingUp) -> tuple[SetUps, ...]:
    return (asked.before, *asked.in_place) if asked.before else asked.in_place


def _lack(group: SetUps) -> str:
    where = f"for {short(activity_title(group.activity))}" if group.activity else "before the start"
    names = [f"“{adaptation(d).label}”" for d in by_id(group.adaptations)]
    what = listed(names) if len(names) <= _NAMED else few(len(names), "adaptation")
    return f"{where}, {what} would need {minutes(group.short)} more"


@check(
    "E05",
    PRINCIPLE,
    question="What if the kit is missing or stops working?",
    why="A switch can be flat or a helper away, and somebody’s part gone with it (our own question, from practice).",
)
def kit_has_a_fallback(plan: Plan) -> Iterator[Said]:
    """Every adaptation with kit has a fallback."""
    kitted = [d for d in by_id(read(plan).read_adaptations) if d.kit]
    bare = [adaptation(d) for d in kitted if not d.fallback]
    if bare:
        what = some(len(bare), "adaptation has", "adaptations have")
        yield worth_a_look(f"{what} kit, and nothing yet to fall back on: {quoted(bare)}.", *bare)
    elif kitted:
        yield strength("Each adaptation with kit has something to fall back on.", *map(adaptation, kitted))


@check(
    "E06",
    PRINCIPLE,
    question="Would a stand-in know what to do?",
    why="A phrase such as “adult support” does not tell the next person what to do (our own question, from practice).",
)
def no_adaptation_is_a_stock_phrase(plan: Plan) -> Iterator[Said]:
    """An adaptation’s text is nothing but stock phrases, side by side or joined by “and”, “or”, “with”."""
    phrases = _only_stock_phrases()
    bare = [adaptation(d) for d in by_id(read(plan).read_adaptations) if phrases.fullmatch(folded(d.what))]
    if bare:
        what = some(len(bare), "adaptation does", "adaptations do")
        yield worth_a_look(f"{what} not say yet what somebody would do: {quoted(bare)}.", *bare)


@cache
def _only_stock_phrases() -> re.Pattern[str]:
    phrase = "|".join(map(re.escape, sorted(map(folded, stock_phrases()))))
    return re.compile(rf"(?:{phrase})(?: (?:(?:and|or|with) )?(?:{phrase}))*")


@check(
    "E07",
    PRINCIPLE,
    question="Can it be ready in time?",
    why="Braille, hire and interpreters take days to arrange (our own question, from practice).",
)
def everything_can_be_ready_in_time(plan: Plan) -> Iterator[Said]:
    """An adaptation asks for more days than there are from the day of preparation to the session."""
    day, prepared = plan.session.date, plan.programme.prepared_on
    if day is None or prepared is None:
        return
    days = (day - prepared).days
    late = [adaptation(d) for d in by_id(read(plan).read_adaptations) if d.lead_days and d.lead_days > days]
    if late:
        what = some(len(late), "adaptation takes", "adaptations take")
        yield worth_a_look(f"{what} longer to arrange than there are days before the session: {quoted(late)}.", *late)
