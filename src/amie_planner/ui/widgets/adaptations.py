"""What changes inside an activity, and for whom: an adaptation attached to requirements where they bite."""

from __future__ import annotations

from typing import Any

from amie_planner.domain import edits, words
from amie_planner.domain.access import Answered, grid
from amie_planner.domain.records import Adaptation, Requirement
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, form_of
from amie_planner.ui.widgets.fields import (
    ChoiceField,
    FlagField,
    LongTextField,
    NumberField,
    TextField,
    WordsField,
)
from amie_planner.ui.widgets.keeping import Keeping
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenSession, shortened


def adaptations_of(desk: OpenSession, activity: str) -> Kept:
    """The adaptations of one activity, those for the whole session included."""

    def here() -> list[Adaptation]:
        return [d for d in desk.plan.adaptations if d.activities == "all" or activity in d.activities]

    def read() -> list[Entry]:
        plan = desk.plan
        return [Entry(d.id, _line(d, words.adapted_for(d, plan))) for d in here()]

    def add() -> str:
        plan = desk.plan
        title = words.activity_title(next(a for a in plan.activities if a.id == activity))
        unanswered = unmet(desk, activity)
        asked = (unanswered[0].id,) if len(unanswered) == 1 else ()
        id, changes = edits.adapt(plan, activities=(activity,), requirements=asked)
        desk.do(f"Add a change to ‘{shortened(title)}’", changes)
        return id

    def remove(id: str) -> None:
        desk.do("Remove a change", edits.remove_adaptation(desk.series, desk.session, id))

    return Kept(
        "change",
        "Nothing changes here yet.",
        read,
        add,
        remove,
        lambda id: _form(desk, id),
    )


def _form(desk: OpenSession, id: str) -> Stack:
    stack = form_of(desk, lambda: desk.plan.adaptations, id, _asked(desk))
    stack.part(Keeping(desk, id))
    return stack


def unmet(desk: OpenSession, activity: str) -> list[Requirement]:
    """Access requirements that nothing in an activity answers yet."""
    cells = (cell for cell in grid(desk.plan) if cell.activity.id == activity)
    return [cell.requirement for cell in cells if cell.answer is Answered.NOT_YET]


def _line(adaptation: Adaptation, whom: str) -> str:
    what = adaptation.what or "a change to be described"
    return f"{whom}: {what}" if whom else what[:1].upper() + what[1:]


def _asked(desk: OpenSession) -> tuple[Asked, ...]:
    plan = desk.plan
    requirements, team, activities = options.requirements(plan), options.team(plan), options.activities(plan)
    whom = (
        Asked("requirements", "Which access requirements it answers", lambda: ManyField(requirements))
        if requirements
        else Asked("barriers", "Which barriers it answers", lambda: ManyField(options.of("barrier")))
    )
    return (
        Asked("what", "What changes", LongTextField),
        whom,
        Asked("reach", "Who it is for", lambda: ChoiceField(options.of("reach"))),
        *((Asked("who", "Who does it", lambda: ChoiceField(team)),) if team else ()),
        Asked("kit", "With what", WordsField, "With commas between them."),
        Asked("nothing_needed", "Nothing needed", lambda: FlagField("Nothing is needed for it")),
        Asked("setup_minutes", "Minutes to set it up", NumberField),
        Asked("set_up", "When it is set up", lambda: ChoiceField(options.of("set_up"))),
        Asked("fallback", "If it fails", TextField),
        Asked("activities", "In which activities", lambda: _WhereField(activities)),
    )


class _WhereField(ManyField):
    """Activities to tick; one that is for all of them stays so until it is changed here."""

    def __init__(self, offered: options.Options) -> None:
        super().__init__(offered)
        self._all = tuple(key for key, _ in offered)
        self._was_all = False

    def value(self) -> Any:
        chosen = super().value()
        return "all" if self._was_all and chosen == self._all else chosen

    def show_value(self, value: Any) -> None:
        self._was_all = value == "all"
        super().show_value(self._all if self._was_all else value)
