"""The papers of a plan file, written to a folder under names that name nobody."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from amie_planner import checks
from amie_planner.checks import HEARD, Heard
from amie_planner.cli.paper_files import PaperFile, write
from amie_planner.cli.sessions import plans
from amie_planner.cli.term_papers import refuse_what_does_not_go_together, term_overview
from amie_planner.documents import CLEAR, DOCUMENTS, STYLES, Document, Names, PrintStyle, fresh_codes
from amie_planner.documents.file_names import told_apart
from amie_planner.documents.rules import rule_as_asked
from amie_planner.documents.term_overview import TERM_OVERVIEW
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.exchange.loading import load


@dataclass(frozen=True)
class Paper:
    """A document, how people are named in it and how it is printed; one without a rule is left out."""

    document: Document
    names: Names | None
    style: PrintStyle


def run(asked: Namespace) -> int:
    """Writes the papers that were asked for, and prints their file names; 2 where one of them could not be made."""
    series, heard = load(asked.file), heard_wording.heard(asked.wording)
    ids = _ids(asked.papers)
    over_a_period = TERM_OVERVIEW.id in ids
    refuse_what_does_not_go_together(asked, over_a_period=over_a_period)
    _refuse_unknown_rule(asked.names)
    of_sessions = ",".join(id for id in ids if id != TERM_OVERVIEW.id)
    papers = () if over_a_period and not of_sessions else chosen(of_sessions, asked.names, asked.style)
    codes, not_names = fresh_codes(series.people), frozenset(asked.not_a_name)
    found = plans(series, asked.session) if papers else ()
    wanted = [*of_each(found, papers, codes, form=asked.format, not_names=not_names, heard=heard)]
    if over_a_period:
        wanted.append(term_overview(series, asked, heard, codes))
    _say_other_rules(papers, asked.names)
    return write(wanted, asked.out, replace=asked.replace)


def _ids(papers: str) -> list[str]:
    return [id.strip() for id in papers.split(",") if id.strip()]


def chosen(papers: str, names: str | None = None, style: str = CLEAR.id) -> tuple[Paper, ...]:
    """Papers by their ids, or all of them, each with its names rule and print style. Raises AmieError.

    Where all are asked for, one that does not allow the style is made as it usually is; one that does not allow the
    rule names nobody, or is left out.
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


def _rule(document: Document, names: str | None, *, only: bool) -> Names | None:
    if names is None:
        return document.names[0]
    if only and names not in document.names:
        allowed = ", ".join(document.names)
        raise AmieError(f"A {document.label.lower()} cannot name people by “{names}”.", f"It allows: {allowed}.")
    return rule_as_asked(document.names, Names(names))


def _say_other_rules(papers: Sequence[Paper], names: str | None) -> None:
    for paper in papers:
        if paper.names is None:
            print(f"{paper.document.id} is left out: it cannot name people by “{names}”.", file=sys.stderr)
        elif names is not None and paper.names != names:
            said = f"names people by “{paper.names}”, for it cannot by “{names}”."
            print(f"{paper.document.id} {said}", file=sys.stderr)


def of_each(
    found: Sequence[Plan],
    papers: Sequence[Paper],
    codes: Mapping[str, str],
    *,
    form: str = "pdf",
    prefix: str = "",
    not_names: frozenset[str] = frozenset(),
    heard: Heard = HEARD,
) -> Iterator[PaperFile]:
    """Each paper of each plan, as `pdf` or `html`; a person has the same code in all of them."""
    for which, plan in zip(told_apart([plan.session for plan in found]), found, strict=True):
        findings = checks.run(plan, heard.plan_checks)
        for document, names, style in ((p.document, p.names, p.style) for p in papers if p.names is not None):
            sheet = partial(document.sheet, plan, findings, names, style=style, codes=codes, not_names=not_names)
            yield PaperFile(f"{prefix}{which}-{document.file_called(style, form)}", form, sheet)
