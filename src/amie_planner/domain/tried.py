"""What a leader found when they tried a change: counts of their own verdicts, in words and never as a mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from amie_planner.domain.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Tried:
    """How often a change of the library was tried, and what came of it. What was not used was not tried."""

    worked: int = 0
    partly: int = 0
    did_not: int = 0

    @property
    def times(self) -> int:
        """How often it was tried."""
        return self.worked + self.partly + self.did_not

    @property
    def words(self) -> str:
        """“tried 6 times: worked 4, partly 1”, or nothing."""
        if not self.times:
            return ""
        found = (("worked", self.worked), ("partly", self.partly), ("did not work", self.did_not))
        said = ", ".join(f"{word} {count}" for word, count in found if count)
        return f"tried {'once' if self.times == 1 else f'{self.times} times'}: {said}"

    @property
    def order(self) -> tuple[int, int]:
        """For sorting: what worked most often first, what more often did not work last; untried in between."""
        return (self.did_not - self.worked, -self.partly)


UNTRIED = Tried()
_COUNTED_AS = {Verdict.WORKED: "worked", Verdict.PARTLY: "partly", Verdict.NOT: "did_not"}


def counted(verdicts: Iterable[tuple[str, str, int]]) -> dict[str, Tried]:
    """By id of the library entry, from (id, verdict, how often)."""
    found: dict[str, Tried] = {}
    for id, verdict, times in verdicts:
        name = _COUNTED_AS.get(Verdict(verdict))
        if name is not None:
            so_far = found.get(id, UNTRIED)
            found[id] = replace(so_far, **{name: getattr(so_far, name) + times})
    return found
