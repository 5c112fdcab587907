"""The register for the pen as the leader words it: it asks what they ask, and their words name nobody where none may.

Our own prompts are never in question, as no other words of ours on a paper are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from amie_planner.documents import REGISTER, Document, Hit, Names, NamesFound
from amie_planner.documents.cleaning import plain
from amie_planner.documents.naming import NAMELESS
from amie_planner.documents.register_sheet import register_asking
from amie_planner.domain.names import Names as KnownNames
from amie_planner.domain.names import hits, known_names
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import Prompt, asked, prompts

OwnPrompts = Callable[[type[ReflectionPrompt]], Iterable[ReflectionPrompt]]
"""Gives what the leader keeps of the prompts."""
_HEADING = "Looking back"


def prompts_asked(own: OwnPrompts) -> tuple[Prompt, ...]:
    """What is asked to look back with, as the leader has it now."""
    return asked(own(ReflectionPrompt))


def register_as_asked(
    given: tuple[Prompt, ...], plan: Plan, names: Names, instead: Mapping[str, str], only_words: frozenset[str]
) -> Document:
    """The register with these prompts; `instead` by word, and `only_words`, are what was decided about words.

    Raises NamesFound.
    """
    known = known_names(plan, adults=True) if names in NAMELESS else {}
    said = tuple(_with_instead(prompt, known, instead) for prompt in given)
    own = [prompt.words for prompt in said if prompt not in prompts()]
    if left := tuple(Hit(found.word, _HEADING) for words in own for found in hits(words, known, only_words)):
        message = f"{REGISTER.label}: what may be somebody’s name would be shown"
        hint = "Change the prompt where you look back on a session, or say that the word is not the person."
        raise NamesFound(message, hint, left, at="under “{}”")
    return register_asking(said)


def _with_instead(prompt: Prompt, known: KnownNames, instead: Mapping[str, str]) -> Prompt:
    if prompt in prompts():
        return prompt
    text = plain(prompt.words)
    for found in reversed(hits(text, known)):
        text = text[: found.start] + instead.get(found.word, found.word) + text[found.end :]
    return Prompt(prompt.key, text)
