"""Activities and first plans on the desk: their rows in words, what suits a setting first, what a plan holds."""

from __future__ import annotations

import pytest

from amie_planner.domain import activities, plan_templates
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryActivity, PlanTemplate
from amie_planner.ui.models.activities import NEW_TITLE, OpenActivities, OpenPlans, holds
from amie_planner.ui.workspace import Workspace

FIRST = activities.starter()[0]
CAME = plan_templates.templates()[0]
MINE = PlanTemplate.made(id="own-1", title="Drums that ask", setting="choir", minutes=45)


def test_a_row_says_kind_length_whose_it_is_and_what_it_is_for(workspace: Workspace):
    own = LibraryActivity.made(id="own-1", title="Drum talk", kind="play", minutes=8, aim="A talk in\nsound")
    row = OpenActivities(workspace).row(own)
    assert (row.text, row.about, row.found) == ("Drum talk", "Play · 8 minutes · your own", "A talk in sound")
    assert row.spoken == "Drum talk. Play · 8 minutes · your own. A talk in sound"


def test_what_came_and_was_altered_says_so_until_it_is_as_it_came(workspace: Workspace):
    shelf = OpenActivities(workspace)
    shelf.alter(FIRST, "Title", title="Mine")
    altered = shelf.entry(FIRST.id)
    assert altered is not None
    assert shelf.whose(altered) == "altered by you"
    assert workspace.history.undoText() == f"Change ‘Title’ of ‘{FIRST.title}’"
    shelf.as_it_came(altered)
    assert shelf.entry(FIRST.id) == FIRST
    assert workspace.own(LibraryActivity) == ()


def test_what_came_is_taken_off_and_put_on_the_shelf_again(workspace: Workspace):
    shelf = OpenActivities(workspace)
    shelf.remove(FIRST)
    assert FIRST.id not in {entry.id for entry in shelf.shelf.entries}
    (off,) = shelf.taken_off.entries
    shelf.put_back(off)
    assert shelf.shelf.entries == activities.starter()
    assert workspace.history.undoText() == f"Put ‘{FIRST.title}’ on the shelf"


def test_an_added_activity_stands_on_top_in_one_step(workspace: Workspace):
    shelf = OpenActivities(workspace)
    id = shelf.add()
    assert (shelf.shelf.entries[0].id, shelf.shelf.entries[0].title) == (id, NEW_TITLE)
    workspace.history.undo()
    assert shelf.shelf.entries == activities.starter()


@pytest.mark.parametrize("asks", [{"setting": "choir"}, {"kind": "sing"}, {"barrier": "attitudes"}, {"words": "drum"}])
def test_each_filter_asks_what_the_shelf_understands(workspace: Workspace, asks: dict[str, str]):
    shelf = OpenActivities(workspace)
    found = shelf.shelf.found(shelf.wanted(**{"words": ""} | asks))
    assert 0 < len(found) < len(activities.starter())


def test_first_plans_are_found_by_setting_and_by_what_they_hold(workspace: Workspace):
    workspace.do("Begin", [add(MINE)])
    shelf = OpenPlans(workspace)
    assert len(shelf.shelf.entries) == len(plan_templates.templates()) + 1
    assert next(entry.id for entry in shelf.shelf.found(shelf.wanted("", setting="choir"))) == "own-1"
    line = next(line for line in holds(CAME) if line.id == "Running order/0")
    assert CAME in shelf.shelf.found(shelf.wanted(line.text))
    assert shelf.row(MINE).spoken == "Drums that ask. Choir · 45 minutes. your own"


@pytest.mark.parametrize("template", plan_templates.templates(), ids=lambda template: template.id)
def test_every_line_of_a_first_plan_is_said_under_its_heading(template: PlanTemplate):
    lines = holds(template)
    parts = (template.intentions, template.activities, template.expects, template.adaptations)
    assert len(lines) == sum(map(len, parts))
    assert len([line for line in lines if line.heading]) == sum(map(bool, parts))
    assert all(line.text and line.text in line.spoken for line in lines)
