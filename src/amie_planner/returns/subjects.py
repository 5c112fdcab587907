"""Every table that a return may ask for: its columns, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amie_planner.returns.facts import Facts
from amie_planner.returns.table import Column, Draft
from amie_planner.returns.tables import (
    characteristics,
    lessons,
    organisation,
    people,
    provision,
    quality,
    representation,
    schools,
    stories,
    totals,
    work,
)
from amie_planner.returns.templates import ReturnTemplate

_Drafting = Callable[[Facts, ReturnTemplate, bool], Draft]


def _plain(draft: Callable[[Facts, ReturnTemplate], Draft]) -> _Drafting:
    return lambda facts, template, detailed: draft(facts, template)


def _finer(draft: Callable[..., Draft]) -> _Drafting:
    """Of a table whose rows are finer in the exact profile."""
    return lambda facts, template, detailed: draft(facts, template, detailed=detailed)


TABLES: Mapping[str, _Drafting] = {
    "organisation": _finer(organisation.organisation),
    "totals": _finer(totals.totals),
    "activities": _finer(provision.activities),
    "people": _finer(people.people),
    "characteristics": _finer(characteristics.characteristics),
    "lessons": _plain(lessons.lessons),
    "whole-class": _finer(schools.whole_class),
    "ensembles": _finer(provision.ensembles),
    "schools": _plain(schools.schools),
    "workforce": _plain(work.workforce),
    "adaptations": _finer(work.adaptations),
    "outcomes": _finer(work.outcomes),
    "voice": _plain(work.voice),
    "stories": _plain(stories.stories),
    "representation": _finer(representation.representation),
    "quality": _finer(quality.quality),
}
"""How each table is made, by its id; the last argument asks for the finer rows of the exact profile."""

_SUBJECTS = (
    organisation, totals, provision, people, characteristics, lessons, schools, work, stories, representation, quality
)  # fmt: skip
COLUMNS: Mapping[str, Mapping[str, Column]] = {
    table: columns for subject in _SUBJECTS for table, columns in subject.COLUMNS.items()
}
"""The columns of each table, by the ids that a template calls them."""
