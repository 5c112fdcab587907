"""The shape of the program, held by tools: imports point down, types hold, modules and functions stay short."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.example_plans import THURSDAY_WRITERS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "amie_planner"
MODULES = sorted(SOURCE.rglob("*.py"))

LONGEST_MODULE = 350
LONGEST_FUNCTION = 60
FIELD_WORDS = {"helper_cards", "_HelperCards"}
"""A helper in the room is a person, and no empty word."""
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "base", "manager", "service", "core"}

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def _tool(*arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(at / "src")}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source in which a fault can be planted."""
    shutil.copytree(SOURCE, tmp_path / "src" / "amie_planner", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _plant(copy: Path, module: str, line: str) -> None:
    file = copy / "src" / "amie_planner" / module
    before = file.read_text(encoding="utf-8") if file.exists() else '"""Stray."""\n'
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")


def test_imports_point_down_and_every_library_has_one_place():
    linted = _tool("-c", LINT_IMPORTS)
    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("domain/timing.py", "from amie_planner.store import store", "Imports point down"),
        ("stray.py", "", "Imports point down"),
        ("ui/workspace.py", "from amie_planner.ui.models import rows", "Inside the window imports point down"),
        ("cli/check.py", "import PySide6", "Only the window knows Qt"),
        ("ui/widgets/paper.py", "import reportlab", "Only documents know ReportLab"),
        ("exchange/loading.py", "import sqlmodel", "Only the store knows the database"),
        ("returns/audit.py", "import numpy", "Only one module knows the solver"),
        ("checks/diverse.py", "from amie_planner.checks import holistic", "The five principles do not import"),
        ("ui/screens/reports.py", "from amie_planner.ui.screens import session", "Screens do not import one another"),
        ("documents/pages.py", "import urllib.request", "Nothing goes on the network"),
        ("domain/edits/people.py", "from amie_planner.domain import monitoring", "Equality-monitoring answers stay"),
        ("ui/screens/people.py", "from amie_planner.returns import monitoring", "Equality-monitoring answers stay"),
    ],
)
def test_an_import_that_points_up_breaks_its_contract(copy: Path, module: str, line: str, contract: str):
    _plant(copy, module, line)
    linted = _tool("-c", LINT_IMPORTS, at=copy)
    broken = [said for said in linted.stdout.splitlines() if " BROKEN" in said]
    assert linted.returncode == 1
    assert any(said.startswith(contract) for said in broken), linted.stdout


def test_source_tests_and_packaging_are_linted_and_formatted():
    for command in (["check"], ["format", "--check"]):
        ruff = _tool("-m", "ruff", *command, "src", "tests", "packaging")
        assert ruff.returncode == 0, ruff.stdout + ruff.stderr


def test_a_model_or_the_workspace_that_draws_is_refused(copy: Path):
    for module in ("ui/models/rows.py", "ui/workspace.py"):
        _plant(copy, module, "from PySide6.QtWidgets import QLabel\n\nLABEL = QLabel")
    ruff = _tool("-m", "ruff", "check", "--select", "TID251", "--output-format", "concise", "src", at=copy)
    assert {Path(line.split(":")[0]).name for line in ruff.stdout.splitlines() if "TID251" in line} == {
        "rows.py",
        "workspace.py",
    }


def test_types_hold():
    mypy = _tool("-m", "mypy")
    assert mypy.returncode == 0, mypy.stdout + mypy.stderr


def _functions(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_or_function_grows_long():
    lines = {m: len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert not [str(m) for m, length in lines.items() if length > LONGEST_MODULE]
    long = [(m.name, name, length) for m in MODULES for name, length in _functions(m) if length > LONGEST_FUNCTION]
    assert not long


def test_every_module_says_why_it_exists():
    assert not [str(m) for m in MODULES if not ast.get_docstring(ast.parse(m.read_text(encoding="utf-8")))]


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


def test_nothing_has_a_name_that_says_nothing():
    named = [(m, name) for m in MODULES for name in m.relative_to(SOURCE).with_suffix("").parts]
    for module in MODULES:
        tree = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        named += [(module, n.name) for n in tree if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    assert not [(m.name, name) for m, name in named if _words(name) & EMPTY_WORDS and name not in FIELD_WORDS]


WITHOUT_A_WINDOW = """
import contextlib, io, json, sys
from amie_planner.cli import main

plan, folder = sys.argv[1:]
people = f"{folder}/people.csv"
with open(people, "w") as listed:
    listed.write("Forename,Surname\\nAda,Ray\\n")
planner = f"{folder}/planner.amie"
commands = (
    ("check", plan),
    ("print", plan, "--as", "all", "--out", f"{folder}/papers"),
    ("report", plan, "--from", "2026-09-01", "--to", "2027-08-31", "--out", f"{folder}/sessions.csv"),
    ("calendar", plan, "--out", f"{folder}/sessions.ics"),
    ("import", plan, "--planner", planner),
    ("export", f"{folder}/out.amieplan", "--planner", planner),
    ("schema",),
    ("import-people", people, "--into", plan),
)
seen = {}
for command in commands:
    with contextlib.redirect_stdout(io.StringIO()):
        code = main(command)
    seen[command[0]] = [code, sorted(m for m in sys.modules if m.split(".")[0] in ("PySide6", "shiboken6"))]
print(json.dumps(seen))
"""


def test_the_command_line_never_loads_qt(tmp_path: Path):
    plan = Path(shutil.copy(THURSDAY_WRITERS, tmp_path))
    ran = _tool("-c", WITHOUT_A_WINDOW, str(plan), str(tmp_path))
    commands = ("check", "print", "report", "calendar", "import", "export", "schema", "import-people")
    assert ran.stdout and json.loads(ran.stdout) == {command: [0, []] for command in commands}, ran.stderr


def test_the_frame_of_the_window_loads_no_database_and_no_paper():
    heavy = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "alembic", "sqlcipher3", "numpy")
    see = "import sys; import amie_planner.app, amie_planner.ui.main_window; print(*sys.modules)"
    loaded = {name.split(".")[0] for name in _tool("-c", see).stdout.split()}
    assert "PySide6" in loaded
    assert not loaded.intersection(heavy)
