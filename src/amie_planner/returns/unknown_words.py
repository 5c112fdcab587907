"""Words that were typed beside our lists, and as what a return says them: as another one, for they were not to leave.

So they are told to whoever makes the return, each with its programme, and stand in nothing that is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Provision
from amie_planner.domain.vocabulary import DeliveryType
from amie_planner.domain.words import listed
from amie_planner.returns.facts import Facts, Held
from amie_planner.returns.tables.wording import INSTEAD, is_known
from amie_planner.returns.templates import ReturnTemplate

_COLUMNS = {
    "setting": (("activities", "setting"),),
    "ensemble": (("activities", "ensemble"), ("ensembles", "type")),
    "when": (("activities", "when"),),
    "instruments": (("activities", "instruments"), ("whole-class", "instrument")),
    "genre": (("activities", "genres"),),
    "school_year": (("whole-class", "year"),),
    "phase": (("schools", "phase"),),
    "role": (("workforce", "role"),),
}
"""By what a word was typed for, where a return says it: table and column."""


@dataclass(frozen=True, slots=True)
class UnknownWords:
    """What was typed for one thing in a programme, by its id.

    `session` is the first that has it, where sessions do; `entry` is the first activity, school or team member.
    """

    what: str
    programme: str
    title: str
    typed: tuple[str, ...]
    session: str | None = None
    entry: str | None = None

    @property
    def words(self) -> str:
        """“Choir”: the return says “Another time” in place of “Whenever”."""
        return f"“{self.title}”: the return says “{INSTEAD[self.what]}” in place of {listed(map(_quoted, self.typed))}."


def unknown_words(facts: Facts, template: ReturnTemplate) -> Iterator[UnknownWords]:
    """Every word that the return says otherwise, of each programme that has a session of the period."""
    for source in facts.sources:
        held = [each for each in facts.sessions if each.series is source.series]
        typed = _typed(source.series, held) if held else {}
        for what, every in typed.items():
            unknown: dict[str, _Where] = {}
            for word, where in every if _is_said(source.series, template, what) else ():
                if word.strip() and not is_known(what, word):
                    unknown.setdefault(word, where)
            if unknown:
                programme = source.series.programme
                yield UnknownWords(what, programme.id, programme.title, tuple(unknown), *next(iter(unknown.values())))


_Where = tuple[str | None, str | None]
_Typed = Iterable[tuple[str, _Where]]
"""Words, with the session and the entry that they are of."""
_PROGRAMME: _Where = (None, None)


def _typed(series: Series, held: Iterable[Held]) -> dict[str, _Typed]:
    programme, provision = series.programme, series.programme.provision or Provision()
    genres = [
        (genre, (each.lines.session.id, activity.id))
        for each in held
        if each.delivered
        for activity in each.lines.counted
        for music in activity.music
        for genre in music.genres
    ]
    return {
        "setting": _of([programme.setting]),
        "ensemble": _of([provision.ensemble]),
        "when": _of([provision.when]),
        "school_year": _of([provision.school_year]),
        "instruments": _of(provision.instruments),
        "phase": [(school.phase, (None, school.id)) for school in programme.schools if school.phase],
        "role": [(one.role, (None, one.id)) for one in series.team if one.role and not one.young_leader],
        "genre": genres,
    }


def _of(words: Iterable[str | None]) -> _Typed:
    return [(word, _PROGRAMME) for word in words if word]


def _is_said(series: Series, template: ReturnTemplate, what: str) -> bool:
    """Whether the return has a column for it in a table in which such a programme is."""
    provision = series.programme.provision
    is_class = provision is not None and provision.delivery is DeliveryType.WHOLE_CLASS
    tables = [(template.asked(table), column) for table, column in _COLUMNS[what] if table != "whole-class" or is_class]
    return any(asked is not None and asked.gives(column) for asked, column in tables)


def _quoted(word: str) -> str:
    return f"“{' '.join(word.split())}”"
