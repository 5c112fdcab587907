"""What HEARD asks and sees, of sessions or of a series, as text or as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from amie_planner import checks
from amie_planner.checks import Heard
from amie_planner.checks.conversation import Turn, conversation, series_conversation
from amie_planner.checks.replies import as_json, series_as_json
from amie_planner.cli.sessions import plans
from amie_planner.domain import words
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.exchange.loading import load


def run(asked: Namespace) -> None:
    """Prints the findings of the sessions, or those of the series."""
    _refuse_what_does_not_go_together(asked)
    series, heard = load(asked.file), heard_wording.heard(asked.wording)
    if asked.series:
        _print_series(series, asked, heard)
        return
    found = ((plan, checks.run(plan, heard.plan_checks)) for plan in plans(series, asked.session))
    if asked.json:
        _print_json(finding for plan, findings in found for finding in as_json(plan, findings))
    else:
        for plan, findings in found:
            print("\n".join(_text(words.session_name(plan.session), conversation(plan, findings))))


def _refuse_what_does_not_go_together(asked: Namespace) -> None:
    if asked.series and asked.session is not None:
        raise AmieError("A series is not one session.", "Say --session or --series, not both.")
    if not asked.series and (asked.first or asked.last):
        raise AmieError("Only a series has a period.", "Say --series with --from and --to.")
    if asked.first and asked.last and asked.last < asked.first:
        raise AmieError("The last day is before the first.", "Say --from with the earlier day.")


def _print_series(series: Series, asked: Namespace, heard: Heard) -> None:
    """The period is what was asked for, else the programme's."""
    first, last = asked.first or series.programme.starts, asked.last or series.programme.ends
    findings = checks.run_series(series, first, last, checks=heard.series_checks)
    if asked.json:
        _print_json(series_as_json(series, findings))
    else:
        days = f"{f' from {words.day(first)}' if first else ''}{f' to {words.day(last)}' if last else ''}"
        said = series_conversation(series, findings)
        print("\n".join(_text(f"{series.programme.title}{',' if days else ''}{days}", said)))


def _print_json(findings: Iterable[dict[str, Any]]) -> None:
    """As one list, each finding when it is known: a year of sessions is never held as a whole."""
    between = "[\n "
    for finding in findings:
        print(between + json.dumps(finding, ensure_ascii=False, indent=1).replace("\n", "\n "), end="")
        between = ",\n "
    print("\n]" if between.startswith(",") else "[]")


def _text(title: str, turns: Sequence[Turn]) -> Iterator[str]:
    yield title
    if whose := checks.in_other_words(turn.finding for turn in turns):
        yield f"  {whose}"
    for principle in dict.fromkeys(turn.finding.principle for turn in turns):
        yield f"\n  {principle.name}: {principle.says}"
        for turn in turns:
            if turn.finding.principle == principle:
                yield from _turn(turn)
    yield ""


def _turn(turn: Turn) -> Iterator[str]:
    finding, first = turn.finding, ", to look at first" if turn.in_focus else ""
    yield f"    {finding.question} [{finding.check}{first}]"
    yield f"      {finding.answer}{f': {finding.text}' if finding.text != finding.question else ''}"
    yield from (f"      → {line.label}" for line in finding.lines)
    if turn.replied:
        yield f"      ↩ {turn.replied.in_words()}"
