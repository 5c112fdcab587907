"""What a template calls a column: its heading, in small letters. Making picks and renames the columns of a draft by it.

So a module of tables has one tuple of Column for each of its tables, its drafts have all of these in that order, and
none of them needs the template for its columns or its title.
"""

from __future__ import annotations

import re


def column_id(heading: str) -> str:
    """unique_people for “Unique people”."""
    return re.sub(r"[^a-z0-9]+", "_", heading.casefold()).strip("_")
