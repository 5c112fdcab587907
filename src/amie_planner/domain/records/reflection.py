"""How a leader words the prompts for looking back, over our own words."""

from __future__ import annotations

from amie_planner.domain.records.record import Record
from amie_planner.domain.values import Flag, Text


class ReflectionPrompt(Record):
    """One prompt for looking back. Its id is what the answer is kept under in a session's reflection.

    One that bears the id of ours stands in its place, in other words or `left_out`; any other is the leader's own.
    """

    words: Text = None
    left_out: Flag = False
