"""Shares, intervals and words that follow from counts: worked out only from what is printed of them.

So nothing can be learnt from them that the printed counts do not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace

from amie_planner.returns.table import Draft, People, Table, Value, Withheld, is_withheld

Printed = Mapping[str, Value]
"""What is printed of each count of people in a row, by key."""

FEWEST_OF = 25
"""People, below which a figure for sharing is given no per cent. Source: statistics of NHS England."""


class Later(str):
    """A place in a row whose value is worked out once it is decided what is printed; blank until then."""

    work: Callable[[Printed], Value]
    beside: tuple[People, ...]
    why: str

    def __new__(cls, work: Callable[[Printed], Value], *beside: People, why: str = "") -> Later:
        """A blank that knows how it is filled: from what is printed in its row, and of these counts in other rows.

        `why` is a sentence that says why it may be withheld, if neither its heading nor its row says so.
        """
        made = super().__new__(cls)
        made.work, made.beside, made.why = work, beside, why
        return made

    def filled(self, row: Printed, say: Callable[[People], Value]) -> Value:
        """Its value, by what is printed in its row and what may be said of the counts beside it."""
        return self.work({**row, **{people.key: say(people) for people in self.beside}})


class WorkedOut(Draft):
    """A draft in whose rows or notes something is worked out later."""

    __slots__ = ()

    @classmethod
    def of(cls, draft: Draft) -> WorkedOut:
        """The same draft, whose places are filled when it is decided."""
        return cls(**{field.name: getattr(draft, field.name) for field in fields(draft)})

    def decided(self, say: Callable[[People], Value]) -> Table:
        """The table in which each count is what may be said of it, and the rest follows from that."""
        rows = []
        for row in self.rows:
            printed = {value.key: say(value) for value in row if isinstance(value, People)}
            rows.append(tuple(value.filled(printed, say) if isinstance(value, Later) else value for value in row))
        notes = (str(note.filled({}, say)) if isinstance(note, Later) else note for note in self.notes)
        return Draft.decided(replace(self, rows=tuple(rows), notes=tuple(notes)), say)


def said_of_it(draft: Draft, table: Table) -> Iterator[str]:
    """Why what was worked out for a table is withheld in it, in sentences."""
    for row, printed in zip(draft.rows, table.rows, strict=True):
        for value, said in zip(row, printed, strict=True):
            if isinstance(value, Later) and value.why and is_withheld(said):
                yield value.why


def fewest_of(detailed: bool) -> int:
    """How many people a per cent has to be of, in the exact profile or in the other."""
    return 1 if detailed else FEWEST_OF


def per_cent(part: People, whole: People, smallest: int) -> Later:
    """A whole per cent; [x] of too few or of what cannot be told apart, and what stands for a part that is withheld."""

    def work(printed: Printed) -> Value:
        counts = told_apart(printed, part, whole, smallest)
        return counts if not isinstance(counts, tuple) else round(100 * counts[0] / counts[1])

    return Later(work)


def told_apart(printed: Printed, part: People, whole: People, smallest: int) -> tuple[int, int] | Withheld | None:
    """Both counts as `two_counts` has them; [x] where they are rounded to the same, for then all may not be all."""
    counts = two_counts(printed, part, whole, smallest)
    is_rounded = smallest >= FEWEST_OF
    if is_rounded and isinstance(counts, tuple) and counts[0] == counts[1]:
        return Withheld.NOT_AVAILABLE
    return counts


def two_counts(printed: Printed, part: People, whole: People, smallest: int) -> tuple[int, int] | Withheld | None:
    """A part and its whole as printed; why not where that cannot be, and None where one of them is not in the row."""
    some, all_of_them = printed.get(part.key), printed.get(whole.key)
    if some is None or all_of_them is None:
        return None
    if isinstance(some, Withheld):
        return some
    if not isinstance(some, int) or not isinstance(all_of_them, int) or all_of_them < max(smallest, 1):
        return Withheld.NOT_AVAILABLE
    return some, all_of_them
