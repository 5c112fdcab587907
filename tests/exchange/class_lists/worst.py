"""Prints by how many megabytes the largest lists that may be read make a program grow, each in a process of its own.

python worst.py FILE [PLAN]     reads and understands FILE; with PLAN, brings its people into it too
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path

from amie_planner.cli import import_people, main
from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import read, spreadsheets, understood

LOADED = (import_people, spreadsheets)


def _megabytes() -> float:
    """What this process held at most; `resource` would say what the one that started it held, where that was more."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1_000


def _done(list_file: str, plan: str | None) -> str:
    if plan:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            code = main(["import-people", list_file, "--into", plan])
        return "brought in" if code == 0 and "people added" in said.getvalue() else "refused"
    try:
        return f"{len(understood(read(Path(list_file).read_bytes())).people)} people"
    except AmieError as error:
        return f"refused: {error.message}"


if __name__ == "__main__":
    before = _megabytes()
    outcome = _done(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    print(round(_megabytes() - before), outcome)
