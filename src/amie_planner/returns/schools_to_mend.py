"""What is to be mended in the numbers of schools: one that is missing, is none, or has a school stand as another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from amie_planner.domain.records import Programme, School
from amie_planner.domain.words import listed
from amie_planner.returns.facts import Facts
from amie_planner.returns.which_school import URN, folded, name, names, places_of_schools, urn

BY_SCHOOL = ("schools", "whole-class", "ensembles")
"""Tables that ask where people go to school."""
_ANY = re.compile(r".+")
_MOST_TITLES = 6
"""Programmes in one line."""
_LONGEST_SHOWN = 40
_NO_NAME = "a school without a name"


@dataclass(frozen=True, slots=True)
class SchoolToMend:
    """A sentence, and the programme and the id of its school whose URN is to be looked at first."""

    words: str
    programme: str
    school: str


_Place = tuple[Programme, School]
_Groups = Sequence[Sequence[_Place]]
"""By school, as a return tells them apart."""
_Said = Callable[[str], str]


def as_typed(text: str) -> str:
    """For the leader alone, who may see every name."""
    return text


def without_urn(facts: Facts) -> Iterator[SchoolToMend]:
    """Schools that have no URN in any programme, each once, with all programmes that have them."""
    groups = _groups(facts)
    for places in groups:
        called = name(places[0][1])
        if not urn(places[0][1]) and not _with_urn(groups, called):
            yield _to_mend(f"{_in(places)}: {called or _NO_NAME} has no URN.", places[0])


def wrong_urns(facts: Facts, said: _Said = as_typed) -> Iterator[SchoolToMend]:
    """Numbers by which a return takes two schools for one, or one for two, and those that are not six digits.

    `said` is what may be told of a name or a number that somebody typed.
    """
    groups = _groups(facts)
    for places in groups:
        yield from _one_of_several(places, said)
        yield from _not_six_digits(groups, places, said)
        yield from _with_and_without(groups, places, said)


def _groups(facts: Facts) -> _Groups:
    which, held = places_of_schools(facts)
    groups: list[list[_Place]] = [[] for _ in held]
    for programme in (source.series.programme for source in facts.sources):
        for school in programme.schools:
            groups[which[programme.id, school.id] - 1].append((programme, school))
    return groups


def _one_of_several(places: Sequence[_Place], said: _Said) -> Iterator[SchoolToMend]:
    called = names(school for _, school in places)
    if len(called) > 1:
        schools = listed(said(each) for each in called)
        number = said(urn(places[0][1]))
        words = f"{_in(places)}: {schools} have the same URN {number}, so they count as one school under these names."
        first = folded(called[0])
        yield _to_mend(words, next(place for place in places if folded(name(place[1])) not in ("", first)))


def _not_six_digits(groups: _Groups, places: Sequence[_Place], said: _Said) -> Iterator[SchoolToMend]:
    number, called = urn(places[0][1]), name(places[0][1])
    if number and not URN.fullmatch(number):
        which = said(called) if called else _NO_NAME
        words = f"{_in(places)}: the URN of {which} is “{said(number[:_LONGEST_SHOWN])}”, and a URN is six digits."
        others = _with_urn(groups, called, URN)
        elsewhere = f"In {_in(others)} it is {urn(others[0][1])}, so it counts as two schools." if others else ""
        yield _to_mend(f"{words} {elsewhere or 'The return says it as it stands.'}", places[0])


def _with_and_without(groups: _Groups, places: Sequence[_Place], said: _Said) -> Iterator[SchoolToMend]:
    others = _with_urn(groups, name(places[0][1]))
    if not urn(places[0][1]) and others:
        number = said(urn(others[0][1]))
        called = said(name(places[0][1]))
        if {programme.id for programme, _ in (*places, *others)} == {places[0][0].id}:
            words = f"{_in(places)}: {called} is there with the URN {number} and without one"
        else:
            words = f"{called} has the URN {number} in {_in(others)} and none in {_in(places)}"
        yield _to_mend(f"{words}, so it counts as two schools.", places[0])


def _with_urn(groups: _Groups, called: str, number: re.Pattern[str] = _ANY) -> Sequence[_Place]:
    """The places of the first school of that name that has such a URN."""
    alike = (
        [place for place in places if number.fullmatch(urn(place[1])) and folded(name(place[1])) == folded(called)]
        for places in groups
    )
    return next((places for places in alike if places), ()) if called else ()


def _in(places: Sequence[_Place]) -> str:
    """The programmes of these places, the first of them by title."""
    titles = [f"“{programme.title}”" for programme in {programme.id: programme for programme, _ in places}.values()]
    more = len(titles) - _MOST_TITLES
    return listed([*titles[:_MOST_TITLES], f"{more} more"] if more > 0 else titles)


def _to_mend(words: str, place: _Place) -> SchoolToMend:
    return SchoolToMend(words[0].upper() + words[1:], place[0].id, place[1].id)
