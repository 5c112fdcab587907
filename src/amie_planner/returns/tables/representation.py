"""Who is here, beside who lives or learns nearby: every share and every word of it follows from figures that leave."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.table import Column

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "representation": {
        "question": Column("Question", "What the question is called"),
        "without": Column("Without an answer", "People asked or not asked whose answer nobody has; read this first"),
        "group": Column("Group", "A group of the figures that are held beside it"),
        "count": Column("People", "Unique people of the period in this group"),
        "base": Column("Answered", "How many gave an answer that fits one of the groups"),
        "share": Column("Share (%)", "People of those who answered, in whole per cent"),
        "low": Column("Share, from (%)", "The lower end of the 95% interval (Wilson)"),
        "high": Column("Share, to (%)", "The upper end of the 95% interval (Wilson)"),
        "expected": Column("Expected people", "About how many there would be if shares were as in the baseline"),
        "baseline": Column("Baseline (%)", "The group’s share of the baseline"),
        "whom": Column("Baseline of", "Whom, and where"),
        "source": Column("Source", "Who publishes the baseline"),
        "date": Column("Date", "The date of the baseline, as its publisher says it"),
        "licence": Column("Licence", "The licence of the baseline"),
        "said": Column(
            "In words", "What can be said of it; reaching more than the baseline is what Equitable asks for"
        ),
    },
}
