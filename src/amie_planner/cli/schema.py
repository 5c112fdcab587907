"""The JSON Schema of the plan file."""

from __future__ import annotations

import json
from argparse import Namespace

from amie_planner.exchange import plan_file


def run(asked: Namespace) -> None:
    """Prints the schema."""
    print(json.dumps(plan_file.schema(), ensure_ascii=False, indent=1))
