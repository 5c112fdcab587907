"""A session in the room as the leader reads it: what is now and next, the minutes left, and the whole below.

Until private words are wanted, no change is shown but those for everyone, and every known name of a young person is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from amie_planner.domain import carrying_on, voicing, words
from amie_planner.domain.names import Names, hits, known_names
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation
from amie_planner.domain.running import Group, Phase, Running
from amie_planner.domain.steps import State, Step
from amie_planner.domain.timing import shown
from amie_planner.domain.vocabulary import Reach
from amie_planner.ui.models.presses import may_begin, unusual

NOW = "Now"
SOON = 2
"""Minutes left at which it is said once."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A plan's words, with or without what is private."""

    plan: Plan
    private: bool
    names: Names

    @classmethod
    def of(cls, plan: Plan, *, private: bool) -> Wording:
        """The words of a plan."""
        return cls(plan, private, known_names(plan))

    def shown(self, *, private: bool) -> Wording:
        """The same plan's words with or without what is private."""
        return replace(self, private=private)

    def said(self, text: str | None) -> str:
        """A text in one line; names of young people are left out unless private words are wanted."""
        line, at, parts = " ".join((text or "").split()), 0, []
        for found in () if self.private else hits(line, self.names):
            parts += [line[at : found.start], "(name)"]
            at = found.end
        return "".join((*parts, line[at:]))

    def title(self, activity: Activity) -> str:
        """What an activity is called."""
        return self.said(words.activity_title(activity))

    def changes(self, activity: Activity) -> tuple[str, ...]:
        """What changes in an activity and for whom; of what is hidden, only how many changes they are."""
        here = [d for d in self.plan.adaptations if d.activities == "all" or activity.id in d.activities]
        shown_here = [d for d in here if self.private or self._is_for_all(d)]
        whom = ((words.adapted_for(d, self.plan), carrying_on.what(d)) for d in shown_here)
        said = tuple(f"{who}: {what}" if who else what for who, what in whom)
        hidden, more = len(here) - len(said), "more " if said else ""
        return (*said, f"{hidden} {more}change{'' if hidden == 1 else 's'} here (hidden)") if hidden else said

    def ideas(self, activity: str | None = None) -> tuple[str, ...]:
        """The ideas of young people that were taken into an activity to be tried there, or into the whole session."""
        here = (self.plan.session.id, activity)
        taken = (e for e in voicing.to_try(self.plan) if any((t.session, t.activity) == here for t in e.touches))
        return tuple(f"An idea to try: {self.said(voicing.title(entry))}" for entry in taken)

    def _is_for_all(self, change: Adaptation) -> bool:
        """What everyone is given is nobody's secret, unless it names a young person."""
        return change.reach is Reach.EVERYONE and not hits(carrying_on.what(change), self.names)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one group. `number` and `left` are read together: 7, minutes left of 12."""

    strand: str
    name: str
    title: str
    about: str
    instructions: str
    choice: str
    changes: tuple[str, ...]
    number: str
    left: str
    gone: int
    length: int | None
    next: str

    @property
    def spoken(self) -> str:
        """The whole in one go."""
        now = f"Now: {self.title}" if self.number else self.title
        time = f"{self.number} {self.left}" if self.number else self.left
        parts = (self.name, now, time, self.about, self.instructions, self.choice, *self.changes, self.next)
        return ". ".join(part.rstrip(".") for part in parts if part).replace("?. ", "? ")


def group_shown(run: Running, group: Group, wording: Wording) -> Shown:
    """What one group does now and next."""
    name = wording.said(group.strand)
    if group.now is None:
        title = "Waits for the others" if group.next or group.strand else "Everything is done"
        return Shown(group.strand, name, title, "", "", "", (), "", "", 0, None, _next(run, group, wording))
    activity = group.now.activity
    first_line = next((line for line in (activity.instructions or "").splitlines() if line.strip()), "")
    number, left = minutes_left(run, group.now)
    return Shown(
        group.strand,
        name,
        wording.title(activity),
        wording.said(words.leaders(activity, wording.plan)),
        wording.said(first_line),
        wording.said(words.choice(activity)),
        (*wording.changes(activity), *wording.ideas(activity.id)),
        number,
        left,
        run.gone(group.now),
        group.now.length,
        _next(run, group, wording),
    )


def minutes_left(run: Running, step: Step) -> tuple[str, str]:
    """A number and what it counts: minutes left, minutes over, or minutes so far where it has no length."""
    left = run.left(step)
    if left is None:
        gone = run.gone(step)
        return str(gone), f"minute{'' if gone == 1 else 's'} so far, no length planned"
    given = f" ({step.added} added)" if step.added else ""
    if left < 0:
        return str(-left), f"minute{'' if left == -1 else 's'} over its {step.length}{given}"
    over = ": time is up" if left == 0 else ""
    return str(left), f"minute{'' if left == 1 else 's'} left of {step.length}{given}{over}"


def _next(run: Running, group: Group, wording: Wording) -> str:
    if not group.next:
        return "Nothing comes after this"
    if len(group.next) > 1:
        each = (f"{wording.said(s.activity.strand)}: {_named(s, wording)}" for s in group.next)
        return f"Next, in groups: {'; '.join(each)}"
    together = len(run.groups) > 1 and not group.own
    return f"{'Next, all together' if together else 'Next'}: {_named(group.next[0], wording)}"


def _named(step: Step, wording: Wording) -> str:
    length = f", {words.minutes(step.activity.minutes)}" if step.activity.minutes is not None else ""
    return f"{wording.title(step.activity)}{length}"


def against_plan(run: Running) -> str:
    """How the session stands against its plan, in one sentence; nothing where no length is planned."""
    behind = run.behind
    if behind is None or all(step.length is None for step in run.steps):
        return f"Ended {shown(run.ended)}" if run.ended is not None else ""
    far = words.minutes(abs(behind))
    if run.phase is Phase.OVER:
        how = f"{far} {'later' if behind > 0 else 'earlier'} than planned" if behind else "as planned"
        return f"Ended {shown(run.to_end + behind)}, {how}"
    end = shown(run.to_end + behind)
    if behind == 0:
        said = f"On time: ends {end}"
    else:
        said = f"About {far} {'behind' if behind > 0 else 'ahead'}: ends {end} rather than {shown(run.to_end)}"
    too_late = run.until is not None and run.until != run.to_end and run.to_end + behind > run.until
    return f"{said}; the session is until {shown(run.until or 0)}" if too_late else said


@dataclass(frozen=True, slots=True)
class StepRow:
    """One activity of the whole: how it stands, when it was to be and when it was."""

    id: str
    text: str
    state: str
    planned: str
    actual: str

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.text, self.state, self.planned, self.actual) if part)


def rows(run: Running, wording: Wording) -> tuple[StepRow, ...]:
    """Every activity but Plan B, planned and actual."""
    return tuple(_row(run, step, wording) for step in run.steps)


def _row(run: Running, step: Step, wording: Wording) -> StepRow:
    group = wording.said(step.activity.strand)
    title = wording.title(step.activity)
    text = f"{title} ({group})" if group else title
    when = (shown(step.planned) if step.planned is not None else "", words.minutes(step.activity.minutes))
    state = {State.TO_COME: "Not done" if run.phase is Phase.OVER else "To come", State.UNDER_WAY: NOW}
    said = state.get(step.state, step.state.capitalize())
    return StepRow(step.activity.id, text, said, f"Planned {', '.join(filter(None, when))}", ", ".join(_actual(step)))


def _actual(step: Step) -> Iterator[str]:
    if step.start is not None:
        yield f"Began {shown(step.start)}"
    if step.minutes is not None:
        took = f"took {words.minutes(step.minutes)}"
        yield took if step.start is not None else took.capitalize()
        more = step.minutes - (step.activity.minutes or 0)
        if step.activity.minutes is not None and more:
            yield f"{abs(more)} {'more' if more > 0 else 'fewer'} than planned"
    if step.added:
        yield f"{step.added} added in the room"


def news(before: Mapping[str, int], run: Running, wording: Wording) -> tuple[str, ...]:
    """What time has brought since `before`, the minutes left by activity: a little left, or none. Each is said once."""
    told = []
    for group in run.groups:
        left = run.left(group.now) if group.now is not None else None
        if group.now is None or left is None or group.now.activity.id not in before:
            continue
        had, title = before[group.now.activity.id], wording.title(group.now.activity)
        if had > 0 >= left:
            told.append(f"Time is up: {title}")
        elif had > SOON >= left > 0:
            told.append(f"{words.minutes(left)} left: {title}")
    return tuple(told)


def lefts(run: Running) -> dict[str, int]:
    """The minutes left of all that is under way, by activity."""
    under_way = (group.now for group in run.groups if group.now is not None)
    return {step.activity.id: left for step in under_way if (left := run.left(step)) is not None}


def session_shown(run: Running, wording: Wording, now: datetime) -> Shown:
    """What is shown of the whole where no group does anything: before it begins, left running, over."""
    title, about = _standing(run, wording.plan, now)
    first = run.groups[0] if run.phase is Phase.NOT_BEGUN and run.groups else None
    following = _next(run, first, wording).replace("Next", "First", 1) if first is not None and first.next else ""
    ideas = wording.ideas() if may_begin(run, wording.plan, now) else ()
    return Shown("", "", title, about, "", "", ideas, "", "", 0, None, following)


def _standing(run: Running, plan: Plan, now: datetime) -> tuple[str, str]:
    held = words.day_and_month(run.day, now.date())
    if run.phase is Phase.LEFT_RUNNING:
        return f"This session was left running on {held}. End it?", ""
    if run.phase is Phase.OVER:
        return "The session is over", against_plan(run)
    if not run.steps:
        return "There is nothing to run yet", "Add an activity in the plan."
    if not may_begin(run, plan, now):
        return f"This session was held on {held}", "No times were kept."
    return "Not begun yet", " ".join(said for said, _ in unusual(plan, now))


def began(run: Running, wording: Wording) -> tuple[str, ...]:
    """What is said of a press: what each group does now and next, group by group."""
    shown_now = (group_shown(run, group, wording) for group in run.groups)
    return tuple(
        ". ".join(part for part in (of.name, f"Now: {of.title}" if of.number else of.title, of.next) if part)
        for of in shown_now
    )
