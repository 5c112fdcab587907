"""What somebody answered to equality monitoring, whichever programmes they came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amie_planner.domain.monitoring import Answered, MonitoringAnswers
from amie_planner.domain.records import InProgramme, Person, Record
from amie_planner.returns.matching import Matching
from amie_planner.returns.monitored import questions_asked
from amie_planner.returns.monitoring_questions import MonitoringQuestion


def asked_in(kept_apart: Iterable[Record] | None) -> tuple[MonitoringQuestion, ...]:
    """The equality-monitoring questions that are asked in a programme, by what of it is kept apart."""
    return questions_asked([record for record in kept_apart or () if isinstance(record, InProgramme)])


class Answers:
    """The answers of everybody in every programme, read once. Whoever objects in one has none in any.

    That holds wherever somebody with their code objected, came there or not.
    """

    def __init__(self, kept_apart: Iterable[Sequence[Record] | None], codes: Matching) -> None:
        self._held: list[dict[str, MonitoringAnswers]] = []
        self._asked: list[frozenset[str]] = []
        for records in kept_apart:
            kept = (record for record in records or () if isinstance(record, MonitoringAnswers))
            self._held.append({record.person: record for record in kept})
            self._asked.append(frozenset(question.id for question in asked_in(records)))
        objections = ((n, id) for n, held in enumerate(self._held) for id, of in held.items() if of.objected_on)
        self._codes, self._objecting = codes, codes.may_be(objections)

    def of(self, people: Iterable[tuple[int, Person]]) -> Mapping[str, Answered]:
        """What somebody answered to each question that is asked, by programme and person, those to prefer first."""
        people = list(people)
        if self._objecting & self._codes.may_be((n, person.id) for n, person in people):
            return {}
        held = [(n, self._held[n][person.id]) for n, person in people if person.id in self._held[n]]
        found: dict[str, Answered] = {}
        for n, record in held:
            for question, answer in record.answers.items():
                if question in self._asked[n] and not _says(found.get(question)):
                    found[question] = answer if _says(answer) else found.get(question, answer)
        return found


def _says(answer: Answered | None) -> bool:
    return answer is not None and bool(answer.codes or answer.in_own_words)
