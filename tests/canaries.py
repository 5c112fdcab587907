"""A leader who writes words that must never get out: run as a program of its own, in a home of its own.

    python canaries.py PAPER PLAN RETURN       plan in the real window, save those three files, meet errors
    python canaries.py --broken COMMAND…       the command line, with a fault of ours in it

What the window suggested as file names, and any socket to another machine, is printed as JSON.
"""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from tests.hands import Hands

from amie_planner import app, cli, places
from amie_planner.errors import AmieError
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.sidebar import PROGRAMMES, REPORTS

CANARIES = ("Zarquonia", "Slartibart", "Vogonbarb", "Trillibeeb")
NAME, TITLE, NEED, SAID = CANARIES
Key = Qt.Key

suggested: list[str] = []
sockets: list[str] = []


def listen() -> None:
    """Notes every socket of the internet that Python makes, and every one that Qt holds."""

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
            sockets.append(event)

    sys.addaudithook(audit)


def look_for_sockets() -> None:
    """Notes the internet sockets that this program holds now, whoever made them. Source: proc(5)."""
    tables = [Path(f"/proc/self/net/{name}") for name in ("tcp", "tcp6", "udp", "udp6")]
    known = {line.split()[9] for table in tables if table.exists() for line in table.read_text().splitlines()[1:]}
    held = [str(link.readlink()) for link in Path("/proc/self/fd").glob("*") if link.is_symlink()]
    sockets.extend(link for link in held if link.startswith("socket:") and link[8:-1] in known)


def save_as(hands: Hands, path: str) -> None:
    """Answers the file dialog that is about to open."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        suggested.append(field.text())
        field.setFocus()
        hands.write(path)
        hands.press(Key.Key_Return)

    hands.meanwhile(fill)


def answer(hands: Hands, *keys: Key) -> None:
    """Answers the question that is about to open."""

    def press() -> None:
        assert isinstance(QApplication.activeModalWidget(), QMessageBox)
        for key in keys:
            hands.press(key)

    hands.meanwhile(press)


def meet(hands: Hands, error: Exception) -> None:
    """Lets an error out of a slot, and closes what it shows."""

    def fail() -> None:
        raise error

    answer(hands, Key.Key_Escape)
    QTimer.singleShot(0, fail)
    wait = 0
    while QApplication.activeModalWidget() is None and wait < 500:
        QApplication.processEvents()
        wait += 1
    while QApplication.activeModalWidget() is not None:
        QApplication.processEvents()


def when_there(path: Path) -> None:
    """Waits for a file that is made beside the window."""
    while not path.exists():
        QApplication.processEvents()


def plan(window: MainWindow, paper: str, plan_file: str, return_file: str) -> None:
    """A whole afternoon: a programme, a person, a voice, every panel, errors, papers, a return."""
    hands = Hands(window)

    def begin() -> None:
        hands.write(f"{TITLE} & <b>{TITLE}</b>")
        hands.press(Key.Key_Return)

    hands.meanwhile(begin)
    hands.press(Key.Key_N, ctrl=True)
    hands.press(Key.Key_Return)
    hands.write(f"{TITLE} song")
    hands.press(Key.Key_4, ctrl=True)
    hands.push("Add person")
    hands.write(NAME)
    hands.push("Add access requirement")
    hands.fill("In their words", f"{NEED} hurts")
    hands.press(Key.Key_5, ctrl=True)
    hands.push("Add voice entry")
    hands.write(f"More {SAID}")
    hands.press(Key.Key_6, ctrl=True)
    hands.fill("Date", "8/9/2026")
    meet(hands, ValueError(f"{NAME} of {TITLE}"))
    meet(hands, AmieError(f"{NAME} cannot be.", NEED))
    save_as(hands, paper)
    hands.press(Key.Key_P, ctrl=True)
    when_there(Path(paper))
    look_for_sockets()
    hands.press(Key.Key_Z, ctrl=True, times=2)
    hands.push("All programmes")
    hands.go_to("Hand on as a plan file…")

    def with_people() -> None:
        save_as(hands, plan_file)
        hands.press(Key.Key_Tab)
        hands.press(Key.Key_Return)

    hands.meanwhile(with_people)
    hands.press(Key.Key_Space)
    hands.go_to("New programme…", back=True)
    hands.press(Key.Key_Backtab, shift=True)
    hands.press(Key.Key_Down, times=REPORTS - PROGRAMMES)
    hands.go_to("Save a list of sessions…")
    save_as(hands, return_file)
    hands.press(Key.Key_Space)
    window._looks._prefer(theme="dark", text_size=150)
    look_for_sockets()
    window.close()


def when_ready(do: Callable[[MainWindow], None]) -> None:
    """Waits until the planner is open behind the window; a fault here ends the program."""
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None or window.programmes is None:
        QTimer.singleShot(20, lambda: when_ready(do))
        return
    try:
        do(window)
    except BaseException as error:
        print(f"The journey stopped: {type(error).__name__}: {error}", file=sys.stderr)
        QApplication.exit(3)


def main(arguments: list[str]) -> int:
    """Runs the window or a broken command."""
    listen()
    if arguments[0] == "--broken":
        from amie_planner.cli import check

        def broken(asked: object) -> None:
            raise ValueError(f"{NAME} of {TITLE}")

        check.run = broken
        return cli.main(arguments[1:])
    QApplication(sys.argv[:1])
    QTimer.singleShot(0, lambda: when_ready(lambda window: plan(window, *arguments)))
    code = app.run(lambda: Store.open(places.planner_file()))
    print(json.dumps({"suggested": suggested, "sockets": sockets}))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
