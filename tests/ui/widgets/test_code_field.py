"""A code that somebody else has too is kept, and said at once in words; elsewhere nothing is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.store.store import Store
from amie_planner.ui.widgets.code_field import CodeField
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.workspace import OpenProgramme, Workspace

BAND = a_series(
    programme={"uid": "u1", "title": "Band"},
    people=[
        {"id": "p1", "alias": "Sky", "code": "K 1"},
        {"id": "p2", "alias": "Bo"},
        {"id": "p3", "alias": "Cy", "code": "k 1 "},
        {"id": "p4", "alias": "Di", "code": "K2"},
    ],
)
SAID = "Sky and Cy have this code too, so it matches nobody."


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is spoken."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


@pytest.fixture
def form(qtbot: QtBot, store: Store, qapp: object) -> PersonForm:
    store.apply(bring_in(BAND, 0))
    workspace = Workspace(store)
    made = in_front(qtbot, PersonForm(OpenProgramme(workspace, "u1"), "p2"), 700, 900)
    workspace.changed.connect(lambda changes: made.refresh())
    return made


def code(form: PersonForm) -> CodeField:
    [field] = [each.fields["code"] for each in form.findChildren(Form) if "code" in each.fields]
    assert isinstance(field, CodeField)
    return field


def write(form: PersonForm, text: str) -> None:
    code(form).setFocus()
    hands = Hands(form)
    hands.write(text)
    hands.press(Qt.Key.Key_Return)


def test_a_code_that_others_have_is_kept_as_it_was_typed_and_said_below_it_and_aloud(
    form: PersonForm, spoken: list[str]
) -> None:
    write(form, "k 1")
    assert form._desk.series.people[1].code == "k 1" and form.problem == ""
    assert code(form).shared.isVisible() and code(form).shared.text() == SAID
    assert spoken == [f"Agreed code: {SAID}"]
    line = code(form).line
    assert (line.text(), line.hasFocus()) == ("k 1", True)
    assert line.accessibleDescription().startswith(f"{SAID} Agreed with your hub")


def test_another_code_takes_it_away_again(form: PersonForm, spoken: list[str]) -> None:
    write(form, "K 1")
    write(form, "K 3")
    assert not code(form).shared.isVisible() and len(spoken) == 1
    assert code(form).line.accessibleDescription().startswith("Agreed with your hub")


def test_it_follows_from_person_to_person_and_is_not_spoken_before_the_field_is_come_to(
    form: PersonForm, spoken: list[str]
) -> None:
    for person, said in (("p1", "Cy has"), ("p4", ""), ("p3", "Sky has")):
        form.turn_to(person)
        assert code(form).shared.text().startswith(said) and code(form).shared.isVisible() == bool(said)
        form.refresh()
    assert spoken == []
