"""A plan in which people have written much about themselves, for the papers that are about them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.documents.papers import space_sounds
from tests.documents.stories import HOSTILE
from tests.plans import a_plan

from amie_planner.domain.plan import Plan

_SKY = {
    "pronouns": "they, them",
    "strengths": "Hears the drone before anyone else",
    "what_helps": "One thing at a time",
    "in_the_way": "People who answer for me",
    "kit": ("switch and arm", "tray"),
    "working_towards": "Leading the engine in the concert",
    "who_may_see": "Class staff, not visitors",
    "shows": {"yes": "a long look up", "no": "eyes closed", "stop": "head turned away", "more": "a smile"},
    "review_on": "2026-10-20",
}
_HARD = (*HOSTILE, "مرحبا بالعالم", "李小龙", "🎵🥁🚀", "w" * 5_000)
_LEADER = {
    "access_needs": "I read from large print",
    "access_agreed": "Papers the day before",
    "access_review_on": "2026-11-03",
}


@cache
def written() -> Plan:
    """The class of the example; Sky has filled in everything, and the music leader has an access rider."""
    plan = space_sounds()
    (sky, *others), (leader, *rest) = plan.people, plan.team
    return replace(plan, people=(sky.revised(**_SKY), *others), team=(leader.revised(**_LEADER), *rest))


@cache
def each_their_own(people: int = 12) -> Plan:
    """So many people who each say in every field a word that only they say, in a session of many activities."""
    return a_plan(
        activities=[{"id": f"a{n}", "title": f"Part {n}", "kind": "play"} for n in range(30)],
        parts={"people": [_own(n) for n in range(people)]},
    )


def _own(n: int) -> dict[str, object]:
    own = f"own{n}x"
    return {
        "id": f"p{n}",
        "alias": f"Alias{n}",
        "strengths": own,
        "likes": [own],
        "music_loved": [own],
        "ways_to_communicate": [own],
        "shows": {"yes": own, "no": own, "stop": own, "more": own},
        "what_helps": f"{own} " * 400 * (n % 2) + own,
        "in_the_way": own,
        "kit": [own],
        "working_towards": own,
        "who_may_see": own,
        "requirements": [{"id": f"r{n}", "barrier": "feeling-safe", "words": own, "change": own}],
    }


@cache
def hard_words() -> Plan:
    """One person for each kind of trouble, who says it in every field, and one of the team."""
    return a_plan(
        parts={
            "people": [{"id": f"p{n}", "alias": f"Alias{n}", **_saying(words, n)} for n, words in enumerate(_HARD)],
            "team": [
                {"id": f"t{n}", "name": f"Adult{n}", "access_needs": words, "access_agreed": words}
                for n, words in enumerate(_HARD)
            ],
        }
    )


def _saying(words: str, n: int) -> dict[str, object]:
    texts = ("pronouns", "strengths", "what_helps", "in_the_way", "working_towards", "who_may_see")
    lists = ("likes", "music_loved", "ways_to_communicate", "kit")
    return {
        **dict.fromkeys(texts, words),
        **{name: [words] for name in lists},
        "shows": {"yes": words, "no": words, "stop": words, "more": words},
        "requirements": [{"id": f"r{n}", "words": words, "change": words}],
    }


def words_on(pages: list[str], people: int) -> list[list[int]]:
    """For each page, whose own words stand on it."""
    return [[n for n in range(people) if f"own{n}x" in page] for page in pages]
