"""What people said of themselves, question by question, with those who did not answer and why."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "characteristics": {
        "variable": Column("Variable", "The code of the question"),
        "question": Column("Question", "What the question is called"),
        "code": Column("Category code", "The code of the answer, or of why there is none"),
        "label": Column("Category", "The answer, or why there is none"),
        "count": Column("People", "Unique people of the period"),
        "asked": Column("Asked", "How many the question was put to, with an answer or without"),
        "answered": Column("Answered", "How many of these gave an answer"),
        "scheme": Column("Scheme", "Whose list of answers it is"),
        "version": Column("Version", "Which edition of that list"),
        "status": Column("Status", "“answer”, or “no answer” for the four reasons why there is none"),
    },
}
