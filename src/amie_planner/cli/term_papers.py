"""The term overview of a plan file: one paper over a period, beside those of single sessions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from functools import partial

from amie_planner import checks
from amie_planner.checks import Heard
from amie_planner.checks.figures import ON_PAPER
from amie_planner.cli.paper_files import PaperFile
from amie_planner.documents import STYLES, Names
from amie_planner.documents.session_rows import Part
from amie_planner.documents.term_overview import TERM_OVERVIEW, Term
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError


def refuse_what_does_not_go_together(asked: Namespace, *, over_a_period: bool) -> None:
    """Raises AmieError for a period, or parts of sessions, without a paper over a period; for one session of a period;
    and for a period that ends early."""
    if over_a_period and asked.session is not None:
        raise AmieError("A term overview is not of one session.", "Leave out --session, or ask for other papers.")
    if not over_a_period and (asked.first or asked.last):
        raise AmieError("Only a term overview has a period.", f"Say --as {TERM_OVERVIEW.id} with --from and --to.")
    if not over_a_period and asked.expand is not None:
        raise AmieError("Only a term overview expands its sessions.", f"Say --as {TERM_OVERVIEW.id} with --expand.")
    if asked.first and asked.last and asked.last < asked.first:
        raise AmieError("The last day is before the first.", "Say --from with the earlier day.")


def term_overview(series: Series, asked: Namespace, heard: Heard, codes: Mapping[str, str]) -> PaperFile:
    """Its file; the period is what was asked for, else the programme's. Raises AmieError."""
    days = (asked.first or series.programme.starts, asked.last or series.programme.ends)
    term = Term.over(series, *days, _expanded(asked.expand or ""), heard.plan_checks)
    style = next(one for one in STYLES if one.id == asked.style)
    sheet = partial(
        TERM_OVERVIEW.sheet,
        term,
        checks.run_series(series, term.first, term.last, ON_PAPER, checks=heard.series_checks),
        Names(asked.names) if asked.names else None,
        style=style,
        codes=codes,
        not_names=frozenset(asked.not_a_name),
    )
    return PaperFile(TERM_OVERVIEW.file_called(style, asked.format), asked.format, sheet)


def _expanded(parts: str) -> tuple[Part, ...]:
    """What is shown of each session, in the order in which it is always shown. Raises AmieError for what is no part."""
    asked = [part.strip() for part in parts.split(",") if part.strip()]
    for part in asked:
        if part not in (*Part, "all"):
            every = f"{', '.join(Part)} or all"
            raise AmieError(f"There is nothing called {part[:60]} to expand.", f"Say which to expand: {every}.")
    return tuple(part for part in Part if part in asked or "all" in asked)
