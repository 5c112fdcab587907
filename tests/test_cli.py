"""The command line: the same work as the window's, one line for what is amiss, and nothing changed by bad input."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pypdfium2
import pytest
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.store.faults import never_written

import amie_planner
from amie_planner.checks import PLAN_CHECKS
from amie_planner.cli import main
from amie_planner.documents import DOCUMENTS
from amie_planner.domain.changes import add, revise
from amie_planner.domain.plan import Series
from amie_planner.domain.records import NextTime
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: its exit code, what it printed, and what it said was amiss."""

    def once(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


def spoilt(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    document = json.loads(SPACE_SOUNDS.read_text(encoding="utf-8"))
    change(document)
    path = folder / "spoilt.amieplan"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


BAD: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "version 2": (lambda d: d.update(version=2), "version 2"),
    "an unknown key": (
        lambda d: d["sessions"][0]["activities"][2].update(mood="calm"),
        "sessions[0].activities[2].mood",
    ),
    "a dangling reference": (
        lambda d: d["sessions"][0]["activities"][1].update(serves=["i9"]),
        "sessions[0].activities[1]",
    ),
    "a number out of range": (lambda d: d["sessions"][1].update(minutes=1441), "sessions[1].minutes"),
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", ["check", "print", "report", "import"])
def test_a_bad_plan_file_is_refused_in_one_line_that_names_the_place(
    run: Run, tmp_path: Path, command: str, kind: str
) -> None:
    change, place = BAD[kind]
    file, out, planner = spoilt(tmp_path, change), tmp_path / "out", tmp_path / "planner.amie"
    more = {
        "check": (),
        "print": ("--as", "all", "--out", out),
        "report": ("--from", "2026-09-01", "--to", "2026-12-31", "--out", out),
        "import": ("--planner", planner),
    }[command]
    code, said, amiss = run(command, file, *more)
    assert code == 2
    assert said == ""
    assert place in amiss
    assert amiss.count("\n") == 1
    assert not out.exists()
    assert not planner.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a plan", "JSON"),
        (SPACE_SOUNDS.read_bytes()[:4000], "line"),
        (b" " * 21_000_000, "20 MB"),
        (b"", "empty"),
    ],
)
def test_what_is_no_plan_file_is_refused_in_one_line(run: Run, tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "other.amieplan"
    file.write_bytes(content)
    code, said, amiss = run("check", file)
    assert (code, said, amiss.count("\n")) == (2, "", 1)
    assert words in amiss


def test_check_gives_findings_as_json_in_the_order_of_the_questions(run: Run) -> None:
    code, said, _ = run("check", SPACE_SOUNDS, "--session", "s1", "--json")
    found = json.loads(said)
    assert code == 0
    answered = [id for id in (held.id for held in PLAN_CHECKS) if id not in ("H05", "E06", "E07", "A06")]
    assert [finding["check"] for finding in found] == answered
    e01 = found[answered.index("E01")]
    assert (e01["scope"], e01["session"], e01["answer"]) == ("plan", "s1", "worth a look")
    assert [(line["kind"], line["id"]) for line in e01["lines"]] == [("cell", "r3/a5")]
    assert e01["reply"]["reply"] == "parked"


def test_check_without_a_session_looks_at_all_of_them(run: Run) -> None:
    _, said, _ = run("check", SPACE_SOUNDS, "--json")
    assert {finding["session"] for finding in json.loads(said)} == {"s1", "s2"}


def test_a_session_that_is_not_there_is_named_with_those_that_are(run: Run) -> None:
    code, _, amiss = run("check", SPACE_SOUNDS, "--session", "s9")
    assert code == 2
    assert "s1, s2" in amiss


@pytest.mark.parametrize("example", [SPACE_SOUNDS, THURSDAY_WRITERS])
def test_print_makes_every_paper_under_names_that_name_nobody(run: Run, tmp_path: Path, example: Path) -> None:
    code, _, amiss = run("print", example, "--as", "all", "--session", "s1", "--out", tmp_path / "out")
    assert (code, amiss) == (0, "")
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    day = load(example).plan("s1").session.date
    assert made == sorted(f"{day}-{document.file_name}" for document in DOCUMENTS)
    for activity in load(example).plan("s1").activities:
        assert activity.title is not None
        assert activity.title in text_of(tmp_path / "out" / f"{day}-run-sheet.pdf")


def test_the_full_plan_names_nobody_and_stops_where_a_name_would_show(run: Run, tmp_path: Path) -> None:
    run("print", SPACE_SOUNDS, "--as", "full-plan", "--session", "s1", "--out", tmp_path)
    assert not re.search(r"\b(Sky|Moss|River)\b", text_of(tmp_path / "2026-09-08-full-plan.pdf"))
    named = spoilt(tmp_path, lambda d: d["sessions"][0]["activities"][0].update(title="Moss walks in"))
    code, _, amiss = run("print", named, "--as", "full-plan", "--session", "s1", "--out", tmp_path / "new")
    assert code == 2
    assert "Moss" in amiss
    assert not (tmp_path / "new").exists()
    asked = ("--not-a-name", "Moss", "--out", tmp_path / "new")
    assert run("print", named, "--as", "full-plan", "--session", "s1", *asked)[0] == 0
    assert "Moss walks in" in text_of(tmp_path / "new" / "2026-09-08-full-plan.pdf")


def test_what_prints_as_words_in_brackets_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    other = spoilt(tmp_path, lambda d: d["sessions"][0].update(title="གླུ"))
    code, said, amiss = run("print", other, "--as", "run-sheet,full-plan", "--session", "s1", "--out", tmp_path)
    assert (code, said) == (0, "2026-09-08-run-sheet.pdf\n2026-09-08-full-plan.pdf\n")
    assert "2026-09-08-full-plan.pdf: Tibetan script prints as words in brackets: [Tibetan script].\n" in amiss


@pytest.mark.parametrize("command", [("check", "file"), ("check", "file", "--session", "→ محمد")])
def test_what_is_printed_is_utf8_even_where_the_terminal_is_not(tmp_path: Path, command: tuple[str, ...]) -> None:
    named = spoilt(tmp_path, lambda d: d["sessions"][0].update(title="أغنية"))
    environment = {
        **os.environ,
        "PYTHONIOENCODING": "cp1252",
        "PYTHONPATH": str(Path(amie_planner.__file__).parents[1]),
    }
    asked = [str(named) if part == "file" else part for part in command]
    child = [sys.executable, "-m", "amie_planner", *asked]
    ran = subprocess.run(child, env=environment, capture_output=True, check=False)
    said, amiss = ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8")
    assert ("أغنية" in said and "→" in said) if ran.returncode == 0 else "→ محمد" in amiss
    assert ran.returncode == (0 if len(command) == 2 else 2)


def test_a_paper_or_rule_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    code, _, amiss = run("print", SPACE_SOUNDS, "--as", ",", "--out", tmp_path / "none")
    assert (code, amiss.count("\n")) == (2, 1)
    assert "Say which papers: run-sheet, full-plan, " in amiss
    assert not (tmp_path / "none").exists()
    assert "run-sheet" in run("print", SPACE_SOUNDS, "--as", "poster", "--out", tmp_path)[2]
    asked = ("--as", "full-plan", "--names", "alias", "--out", tmp_path)
    code, _, amiss = run("print", SPACE_SOUNDS, *asked)
    assert code == 2
    assert "none" in amiss


def test_report_writes_one_row_a_session_of_the_period(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "sessions.csv"
    period = ("--from", "2026-09-01", "--to", "2026-10-31", "--return", "sessions", "--out", out)
    code, said, _ = run("report", SPACE_SOUNDS, THURSDAY_WRITERS, *period)
    count, *definitions = said.splitlines()
    assert (code, count) == (0, "3 sessions in sessions.csv")
    assert [line.partition(": ")[0] for line in definitions] == out.read_text("utf-8-sig").splitlines()[0].split(",")
    assert definitions[-1].startswith("Attendance: Register by person: present, late and walk-ins")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["Session"], row["Date"], row["Attendance"]) for row in rows] == [
        ("Lift-off", "2026-09-08", "3"),
        ("Moon landing", "2026-09-15", ""),
        ("Write and record a verse", "2026-10-08", ""),
    ]


def test_a_return_is_written_as_csv_and_no_other_way(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "sessions.xlsx"
    code, _, amiss = run("report", SPACE_SOUNDS, "--from", "2026-09-01", "--to", "2026-10-31", "--out", out)
    assert code == 2
    assert ".csv" in amiss
    assert not out.exists()


def test_import_and_export_give_the_same_programme_back(run: Run, tmp_path: Path) -> None:
    planner, out = tmp_path / "planner.amie", tmp_path / "out.amieplan"
    assert run("import", SPACE_SOUNDS, "--planner", planner)[0] == 0
    assert run("export", "--planner", planner, out)[0] == 0
    assert load(out) == load(SPACE_SOUNDS)
    assert run("import", out, "--planner", planner)[0] == 2
    assert run("import", out, "--planner", planner, "--replace")[0] == 0
    assert run("import", out, "--planner", planner, "--as-copy")[0] == 0
    with Store.open(planner) as store:
        assert len(store.programmes()) == 2


def test_nothing_is_taken_from_a_planner_in_which_a_page_was_never_written(run: Run, tmp_path: Path) -> None:
    """Where the lost page is only of what helps finding, the whole is handed on."""
    planner, out = tmp_path / "planner.amie", tmp_path / "out.amieplan"
    run("import", SPACE_SOUNDS, "--planner", planner)
    before = planner.read_bytes()
    with Store.open(planner) as store:
        of = store.programmes()[0].id
        notes = [NextTime.made(programme=of, session="s1", id=f"many{n}", text="Words " * 40) for n in range(60)]
        store.apply(map(add, notes))
    run("export", "--planner", planner, out)
    whole = out.read_bytes()
    after = planner.read_bytes()
    refused = []
    for page in range(len(before) // 4096):
        lost = never_written(before, after, page)
        if lost != after:
            planner.write_bytes(lost)
            code, _, amiss = run("export", "--planner", planner, out)
            assert (code, "planner file is damaged" in amiss) in ((2, True), (0, False))
            assert code == 2 or out.read_bytes() == whole
            refused += [page] * (code == 2)
    assert len(refused) > 2


def held(planner: Path) -> list[Series]:
    with Store.open(planner) as store:
        return [store.series(programme.id) for programme in store.programmes()]


def test_nothing_comes_in_if_one_of_several_files_is_refused(run: Run, tmp_path: Path) -> None:
    planner = tmp_path / "planner.amie"
    bad = spoilt(tmp_path, lambda d: d.update(version=2))
    assert run("import", THURSDAY_WRITERS, bad, "--planner", planner)[0] == 2
    assert not planner.exists()
    run("import", SPACE_SOUNDS, "--planner", planner)
    before = held(planner)
    assert run("import", THURSDAY_WRITERS, SPACE_SOUNDS, "--planner", planner)[0] == 2
    assert held(planner) == before
    assert [series.programme.title for series in before] == ["Space sounds, Comet class"]


def test_export_without_people_holds_nothing_about_a_young_person(run: Run, tmp_path: Path) -> None:
    planner, out = tmp_path / "planner.amie", tmp_path / "out.amieplan"
    run("import", SPACE_SOUNDS, "--planner", planner)
    assert run("export", "--planner", planner, "--without-people", out)[0] == 0
    assert not re.search(r"\b(Sky|Moss|River)\b", out.read_text(encoding="utf-8"))
    named = spoilt(tmp_path, lambda d: d["programme"].update(aims="Help Moss lead"))
    run("import", named, "--planner", planner, "--replace")
    code, _, amiss = run("export", "--planner", planner, "--without-people", tmp_path / "new.amieplan")
    assert code == 2
    assert "programme.aims" in amiss
    assert "with people" not in amiss
    assert not (tmp_path / "new.amieplan").exists()
    asked = ("--without-people", "--not-a-name", "moss", "--not-a-name", "lead")
    assert run("export", "--planner", planner, *asked, tmp_path / "new.amieplan")[0] == 0
    assert load(tmp_path / "new.amieplan").programme.aims == "Help Moss lead"


def test_the_schema_holds_for_the_examples_and_what_is_exported(run: Run, tmp_path: Path) -> None:
    schema = json.loads(run("schema")[1])
    for example in (SPACE_SOUNDS, THURSDAY_WRITERS):
        jsonschema.validate(json.loads(example.read_text(encoding="utf-8")), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": "amie-plan", "version": 1}, schema)


def test_demo_prints_every_paper_without_a_window(run: Run, tmp_path: Path) -> None:
    assert run("demo", "--print", tmp_path / "papers")[0] == 0
    names = sorted(path.name for path in (tmp_path / "papers").iterdir())
    papers = "|".join(document.id for document in DOCUMENTS)
    assert len(names) == 3 * len(DOCUMENTS)
    assert all(re.fullmatch(rf"sample-\d-[-\d]+-({papers})\.pdf", name) for name in names)


def test_demo_keeps_the_planner_that_it_prints_and_prints_what_is_kept(run: Run, tmp_path: Path) -> None:
    asked = ("demo", "--keep", tmp_path / "kept", "--print", tmp_path / "papers")
    assert run(*asked)[0] == 0
    planner = tmp_path / "kept" / "planner.amie"
    assert planner.exists()
    with closing(Store.open(planner)) as store:
        programme = store.programmes()[0]
        store.apply([revise(programme, title="Ours by now")])
    assert run(*asked)[0] == 0
    run_sheet = next((tmp_path / "papers").glob("sample-1-*-run-sheet-2.pdf"))
    assert "Ours by now" in text_of(run_sheet)


def test_what_cannot_be_understood_says_where_help_is(run: Run) -> None:
    code, _, amiss = run("chek", SPACE_SOUNDS)
    assert code == 2
    assert amiss.count("\n") == 1
    assert "--help" in amiss


def test_every_command_has_help(run: Run) -> None:
    for command in ("demo", "check", "print", "report", "import", "export", "import-people", "schema"):
        with pytest.raises(SystemExit) as stopped:
            run(command, "--help")
        assert stopped.value.code == 0


def test_an_error_of_ours_is_one_line_and_logs_no_words(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise RuntimeError("Otter said so")

    monkeypatch.setattr("amie_planner.cli.check.load", broken)
    code, said, amiss = run("check", SPACE_SOUNDS)
    assert (code, said, amiss.count("\n")) == (1, "", 1)
    logged = (home / "logs" / "amie-planner.log").read_text(encoding="utf-8")
    assert "RuntimeError" in logged
    assert "Otter" not in logged + amiss


def test_the_planner_may_be_named_before_the_command(run: Run, tmp_path: Path, home: Path) -> None:
    planner = tmp_path / "planner.amie"
    assert run("--planner", planner, "import", SPACE_SOUNDS)[0] == 0
    assert planner.exists()
    assert not (home / "planner.amie").exists()


def test_one_programme_twice_is_refused_in_a_return(run: Run, tmp_path: Path) -> None:
    period = ("--from", "2026-09-01", "--to", "2026-10-31", "--out", tmp_path / "sessions.csv")
    assert run("report", SPACE_SOUNDS, SPACE_SOUNDS, *period)[0] == 2


def test_whoever_stops_reading_early_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m amie_planner schema | head -1"
    environment = {**os.environ, "PYTHONPATH": "src"}
    done = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("{\n", "")
