"""Key Stage from a school year as a leader wrote it, or from a month of birth: what hubs count by.

Source: the National Curriculum's years and ages. A child's year is told by their age on 31 August before it begins.
"""

from __future__ import annotations

import re
from datetime import date

from amie_planner.domain.terms import SCHOOL_YEAR_BEGINS, school_year

EARLY, ADULT = "eyfs", "19-25"
STAGES = {
    EARLY: "Early years (EYFS)",
    "ks1": "Key Stage 1",
    "ks2": "Key Stage 2",
    "ks3": "Key Stage 3",
    "ks4": "Key Stage 4",
    "ks5": "Key Stage 5",
    ADULT: "19 to 25",
    "": "Key Stage not known",
}
"""Every stage in order, and its words; "" is of whom neither year nor month of birth tells."""

_LAST_YEAR_OF = ((0, EARLY), (2, "ks1"), (6, "ks2"), (9, "ks3"), (11, "ks4"), (13, "ks5"), (20, ADULT))
"""Year 0 is Reception, and Year 14 that in which one turns 19."""
_HIGHEST_SCHOOL_YEAR = 14
_FIRST_OF_NURSERY = -2
_YEARS_OLD_IN_RECEPTION = 4
"""On 31 August before it begins."""

_NUMBER = r"0?(\d{1,2})"
_YEAR = re.compile(rf"(?:nc|school)?(?:years?|yrs?|y)?{_NUMBER}[a-z]?(?:(?:/|-|&|and|or|to)(?:year|yr|y)?{_NUMBER})?")
_STAGE = re.compile(r"(?:ks|keystage)([1-5])")
_EARLY_YEARS = re.compile(
    r"(?:year|yr|y)?r|rec|reception|(?:f|fs|foundation|foundationstage)[12]?|eyfs|earlyyears|n[12]?|nursery[12]?"
    r"|pre-?school|playgroup"
)
_SIXTH_FORM = re.compile(r"(?:lower|upper|l|u)?(?:6|6th|sixth)(?:form)|(?:l|u)6|(?:lower|upper)(?:sixth|6th)")
_ADULT = re.compile(r"19(?:-|–|to)25")


def stage(school_year: str | None, born: str | None, day: date) -> str:
    """A key of STAGES: by the school year as given, else by the month of birth (YYYY-MM) on a day of a school year."""
    return by_year(school_year or "") or (by_birth(born, day) if born else "")


def is_year(text: str) -> bool:
    """Whether nothing but a school year or a stage is said, or two of them."""
    said = _closed_up(text)
    return any(pattern.fullmatch(said) for pattern in (_STAGE, _EARLY_YEARS, _SIXTH_FORM, _ADULT, _YEAR))


def by_year(text: str) -> str:
    """Of Y4, Year 4, 4, Reception, N1, KS2, Sixth form; "" for anything else, and for years of different stages."""
    stages = {_of_year(year) for year in years(text)}
    return stages.pop() if len(stages) == 1 else ""


def years(text: str) -> frozenset[int]:
    """The school years that a text may mean, Reception as 0 and two of nursery before it; none where it says none."""
    said = _closed_up(text)
    if found := _STAGE.fullmatch(said):
        return _years_of(f"ks{found[1]}")
    for pattern, meant in ((_EARLY_YEARS, EARLY), (_SIXTH_FORM, "ks5"), (_ADULT, ADULT)):
        if pattern.fullmatch(said):
            return _years_of(meant)
    year = _YEAR.fullmatch(said)
    numbers = [int(number) for number in year.groups() if number] if year else []
    if not numbers or max(numbers) > _HIGHEST_SCHOOL_YEAR:
        return frozenset()
    return frozenset(range(min(numbers), max(numbers) + 1))


def by_birth(born: str, day: date) -> str:
    """By the age on 31 August before the school year of a day; "" for the unborn and for those over 25."""
    year, month = (int(part) for part in born.split("-"))
    age = school_year(day) - year - (month >= SCHOOL_YEAR_BEGINS)
    return "" if (year, month) > (day.year, day.month) else _of_year(age - _YEARS_OLD_IN_RECEPTION)


def age(born: str, day: date) -> int | None:
    """Whole years on a day, by the month of birth alone; None for the unborn."""
    year, month = (int(part) for part in born.split("-"))
    years = day.year - year - (day.month < month)
    return years if years >= 0 else None


def _years_of(stage: str) -> frozenset[int]:
    return frozenset(year for year in range(_FIRST_OF_NURSERY, _LAST_YEAR_OF[-1][0] + 1) if _of_year(year) == stage)


def _of_year(year: int) -> str:
    return next((name for last, name in _LAST_YEAR_OF if year <= last), "")


def _closed_up(text: str) -> str:
    return re.sub(r"[\s.]+", "", text).casefold()
