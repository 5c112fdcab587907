"""The paper on screen is the very file that is saved; a full disk leaves the old file as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.closed_folders import IN_THE_WAY, in_the_way
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands, heard, in_front
from tests.plans import a_plan
from tests.ui.papers import text_of

from amie_planner import __file__ as package
from amie_planner import places, preferences
from amie_planner.checks import Heard, run
from amie_planner.checks.check import Line, LineKind
from amie_planner.documents import DOCUMENTS, FULL_PLAN, LARGE, REGISTER, RUN_SHEET, Names, Sheet
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.preferences import PaperChoices
from amie_planner.ui.models.paper_pages import pages_of
from amie_planner.ui.models.papers import PRESETS, ROOM
from amie_planner.ui.widgets import term_papers
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.paper import Paper
from amie_planner.ui.widgets.term_papers import TermPapers

HUB = PRESETS[2]
Key = Qt.Key
PLAN = load(SPACE_SOUNDS).plan("s1")
RUN, FULL = DOCUMENTS.index(RUN_SHEET), DOCUMENTS.index(FULL_PLAN)
WITH_RIVER = a_plan(parts={"people": [{"id": "p1", "alias": "River"}]})
RIVER = a_plan(
    parts={"people": [{"id": "p1", "alias": "River"}]},
    activities=[{"id": "a0", "title": "Hello"}, {"id": "a1", "title": "River song", "minutes": 5}],
)


def shown(qtbot: QtBot, plan: Plan = PLAN, at: int = RUN) -> Paper:
    """The paper face, once it shows a paper."""
    paper = Paper(lambda: plan, Heard)
    in_front(qtbot, paper, 1100, 700)
    change(qtbot, paper, lambda: paper.choose(at))
    return paper


def change(qtbot: QtBot, paper: Paper, do: Callable[[], object]) -> None:
    """Does something and waits until its paper is shown."""
    do()
    paper.refresh()
    assert isinstance(paper.pdf, bytes)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def pick(paper: Paper, chooser: str, words: str) -> None:
    """Chooses in a list of choices, as by hand."""
    combo = getattr(paper, chooser).combo
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


def sheets(paper: Paper) -> list[QLabel]:
    return [label for label in paper.findChildren(QLabel, "page") if label.isVisible()]


def buttons(paper: Paper) -> list[str]:
    return [button.accessibleName() for button in paper.words.findChildren(Button) if button.isVisible()]


def press(paper: Paper, start: str) -> None:
    next(button for button in paper.words.findChildren(Button) if button.accessibleName().startswith(start)).click()


def suggests(monkeypatch: pytest.MonkeyPatch, path: str) -> list[str]:
    """Answers the file dialog with a path; what was suggested there."""
    asked: list[str] = []

    def answer(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append(name)
        return path, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def refused(qtbot: QtBot, paper: Paper, path: Path) -> AmieError:
    """What is told in the window where a paper cannot be written."""
    with qtbot.captureExceptions() as caught:
        paper.save_to(path)
        paper.leave()
    [(_, error, _)] = caught
    assert isinstance(error, AmieError)
    return error


@pytest.mark.parametrize("at", range(len(DOCUMENTS)))
def test_what_is_saved_is_what_is_shown_byte_for_byte(qtbot: QtBot, tmp_path: Path, at: int):
    paper = shown(qtbot, at=at)
    told = heard(paper.saved)
    paper.save_to(tmp_path / "paper.pdf")
    paper.leave()
    written = (tmp_path / "paper.pdf").read_bytes()
    assert written == paper.pdf == DOCUMENTS[at].render(PLAN, run(PLAN))
    assert told == [tmp_path / "paper.pdf"]
    pages = pages_of(written)
    assert [sheet.accessibleDescription() for sheet in sheets(paper)] == [page.text for page in pages]
    assert [sheet.accessibleName() for sheet in sheets(paper)] == [f"Page {n + 1}" for n in range(len(pages))]


def test_the_pages_can_be_read_by_keys(qtbot: QtBot):
    paper = shown(qtbot)
    assert all(sheet.focusPolicy() == Qt.FocusPolicy.StrongFocus for sheet in sheets(paper))


def test_every_paper_is_in_the_list_with_whom_it_is_for_and_keys_go_through_it(qtbot: QtBot):
    paper = shown(qtbot)
    spoken = [paper.list.model.data(paper.list.model.index(n), Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert spoken == [f"{document.label}. {document.audience}" for document in DOCUMENTS[:2]]
    paper.list.setFocus()
    Hands(paper).press(Key.Key_Down)
    assert paper.document is DOCUMENTS[1]
    assert text_of(paper.pdf) == text_of(DOCUMENTS[1].render(PLAN, run(PLAN)))


@pytest.mark.parametrize("at", range(len(DOCUMENTS)))
def test_a_paper_offers_the_styles_and_the_rules_for_names_that_it_allows(qtbot: QtBot, at: int):
    paper = shown(qtbot, at=at)
    styles = [paper.print_style.combo.itemText(n) for n in range(paper.print_style.combo.count())]
    assert styles == [style.name.capitalize() for style in DOCUMENTS[at].styles]
    assert paper.names.combo.count() == len(DOCUMENTS[at].names)


def test_a_style_is_shown_at_once_and_remembered(qtbot: QtBot):
    paper = shown(qtbot)
    change(qtbot, paper, lambda: pick(paper, "print_style", "Large print"))
    assert paper.pdf == RUN_SHEET.render(PLAN, run(PLAN), style=LARGE)
    assert shown(qtbot).print_style.value == LARGE.id
    assert preferences.read_paper(places.preferences_file()) == PaperChoices(style=LARGE.id)


def test_a_rule_for_names_is_of_one_paper_and_not_of_the_next(qtbot: QtBot):
    paper = shown(qtbot)
    change(qtbot, paper, lambda: pick(paper, "names", "No names"))
    assert paper.pdf == RUN_SHEET.render(PLAN, run(PLAN), Names.NONE)
    change(qtbot, paper, lambda: paper.choose(FULL))
    change(qtbot, paper, lambda: paper.choose(RUN))
    assert paper.names.value == Names.NONE
    assert shown(qtbot).names.value == RUN_SHEET.names[0]


def test_every_file_has_codes_of_its_own(qtbot: QtBot, tmp_path: Path):
    paper = shown(qtbot)
    change(qtbot, paper, lambda: pick(paper, "names", "By code"))
    for n in range(2):
        paper.save_to(tmp_path / f"{n}.pdf")
    paper.leave()
    said = [paper.pdf, *((tmp_path / f"{n}.pdf").read_bytes() for n in range(2))]
    assert len({text_of(each) for each in said}) == 3
    assert not [person.alias for person in PLAN.people if any(person.alias in text_of(each) for each in said)]
    assert "made fresh" in paper.about.text()


def test_the_same_paper_is_saved_as_a_web_page(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = suggests(monkeypatch, str(tmp_path / "sheet"))
    paper = shown(qtbot)
    paper.save_web.click()
    paper.leave()
    assert asked == ["2026-09-08-run-sheet.html"]
    assert (tmp_path / "sheet.html").read_bytes() == RUN_SHEET.sheet(PLAN, run(PLAN)).html()
    assert preferences.read_paper(places.preferences_file()).form == "html"


def test_paper_that_nobody_sees_is_not_made(qtbot: QtBot):
    def never() -> Plan:
        raise AssertionError("no plan was asked for")

    paper = Paper(never, Heard)
    qtbot.addWidget(paper)
    paper.refresh()
    assert paper.pdf == b""


def test_the_paper_follows_the_plan_and_its_pages_keep_scroll_and_focus(qtbot: QtBot):
    plans = [a_plan(activities=[{"id": "a1", "title": title, "minutes": 5}]) for title in ("Thunder", "Rain")]
    paper = Paper(lambda: plans[0], Heard)
    in_front(qtbot, paper, 900, 500)
    change(qtbot, paper, lambda: None)
    sheets(paper)[0].setFocus()
    bar = paper.pages.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(90)
    first = sheets(paper)[0].accessibleDescription()
    plans.pop(0)
    change(qtbot, paper, lambda: None)
    second = sheets(paper)[0].accessibleDescription()
    assert "Thunder" in first
    assert "Rain" in second
    assert "Thunder" not in second
    assert sheets(paper)[0].hasFocus()
    assert bar.value() == 90


def test_the_old_pages_stay_until_the_new_are_there(qtbot: QtBot):
    paper = shown(qtbot)
    before = sheets(paper)[0].accessibleDescription()
    paper.choose(FULL)
    assert sheets(paper)[0].accessibleDescription() == before
    with qtbot.waitSignal(paper.shown):
        pass
    assert sheets(paper)[0].accessibleDescription() != before


@pytest.mark.parametrize(("typed", "written"), [("paper.pdf", "paper.pdf"), ("paper", "paper.pdf"), ("P.PDF", "P.PDF")])
def test_a_file_name_ends_as_a_pdf_does(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
):
    asked = suggests(monkeypatch, str(tmp_path / typed))
    paper = shown(qtbot)
    paper.save.click()
    paper.leave()
    assert (tmp_path / written).read_bytes() == paper.pdf
    assert asked == ["2026-09-08-run-sheet.pdf"]


def test_no_file_name_writes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    suggests(monkeypatch, "")
    paper = shown(qtbot)
    told = heard(paper.saved)
    paper.save.click()
    assert not told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone/paper.pdf", "There is no folder"),
        ("a" * 300 + ".pdf", "too long"),
        ("a\0b.pdf", "character that cannot be in one"),
        ("folder.pdf", "is a folder"),
        ("taken/paper.pdf", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_in_words_and_changes_nothing(
    qtbot: QtBot, tmp_path: Path, name: str, said: str
):
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "taken").write_bytes(b"a file")
    before = sorted(path.name for path in tmp_path.iterdir())
    paper = shown(qtbot)
    told = heard(paper.saved)
    assert said in refused(qtbot, paper, tmp_path / name).message
    assert not told
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == [n for n in before if n != "home"]
    assert (tmp_path / "taken").read_bytes() == b"a file"


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_a_file_or_a_folder_that_takes_nothing_is_said_and_the_old_paper_stays(qtbot: QtBot, tmp_path: Path, what: str):
    paper = shown(qtbot)
    told = heard(paper.saved)
    with in_the_way(what, "run-sheet.pdf", b"the old one", tmp_path / "papers") as target:
        error = refused(qtbot, paper, target)
        assert str(target.parent) in error.message
        assert error.hint
        assert target.read_bytes() == b"the old one"
        assert list(target.parent.iterdir()) == [target]
    assert not told


def test_the_register_asks_what_the_leader_asks_as_they_word_it_now(qtbot: QtBot):
    own = [ReflectionPrompt.made(id="own1", words="Who made the tea?")]
    paper = Paper(lambda: PLAN, Heard, lambda kind: own)
    in_front(qtbot, paper, 1100, 700)
    change(qtbot, paper, lambda: paper.choose(DOCUMENTS.index(REGISTER)))
    assert "Who made the tea?" in text_of(paper.pdf)
    own[:] = [ReflectionPrompt.made(id="own1", words="Who rang the bell?")]
    change(qtbot, paper, lambda: None)
    assert "Who rang the bell?" in text_of(paper.pdf)
    assert "Who made the tea?" not in text_of(paper.pdf)


def test_what_was_decided_about_a_word_holds_until_the_prompts_change(qtbot: QtBot):
    own = [ReflectionPrompt.made(id="own1", words="How was River?")]
    paper = Paper(lambda: WITH_RIVER, Heard, lambda kind: own)
    in_front(qtbot, paper, 1100, 700)
    change(qtbot, paper, lambda: paper.choose(DOCUMENTS.index(REGISTER)))
    pick(paper, "names", "No names")
    change(qtbot, paper, lambda: None)
    assert paper.pdf == b""
    press(paper, "“River” is only")
    change(qtbot, paper, lambda: None)
    assert "How was River?" in text_of(paper.pdf)
    own[:] = [ReflectionPrompt.made(id="own1", words="And River?")]
    change(qtbot, paper, lambda: None)
    assert paper.pdf == b""


def test_a_word_that_may_be_a_name_is_shown_in_its_place_with_what_can_be_done(qtbot: QtBot):
    paper = shown(qtbot, RIVER, FULL)
    assert paper.pdf == b""
    assert not paper.save.isEnabled()
    assert not paper.print.isEnabled()
    assert not sheets(paper)
    assert buttons(paper) == [
        "Print “a young person” for “River”",
        "“River” is only a word here",
        "Go to “River” and change the text",
    ]
    assert "River song" in paper.words.first.accessibleDescription()


@pytest.mark.parametrize(
    ("decision", "there"), [("“River” is only", "River song"), ("Print “a young", "a young person song")]
)
def test_what_is_decided_about_a_word_is_printed_until_the_plan_changes(qtbot: QtBot, decision: str, there: str):
    plans = [RIVER, a_plan(parts={"people": [{"id": "p1", "alias": "River"}]}, title="River again")]
    paper = Paper(lambda: plans[0], Heard)
    in_front(qtbot, paper, 1100, 700)
    change(qtbot, paper, lambda: paper.choose(FULL))
    change(qtbot, paper, lambda: press(paper, decision))
    assert there in text_of(paper.pdf)
    assert paper.save.isEnabled()
    assert not buttons(paper)
    plans.pop(0)
    change(qtbot, paper, lambda: None)
    assert paper.pdf == b""


def test_when_a_word_is_decided_the_keys_go_on_where_the_paper_goes_on(qtbot: QtBot):
    paper = shown(qtbot, RIVER, FULL)
    press(paper, "“River” is only")
    qtbot.waitUntil(paper.save.hasFocus)


def test_a_word_leads_to_the_line_that_it_stands_in(qtbot: QtBot):
    paper = shown(qtbot, RIVER, FULL)
    wanted = heard(paper.line_wanted)
    press(paper, "Go to “River”")
    assert wanted == [Line(LineKind.ACTIVITY, "a1", "")]


def test_saving_where_a_word_is_in_question_says_why_not(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    asked = suggests(monkeypatch, "never")
    paper = shown(qtbot, RIVER, FULL)
    said = heard(paper.said)
    paper.ask_and_save()
    paper.ask_and_print()
    assert len(said) == 2
    assert all("River" in each for each in said)
    assert not asked


NOT_YET = """
import resource, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from amie_planner.checks import Heard
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets.paper import Paper

plan = load(Path(sys.argv[1])).plan("s1")
app = QApplication([])
paper = Paper(lambda: plan, Heard)
paper.show()
paper.refresh()
size = len(paper.pdf)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.excepthook = lambda kind, error, trace: print(size, error)
paper.save_to(Path(sys.argv[2]))
paper.leave()
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


def test_what_prints_as_words_in_brackets_is_said(qtbot: QtBot):
    plan = a_plan(activities=[{"id": "a1", "title": "གླུ", "minutes": 5}])
    assert "[Tibetan script]" in shown(qtbot, plan).about.text()
    assert "[Tibetan script]" not in shown(qtbot).about.text()


def test_what_easy_read_warns_about_is_said(qtbot: QtBot):
    plan = a_plan(activities=[{"id": "a1", "title": "Song", "minutes": 5, "instructions": "la " * 30}])
    paper = shown(qtbot, plan)
    change(qtbot, paper, lambda: pick(paper, "print_style", "Easy read"))
    assert "more than 15 words" in paper.about.text()


@pytest.mark.parametrize("width", [1300, 420])
def test_the_list_stands_beside_the_pages_or_above_them_where_it_is_narrow(qtbot: QtBot, width: int):
    paper = shown(qtbot)
    paper.resize(width, 900)
    QApplication.processEvents()
    beside = paper.list.geometry().right() < paper.pages.mapTo(paper, paper.pages.rect().topLeft()).x()
    assert beside == (width > 1000)


def test_whoever_was_told_to_wait_for_a_paper_is_told_when_it_is_made(qtbot: QtBot):
    paper = shown(qtbot)
    told = heard(paper.said)
    paper._working.taking_long.emit()
    paper.choose(1)
    assert paper.pdf
    qtbot.waitUntil(lambda: len(told) >= 2)
    assert told[:2] == ["Making the paper…", "Full plan is made."]
    paper.choose(0)
    assert paper.pdf
    assert told[2:] == ["Run sheet is made."]


def test_a_paper_that_nobody_waited_for_is_not_told(qtbot: QtBot):
    paper = shown(qtbot)
    told = heard(paper.said)
    change(qtbot, paper, lambda: paper.choose(FULL))
    assert not told


def test_saving_asks_where_to_only_when_the_paper_is_made_and_never_holds_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = suggests(monkeypatch, str(tmp_path / "paper.pdf"))
    paper = shown(qtbot)
    paper.choose(FULL)
    paper.ask_and_save()
    assert not asked
    with qtbot.waitSignal(paper.saved):
        pass
    assert asked == ["2026-09-08-full-plan.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes() == paper.pdf


def test_a_file_is_laid_out_and_written_beside_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seen: list[threading.Thread] = []
    laid_out = Sheet.html

    def html(sheet: Sheet) -> bytes:
        seen.append(threading.current_thread())
        return laid_out(sheet)

    monkeypatch.setattr(Sheet, "html", html)
    paper = shown(qtbot)
    with qtbot.waitSignal(paper.saved):
        paper.save_to(tmp_path / "paper.html", "html")
    assert seen
    assert threading.main_thread() not in seen


def test_what_is_decided_about_a_word_holds_for_a_set_of_papers_and_the_other_way_round(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    paper = shown(qtbot, RIVER, FULL)
    questions: list[bool] = []

    def save(dialog: TermPapers) -> int:
        dialog.batch.in_question.connect(lambda _: questions.append(True))
        dialog.batch.in_question.connect(lambda _: dialog.words.first.click() if dialog.words.first else None)
        dialog.save_in(tmp_path)
        qtbot.waitUntil(lambda: not dialog.batch.under_way, timeout=20_000)
        return 0

    monkeypatch.setattr(TermPapers, "exec", save)
    monkeypatch.setattr(term_papers, "ask", lambda *_: 0)
    paper.open_set(HUB.id)
    assert questions == [True]
    assert "a young person song" in text_of(paper.pdf)
    paper.open_set(HUB.id)
    assert questions == [True]


def test_what_was_ticked_for_the_room_is_said_of_the_set_and_ticked_the_next_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    paper = shown(qtbot)
    ticked: list[list[str]] = []

    def tick(dialog: TermPapers) -> int:
        ticked.append([each.accessibleName() for each in dialog.asks.ticks if each.isChecked()])
        for each in dialog.asks.ticks:
            if each.accessibleName() in ("Helper cards", "Blank register and reflection"):
                each.click()
        return 0

    monkeypatch.setattr(TermPapers, "exec", tick)
    paper.open_set(ROOM)
    assert "blank register and reflection" in paper.sets.about.text()
    assert "helper cards" not in paper.sets.about.text()
    assert preferences.read_paper(places.preferences_file()).room == (
        "run-sheet",
        "access-sheet",
        "participant-strip",
        "register",
    )
    paper.open_set(ROOM)
    assert ticked[1] == [
        "Run sheet",
        "Access sheet",
        "Participant strip: whole session",
        "Blank register and reflection",
    ]


def test_pages_are_shown_whole_or_as_wide_as_there_is_room_and_it_is_remembered(qtbot: QtBot):
    paper = shown(qtbot, at=FULL)
    room, page = paper.pages.area.viewport(), sheets(paper)[0]
    qtbot.waitUntil(lambda: page.height() > room.height())
    wide = page.width()
    Hands(paper).push("Whole page")
    qtbot.waitUntil(lambda: page.height() <= room.height())
    assert page.width() < wide <= room.width()
    assert preferences.read_paper(places.preferences_file()).fit == "page"
    again = shown(qtbot, at=FULL)
    again.fit.click()
    assert again.fit.accessibleName() == "Whole page"
    qtbot.waitUntil(lambda: sheets(again)[0].width() == wide)
