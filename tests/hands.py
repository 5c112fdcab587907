"""A leader at the keyboard: keys go to whatever has the focus, in the window in front, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

MOST_TABS = 150
W = TypeVar("W", bound=QWidget)


def in_front(qtbot: QtBot, window: W, width: int | None = None, height: int | None = None) -> W:
    """The window, shown in front of all others, where keys go to it; it is closed when the test is over."""
    qtbot.addWidget(window)
    if width is not None and height is not None:
        window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def heard(signal: SignalInstance) -> list[Any]:
    """What a signal tells from now on."""
    told: list[Any] = []
    signal.connect(told.append)
    return told


class Hands:
    """Presses keys, and counts them.

    The window gets the focus back when a dialog has closed, as every window system but the offscreen one does.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    @property
    def here(self) -> QWidget:
        """What has the focus."""
        if QApplication.activeWindow() is None:
            self._window.activateWindow()
            QTest.qWaitForWindowActive(self._window, 2_000)
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None, "nothing has the focus"
        return widget

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return self.here.accessibleName()

    def press(self, key: Qt.Key, *, ctrl: bool = False, alt: bool = False, shift: bool = False, times: int = 1) -> None:
        """Presses one key, with others held."""
        held = Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for _ in range(times):
            self.pressed += 1
            QTest.keyClick(self.here, key, held)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Replaces what a field holds by typing."""
        self.press(Qt.Key.Key_A, ctrl=True)
        QTest.keyClicks(self.here, text)
        self.pressed += len(text)
        QApplication.processEvents()

    def go_to(self, name: str, *, back: bool = False) -> None:
        """Presses Tab until the thing of this name has the focus."""
        for _ in range(MOST_TABS):
            if self.name == name:
                return
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, shift=back)
        raise AssertionError(f"Tab never came to “{name}”")

    def fill(self, name: str, text: str) -> None:
        """Goes on to a field and types in it."""
        self.go_to(name)
        self.write(text)
        self.press(Qt.Key.Key_Tab)

    def choose(self, name: str, option: str) -> None:
        """Goes on to a list of choices and types the beginning of one."""
        self.go_to(name)
        QTest.keyClicks(self.here, option)
        self.pressed += len(option)
        QApplication.processEvents()

    def push(self, name: str) -> None:
        """Goes on to a button or tick box and presses it."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def meanwhile(self, do: Callable[[], None]) -> None:
        """Does something once a dialog that is about to open has the focus."""

        def ready() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog.isAncestorOf(QApplication.focusWidget() or dialog.parentWidget()):
                do()
            else:
                QTimer.singleShot(20, ready)

        QTimer.singleShot(20, ready)
