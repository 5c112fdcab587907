"""What happens when something goes wrong: one dialog, in plain text, and a log line without personal data."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from amie_planner import log
from amie_planner.errors import AmieError

_OURS = "Something in AMIE Planner went wrong. Everything you wrote is saved."
_OURS_HINT = "You can go on. If it happens again, close the window and open it again."


def watch() -> None:
    """From now on an unexpected error is logged and shown once, and Qt's own warnings go to the log by kind."""
    sys.excepthook = _unexpected
    qInstallMessageHandler(_from_qt)


def tell(parent: QWidget | None, error: AmieError) -> None:
    """Shows what a leader can mend, and how."""
    box = QMessageBox(parent)
    box.setObjectName("trouble")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle("AMIE Planner")
    box.setText(f"{error.message}\n\n{error.hint}".strip())
    box.exec()


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.exit(130)
    if not isinstance(error, AmieError):
        log.trouble("Unexpected error", error)
        error = AmieError(_OURS, _OURS_HINT)
    if QApplication.instance() is not None:
        tell(QApplication.activeWindow(), error)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        log.LOGGER.error("Qt reported a problem in %s", context.category or "general")
