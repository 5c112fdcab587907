"""The papers of a plan file, written to a folder under names that name nobody."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amie_planner import checks
from amie_planner.checks import HEARD, Heard
from amie_planner.cli.sessions import plans
from amie_planner.cli.term_papers import refuse_what_does_not_go_together, term_overview
from amie_planner.documents import (
    CLEAR,
    DOCUMENTS,
    EASY_READ,
    STYLES,
    Document,
    Names,
    PrintStyle,
    Sheet,
    fresh_codes,
    in_brackets,
    too_long,
)
from amie_planner.documents.term_overview import TERM_OVERVIEW
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.exchange.loading import load
from amie_planner.writing import write_whole


@dataclass(frozen=True)
class Paper:
    """A document, how people are named in it and how it is printed."""

    document: Document
    names: Names
    style: PrintStyle


def run(asked: Namespace) -> None:
    """Writes the papers that were asked for, and prints their file names."""
    series, heard = load(asked.file), heard_wording.heard(asked.wording)
    ids = _ids(asked.papers)
    over_a_period = TERM_OVERVIEW.id in ids
    refuse_what_does_not_go_together(asked, over_a_period=over_a_period)
    _refuse_unknown_rule(asked.names)
    of_sessions = ",".join(id for id in ids if id != TERM_OVERVIEW.id)
    papers = () if over_a_period and not of_sessions else chosen(of_sessions, asked.names, asked.style)
    over = (term_overview(series, asked, heard),) if over_a_period else ()
    found = plans(series, asked.session) if papers else ()
    not_names = frozenset(asked.not_a_name)
    for path in write(found, papers, asked.out, form=asked.format, not_names=not_names, heard=heard, over=over):
        print(path.name)


def _ids(papers: str) -> list[str]:
    return [id.strip() for id in papers.split(",") if id.strip()]


def chosen(papers: str, names: str | None = None, style: str = CLEAR.id) -> tuple[Paper, ...]:
    """Papers by their ids, or all of them, each with its names rule and print style. Raises AmieError.

    Where all are asked for, one that does not allow the rule or the style is made as it usually is.
    """
    known = {document.id: document for document in DOCUMENTS}
    ids = list(known) if papers == "all" else _ids(papers)
    every = f"{', '.join((*known, TERM_OVERVIEW.id))} (or all, of each session)"
    if not ids:
        raise AmieError("No paper is named.", f"Say which papers: {every}.")
    for id in ids:
        if id not in known:
            raise AmieError(f"There is no paper called {id[:60]}.", f"The papers are: {every}.")
    _refuse_unknown_rule(names)
    only = papers != "all"
    documents = [known[id] for id in ids]
    return tuple(Paper(d, _rule(d, names, only=only), _style(d, style, only=only)) for d in documents)


def _refuse_unknown_rule(names: str | None) -> None:
    if names is not None and names not in list(Names):
        raise AmieError(f"There is no names rule {names[:60]}.", f"The rules are: {', '.join(Names)}.")


def _style(document: Document, style: str, *, only: bool) -> PrintStyle:
    """The style that was asked for; the document itself refuses one that it does not allow."""
    asked = next(one for one in STYLES if one.id == style)
    return asked if only or asked in document.styles else document.styles[0]


def _rule(document: Document, names: str | None, *, only: bool) -> Names:
    if names is None or (names not in document.names and not only):
        return document.names[0]
    if names not in document.names:
        allowed = ", ".join(document.names)
        raise AmieError(f"A {document.label.lower()} cannot name people by “{names}”.", f"It allows: {allowed}.")
    return Names(names)


def write(
    found: Sequence[Plan],
    papers: Sequence[Paper],
    folder: Path,
    *,
    form: str = "pdf",
    prefix: str = "",
    not_names: frozenset[str] = frozenset(),
    heard: Heard = HEARD,
    over: Sequence[tuple[str, Sheet]] = (),
) -> list[Path]:
    """Makes everything, as `pdf` or `html`, then writes it; says on stderr what a leader may want to know of it.

    `over` are sheets over a period, with the names of their files. Raises AmieError before the first file if any paper
    cannot be made.
    """
    sheets = [(folder / name, sheet) for name, sheet in over]
    for number, plan in enumerate(found, 1):
        findings, codes = checks.run(plan, heard.plan_checks), fresh_codes(plan.people)
        which = f"{number:02d}-" if len(found) > 1 else ""
        for paper in papers:
            sheet = paper.document.sheet(
                plan, findings, paper.names, style=paper.style, codes=codes, not_names=not_names
            )
            path = folder / f"{prefix}{which}{paper.document.file_called(paper.style, form)}"
            sheets.append((path, sheet))
    made = [(path, sheet.html() if form == "html" else sheet.pdf()) for path, sheet in sheets]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise AmieError(f"The folder {folder} cannot be made.", "Choose another folder.") from None
    for path, content in made:
        write_whole(path, content)
    for path, sheet in sheets:
        if said := _remarks(sheet, form):
            print(f"{path.name}: {said}", file=sys.stderr)
    return [path for path, _ in made]


def _remarks(sheet: Sheet, form: str) -> str:
    """What prints as words in brackets, which a browser shows as typed; what is long for easy read."""
    not_shown = sheet.not_shown() if form == "pdf" else ()
    long = sheet.long_sentences() if sheet.style.id == EASY_READ.id else ()
    return " ".join(filter(None, (in_brackets(not_shown), too_long(long))))
