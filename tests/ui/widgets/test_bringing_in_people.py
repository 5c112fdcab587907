"""Bringing people in from a class list: all who are ticked in one step that undo takes back, or nothing at all."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.canaries import CANARIES
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands
from tests.test_standing_rules import _run, hits
from tests.ui.widgets.test_class_list_dialog import SIMS

from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets import bringing_in_people
from amie_planner.ui.widgets.bringing_in_people import ask_and_bring_in_people, bring_in
from amie_planner.ui.widgets.class_list_dialog import ClassListDialog
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
UID = load(SPACE_SOUNDS).programme.id


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def sims(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_text(SIMS, encoding="utf-8")
    return file


def names(workspace: Workspace) -> list[tuple[str | None, str | None]]:
    return [(person.alias, person.name) for person in workspace.series(UID).people]


def test_whoever_is_ticked_comes_in_by_keys_alone_and_one_undo_takes_all_back(
    place: QWidget, workspace: Workspace, sims: Path
):
    before, hands = workspace.series(UID), Hands(place)

    def agree() -> None:
        hands.go_to("People")
        hands.press(Key.Key_Down, times=2)
        hands.press(Key.Key_Space)
        hands.push("Bring in 2 people")

    hands.meanwhile(agree)
    assert bring_in(place, workspace, UID, sims) == "2 people brought in"
    assert names(workspace)[3:] == [("Chidi", "Chidi Okafor"), ("Aisha", "Aisha Ahmed")]
    chidi = workspace.series(UID).people[3]
    assert (chidi.school_year, [held.group for held in chidi.groups]) == ("Y4", ["4B"])
    assert workspace.history.undoText() == "Bring in 2 people"
    workspace.history.undo()
    assert workspace.series(UID) == before
    assert not workspace.history.canUndo()


def test_somebody_who_may_be_here_is_added_when_ticked(place: QWidget, workspace: Workspace, sims: Path):
    hands = Hands(place)

    def agree() -> None:
        hands.go_to("People")
        hands.press(Key.Key_Space)
        hands.push("Bring in 4 people")

    hands.meanwhile(agree)
    assert bring_in(place, workspace, UID, sims) == "4 people brought in"
    assert [alias for alias, _ in names(workspace)][3:] == ["Chidi", "Sky P", "Aisha S", "Aisha A"]


def test_a_list_whose_first_heading_begins_like_a_packed_file_is_called_text(
    place: QWidget, workspace: Workspace, tmp_path: Path
):
    (tmp_path / "list.csv").write_text("PK,Forename\n1,Ann\n", encoding="utf-8")
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        said.extend(label.text() for label in dialog.findChildren(QLabel) if label.text().startswith("Read as"))
        hands.press(Key.Key_Escape)

    hands = Hands(place)
    hands.meanwhile(look)
    bring_in(place, workspace, UID, tmp_path / "list.csv")
    assert [words.partition(",")[0] for words in said] == ["Read as text in UTF-8"]


@pytest.mark.parametrize("cancel", ["by Escape", "by its button"])
def test_cancel_changes_nothing(place: QWidget, workspace: Workspace, sims: Path, cancel: str):
    before, hands = workspace.series(UID), Hands(place)

    def leave() -> None:
        hands.go_to("People")
        hands.press(Key.Key_Space)
        hands.push("Cancel") if cancel == "by its button" else hands.press(Key.Key_Escape)

    hands.meanwhile(leave)
    assert bring_in(place, workspace, UID, sims) == ""
    assert workspace.series(UID) == before
    assert not workspace.history.canUndo()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.csv", b""),
        ("list.csv", b"Ann,Lee\nTom,Jones\n"),
        ("list.csv", b"Forename,Surname\n" + b"Ann,Lee\n" * 50_001),
        ("list.xlsx", b"no spreadsheet"),
        ("gone.csv", None),
    ],
    ids=["empty", "without headings", "too long", "not what it says", "not there"],
)
def test_a_list_that_is_refused_says_why_and_changes_nothing(
    place: QWidget, workspace: Workspace, tmp_path: Path, name: str, content: bytes | None
):
    before = workspace.series(UID)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(AmieError) as refused:
        bring_in(place, workspace, UID, tmp_path / name)
    assert refused.value.hint
    assert str(tmp_path) not in str(refused.value)
    assert workspace.series(UID) == before
    assert not workspace.history.canUndo()
    assert QApplication.overrideCursor() is None


def test_people_who_cannot_be_kept_are_refused_all_together(
    place: QWidget, workspace: Workspace, sims: Path, monkeypatch: pytest.MonkeyPatch
):
    before, hands = workspace.series(UID), Hands(place)
    hands.meanwhile(lambda: hands.push("Bring in 3 people"))
    whole = bringing_in_people.bring_in_people
    monkeypatch.setattr(bringing_in_people, "bring_in_people", lambda *given: (*whole(*given), whole(*given)[0]))
    with pytest.raises(AmieError):
        bring_in(place, workspace, UID, sims)
    assert workspace.series(UID) == before
    assert not workspace.history.canUndo()


def answering(path: Path | None, asked: list[str]) -> Callable[..., tuple[str, str]]:
    def answer(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.extend((title, name, kinds))
        return str(path) if path else "", ""

    return answer


def test_the_file_is_asked_for_and_no_file_is_no_change(
    place: QWidget, workspace: Workspace, sims: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering(None, asked))
    assert ask_and_bring_in_people(place, workspace, UID) == ""
    assert asked[:2] == ["Bring in a class list", ""]
    assert all(kind in asked[2] for kind in ("*.csv", "*.xlsx", "*.ods"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering(sims, asked))
    hands = Hands(place)
    hands.meanwhile(lambda: hands.push("Bring in 3 people"))
    assert ask_and_bring_in_people(place, workspace, UID) == "3 people brought in"


def test_the_dialog_goes_when_it_is_done_with(place: QWidget, workspace: Workspace, sims: Path, qtbot: QtBot):
    hands = Hands(place)
    hands.meanwhile(lambda: hands.press(Key.Key_Escape))
    bring_in(place, workspace, UID, sims)
    qtbot.waitUntil(lambda: not place.findChildren(ClassListDialog))


def test_no_log_setting_or_temporary_file_holds_a_word_of_a_list(tmp_path: Path):
    name, title, *_ = CANARIES
    good = tmp_path / f"{title}.csv"
    good.write_text(f"Forename,Surname,{title}\n{name},{title},x\n", encoding="utf-8")
    refused = tmp_path / f"{name}.xlsx"
    refused.write_bytes(f"{name} {title}".encode())
    (tmp_path / "out").mkdir()
    planner = str(tmp_path / "home" / "planner.amie")
    ran = _run(
        tmp_path, sys.executable, str(Path(__file__).parent / "list_canaries.py"), str(good), str(refused), planner
    )
    assert ran.code == 0, ran.errors
    assert ran.said.splitlines() == [
        "1 person brought in",
        "Something in AMIE Planner went wrong. Everything you wrote is saved.",
        "This file cannot be read as a class list.",
    ]
    assert not any(word in ran.errors for word in CANARIES)
    [log] = ran.home.rglob("amie-planner.log")
    assert "Unexpected error: ValueError" in log.read_text(encoding="utf-8")
    assert hits(ran.home) == []
    assert list((ran.home / "tmp").iterdir()) == []
