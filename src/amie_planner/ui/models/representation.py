"""Who is here beside who lives or learns nearby, as rows of plain sentences: never a percentage of anything reached."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.domain.words import listed
from amie_planner.returns.monitored import Counted
from amie_planner.returns.representation import Beside, GroupFigures, NonAnswers, Refusal, Representation

_REFUSED = {
    Refusal.FEW_PEOPLE: "Fewer than 10 people in this period: a group so small is never broken down.",
    Refusal.FEW_ANSWERS: "Fewer than 10 people answered: too few to say anything of them.",
    Refusal.NON_RESPONSE: "More than 3 in 10 answers are not there, so those who did may not stand for everybody.",
}
NOT_COMPARED = "No figures are published that this can be held beside."
NONE_YET = "No national figures of this come with the program. A local table can be loaded."


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A group: how many are in it, what is known of how many might be, and how that stands."""

    id: str
    text: str
    below: str = ""
    stands: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.text, self.stands.capitalize(), self.below) if part)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is said of one question: who did not answer, why nothing more is said, and the groups; `in_short` of all."""

    in_short: str
    response: str
    refusal: str
    rows: tuple[FigureRow, ...]


def compared(found: Representation) -> Shown:
    """One question beside its baseline. Nothing is said of fewer than ten people."""
    refusal = _REFUSED[found.refusals[0]] if found.refusals else ""
    if Refusal.FEW_PEOPLE in found.refusals:
        return Shown(refusal, "", refusal, ())
    response = _response(found.answered, found.non_answers)
    if Refusal.FEW_ANSWERS in found.refusals:
        return Shown(refusal, response, refusal, ())
    rows = tuple(_row(group, found, verdict=not refusal) for group in found.groups)
    return Shown(refusal or _in_short(found), response, refusal, rows)


def counted(found: Counted) -> Shown:
    """One question that is held beside nothing."""
    if found.too_few:
        return Shown(_REFUSED[Refusal.FEW_PEOPLE], "", _REFUSED[Refusal.FEW_PEOPLE], ())
    several = " Several boxes may be ticked." if found.question.several else ""
    rows = tuple(FigureRow(box.code, f"{box.label}: {box.people} of {found.answered}") for box in found.boxes)
    response = _response(found.answered, found.non_answers)
    return Shown(f"{found.answered} answered", response + several, "", rows if found.answered else ())


def _response(answered: int, apart: NonAnswers) -> str:
    """Who did not answer, and why, before anything else."""
    people = answered + apart.unknown + apart.not_applicable
    if answered == people:
        return f"All {people} people answered."
    why = {
        "prefer not to say": apart.prefer_not_to_say,
        "not known": apart.not_known,
        "not asked": apart.not_asked,
        "not applicable": apart.not_applicable,
    }
    reasons = listed(f"{number} {words}" for words, number in why.items() if number)
    return f"No answer: {reasons}. {answered} of {people} people answered."


def _row(group: GroupFigures, found: Representation, *, verdict: bool) -> FigureRow:
    text = f"{group.name}: {group.counted} of {found.answered}"
    if not verdict or group.beside is None or group.baseline is None or group.expected is None:
        return FigureRow(group.code, text)
    here = f"Here {_between(group.low, group.high)}, allowing for chance"
    there = f"in {found.baseline.area} {_share(group.baseline)}"
    expected = "fewer than 1" if group.expected < 0.5 else f"about {round(group.expected)}"
    below = f"{here}; {there}, so {expected} of {found.answered} would be expected."
    return FigureRow(group.code, text, below, group.beside.value)


def _in_short(found: Representation) -> str:
    missing = [group.name for group in found.may_be_missing]
    if missing:
        return f"May be missing: {listed(missing)}"
    stand = {group.beside for group in found.groups} - {None}
    if stand == {Beside.REACHED}:
        return "Reached"
    return "Nobody is clearly missing" if Beside.REACHED in stand else "Any difference could be chance"


def _between(low: float, high: float) -> str:
    """Between 2 and 9 in 100."""
    least, most = round(low * 100), round(high * 100)
    return f"between {least} and {most} in 100" if least != most else f"about {most} in 100"


def _share(share: float) -> str:
    """25 in 100; 7 in 1,000 where it is less than one in a hundred."""
    if share < 0.0005:
        return "fewer than 1 in 1,000"
    return f"{round(share * 100)} in 100" if share >= 0.00995 else f"{round(share * 1000)} in 1,000"
