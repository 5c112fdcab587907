"""What can be done, and how it is found by a few letters."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from amie_planner.ui.models.palette import (
    Command,
    Palette,
    Ways,
    also_called,
    called,
    nearness,
    of_menu,
    of_planner,
    other_words,
)
from amie_planner.ui.widgets.menus import offer
from amie_planner.ui.workspace import Workspace


@pytest.mark.parametrize(
    ("said", "typed", "near"),
    [
        ("Save PDF…", "", 0),
        ("Save PDF…", "sav", 0),
        ("Save PDF…", "pd sa", 1),
        ("Look back over ‘Space’", "spa", 1),
        ("Terms and holidays", "holidays", 1),
        ("Terms and holidays", "holiday term", 1),
        ("Terms: ‘Space’", "terms: space", 1),
        ("Save PDF…", " … ", 3),
        ("Save PDF…", "df", 3),
        ("High contrast", "hcon", 4),
        ("Save PDF…", "xyz", None),
        ("Save PDF…", "fp", None),
    ],
)
def test_how_near_words_are_to_what_is_typed(said: str, typed: str, near: int | None) -> None:
    assert nearness(called(said), called(typed)) == near


@pytest.mark.parametrize(
    ("typed", "near"), [("theme", 2), ("dark theme", 2), ("nig", 2), ("themes", 2), ("da", 0), ("heme", None)]
)
def test_a_command_is_near_to_what_leaders_call_it_too(typed: str, near: int | None) -> None:
    assert nearness(called("Dark", ("theme", "night")), called(typed)) == near


def test_letters_in_order_are_looked_for_only_where_no_word_is() -> None:
    named = [Command(words, "", "", list) for words in ("Tall contrast", "Milky", "Talk a con on", "Lcons")]
    assert [row.text for row in Palette(named[:3]).answer("lcon", frozenset()).rows] == [
        "Tall contrast",
        "Talk a con on",
    ]
    assert [row.text for row in Palette(named).answer("lcon", frozenset()).rows] == ["Lcons"]


def test_what_leaders_call_a_command_is_kept_by_its_words_and_a_star_stands_for_the_rest() -> None:
    assert "theme" in other_words("Dark") and other_words("Dark red") == ()
    assert "half term" in other_words("Terms and holidays: ‘Space’")
    assert other_words("Terms") == ()


def test_nothing_that_leaders_call_a_command_is_on_it_already_or_said_twice() -> None:
    for said, others in also_called().items():
        assert others and len(set(others)) == len(others)
        assert [other for other in others if nearness(called(said.rstrip("*")), called(other)) in (0, 1)] == []


def test_the_nearest_come_first_and_otherwise_they_stay_in_order() -> None:
    named = [Command(words, "", "", list) for words in ("Type on", "Print", "A print", "Tape", "Prints")]
    palette = Palette(named)
    answer = palette.answer("print", frozenset())
    assert [row.text for row in answer.rows] == ["Print", "Prints", "A print"]
    assert palette.command(answer.rows[1].id) is named[4]
    assert answer.said == "3 commands."
    assert palette.answer("tape", frozenset()).said == "1 command."
    assert palette.answer("qq", frozenset()).said == "No command is called that."


def test_a_menu_gives_what_can_be_done_now_with_its_keys(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    done: list[str] = []
    offer(menu, "Save && &print…", lambda: done.append("save"), "Ctrl+S")
    menu.addSeparator()
    offer(menu, "Never", list).setEnabled(False)
    offer(menu, "Hidden", list).setVisible(False)
    offer(menu, "&Commands…", list, "Ctrl+K")
    dark: QAction = offer(menu, "Dark", list)
    dark.setCheckable(True)
    dark.setChecked(True)
    save, theme = of_menu("&File", menu.actions())
    assert (save.words, save.where, save.keys) == ("Save & print…", "Menu File", "Ctrl+S")
    assert (theme.words, theme.where) == ("Dark", "Menu File, chosen now")
    save.do()
    assert done == ["save"]


class _Opens:
    def __init__(self) -> None:
        self.told: list[tuple[str, ...]] = []

    @property
    def into_session(self) -> Ways:
        return (("Register", lambda programme, session: self.told.append(("register", programme, session))),)

    @property
    def into_programme(self) -> Ways:
        return (("Terms", lambda programme: self.told.append(("terms", programme))),)

    def go_to_programme(self, programme: str) -> None:
        self.told.append(("programme", programme))

    def open_series(self, programme: str) -> None:
        self.told.append(("series", programme))

    def open_session(self, programme: str, session: str) -> None:
        self.told.append(("session", programme, session))


def test_what_comes_next_and_every_programme_can_be_opened(workspace: Workspace) -> None:
    opens = _Opens()
    found = list(of_planner(workspace, date(2026, 9, 14), opens))
    assert [command.words for command in found] == [
        "Open the session ‘Moon landing’",
        "Register: ‘Moon landing’",
        "Go to the programme ‘Space sounds, Comet class’",
        "Look back over ‘Space sounds, Comet class’",
        "Terms: ‘Space sounds, Comet class’",
    ]
    for command in found:
        command.do()
    [programme] = workspace.programmes()
    assert opens.told == [
        ("session", programme.id, "s2"),
        ("register", programme.id, "s2"),
        ("programme", programme.id),
        ("series", programme.id),
        ("terms", programme.id),
    ]
