"""The ledger of returns that left, and what could be worked out by subtracting a new one from those before it.

What it says of that tells where a few people could be told apart, never how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from amie_planner.domain.days import near
from amie_planner.domain.edits.parts import next_id, next_position
from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.differencing import told_apart
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.making import MadeReturn
from amie_planner.returns.readings import same_visits


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


@dataclass(frozen=True, slots=True)
class LedgerWarning:
    """An earlier release, and each count of a new return that, beside it, tells of few people: in its own order.

    `changed` says that both ask the same of the same visits or days, so that the records were changed in between.
    """

    release: ReturnRelease
    counts: tuple[Figure, ...]
    changed: bool

    def words(self, called: Mapping[str, str]) -> str:
        """How many counts, and why; `called` has the label of a return by its id."""
        beside = release_words(self.release, called)
        why = (
            f"The records changed by a few people since {beside}"
            if self.changed
            else f"This return is close to {beside}"
        )
        few = f"tell of fewer than {RULE.threshold} people"
        return f"{why}. Held beside it, alone or with others that left, {counts_said(len(self.counts))} could {few}."


def counts_said(many: int) -> str:
    """“1 count”, “1,200 counts”."""
    return "1 count" if many == 1 else f"{many:,} counts"


def count_words(figure: Figure) -> str:
    """Which count of its table; a code that is its own label is said once."""
    parts = [part for text in (figure.row, figure.column) if text for part in text.split(", ")]
    return ", ".join({part.casefold(): part for part in parts}.values())


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
    return tuple(
        LedgerWarning(each, tuple(found[each.id]), _is_changed(new, each)) for each in earlier if found[each.id]
    )


def counts_warned_of(found: Iterable[LedgerWarning]) -> int:
    """How many counts of the new return are warned of, each once."""
    return len({count for each in found for count in each.counts})


def _is_changed(one: ReturnRelease, other: ReturnRelease) -> bool:
    """Whether one can differ from the other only because records changed: another template may count other groups."""
    return one.template == other.template and (same_visits(one, other) or _same_days(one, other))


def _same_days(one: ReturnRelease, other: ReturnRelease) -> bool:
    return (one.first, one.last, set(one.programmes)) == (other.first, other.last, set(other.programmes))


def _is_same_return(release: ReturnRelease, made: MadeReturn) -> bool:
    asked = (made.template.id, made.first, made.last, _plain(made.recipient))
    return (release.template, release.first, release.last, _plain(release.recipient)) == asked


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
