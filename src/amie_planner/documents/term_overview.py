"""Term overview: the sessions of a period, its balance chart by chart with a table, and what HEARD asks of it.

Minutes and counts in words, for a conversation. Where no name may show, no row stands for a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from amie_planner.checks import PLAN_CHECKS, PlanCheck
from amie_planner.checks.balance import Dots, balance
from amie_planner.checks.check import Answer, Finding, Line, LineKind
from amie_planner.checks.period import FEWEST, TOO_EARLY, period
from amie_planner.checks.replies import replied_in_series
from amie_planner.documents.arrangement import Row
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.chart_figure import chart_figures
from amie_planner.documents.charts import Chart, is_empty, table
from amie_planner.documents.document import Paper, Sheet
from amie_planner.documents.findings import about, answered, by_principle, reply_line
from amie_planner.documents.house_style import CLEAR, LARGE, PrintStyle, bullets, heading, paragraph, section, strong
from amie_planner.documents.house_style import table as printed_table
from amie_planner.documents.naming import Names
from amie_planner.documents.session_list import session_list
from amie_planner.documents.session_rows import Part, counted, session_rows
from amie_planner.documents.wording import sentences
from amie_planner.domain import words
from amie_planner.domain.days import near
from amie_planner.domain.plan import Series

_ABOUT = (
    "What the plans of these sessions say, for a conversation. No amount is right or wrong, "
    "and what nobody wrote down may be there all the same."
)
_HEARD_TITLE = "HEARD over this period"
_HEARD = about("this programme")
_WAITING = "It is too early for answers. These questions wait:"
_MOST_LINES = 6
"""Of a finding over a term, before the rest is counted."""
_WHOLE = 0.42
"""Of a page: a chart and its table that are no taller stay together."""
_NOT_SHOWN = "Nothing to show yet"
_NOTHING_TO_SHOW = "What these count is not written down for these sessions, or there was none."
_NOBODY_SHOWN = "This chart has a row for each person, so it is left out where people are not told apart."


@dataclass(frozen=True, kw_only=True)
class Term(Series):
    """A programme and the period that is looked at, both days included; without one it is open on that side.

    `expanded` is what is seen of each session, `asked` what is asked of it.
    """

    first: date | None = None
    last: date | None = None
    expanded: tuple[Part, ...] = ()
    asked: tuple[PlanCheck, ...] = PLAN_CHECKS

    @classmethod
    def over(
        cls,
        series: Series,
        first: date | None,
        last: date | None,
        expanded: tuple[Part, ...] = (),
        asked: tuple[PlanCheck, ...] = PLAN_CHECKS,
    ) -> Term:
        """A series from a first day to a last."""
        held = {f.name: getattr(series, f.name) for f in fields(Series)}
        return cls(**held, first=first, last=last, expanded=expanded, asked=asked)


def _compose(term: Term, findings: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    days = _days(term)
    many = len(period(term, term.first, term.last).plans)
    early = TOO_EARLY if many < FEWEST else ""
    listed = session_rows(term, term.first, term.last, term.expanded, term.asked)
    blocks = (
        heading(style, 1, term.programme.title),
        paragraph(style, f"{days[:1].upper()}{days[1:]} · {words.sessions(len(listed))}"),
        Gap(style.small * 0.4),
        paragraph(style, sentences(_ABOUT, _left_out(many, len(listed)), early)),
        *session_list(style, listed, counted(term, term.first, term.last)),
        *_charts(style, balance(term, term.first, term.last), names),
        *by_principle(style, _HEARD_TITLE, _about(findings), findings, lambda one: _finding(style, term, one)),
    )
    return Sheet(blocks, style, f"{term.programme.title}, {days}", f"Names shown: {names}")


def _left_out(counted: int, listed: int) -> str:
    """Of how many sessions charts and HEARD are, where the list has more."""
    said = f"Charts and HEARD are of {words.sessions(counted)}, without drafts and those that are cancelled or undated."
    return said if counted < listed else ""


TERM_OVERVIEW: Paper[Term] = Paper(
    id="term-overview",
    label="Term overview",
    audience="For the leader and the hub: what a term’s sessions gave time to.",
    names=(Names.NONE, Names.CODE, Names.INITIALS, Names.ALIAS),
    compose=_compose,
    styles=(CLEAR, LARGE),
)


def _days(term: Term) -> str:
    first, last = (near(day, None) if day else "" for day in (term.first, term.last))
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"up to {last}" if last else "all sessions"


def _about(findings: tuple[Finding, ...]) -> str:
    """What HEARD is, and, where that is so, that nothing can be seen yet: once, for all that is asked."""
    return sentences(_HEARD, _WAITING if any(_is_early(finding) for finding in findings) else "")


def _is_early(finding: Finding) -> bool:
    return finding.text == TOO_EARLY


def _charts(style: PrintStyle, charts: Sequence[Chart], names: Names) -> Iterator[Block]:
    """Each that shows something; those that do not are named together."""
    yield from (_chart(style, chart, names) for chart in charts if not is_empty(chart))
    bare = [_without_early(chart) for chart in charts if is_empty(chart)]
    if bare:
        about = paragraph(style, _NOTHING_TO_SHOW)
        listed = bullets(style, [(strong(f"{chart.title}:"), f" {chart.about}") for chart in bare])
        yield section(style, _NOT_SHOWN, about, Gap(style.small * 0.3), listed)


def _without_early(chart: Chart) -> Chart:
    """The chart without the sentence that stands once above all of them."""
    return replace(chart, about=chart.about.removesuffix(TOO_EARLY).rstrip())


def _chart(style: PrintStyle, chart: Chart, names: Names) -> Block:
    chart = _without_early(chart)
    if isinstance(chart, Dots) and chart.dots and names is Names.NONE:
        return section(style, chart.title, paragraph(style, _NOBODY_SHOWN))
    heads, rows = table(chart)
    about = replace(paragraph(style, chart.about), keeps_with_next=bool(rows))
    figures = [one for figure in chart_figures(style, chart) for one in (Gap(style.small * 0.6), figure)]
    shares = (2, 5) if isinstance(chart, Dots) else (5, 3)
    told = (Gap(style.small * 0.8), printed_table(style, heads, rows, shares)) if rows else ()
    held = section(style, chart.title, about, *figures, *told)
    return Row((held,), (0.0,), whole_below=style.page[1] * _WHOLE)


def _finding(style: PrintStyle, term: Term, finding: Finding) -> Iterator[Block]:
    early = _is_early(finding)
    yield from [paragraph(style, finding.question)] if early else answered(style, finding, finding.text)
    lines = tuple(dict.fromkeys(filter(None, map(_pointed_at, finding.lines))))
    if lines and finding.answer is Answer.WORTH_A_LOOK:
        more = len(lines) - _MOST_LINES
        yield bullets(style, (*lines[:_MOST_LINES], *((f"and {more} more",) if more > 0 else ())))
    if found := replied_in_series(term, finding):
        yield reply_line(style, found)


def _pointed_at(line: Line) -> str:
    """The line in words; nothing for a person, a requirement, what somebody said, or one of the team."""
    where = (LineKind.SESSION, LineKind.ACTIVITY, LineKind.ADAPTATION, LineKind.INTENTION)
    return line.label if line.kind in where else ""
