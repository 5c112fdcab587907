"""The ledger of returns that left, and what could be worked out by subtracting a new one from those before it.

What it says of that tells where a few people could be told apart, never how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from amie_planner.domain.days import near
from amie_planner.domain.edits.parts import next_id, next_position
from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.differencing import told_apart
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.making import MadeReturn
from amie_planner.returns.readings import counts_other_groups, same_visits

_TELL = f"tell of fewer than {RULE.threshold} people"


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


def noted_already(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> ReturnRelease | None:
    """The note of the very same return on the same day: its cover and its workbook are one release."""
    own = {"id", "position", "made_at", "version"}
    said = new.model_dump(exclude=own)
    return next((each for each in earlier if each.model_dump(exclude=own) == said), None)


def held_already(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> tuple[ReturnRelease, ...]:
    """Exact returns that the recipient of a new exact one has: with exact counts of both, nothing is left to tell."""
    exact = new.profile is Profile.EXACT
    return tuple(
        each
        for each in earlier
        if exact and each.profile is Profile.EXACT and _plain(each.recipient) == _plain(new.recipient)
    )


class Differs(StrEnum):
    """In what a return differs from an earlier one that it is held beside, so far as can be told.

    RECORDS changed since the same shareable return was made, or since ANOTHER; of the same visits, it counts other
    GROUPS; or the DAYS or programmes are others.
    """

    RECORDS = "records"
    ANOTHER = "another"
    GROUPS = "groups"
    DAYS = "days"


_WHY = {
    Differs.RECORDS: "The records changed by a few people since",
    Differs.ANOTHER: "The records changed by a few people since",
    Differs.GROUPS: "In other groups, this return counts the same visits as",
    Differs.DAYS: "This return has other days or programmes than",
}
_HELPS = {
    Differs.RECORDS: (
        "To be safe, hand in the earlier file as it stands; or tell whoever has it that this one replaces it, and ask "
        "them to delete the earlier one."
    ),
    Differs.ANOTHER: (
        "To be safe, make that return again too, and ask whoever has the earlier one to delete it; or choose a return "
        "without these tables."
    ),
    Differs.GROUPS: "To be safe, choose a return without these tables.",
    Differs.DAYS: (
        "To be safe, choose the days and programmes of the earlier return, or a return without these tables."
    ),
}


@dataclass(frozen=True, slots=True)
class LedgerWarning:
    """An earlier release, and each figure of a new return that, beside it, tells of few people: in its own order."""

    release: ReturnRelease
    counts: tuple[Figure, ...]
    differs: Differs

    def words(self, called: Mapping[str, str]) -> str:
        """How many figures, why, and what helps; `called` has the label of a return by its id."""
        why = f"{_WHY[self.differs]} {release_words(self.release, called)}"
        many = f"{figures_said(len(self.counts))} of this one could {_TELL}"
        return f"{why}. Held beside it, alone or with others that left, {many}. {_HELPS[self.differs]}"


def warned_words(found: Sequence[LedgerWarning]) -> str:
    """Beside how many earlier returns, and how many figures of the new one, each once."""
    returns = "1 earlier return" if len(found) == 1 else f"{len(found):,} earlier returns"
    many = len({count for each in found for count in each.counts})
    once = "" if len(found) == 1 else " Each is counted once here, also where it stands below several of them."
    return f"Held beside {returns}, {figures_said(many)} of this one could {_TELL}.{once}"


def what_helps(found: Iterable[LedgerWarning]) -> str:
    """What a leader can do about all of these; where that differs, each says it for itself."""
    ways = {_HELPS[each.differs] for each in found}
    return ways.pop() if len(ways) == 1 else "What helps is said there of each earlier return."


def figures_said(many: int) -> str:
    """“1 figure”, “1,200 figures”."""
    return "1 figure" if many == 1 else f"{many:,} figures"


def release_words(release: ReturnRelease, called: Mapping[str, str]) -> str:
    """“General hub return” for 1 September to 31 December 2026, made on 4 January 2027 for the hub."""
    label = called.get(release.template or "", release.template or "a return")
    whom = f" for {release.recipient}" if release.recipient else ", with nobody named as its recipient"
    period = f"{near(release.first, None)} to {near(release.last, None)}"
    return f"“{label}” of {period}, made on {near(release.made_on, None)}{whom}"


def warnings(
    new: ReturnRelease, earlier: Iterable[ReturnRelease], go_on: Callable[[], None] = lambda: None
) -> tuple[LedgerWarning, ...]:
    """Each earlier release beside which counts of a return that is about to leave could tell a few people apart.

    A total is held against the same people of other days or programmes, and against its parts. What can be said from
    one release alone has been decided there; an exact one to whom has the other exactly is not held against it. What
    `go_on`, called now and then, raises ends it.
    """
    earlier = tuple(earlier)
    known = held_already(new, earlier)
    found: dict[str, list[Figure]] = {each.id: [] for each in earlier}
    for figure, beside in told_apart(new, [each for each in earlier if each not in known], go_on):
        for release in beside:
            found[release.id].append(figure)
    return tuple(LedgerWarning(each, tuple(found[each.id]), _differs(new, each)) for each in earlier if found[each.id])


def _differs(one: ReturnRelease, other: ReturnRelease) -> Differs:
    """In what they do. An exact one is never the same return: it may not be handed in again as it stands."""
    visits = same_visits(one, other)
    if not visits and not _same_days(one, other):
        return Differs.DAYS
    is_another = one.template != other.template
    if visits and (is_another or counts_other_groups(one, other)):
        return Differs.GROUPS
    if is_another:
        return Differs.ANOTHER
    return Differs.RECORDS if one.profile is other.profile is Profile.SHAREABLE else Differs.ANOTHER


def _same_days(one: ReturnRelease, other: ReturnRelease) -> bool:
    return (one.first, one.last, set(one.programmes)) == (other.first, other.last, set(other.programmes))


def _is_same_return(release: ReturnRelease, made: MadeReturn) -> bool:
    asked = (made.template.id, made.first, made.last, _plain(made.recipient))
    return (release.template, release.first, release.last, _plain(release.recipient)) == asked


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
