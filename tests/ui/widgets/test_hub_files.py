"""Returns that a hub wrote: added once, let go of, and refused by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front
from tests.returns.hub_file import HUB

from amie_planner.domain.records import OwnReturn
from amie_planner.ui.widgets.hub_files import HubFiles
from amie_planner.ui.workspace import Workspace


@pytest.fixture
def files(qtbot: QtBot, workspace: Workspace) -> HubFiles:
    return in_front(qtbot, HubFiles(workspace), 400, 100)


def test_a_file_is_added_by_the_key_of_its_return_and_let_go_of(
    files: HubFiles, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hub.toml"
    path.write_text(HUB, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    added = heard(files.added)
    gone: list[bool] = []
    files.gone.connect(lambda: gone.append(True))
    files.add.click()
    [own] = workspace.own(OwnReturn)
    assert added == [f"own/{own.id}"] and not files.let_go.isVisible()
    files.show_own(own.id)
    files.let_go.click()
    assert workspace.own(OwnReturn) == () and gone == [True]


def test_what_is_wrong_with_a_file_is_said_by_line_and_nothing_is_added(
    files: HubFiles, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "hub.toml").write_text(HUB.replace('"totals"', '"total"'), encoding="utf-8")
    told = heard(files.said)
    files.add_file(tmp_path / "hub.toml")
    assert told == [files.problem.text()] and told[0].startswith("hub.toml is not added. Line 8: ")
    assert workspace.own(OwnReturn) == ()
    assert files.problem.isVisible() and files.focusWidget() is files.add
    assert files.add.accessibleDescription() == told[0]
    (tmp_path / "hub.toml").write_text(HUB, encoding="utf-8")
    files.add_file(tmp_path / "hub.toml")
    assert not files.problem.isVisible() and not files.add.accessibleDescription()


def test_a_file_that_cannot_be_read_is_called_by_its_name_alone(files: HubFiles, tmp_path: Path) -> None:
    files.add_file(tmp_path / "hub.toml")
    assert files.problem.text().startswith("hub.toml is not added. hub.toml cannot be read.")
