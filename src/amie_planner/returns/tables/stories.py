"""Quotes and case studies as they leave: agreed to one by one, under a made-up name, looked through for names again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Story
from amie_planner.domain.words import listed
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import Column, Draft
from amie_planner.returns.tables.drafting import drafted
from amie_planner.returns.tables.period import dated
from amie_planner.returns.tables.wording import said

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "stories": {
        "kind": Column("Kind", "A quote or a case study"),
        "name": Column("Made-up name", "Nobody’s real name"),
        "words": Column("Words", "As it was agreed that they may leave"),
    },
}


def stories(facts: Facts, template: ReturnTemplate) -> Draft:
    """A row for each story that it was agreed may leave, and in which no known name stands."""
    kept = sum(1 for _ in kept_here(facts))
    few = "One story is not here: what may be somebody’s name stands in it."
    many = f"{kept} stories are not here: what may be somebody’s name stands in them."
    return drafted(
        template,
        "stories",
        "Case studies",
        COLUMNS["stories"],
        (
            {"kind": said("story_kind", story.kind), "name": story.made_up_name, "words": story.words}
            for _, story in agreed_to(facts)
            if not names_in(facts, story)
        ),
        title="Quotes and case studies that were agreed to",
        notes=(few if kept == 1 else many,) if kept else (),
    )


def agreed_to(facts: Facts) -> Iterator[tuple[Series, Story]]:
    """Every story of the period that may leave, with its programme, names or not.

    It is of the day of what it is taken from; without one, it is left out only of what began after it was agreed to.
    """
    for source in facts.sources:
        days = {entry.id: day for entry, day in dated(source.series, source.series.voice)}
        for story in source.series.stories:
            day = days.get(story.voice or "")
            in_it = facts.first <= day <= facts.last if day else story.agreed_on and story.agreed_on >= facts.first
            if in_it and story.agreed_on and (story.words or "").strip():
                yield source.series, story


def names_in(facts: Facts, story: Story) -> tuple[str, ...]:
    """The words of what would leave of it that may be anybody's name, for the leader alone."""
    return tuple(
        dict.fromkeys(word for text in (story.made_up_name, story.words) for word in facts.names_in(text or ""))
    )


def kept_here(facts: Facts) -> Iterator[tuple[Series, Story, str]]:
    """Every story that was agreed to and stays all the same, with its programme and why, for the leader alone."""
    for series, story in agreed_to(facts):
        if found := names_in(facts, story):
            words = listed(f"“{word}”" for word in found)
            yield (
                series,
                story,
                f"A story of “{series.programme.title}” stays here: what may be a name is in it, {words}.",
            )
