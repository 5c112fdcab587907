"""The tables of a return, one subject a module: from facts and a template to a draft, with counts of people still true.

A table whose rows are finer in the exact profile has a keyword `detailed`.
"""

from __future__ import annotations
