"""A set of papers says what it holds before it is opened, and a paper is offered once."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.preferences import PaperChoices
from amie_planner.ui.models.papers import PRESETS
from amie_planner.ui.widgets.paper_sets import PaperSets

ROOM, RUN, HUB, STRIPS = PRESETS


@pytest.mark.parametrize("preset", [ROOM, HUB, STRIPS], ids=lambda preset: preset.id)
def test_a_set_names_every_paper_that_it_holds(qtbot: QtBot, preset):
    sets = in_front(qtbot, PaperSets(PaperChoices(preset.id)))
    said = sets.about.text().casefold()
    for document in preset.documents():
        assert all(part.casefold() in said for part in document.label.split(": "))
    assert sets.open.accessibleDescription() == sets.about.text()


def test_a_set_of_one_paper_is_not_offered_beside_that_paper(qtbot: QtBot):
    sets = in_front(qtbot, PaperSets(PaperChoices(RUN.id)))
    offered = [sets.chooser.combo.itemText(n) for n in range(sets.chooser.combo.count())]
    assert offered == [ROOM.label, HUB.label, STRIPS.label]
    assert sets.current == ROOM


def test_the_set_that_is_chosen_by_keys_is_the_one_that_is_opened(qtbot: QtBot):
    sets = in_front(qtbot, PaperSets(PaperChoices(ROOM.id)))
    wanted = heard(sets.wanted)
    hands = Hands(sets)
    hands.choose("Papers together", "Hub")
    assert sets.about.text() == HUB.about
    hands.push("Print or save these…")
    assert wanted == [HUB.id]
