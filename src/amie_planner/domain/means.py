"""What a session has to work with: kit, adults, and days left to prepare; and which changes ask for more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from amie_planner.domain.library import folded
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import LibraryAdaptation

_SMALL_WORDS = frozenset({"a", "an", "and", "or", "the", "of", "for", "some", "with"})


@dataclass(frozen=True, slots=True)
class Means:
    """`kit` is folded words; empty is not recorded, and then nothing is held to be missing. None is not known."""

    kit: frozenset[str] = frozenset()
    adults: int | None = None
    days: int | None = None

    @classmethod
    def of(cls, plan: Plan, today: date) -> Means:
        """The kit of the programme and of this session's activities; the adults in the room, else the team; days to go.

        Kit that only changes name is what they ask for: it is not yet here.
        """
        session = plan.session
        owned = plan.programme.kit
        here = (word for activity in plan.activities for word in activity.kit)
        kit = frozenset(map(folded, (*owned, *here))) if owned else frozenset()
        team = sum(not member.young_leader for member in plan.team)
        days = (session.date - today).days if session.date else None
        return cls(kit, session.adults if session.adults is not None else team or None, days)

    def missing(self, entry: LibraryAdaptation) -> tuple[str, ...]:
        """The kit that an entry needs and that is not here."""
        return tuple(thing for thing in entry.kit if self.kit and not self._has(_words(thing)))

    def _has(self, asked: frozenset[str]) -> bool:
        """Whether something here is called by all the words that are asked for: “ear defenders, 3 pairs”."""
        return any(asked <= _words(own) for own in self.kit)

    def adults_short(self, entry: LibraryAdaptation) -> int:
        """How many more adults an entry needs than are here beside the leader."""
        return 0 if self.adults is None else max(0, (entry.adults or 0) - max(0, self.adults - 1))

    def is_late(self, entry: LibraryAdaptation) -> bool:
        """Whether an entry takes longer to prepare than there is time; a session that is over is past preparing for."""
        return self.days is not None and self.days >= 0 and (entry.lead_days or 0) > self.days

    def reaches(self, entry: LibraryAdaptation) -> bool:
        """Whether kit and adults that are here are enough."""
        return not self.missing(entry) and not self.adults_short(entry)


def _words(thing: str) -> frozenset[str]:
    """The words of a thing, folded, one or many of it alike: drums is drum."""
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", folded(thing)) if word not in _SMALL_WORDS)
