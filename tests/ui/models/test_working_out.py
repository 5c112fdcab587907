"""Work beside the window: the window goes on meanwhile, and only what was asked for last is told."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import heard

from amie_planner.ui.models.working_out import WorkingOut


class Held:
    """A piece of work that ends when it is let go."""

    def __init__(self, result: str) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.result = result

    def __call__(self) -> str:
        self.begun.set()
        assert self.let_go.wait(60)
        return self.result


def gives(result: object) -> Callable[[], object]:
    return lambda: result


def test_the_window_goes_on_while_something_is_worked_out(qtbot: QtBot):
    working, work = WorkingOut(), Held("done")
    told = heard(working.worked_out)
    working.ask(work)
    assert work.begun.wait(60)
    QApplication.processEvents()
    assert working.under_way
    assert told == []
    work.let_go.set()
    qtbot.waitUntil(lambda: told == ["done"])
    assert not working.under_way


def test_once_it_is_told_nothing_goes_on(qtbot: QtBot):
    working = WorkingOut()
    with qtbot.waitSignal(working.worked_out):
        working.ask(gives("done"))
    assert not [timer for timer in working.findChildren(QTimer) if timer.isActive()]


def test_it_is_worked_out_on_another_thread(qtbot: QtBot):
    working = WorkingOut()
    with qtbot.waitSignal(working.worked_out) as told:
        working.ask(threading.get_ident)
    assert told.args != [threading.get_ident()]


def test_only_the_last_of_what_was_asked_for_is_told_and_what_lies_between_is_never_begun(qtbot: QtBot):
    working, first, between = WorkingOut(), Held("first"), Held("between")
    told = heard(working.worked_out)
    working.ask(first)
    assert first.begun.wait(60)
    working.ask(between)
    working.ask(gives("last"))
    first.let_go.set()
    qtbot.waitUntil(lambda: told == ["last"])
    assert not between.begun.is_set()


def test_what_is_no_longer_wanted_is_never_told(qtbot: QtBot):
    working, work = WorkingOut(), Held("first")
    told = heard(working.worked_out)
    working.ask(work)
    working.drop()
    assert not working.under_way
    work.let_go.set()
    working.ask(gives("second"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["second"]


def test_it_says_so_when_the_work_takes_long(qtbot: QtBot):
    working, work = WorkingOut(), Held("done")
    with qtbot.waitSignal(working.taking_long):
        working.ask(work)
    work.let_go.set()
    with qtbot.waitSignal(working.worked_out):
        pass


def test_work_that_is_waited_for_is_told_at_once(qtbot: QtBot):
    working = WorkingOut()
    told = heard(working.worked_out)
    working.ask(gives("done"))
    working.finish()
    assert told == ["done"]
    working.finish()
    assert told == ["done"]


def test_what_goes_wrong_there_is_an_error_of_the_window(qtbot: QtBot):
    working = WorkingOut()

    def fails() -> object:
        raise ValueError("ours")

    with qtbot.captureExceptions() as caught:
        working.ask(fails)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ValueError]
    with qtbot.waitSignal(working.worked_out):
        working.ask(gives("next"))
