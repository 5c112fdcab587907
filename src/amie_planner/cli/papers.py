"""The papers of a plan file, written to a folder under names that name nobody."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from amie_planner import checks
from amie_planner.checks import HEARD, Heard
from amie_planner.cli.sessions import plans
from amie_planner.documents import DOCUMENTS, Document, Names, fresh_codes, in_brackets
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.exchange.loading import load
from amie_planner.writing import write_whole

Paper = tuple[Document, Names]


def run(asked: Namespace) -> None:
    """Writes the papers that were asked for, and prints their file names."""
    found, heard = plans(load(asked.file), asked.session), heard_wording.heard(asked.wording)
    papers = chosen(asked.papers, asked.names)
    for path in write(found, papers, asked.out, not_names=frozenset(asked.not_a_name), heard=heard):
        print(path.name)


def chosen(papers: str, names: str | None) -> tuple[Paper, ...]:
    """Papers by their ids, or all of them, each with its names rule. Raises AmieError."""
    known = {document.id: document for document in DOCUMENTS}
    ids = list(known) if papers == "all" else [id.strip() for id in papers.split(",") if id.strip()]
    if not ids:
        raise AmieError("No paper is named.", f"Say which papers: {', '.join(known)} (or all).")
    for id in ids:
        if id not in known:
            raise AmieError(f"There is no paper called {id[:60]}.", f"The papers are: {', '.join(known)} (or all).")
    if names is not None and names not in list(Names):
        raise AmieError(f"There is no names rule {names[:60]}.", f"The rules are: {', '.join(Names)}.")
    return tuple((known[id], _rule(known[id], names, only=papers != "all")) for id in ids)


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
    prefix: str = "",
    not_names: frozenset[str] = frozenset(),
    heard: Heard = HEARD,
) -> list[Path]:
    """Renders everything, then writes it; says on stderr what had to be printed as words in brackets.

    Raises AmieError before the first file if any paper cannot be made.
    """
    made: list[tuple[Path, bytes]] = []
    not_shown: dict[str, None] = {}
    for number, plan in enumerate(found, 1):
        findings, codes = checks.run(plan, heard.plan_checks), fresh_codes(plan.people)
        which = f"{number:02d}-" if len(found) > 1 else ""
        for document, names in papers:
            path = folder / f"{prefix}{which}{document.file_name}"
            made.append((path, document.render(plan, findings, names, codes=codes, not_names=not_names)))
            not_shown |= dict.fromkeys(document.not_shown(plan, findings, names, codes=codes, not_names=not_names))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise AmieError(f"The folder {folder} cannot be made.", "Choose another folder.") from None
    for path, content in made:
        write_whole(path, content)
    if not_shown:
        print(in_brackets(tuple(not_shown)), file=sys.stderr)
    return [path for path, _ in made]
