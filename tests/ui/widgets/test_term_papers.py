"""Many papers at once: which, in which style, with whom called how; each file whole, and the window goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.closed_folders import IN_THE_WAY, in_the_way
from tests.hands import Hands, in_front
from tests.ui.papers import a_term, text_of

from amie_planner import places, preferences
from amie_planner.checks import PLAN_CHECKS
from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import DOCUMENTS
from amie_planner.domain.plan import Series
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.preferences import PaperChoices
from amie_planner.ui.models.papers import PRESETS, Preset
from amie_planner.ui.widgets import term_papers
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.term_papers import TermPapers

ROOM, RUN, HUB, STRIPS = PRESETS
Key = Qt.Key


def opened(qtbot: QtBot, series: Series, preset: Preset | None = None) -> TermPapers:
    plans = [series.plan(lines.session.id) for lines in series.in_order()]
    return in_front(qtbot, TermPapers(plans, PLAN_CHECKS, preset))


def ticked(dialog: TermPapers) -> list[str]:
    return [tick.accessibleName() for tick in dialog.asks.ticks if tick.isChecked()]


def tick_only(dialog: TermPapers, *ids: str) -> None:
    for document, tick in zip(DOCUMENTS, dialog.asks.ticks, strict=True):
        if tick.isChecked() != (document.id in ids):
            tick.click()


def pick(dialog: TermPapers, chooser: str, words: str) -> None:
    combo = getattr(dialog.asks, chooser).combo
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


def saved(qtbot: QtBot, dialog: TermPapers, folder: Path) -> list[str]:
    """Saves to a folder; the names of what is there when nothing goes on."""
    dialog.save_in(folder)
    qtbot.waitUntil(lambda: not dialog.batch.under_way, timeout=60_000)
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """What is answered to the next questions (put there by a test), with what was asked put in its place."""
    held: list[tuple[int, str]] = []

    def ask(parent: object, question: str, *offered: str) -> int:
        answer, _ = held[-1]
        held[-1] = (answer, question)
        return answer

    monkeypatch.setattr(term_papers, "ask", ask)
    return held


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_set_shows_what_would_be_printed(qtbot: QtBot, preset: Preset):
    dialog = opened(qtbot, a_term(1), preset)
    assert ticked(dialog) == [document.label for document in preset.documents()]
    assert all(tick.accessibleDescription() for tick in dialog.asks.ticks)
    assert dialog.print.hasFocus()
    assert dialog.count.text().startswith(f"{len(preset.papers)} paper")


def test_a_copy_for_the_hub_says_that_it_names_nobody_and_does_not(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(1), HUB)
    assert all(
        "no names" in t.accessibleDescription() or "by code" in t.accessibleDescription() for t in dialog.asks.ticks
    )
    said = [text_of(folder / name) for name in saved(qtbot, dialog, folder)]
    assert len(said) == 2
    assert not [text for text in said if "Sky" in text or "River" in text]


def test_a_set_chosen_for_a_term_ticks_its_papers_and_keeps_its_rule(qtbot: QtBot):
    dialog = opened(qtbot, a_term(2))
    assert ticked(dialog) == [document.label for document in DOCUMENTS if document.id in ROOM.papers]
    dialog.asks.presets[HUB.id].click()
    assert ticked(dialog) == [document.label for document in DOCUMENTS if document.id in HUB.papers]
    chosen = [t.accessibleDescription() for t in dialog.asks.ticks if t.isChecked()]
    assert all(said.startswith(("no names", "by code")) for said in chosen)
    assert dialog.count.text() == "4 papers of 2 sessions"


def test_the_last_set_style_and_format_are_remembered(qtbot: QtBot):
    dialog = opened(qtbot, a_term(1))
    dialog.asks.presets[STRIPS.id].click()
    pick(dialog, "print_style", "Large print")
    pick(dialog, "form", "Web page")
    assert preferences.read_paper(places.preferences_file()) == PaperChoices(STRIPS.id, "large", "html")
    again = opened(qtbot, a_term(1))
    assert ticked(again) == ticked(dialog)
    assert (again.asks.print_style.value, again.asks.form.value) == ("large", "html")


def test_where_nobody_may_be_named_a_paper_that_must_tell_people_apart_goes_by_code(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(1), ROOM)
    pick(dialog, "names", "No names")
    by_label = {tick.accessibleName(): tick for tick in dialog.asks.ticks}
    assert by_label["Access sheet"].accessibleDescription().startswith("by code")
    assert by_label["Run sheet"].accessibleDescription().startswith("no names")
    names = saved(qtbot, dialog, folder)
    assert len(names) == len(ROOM.papers)
    assert not [name for name in names if "Sky" in text_of(folder / name)]


def test_no_paper_ticked_prints_and_saves_nothing(qtbot: QtBot):
    dialog = opened(qtbot, a_term(1), RUN)
    dialog.asks.ticks[0].click()
    assert dialog.count.text() == "No paper is ticked."
    assert not dialog.print.isEnabled()
    assert not dialog.save.isEnabled()


def test_a_term_is_saved_file_by_file_and_told_when_done(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(3))
    tick_only(dialog, "run-sheet", "access-sheet")
    pick(dialog, "print_style", "Large print")
    assert saved(qtbot, dialog, folder) == [
        f"2026-09-{day}-{paper}-large.pdf" for day in ("08", "15", "22") for paper in ("access-sheet", "run-sheet")
    ]
    assert "Week 2" in text_of(folder / "2026-09-15-run-sheet-large.pdf")
    assert dialog.outcome == "Saved 6 papers."
    assert not dialog.isVisible()


def test_web_pages_are_saved_where_they_are_asked_for(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(1), RUN)
    pick(dialog, "form", "Web page")
    assert saved(qtbot, dialog, folder) == ["2026-09-08-run-sheet.html"]
    assert b"Week 1" in (folder / "2026-09-08-run-sheet.html").read_bytes()


@pytest.mark.parametrize(
    ("answer", "files", "first"),
    [
        (0, ["2026-09-08-run-sheet.pdf", "2026-09-15-run-sheet.pdf"], b"%PDF"),
        (1, ["2026-09-08-run-sheet-2.pdf", "2026-09-08-run-sheet.pdf", "2026-09-15-run-sheet.pdf"], b"old!"),
        (-1, ["2026-09-08-run-sheet.pdf"], b"old!"),
    ],
)
def test_a_file_that_is_there_is_asked_about_once(
    qtbot: QtBot, folder: Path, answers: list[tuple[int, str]], answer: int, files: list[str], first: bytes
):
    (folder / "2026-09-08-run-sheet.pdf").write_bytes(b"old!")
    answers.append((answer, ""))
    dialog = opened(qtbot, a_term(2))
    tick_only(dialog, "run-sheet")
    assert saved(qtbot, dialog, folder) == files
    assert answers == [(answer, "2026-09-08-run-sheet.pdf is there already.")]
    assert (folder / "2026-09-08-run-sheet.pdf").read_bytes()[:4] == first


def test_stopping_leaves_what_was_written_whole_and_nothing_half(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(30))
    tick_only(dialog, "run-sheet")
    dialog.batch.progressed.connect(lambda: dialog.stop.click() if dialog.batch.done == 2 else None)
    names = saved(qtbot, dialog, folder)
    assert names == ["2026-09-08-run-sheet.pdf", "2026-09-15-run-sheet.pdf"]
    assert all(text_of(folder / name) for name in names)
    assert dialog.outcome == "Stopped. Saved 2 of 30 papers."


def test_escape_stops_first(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(30))
    tick_only(dialog, "run-sheet")
    dialog.batch.progressed.connect(lambda: Hands(dialog).press(Key.Key_Escape) if dialog.batch.done == 1 else None)
    assert len(saved(qtbot, dialog, folder)) == 1
    assert dialog.outcome.startswith("Stopped.")


def test_a_folder_that_goes_is_said_in_words_and_it_can_be_tried_again(qtbot: QtBot, tmp_path: Path, folder: Path):
    dialog = opened(qtbot, a_term(2))
    tick_only(dialog, "run-sheet")
    dialog.save_in(tmp_path / "gone")
    qtbot.waitUntil(lambda: not dialog.batch.under_way)
    assert "There is no folder" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert dialog.save.hasFocus()
    assert len(saved(qtbot, dialog, folder)) == 2


@pytest.mark.skipif(os.name == "nt", reason="limits on the size of a file are POSIX")
def test_a_full_disk_is_said_in_words_and_the_old_file_stays(
    qtbot: QtBot, folder: Path, answers: list[tuple[int, str]]
):
    import resource
    import signal

    (folder / "2026-09-15-run-sheet.pdf").write_bytes(b"the old one")
    answers.append((0, ""))
    dialog = opened(qtbot, a_term(2))
    tick_only(dialog, "run-sheet")
    before, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        names = saved(qtbot, dialog, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert "no room left" in dialog.problem.text()
    assert names == ["2026-09-15-run-sheet.pdf"]
    assert (folder / names[0]).read_bytes() == b"the old one"


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_a_file_or_a_folder_that_takes_nothing_is_said_and_the_old_file_stays(
    qtbot: QtBot, folder: Path, answers: list[tuple[int, str]], what: str
):
    answers.append((0, ""))
    dialog = opened(qtbot, a_term(2))
    tick_only(dialog, "run-sheet")
    with in_the_way(what, "2026-09-08-run-sheet.pdf", b"the old one", folder) as target:
        names = saved(qtbot, dialog, target.parent)
        assert str(target.parent) in dialog.problem.text()
        assert dialog.problem.text().endswith("Saved 0 papers.")
        assert dialog.isVisible()
        assert names == [target.name]
        assert target.read_bytes() == b"the old one"


def test_what_easy_read_warns_about_is_said_of_each_paper_and_stays_to_be_read(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(2, title="la " * 20))
    tick_only(dialog, "run-sheet")
    pick(dialog, "print_style", "Easy read")
    assert len(saved(qtbot, dialog, folder)) == 2
    assert dialog.isVisible()
    assert dialog.count.text() == dialog.outcome == "Saved 2 papers."
    lines = dialog.told.text().splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Run sheet, 2026-09-08", "Run sheet, 2026-09-15"]
    assert all("more than 15 words" in line for line in lines)
    assert dialog.close_button.hasFocus()
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert dialog.outcome == "Saved 2 papers."


def in_question(qtbot: QtBot, dialog: TermPapers, folder: Path) -> list[str]:
    tick_only(dialog, "full-plan", "run-sheet")
    dialog.save_in(folder)
    qtbot.waitUntil(dialog.words.isVisible, timeout=20_000)
    return [button.accessibleName() for button in dialog.words.findChildren(Button) if button.isVisible()]


@pytest.mark.parametrize(
    ("decision", "outcome", "many"),
    [
        ("“River” is only", "Saved 4 papers.", 4),
        ("Print “a young person”", "Saved 4 papers.", 4),
        ("Leave this paper out", "Saved 2 papers. 2 papers left out.", 2),
        ("Stop", "Stopped. Saved 1 of 4 papers.", 1),
    ],
)
def test_a_word_that_may_be_a_name_is_asked_about_in_its_place(
    qtbot: QtBot, folder: Path, decision: str, outcome: str, many: int
):
    dialog = opened(qtbot, a_term(2, title="River song"))
    assert len(in_question(qtbot, dialog, folder)) == 3
    assert "“River” under “" in dialog.problem.text()
    while dialog.batch.under_way:
        waits = dialog.words.isVisible()
        for button in dialog.findChildren(Button) if waits else ():
            if button.isVisible() and button.accessibleName().startswith(decision):
                button.click()
                break
        QApplication.processEvents()
    assert dialog.outcome == outcome
    assert len(list(folder.iterdir())) == many


def test_a_word_leads_to_its_line_in_its_session(qtbot: QtBot, folder: Path):
    dialog = opened(qtbot, a_term(2, title="River song"))
    in_question(qtbot, dialog, folder)
    next(b for b in dialog.words.findChildren(Button) if b.accessibleName().startswith("Go to")).click()
    assert dialog.to_change == ("s0", Line(LineKind.ACTIVITY, "a1", ""))
    assert not dialog.isVisible()


def test_it_is_told_sparingly_how_far_it_has_come(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch):
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    dialog = opened(qtbot, a_term(20))
    tick_only(dialog, "run-sheet")
    said.clear()
    saved(qtbot, dialog, folder)
    assert said == ["1 of 20", "6 of 20", "11 of 20", "16 of 20"]


def test_what_is_printed_is_every_ticked_paper(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    asked: list[int] = []
    monkeypatch.setattr(term_papers, "ask_for_printer", lambda parent, pages: asked.append(pages) or printer)
    dialog = opened(qtbot, a_term(2))
    tick_only(dialog, "run-sheet")
    dialog.print.click()
    qtbot.waitUntil(lambda: bool(dialog.outcome), timeout=20_000)
    assert asked == [2]
    assert dialog.outcome == "Sent 2 pages to the printer."
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_and_another_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    monkeypatch.setattr(term_papers, "ask_for_printer", lambda parent, pages: printer)
    dialog = opened(qtbot, a_term(1), RUN)
    dialog.print.click()
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert "takes no pages" in dialog.problem.text()
    assert dialog.print.hasFocus()
    assert dialog.outcome == ""


def test_no_printer_chosen_leaves_the_papers_to_choose_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(term_papers, "ask_for_printer", lambda parent, pages: None)
    dialog = opened(qtbot, a_term(1), RUN)
    dialog.print.click()
    qtbot.waitUntil(lambda: not dialog.batch.under_way)
    assert dialog.isVisible()
    assert dialog.print.isEnabled()
    assert dialog.outcome == ""


def test_no_folder_chosen_saves_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog = opened(qtbot, a_term(1), RUN)
    dialog.save.click()
    assert not dialog.batch.under_way


def test_registers_of_a_term_ask_what_the_leader_asks(qtbot: QtBot, tmp_path: Path):
    own = (ReflectionPrompt.made(id="own1", words="Who made the tea?"),)
    series = a_term(2)
    plans = [series.plan(lines.session.id) for lines in series.in_order()]
    dialog = in_front(qtbot, TermPapers(plans, PLAN_CHECKS, own=lambda kind: own))
    tick_only(dialog, "register")
    names = saved(qtbot, dialog, tmp_path)
    assert len(names) == 2
    assert all("Who made the tea?" in text_of((tmp_path / name).read_bytes()) for name in names)
