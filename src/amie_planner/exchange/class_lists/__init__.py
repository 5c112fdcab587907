"""Class lists as schools send them: bytes → rows of text → columns and people, with nothing guessed in silence.

`read` knows files, `understood` knows what their columns mean; neither keeps, writes or changes anything.
"""

from __future__ import annotations

from amie_planner.exchange.class_lists.columns import FIELDS, Column
from amie_planner.exchange.class_lists.formulas import like_formula
from amie_planner.exchange.class_lists.people import told_apart
from amie_planner.exchange.class_lists.reading import LARGEST_FILE, read
from amie_planner.exchange.class_lists.separated import delimiter_in_words, encoding_in_words
from amie_planner.exchange.class_lists.table import Kind, Problem, Table
from amie_planner.exchange.class_lists.understanding import ClassList, understood

__all__ = [
    "FIELDS",
    "LARGEST_FILE",
    "ClassList",
    "Column",
    "Kind",
    "Problem",
    "Table",
    "delimiter_in_words",
    "encoding_in_words",
    "like_formula",
    "read",
    "told_apart",
    "understood",
]
