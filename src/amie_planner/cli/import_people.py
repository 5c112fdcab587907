"""Class lists: what would happen to each column and row, and the people into a plan file, all or nobody.

Nothing printed says who anybody is: rows are said by number, columns by heading, people of the plan file by id.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from amie_planner.domain.edits.class_lists import Match, aliases, bring_in_people, possible_matches
from amie_planner.domain.plan import Series
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.exchange import plan_file
from amie_planner.exchange.class_lists import (
    LARGEST_FILE,
    ClassList,
    Column,
    Kind,
    Problem,
    delimiter_in_words,
    encoding_in_words,
    read,
    told_apart,
    understood,
)
from amie_planner.exchange.loading import load
from amie_planner.writing import write_whole

_LONGEST_SHOWN = 60
"""Characters of a heading."""
_MOST_SAID = 50
"""Problems, as text; JSON has them all."""


@dataclass(frozen=True)
class _Preview:
    """What would happen, in numbers and headings; `fates` says it for each row."""

    kind: Kind
    encoding: str
    delimiter: str | None
    heading: int
    columns: tuple[Column, ...]
    people: int
    coming: int
    matches: tuple[Match, ...]
    fates: dict[int, str]
    passed_over: frozenset[int]
    problems: tuple[Problem, ...]


def run(asked: Namespace) -> None:
    """Says what would happen; with --into and no --dry-run, writes the plan file first."""
    series = load(asked.into) if asked.into else None
    writes = series is not None and not asked.dry_run
    preview, after = _previewed(asked.file, series, _chosen(asked.map), writes=writes)
    if series is not None and writes:
        _write(asked.into, preview, after)
    if asked.json:
        print(json.dumps(_as_json(preview), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_as_text(preview, writes=writes)))


def _chosen(pairs: Iterable[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or not column.strip():
            raise AmieError(f"{pair[:_LONGEST_SHOWN]} does not say a column and a field.", "Write --map column=field.")
        if column.strip() in chosen:
            raise AmieError(
                f"The column {column.strip()[:_LONGEST_SHOWN]} is chosen twice.", "Choose one field for it."
            )
        chosen[column.strip()] = field.strip()
    return chosen


def _previewed(
    path: Path, series: Series | None, chosen: Mapping[str, str], *, writes: bool
) -> tuple[_Preview, Series | None]:
    """What would happen, and the programme as it would be after; the list itself is let go of."""
    table = read(_bytes(path), path.name)
    found = understood(table, chosen)
    matches = possible_matches(series, found.people) if series else ()
    matched = {match.row for match in matches}
    coming = [one for one in found.people if one.row not in matched]
    called = aliases(coming, (p.alias for p in series.people if p.alias) if series else ())
    problems = sorted((*found.problems, *told_apart(coming, called)), key=lambda problem: problem.row)
    preview = _Preview(
        kind=table.kind,
        encoding=table.encoding,
        delimiter=table.delimiter,
        heading=found.heading,
        columns=found.columns,
        people=len(found.people),
        coming=len(coming),
        matches=matches,
        fates=_fates(found, matches, "added" if writes else "would be added"),
        passed_over=frozenset(row for row, _ in found.passed_over),
        problems=tuple(problems),
    )
    return preview, series.after(bring_in_people(series, coming)) if series and writes else None


def _fates(found: ClassList, matches: Iterable[Match], added: str) -> dict[int, str]:
    person_of: dict[int, list[str]] = {}
    for match in matches:
        person_of.setdefault(match.row, []).append(match.person)
    fates = dict.fromkeys((one.row for one in found.people), added)
    fates |= {row: f"passed over ({why})" for row, why in found.passed_over}
    fates |= {row: f"not added: may be {listed(who, 'or')}, who is there already" for row, who in person_of.items()}
    return dict(sorted(fates.items()))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise AmieError(f"{path} is a folder.", "Name a class list in it.") from None
    except OSError:
        raise AmieError(f"{path} cannot be read.", "Check that it is there and that you may open it.") from None


def _write(target: Path, preview: _Preview, after: Series | None) -> None:
    if not preview.people:
        raise AmieError(
            "Nobody is found in this list, and nothing is written.",
            "See what --dry-run says, and choose columns with --map column=field.",
        )
    if preview.coming and after:
        write_whole(target, plan_file.write(after))


def _as_json(preview: _Preview) -> dict[str, object]:
    return {
        "encoding": preview.encoding,
        "delimiter": preview.delimiter,
        "columns": [
            {"header": c.header, "field": c.field, "left_out": c.left_out, "why": c.why} for c in preview.columns
        ],
        "people": preview.people,
        "possible_matches": [{"row": match.row, "with": match.person} for match in preview.matches],
        "problems": [{"row": p.row, "column": p.column, "text": p.text} for p in preview.problems],
    }


def _as_text(preview: _Preview, *, writes: bool) -> Iterator[str]:
    yield f"Read as {_read_as(preview)}."
    yield f"\nColumns (headings in row {preview.heading})"
    for column in preview.columns:
        shown = column.header[:_LONGEST_SHOWN] or f"column {column.at + 1}"
        field = f" ({column.field})" if column.field else ""
        yield f"  {shown}: {f'left out{field}: ' if column.left_out else f'{column.field}, '}{column.why}"
    yield "\nRows"
    for fate, group in groupby(preview.fates, key=lambda row: preview.fates[row]):
        rows = list(group)
        yield f"  {rows[0]}: {fate}" if len(rows) == 1 else f"  {rows[0]} to {rows[-1]}: {fate}"
    yield from _to_look_at([p for p in preview.problems if p.column or p.row not in preview.passed_over])
    yield f"\n{_outcome(preview, writes=writes)}"


def _read_as(preview: _Preview) -> str:
    if preview.kind is not Kind.SEPARATED:
        return preview.kind
    parted = delimiter_in_words(preview.delimiter)
    return f"{encoding_in_words(preview.encoding)}{f', columns parted by {parted}' if parted else ''}"


def _to_look_at(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield "\nTo look at"
    for problem in problems[:_MOST_SAID]:
        column = f", {problem.column[:_LONGEST_SHOWN]}" if problem.column else ""
        yield f"  row {problem.row}{column}: {problem.text}"
    if len(problems) > _MOST_SAID:
        yield f"  and {len(problems) - _MOST_SAID:,} more; --json says all"


def _outcome(preview: _Preview, *, writes: bool) -> str:
    people = f"{preview.coming:,} {'person' if preview.coming == 1 else 'people'}" if preview.coming else "Nobody"
    said = f"{people} {'added' if writes else 'would be added; nothing is written'}."
    left = preview.people - preview.coming
    if not left:
        return said
    rows, them = ("1 row is", "it") if left == 1 else (f"{left:,} rows are", "they")
    return f"{said} {rows} left out, as {them} may be people who are there already: add them by hand if they are not."
