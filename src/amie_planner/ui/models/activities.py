"""The shelves of activities and of first plans on the desk: as rows, in words, and the door for changes to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from amie_planner.domain import activities, library, plan_templates, words
from amie_planner.domain.activities import Shelf, Wanted
from amie_planner.domain.edits.activities import add_to_shelf
from amie_planner.domain.records import LibraryActivity, PlanTemplate, TemplateAdaptation
from amie_planner.domain.shelves import Folded, in_order
from amie_planner.domain.vocabulary import Kind, label
from amie_planner.ui.models.open_shelf import OpenShelf, ShelfRow
from amie_planner.ui.workspace import Workspace, shortened

NEW_TITLE = "Activity to be named"
_ANY_SETTING = {"setting": "Setting"}
_OF_A_SETTING = {"kind": "Kind of activity", "barrier": "What it keeps out of the way"}
_AIM = 140
"""Characters of what an activity is for, in a list."""


class OpenActivities(OpenShelf[LibraryActivity]):
    """The activities on the shelf now; where a setting is given, what suits it comes first and it is not asked for."""

    one, many = "activity", "activities"

    def __init__(self, workspace: Workspace, setting: str = "") -> None:
        self._setting = setting
        super().__init__(
            workspace, LibraryActivity, Shelf(()), _OF_A_SETTING if setting else _ANY_SETTING | _OF_A_SETTING
        )

    def _everything(self, kept: tuple[LibraryActivity, ...]) -> tuple[LibraryActivity, ...]:
        every = activities.everything(kept)
        return tuple(sorted(every, key=lambda entry: not activities.suits(entry, self._setting)))

    def came(self, id: str) -> LibraryActivity | None:
        """The entry that came with the program under this id."""
        return activities.as_it_came(id)

    def row(self, entry: LibraryActivity) -> ShelfRow:
        """Its kind and length, what it is for, and whose it is."""
        kind = label("kind", entry.kind) if entry.kind else ""
        facts = (kind, words.minutes(entry.minutes) if entry.minutes else "", self.whose(entry))
        about = " · ".join(part for part in facts if part)
        return ShelfRow(entry.id, entry.title, about, shortened(entry.aim or "", _AIM))

    def wanted(self, words: str, **asked: Any) -> Wanted:
        """What is looked for."""
        kind = Kind(asked["kind"]) if asked.get("kind") else None
        return Wanted(words, **asked | {"setting": asked.get("setting") or "", "kind": kind})

    def add(self) -> str:
        """Adds an activity of the leader's own; gives its id."""
        id, changes = add_to_shelf(self.kept, title=NEW_TITLE)
        self.workspace.do("Add an activity to the library", changes)
        return id


@dataclass(frozen=True, slots=True)
class WantedPlan:
    """Words and a setting. What is empty asks nothing."""

    words: str = ""
    setting: str | None = None


class PlanShelf(Folded[PlanTemplate]):
    """First plans ready to be searched."""

    @staticmethod
    def said(entry: PlanTemplate) -> str:
        return "\n".join((entry.title, *(f"{line.text} {line.below}" for line in holds(entry))))

    def found(self, wanted: WantedPlan) -> tuple[PlanTemplate, ...]:
        """The plans for a setting that hold every word, the nearest first."""
        held = self.holding(wanted.words)
        return tuple(entry for entry in held if wanted.setting in (None, entry.setting))


class OpenPlans(OpenShelf[PlanTemplate]):
    """The first plans on the shelf now; where a setting is given, those for it come first."""

    one, many = "first plan", "first plans"

    def __init__(self, workspace: Workspace, setting: str = "") -> None:
        self._setting = setting
        super().__init__(workspace, PlanTemplate, PlanShelf(()), _ANY_SETTING)

    def _everything(self, kept: tuple[PlanTemplate, ...]) -> tuple[PlanTemplate, ...]:
        every = in_order(kept, plan_templates.templates())
        return tuple(sorted(every, key=lambda plan: bool(self._setting) and plan.setting != self._setting))

    def came(self, id: str) -> PlanTemplate | None:
        """The first plan that came with the program under this id."""
        return plan_templates.as_it_came(id)

    def row(self, entry: PlanTemplate) -> ShelfRow:
        """Its setting and length, and whose it is."""
        setting = label("setting", entry.setting) if entry.setting else ""
        about = " · ".join(part for part in (setting, words.minutes(entry.minutes) if entry.minutes else "") if part)
        return ShelfRow(entry.id, entry.title, about, self.whose(entry))

    def wanted(self, words: str, **asked: Any) -> WantedPlan:
        """What is looked for."""
        return WantedPlan(words, **asked)


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One line of what a first plan holds; `heading` begins a part and stands in its first line."""

    id: str
    text: str
    below: str = ""
    heading: str = ""

    @property
    def spoken(self) -> str:
        """The line in the order in which it is read."""
        return ". ".join(part.rstrip(".") for part in (self.heading, self.text, self.below) if part)


def holds(template: PlanTemplate) -> list[HeldLine]:
    """What a first plan holds, in words."""
    parts = (
        ("What it is for", [(i.text or "", i.notice or "") for i in template.intentions]),
        ("Running order", [_line(fields) for fields in plan_templates.running_order(template)]),
        ("Expected to be in the way", [(label("barrier", barrier), "") for barrier in template.expects]),
        ("What changes", [_change(each) for each in template.adaptations]),
    )
    return [
        HeldLine(f"{heading}/{n}", text, below, "" if n else heading)
        for heading, lines in parts
        for n, (text, below) in enumerate(lines)
    ]


def _line(fields: dict[str, Any]) -> tuple[str, str]:
    kind = label("kind", fields["kind"]) if fields.get("kind") else ""
    minutes = words.minutes(fields["minutes"]) if fields.get("minutes") else ""
    facts = (kind, minutes, "Plan B" if fields.get("skip") else "", fields.get("aim") or "")
    return fields.get("title") or NEW_TITLE, " · ".join(part for part in facts if part)


def _change(change: TemplateAdaptation) -> tuple[str, str]:
    entry = library.as_it_came(change.library) if change.library else None
    what = change.what or (entry.title if entry else "") or "A change to be described"
    return what, ", ".join(label("barrier", barrier) for barrier in change.barriers)
