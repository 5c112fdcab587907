"""The largest lists that may be read, and the worst that may not, make the program grow by 300 MB at most."""

from __future__ import annotations

import os
import random
import string
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.exchange.class_lists import sheets

import amie_planner
from amie_planner.exchange.class_lists import LARGEST_FILE
from amie_planner.exchange.class_lists.measuring import MOST_CELLS
from amie_planner.exchange.class_lists.table import MOST_ROWS

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")

MOST_GROWTH = 300
"""Megabytes."""
WORST = Path(__file__).with_name("worst.py")
COLUMNS = MOST_CELLS // MOST_ROWS
CHANCE = random.Random(7)


def word(length: int) -> str:
    return "".join(CHANCE.choices(string.ascii_lowercase, k=length))


WORDS = [word(40) for _ in range(4_000)]


def heading_cells() -> tuple[str, ...]:
    return ("Forename", *(f"h{n}" for n in range(COLUMNS - 1)))


def shared_xlsx() -> bytes:
    """Every cell that there may be, each showing a text of its own; one letter in some that makes text wide."""
    wide = ("😀", *"x" * 49)
    texts = "".join(f"<si><t>{CHANCE.choice(WORDS)[:24]}{wide[n % 50]}</t></si>" for n in range(MOST_CELLS))
    headings = sheets.sheet_data([heading_cells()])
    rows = (
        "<row>" + "".join(f'<c t="s"><v>{row * COLUMNS + n}</v></c>' for n in range(COLUMNS)) + "</row>"
        for row in range(MOST_ROWS - 1)
    )
    return sheets.zipped(sheets.xlsx_parts(headings + "".join(rows), shared=texts))


def inline_xlsx() -> bytes:
    """Nearly every cell and byte of text that there may be, within the 100 MB."""
    rows = ([CHANCE.choice(WORDS)[:18] for _ in range(COLUMNS)] for _ in range(MOST_ROWS - 1))
    return sheets.xlsx([heading_cells(), *rows])


def full_ods() -> bytes:
    """As many cells of ODS as fit into the 100 MB."""
    rows = ([CHANCE.choice(WORDS)[:16] for _ in range(COLUMNS)] for _ in range(MOST_ROWS * 4 // 5))
    return sheets.ods([heading_cells(), *rows])


def wide_csv() -> bytes:
    """As many rows and columns as there may be in a file of 20 MB."""
    headings = ",".join(["Forename", *(f"h{n}" for n in range(199))])
    line = ",".join(["a"] * 199 + [""])
    return "\n".join([headings, *[line] * (MOST_ROWS - 1)]).encode()[:LARGEST_FILE]


def tall_csv() -> bytes:
    """As much text as there may be, wide and in what is held."""
    lines = (f"{CHANCE.choice(WORDS) * 4},{CHANCE.choice(WORDS) * 4}😀,{n % 13},7B\n" for n in range(MOST_ROWS))
    return f"Surname,Forename,NC Year,Reg\n{''.join(lines)}".encode()[:LARGEST_FILE]


def named_csv() -> bytes:
    """As many people as there may be, with names as long as names are."""
    lines = (f"Surname{n},Forename{n % 700},{n % 13},{n % 13}B\n" for n in range(MOST_ROWS))
    return f"Surname,Forename,NC Year,Reg\n{''.join(lines)}".encode()


def repeated_ods() -> bytes:
    """A few kilobytes that ask for a thousand million cells."""
    one = sheets.ods_cell("Otter").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="200"')
    rows = f'<table:table-row table:number-rows-repeated="50000">{one}</table:table-row>'
    return sheets.zipped(sheets.ods_parts(*[rows] * 20))


def shown_xlsx() -> bytes:
    """A long text that a hundred thousand cells show: two thousand million letters."""
    row = '<c t="s"><v>0</v></c>' * 20
    noise = "".join(CHANCE.choices(string.ascii_letters, k=20_000))
    parts = sheets.xlsx_parts(f"<row>{row}</row>" * 5_000, shared=f"<si><t>{noise}</t></si>")
    return sheets.zipped(parts, method=zipfile.ZIP_STORED)


def growth(file: Path, *more: str) -> tuple[int, str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(amie_planner.__file__).parents[1]),
        "AMIE_HOME": str(file.parent / "home"),
    }
    ran = subprocess.run(
        [sys.executable, str(WORST), str(file), *more], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    megabytes, _, outcome = ran.stdout.strip().partition(" ")
    return int(megabytes), outcome


QUICK = {"wide_csv": wide_csv, "tall_csv": tall_csv, "repeated_ods": repeated_ods, "shown_xlsx": shown_xlsx}
SLOW = {"shared_xlsx": shared_xlsx, "inline_xlsx": inline_xlsx, "full_ods": full_ods}


@pytest.mark.parametrize("kind", [*QUICK, *(pytest.param(kind, marks=pytest.mark.on_demand) for kind in SLOW)])
def test_no_list_makes_the_program_grow_beyond_its_limit(tmp_path: Path, kind: str):
    file = tmp_path / "list"
    file.write_bytes((QUICK | SLOW)[kind]())
    megabytes, outcome = growth(file)
    assert outcome.startswith("refused") == (kind in ("tall_csv", "repeated_ods", "shown_xlsx")), outcome
    assert megabytes <= MOST_GROWTH


def test_the_most_people_that_can_come_into_a_plan_file_do_so_within_the_limit(tmp_path: Path):
    file, plan = tmp_path / "list", tmp_path / "plan.amieplan"
    file.write_bytes(named_csv())
    plan.write_bytes(SPACE_SOUNDS.read_bytes())
    megabytes, outcome = growth(file, str(plan))
    assert outcome == "brought in"
    assert megabytes <= MOST_GROWTH
