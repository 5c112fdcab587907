"""The tables of a return, one subject a module: from facts and a template to a draft, with counts of people still true.

A table that says more in the exact profile has a keyword `detailed`; without it, it is fit to be shared.
"""

from __future__ import annotations
