"""Who of a programme has no answer to a question of equality monitoring: how many, and whom the leader asks next.

Who it is leads to the one place where answers are seen, and stands in no sentence.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from amie_planner.domain.monitoring import NonAnswer
from amie_planner.returns.answers import Answers, asked_in
from amie_planner.returns.facts import Facts, Member, Source
from amie_planner.returns.matching import matching
from amie_planner.returns.monitoring import answered
from amie_planner.returns.monitoring_questions import MonitoringQuestion
from amie_planner.returns.tables.characteristics import why_not


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question to which so many of the people have no answer.

    `next` is the id of the first, in the order of the programme, who was not asked; else of the first who was asked
    and gave no answer. Whoever objects is not asked. `register_alone` is the first whom only a register knows. Each is
    None where there is nobody.
    """

    question: MonitoringQuestion
    without: int
    people: int
    next: str | None
    register_alone: str | None


def unanswered(facts: Facts) -> Iterator[tuple[Source, Unanswered]]:
    """Each question of each programme that somebody who came there has no answer to."""
    codes = matching([source.series for source in facts.sources])
    answers = Answers([source.kept_apart for source in facts.sources], codes)
    place = {source.series.programme.id: n for n, source in enumerate(facts.sources)}
    for source, members in zip(facts.sources, facts.groups, strict=True):
        asked = asked_in(source.kept_apart)
        objecting = {
            member.key
            for member in (members if asked else ())
            if answers.object((place[person.programme], person) for _, person in member.known)
        }
        for question in asked:
            without = [member for member in members if why_not(member.answers.get(question.id)) is not None]
            if without:
                asking = [member for member in without if member.key not in objecting]
                first = _first_to_ask(source, question, set(_ids(source, asking)))
                listed = {person.id for person in source.series.people}
                unlisted = next((id for id in _ids(source, without) if id not in listed), None)
                yield source, Unanswered(question, len(without), len(members), first, unlisted)


def _ids(source: Source, members: Iterable[Member]) -> Iterator[str]:
    """By what ids a programme knows them."""
    known = (person for member in members for _, person in member.known)
    return (person.id for person in known if person.programme == source.series.programme.id)


def _first_to_ask(source: Source, question: MonitoringQuestion, people: Container[str]) -> str | None:
    """Who was not asked comes before who was, and gave no answer."""
    listed = [person.id for person in source.series.people if person.id in people]
    said = {id: why_not(answered(source.kept_apart or (), id, question.id)) for id in listed}
    return min(listed, key=lambda id: said[id] is not NonAnswer.NOT_ASKED, default=None)
