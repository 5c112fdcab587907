"""The real window: a plan made by keys alone, checked, printed, closed and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.hands import Hands

from amie_planner import app
from amie_planner.cli.demo import sample_planner
from amie_planner.domain import edits
from amie_planner.exchange import plan_file
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.screens.session import PAPER, SessionScreen
from amie_planner.ui.sidebar import PROGRAMMES, REPORTS
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
TODAY = date(2026, 11, 22)


def opened(qtbot: QtBot, store: Store) -> MainWindow:
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: TODAY)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


@contextmanager
def before_its_planner_closes(held: AbstractContextManager[Store]) -> Iterator[Store]:
    """Closes the window first, as a leader does: HEARD is asked a moment after each change."""
    with held as store:
        yield store
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.close()


def session(window: MainWindow) -> SessionScreen:
    assert window.session is not None
    return window.session


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    return " ".join(" ".join(pages).split())


def begin_programme(hands: Hands, title: str) -> None:
    def fill() -> None:
        hands.write(title)
        hands.press(Key.Key_Return)

    hands.meanwhile(fill)
    hands.press(Key.Key_N, ctrl=True)


def plan_a_session(hands: Hands) -> None:
    hands.press(Key.Key_Return)
    hands.write("Rain on the roof")
    hands.fill("Minutes", "7")
    hands.press(Key.Key_Return, ctrl=True)
    hands.write("Thunder & lightning <duet>")
    hands.fill("Minutes", "9")
    hands.choose("Kind of activity", "Play")
    hands.press(Key.Key_3, ctrl=True)
    hands.push("Add intention")
    hands.write("Play together, then stop together")
    hands.go_to("It is")
    hands.choose("It is", "Musical")
    hands.fill("What you would see or hear", "Eyes up before the silence")


def name_a_person_and_what_changes(hands: Hands) -> None:
    hands.press(Key.Key_4, ctrl=True)
    hands.push("Add person")
    hands.write("Otter")
    hands.push("Add access requirement")
    hands.choose("What is in the way", "Sound")
    hands.fill("In their words", "Loud bangs hurt")
    hands.press(Key.Key_1, ctrl=True)
    hands.push("Add change")
    hands.write("A hand signal before each bang")
    hands.fill("With what", "big card")
    hands.fill("Minutes to set it up", "2")
    hands.fill("If it fails", "A nod")


def write_down_a_voice(hands: Hands) -> None:
    hands.press(Key.Key_5, ctrl=True)
    hands.push("Add voice entry")
    hands.write("Can we do weather?")
    hands.go_to("What became of it")
    hands.choose("What became of it", "Adopted")
    hands.press(Key.Key_6, ctrl=True)
    hands.fill("Date", "8/12/2026")
    hands.fill("Starts at", "10:00")
    hands.press(Key.Key_A, ctrl=True, shift=True)
    hands.go_to("By person", back=True)
    hands.press(Key.Key_Right)
    hands.fill("How many came", "11")


def save_paper(hands: Hands, path: Path) -> None:
    def fill() -> None:
        hands.write(str(path))
        hands.press(Key.Key_Return)

    hands.meanwhile(fill)
    hands.press(Key.Key_P, ctrl=True)


def test_a_plan_made_with_keys_alone_ends_as_a_pdf_with_its_text(qtbot: QtBot, planner: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Weather makers")
        plan_a_session(hands)
        name_a_person_and_what_changes(hands)
        write_down_a_voice(hands)
        save_paper(hands, paper)
        qtbot.waitUntil(paper.exists, timeout=20_000)
        made = store.series(store.programmes()[0].id)
        window.close()
    printed = text_of(paper)
    for words in (
        "Rain on the roof", "Thunder & lightning <duet>", "9 min", "10:00", "Tuesday 8 December 2026",
        "Play together, then stop together", "Eyes up before the silence", "Otter", "A hand signal before each bang",
        "big card", "A nod",
    ):  # fmt: skip
        assert words in printed
    now = made.sessions[0]
    assert now.adaptations[-1].requirements == (made.requirements[0].id,)
    assert made.voice[0].outcome == "adopted"
    assert now.session.attendance is not None
    assert now.session.attendance.headcount == 11
    with before_its_planner_closes(Store.open(planner)) as store:
        assert store.series(made.programme.id) == made


def test_every_step_of_a_journey_can_be_undone_and_done_again(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Weather makers")
        started = store.series(store.programmes()[0].id)
        plan_a_session(hands)
        name_a_person_and_what_changes(hands)
        write_down_a_voice(hands)
        session(window).save()
        made = store.series(started.programme.id)
        history = session(window)._desk.workspace.history
        assert all(history.text(n) for n in range(history.count()))
        while history.index() > 1:
            history.undo()
        assert store.series(started.programme.id) == started
        while history.canRedo():
            history.redo()
        assert store.series(started.programme.id) == made


def test_a_first_plan_from_a_preset_takes_at_most_sixty_keys(qtbot: QtBot, planner: Path, tmp_path: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        hands = Hands(opened(qtbot, store))
        begin_programme(hands, "Comets")
        hands.press(Key.Key_6, ctrl=True)
        hands.fill("Date", "8/12/2026")
        hands.fill("Starts at", "10:00")
        hands.press(Key.Key_R, ctrl=True, shift=True)
        assert hands.pressed <= 60
        assert len(store.series(store.programmes()[0].id).sessions[0].activities) >= 5


def test_a_finding_leads_to_the_line_it_speaks_of(qtbot: QtBot, tmp_path: Path) -> None:
    with before_its_planner_closes(sample_planner(tmp_path)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        space = next(p for p in store.programmes() if p.title.startswith("Space"))
        window.open_session(space.id, "s1")
        screen = session(window)
        screen.check()
        hands.press(Key.Key_2, ctrl=True)
        hands.go_to(screen.beside.findings.view.accessibleName())
        hands.press(Key.Key_Down)
        hands.press(Key.Key_Return)
        assert screen.planning.current == "a5"
        assert hands.name == "Add change"
        hands.press(Key.Key_Space)
        qtbot.waitUntil(lambda: hands.here.visibleRegion().boundingRect().height() >= 30)
        hands.write("Five fingers, then loud")
        screen.save()
        screen.check()
        assert "r3" in store.plan(space.id, "s1").adaptations[-1].requirements
        assert not any(row.id == "E01/cell/r3/a5" for row in screen.beside.findings.model.rows)


@pytest.mark.parametrize("example", [SPACE_SOUNDS, THURSDAY_WRITERS])
def test_an_example_comes_in_opens_prints_and_goes_out_the_same(qtbot: QtBot, planner: Path, example: Path) -> None:
    from amie_planner.ui.widgets import exchanging

    series = load(example)
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        workspace = window.programmes and window.programmes._workspace
        assert workspace is not None
        uid = exchanging.bring_in(window, workspace, example)
        for lines in series.sessions:
            window.open_session(uid, lines.session.id)
            session(window).show_face(PAPER)
            assert session(window).paper.pdf.startswith(b"%PDF")
        assert plan_file.read(plan_file.write(store.series(uid))) == series


def test_typing_is_saved_when_the_window_closes_at_once(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        hands.press(Key.Key_Return)
        hands.write("Typed and gone")
        window.close()
        assert store.series(store.programmes()[0].id).sessions[0].activities[0].title == "Typed and gone"


def test_removing_and_undoing_a_session_keeps_the_window_whole(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        assert window.programmes is not None
        window.show_screen(PROGRAMMES)
        window.programmes.session_view.setFocus()
        hands.press(Key.Key_Delete)
        assert not store.series(store.programmes()[0].id).sessions
        hands.press(Key.Key_Z, ctrl=True)
        assert store.series(store.programmes()[0].id).sessions
        hands.press(Key.Key_Z, ctrl=True)
        assert not store.programmes()
        assert window.programmes.empty.isVisible()


def test_undoing_the_beginning_of_a_programme_leads_back_to_the_list(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        hands.press(Key.Key_Z, ctrl=True)
        assert window.session is None
        assert not store.programmes()
        hands.press(Key.Key_Z, ctrl=True, shift=True)
        assert [programme.title for programme in store.programmes()] == ["Comets"]


def test_what_cannot_be_kept_is_still_there_after_a_look_at_another_panel(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        hands.press(Key.Key_6, ctrl=True)
        hands.fill("Date", "someday")
        hands.press(Key.Key_3, ctrl=True)
        hands.press(Key.Key_6, ctrl=True)
        hands.go_to("Date")
        field = hands.here
        assert isinstance(field, QLineEdit)
        assert field.text() == "someday"
        hands.meanwhile(lambda: hands.press(Key.Key_Escape))
        window.close()
        assert window.isVisible()
        hands.go_to("Date")
        hands.write("8/12/2026")
        window.close()
        assert store.series(store.programmes()[0].id).sessions[0].session.date == date(2026, 12, 8)


def test_whoever_went_is_let_go_of_and_whoever_came_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    with before_its_planner_closes(sample_planner(tmp_path)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        space = next(p for p in store.programmes() if p.title.startswith("Space"))
        window.open_session(space.id, "s1")
        hands.press(Key.Key_6, ctrl=True)
        hands.go_to("River")
        series = store.series(space.id)
        session(window)._desk.do("Remove ‘River’", edits.remove_person(series, "p3"))
        hands.press(Key.Key_Space)
        hands.press(Key.Key_3, ctrl=True)
        session(window)._desk.do("Add a person", edits.add_person(store.series(space.id), alias="Otter")[1])
        hands.press(Key.Key_6, ctrl=True)
        hands.push("Otter")
        now = store.series(space.id)
        assert now.plan("s1").session.not_expected == (now.people[-1].id,)
        assert plan_file.read(plan_file.write(now))


def test_nothing_is_called_saved_that_is_not(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        hands.press(Key.Key_6, ctrl=True)
        hands.fill("Starts at", "26:00")
        hands.press(Key.Key_S, ctrl=True)
        assert window.saved.text() == "Not kept: Starts at. That is not a time. Write it as 10:00 or 18:30."
        hands.go_to("Starts at")
        hands.write("10:00")
        hands.press(Key.Key_S, ctrl=True)
        assert window.saved.text().startswith("✓ Saved")


def test_the_question_before_leaving_is_asked_once_and_cancel_stays(
    qtbot: QtBot, planner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("amie_planner.ui.widgets.exchanging.ask", lambda *words: asked.append(str(words[1])) or -1)
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        hands.press(Key.Key_6, ctrl=True)
        hands.fill("Date", "someday")
        window.sidebar.buttons[REPORTS].click()
        assert len(asked) == 1
        assert window.session is not None
        assert window.sidebar.current == PROGRAMMES
        begin_programme(hands, "More comets")
        assert len(asked) == 2
        assert window.session is not None
        hands.fill("Date", "8/12/2026")
        window.sidebar.buttons[REPORTS].click()
        assert len(asked) == 2
        assert window.session is None


def test_the_fields_of_a_piece_of_music_are_taken_back_one_by_one(qtbot: QtBot, planner: Path) -> None:
    with before_its_planner_closes(Store.open(planner)) as store:
        window = opened(qtbot, store)
        hands = Hands(window)
        begin_programme(hands, "Comets")
        hands.press(Key.Key_1, ctrl=True)
        hands.push("Add music")
        hands.write("Rain song")
        hands.fill("Genres", "grime, Folk and traditional")
        uid = store.programmes()[0].id
        assert "‘Genres’" in session(window).undo.text()
        session(window).undo.click()
        assert "‘Title of the music’" in session(window).undo.text()
        piece = store.series(uid).sessions[0].activities[0].music[0]
        assert (piece.title, piece.genres) == ("Rain song", ())
