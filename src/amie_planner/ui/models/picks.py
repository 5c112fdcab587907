"""What may answer a cell of the access grid, in the order to offer it: for everyone, as a choice, for one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amie_planner.domain import words
from amie_planner.domain.access_grid import GridCell
from amie_planner.domain.edits.access import Source
from amie_planner.domain.library import Shelf, Wanted, is_own
from amie_planner.domain.means import Means
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, LibraryAdaptation
from amie_planner.domain.tried import UNTRIED, Tried
from amie_planner.domain.vocabulary import Reach
from amie_planner.ui.workspace import shortened

BY_DESIGN, MORE, OWN = "by-design", "more", "own"
_HELD, _SHELVED = "plan/", "shelf/"
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Pick:
    """One line of the picker. `source` is what it would answer with; `held` says that it answers already.

    `heading` begins a group and stands in its first line.
    """

    id: str
    text: str
    below: str = ""
    alert: str = ""
    heading: str = ""
    source: Source | None = None
    held: bool = False
    divided: bool = False

    @property
    def spoken(self) -> str:
        """The whole line in the order in which it is read."""
        return ". ".join(part.rstrip(".") for part in (self.heading, self.text, self.below, self.alert) if part)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a leader chooses from for one cell: the plan, the shelf, what was tried, and what there is to work with."""

    plan: Plan
    cell: GridCell
    shelf: Shelf
    tried: Mapping[str, Tried]
    means: Means

    def picks(self, searched: str = "", *, more: bool = False) -> tuple[Pick, ...]:
        """The lines. Words that are searched for are looked for on the whole shelf; without them, what is in the way
        and the kind of activity choose, and what needs other kit or more adults waits behind one line."""
        found = self._searched(searched) if searched.strip() else self._suggested(more=more)
        return tuple(_with_headings(found))

    def _suggested(self, *, more: bool) -> Iterator[tuple[str, Pick]]:
        yield from (("Answers it now", _plan_pick(d, held=True)) for d in self._now())
        yield from (("Already in this session", _plan_pick(d)) for d in self._already())
        wanted = Wanted(barrier=self.cell.need.barrier, kind=self.cell.activity.kind)
        suited = self.shelf.found(wanted)
        within = [entry for entry in suited if more or self.means.reaches(entry)]
        yield from self._shelved(within)
        if beyond := len(suited) - len(within):
            changes = "1 more change that needs" if beyond == 1 else f"{beyond} more changes that need"
            yield "Or", Pick(MORE, f"Show {changes} other kit or more adults")
        yield "Or", Pick(BY_DESIGN, "The activity meets it as it is", "by design: nothing has to change")

    def _searched(self, searched: str) -> Iterator[tuple[str, Pick]]:
        yield from self._shelved(self.shelf.found(Wanted(searched)))
        own = searched.strip()
        yield "Or", Pick(OWN, f"Write “{shortened(own, _LONGEST)}”", "a change of your own", source=own)

    def _now(self) -> list[Adaptation]:
        return [by for by in self.cell.by if isinstance(by, Adaptation)]

    def _already(self) -> Iterator[Adaptation]:
        barriers = {r.id: r.barrier for r in self.plan.requirements}
        entries = {entry.id: entry for entry in self.shelf.entries}
        for d in self.plan.adaptations:
            entry = entries.get(d.library or "")
            speaks_of = (
                {barriers.get(id) for id in d.requirements} | set(d.barriers) | set(entry.barriers if entry else ())
            )
            if d not in self.cell.by and self.cell.need.barrier in speaks_of and d.what:
                yield d

    def _shelved(self, entries: Iterable[LibraryAdaptation]) -> Iterator[tuple[str, Pick]]:
        barrier = self.cell.need.barrier

        def order(entry: LibraryAdaptation) -> tuple[int, tuple[int, int], bool]:
            """What is mainly for this barrier comes before what also helps with it."""
            return _ORDER[entry.reach], self.tried.get(entry.id, UNTRIED).order, entry.barriers[:1] != (barrier,)

        for entry in sorted(entries, key=order):
            yield self._group(entry.reach), self._shelf_pick(entry)

    def _group(self, reach: Reach | None) -> str:
        if reach is Reach.ONE and self.cell.need.person:
            return f"For {words.person_name(self.cell.need.person, self.plan)}"
        return _GROUPS[reach]

    def _shelf_pick(self, entry: LibraryAdaptation) -> Pick:
        tried = self.tried.get(entry.id, UNTRIED).words
        setup = f"{words.minutes(entry.setup_minutes, short=True)} set-up" if entry.setup_minutes else "no set-up"
        kit = words.listed(entry.kit) or "nothing needed"
        facts = (
            f"in your own records: {tried}" if tried else "not tried yet",
            kit,
            setup,
            "" if self.means.is_late(entry) else self._lead(entry),
            "your own" if is_own(entry) else "",
            "to review" if entry.to_review else "",
        )
        below = " · ".join(fact for fact in facts if fact)
        return Pick(_SHELVED + entry.id, entry.title, below, self._alert(entry), source=entry)

    def _alert(self, entry: LibraryAdaptation) -> str:
        missing, short = self.means.missing(entry), self.means.adults_short(entry)
        said = (
            self._lead(entry) if self.means.is_late(entry) else "",
            f"not in your kit: {words.listed(missing)}" if missing else "",
            f"needs {short} more adult{'' if short == 1 else 's'}" if short else "",
        )
        return " · ".join(part for part in said if part)

    def _lead(self, entry: LibraryAdaptation) -> str:
        if not entry.lead_days:
            return ""
        left = self.means.days
        return f"takes {_days(entry.lead_days)} to prepare" + (
            "" if left is None or left < 0 else f", {_days(left)} left" if left else ", and it is today"
        )


_ORDER = {Reach.EVERYONE: 0, Reach.SOME: 1, Reach.ONE: 2, None: 3}
_GROUPS = {Reach.EVERYONE: "For everyone", Reach.SOME: "A choice for some", Reach.ONE: "For one", None: "For anyone"}


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _plan_pick(adaptation: Adaptation, *, held: bool = False) -> Pick:
    kit = words.listed(adaptation.kit) or ("nothing needed" if adaptation.nothing_needed else "kit not recorded")
    below = "Enter goes to it" if held else kit
    text = shortened(adaptation.what or "A change to be described", _LONGEST)
    return Pick(_HELD + adaptation.id, text, below, source=adaptation, held=held)


def _with_headings(found: Iterable[tuple[str, Pick]]) -> Iterator[Pick]:
    last = ""
    for heading, pick in found:
        yield (
            pick
            if heading == last
            else Pick(pick.id, pick.text, pick.below, pick.alert, heading, pick.source, pick.held)
        )
        last = heading
