"""AMIE Planner: five verbs on one noun. Edit, keep, check, print and report a plan.

domain     what leaders write down: Record, Change, Plan and Series, and what follows from them
checks     HEARD as a conversation: a plan in, findings out
store      the planner file: encrypted, every change durable when made
exchange   plan files in and out
documents  paper: a plan in, a tagged PDF out
returns    records for hubs and funders
ui         the window; Workspace is the one door through which anything changes

Imports point down (see pyproject.toml); everything that is not Workspace only reads.
"""

__version__ = "0.5.0"
