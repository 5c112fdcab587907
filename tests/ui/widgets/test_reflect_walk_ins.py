"""Who walked in and has a name can be said to have shown something: they join the group, in one step to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain.changes import remove, revise
from amie_planner.domain.edits.people import add_person
from amie_planner.domain.records import Register
from amie_planner.ui.widgets.reflect_voices import Voices
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
KIM, ROBIN = "Kim (walked in: joins the group)", "Robin (walked in: joins the group)"


class Page:
    """The voice entries of a session in which two walked in, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        gone = (*desk.series.voice, *desk.series.observations)
        register = Register(walk_ins=3, guests=("Kim", "Robin"))
        desk.do("Before", [*(remove(one) for one in gone), revise(desk.plan.session, attendance=register)])
        desk.workspace.history.clear()
        self.card = Voices(desk)
        in_front(qtbot, self.card, 600, 700)
        desk.workspace.changed.connect(lambda changes: self.card.refresh())
        self.hands = Hands(self.card)
        self.card.entries.add()

    @property
    def group(self) -> list[str | None]:
        return [person.alias for person in self.desk.series.people]

    @property
    def guests(self) -> tuple[str, ...]:
        register = self.desk.plan.session.attendance
        return register.guests if register else ()


@pytest.fixture
def voices(qtbot: QtBot, desk: OpenSession) -> Page:
    return Page(qtbot, desk)


def test_a_walk_in_is_offered_beside_the_group_and_joins_it_once_chosen(voices: Page):
    voices.hands.write("Again!")
    voices.hands.push("Sky")
    voices.hands.push(ROBIN)
    (entry,) = voices.desk.series.voice
    names = {person.id: person.alias for person in voices.desk.series.people}
    assert (entry.text, [names[id] for id in entry.from_whom]) == ("Again!", ["Sky", "Robin"])
    assert (voices.group[-1], voices.guests) == ("Robin", ("Kim",))


def test_who_has_just_joined_has_the_focus_and_the_others_stay_on_offer(voices: Page):
    voices.hands.push(ROBIN)
    assert voices.hands.name == "Robin"
    voices.hands.push(KIM)
    assert voices.hands.name == "Kim"
    names = {person.id: person.alias for person in voices.desk.series.people}
    assert [names[id] for id in voices.desk.series.voice[0].from_whom] == ["Robin", "Kim"]


def test_one_undo_takes_the_choice_and_the_joining_back(voices: Page):
    before = voices.group
    voices.hands.push(KIM)
    voices.desk.workspace.history.undo()
    assert (voices.group, voices.guests) == (before, ("Kim", "Robin"))
    assert voices.desk.series.voice[0].from_whom == ()
    voices.hands.go_to(KIM)


def test_words_that_look_like_a_choice_are_only_words(voices: Page):
    voices.hands.write("walk-in 0")
    voices.card.save()
    assert (voices.desk.series.voice[0].text, voices.guests) == ("walk-in 0", ("Kim", "Robin"))


def test_who_joins_meanwhile_is_offered_and_what_is_being_typed_stays(voices: Page):
    voices.hands.write("Ag")
    voices.hands.press(Key.Key_Tab)
    assert voices.hands.name == "How"
    voices.desk.do("Elsewhere", add_person(voices.desk.series, alias="Wren")[1])
    assert (voices.hands.name, voices.desk.series.voice[0].text) == ("How", "Ag")
    voices.hands.go_to("Wren")
