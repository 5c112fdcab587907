"""The shelves of activities and first plans: found, altered and begun from by keys, and nothing of the file changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands, heard, in_front

from amie_planner.domain import activities, plan_templates
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryActivity, PlanTemplate
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.models.activities import NEW_TITLE
from amie_planner.ui.screens.library import ACTIVITIES, CHANGES, PLANS, LibraryScreen
from amie_planner.ui.widgets.plan_entry import ask_and_begin
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
FIRST, SECOND = activities.starter()[:2]
PLAN = plan_templates.templates()[1]
PROGRAMME = load(SPACE_SOUNDS).programme
MINE = PlanTemplate.made(id="own-1", title="Drums that ask", setting="choir", activities=[{"id": "a1", "title": "Ask"}])


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace) -> LibraryScreen:
    workspace.do("Begin", [add(MINE)])
    return in_front(qtbot, LibraryScreen(workspace), 1200, 800)


@pytest.fixture
def hands(screen: LibraryScreen) -> Hands:
    return Hands(screen)


def own(workspace: Workspace) -> tuple[LibraryActivity, ...]:
    return workspace.own(LibraryActivity)


def on_activities(screen: LibraryScreen) -> None:
    screen.faces.choose(ACTIVITIES)
    screen.activities.finder.line.setFocus()


def on_plans(screen: LibraryScreen) -> None:
    screen.faces.choose(PLANS)
    screen.plans.finder.line.setFocus()


def test_the_shelves_are_reached_by_arrows_and_each_offers_its_own_buttons(screen: LibraryScreen, hands: Hands):
    screen.faces.buttons[CHANGES].setFocus()
    hands.press(Key.Key_Right)
    assert screen.activities.finder.isVisible()
    assert screen.add_activity.isVisible()
    assert not screen.share_button.isVisible()
    hands.press(Key.Key_Right)
    assert screen.plans.finder.isVisible()
    assert not screen.add_activity.isVisible()


def test_an_activity_is_altered_by_keys_and_put_back_as_it_came(
    screen: LibraryScreen, hands: Hands, workspace: Workspace, store: Store
):
    on_activities(screen)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert hands.name == "Title"
    hands.write("Ready, all of us")
    hands.fill("Minutes", "12")
    assert own(workspace) == (FIRST.revised(title="Ready, all of us", minutes=12),)
    assert store.all(LibraryActivity) == own(workspace)
    assert screen.activities.entry.about.text() == "Came with the program, altered by you"
    screen.activities.entry.as_it_came.click()
    assert own(workspace) == ()
    assert screen.activities.entry.form.basics.fields["title"].value() == FIRST.title
    assert activities.starter()[0] == FIRST


def test_one_of_ones_own_is_added_and_removed(screen: LibraryScreen, hands: Hands, workspace: Workspace):
    on_activities(screen)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Insert)
    assert hands.name == "Title"
    hands.write("Echo")
    hands.press(Key.Key_Tab)
    assert [each.title for each in own(workspace)] == ["Echo"]
    hands.go_to("Activities on the shelf", back=True)
    hands.press(Key.Key_Delete)
    assert own(workspace) == ()
    assert workspace.history.undoText() == "Remove ‘Echo’ from the library"


def test_what_came_is_taken_off_the_shelf_and_put_on_again(screen: LibraryScreen, hands: Hands, workspace: Workspace):
    on_activities(screen)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Delete)
    assert screen.activities.entry.shown == SECOND.id
    hands.go_to("Show those taken off the shelf", back=True)
    hands.press(Key.Key_Space)
    assert [row.id for row in screen.activities.finder.model.rows] == [FIRST.id]
    hands.push("Put on the shelf")
    assert own(workspace) == ()


CHOICES: dict[str, tuple[str, str, Callable[[LibraryActivity], bool]]] = {
    "setting": ("Setting", "Choir", lambda each: activities.suits(each, "choir")),
    "kind": ("Kind of activity", "Sing", lambda each: each.kind == "sing"),
    "barrier": (
        "What it keeps out of the way",
        "Attitudes",
        lambda each: "attitudes" in activities.designs_out(each),
    ),
}


@pytest.mark.parametrize("by", list(CHOICES))
def test_activities_are_found_by_setting_kind_and_barrier(screen: LibraryScreen, hands: Hands, by: str):
    name, option, answers = CHOICES[by]
    on_activities(screen)
    hands.choose(name, option)
    expected = [each.id for each in activities.starter() if answers(each)]
    assert [each.id for each in screen.activities.finder.model.whole] == expected
    assert expected


def test_music_and_what_is_kept_out_of_the_way_are_written_in_lists(
    screen: LibraryScreen, hands: Hands, workspace: Workspace
):
    on_activities(screen)
    screen.add()
    form = screen.activities.entry.form
    form.music.add()
    hands.write("Rain song")
    form.by_design.add()
    form.save()
    (kept,) = own(workspace)
    assert (kept.title, kept.music[0].title, len(kept.by_design)) == (NEW_TITLE, "Rain song", 1)
    form.by_design.choose("0")
    form.by_design.view.setFocus()
    hands.press(Key.Key_Delete)
    assert own(workspace)[0].by_design == ()


def test_a_choice_and_a_card_that_say_nothing_are_not_kept(screen: LibraryScreen, workspace: Workspace):
    on_activities(screen)
    screen.add()
    form = screen.activities.entry.form
    for text in ("Who asks?", ""):
        for part, name in ((form.choice, "question"), (form.card, "word")):
            part.fields[name].show_value(text)
            part.fields[name].edited.emit()
        assert screen.save() == ""
        (kept,) = own(workspace)
        assert (kept.decision is not None, kept.card is not None) == (bool(text), bool(text))


def test_nothing_typed_in_one_activity_comes_to_stand_in_the_next(
    screen: LibraryScreen, hands: Hands, workspace: Workspace
):
    on_activities(screen)
    form = screen.activities.entry.form
    form.by_design.choose("0")
    screen.activities.finder.choose(SECOND.id)
    assert form.by_design.chosen == ""
    assert screen.save() == ""
    assert own(workspace) == ()
    shown = [row.text.split(":")[0] for row in form.by_design.model.rows]
    assert len(shown) == len(SECOND.by_design)


def test_what_cannot_be_kept_keeps_the_leader_on_its_shelf(screen: LibraryScreen, hands: Hands):
    on_activities(screen)
    told = heard(screen.said)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    hands.write(" ")
    screen.faces.choose(PLANS)
    assert screen.faces.current == ACTIVITIES
    assert screen.activities.isVisible()
    assert told[0].startswith("Not kept: Title. ")


def test_an_entry_is_gone_to_on_whichever_shelf_it_stands(screen: LibraryScreen):
    for id, at in ((SECOND.id, ACTIVITIES), (PLAN.id, PLANS), ("A03", CHANGES), ("own-1", PLANS)):
        screen.go_to(id)
        assert screen.faces.current == at
        shown = (screen.entry, screen.activities.entry, screen.plan)[at].shown
        assert shown == id
    screen.go_to("nowhere")
    assert screen.faces.current == PLANS


def test_a_session_is_begun_from_a_first_plan_by_keys(screen: LibraryScreen, hands: Hands, workspace: Workspace):
    begun: list[tuple[str, str]] = []
    screen.session_wanted.connect(lambda *ids: begun.append(ids))
    before = workspace.series(PROGRAMME.id)
    screen.go_to(PLAN.id)
    hands.meanwhile(lambda: hands.press(Key.Key_Return))
    hands.push("Begin a session from it…")
    ((programme, session),) = begun
    made = workspace.plan(programme, session)
    assert made.session.title == PLAN.title
    assert made.session.minutes == PLAN.minutes
    assert len(made.activities) == len(PLAN.activities)
    last = before.in_order()[-1].session.date
    assert last is not None
    assert made.session.date is not None
    assert made.session.date > last
    workspace.history.undo()
    assert workspace.series(PROGRAMME.id) == before


def test_beginning_may_be_given_up(screen: LibraryScreen, hands: Hands, workspace: Workspace):
    before = workspace.series(PROGRAMME.id)
    screen.go_to(PLAN.id)
    hands.meanwhile(lambda: hands.press(Key.Key_Escape))
    hands.push("Begin a session from it…")
    assert workspace.series(PROGRAMME.id) == before


def test_without_a_programme_there_is_nothing_to_begin_in(qtbot: QtBot, store: Store):
    empty = Workspace(store)
    made = LibraryScreen(empty)
    qtbot.addWidget(made)
    with pytest.raises(AmieError, match="no programme yet"):
        ask_and_begin(made, empty, PLAN)


def test_ones_own_first_plan_is_removed_and_comes_back_by_undo(
    screen: LibraryScreen, hands: Hands, workspace: Workspace
):
    on_plans(screen)
    assert screen.plan.shown == "own-1"
    assert [row.text for row in screen.plan.form.model().rows] == ["Ask"]
    hands.push("Remove")
    assert workspace.own(PlanTemplate) == ()
    assert screen.plan.shown == plan_templates.templates()[0].id
    workspace.history.undo()
    assert workspace.own(PlanTemplate) == (MINE,)


def test_what_a_first_plan_holds_is_read_by_arrows_from_its_beginning(screen: LibraryScreen, hands: Hands):
    screen.go_to(PLAN.id)
    hands.press(Key.Key_Return)
    assert hands.name == f"What ‘{PLAN.title}’ holds"
    hands.press(Key.Key_Down, times=3)
    screen.go_to(plan_templates.templates()[2].id)
    assert screen.plan.form.currentIndex().row() == 0
