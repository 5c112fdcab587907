"""Answers of equality monitoring are in the planner, and nowhere else: no plan, finding, paper, export, log or screen.

The answers planted here are words that stand nowhere else, under every question and in every form an answer has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.returns.kept_apart import a_group, turned_on, with_answers
from tests.test_accessible import faces_of
from tests.tour import screens, window_on

from amie_planner import checks, cli, log, places
from amie_planner.documents.term_overview import TERM_OVERVIEW, Term
from amie_planner.domain.bringing_in import bring_in, copied
from amie_planner.domain.bringing_in import replace as replaced
from amie_planner.domain.changes import add
from amie_planner.domain.edits import add_person, remove_person
from amie_planner.domain.monitoring import Monitoring, MonitoringAnswers
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Person
from amie_planner.errors import AmieError
from amie_planner.exchange import plan_file
from amie_planner.exchange.loading import load
from amie_planner.returns import monitoring
from amie_planner.returns.monitored import figures_for
from amie_planner.returns.monitoring_questions import questions
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.screens.monitoring import MonitoringScreen
from amie_planner.ui.workspace import Workspace

BOX, WORDS, AGREED = "boxzarquon", "wordslarti", "agreedvogon"
CANARIES = (BOX, WORDS, AGREED)
PEOPLE = load(SPACE_SOUNDS).people
PROGRAMME = load(SPACE_SOUNDS).programme.id
DAYS = ("--from", "2026-09-01", "--to", "2027-08-31")


def planted() -> tuple[Any, ...]:
    """Equality monitoring of space-sounds, with every question answered by everybody."""
    asked = tuple(question.id for question in questions())
    given = {id: {"codes": (f"{BOX}-{id}",), "in_own_words": f"{WORDS} {id}"} for id in asked}
    shared = {"programme": PROGRAMME, "agreed_by": "self", "told_by": "school", "told_on": "2026-09-08"}
    answers = (MonitoringAnswers.made(id=p.id, person=p.id, answers=given, **shared) for p in PEOPLE)
    on = Monitoring.made(
        id="m1", programme=PROGRAMME, on=True, since="2026-09-01", agreed_by=AGREED, questions=asked, compared="eal"
    )
    return on, *answers


@pytest.fixture
def held(store: Store) -> Series:
    """Space-sounds as a planner holds it that holds its answers too."""
    store.apply((*bring_in(load(SPACE_SOUNDS), 0), *map(add, planted())))
    assert len(store.kept_apart(PROGRAMME)) == len(PEOPLE) + 1
    return store.series(PROGRAMME)


def hits(text: str) -> list[str]:
    return [word for word in CANARIES if word in text]


def written(folder: Path) -> Iterator[tuple[str, str]]:
    """The words of every file below a folder, and its name."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as opened:
                yield path.name, "\n".join(page.get_textpage().get_text_range() for page in opened)
        if path.is_file():
            yield path.name, path.read_bytes().decode("latin-1")


def test_the_words_that_are_looked_for_are_found_where_they_are(held: Series, store: Store, tmp_path: Path):
    assert hits(repr(store.kept_apart(PROGRAMME))) == [*CANARIES]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "plan.amieplan").write_text(f"…{WORDS}…")
    assert [hits(text) for _, text in written(tmp_path / "out")] == [[WORDS]]


def test_no_plan_series_or_finding_holds_an_answer(held: Series, store: Store):
    assert hits(repr(held)) == []
    assert all(hits(repr(store.plan(PROGRAMME, lines.session.id))) == [] for lines in held.sessions)
    kept = store.kept_apart(PROGRAMME)
    figures = figures_for(held, kept, (), None, None)
    assert hits(repr(figures)) == []
    assert figures is not None
    for lines in held.sessions:
        assert hits(repr(checks.run(store.plan(PROGRAMME, lines.session.id)))) == []
    assert hits(repr(checks.run_series(held, None, None, figures))) == []


@pytest.fixture
def out(
    held: Series, store: Store, tmp_path: Path, planner: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Path]:
    """Where the commands write, with the programme as its plan file; what they say holds no answer either."""
    store.close()
    folder = tmp_path / "out"
    folder.mkdir()
    assert cli.main(["export", "--planner", str(planner), str(folder / "plan.amieplan")]) == 0
    yield folder
    said = capsys.readouterr()
    assert hits(said.out + said.err) == []
    assert {name: hits(text) for name, text in written(folder) if hits(text)} == {}
    assert {name: hits(text) for name, text in written(places.data_folder()) if hits(text)} == {}


def test_a_plan_file_with_everybody_in_it_holds_no_answer(out: Path):
    assert all(p.alias in (out / "plan.amieplan").read_text(encoding="utf-8") for p in PEOPLE if p.alias)


def test_a_plan_file_without_people_holds_no_answer(out: Path, planner: Path):
    command = ["export", "--planner", str(planner), "--without-people", str(out / "nobody.amieplan")]
    assert cli.main([*command, *(f"--not-a-name={p.alias}" for p in PEOPLE if p.alias)]) == 0


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_no_paper_holds_an_answer(out: Path, form: str):
    command = ["print", str(out / "plan.amieplan"), "--as", "all", "--names", "alias", "--format", form]
    assert cli.main([*command, "--out", str(out)]) == 0
    assert len(list(out.glob(f"**/*.{form}"))) > 1


def test_no_term_overview_holds_an_answer(held: Series, store: Store, tmp_path: Path):
    figures = figures_for(held, store.kept_apart(PROGRAMME), (), None, None)
    findings = checks.run_series(held, None, None, figures)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "term.pdf").write_bytes(TERM_OVERVIEW.render(Term.over(held, None, None), findings))
    [(_, text), _] = written(tmp_path / "out")
    assert "HEARD" in text
    assert hits(text) == []


def test_no_paper_says_who_may_be_missing_though_the_window_does(qtbot: QtBot, tmp_path: Path):
    kept = with_answers(turned_on("free-meals"), "free-meals", {f"p{n}": "no" for n in range(1, 41)})
    over = OverTime(a_group(40), None, None, kept_apart=kept)
    [shown] = [finding.text for finding in over.findings() if finding.check == "R11"]
    assert "may be missing" in shown
    (tmp_path / "term.pdf").write_bytes(over.paper())
    (_, text), *_ = written(tmp_path)
    said = " ".join(text.split())
    assert [
        word for word in ("may be missing", "would be expected", "free school meals", "Compared with") if word in said
    ] == []
    assert "Equality monitoring stays apart from papers." in said
    assert over.paper() == OverTime(a_group(40), None, None).paper()


def test_no_return_holds_an_answer(out: Path):
    assert cli.main(["report", str(out / "plan.amieplan"), *DAYS, "--out", str(out / "sessions.csv")]) == 0


def test_no_finding_on_the_command_line_holds_an_answer(out: Path):
    assert cli.main(["check", str(out / "plan.amieplan"), "--series", *DAYS, "--json"]) == 0
    assert cli.main(["check", str(out / "plan.amieplan")]) == 0


def test_a_class_list_meets_no_answer(out: Path):
    (out / "list.csv").write_text("Forename,Surname,Ethnicity\nAda,Ray,WBRI\n")
    assert cli.main(["import-people", str(out / "list.csv"), "--json", "--into", str(out / "plan.amieplan")]) == 0


@pytest.fixture
def logged() -> Iterator[Path]:
    """The log, begun; afterwards the logger is as it was."""
    before = list(log.LOGGER.handlers), log.LOGGER.propagate, log.LOGGER.level
    log.start(places.log_file())
    yield places.log_file()
    for handler in set(log.LOGGER.handlers) - set(before[0]):
        handler.close()
    log.LOGGER.handlers[:], log.LOGGER.propagate = before[:2]
    log.LOGGER.setLevel(before[2])


def test_what_is_refused_is_not_logged_and_no_setting_holds_it(
    qtbot: QtBot, held: Series, store: Store, logged: Path, capsys: pytest.CaptureFixture[str]
):
    workspace = Workspace(store)
    screen = MonitoringScreen(workspace, PROGRAMME, date(2026, 11, 22))
    qtbot.addWidget(screen)
    person = PEOPLE[0].id
    with pytest.raises(AmieError) as refused:
        screen._keep_given(person, "ethnic-group", "in_own_words", "", WORDS * 5_000)
    log.trouble("Unexpected error", refused.value)
    screen._keep_given(person, "ethnic-group", "in_own_words", "", WORDS)
    assert hits(workspace.history.undoText()) == []
    log.trouble("Unexpected error", ValueError(repr(workspace.kept_apart(PROGRAMME))))
    assert "ValueError" in logged.read_text(encoding="utf-8")
    assert {name: hits(text) for name, text in written(places.data_folder()) if hits(text)} == {}
    said = capsys.readouterr()
    assert hits(said.out + said.err) == []


def test_the_planner_file_shows_no_answer_without_its_key(held: Series, store: Store, planner: Path):
    store.close()
    assert {name: hits(text) for name, text in written(planner.parent) if hits(text)} == {}


def test_no_screen_but_its_own_shows_an_answer(qtbot: QtBot, store: Store):
    store.apply((*bring_in(load(SPACE_SOUNDS), 0), *map(add, planted())))
    found, seen = [], 0
    with window_on(qtbot, store) as window:
        for place, top in screens(window):
            if _is_its_own(window):
                continue
            for face in faces_of(QAccessible.queryAccessibleInterface(top)):
                for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
                    seen += bool(face.text(kind))
                    found += [(place, word) for word in hits(face.text(kind))]
    assert found == []
    assert seen > 300


def _is_its_own(window: MainWindow) -> bool:
    return isinstance(window.stack.currentWidget(), MonitoringScreen)


def test_its_own_screen_shows_them(qtbot: QtBot, held: Series, store: Store):
    screen = MonitoringScreen(Workspace(store), PROGRAMME, date(2026, 11, 22))
    qtbot.addWidget(screen)
    screen.show()
    said = [f.text(QAccessible.Text.Value) for f in faces_of(QAccessible.queryAccessibleInterface(screen))]
    assert any(WORDS in text for text in said)


def test_a_copy_of_a_programme_has_no_answers(held: Series, store: Store):
    store.apply(bring_in(copied(held, "another"), 1))
    assert store.kept_apart("another") == ()


def test_a_plan_file_that_comes_in_again_leaves_the_answers_of_who_is_in_it(held: Series, store: Store, qapp: object):
    workspace = Workspace(store)
    again = load(SPACE_SOUNDS)
    fewer = replace(
        again,
        people=again.people[1:],
        requirements=tuple(r for r in again.requirements if r.person != again.people[0].id),
        voice=(),
        observations=(),
        replies=(),
    )
    before = store.kept_apart(PROGRAMME)
    workspace.do("Replace", replaced(held, fewer))
    assert monitoring.answers_of(store.kept_apart(PROGRAMME), again.people[0].id) is None
    assert len(store.kept_apart(PROGRAMME)) == len(before) - 1
    workspace.history.undo()
    assert store.kept_apart(PROGRAMME) == before


def another_first(series: Series) -> Series:
    """The file of a colleague who removed the first person, and to whose next one the same id fell."""
    first = series.people[0]
    another = Person.made(id=first.id, programme=PROGRAMME, position=first.position, alias="Sorrel")
    return replace(series, people=(another, *series.people[1:]))


def test_answers_never_pass_to_another_who_comes_in_under_the_same_id(held: Series, store: Store, qapp: object):
    workspace, first = Workspace(store), PEOPLE[0].id
    before = store.kept_apart(PROGRAMME)
    changes = replaced(held, another_first(load(SPACE_SOUNDS)))
    assert len(workspace.going_with(changes)) == 1
    workspace.do("Replace", changes)
    assert [p.alias for p in workspace.series(PROGRAMME).people if p.id == first] == ["Sorrel"]
    assert store.kept_apart(PROGRAMME) == tuple(kept for kept in before if kept.id != first)
    workspace.history.undo()
    assert store.kept_apart(PROGRAMME) == before
    assert store.series(PROGRAMME) == held
    workspace.history.redo()
    assert monitoring.answers_of(store.kept_apart(PROGRAMME), first) is None


def test_the_command_line_passes_no_answers_on_either_and_says_so(
    held: Series, store: Store, planner: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    store.close()
    for series, said in ((load(SPACE_SOUNDS), False), (another_first(load(SPACE_SOUNDS)), True)):
        (tmp_path / "back.amieplan").write_bytes(plan_file.write(series))
        assert cli.main(["import", "--planner", str(planner), "--replace", str(tmp_path / "back.amieplan")]) == 0
        assert ("what equality monitoring keeps of 1 person" in capsys.readouterr().out) == said
    with Store.open(planner) as again:
        assert {kept.id for kept in again.kept_apart(PROGRAMME)} == {"m1", *(p.id for p in PEOPLE[1:])}


def test_nothing_is_kept_apart_of_an_id_that_a_new_person_may_get(held: Series, store: Store, qapp: object):
    workspace, last = Workspace(store), PEOPLE[-1].id
    workspace.do("Remove", remove_person(held, last))
    id, changes = add_person(workspace.series(PROGRAMME))
    workspace.do("Add", changes)
    assert monitoring.answers_of(store.kept_apart(PROGRAMME), id) is None
    with pytest.raises(AmieError):
        store.apply([add(MonitoringAnswers.made(id="p99", person="p99", programme=PROGRAMME))])
