"""Pupil Premium and SEND together: only one, only the other, both, neither, not known; they add up to unique people.

Whoever has not answered one of the two questions is not known, for it cannot be told where they belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from amie_planner.domain.monitoring import Answered
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.table import People, Sum
from amie_planner.returns.tables.keys import key

PUPIL_PREMIUM, SEND = "pupil-premium", "send-status"
"""The questions."""
VARIABLE, NOT_KNOWN = "flags", "not-known"
FLAGS = {
    "pp-only": "Pupil Premium only",
    "send-only": "SEND only",
    "both": "Both",
    "neither": "Neither",
    NOT_KNOWN: "Not known",
}
_OF = {("yes", "none"): "pp-only", ("no", "send"): "send-only", ("yes", "send"): "both", ("no", "none"): "neither"}
_HALF_KNOWN = (("yes", "?"), ("no", "?"), ("?", "send"), ("?", "none"), ("?", "?"))
_SEND = {"ehc-plan": "send", "sen-support": "send", "none": "none"}


def are_asked(facts: Facts) -> bool:
    """Whether both questions are asked in any programme."""
    return {PUPIL_PREMIUM, SEND} <= {question.id for question in facts.questions}


def counts(word: str, members: Iterable[Member], **fixed: str) -> dict[str, People]:
    """How many of a group have each of FLAGS, by flag; `fixed` are the other categories that they are in."""
    many = Counter(_OF.get(_answers(member), NOT_KNOWN) for member in members)
    return {flag: People(key(word, **{VARIABLE: flag}, **fixed), many[flag]) for flag in FLAGS}


def adding_up(word: str, members: Sequence[Member], **fixed: str) -> tuple[list[Sum], list[People]]:
    """That the five make up the people, and four of them those who are known; with every count of it."""
    found = counts(word, members, **fixed)
    known = People(key(word, **{VARIABLE: "known"}, **fixed), len(members) - found[NOT_KNOWN].count)
    sums = [
        Sum(key(word, **fixed), (known.key, found[NOT_KNOWN].key)),
        Sum(known.key, tuple(found[flag].key for flag in _OF.values()), one_thing=True),
    ]
    return sums, [known, *found.values()]


def beside_the_questions(word: str, members: Iterable[Member]) -> tuple[list[Sum], list[People]]:
    """How the five hang together with the answers to each question, which are printed too; with every count of it."""
    many = Counter(map(_answers, members))
    half = [People(key(word, premium=pair[0], send=pair[1]), many[pair]) for pair in _HALF_KNOWN]
    places = {pair: key(word, **{VARIABLE: flag}) for pair, flag in _OF.items()}
    places |= {pair: people.key for pair, people in zip(_HALF_KNOWN, half, strict=True)}
    helped = People(key(word, send="send"), sum(many[pair] for pair in places if pair[1] == "send"))

    def of(at: int, said: str) -> tuple[str, ...]:
        return tuple(place for pair, place in places.items() if pair[at] == said)

    sums = [
        *(Sum(key(word, **{PUPIL_PREMIUM: said}), of(0, said)) for said in ("yes", "no")),
        Sum(key(word, **{SEND: "none"}), of(1, "none")),
        Sum(helped.key, of(1, "send")),
        Sum(helped.key, tuple(key(word, **{SEND: code}) for code, said in _SEND.items() if said == "send")),
        Sum(key(word, **{VARIABLE: NOT_KNOWN}), tuple(people.key for people in half)),
    ]
    return sums, [helped, *half]


def _answers(member: Member) -> tuple[str, str]:
    premium, send = _one(member.answers.get(PUPIL_PREMIUM)), _SEND.get(_one(member.answers.get(SEND)), "?")
    return premium if premium in ("yes", "no") else "?", send


def _one(answer: Answered | None) -> str:
    return answer.codes[0] if answer and len(answer.codes) == 1 else ""
