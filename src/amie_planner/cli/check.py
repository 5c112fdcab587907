"""What HEARD asks and sees, as text or as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator

from amie_planner import checks
from amie_planner.checks.replies import as_json
from amie_planner.cli.sessions import plans
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.exchange.loading import load


def run(asked: Namespace) -> None:
    """Prints the findings of the sessions."""
    found = plans(load(asked.file), asked.session)
    if asked.json:
        findings = [finding for plan in found for finding in as_json(plan, checks.run(plan))]
        print(json.dumps(findings, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_text(found)))


def _text(found: Iterable[Plan]) -> Iterator[str]:
    for plan in found:
        yield words.session_name(plan.session)
        findings = checks.run(plan)
        for principle in checks.PRINCIPLES:
            yield f"\n  {principle.name}: {principle.says}"
            for finding in findings:
                if checks.of(finding.check).principle == principle:
                    yield f"    {finding.answer}: {finding.text} [{finding.check}]"
                    yield from (f"      → {line.label}" for line in finding.lines)
        yield ""
