"""What was offered: a row for each programme, and one for each ensemble, band or choir."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amie_planner.checks import genres
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Provision
from amie_planner.domain.vocabulary import DeliveryType, Status, labels
from amie_planner.returns.facts import Facts, Held, Member
from amie_planner.returns.table import Column, Draft, People
from amie_planner.returns.tables import attended, few_sessions, keys, needs
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.kinds import of_kind
from amie_planner.returns.tables.people import about_registers
from amie_planner.returns.tables.schools import schools_of
from amie_planner.returns.tables.wording import INSTEAD, instruments, of_open_list, said, several, used
from amie_planner.returns.tables.worked_out import WorkedOut

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

HOURS = (
    "Minutes of delivered sessions ÷ 60: each activity as long as it was, or else as planned; "
    "the length of the session where its activities have none"
)
"""What hours delivered are, wherever they are given."""
_TITLE = Column("Programme", "Its title; its place in the return where the title may hold somebody’s name")

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "activities": {
        "programme": _TITLE,
        "delivery": Column("Kind of provision", "What kind of provision it is"),
        "ensemble": Column("Ensemble type", "What kind of ensemble, band or choir"),
        "genres": Column("Genres", "Families of the music in its delivered sessions"),
        "instruments": Column("Instruments", "Instruments, voice or technology"),
        "setting": Column("Setting", "In what kind of place the group meets"),
        "organised-by": Column("Organised by", "Who organises it"),
        "when": Column("When", "In school time, after school, out of school and the like"),
        "open-to": Column("Open to", "Whether anybody may come, or it is for those who are least often reached"),
        "cost": Column("Cost", "What taking part costs a young person"),
        "planned": Column("Sessions planned", "All with a day in the period, cancelled ones too; no drafts"),
        "delivered": Column("Sessions delivered", "Marked as delivered, or not cancelled and with a register"),
        "cancelled": Column("Sessions cancelled", "Marked as cancelled"),
        "hours": Column("Hours delivered", HOURS),
        "attendances": Column(
            "Attendances", "Every time that somebody came, headcounts included; blank where nobody was counted"
        ),
        "audience": Column(
            "Audience, estimated", "About how many listened to its delivered sessions, all together; blank if not noted"
        ),
        "changes": Column(
            "Changes used", "Changes for access that were used in delivered sessions, whether they worked or not"
        ),
    },
    "ensembles": {
        "programme": _TITLE,
        "type": Column("Ensemble type", "What kind of ensemble, band or choir"),
        "organised-by": Column("Organised by", "Who organises it"),
        "people": Column("Unique people", "People who came at least once in the period"),
        "schools": Column("Schools", "Schools that these people go to, as far as recorded"),
        "delivered": Column("Sessions delivered", "Rehearsals and performances"),
        "performances": Column("Performances", "Delivered sessions that had an audience"),
        "audience": Column("Audience, estimated", "About how many listened, all performances together"),
    },
}


_IN_TWO = "Somebody in two ensembles would be counted in each: rows need not add up to unique people."
_ABOUT = "Estimated: how many listened is about so many, not counted exactly."


def activities(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each programme that has a session in the period. `detailed` says changes for few people too."""
    offers = [offer for offer in _offers(facts) if offer.held]
    rows = tuple(_activity(facts, template, offer, detailed) for offer in offers)
    visits, all_visits = attended.linked(facts)
    groups, people = needs.spoken_of(facts)
    draft = drafted(
        template,
        "activities",
        "Activities",
        COLUMNS["activities"],
        rows,
        title="What was offered, programme by programme",
        notes=(*_about_audiences(offers, template, "activities"), *about_registers(facts, template)) if rows else (),
        sums=(*visits, *groups) if rows else (),
        hidden=(*all_visits, *people),
    )
    return WorkedOut.of(draft if detailed or not rows else draft.also(*_about_withheld(template)))


def _about_withheld(template: ReturnTemplate) -> Iterator[str]:
    """What there is to say of figures that are none of people."""
    yield from few_sessions.about_rows(template, "activities")
    asked = template.asked("activities")
    if asked is None or asked.gives("changes"):
        yield needs.WHY


def ensembles(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each programme that is an ensemble and has a delivered session in the period."""
    offers = [offer for offer in _offers(facts) if _is_ensemble(offer.provision) and offer.delivered]
    of_it = [offer for offer in offers if offer.provision.delivery is DeliveryType.ENSEMBLE]
    programmes = [(_word(facts, offer), offer.members) for offer in of_it]
    sums, hidden = of_kind(facts, DeliveryType.ENSEMBLE, programmes, _people) if of_it else ([], [])
    visits, all_visits = attended.linked(facts)
    draft = drafted(
        template,
        "ensembles",
        "Ensembles",
        COLUMNS["ensembles"],
        (_ensemble(facts, template, offer) for offer in offers),
        title="Ensembles, bands and choirs",
        notes=(_IN_TWO, *_about_audiences(offers, template, "ensembles"), *about_registers(facts, template))
        if offers
        else (),
        sums=(*sums, *visits) if offers else (),
        hidden=(*hidden, *all_visits),
    )
    return WorkedOut.of(
        draft if detailed or not offers else draft.also(*few_sessions.about_rows(template, "ensembles"))
    )


@dataclass(frozen=True, slots=True)
class _Offer:
    """A programme of the return: `n` is its place, from 1; `held` are its sessions of the period."""

    n: int
    series: Series
    title: str
    provision: Provision
    members: tuple[Member, ...]
    held: tuple[Held, ...]

    @property
    def delivered(self) -> tuple[Held, ...]:
        return tuple(held for held in self.held if held.delivered)


def _offers(facts: Facts) -> Iterator[_Offer]:
    together = zip(facts.sources, facts.titles, facts.groups, strict=True)
    for n, (source, title, members) in enumerate(together, 1):
        held = tuple(held for held in facts.sessions if held.series is source.series and _counts(held))
        yield _Offer(n, source.series, title, source.series.programme.provision or Provision(), members, held)


def _counts(held: Held) -> bool:
    return held.delivered or held.count.status is not Status.DRAFT


def _activity(facts: Facts, template: ReturnTemplate, offer: _Offer, detailed: bool) -> Row:
    changes = sum(used(change.verdict) for held in offer.delivered for change in held.lines.read_adaptations)
    provision, delivered = offer.provision, offer.delivered
    kept = few_sessions.kept_in_row(facts, template, offer.n)
    return {
        "programme": offer.title,
        "delivery": said("delivery_type", provision.delivery),
        "ensemble": of_open_list("ensemble", provision.ensemble),
        "genres": _genres(delivered),
        "instruments": instruments(provision.instruments),
        "setting": of_open_list("setting", offer.series.programme.setting),
        "organised-by": said("organised_by", provision.organised_by),
        "when": of_open_list("when", provision.when),
        "open-to": said("open_to", provision.open_to),
        "cost": said("cost", provision.cost),
        "planned": kept(len(offer.held)),
        "delivered": kept(len(delivered)),
        "cancelled": sum(held.count.status is Status.CANCELLED for held in offer.held),
        "hours": kept(_hours(delivered)),
        "attendances": attended.attendances(facts, offer.n),
        "audience": _heard(offer),
        "changes": changes if detailed else needs.kept(facts, offer.n)(changes),
    }


def _genres(delivered: Iterable[Held]) -> str | None:
    """Families by their names; a word of no family is the leader's own, and says no more than that there is one."""
    known = labels()["genre"]
    found = genres.families(activity for held in delivered for activity in held.lines.counted)
    named = [label for key, label in known.items() if key in found]
    return several((*named, INSTEAD["genre"] if found - known.keys() else None))


def _hours(delivered: Iterable[Held]) -> float | None:
    known = [held.hours for held in delivered if held.hours is not None]
    return round(sum(known), 2) if known else None


def _is_ensemble(provision: Provision) -> bool:
    return provision.delivery is DeliveryType.ENSEMBLE or bool(provision.ensemble)


def _word(facts: Facts, offer: _Offer) -> str:
    return keys.group(facts, offer.members, keys.programme(offer.n))


def _people(word: str, members: Sequence[Member]) -> dict[str, People]:
    return {"": People(word, len(members))}


def _ensemble(facts: Facts, template: ReturnTemplate, offer: _Offer) -> Row:
    word = _word(facts, offer)
    kept = few_sessions.kept_in_row(facts, template, offer.n)
    return {
        "programme": offer.title,
        "type": of_open_list("ensemble", offer.provision.ensemble),
        "organised-by": said("organised_by", offer.provision.organised_by),
        "people": People(word, len(offer.members)),
        "schools": schools_of(facts, offer.members, word),
        "delivered": kept(len(offer.delivered)),
        "performances": kept(sum(many > 0 for many in _audiences(offer))),
        "audience": _heard(offer),
    }


def _about_audiences(offers: Iterable[_Offer], template: ReturnTemplate, table: str) -> Iterator[str]:
    """That they are estimates, where any is in the table."""
    asked = template.asked(table)
    if (asked is None or asked.gives("audience")) and any(_audiences(offer) for offer in offers):
        yield _ABOUT


def _heard(offer: _Offer) -> int | None:
    heard = _audiences(offer)
    return sum(heard) if heard else None


def _audiences(offer: _Offer) -> list[int]:
    return [many for held in offer.delivered if (many := held.lines.session.audience) is not None]
