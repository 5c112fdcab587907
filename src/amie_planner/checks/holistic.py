"""Holistic: emphasis on personal, social and musical outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from amie_planner.checks.check import Line, Principle, Said, check, not_recorded, prompt, strength, worth_a_look
from amie_planner.checks.lines import activity, few, intention, quoted, some
from amie_planner.checks.reading import read
from amie_planner.checks.same_words import folded
from amie_planner.domain.plan import Plan
from amie_planner.domain.vocabulary import Area, Kind

PRINCIPLE = Principle("H", "Holistic", "Emphasis on personal, social and musical outcomes")

_NO_INTENTIONS = "No intention is written down yet. What is this session for?"


@check(
    "H01",
    PRINCIPLE,
    question="Does the session mean something musical, and something personal or social?",
    why="Projects choose a few outcomes, and musical, personal and social ones belong together "
    "(Youth Music, on outcomes).",
)
def an_intention_is_musical_and_one_personal_or_social(plan: Plan) -> Iterator[Said]:
    """≥ 1 musical intention and ≥ 1 personal or social."""
    areas = {i.area for i in plan.intentions}
    musical, other = Area.MUSICAL in areas, bool(areas & {Area.PERSONAL, Area.SOCIAL})
    lines = [intention(i) for i in plan.intentions if i.area]
    if not plan.intentions:
        yield not_recorded(_NO_INTENTIONS)
    elif musical and other:
        yield strength("The session means something musical, and something personal or social.", *lines)
    elif musical:
        text = "The intentions are about the music. What might the session mean for people, or between them?"
        yield worth_a_look(text, *lines)
    elif other:
        yield worth_a_look("The intentions are personal or social. What is the music for today?", *lines)
    else:
        text = "No intention says yet whether it is musical, personal or social."
        yield worth_a_look(text, *map(intention, plan.intentions))


@check(
    "H02",
    PRINCIPLE,
    question="Does something in the running order serve each intention?",
    why="A leader plans with a clear intention and leaves room to flex (Youth Music, Do Review Improve, M2).",
)
def every_intention_is_served_by_an_activity(plan: Plan) -> Iterator[Said]:
    """Every intention is served by a counted activity."""
    serving = [a for a in plan.counted if a.serves]
    served = {id for a in serving for id in a.serves}
    unserved = [intention(i) for i in plan.intentions if i.id not in served]
    if not plan.intentions:
        yield not_recorded(_NO_INTENTIONS)
    elif unserved:
        which = f"{few(len(unserved), 'intention')} yet: {quoted(unserved)}"
        yield worth_a_look(f"Nothing in the running order serves {which}.", *unserved)
    else:
        yield strength("Something in the running order serves each intention.", *map(activity, serving))


@check(
    "H03",
    PRINCIPLE,
    question="How would you notice it today?",
    why="A few words on what was noticed are evidence enough, and shape the next plan (Changing Tracks, tutor’s log).",
)
def every_intention_says_how_it_would_be_noticed(plan: Plan) -> Iterator[Said]:
    """Every intention says what you would see or hear."""
    silent = [intention(i) for i in plan.intentions if not i.notice]
    if not plan.intentions:
        yield not_recorded(_NO_INTENTIONS)
    elif silent:
        what = some(len(silent), "intention does", "intentions do")
        yield worth_a_look(f"{what} not say yet what you would see or hear: {quoted(silent)}.", *silent)
    else:
        yield strength("Each intention says what you would see or hear.", *map(intention, plan.intentions))


@check(
    "H04",
    PRINCIPLE,
    question="Is there time to look back together?",
    why="Looking back while it is fresh brings in what young people say (Changing Tracks, reflection diary).",
)
def there_is_time_to_look_back(plan: Plan) -> Iterator[Said]:
    """A counted activity of kind reflect has minutes above 0."""
    looking_back = [a for a in plan.counted if a.kind is Kind.REFLECT]
    timed = [activity(a) for a in looking_back if a.minutes]
    if not plan.counted:
        yield not_recorded("The running order has no activity to look at yet.")
    elif timed:
        yield strength("There is time to look back together.", *timed)
    elif looking_back:
        yield worth_a_look("Looking back together has no minutes yet.", *map(activity, looking_back))
    else:
        yield worth_a_look("No time is set aside to look back together.")


@check(
    "H05",
    PRINCIPLE,
    question="Is this intention really for today?",
    why="Words that stay the same may be habit, though some groups repeat on purpose "
    "(our own question, from practice).",
)
def no_intention_says_the_same_three_times_running(plan: Plan) -> Iterator[Said]:
    """An intention has the same words as one in each of the two previous sessions."""
    before = read(plan).previous[-2:]
    said = [{folded(i.text) for i in lines.intentions} for lines in before]
    same = [i for i in plan.intentions if (words := folded(i.text)) and all(words in there for there in said)]
    if len(before) == 2 and same:
        lines = [intention(i) for i in same]
        text = f"The same words stood in each of the two sessions before: {quoted(lines)}. Are they still for today?"
        yield worth_a_look(text, *lines)


@prompt(
    "H06",
    PRINCIPLE,
    question="Does the musical aim stretch people, those on an adapted route too?",
    why="Musical ambition belongs to everybody, Disabled musicians too (Open Orchestras, on ambition).",
)
def the_musical_aim_stretches_people(plan: Plan) -> tuple[Line, ...] | None:
    """Asked where there is a musical intention."""
    return tuple(intention(i) for i in plan.intentions if i.area is Area.MUSICAL) or None
