"""What somebody answered to equality monitoring, whichever programmes they came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amie_planner.domain.monitoring import Answered, MonitoringAnswers, NonAnswer
from amie_planner.domain.records import InProgramme, Person, Record
from amie_planner.returns.matching import Matching
from amie_planner.returns.monitored import questions_asked
from amie_planner.returns.monitoring_questions import MonitoringQuestion


def asked_in(kept_apart: Iterable[Record] | None) -> tuple[MonitoringQuestion, ...]:
    """The equality-monitoring questions that are asked in a programme, by what of it is kept apart."""
    return questions_asked([record for record in kept_apart or () if isinstance(record, InProgramme)])


def ticked(answer: Answered, question: MonitoringQuestion) -> frozenset[str]:
    """The outer boxes in which an answer is counted; none where it fits none, or several and only one may be ticked."""
    held = set(answer.codes)
    boxes = frozenset(box.code for box in question.boxes if held & {box.code, *(inner.code for inner in box.boxes)})
    return boxes if question.several or len(boxes) == 1 else frozenset()


def as_counted(answer: Answered, question: MonitoringQuestion) -> Answered:
    """An answer by the boxes of its list; not known where it fits none of them and there is no room for own words.

    So only a list with such room has other answers, and a box that stands beside no other never does.
    """
    if not _says(answer):
        return answer
    alone = {box.code: box.alone for box in question.all_boxes}
    codes = tuple(dict.fromkeys(code for code in answer.codes if code in alone))
    fitting = answer.revised(codes=tuple(code for code in codes if not alone[code]) or codes)
    if ticked(fitting, question):
        return fitting
    return answer if question.write_in else Answered.made(non_answer=NonAnswer.NOT_KNOWN)


class Answers:
    """The answers of everybody in every programme, read once. Whoever objects in one has none in any.

    That holds wherever somebody with their code objected, came there or not.
    """

    def __init__(self, kept_apart: Iterable[Sequence[Record] | None], codes: Matching) -> None:
        self._held: list[dict[str, MonitoringAnswers]] = []
        self._asked: list[dict[str, MonitoringQuestion]] = []
        for records in kept_apart:
            kept = (record for record in records or () if isinstance(record, MonitoringAnswers))
            self._held.append({record.person: record for record in kept})
            self._asked.append({question.id: question for question in asked_in(records)})
        objections = ((n, id) for n, held in enumerate(self._held) for id, of in held.items() if of.objected_on)
        self._codes, self._objecting = codes, codes.may_be(objections)

    def object(self, people: Iterable[tuple[int, Person]]) -> bool:
        """Whether somebody objects to being asked, by programme and person."""
        return bool(self._objecting & self._codes.may_be((n, person.id) for n, person in people))

    def of(self, people: Iterable[tuple[int, Person]]) -> Mapping[str, Answered]:
        """What somebody answered to each question that is asked, by programme and person, those to prefer first."""
        people = list(people)
        if self.object(people):
            return {}
        held = [(n, self._held[n][person.id]) for n, person in people if person.id in self._held[n]]
        found: dict[str, Answered] = {}
        for n, record in held:
            for id, given in record.answers.items():
                if id in self._asked[n] and not _says(found.get(id)):
                    answer = as_counted(given, self._asked[n][id])
                    found[id] = answer if _says(answer) else found.get(id, answer)
        return found


def _says(answer: Answered | None) -> bool:
    return answer is not None and bool(answer.codes or answer.in_own_words)
