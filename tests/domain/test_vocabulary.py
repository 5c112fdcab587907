"""Words: every closed list has a label for each of its keys, and an open list keeps the leader's own."""

from __future__ import annotations

import pytest

from amie_planner.domain import vocabulary as v
from amie_planner.domain.vocabulary import label, labels

CLOSED = {
    "area": v.Area,
    "kind": v.Kind,
    "barrier": v.Barrier,
    "weight": v.Weight,
    "status": v.Status,
    "reach": v.Reach,
    "set_up": v.SetUp,
    "verdict": v.Verdict,
    "then": v.Then,
    "started": v.Started,
    "pay": v.Pay,
    "consent": v.Consent,
    "mark": v.Mark,
    "register_mode": v.RegisterMode,
    "method": v.Method,
    "outcome": v.Outcome,
    "reply": v.ReplyKind,
    "delivery_type": v.DeliveryType,
    "organised_by": v.OrganisedBy,
    "open_to": v.OpenTo,
    "cost": v.Cost,
    "story_kind": v.StoryKind,
}


@pytest.mark.parametrize("name", CLOSED)
def test_each_key_of_a_closed_list_has_a_label_in_its_order(name: str) -> None:
    assert list(labels()[name]) == [member.value for member in CLOSED[name]]


def test_no_label_is_blank() -> None:
    assert all(words.strip() for keys in labels().values() for words in keys.values())


def test_a_word_of_no_list_is_the_leaders_own_and_nothing_is_no_words() -> None:
    assert label("genre", "hip-hop-rap") == "Hip-hop and rap"
    assert label("genre", "skiffle") == "skiffle"
    assert label("genre", None) == label("kind", "") == ""
