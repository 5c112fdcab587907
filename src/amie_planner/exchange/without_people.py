"""A programme without its people, to hand to someone who must not know who they are.

The plan stays: what changes, with what and when, and how a change went. Who it is for, what they said and what was
noted are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Any

from amie_planner.domain.attendance import attendance, mode_said
from amie_planner.domain.names import Hit, Names, known_names, named
from amie_planner.domain.plan import Lines, Series, expected
from amie_planner.domain.pointing import named_by
from amie_planner.domain.records import Activity, Adaptation, Part, Reply, Requirement, Session, TeamMember
from amie_planner.domain.typed import is_ours
from amie_planner.domain.values import where
from amie_planner.domain.vocabulary import RegisterMode
from amie_planner.exchange.plan_file import checked, document


def without_people(series: Series, not_names: frozenset[str] = frozenset()) -> tuple[Series, tuple[Hit, ...]]:
    """The programme without people, requirements, voice, observations, stories, register names, reflections and notes.

    The leader's own pictures stay behind, for they may show somebody. Adaptations keep the barriers they answer, and
    so does what an activity meets as it is for a barrier that is expected. Young leaders go by role, and nobody's own
    access needs go along. A register by person becomes its headcount, so that what was counted stays true. The hits
    are known names in a text that remains, with their place in the plan file, but for words in `not_names`; they are
    for a person to judge: “Sky” and “River” are also words.
    """
    requirements = {r.id: r for r in series.requirements}
    plain = replace(
        series,
        pictures=(),
        team=tuple(map(_plain_member, series.team)),
        people=(),
        requirements=(),
        voice=(),
        observations=(),
        stories=(),
        replies=tuple(r for r in series.replies if _stays(r, series)),
        sessions=tuple(_plain_session(series, lines, requirements) for lines in series.sessions),
    )
    return plain, tuple(_hits(checked(document(plain)), known_names(series), not_names))


def _plain_member(member: TeamMember) -> TeamMember:
    private = {"access_needs": None, "access_agreed": None, "access_review_on": None}
    by_role = {"name": None, "role": member.role or "Young leader"} if member.young_leader else {}
    return member.revised(**private, **by_role)


def _plain_session(series: Series, lines: Lines, requirements: dict[str, Requirement]) -> Lines:
    return replace(
        lines,
        session=_plain(series, lines.session),
        activities=tuple(map(_without_picture, lines.activities)),
        adaptations=tuple(_plain_adaptation(d, requirements) for d in lines.adaptations),
        by_design=tuple(met for met in lines.by_design if met.barrier and not met.requirement),
    )


def _plain(series: Series, session: Session) -> Session:
    register = session.attendance
    if register and mode_said(register) is RegisterMode.PEOPLE:
        came = attendance(register, expected(series.people, session))
        register = register.revised(mode=RegisterMode.HEADCOUNT, headcount=came, bands={})
    register = register and register.revised(people={}, late={}, reasons={}, guests=())
    return session.revised(attendance=register, notes=None, reflection={}, not_expected=())


def _without_picture(activity: Activity) -> Activity:
    card = activity.card
    return activity.revised(card=card.revised(picture=None)) if card and card.picture else activity


def _plain_adaptation(adaptation: Adaptation, requirements: dict[str, Requirement]) -> Adaptation:
    answered = (requirements[id].barrier for id in adaptation.requirements if id in requirements)
    barriers = dict.fromkeys((*adaptation.barriers, *(barrier for barrier in answered if barrier)))
    return adaptation.revised(requirements=(), barriers=tuple(barriers), verdict_note=None)


def _stays(reply: Reply, series: Series) -> bool:
    """Whether a reply's lines name only what stays: nothing of a person, and nothing that is not there."""
    left_out = {entry.id for kind in (series.people, series.requirements, series.voice) for entry in kind}
    there = {
        line.id
        for lines in series.sessions
        if reply.session in (None, lines.session.id)
        for line in (*lines.intentions, *lines.activities, *lines.adaptations)
    }
    return there.issuperset(reply.lines) and left_out.isdisjoint(named_by(reply))


def _hits(file: Part, names: Names, not_names: frozenset[str]) -> Iterator[Hit]:
    for place, text in _texts(file, ()):
        for word in named(text, names, not_names):
            yield Hit(word, where(place))


def _texts(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text that somebody wrote, ids among them; a word of a list of ours is nobody's."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*place, field.alias or name))
    elif isinstance(value, tuple):
        for at, held in enumerate(value):
            yield from _texts(held, (*place, at))
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _texts(held, (*place, key))
    elif isinstance(value, str) and not isinstance(value, Enum) and not _is_ours(place, value):
        yield place, value


def _is_ours(place: tuple[str | int, ...], text: str) -> bool:
    field = next(part for part in reversed(place) if isinstance(part, str))
    return is_ours(field, text)
