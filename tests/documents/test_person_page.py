"""What pages about one person share: nothing blank, and the same words in every style."""

import pytest
from tests.documents.reading import structure

from amie_planner.documents import CLEAR, STYLES
from amie_planner.documents.house_style import heading
from amie_planner.documents.pages import build
from amie_planner.documents.person_page import panel, said_lines, shown_by, ways
from amie_planner.domain.records import Person


def _said(*blocks, style=CLEAR) -> list[str]:
    pdf = build([heading(style, 1, "Sky"), *blocks], style=style, title="Sky", footer="")
    return [node.words for node in structure(pdf).all("P")]


def _sky(**written) -> Person:
    return Person(id="p1", programme="u1", alias="Sky", **written)


def test_lines_without_words_are_left_out():
    assert _said(*said_lines(CLEAR, {"What helps": "time to look", "Kit": "", "More": None, "Stop": " "})) == [
        "What helps: time to look."
    ]


def test_ways_to_communicate_are_one_phrase_and_words_of_their_own_stay_as_typed():
    assert ways(_sky(ways_to_communicate=("eye pointing", "BSL", "Nan’s signs"))) == "Eye pointing, BSL and Nan’s signs"
    assert ways(_sky(ways_to_communicate=("switch",))) == "Switch"
    assert ways(_sky()) == ""


def test_only_what_is_written_down_is_shown():
    assert shown_by(_sky()) == {}
    assert shown_by(_sky(shows={"yes": "looks up", "stop": " ", "more": "smiles"})) == {
        "Yes": "looks up",
        "More": "smiles",
    }


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_panel_is_one_paragraph_for_each_label_in_every_style(style):
    said = {"Yes": "looks up", "Stop": "turns away"}
    assert _said(*panel(style, said), style=style) == ["Yes: looks up.", "Stop: turns away."]
    assert list(panel(style, {})) == []
