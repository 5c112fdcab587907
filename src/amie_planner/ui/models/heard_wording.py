"""What changes when HEARD is put in other words, as rows to read before it happens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amie_planner.checks import HEARD, Heard
from amie_planner.checks.marks import marks_in
from amie_planner.domain.words import listed


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A principle or a question: how it is put now and how it would be. `caution` says where a word judges."""

    id: str
    text: str
    now: str = ""
    then: str = ""
    caution: str = ""
    divided: bool = True

    @property
    def spoken(self) -> str:
        """All of it, in words."""
        parts = (f"{self.text}.", self.now and f"Now: {self.now}", self.then and f"Then: {self.then}", self.caution)
        return " ".join(filter(None, parts))


def changed(now: Heard, then: Heard) -> tuple[WordingRow, ...]:
    """A row for each principle and question that would be put otherwise, left out, or asked again.

    They stand by principle. One that is left out takes its questions with it, and they have no rows.
    """
    names = {principle.letter: principle.name for principle in (*then.principles, *now.principles)}
    before, after = _said(now), _said(then)
    rows = (
        _row(id, names[letter], before.get(id), after.get(id))
        for letter, ids in _by_principle().items()
        if letter in names
        for id in (ids if letter in after else (letter,))
    )
    return tuple(row for row in rows if row)


def cautions(rows: Iterable[WordingRow]) -> str:
    """One sentence on the words among them that read as a mark; nothing where there are none."""
    return caution(tuple(dict.fromkeys(word for row in rows for word in marks_in(row.then))))


def caution(words: tuple[str, ...]) -> str:
    """What is said plainly of words that judge."""
    if not words:
        return ""
    quoted = listed(f"‘{word}’" for word in words)
    return f"HEARD here is a conversation: {quoted} {'reads as a mark' if len(words) == 1 else 'read as marks'}."


def _by_principle() -> dict[str, list[str]]:
    """The id of each principle and of its questions."""
    asked = (*HEARD.plan_checks, *HEARD.series_checks)
    letters = [principle.letter for principle in HEARD.principles]
    return {letter: [letter, *(held.id for held in asked if held.principle.letter == letter)] for letter in letters}


def _said(heard: Heard) -> dict[str, str]:
    """By id, what a principle says and what is asked."""
    asked = {held.id: held.question for held in (*heard.plan_checks, *heard.series_checks)}
    return {principle.letter: f"{principle.name}: {principle.says}" for principle in heard.principles} | asked


def _row(id: str, principle: str, now: str | None, then: str | None) -> WordingRow | None:
    if now == then:
        return None
    if then is None:
        with_it = ", with all its questions" if len(id) == 1 else ""
        return WordingRow(id, f"{principle} ({id}), left out{with_it}", now=now or "")
    how = "asked again" if now is None else "in other words"
    return WordingRow(id, f"{principle} ({id}), {how}", now=now or "", then=then, caution=caution(marks_in(then)))
