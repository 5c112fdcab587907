"""The ledger of returns that left, and what could be worked out by subtracting a new one from those before it.

What it says of that tells where a few people could be told apart, never how many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from amie_planner.domain.days import near
from amie_planner.domain.edits.parts import next_id, next_position
from amie_planner.domain.records import ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.domain.words import listed
from amie_planner.returns.differencing import told_apart
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.making import MadeReturn


def released(
    made: MadeReturn, programmes: Sequence[str], now: datetime, earlier: Sequence[ReturnRelease]
) -> ReturnRelease:
    """What the ledger notes of a return over these programmes, by id and in its order, that leaves at a local time."""
    alike = [each for each in earlier if _is_same_return(each, made)]
    return ReturnRelease.made(
        id=next_id("release", (each.id for each in earlier)),
        position=next_position(earlier),
        made_on=now.date(),
        made_at=now.time().replace(second=0, microsecond=0),
        template=made.template.id,
        profile=made.profile,
        recipient=made.recipient or None,
        reason=made.reason or None,
        first=made.first,
        last=made.last,
        programmes=tuple(programmes),
        version=max((each.version for each in alike), default=0) + 1,
        figures=made.figures,
    )


def noted_already(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> bool:
    """Whether the very same return was noted on the same day: its cover and its workbook are one release."""
    own = ("id", "position", "made_at", "version")
    return any(each.model_dump(exclude={*own}) == new.model_dump(exclude={*own}) for each in earlier)


def held_already(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> tuple[ReturnRelease, ...]:
    """Exact returns that the recipient of a new exact one has: with exact counts of both, nothing is left to tell."""
    exact = new.profile is Profile.EXACT
    return tuple(
        each
        for each in earlier
        if exact and each.profile is Profile.EXACT and _plain(each.recipient) == _plain(new.recipient)
    )


@dataclass(frozen=True, slots=True)
class LedgerWarning:
    """One count of a new return that tells of few people, beside what was released earlier; `table` is its id."""

    table: str
    row: str
    column: str
    earlier: tuple[ReturnRelease, ...]

    def words(self, called: Mapping[str, str]) -> str:
        """Which count, and beside which releases; `called` has the label of a return by its id."""
        place = ", ".join(part for part in (self.row, self.column) if part)
        beside = listed(dict.fromkeys(release_words(each, called) for each in self.earlier))
        return f"{place}: beside {beside}, this count would tell of fewer than {RULE.threshold} people."


def release_words(release: ReturnRelease, called: Mapping[str, str]) -> str:
    """“General hub return” for 1 September to 31 December 2026, made on 4 January 2027 for the hub."""
    label = called.get(release.template or "", release.template or "a return")
    whom = f" for {release.recipient}" if release.recipient else ", with nobody named as its recipient"
    period = f"{near(release.first, None)} to {near(release.last, None)}"
    return f"“{label}” of {period}, made on {near(release.made_on, None)}{whom}"


def warnings(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> tuple[LedgerWarning, ...]:
    """Each count of a return that is about to leave from which, with earlier ones, a few people could be told apart.

    A total is held against the same people of other days or programmes, and against its parts. What can be said from
    one release alone has been decided there; an exact one to whom has the other exactly is not held against it.
    """
    earlier = tuple(earlier)
    known = held_already(new, earlier)
    others = [each for each in earlier if each not in known]
    return tuple(
        LedgerWarning(said.table or "", said.row or "", said.column or "", beside)
        for said, beside in told_apart(new, others)
    )


def _is_same_return(release: ReturnRelease, made: MadeReturn) -> bool:
    asked = (made.template.id, made.first, made.last, _plain(made.recipient))
    return (release.template, release.first, release.last, _plain(release.recipient)) == asked


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
