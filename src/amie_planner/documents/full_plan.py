"""Full plan: one session for a hub, a commissioner or a partner school, without anybody's name.

Lines are numbered so that what HEARD asks about can be found. No row stands for a person, and nobody's own words
are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amie_planner.checks.check import Finding
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.easy_read import plainer
from amie_planner.documents.full_plan_heard import heard
from amie_planner.documents.house_style import (
    PrintStyle,
    adaptation,
    entry,
    heading,
    labelled,
    paragraph,
    section,
    table,
)
from amie_planner.documents.naming import Names
from amie_planner.documents.numbering import Numbers
from amie_planner.documents.running_order import about_its_time, bar, clock, length, parts_of_day, sign, when
from amie_planner.documents.wording import capitalised, carried_out, for_whom, leads, sentence, with_label
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, ByDesign, Intention
from amie_planner.domain.timing import Slot, Timing, timing
from amie_planner.domain.vocabulary import Barrier, Reach, label


def _compose(plan: Plan, findings: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    made = _FullPlan(plan, names, Numbers(plan), style)
    times = timing(plan)
    blocks = (
        *made.facts(times),
        *made.intentions(),
        *made.running_order(times),
        *made.changes(),
        *made.music(),
        *heard(style, plan, findings, made.numbers),
    )
    return Sheet(blocks, style, f"Plan: {plan.session.title}", f"Names shown: {names}")


FULL_PLAN = Document(
    id="full-plan",
    label="Full plan",
    audience="For a hub, a commissioner or a partner school. It names no young person.",
    names=(Names.NONE, Names.CODE),
    compose=_compose,
)


@dataclass(frozen=True)
class _FullPlan:
    plan: Plan
    names: Names
    numbers: Numbers
    style: PrintStyle

    def facts(self, times: Timing) -> Iterator[Block]:
        session, programme = self.plan.session, self.plan.programme
        number = f"Session {session.number}" if session.number is not None else ""
        yield heading(self.style, 1, session.title)
        yield paragraph(self.style, " · ".join(filter(None, (programme.title, number))))
        yield paragraph(self.style, when(self.plan, times))
        yield from bar(self.style, times)
        runs = " to ".join(words.day(date) for date in (programme.starts, programme.ends) if date)
        facts = {
            "Organisation": programme.organisation,
            "Setting": label("setting", programme.setting),
            "Place": programme.place,
            "Programme runs": runs,
            "Team": words.listed(words.member_name(m.id, self.plan) for m in self.plan.team),
            "Status": label("status", session.status),
            "Aims": programme.aims,
        }
        lines = [labelled(self.style, name, sentence(text)) for name, text in facts.items() if text]
        yield section(self.style, "About the programme", *lines)

    def intentions(self) -> Iterator[Block]:
        blocks = [self._intention(i) for i in self.plan.intentions]
        nothing = paragraph(self.style, "No intention is written down.")
        yield section(self.style, "Intentions", *(_spaced(blocks) if blocks else (nothing,)))

    def _intention(self, intention: Intention) -> Block:
        name = f"{self.numbers.intention(intention.id)} · {label('area', intention.area) or 'Intention'}"
        notice = with_label("We would notice", intention.notice or "not written down")
        return labelled(self.style, name, sentence(intention.text), *notice)

    def running_order(self, times: Timing) -> Iterator[Block]:
        for part in parts_of_day(times):
            nothing = () if part.slots else (paragraph(self.style, "No activity is written down."),)
            yield section(self.style, part.title, *(self._entry(slot, times) for slot in part.slots), *nothing)

    def _entry(self, slot: Slot, times: Timing) -> Block:
        activity = slot.activity
        title = f"{self.numbers.activity(activity.id)} · {words.activity_title(activity)}"
        serves = [i.id for i in self.plan.intentions if i.id in activity.serves]
        lines = (
            (leads(activity, self.plan), " ", capitalised(sentence(words.started(activity)))),
            *((about,) for about in about_its_time(slot, times)),
            with_label("Aim", activity.aim),
            (activity.instructions or "",),
            with_label("They choose", words.choice(activity)),
            with_label("Kit", ", ".join(activity.kit)),
            (
                *with_label(plainer(self.style, "Serves"), self.numbers.intentions(serves)),
                *with_label(plainer(self.style, "Adaptations"), self.numbers.adaptations_in(activity.id)),
            ),
        )
        blocks = (paragraph(self.style, *parts) for parts in lines)
        return entry(self.style, clock(slot, times), length(slot), title, *blocks, sign=sign(slot))

    def changes(self) -> Iterator[Block]:
        groups = _by_barrier(self.plan)
        if groups:
            blocks = (block for name, held in groups.items() for block in self._group(name, held))
            yield section(self.style, plainer(self.style, "Adaptations, by what is in the way"), *blocks)

    def _group(self, name: str, held: list[Adaptation | ByDesign]) -> Iterator[Block]:
        yield Gap(self.style.small * 0.6)
        yield heading(self.style, 3, name)
        yield from _spaced([self._by_design(h) if isinstance(h, ByDesign) else self._change(h) for h in held])

    def _change(self, change: Adaptation) -> Block:
        whom = for_whom(change, self.plan) if self.names is Names.CODE else label("reach", change.reach)
        name = " · ".join(filter(None, (self.numbers.adaptation(change.id), whom)))
        where = with_label("Where", self.numbers.where(change))
        return adaptation(self.style, name, *carried_out(self.style, change, self.plan, setting_up=True), *where)

    def _by_design(self, met: ByDesign) -> Block:
        where = with_label("Where", self.numbers.activities((met.activity,) if met.activity else ()))
        return adaptation(self.style, plainer(self.style, "By design"), sentence(met.how), *where)

    def music(self) -> Iterator[Block]:
        rows = [
            (
                f"{words.music_name(m)} (activity\u00a0{self.numbers.activity(a.id)})",
                "; ".join(label("genre", g) for g in m.genres) or "–",
                "; ".join(label("practice", p) for p in m.practices) or "–",
                label("started", m.chosen_by) or "–",
                m.credit or "–",
            )
            for a in self.plan.activities
            for m in a.music
        ]
        if rows:
            headers = ("Music", "Genre", "How it is made", "Chosen by", "Credit")
            yield section(self.style, "Music", Gap(4), table(self.style, headers, rows, (5, 4, 4, 3, 4)))


def _spaced(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield Gap(4)
        yield block


def _by_barrier(plan: Plan) -> dict[str, list[Adaptation | ByDesign]]:
    """What answers each barrier, in the order of the vocabulary; what names none comes last."""
    barriers = {r.id: r.barrier for r in plan.requirements}
    groups: dict[str, list[Adaptation | ByDesign]] = {label("barrier", b): [] for b in Barrier}
    for change in plan.adaptations:
        answered = {*change.barriers, *(barriers.get(id) for id in change.requirements)} - {None}
        first = next((b for b in Barrier if b in answered), None)
        everyone = change.reach is Reach.EVERYONE
        groups.setdefault(label("barrier", first) or ("For everyone" if everyone else "Also"), []).append(change)
    for met in plan.by_design:
        barrier = met.barrier or barriers.get(met.requirement or "")
        groups.setdefault(label("barrier", barrier) or "Also", []).append(met)
    return {name: held for name, held in groups.items() if held}
