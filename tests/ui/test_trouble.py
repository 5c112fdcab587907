"""When something goes wrong: one dialog in plain text, a log line without personal data, and the work goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, qCritical, qInstallMessageHandler, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from amie_planner import log
from amie_planner.errors import AmieError
from amie_planner.ui import trouble


def seen_and_closed() -> list[str]:
    """Closes the dialog that is about to open; the list will hold what it said."""
    said: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() == Qt.TextFormat.PlainText
        said.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(30, close)
    return said


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    before = list(log.LOGGER.handlers), log.LOGGER.propagate
    log.start(tmp_path / "amie.log")
    yield tmp_path / "amie.log"
    log.LOGGER.handlers[:], log.LOGGER.propagate = before


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_what_a_leader_can_mend_is_shown_with_its_way_forward_and_not_logged(qtbot: QtBot, log_file: Path):
    said = seen_and_closed()
    error = raised(AmieError("<b>Skylark</b> is full.", "Make room & try again."))
    trouble._unexpected(type(error), error, error.__traceback__)
    assert said == ["<b>Skylark</b> is full.\n\nMake room & try again."]
    assert not log_file.exists()


def test_what_is_ours_is_shown_once_without_its_words_and_logged_without_them(qtbot: QtBot, log_file: Path):
    said = seen_and_closed()
    error = raised(ValueError("Skylark was here"))
    trouble._unexpected(type(error), error, error.__traceback__)
    assert len(said) == 1
    assert "Everything you wrote is saved" in said[0]
    assert "Skylark" not in said[0]
    line = log_file.read_text(encoding="utf-8")
    assert "ValueError" in line
    assert "Skylark" not in line


def test_qt_is_quoted_by_kind_alone_and_its_warnings_not_at_all(qtbot: QtBot, log_file: Path):
    before = qInstallMessageHandler(trouble._from_qt)
    try:
        qWarning("Skylark warned")
        qCritical("Skylark cried")
    finally:
        qInstallMessageHandler(before)
    lines = log_file.read_text(encoding="utf-8").splitlines()
    assert {line.partition("ERROR ")[2] for line in lines} == {"Qt reported a problem in default"}


IN_A_SLOT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from amie_planner.ui import trouble

app = QApplication([])
window = QWidget()
window.show()
trouble.watch()

def fail():
    raise ValueError("Skylark")

def close():
    box = QApplication.activeModalWidget()
    print("shown" if box is not None else "hidden", flush=True)
    box.close()

QTimer.singleShot(0, fail)
QTimer.singleShot(200, close)
QTimer.singleShot(400, lambda: app.exit(7))
sys.exit(app.exec())
"""


def test_an_error_in_a_slot_is_shown_and_the_program_goes_on():
    environment = {**os.environ, "PYTHONPATH": str(Path(trouble.__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", IN_A_SLOT]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (7, "shown\n")
    assert "Skylark" not in ran.stderr


def test_an_interruption_from_the_keyboard_ends_the_program():
    with pytest.raises(SystemExit) as ended:
        trouble._unexpected(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended.value.code == 130
