"""How a hub words HEARD, over our own words."""

from __future__ import annotations

from amie_planner.domain.records.record import Record
from amie_planner.domain.values import Flag, Text


class HeardWording(Record):
    """A hub's words for one principle or one question. Its id is the principle's letter or the check's id.

    `name` and `says` are of a principle, `asks` is of a check; what is not given stays as it is. One that is
    `left_out` is not asked, a principle with all its questions.
    """

    name: Text = None
    says: Text = None
    asks: Text = None
    left_out: Flag = False
