"""The whole of a return: a template's tables, each decided by the profile, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from amie_planner.domain.records import Figure
from amie_planner.domain.vocabulary import Profile
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.returns.disclosure import RULE, Said, called, exact, shareable, words_before
from amie_planner.returns.facts import Facts
from amie_planner.returns.subjects import TABLES
from amie_planner.returns.table import Draft, People, Table, Value, Withheld
from amie_planner.returns.tables import attended, contact, keys, notes, organisation
from amie_planner.returns.tables.worked_out import said_of_it
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.returns.withheld import why_withheld


@dataclass(frozen=True)
class MadeReturn:
    """A return as it leaves. Days are the first and the last of the period, both included.

    `tables` are those with something in them; `notes` is the table that explains them. `reasons` are sentences that
    say what is withheld and why, `left_out` those that say which tables are not there and why. `figures` are the true
    counts it rests on, for the ledger alone; those of no table are not printed. `called` has for each the words of its
    row and of its column, without codes; no column where but one has figures. `unmatched` is what it says of how many
    have no agreed code, None where nobody came. An exact one has a recipient and a reason.
    """

    template: ReturnTemplate
    profile: Profile
    first: date
    last: date
    tables: tuple[Table, ...]
    notes: Table
    reasons: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
    recipient: str = ""
    reason: str = ""
    unmatched: Value = None
    made_on: date | None = None

    @property
    def rule(self) -> tuple[str, ...]:
        """What is done to its counts of people, in sentences."""
        return ("Every count is exact.",) if self.profile is Profile.EXACT else RULE.said


class Unsaid(AmieError):
    """What may leave only once the words that go with it are others: those of `field`, recipient or reason."""

    def __init__(self, message: str, hint: str, field: str) -> None:
        super().__init__(message, hint)
        self.field = field


RECIPIENT, REASON = "recipient", "reason"
"""What an `Unsaid` is about."""
_KEPT_APART = ("characteristics", "representation")
"""Tables of what no plan file holds."""
_FEWEST_LETTERS = 2
"""Of a recipient and of a reason."""
_LONGEST_ROW = 200
"""Characters of the words before a count that are kept with it."""


def made(
    facts: Facts,
    template: ReturnTemplate,
    profile: Profile,
    recipient: str = "",
    reason: str = "",
    made_on: date | None = None,
    go_on: Callable[[], None] = lambda: None,
) -> MadeReturn:
    """The return. Raises Unsaid if it is exact and does not say for whom and why, or says somebody's name.

    It may take long: what `go_on`, which is called between its steps, raises ends it.
    """
    recipient, reason = recipient.strip(), reason.strip()
    is_exact = profile is Profile.EXACT
    _refuse(facts, profile, recipient, reason)
    drafts = tuple(_drafts(facts, template, go_on, is_exact=is_exact))
    filled = tuple(draft for draft in drafts if draft.rows)
    counted = (*filled, notes.matching(facts))
    said = exact(counted) if is_exact else shareable(counted, RULE, go_on)
    figures = (*((figure, ("", "")) for figure in _whoever_came(facts)), *_figures(counted, said))
    tables = tuple(_headed(draft.decided(said.say), profile) for draft in filled)
    whole = MadeReturn(
        template=template,
        profile=profile,
        first=facts.first,
        last=facts.last,
        tables=tables,
        notes=Table(notes.NAME, (), ()),
        reasons=_reasons(filled, tables),
        left_out=tuple(f"“{draft.title}” is not here: {_why(facts, draft)}." for draft in drafts if not draft.rows),
        figures=tuple(figure for figure, _ in figures),
        called=tuple(words for _, words in figures),
        recipient=recipient,
        reason=reason,
        unmatched=said.say(notes.unmatched(facts)) if facts.members else None,
        made_on=made_on,
    )
    return replace(whole, notes=_notes(whole))


def _drafts(facts: Facts, template: ReturnTemplate, go_on: Callable[[], None], *, is_exact: bool) -> Iterator[Draft]:
    for asked in template.tables:
        go_on()
        yield TABLES[asked.table](facts, template, is_exact)


def refuse_unsaid(profile: Profile, recipient: str, reason: str) -> None:
    """Raises Unsaid where the profile is exact, and it is not said for whom and why."""
    said = ((RECIPIENT, "who receives it", recipient), (REASON, "for what reason", reason))
    unsaid = {field: what for field, what, words in said if _letters(words) < _FEWEST_LETTERS}
    if profile is Profile.EXACT and unsaid:
        raise Unsaid(
            f"An exact return holds small numbers, and this one does not say {listed(unsaid.values())}.",
            f"Say in a word or more {listed(unsaid.values())}, or make a shareable one.",
            next(iter(unsaid)),
        )


def _refuse(facts: Facts, profile: Profile, recipient: str, reason: str) -> None:
    refuse_unsaid(profile, recipient, reason)
    called = ((RECIPIENT, "Who receives the return", recipient), (REASON, "The reason for the return", reason))
    for field, what, words in called:
        if facts.without_names(words, "") != words:
            raise Unsaid(
                f"{what} is printed on it, and holds what may be the name or code of somebody in a programme.",
                "Say it without names: an organisation and what it does with the return.",
                field,
            )


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _headed(table: Table, profile: Profile) -> Table:
    above = (notes.NOT_FOR_PUBLICATION,) if profile is Profile.EXACT else ()
    return replace(table, notes=(*above, *table.notes))


def _reasons(drafts: Sequence[Draft], tables: Sequence[Table]) -> tuple[str, ...]:
    """Where figures are withheld and why, and what is to be said of those that are worked out, each sentence once."""
    return tuple(dict.fromkeys((*why_withheld(tables), *chain.from_iterable(map(said_of_it, drafts, tables)))))


def _why(facts: Facts, draft: Draft) -> str:
    if draft.table == "organisation":
        return organisation.why_not(facts)
    in_plan_files = all(source.kept_apart is None for source in facts.sources)
    if in_plan_files and draft.table in _KEPT_APART:
        return "not held in plan files"
    return "nothing of it is recorded in this period"


def _notes(made: MadeReturn) -> Table:
    about = (made.template, made.profile, made.first, made.last, made.recipient, made.reason, made.made_on)
    is_exact = made.profile is Profile.EXACT
    rows = (
        *notes.this_return(*about),
        *notes.sentences("Small numbers", "Rule", made.rule),
        *notes.symbols(),
        *notes.sentences("Small numbers", "Withheld", made.reasons),
        *notes.sentences("Contact hours", "Estimated", () if is_exact else contact.about(made.template)),
        *notes.sentences("Tables", "Left out", made.left_out),
        *notes.about_matching(made.unmatched),
    )
    return _headed(notes.table(rows, f"Notes on this return: {made.template.label}"), made.profile)


def _whoever_came(facts: Facts) -> Iterator[Figure]:
    """How many came, and how often, whether that is printed or not: by it two returns of the same visits are known."""
    for people in (People(keys.ALL, len(facts.members)), attended.attendances(facts)):
        if people:
            yield Figure(about=people.key, people=people.count)


def _figures(drafts: Sequence[Draft], said: Said) -> Iterator[tuple[Figure, tuple[str, str]]]:
    """Each true count that is printed, exactly or rounded, with where it stands and what it is called there."""
    for draft in drafts:
        of_figures = {n for row in draft.rows for n, v in enumerate(row) if isinstance(v, People | int | float)}
        for row in draft.rows:
            words = ", ".join(value for _, value in words_before(draft, row))[:_LONGEST_ROW]
            for column, value in zip(draft.columns, row, strict=True):
                if isinstance(value, People) and not isinstance(said.say(value), Withheld):
                    figure = Figure(
                        table=draft.table, about=value.key, row=words, column=column.name, people=value.count
                    )
                    yield figure, (called(draft, row), column.name if len(of_figures) > 1 else "")
