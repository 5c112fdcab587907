"""What people said of themselves, question by question, with those who did not answer and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from amie_planner.domain.monitoring import Answered, NonAnswer
from amie_planner.returns.answers import ticked
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.monitoring_questions import Box, MonitoringQuestion
from amie_planner.returns.table import Column, Draft, People, Sum
from amie_planner.returns.tables import flags, keys
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.unions import Linked

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "characteristics": {
        "variable": Column("Variable", "The code of the question", is_code=True),
        "question": Column("Question", "What the question is called"),
        "code": Column("Category code", "The code of the answer, or of why there is none", is_code=True),
        "label": Column("Category", "The answer, or why there is none"),
        "count": Column("People", "Unique people of the period who gave this answer; some questions allow several"),
        "asked": Column("Asked", "How many the question was put to, with an answer or without"),
        "answered": Column(
            "Answered", "How many of these gave an answer that fits the list, or is in own words where it has room"
        ),
        "scheme": Column("Scheme", "Whose list of answers it is"),
        "version": Column("Version", "Which edition of that list"),
        "status": Column("Status", "“answer”, or “no answer” for each reason why there is none"),
    },
}
OTHER = "other answer"
"""Of those who answered in own words alone, or otherwise than the list has it; only where it has room for own words."""
_WHY = {
    NonAnswer.PREFER_NOT_TO_SAY: "Prefer not to say",
    NonAnswer.NOT_KNOWN: "Not known",
    NonAnswer.NOT_ASKED: "Not asked",
    NonAnswer.NOT_APPLICABLE: "Not applicable",
}
_ASKED = (NonAnswer.PREFER_NOT_TO_SAY, NonAnswer.NOT_KNOWN)
_MOST = 0.5
"""Of the answers, above which a box that may be ticked beside others tells of nearly everybody."""


def characteristics(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each answer to each question that is asked, and for each reason why there is none.

    `detailed` adds the boxes within a box, such as those of the five ethnic groups: for the exact profile alone.
    """
    counted = [_Counted(question, facts.members, detailed) for question in facts.questions if facts.members]
    rows = [row for each in counted for row in each.rows()]
    sums = [each for one in counted for each in one.sums]
    hidden = [People(keys.ALL, len(facts.members)), *(people for one in counted for people in one.people)]
    if counted and flags.are_asked(facts):
        rows += _of_flags(facts.members)
        for linked in (flags.adding_up, flags.beside_the_questions):
            more, people = linked(keys.ALL, facts.members)
            sums, hidden = sums + more, hidden + people
    return drafted(
        template,
        "characteristics",
        "Characteristics",
        COLUMNS["characteristics"],
        rows,
        title="What people said of themselves",
        notes=_notes(facts),
        sums=sums,
        hidden=hidden,
    )


def why_not(answer: Answered | None) -> NonAnswer | None:
    """Why there is no answer; None where there is one."""
    if answer is None:
        return NonAnswer.NOT_ASKED
    return None if answer.codes or answer.in_own_words else answer.non_answer or NonAnswer.NOT_ASKED


def _notes(facts: Facts) -> Iterator[str]:
    without = sum(source.kept_apart is None for source in facts.sources)
    if 0 < without < len(facts.sources):
        yield "Plan files hold no answers: whoever takes part in a programme of one alone is among those not asked."
    if any(question.several for question in facts.questions):
        yield "Where several boxes may be ticked, a person is counted in each of theirs."
    yield "Whoever objects to being asked is among those not asked."


def _of_flags(members: Iterable[Member]) -> Iterator[Row]:
    found = flags.counts(keys.ALL, members)
    for flag, said in flags.FLAGS.items():
        status = "no answer" if flag == flags.NOT_KNOWN else "answer"
        about = {"variable": "pupil-premium-and-send", "question": "Pupil Premium and SEND together"}
        yield about | {"code": flag, "label": said, "count": found[flag], "status": status}


@dataclass(frozen=True)
class _Counted:
    """Everything that is counted of one question among all people."""

    question: MonitoringQuestion
    members: tuple[Member, ...]
    detailed: bool

    def rows(self) -> Iterator[Row]:
        said = self.question
        about: Row = {"variable": said.id, "question": said.label, "scheme": said.scheme, "version": said.version}
        bases: Row = {"asked": self._people("asked"), "answered": self._people("answered")}
        for code, label in self._labels():
            yield {
                **about,
                **bases,
                "code": code,
                "label": label,
                "count": self._people(code),
                "status": "answer",
            }
        for why, label in _WHY.items():
            yield {
                **about,
                **bases,
                "code": why.value,
                "label": label,
                "count": self._people(why),
                "status": "no answer",
            }

    @cached_property
    def many(self) -> Counter[str]:
        """How many are in each category, and in each base."""
        found: Counter[str] = Counter()
        for member in self.members:
            answer = member.answers.get(self.question.id)
            why = why_not(answer)
            found["asked"] += why is None or why in _ASKED
            found["answered"] += why is None
            if answer is None or why:
                found[why or NonAnswer.NOT_ASKED] += 1
            else:
                found.update(self._categories(answer))
        return found

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """What an answer is counted as; nothing else is possible, so these add up and each has its row."""
        return (*(box.code for box in self.question.boxes), *((OTHER,) if self.question.write_in else ()))

    @property
    def people(self) -> list[People]:
        """Each of those counts, and those that are needed to tell how they add up."""
        alone = [People(self._key(f"{box.code} alone"), self._alone(box)) for box in self.question.boxes if box.boxes]
        inner = [box.code for outer in self.question.boxes for box in outer.boxes]
        beside = self._of_several[1] if self.question.several else []
        return [*map(self._people, ("asked", "answered", *self.categories, *inner, *_WHY)), *alone, *beside]

    @property
    def sums(self) -> Iterator[Sum]:
        """How they add up: everybody by base, and those who answered by what they ticked."""
        asked, answered = self._key("asked"), self._key("answered")
        others = (self._key(why) for why in _WHY if why not in _ASKED)
        yield Sum(keys.ALL, (asked, *others))
        yield Sum(asked, (answered, *map(self._key, _ASKED)))
        if self.question.several:
            yield from self._of_several[0]
            return
        yield Sum(answered, tuple(map(self._key, self.categories)), one_thing=True)
        if self.detailed:
            yield from (self._within(box) for box in self.question.boxes if box.boxes)

    @cached_property
    def _of_several(self) -> Linked:
        """Boxes beside each other: who did not tick each, and that everybody who answered is in one at least.

        That is left out of a group too small to break down, of which no box is said.
        """
        answered, most = self._people("answered"), _MOST * self.many["answered"]
        apart = [box.code for box in self.question.boxes if box.alone] + [OTHER] * self.question.write_in
        linked = [self._with_others(answered, (c,), f"not {c}", self.many[c] > most) for c in self.categories]
        for code in (code for code in self.categories if code not in apart):
            linked.append(self._with_others(answered, (code, *apart), f"boxes beside {code}"))
        if answered.count >= RULE.smallest_group:
            ticks = People(self._key("ticks"), sum(self.many[code] for code in self.categories))
            linked.append(self._with_others(ticks, ("answered",), "further ticks"))
            linked.append((Sum(ticks.key, tuple(map(self._key, self.categories))), ticks))
        return [each for each, _ in linked], [people for _, people in linked]

    def _labels(self) -> Iterator[tuple[str, str]]:
        for box in self.question.boxes:
            yield box.code, box.label
            if self.detailed:
                yield from ((inner.code, f"{box.label}: {inner.label}") for inner in box.boxes)
        if OTHER in self.categories:
            yield OTHER, "In own words, or another answer"

    def _categories(self, answer: Answered) -> Iterator[str]:
        boxes = ticked(answer, self.question)
        yield from boxes or (OTHER,)
        for box in self.question.boxes:
            if box.code in boxes:
                within = {inner.code for inner in box.boxes}.intersection(answer.codes)
                yield from within if len(within) == 1 else ()

    def _within(self, box: Box) -> Sum:
        inner = tuple(self._key(each.code) for each in box.boxes)
        return Sum(self._key(box.code), (*inner, self._key(f"{box.code} alone")))

    def _alone(self, box: Box) -> int:
        return self.many[box.code] - sum(self.many[inner.code] for inner in box.boxes)

    def _people(self, code: str) -> People:
        return People(self._key(code), self.many[code])

    def _key(self, code: str) -> str:
        return key(keys.ALL, **{self.question.id: code})

    def _with_others(
        self, total: People, parts: tuple[str, ...], rest: str, one_thing: bool = False
    ) -> tuple[Sum, People]:
        """A sum of some parts and of all others in one that stands nowhere, and those others."""
        others = People(self._key(rest), total.count - sum(self.many[part] for part in parts))
        return Sum(total.key, (*map(self._key, parts), others.key), one_thing=one_thing), others
