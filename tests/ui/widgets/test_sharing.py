"""Sharing a pack and bringing one in: seen before it happens, all or nothing, and nobody's name goes out unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands

from amie_planner.domain import library
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.exchange.library_pack import content, load
from amie_planner.store.store import Store
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.widgets import exchanging, sharing
from amie_planner.ui.widgets.pack_dialog import PackDialog
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Count in", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shelf(workspace: Workspace) -> OpenLibrary:
    """Two of the leader's own, and one that came and was altered."""
    mine = (entry(position=1), entry("own-2", "Wait"), SECOND.revised(what="Mine"))
    workspace.do("Begin", [add(each) for each in mine])
    return OpenLibrary(workspace)


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.amiepack"), ""))
    return tmp_path / "out.amiepack"


def pressing(place: QWidget, do: Callable[[Hands], None]) -> list[list[str]]:
    """Does something in the dialog that is about to open; gives the list that will hold what its rows say."""
    seen: list[list[str]] = []
    hands = Hands(place)

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PackDialog)
        seen.append([row.spoken for row in dialog.model.rows])
        do(hands)

    hands.meanwhile(now)
    return seen


def enter(hands: Hands) -> None:
    hands.press(Key.Key_Return)


def give_up(hands: Hands) -> None:
    hands.press(Key.Key_Escape)


def test_all_of_the_leaders_own_are_offered_ticked_and_go_out(place: QWidget, shelf: OpenLibrary, target: Path):
    seen = pressing(place, enter)
    assert sharing.ask_and_share(place, shelf) == target
    assert [said.split(". ")[:2] for said in seen[0]] == [
        ["Goes into the pack", "Count in"],
        ["Goes into the pack", "Wait"],
        ["Goes into the pack", SECOND.title],
    ]
    assert [each.id for each in load(target)] == ["own-1", "own-2", SECOND.id]


def test_only_what_is_ticked_goes_out(place: QWidget, shelf: OpenLibrary, target: Path):
    def only_wait(hands: Hands) -> None:
        hands.press(Key.Key_Space)
        hands.press(Key.Key_Down, times=2)
        hands.press(Key.Key_Space)
        hands.press(Key.Key_Return)

    pressing(place, only_wait)
    sharing.ask_and_share(place, shelf)
    assert [each.title for each in load(target)] == ["Wait"]


def test_whoever_gives_up_writes_nothing(
    place: QWidget, shelf: OpenLibrary, target: Path, monkeypatch: pytest.MonkeyPatch
):
    pressing(place, give_up)
    assert sharing.ask_and_share(place, shelf) is None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    pressing(place, enter)
    assert sharing.ask_and_share(place, shelf) is None
    assert not target.exists()


def test_with_nothing_of_ones_own_there_is_nothing_to_share(place: QWidget, workspace: Workspace):
    with pytest.raises(AmieError) as refused:
        sharing.ask_and_share(place, OpenLibrary(workspace))
    assert refused.value.hint


def test_a_known_name_in_a_text_is_shown_before_anything_is_written(
    place: QWidget, shelf: OpenLibrary, target: Path, monkeypatch: pytest.MonkeyPatch
):
    shelf.keeping(lambda: shelf.entry("own-2"))("what", "What to do", "Moss goes first")
    monkeypatch.setattr(exchanging, "ask", lambda _, question, *words: asked.append(question) or answers.pop(0))
    asked: list[str] = []
    answers = [-1]
    pressing(place, enter)
    assert sharing.ask_and_share(place, shelf) is None
    assert "“Moss” in ‘Wait’, what" in asked[0]
    assert not target.exists()
    answers = [0]
    pressing(place, enter)
    assert sharing.ask_and_share(place, shelf) == target


def test_the_names_that_are_suggested_for_files_name_nobody(
    place: QWidget, shelf: OpenLibrary, monkeypatch: pytest.MonkeyPatch
):
    suggested: list[str] = []

    def ask(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        suggested.extend((title, name))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    pressing(place, enter)
    sharing.ask_and_share(place, shelf)
    assert sharing.ask_and_bring_in(place, shelf) == 0
    assert suggested == ["Share a pack", "library.amiepack", "Bring in a pack", ""]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """One that is new, one the same, one that differs, and one that came with the program."""
    file = tmp_path / "theirs.amiepack"
    file.write_bytes(content([entry("x1", "Hum", reach="one"), entry("own-2", "Wait"), entry(what="Else"), FIRST], ()))
    return file


def test_a_pack_says_what_each_entry_would_be_before_it_comes(place: QWidget, shelf: OpenLibrary, pack: Path):
    seen = pressing(place, give_up)
    before = shelf.kept
    assert sharing.bring_in(place, shelf, pack) == 0
    (spoken,) = [[text.splitlines() for text in rows] for rows in seen]
    assert [lines[0] for lines in spoken] == [
        "Comes in. Hum. New",
        "Wait. The same as yours",
        "Comes in. Count in. Differs from yours: kept beside it",
        f"{FIRST.title}. Already came with the program",
    ]
    assert spoken[0][1] == "For one person"
    assert spoken[3][1:] == [f"For everyone · {listed(FIRST.kit)}", FIRST.what, f"Source: {FIRST.source}"]
    assert shelf.kept == before
    assert shelf.workspace.history.undoText() == "Begin"


def test_what_is_ticked_comes_in_one_step_and_undo_takes_it_all_back(
    place: QWidget, shelf: OpenLibrary, pack: Path, store: Store
):
    before = set(shelf.kept)
    pressing(place, enter)
    assert sharing.bring_in(place, shelf, pack) == 2
    came = set(store.library()) - before
    assert {each.title for each in came} == {"Hum", "Count in"}
    assert before <= set(store.library())
    assert shelf.workspace.history.undoText() == "Bring in a pack of 2"
    shelf.workspace.history.undo()
    assert set(store.library()) == before


def test_what_is_not_ticked_stays_out(place: QWidget, shelf: OpenLibrary, pack: Path):
    def without_the_first(hands: Hands) -> None:
        hands.press(Key.Key_Space)
        hands.press(Key.Key_Return)

    pressing(place, without_the_first)
    assert sharing.bring_in(place, shelf, pack) == 1
    assert shelf.entry("x1") is None


def test_a_file_that_is_no_pack_is_refused_and_changes_nothing(place: QWidget, shelf: OpenLibrary, tmp_path: Path):
    (tmp_path / "cut.amiepack").write_bytes(b'{"format')
    for name in ("cut.amiepack", "none.amiepack"):
        with pytest.raises(AmieError) as refused:
            sharing.bring_in(place, shelf, tmp_path / name)
        assert refused.value.hint
    assert shelf.workspace.history.undoText() == "Begin"
