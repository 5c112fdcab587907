"""Papers of many sessions: files under names that tell nobody's, made one after another and each of them whole."""

from __future__ import annotations

import re
from itertools import product

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import heard
from tests.plans import a_series
from tests.ui.papers import a_term, text_of

from amie_planner.documents import CLEAR, DOCUMENTS, FULL_PLAN, LARGE, RUN_SHEET, Names
from amie_planner.domain.plan import Plan, Series
from amie_planner.errors import AmieError
from amie_planner.ui.models.paper_files import Job, Kind, PaperBatch, jobs
from amie_planner.ui.models.said_instead import Settled

RUN: Kind = (RUN_SHEET, CLEAR, Names.ALIAS)
FULL: Kind = (FULL_PLAN, CLEAR, Names.NONE)


def plans(series: Series) -> list[Plan]:
    return [series.plan(lines.session.id) for lines in series.in_order()]


def batch(qtbot: QtBot, made: tuple[Job, ...], keep) -> tuple[PaperBatch, list[AmieError | None]]:
    running = PaperBatch()
    ended = heard(running.ended)
    running.start(made, keep)
    return running, ended


def finished(qtbot: QtBot, ended: list[AmieError | None]) -> None:
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)


def test_files_are_called_by_day_and_paper_plan_by_plan():
    made = jobs(plans(a_term(2)), [RUN, (RUN_SHEET, LARGE, Names.ALIAS)], "html")
    assert [job.name for job in made] == [
        "2026-09-08-run-sheet.html",
        "2026-09-08-run-sheet-large.html",
        "2026-09-15-run-sheet.html",
        "2026-09-15-run-sheet-large.html",
    ]


def test_a_session_without_a_day_goes_by_its_number_and_those_alike_are_told_apart():
    day = {"date": "2026-09-08"}
    said = [{"number": 3}, {}, day, day]
    series = a_series(sessions=[{"id": f"s{n}", "title": "River", **each} for n, each in enumerate(said)])
    found = [series.plan(f"s{n}") for n in range(4)]
    assert [job.which for job in jobs(found, [RUN], "pdf")] == ["session-03", "session", "2026-09-08-1", "2026-09-08-2"]


def test_no_name_of_a_file_says_a_title_or_who_is_in_the_group():
    kinds = [(document, style, document.names[0]) for document in DOCUMENTS for style in document.styles]
    names = [job.name for job in jobs(plans(a_term(3, title="Nightingale")), kinds, "pdf")]
    assert len(set(names)) == len(names)
    assert not [name for name in names if re.search("nightingale|sky|river|week|sound", name, re.IGNORECASE)]


def test_every_paper_is_made_in_order(qtbot: QtBot):
    kept: list[tuple[str, bytes]] = []
    made = jobs(plans(a_term(3)), [RUN], "pdf")
    running, ended = batch(qtbot, made, lambda job, file: kept.append((job.name, file)))
    finished(qtbot, ended)
    assert ended == [None]
    assert running.done == 3
    assert [name for name, _ in kept] == [job.name for job in made]
    assert all(f"Week {n + 1}" in text_of(file) for n, (_, file) in enumerate(kept))


def test_one_export_calls_a_person_the_same_and_the_next_does_not(qtbot: QtBot):
    made = jobs(plans(a_term(1)), [RUN], "pdf")
    running, ended = batch(qtbot, made, lambda job, file: None)
    finished(qtbot, ended)
    first = dict(running.codes)
    ended.clear()
    running.start(made, lambda job, file: None)
    finished(qtbot, ended)
    assert set(first) == set(running.codes) == {"p1", "p2"}
    assert not set(first.values()) & set(running.codes.values())


def test_stopping_keeps_what_was_kept_and_makes_no_more(qtbot: QtBot):
    kept: list[str] = []
    running = PaperBatch()
    ended = heard(running.ended)
    running.progressed.connect(lambda: running.stop() if len(kept) == 2 else None)
    running.start(jobs(plans(a_term(5)), [RUN], "pdf"), lambda job, file: kept.append(job.name))
    finished(qtbot, ended)
    assert ended == [None]
    assert running.stopped
    assert len(kept) == running.done == 2


def test_what_cannot_be_kept_ends_it_in_words(qtbot: QtBot):
    kept: list[str] = []

    def keep(job: Job, file: bytes) -> None:
        if len(kept) == 1:
            raise AmieError("There is no room left.", "Choose another folder.")
        kept.append(job.name)

    running, ended = batch(qtbot, jobs(plans(a_term(4)), [RUN], "pdf"), keep)
    finished(qtbot, ended)
    assert "no room" in str(ended[0])
    assert running.done == 1
    assert not running.under_way


@pytest.mark.parametrize(("decided", "printed"), [("only", "River song"), ("instead", "a young person song")])
def test_a_word_in_question_waits_until_it_is_decided_for_all(qtbot: QtBot, decided: str, printed: str):
    kept: list[bytes] = []
    running = PaperBatch()
    asked, ended = heard(running.in_question), heard(running.ended)
    running.start(jobs(plans(a_term(2, title="River song")), [FULL], "pdf"), lambda job, file: kept.append(file))
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert {hit.word for hit in asked[0].hits} == {"River"}
    assert not kept
    word = frozenset({"River"})
    running.settle(Settled(only_words=word) if decided == "only" else Settled(instead=word))
    finished(qtbot, ended)
    assert len(asked) == 1
    assert all(printed in text_of(file) for file in kept)
    assert running.done == 2


def test_a_paper_in_question_can_be_left_out_or_be_the_last(qtbot: QtBot):
    made = jobs(plans(a_term(2, title="River song")), [FULL, RUN], "pdf")
    for leave_out, done in ((True, 2), (False, 0)):
        running = PaperBatch()
        asked, ended = heard(running.in_question), heard(running.ended)
        running.in_question.connect(lambda _, r=running, on=leave_out: r.leave_out() if on else r.stop())
        running.start(made, lambda job, file: None)
        finished(qtbot, ended)
        assert (running.done, len(asked)) == (done, 2 if leave_out else 1)


@pytest.mark.parametrize(("count", "form"), list(product((0, 1), ("pdf", "html"))))
def test_the_formats_are_what_they_say(qtbot: QtBot, count: int, form: str):
    kept: list[bytes] = []
    _, ended = batch(qtbot, jobs(plans(a_term(count)), [RUN], form), lambda job, file: kept.append(file))
    finished(qtbot, ended)
    assert [file[:5] in (b"%PDF-", b"<!DOC", b"<!doc") for file in kept] == [True] * count
    assert all(file.startswith(b"%PDF") == (form == "pdf") for file in kept)
