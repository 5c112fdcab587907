"""The one place where the window's parts are built and joined."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from amie_planner import log, places, preferences
from amie_planner.errors import AmieError
from amie_planner.ui import theme, trouble
from amie_planner.ui.main_window import MainWindow

if TYPE_CHECKING:
    from amie_planner.store.store import Store
    from amie_planner.ui.workspace import Workspace

SETTLED = 100
"""Milliseconds after which what was shown has been painted."""
TURN = 0.001
"""Seconds after which work in another thread lets the window go on."""


def run(open_planner: Callable[[], Store]) -> int:
    """Opens the window at once and the planner after its first paint. Returns the exit code."""
    log.start(places.log_file())
    with tempfile.TemporaryDirectory(prefix="amie-") as nowhere:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        trouble.watch()
        window = framed(app)
        window.painted.connect(lambda: _begin(window, open_planner))
        window.show()
        return app.exec()


def framed(app: QApplication) -> MainWindow:
    """The window's frame, dressed as the leader prefers; preferences are kept as they change."""
    app.setApplicationName("AMIE Planner")
    app.setApplicationDisplayName("AMIE Planner")
    chosen = preferences.read(places.preferences_file())
    family, points = theme.load_fonts(), app.font().pointSizeF()

    def dress(preferred: preferences.Preferences) -> None:
        theme.dress(app, family, points, preferred.theme, preferred.text_size)

    def prefer(preferred: preferences.Preferences) -> None:
        dress(preferred)
        preferences.write(places.preferences_file(), preferred)

    dress(chosen)
    window = MainWindow(chosen)
    window.preferred.connect(prefer)
    return window


def _begin(window: MainWindow, open_planner: Callable[[], Store]) -> None:
    from amie_planner.ui.workspace import Workspace

    try:
        store = open_planner()
    except AmieError as error:
        trouble.tell(window, error)
        window.close()
        return
    workspace = Workspace(store, window)
    window.load(workspace, date.today)
    QTimer.singleShot(SETTLED, window, lambda: _look_ahead(store, workspace))


def _look_ahead(store: Store, workspace: Workspace) -> None:
    """Readies the first change, beside the window. Exit waits for it: cut off there, Python can crash."""
    sys.setswitchinterval(TURN)
    Thread(target=_get_ready, args=(store, workspace)).start()


def _get_ready(store: Store, workspace: Workspace) -> None:
    """Nothing is cleared away meanwhile: that would hold the window up, and take parts of it down in this thread.

    In its own turn the window tells of a file that is not whole, and closes.
    """
    gc.disable()
    try:
        store.get_ready_to_write()
    except AmieError as error:
        workspace.damaged.emit(error)
    finally:
        gc.freeze()  # what has been loaded stays for good
        gc.enable()
