"""Makes the README's pictures with the program itself, from the sample planner: what is on screen, and what is printed.

Run from the project's environment: QT_QPA_PLATFORM=offscreen python packaging/pictures.py
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from amie_planner.domain.plan import Plan
    from amie_planner.store.store import Store
    from amie_planner.ui.main_window import MainWindow

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
SETTLED = 400
"""Milliseconds until the findings are there."""
COLOURS = 128
"""In a picture: flat grounds and text look the same, in a third of the bytes."""
PRINTED = ("access-sheet", "participant-strip")
WIDE = 744
"""Pixels of a printed page."""
DESK, EDGE, BETWEEN = QColor("#f4f2ee"), QColor("#c9c4bb"), 24


def main() -> None:
    """Writes session.png, access.png, balance.png, paper.png, run-sheet.png and papers.png."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AMIE_HOME"] = folder
        from amie_planner import app
        from amie_planner.cli.demo import sample_planner
        from amie_planner.ui.workspace import Workspace

        store = sample_planner(Path(folder))
        window = app.framed(QApplication([]))
        window.load(Workspace(store, window), lambda: date(2026, 9, 1))
        window.show()
        PICTURES.mkdir(exist_ok=True)
        space = next(programme for programme in store.programmes() if programme.title.startswith("Space"))
        take_session(window, space.id)
        take_balance(window, space.id)
        take_printed(store, space.id)
        store.close()


def take_session(window: MainWindow, programme: str) -> None:
    """The plan with HEARD beside it, who can join in where, and the papers."""
    from amie_planner.ui.screens.session import ACCESS, PAPER

    window.open_session(programme, "s1")
    session = window.session
    if session is None:
        raise SystemExit("The session did not open.")
    session.planning.choose("a3")
    session.beside.faces.choose(1)
    take(window, "session")
    session.faces.choose(ACCESS)
    take(window, "access")
    session.show_face(PAPER)
    if not session.paper.pdf:
        raise SystemExit(f"There is no paper: {session.paper.problem.text()}")
    take(window, "paper")


def take_balance(window: MainWindow, programme: str) -> None:
    """What the sessions of a programme were made of, once it is worked out."""
    from amie_planner.ui.screens.series import SeriesScreen

    window.open_series(programme)
    page = window.stack.currentWidget()
    if not isinstance(page, SeriesScreen):
        raise SystemExit("The programme did not open.")
    page.period.show_stretch("whole")
    page.check()
    take(window, "balance")


def take_printed(store: Store, programme: str) -> None:
    """The run sheet, and two more papers side by side."""
    from amie_planner.documents import DOCUMENTS

    plan = store.series(programme).plan("s1")
    keep(printed("run-sheet", plan), "run-sheet")
    keep(side_by_side([printed(document.id, plan) for document in DOCUMENTS if document.id in PRINTED]), "papers")


def printed(document: str, plan: Plan) -> QImage:
    """The first page of a paper."""
    from amie_planner.checks import run
    from amie_planner.documents import DOCUMENTS
    from amie_planner.ui.models.paper_pages import View, pages_of, pictures

    pdf = next(each for each in DOCUMENTS if each.id == document).render(plan, run(plan))
    return pictures(pdf, pages_of(pdf), [0], View(WIDE, WIDE))[0]


def side_by_side(sheets: Sequence[QImage]) -> QImage:
    """Pages on a desk."""
    width = sum(sheet.width() + BETWEEN for sheet in sheets) + BETWEEN
    desk = QImage(width, max(sheet.height() for sheet in sheets) + 2 * BETWEEN, QImage.Format.Format_RGB32)
    desk.fill(DESK)
    painter, x = QPainter(desk), BETWEEN
    painter.setPen(EDGE)
    for sheet in sheets:
        painter.drawImage(x, BETWEEN, sheet)
        painter.drawRect(x - 1, BETWEEN - 1, sheet.width() + 1, sheet.height() + 1)
        x += sheet.width() + BETWEEN
    painter.end()
    return desk


def take(window: MainWindow, name: str) -> None:
    """The window as it is when all is there."""
    QTest.qWait(SETTLED)
    keep(window.grab().toImage(), name)


def keep(picture: QImage, name: str) -> None:
    """Writes a picture in few bytes."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(BytesIO(bytes(buffer.data().data()))) as drawn:
        few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
