"""A leader brings in a class list of words that must never get out: run as a program of its own, in a home of its own.

    python list_canaries.py LIST REFUSED PLANNER

It chooses the lists in the file dialog, brings the first one in, meets an error of ours, and has the second refused.
What was done and what each message says first is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands

from amie_planner import log, places
from amie_planner.domain.bringing_in import bring_in
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui import trouble
from amie_planner.ui.widgets.bringing_in_people import ask_and_bring_in_people
from amie_planner.ui.widgets.class_list_dialog import ClassListDialog
from amie_planner.ui.workspace import Workspace

Key = Qt.Key


def when(kind: type[QDialog], do: Callable[[], None]) -> None:
    """Does something once a dialog of this kind has the focus."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind) and QApplication.focusWidget() is not None:
        do()
    else:
        QTimer.singleShot(20, lambda: when(kind, do))


def choose(hands: Hands, path: str) -> None:
    """Answers the file dialog that is about to open."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.findChild(QLineEdit, "fileNameEdit").setFocus()
        hands.write(path)
        hands.press(Key.Key_Return)

    when(QFileDialog, fill)


def press(hands: Hands, kind: type[QDialog], name: str) -> None:
    """Goes to a button of the dialog that is about to open and presses it."""
    when(kind, lambda: hands.push(name))


def leave(hands: Hands, left: list[QMessageBox]) -> None:
    """Says what the message that is about to open says, and leaves it."""

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        print(box.text().splitlines()[0])
        hands.press(Key.Key_Escape)
        left.append(box)

    when(QMessageBox, read)


def main(good: str, refused: str, planner: str) -> None:
    """The whole journey."""
    app = QApplication(sys.argv[:1])
    log.start(places.log_file())
    trouble.watch()
    window = QWidget()
    window.show()
    hands, left = Hands(window), list[QMessageBox]()
    with Store.open(Path(planner)) as store:
        store.apply(bring_in(load(SPACE_SOUNDS), 0))
        workspace = Workspace(store)
        [programme] = workspace.programmes()

        def journey() -> None:
            choose(hands, good)
            press(hands, ClassListDialog, "Bring in 1 person")
            print(ask_and_bring_in_people(window, workspace, programme.id))
            QTimer.singleShot(0, broken)

        def broken() -> None:
            QTimer.singleShot(0, refuse)
            leave(hands, left)
            raise ValueError(workspace.series(programme.id).people[-1].name)

        def refuse() -> None:
            if QApplication.activeModalWidget() is not None:
                QTimer.singleShot(20, refuse)
                return
            QTimer.singleShot(0, lambda: choose(hands, refused))
            QTimer.singleShot(0, lambda: leave(hands, left))
            QTimer.singleShot(60, end)
            ask_and_bring_in_people(window, workspace, programme.id)

        def end() -> None:
            if len(left) < 2 or QApplication.activeModalWidget() is not None:
                QTimer.singleShot(60, end)
            else:
                app.quit()

        QTimer.singleShot(0, journey)
        app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
