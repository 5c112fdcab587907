"""What a helper card says of one activity: to who leads it, to who helps there, and to who is elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amie_planner.documents.arrangement import Stack
from amie_planner.documents.blocks import Block, Gap, Rule
from amie_planner.documents.house_style import Part, PrintStyle, paragraph, strong
from amie_planner.documents.running_order import clock, length
from amie_planner.documents.wording import leads, unsaid_music, with_label
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, TeamMember
from amie_planner.domain.timing import Slot, Timing


def about_activity(activity: Activity, member: TeamMember, plan: Plan, *, brief: bool) -> Iterator[tuple[Part, ...]]:
    """Who leads; to who does, all they have to know; to who helps there, what is to choose and how."""
    choice = with_label("They choose", words.choice(activity))
    if member.id not in activity.leads:
        yield from ((leads(activity, plan),), choice)
        return
    who = _you_lead(member, activity, plan)
    aim, does = with_label("Aim", activity.aim), (activity.instructions or "",)
    music = with_label("Music", words.listed(words.music_name(m) for m in unsaid_music(activity)))
    kit = with_label("Kit", ", ".join(activity.kit))
    yield from ((who, *music, *kit, *choice), aim, does) if brief else ((who,), aim, does, music, choice, kit)


def _you_lead(member: TeamMember, activity: Activity, plan: Plan) -> str:
    """You lead, with Class support and a young person."""
    others = [words.member_name(id, plan) for id in activity.leads if id != member.id]
    beside = words.listed((*others, "a young person" if activity.young_lead else ""))
    return f"You lead, with {beside}." if beside else "You lead."


def titles(style: PrintStyle, slots: Iterable[Slot], plan: Plan, timing: Timing, *, brief: bool) -> Block:
    """What others do meanwhile: a line for each, or in brief one after another."""
    said = [tuple(_title(slot, plan, timing)) for slot in slots]
    lines = [tuple(part for parts in said for part in (*parts, " "))] if brief else said
    gap = Gap(style.small * 0.4)
    return Stack((gap, *(paragraph(style, *parts) for parts in lines), gap, Rule(0.7)))


def _title(slot: Slot, plan: Plan, timing: Timing) -> Iterator[Part]:
    title, at = words.activity_title(slot.activity), clock(slot, timing)
    yield strong(title if title.startswith(at) else f"{at} {title}".strip())
    yield f" ({length(slot)}). " if slot.activity.minutes is not None else ". "
    yield leads(slot.activity, plan)
