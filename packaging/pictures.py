"""Makes the README's pictures with the program itself: the session screen and a run sheet of the sample planner.

Run from the project's environment: QT_QPA_PLATFORM=offscreen python packaging/pictures.py
"""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
SETTLED = 400
"""Milliseconds until the findings are there."""


def main() -> None:
    """Writes session.png, access.png and run-sheet.png."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AMIE_HOME"] = folder
        from amie_planner import app
        from amie_planner.cli.demo import sample_planner
        from amie_planner.ui.screens.session import ACCESS
        from amie_planner.ui.widgets.paper import pages
        from amie_planner.ui.workspace import Workspace

        store = sample_planner(Path(folder))
        window = app.framed(QApplication([]))
        window.load(Workspace(store, window), lambda: date(2026, 9, 1))
        window.show()
        space = next(programme for programme in store.programmes() if programme.title.startswith("Space"))
        window.open_session(space.id, "s1")
        session = window.session
        if session is None:
            raise SystemExit("The session did not open.")
        session.planning.choose("a3")
        session.beside.faces.choose(1)
        QTest.qWait(SETTLED)
        PICTURES.mkdir(exist_ok=True)
        window.grab().save(str(PICTURES / "session.png"))
        session.faces.choose(ACCESS)
        QTest.qWait(SETTLED)
        window.grab().save(str(PICTURES / "access.png"))
        session.show_paper()
        QTest.qWait(SETTLED)
        pages(session.paper.pdf)[0][0].save(str(PICTURES / "run-sheet.png"))
        store.close()


if __name__ == "__main__":
    main()
