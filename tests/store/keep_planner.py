"""Keeps a real planner among the test files, once for each schema: `python -m tests.store.keep_planner`."""

from __future__ import annotations

from pathlib import Path

from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.changes import add
from amie_planner.domain.monitoring import LocalBaseline, Monitoring, MonitoringAnswers
from amie_planner.domain.records import (
    HeardWording,
    LibraryActivity,
    LibraryAdaptation,
    Organisation,
    OwnReturn,
    PlanTemplate,
    Record,
    ReflectionPrompt,
    ReturnRelease,
    Story,
)
from amie_planner.exchange.plan_file import read
from amie_planner.store.database import SCHEMA
from amie_planner.store.store import Store

LIBRARY = (LibraryAdaptation.made(id="own1", title="Lights dip before the loud part", lead_days=1, kit=["lamp"]),)
"""What the leader of the kept planners wrote in the library, since there is one."""
WORDING = (HeardWording.made(id="A01", asks="Who designed this plan?"), HeardWording.made(id="R", left_out=True))
"""How the hub of the kept planners words HEARD, since it can."""
PROMPTS = (ReflectionPrompt.made(id="change", words="What next?"), ReflectionPrompt.made(id="own1", words="Tea?"))
"""How the leader of the kept planners asks when looking back, since it can be said."""
ACTIVITIES = (
    LibraryActivity.made(
        id="own1",
        title="Rain on the roof",
        kind="play",
        minutes=8,
        by_design=[{"barrier": "instrument-design", "how": "Fingers on anything make rain"}],
        card={"word": "Rain"},
    ),
)
"""What the leader of the kept planners keeps at hand to do, since there is a place for it."""
TEMPLATES = (
    PlanTemplate.made(
        id="own1", title="Rainy day", minutes=40, activities=[{"id": "a1", "title": "Rain", "minutes": 8}]
    ),
)
"""The plan that the leader of the kept planners begins from, since there is a place for it."""
BASELINES = (
    LocalBaseline.made(
        id="b1",
        question="eal",
        area="Norfolk",
        people="pupils",
        published="2025/26",
        source="Department for Education",
        amounts={"yes": 1200, "no": 9800.5},
    ),
)
RETURNS = (
    Organisation.made(id="organisation", name="Sound Makers", hub_area="Norfolk"),
    OwnReturn.made(id="own1", text='label = "Our own"'),
    ReturnRelease.made(
        id="r1",
        made_on="2026-09-30",
        made_at="16:20",
        template="general",
        profile="exact",
        recipient="The hub",
        first="2026-09-01",
        last="2026-09-30",
        figures=[{"table": "people", "row": "total", "people": 6}],
    ),
)
"""What the leader of the kept planners returns, since they can."""
FOLDER = Path(__file__).with_name("files")


def kept_apart(programme: str) -> tuple[Record, ...]:
    """What is kept apart of the programme, since it can be."""
    monitoring = Monitoring.made(id="m1", programme=programme, on=True, questions=["eal"], beside={"eal": "b1"})
    answers = {"eal": {"codes": ["yes"]}, "ethnic-group": {"non_answer": "prefer not to say"}}
    first = MonitoringAnswers.made(
        id="p1",
        person="p1",
        programme=programme,
        told_on="2026-09-08",
        told_by="self",
        agreed_by="self",
        answers=answers,
    )
    return (monitoring, first)


def stories(programme: str) -> tuple[Record, ...]:
    """What was told in the programme and may leave, since it can."""
    told = {"made_up_name": "Fern", "words": "I made the rain.", "agreed_by": "her mother", "agreed_on": "2026-09-20"}
    return (Story.made(id="story1", programme=programme, **told),)


def keep() -> None:
    """Writes the space-sounds programme into a planner of its own. Refuses to touch one that is kept already."""
    planner = FOLDER / f"v{SCHEMA}" / "planner.amie"
    if planner.exists():
        raise SystemExit(f"{planner} is kept already")
    with Store.open(planner) as store:
        series = read(SPACE_SOUNDS.read_bytes())
        shelf = (*LIBRARY, *WORDING, *PROMPTS, *ACTIVITIES, *TEMPLATES, *BASELINES, *RETURNS)
        more = (*kept_apart(series.programme.id), *stories(series.programme.id))
        store.apply(map(add, (*series.records(), *shelf, *more)))


if __name__ == "__main__":
    keep()
