"""What the screens of a programme's entries share: each form is about the chosen entry of the chosen programme."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.store.store import Store
from amie_planner.ui.screens.people import PeopleScreen
from amie_planner.ui.screens.voice import VoiceScreen
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.workspace import Workspace

SCREENS = {"people": PeopleScreen, "voice": VoiceScreen}
TYPED = {"people": "alias", "voice": "text"}


@pytest.fixture
def alike(store: Store, qapp: object) -> Workspace:
    """Two programmes whose entries have the same ids and whose forms offer the same."""
    for at, programme in enumerate(("u1", "u2")):
        people = [{"id": f"p{n}", "alias": f"Person {n}"} for n in (1, 2)]
        voice = [{"id": "v1", "text": "More drums", "outcome": "adopted"}]
        store.apply(
            bring_in(a_series(programme={"uid": programme, "title": programme}, people=people, voice=voice), at)
        )
    return Workspace(store)


def shown(qtbot: QtBot, workspace: Workspace, kind: str) -> PeopleScreen | VoiceScreen:
    made = SCREENS[kind](workspace, date(2026, 11, 22))
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    return made


def write(screen: PeopleScreen | VoiceScreen, name: str, text: str) -> None:
    assert screen.form is not None
    field = next(form.fields[name] for form in screen.form.findChildren(Form) if name in form.fields)
    field.show_value(text)
    field.edited.emit()


@pytest.mark.parametrize("kind", SCREENS)
def test_what_is_typed_belongs_to_the_chosen_programme_though_the_other_has_the_same_ids(
    qtbot: QtBot, alike: Workspace, kind: str
):
    screen = shown(qtbot, alike, kind)
    before = alike.series("u1")
    screen.choice.show_value("u2")
    screen.choice.edited.emit()
    write(screen, TYPED[kind], "Comet")
    assert screen.save() == ""
    assert alike.series("u1") == before
    kept = {"people": alike.series("u2").people[0].alias, "voice": alike.series("u2").voice[0].text}
    assert kept[kind] == "Comet"


def test_the_form_that_is_turned_to_the_next_entry_begins_at_its_top(qtbot: QtBot, alike: Workspace):
    screen = shown(qtbot, alike, "people")
    assert screen._scroll is not None
    bar = screen._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    screen.choose("p2")
    assert screen._scroll.verticalScrollBar() is bar
    assert bar.value() == 0
