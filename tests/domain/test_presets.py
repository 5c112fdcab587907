"""First plans for a setting: every one makes a programme that holds, fits its time and says its setting."""

from __future__ import annotations

import pytest

from amie_planner.domain import edits
from amie_planner.domain.plan import Series
from amie_planner.domain.presets import Preset, presets
from amie_planner.domain.timing import timing
from amie_planner.domain.vocabulary import labels
from amie_planner.exchange.plan_file import read, write

EACH = pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.setting)


def begun(preset: Preset) -> Series:
    first = {"title": "First session", "number": 1}
    changes = edits.start_programme("u1", 0, preset.template, first_session=first, title="New", setting=preset.setting)
    return Series.of(change.record for change in changes)


@EACH
def test_a_first_plan_is_a_plan_file_that_can_be_read_again(preset: Preset):
    series = begun(preset)
    assert read(write(series)).records() == series.records()


@EACH
def test_the_activities_of_a_first_plan_fill_its_time_and_no_more(preset: Preset):
    left = timing(begun(preset).sessions[0]).left
    assert left is not None
    assert 0 <= left <= 5


@EACH
def test_a_first_plan_says_its_setting_in_words(preset: Preset):
    assert preset.setting in labels()["setting"]
    assert preset.label == labels()["setting"][preset.setting]
    assert preset.words


@EACH
def test_a_first_plan_does_not_claim_whose_idea_anything_was(preset: Preset):
    activities = begun(preset).sessions[0].activities
    assert not any(a.started_by or a.young_lead or any(m.chosen_by for m in a.music) for a in activities)


@EACH
def test_a_first_plan_has_the_running_order_of_its_template(preset: Preset):
    activities = begun(preset).sessions[0].activities
    assert preset.template.setting == preset.setting
    assert [a.id for a in activities] == [line.id for line in preset.template.activities]
    assert all(a.title and a.minutes and a.instructions and a.card for a in activities)


def test_every_setting_is_offered_once():
    settings = [preset.setting for preset in presets()]
    assert len(settings) == len(set(settings))
    assert set(settings) == set(labels()["setting"])
