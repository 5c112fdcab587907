"""Which column of a published table is what: area, time, question, count; and what its labels mean.

Two shapes: one count a row, with columns that say of whom; or one row an area, with a column for each group.
Source of every word that is known: resources/baselines/questions.json.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import islice

from amie_planner.errors import AmieError
from amie_planner.returns.baselines import words

_LOOKED_AT = 30
"""Rows among which the headings must stand."""
LONGEST = 60
"""Characters of a heading or a label that a sentence quotes."""
_REMEMBERED = 4096
"""Labels."""
_LEVELS = {
    "national": "country",
    "country": "country",
    "regional": "region",
    "region": "region",
    "localauthority": "la",
    "localauthoritydistrict": "lad",
}
_PERIODS = frozenset(("timeperiod", "year", "date"))
_CATEGORIES = re.compile(r"\s*\(\d+ categories\)")
_SAID_BESIDE = re.compile(r"\s*(\(number\)|; measures: Value)\s*$", re.IGNORECASE)
_CODE_OR_NAME = ("code", "name")


class Aside(StrEnum):
    """Labels that are no group of their question."""

    TOTAL = "everybody"
    NOT_KNOWN = "answer not known"
    LEFT_OUT = "told by other labels too"


Meaning = tuple[str, str] | Aside
"""A question and one of its groups, or neither."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a row names its area: columns of its code and its name, from 0."""

    code: int
    name: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table, from 0. `places` are by level of area, or under "" where rows have no level.

    `tells` are columns whose cells name groups, by family of questions; `group_of` and `group` are the pair of columns
    of which the first names the family. `counts` maps each column of counts to a group, or to None where the row
    says of whom. `others` are columns that may divide people further.
    """

    line: int
    headings: tuple[str, ...]
    places: Mapping[str, Places]
    level: int | None
    period: int | None
    tells: tuple[tuple[int, str], ...]
    group_of: int | None
    group: int | None
    counts: Mapping[int, tuple[str, str] | None]
    others: tuple[int, ...]

    def places_of(self, cells: Sequence[str]) -> Places | None:
        """Where this row names its area; None for an area of a kind that nobody would choose."""
        if self.level is None:
            return self.places.get("")
        return self.places.get(_LEVELS.get(key(cells[self.level]), ""), self.places.get(""))


def key(text: str) -> str:
    """What two labels that say the same have in common: letters and digits."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def is_total(label: str) -> bool:
    """Whether a label stands for everybody."""
    return key(label) in _totals()


@lru_cache(_REMEMBERED)
def meaning(family: str, label: str) -> Meaning | None:
    """What a label says in a family of questions; None for a label that is not known."""
    mine = key(label)
    if mine in _totals():
        return Aside.TOTAL
    found = _labels(family).get(mine)
    return found or (Aside.LEFT_OUT if mine.endswith("total") else None)


@lru_cache(_REMEMBERED)
def family_of(heading: str) -> str | None:
    """The family of questions that a heading speaks of."""
    mine = key(_bare(heading))
    return next((name for name, said in words()["families"].items() if mine in map(key, said["headings"])), None)


def layout(rows: Iterable[tuple[int, list[str]]]) -> Layout:
    """The layout that the headings of a table show. Raises AmieError, naming line and column."""
    first = None
    for line, cells in islice(rows, _LOOKED_AT):
        if places := _places(cells):
            first = first or line
            found = _columns(line, cells, places)
            if found.counts:
                return found
    if first is None:
        raise AmieError(
            "No line among the first 30 has a column that names areas, as “geography code” or “new_la_code”.", _HINT
        )
    raise AmieError(f"Line {first} names areas, but no column counts the groups of a question that is known.", _HINT)


_HINT = (
    "Tables of ethnic group, free school meals, special educational needs, first language, disability and sex can be "
    "read, as CSV, as the ONS and the DfE publish them."
)


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(key, words()["totals"]))


@cache
def _labels(family: str) -> dict[str, Meaning]:
    said = words()["families"][family]
    found: dict[str, Meaning] = {key(label): Aside.LEFT_OUT for label in said["left_out"]}
    found |= {key(label): Aside.NOT_KNOWN for label in said["not_known"]}
    for question, groups in said["labels"].items():
        found |= {key(label): (question, code) for code, labels in groups.items() for label in labels}
    return found


def _bare(heading: str) -> str:
    """A heading without how many categories it has, and without what is beside it."""
    bare = _SAID_BESIDE.sub("", _CATEGORIES.sub("", heading))
    return re.sub(r"[\s_]+(code|label)\s*$", "", bare, flags=re.IGNORECASE)


def _places(cells: Sequence[str]) -> dict[str, Places]:
    at = {key(cell): place for place, cell in reversed(list(enumerate(cells)))}
    found = {
        level: Places(code, at[f"{level}name"])
        for level in _LEVELS.values()
        for code in (at.get(f"{level}code"), at.get(f"new{level}code"))
        if code is not None and f"{level}name" in at
    }
    if found and _level(cells) is not None:
        return found
    pair = next(_pairs(cells), None)
    return {"": pair} if pair else {}


def _pairs(cells: Sequence[str]) -> Iterator[Places]:
    """Columns of codes beside columns of names, but for those of questions."""
    for code, heading in enumerate(cells):
        if not key(heading).endswith("code") or family_of(heading):
            continue
        names = [f"{key(heading)[: -len('code')]}{ending}" for ending in ("", "name", "label")]
        yield from (Places(code, name) for name, other in enumerate(cells) if other and key(other) in names)


def _level(cells: Sequence[str]) -> int | None:
    return next((at for at, cell in enumerate(cells) if key(cell) in ("geographiclevel", "level")), None)


def _columns(line: int, cells: Sequence[str], places: Mapping[str, Places]) -> Layout:
    keys = [key(cell) for cell in cells]
    spoken = words()
    level, period = _level(cells), _first(keys, _PERIODS)
    group_of, group = (_first(keys, map(key, spoken[name])) for name in ("groups_of_questions", "groups"))
    tells = tuple(_tells(cells))
    count = _first(keys, map(key, spoken["counts"]))
    counts: dict[int, tuple[str, str] | None] = {}
    if count is not None and (tells or (group_of is not None and group is not None)):
        counts = {count: None}
    elif not tells and count is None:
        counts |= _wide(cells)
    spent = {at for place in places.values() for at in (place.code, place.name)}
    spent |= {at for at in (level, period, group_of, group) if at is not None} | {at for at, _ in tells} | counts.keys()
    others = tuple(at for at in range(len(cells)) if at not in spent and not _beside(at, cells, level))
    headings = tuple(cell.strip()[:LONGEST] for cell in cells)
    return Layout(line, headings, places, level, period, tells, group_of, group, counts, others)


def _first(keys: Sequence[str], wanted: Iterable[str]) -> int | None:
    known = frozenset(wanted)
    return next((at for at, mine in enumerate(keys) if mine in known), None)


def _tells(cells: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Columns of labels; of a code and a label that say the same, the label."""
    labelled = {family_of(cell) for cell in cells if not key(cell).endswith("code")}
    for at, cell in enumerate(cells):
        family = family_of(cell)
        if family and not (key(cell).endswith("code") and family in labelled):
            yield at, family


def _wide(cells: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Columns of counts by what they count: their family and their label."""
    found = dict(_groups(cells))
    families = {family for family, _ in found.values()}
    if len(families) == 1:
        found |= {at: (family, cell) for family in families for at, cell in enumerate(cells) if is_total(cell)}
    return found


def _groups(cells: Sequence[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    for at, cell in enumerate(cells):
        bare = _SAID_BESIDE.sub("", cell)
        before, colon, after = bare.partition(":")
        family = family_of(before) if colon else None
        if family and meaning(family, after):
            yield at, (family, after.strip())
        elif family := _only_family(bare):
            yield at, (family, bare)


@lru_cache(_REMEMBERED)
def _only_family(label: str) -> str | None:
    """The one family in which a label that stands alone is a group."""
    found = [name for name in words()["families"] if isinstance(meaning(name, label), tuple)]
    return found[0] if len(found) == 1 else None


def _beside(at: int, cells: Sequence[str], level: int | None) -> bool:
    """Columns that say again what others say: codes, and where an area lies."""
    mine = key(cells[at])
    if level is not None:
        return mine.endswith(_CODE_OR_NAME) or mine == "timeidentifier"
    return mine.endswith("code")
