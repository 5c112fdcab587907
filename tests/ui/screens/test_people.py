"""The screen of the people: everybody by alias, strengths first, and every step by keys and with a name to undo."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.people import archive_person
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Membership, Person
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.screens.people import PeopleScreen
from amie_planner.ui.widgets.fields import Field
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
TODAY = date(2026, 11, 22)
UID = load(SPACE_SOUNDS).programme.id


class Desk:
    """The screen on a real planner, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.workspace = workspace
        self.screen = PeopleScreen(workspace, TODAY)
        in_front(qtbot, self.screen, 1000, 700)
        self.screen.view.setFocus()
        self.hands = Hands(self.screen)
        self.said = heard(self.screen.said)

    @property
    def series(self) -> Series:
        return self.workspace.series(UID)

    def person(self, id: str) -> Person:
        return next(p for p in self.series.people if p.id == id)

    def change(self, id: str, **fields: Any) -> None:
        self.workspace.do("Change", [revise(self.person(id), **fields)])

    @property
    def listed(self) -> list[str]:
        return [row.spoken for row in self.screen.rows.rows]

    @property
    def undo_text(self) -> str:
        return self.workspace.history.undoText()

    def field(self, name: str) -> Field:
        assert self.screen.form is not None
        return next(form.fields[name] for form in self.screen.form.findChildren(Form) if name in form.fields)


@pytest.fixture
def people(qtbot: QtBot, workspace: Workspace) -> Desk:
    return Desk(qtbot, workspace)


def test_everybody_is_listed_by_alias_with_what_was_asked_and_needed(people: Desk):
    people.workspace.do("Add a person", edits.add_person(people.series, alias="Otter")[1])
    assert people.listed == [
        "Sky, 2 access requirements",
        "Moss, 1 access requirement",
        "River, asked: nothing needed",
        "Otter, not asked yet",
    ]


def test_a_review_that_was_due_is_said_in_words(people: Desk):
    people.change("p3", review_on=date(2026, 10, 20))
    people.workspace.do("Change", [revise(people.series.requirements[2], review_on=date(2025, 6, 1))])
    assert people.listed[1:] == [
        "Moss, 1 access requirement, review was due 1 June 2025",
        "River, asked: nothing needed, review was due 20 October",
    ]


def test_the_form_begins_with_strengths_and_ends_with_what_is_kept_apart(people: Desk):
    assert people.screen.form is not None
    asked = [name for form in people.screen.form.findChildren(Form) for name in form.fields]
    in_order = [
        "alias", "pronouns", "strengths", "likes", "music_loved", "yes", "no", "stop", "more", "ways_to_communicate",
        "what_helps", "in_the_way", "kit", "working_towards", "asked_about_access", "emergency", "who_may_see",
        "review_on", "recording_ok", "joined", "left", "school_year", "code", "born", "new_to_music",
        "school", "name", "name_at_home",
    ]  # fmt: skip
    assert asked == in_order
    headings = [
        label.text() for label in people.screen.form.findChildren(QLabel) if label.property("look") == "section"
    ]
    assert headings[0].startswith("Strengths")
    assert headings[-1] == "Kept apart: shown only where you ask for full names"


def test_a_profile_is_written_by_keys_alone(people: Desk):
    hands = people.hands
    hands.press(Key.Key_Return)
    assert hands.name == "Alias"
    hands.fill("Pronouns", "they/them")
    hands.fill("What people like about me", "Hears everything first")
    hands.fill("How I show stop", "Closes both eyes")
    hands.fill("Kit and set-up", "switch, arm")
    hands.fill("What I am working towards", "A solo")
    sky = people.person("p1")
    assert (sky.pronouns, sky.strengths, sky.kit) == ("they/them", "Hears everything first", ("switch", "arm"))
    assert sky.shows is not None
    assert (sky.shows.yes, sky.shows.stop) == (None, "Closes both eyes")
    assert sky.working_towards == "A solo"
    assert people.undo_text == "Change ‘What I am working towards’ of ‘Sky’"


def test_a_way_of_showing_that_is_emptied_again_is_no_longer_recorded(people: Desk):
    hands = people.hands
    hands.fill("How I show yes", "Smiles")
    hands.go_to("How I show yes", back=True)
    hands.press(Key.Key_A, ctrl=True)
    hands.press(Key.Key_Delete)
    hands.press(Key.Key_Tab)
    assert people.person("p1").shows is None


def test_an_access_requirement_is_added_described_and_removed_by_keys(people: Desk):
    hands = people.hands
    hands.push("Add access requirement")
    assert people.undo_text == "Add an access requirement of ‘Sky’"
    assert hands.name == "What is in the way"
    hands.choose("What is in the way", "Health")
    hands.fill("In their words", "I get tired after ten minutes")
    hands.fill("Look at it again on", "20/10/2026")
    made = people.series.requirements[-1]
    assert (made.person, made.barrier, made.words) == ("p1", "health-and-energy", "I get tired after ten minutes")
    assert made.review_on == date(2026, 10, 20)
    assert people.listed[0] == "Sky, 3 access requirements, review was due 20 October"
    hands.go_to("Remove this access requirement", back=True)
    hands.press(Key.Key_Space)
    assert people.undo_text == "Remove an access requirement of ‘Sky’"
    assert len([r for r in people.series.requirements if r.person == "p1"]) == 2


def test_a_requirement_that_is_no_longer_in_the_way_says_so(people: Desk):
    people.workspace.do("Change", [revise(people.series.requirements[0], active=False)])
    assert people.screen.form is not None
    lines = [row.text for row in people.screen.form.requirements.model.rows]
    assert lines[0] == "Instrument design: I can press with my chin (no longer in the way)"
    assert people.listed[0] == "Sky, 1 access requirement"


def test_asked_and_nothing_needed_reads_as_an_answer(people: Desk):
    hands = people.hands
    hands.press(Key.Key_Insert)
    form = people.screen.form
    assert form is not None
    assert form._answer.isHidden()
    hands.choose("Asked about access", "Yes")
    assert form._answer.text() == "Asked: nothing needed. That is an answer."
    assert not form._answer.isHidden()
    assert people.listed[-1] == "Person 4, asked: nothing needed"


def test_one_sentence_says_that_no_reason_is_asked_for(people: Desk):
    assert people.screen.form is not None
    texts = [label.text() for label in people.screen.form.findChildren(QLabel)]
    assert sum("no medical word is asked for" in text for text in texts) == 1


def test_groups_are_kept_over_time(people: Desk):
    hands = people.hands
    hands.push("Add group")
    assert people.undo_text == "Add a group of ‘Sky’"
    hands.fill("Group", "Comet class")
    hands.fill("In it from", "8/9/2025")
    hands.fill("In it to", "20/7/2026")
    [group] = people.person("p1").groups
    assert (group.group, group.joined, group.left) == ("Comet class", date(2025, 9, 8), date(2026, 7, 20))
    form = people.screen.form
    assert form is not None
    assert [row.text for row in form.groups.model.rows] == ["Comet class, from 8/9/2025 to 20/7/2026"]
    hands.go_to("Remove this group", back=True)
    hands.press(Key.Key_Space)
    assert people.person("p1").groups == ()
    assert people.undo_text == "Remove a group of ‘Sky’"


def test_a_person_is_added_by_key_and_by_button_and_their_alias_is_asked_first(people: Desk):
    hands = people.hands
    hands.press(Key.Key_Insert)
    assert people.undo_text == "Add a person"
    assert hands.name == "Alias"
    hands.write("Otter")
    hands.press(Key.Key_Tab)
    assert people.screen.title.text() == "Otter"
    people.screen.add.setFocus()
    hands.press(Key.Key_Space)
    assert hands.name == "Alias"
    assert [p.alias for p in people.series.people] == ["Sky", "Moss", "River", "Otter", None]


def test_whoever_is_archived_is_out_of_sight_until_asked_for_and_can_be_brought_back(people: Desk):
    hands = people.hands
    people.change("p1", review_on=date(2026, 10, 20))
    assert not people.screen.show_archived.isVisible()
    hands.push("Archive")
    assert people.undo_text == "Archive ‘Sky’"
    assert people.said == ["‘Sky’ is archived."]
    assert (people.person("p1").archived, people.person("p1").left) == (True, TODAY)
    assert people.listed == ["Moss, 1 access requirement", "River, asked: nothing needed"]
    assert (people.screen.title.text(), hands.here) == ("Moss", people.screen.view)
    hands.push("Show archived people")
    assert people.listed[0] == "Sky, archived · 2 access requirements"
    people.screen.choose("p1")
    hands.go_to("Bring back", back=True)
    hands.press(Key.Key_Space)
    assert people.undo_text == "Bring back ‘Sky’"
    assert people.said[-1] == "‘Sky’ is in the group again."
    assert (people.person("p1").archived, people.person("p1").left) == (False, None)
    assert not people.screen.show_archived.isVisible()


def test_where_everybody_is_archived_one_sentence_says_so(people: Desk):
    for id in ("p1", "p2", "p3"):
        people.workspace.do("Archive", archive_person(people.series, id, TODAY))
    assert people.screen.empty.text() == "Everybody in this programme is archived."
    assert people.screen.empty.isVisible()
    assert people.screen.form is None
    assert not people.screen.archive.isVisible()


@pytest.mark.parametrize("by", ["Delete", "button"])
def test_a_person_is_removed_and_comes_back_with_undo(people: Desk, by: str):
    before = people.series
    if by == "Delete":
        people.hands.press(Key.Key_Delete)
    else:
        people.hands.push("Remove")
    assert people.undo_text == "Remove ‘Sky’"
    assert [p.id for p in people.series.people] == ["p2", "p3"]
    assert people.screen.title.text() == "Moss"
    people.workspace.history.undo()
    assert people.series == before
    assert people.listed[0] == "Sky, 2 access requirements"


def test_the_last_person_who_goes_leaves_one_sentence_and_the_way_on(people: Desk):
    for _ in range(3):
        people.hands.press(Key.Key_Delete)
    assert people.screen.empty.text() == "Nobody is listed yet. Add a person, or bring in a class list."
    assert people.hands.here is people.screen.add
    assert people.screen.form is None


def test_a_full_name_is_shown_in_its_own_field_and_nowhere_else(people: Desk):
    hands = people.hands
    people.change("p3", alias=None)
    people.screen.choose("p3")
    hands.fill("Full name", "Zofia Nowak")
    hands.fill("Name that is safe to use at home", "Zenon")
    assert (people.person("p3").name, people.person("p3").name_at_home) == ("Zofia Nowak", "Zenon")
    fields = [people.field(name).control for name in ("name", "name_at_home")]
    for widget in people.screen.findChildren(QWidget):
        if widget not in fields:
            shown = [widget.accessibleName(), widget.accessibleDescription(), str(getattr(widget, "text", str)())]
            assert not any("Nowak" in text or "Zenon" in text for text in shown)
    assert not any("Nowak" in text or "Zenon" in text for text in people.listed)
    steps = [people.workspace.history.text(n) for n in range(people.workspace.history.count())]
    assert not any("Nowak" in text or "Zenon" in text for text in steps)
    people.hands.push("Add group")
    assert people.undo_text == "Add a group"


def test_what_is_being_typed_is_kept_on_the_way_to_another_person(people: Desk):
    people.screen.form.setFocus()
    people.hands.write("Comet")
    people.screen.choose("p2")
    assert people.person("p1").alias == "Comet"
    assert people.person("p2").alias == "Moss"
    assert people.field("alias").value() == "Moss"


def test_undo_in_a_field_never_brings_up_what_was_typed_about_another_person(people: Desk):
    line = people.field("name").control
    box = people.field("strengths").control
    assert isinstance(line, QLineEdit)
    for control in (line, box):
        control.setFocus()
        people.hands.write("Zofia")
        people.hands.press(Key.Key_A, ctrl=True)
        people.hands.press(Key.Key_Delete)
    people.screen.choose("p2")
    assert people.field("name").control is line
    assert not line.isUndoAvailable()
    assert not box.document().isUndoAvailable()


def test_what_cannot_be_kept_is_said_and_not_shown_of_the_next_person(people: Desk):
    people.hands.fill("Look at this again on", "soon")
    assert people.screen.save().startswith("Look at this again on. That is not a date.")
    people.screen.choose("p2")
    assert people.said[-1].startswith("Not kept: Look at this again on. That is not a date.")
    assert people.field("review_on").value() is None
    assert people.screen.save() == ""


def test_an_open_requirement_or_group_is_closed_on_the_way_to_another_person(people: Desk):
    for id in ("p1", "p2"):
        people.change(id, groups=(Membership(group="Comet class"),))
    form = people.screen.form
    assert form is not None
    form.requirements.choose("r1")
    form.groups.choose("0")
    people.screen.choose("p2")
    assert (form.requirements.chosen, form.groups.chosen) == ("", "")
    assert [row.id for row in form.requirements.model.rows] == ["r3"]
    form.requirements.choose("r3")
    assert form.requirements.chosen == "r3"


def test_a_member_of_the_team_who_joined_meanwhile_can_see_to_a_requirement(people: Desk):
    people.screen.form.requirements.choose("r1")
    people.workspace.do("Add to the team", edits.add_team_member(people.series, name="Bo")[1])
    people.screen.form.requirements.choose("r1")
    assert "Bo" in [people.field("owner").control.itemText(n) for n in range(people.field("owner").control.count())]


def test_another_programme_has_its_own_people(people: Desk, store: Store):
    writers = load(THURSDAY_WRITERS)
    people.workspace.do("Bring in", bring_in(writers, 1))
    people.hands.choose("Programme", writers.programme.title[:6])
    assert people.screen.programme == writers.programme.id
    assert people.listed == []
    assert people.screen.empty.isVisible()
    people.hands.push("Add a person")
    assert len(people.workspace.series(writers.programme.id).people) == 1
    assert len(people.series.people) == 3
    people.screen.go_to(UID, "p2")
    assert (people.screen.programme, people.screen.chosen) == (UID, "p2")
    assert people.screen.title.text() == "Moss"


def test_a_person_who_is_asked_for_from_elsewhere_is_shown_though_archived(people: Desk):
    people.workspace.do("Archive", archive_person(people.series, "p2", TODAY))
    people.screen.go_to(UID, "p2")
    assert people.screen.chosen == "p2"
    assert people.screen.show_archived.isChecked()
    assert people.hands.here is people.screen.view


def test_a_class_list_is_asked_for_by_the_programme_that_is_chosen(people: Desk, qtbot: QtBot):
    with qtbot.waitSignal(people.screen.class_list_wanted) as asked:
        people.hands.go_to("Bring in a class list…", back=True)
        people.hands.press(Key.Key_Space)
    assert asked.args == [UID]


def test_where_there_is_no_programme_one_sentence_says_what_to_do(people: Desk):
    people.screen.form.setFocus()
    people.workspace.do("Remove the programme", edits.remove_programme(people.series))
    assert people.screen.empty.text() == "People belong to a programme. Begin one under Programmes first."
    assert (people.screen.form, people.screen.programme) == (None, "")
    assert not people.screen.add.isEnabled()
    people.hands.press(Key.Key_Insert)
    people.workspace.history.undo()
    assert people.listed[0] == "Sky, 2 access requirements"


@pytest.mark.parametrize("name", ["alias", "words"])
def test_what_is_being_typed_goes_with_its_programme(people: Desk, name: str):
    people.screen.form.requirements.choose("r1")
    people.field(name).setFocus()
    people.hands.write("Zofia")
    people.workspace.do("Remove the programme", edits.remove_programme(people.series))
    assert people.workspace.programmes() == ()
    assert people.screen.form is None


def test_what_is_being_typed_about_somebody_who_is_archived_meanwhile_is_kept(people: Desk):
    people.screen.form.setFocus()
    people.hands.write("Comet")
    people.workspace.do("Archive", archive_person(people.series, "p1", TODAY))
    assert (people.person("p1").alias, people.person("p1").archived) == ("Comet", True)
    assert people.listed == ["Moss, 1 access requirement", "River, asked: nothing needed"]
    assert people.screen.title.text() == "Moss"


def test_what_changed_while_it_was_not_seen_is_shown_once_it_is(people: Desk):
    people.screen.hide()
    people.change("p1", alias="Comet")
    assert people.listed[0].startswith("Sky")
    people.screen.show()
    assert people.listed[0].startswith("Comet")
