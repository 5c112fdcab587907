"""From an open session to paper in the room: by keys alone, and few of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands
from tests.tour import window_on
from tests.ui.papers import text_of

from amie_planner.domain.changes import revise
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.models.papers import PRESETS
from amie_planner.ui.screens.session import PAPER, PLAN
from amie_planner.ui.sidebar import PROGRAMMES
from amie_planner.ui.widgets.term_papers import TermPapers

Key = Qt.Key
SPACE = load(SPACE_SOUNDS)
ROOM = PRESETS[0]
FEWEST_ASKED_FOR = 12


def test_what_is_for_the_room_is_saved_to_a_folder_in_a_dozen_keys(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "room"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with window_on(qtbot, store, SPACE) as window:
        window.show_screen(PROGRAMMES)
        assert window.programmes is not None
        window.programmes.session_view.setFocus()
        hands = Hands(window)

        def save() -> None:
            assert isinstance(QApplication.activeModalWidget(), TermPapers)
            hands.go_to("Save to a folder…")
            hands.meanwhile(choose)
            hands.press(Key.Key_Space)

        def choose() -> None:
            """Qt remembers the folder of another test."""
            field = QApplication.activeModalWidget().findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            field.setText(str(folder))
            hands.press(Key.Key_Return)

        hands.press(Key.Key_Return)
        assert window.session is not None
        hands.meanwhile(save)
        hands.press(Key.Key_P, ctrl=True, shift=True)
        assert hands.pressed <= FEWEST_ASKED_FOR
        assert window.saved.text() == f"Saved {len(ROOM.papers)} papers."
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(f"2026-09-08-{paper}.pdf" for paper in ROOM.papers)
    assert "Hello song" in text_of(folder / "2026-09-08-run-sheet.pdf")
    assert "Otter" in text_of(folder / "2026-09-08-access-sheet.pdf") or SPACE.people[0].alias in text_of(
        folder / "2026-09-08-access-sheet.pdf"
    )


def test_paper_is_reached_by_keys_and_its_list_has_the_focus(qtbot: QtBot, store: Store):
    with window_on(qtbot, store, SPACE) as window:
        window.open_session(SPACE.programme.id, "s1")
        assert window.session is not None
        hands = Hands(window)
        hands.press(Key.Key_R, ctrl=True, shift=True)
        assert window.session.faces.current == PAPER
        assert hands.name == "Papers"
        hands.press(Key.Key_End)
        assert window.session.paper.pdf.startswith(b"%PDF")
        hands.go_to("Page 1")


def test_a_word_that_may_be_a_name_leads_from_the_paper_to_its_line(qtbot: QtBot, store: Store):
    with window_on(qtbot, store, SPACE) as window:
        window.open_session(SPACE.programme.id, "s1")
        session = window.session
        assert session is not None
        activity = SPACE.plan("s1").activities[2]
        name = SPACE.people[0].alias
        window._workspace.do("Change", [revise(activity, title=f"{name} song")])
        session.show_face(PAPER)
        session.paper.choose(1)
        assert session.paper.pdf == b""
        hands = Hands(window)
        hands.push(f"Go to “{name}” and change the text")
        assert session.faces.current == PLAN
        assert session.planning.current == activity.id
