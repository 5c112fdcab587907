"""The paper on screen is the very file that is saved; a full disk leaves the old file as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner import __file__ as package
from amie_planner.checks import Heard
from amie_planner.documents import DOCUMENTS
from amie_planner.domain.plan import Plan
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets.paper import Paper, pages

PLAN = load(SPACE_SOUNDS).plan("s1")


def shown(qtbot: QtBot, plan: Plan = PLAN) -> Paper:
    paper = Paper(lambda: plan, Heard)
    qtbot.addWidget(paper)
    paper.resize(900, 700)
    paper.show()
    paper.refresh()
    return paper


def sheets(paper: Paper) -> list[QLabel]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return [label for label in paper.findChildren(QLabel, "page") if label.isVisible()]


@pytest.mark.parametrize("at", range(len(DOCUMENTS)))
def test_what_is_saved_is_what_is_shown_byte_for_byte(qtbot: QtBot, tmp_path: Path, at: int):
    paper = shown(qtbot)
    paper.faces.choose(at)
    told: list[Path] = []
    paper.saved.connect(told.append)
    paper.save_to(tmp_path / "paper.pdf")
    written = (tmp_path / "paper.pdf").read_bytes()
    assert written == paper.pdf == DOCUMENTS[at].of_plan(PLAN)
    assert told == [tmp_path / "paper.pdf"]
    drawn = pages(written)
    assert len(sheets(paper)) == len(drawn) >= 1
    for sheet, (picture, text) in zip(sheets(paper), drawn, strict=True):
        assert sheet.pixmap().toImage().convertToFormat(picture.format()) == picture
        assert sheet.accessibleDescription() == text
    assert [sheet.accessibleName() for sheet in sheets(paper)] == [f"Page {n + 1}" for n in range(len(drawn))]


def test_the_pages_can_be_read_by_keys(qtbot: QtBot):
    paper = shown(qtbot)
    assert all(sheet.focusPolicy() == Qt.FocusPolicy.StrongFocus for sheet in sheets(paper))


def test_paper_that_nobody_sees_is_not_made(qtbot: QtBot):
    def never() -> Plan:
        raise AssertionError("no plan was asked for")

    paper = Paper(never, Heard)
    qtbot.addWidget(paper)
    paper.refresh()
    assert paper.pdf == b""


def test_the_paper_follows_the_plan(qtbot: QtBot):
    plans = [a_plan(activities=[{"id": "a1", "title": title, "minutes": 5}]) for title in ("Thunder", "Rain")]
    paper = Paper(lambda: plans[0], Heard)
    qtbot.addWidget(paper)
    paper.show()
    paper.refresh()
    first = sheets(paper)[0].accessibleDescription()
    plans.pop(0)
    paper.refresh()
    second = sheets(paper)[0].accessibleDescription()
    assert "Thunder" in first
    assert "Rain" in second
    assert "Thunder" not in second


@pytest.mark.parametrize(("typed", "written"), [("paper.pdf", "paper.pdf"), ("paper", "paper.pdf"), ("P.PDF", "P.PDF")])
def test_a_file_name_ends_as_a_pdf_does(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
):
    asked: list[str] = []

    def answer(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / typed), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    paper = shown(qtbot)
    paper.save.click()
    assert (tmp_path / written).read_bytes() == paper.pdf
    assert asked == [f"{DOCUMENTS[0].id}.pdf"]


def test_no_file_name_writes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    paper = shown(qtbot)
    told: list[Path] = []
    paper.saved.connect(told.append)
    paper.save.click()
    assert not told


NOT_YET = """
import resource, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from amie_planner.checks import Heard
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets.paper import Paper

plan = load(Path(sys.argv[1])).plan("s1")
app = QApplication([])
paper = Paper(lambda: plan, Heard)
paper.show()
paper.refresh()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    paper.save_to(Path(sys.argv[2]))
except AmieError as error:
    print(len(paper.pdf), error)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits on the size of a file are POSIX")
def test_where_there_is_no_room_the_old_paper_stays_as_it_was(tmp_path: Path):
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"the old one")
    environment = {**os.environ, "PYTHONPATH": str(Path(package).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", NOT_YET, str(SPACE_SOUNDS), str(target)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    size, _, said = ran.stdout.partition(" ")
    assert int(size) > 4096
    assert "no room left" in said
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_picture_of_a_page_is_of_the_page(qtbot: QtBot):
    pdf = DOCUMENTS[0].of_plan(PLAN)
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
    picture, text = pages(pdf)[0]
    assert picture.width() / picture.height() == pytest.approx(width / height, rel=0.01)
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 300, 3)}
    assert "#ffffff" in colours
    assert len(colours) > 3
    assert PLAN.session.title in text


def test_what_prints_as_words_in_brackets_is_said(qtbot: QtBot):
    plan = a_plan(activities=[{"id": "a1", "title": "གླུ", "minutes": 5}])
    assert "[Tibetan script]" in shown(qtbot, plan).about.text()
    assert "[Tibetan script]" not in shown(qtbot).about.text()
