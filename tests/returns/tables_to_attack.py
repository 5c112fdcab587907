"""Made-up groups of people and the tables of them, to be attacked: skewed as real ones are, with empty boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from random import Random

from tests.returns.attack import Adds

from amie_planner.returns.table import Column, Draft, People, Sum

Counts = dict[str, int]
Made = tuple[Counts, tuple[Adds, ...]]
"""True counts by key, and how they add up."""

_Person = tuple[int, ...]


def one_way(random: Random) -> Made:
    """Everybody in one of the boxes of a question."""
    people, boxes = _people(random, 1)
    return _tables(people, boxes, [(0,)])


def two_way(random: Random) -> Made:
    """Two questions against each other, with the totals of both."""
    people, boxes = _people(random, 2)
    return _tables(people, boxes, [(0, 1)])


def linked(random: Random) -> Made:
    """Two tables of the same people: a two-way one and a question more, or two that share their totals."""
    people, boxes = _people(random, 3)
    return _tables(people, boxes, random.choice(([(0, 1), (2,)], [(0, 1), (0, 2)])))


def generated(
    seed: int, many: int, kinds: Sequence[Callable[[Random], Made]] = (one_way, two_way, linked)
) -> Iterator[Made]:
    """So many releases about 8 to 60 people in 2 to 8 boxes, of each kind in turn."""
    random = Random(seed)
    for n in range(many):
        yield kinds[n % len(kinds)](random)


def every(boxes: Sequence[int], people: Iterable[int]) -> tuple[list[Counts], tuple[Adds, ...]]:
    """Every table there can be with these boxes in each question and so many people, and how all of them add up."""
    questions = tuple(range(len(boxes)))
    names, sums = _tables([], boxes, [questions])
    cells = list(product(*(range(many) for many in boxes)))
    inside = {name: [at for at, cell in enumerate(cells) if name in _around(cell)] for name in names}
    return [
        {name: sum(counts[at] for at in inside[name]) for name in names}
        for many in people
        for counts in _shared_out(many, len(cells))
    ], sums


def a_release(random: Random, people: int) -> Made:
    """40 tables of 30 cells about the same people: ten questions, two against each other in each."""
    boxes = [5, 6] * 5
    shares = [[random.random() ** 2 + 0.02 for _ in range(many)] for many in boxes]
    answers = [random.choices(range(many), share, k=people) for many, share in zip(boxes, shares, strict=True)]
    return _tables(list(zip(*answers, strict=True)), boxes, list(combinations(range(10), 2))[:40])


def of_counts(*counts: int) -> Made:
    """A one-way table with these counts."""
    people = [(box,) for box, count in enumerate(counts) for _ in range(count)]
    return _tables(people, [len(counts)], [(0,)])


def drafts(made: Made, *, one_thing: bool = False) -> list[Draft]:
    """The same as the program holds it, a table for each sum."""
    counts, sums = made
    columns = (Column("Which", "Which people"), Column("People", "How many"))
    return [
        Draft(
            "people",
            f"Table {n}",
            columns,
            tuple((name, People(name, counts[name])) for name in (each.total, *each.parts)),
            sums=(Sum(each.total, each.parts, one_thing=one_thing),),
        )
        for n, each in enumerate(sums, start=1)
    ]


def _people(random: Random, questions: int) -> tuple[list[_Person], list[int]]:
    boxes = [random.randint(2, 8 if question == 0 else 6) for question in range(questions)]
    shares = [[random.random() ** random.choice((1, 2, 3)) + 0.02 for _ in range(many)] for many in boxes]
    picked = [random.choices(range(many), share, k=60) for many, share in zip(boxes, shares, strict=True)]
    return list(zip(*picked, strict=True))[: random.randint(8, 60)], boxes


def _tables(people: Sequence[_Person], boxes: Sequence[int], tables: Sequence[tuple[int, ...]]) -> Made:
    counts: Counts = {}
    sums: dict[Adds, None] = {}
    for questions in tables:
        cells = {fixed for size in range(len(questions) + 1) for fixed in combinations(questions, size)}
        for fixed in sorted(cells):
            for values in _choices(fixed, boxes):
                counts[_name(values)] = sum(all(person[q] == box for q, box in values.items()) for person in people)
                for open_question in sorted(set(questions) - set(fixed)):
                    parts = [_name({**values, open_question: box}) for box in range(boxes[open_question])]
                    sums[Adds(_name(values), tuple(parts))] = None
    return counts, tuple(sums)


def _around(cell: _Person) -> set[str]:
    """The names of all counts that a person in this cell is part of."""
    said = list(enumerate(cell))
    return {_name(dict(some)) for size in range(len(said) + 1) for some in combinations(said, size)}


def _shared_out(many: int, boxes: int) -> Iterator[tuple[int, ...]]:
    if boxes == 1:
        yield (many,)
        return
    for first in range(many + 1):
        yield from ((first, *rest) for rest in _shared_out(many - first, boxes - 1))


def _choices(questions: Sequence[int], boxes: Sequence[int]) -> Iterable[Mapping[int, int]]:
    chosen: list[dict[int, int]] = [{}]
    for question in questions:
        chosen = [{**values, question: box} for values in chosen for box in range(boxes[question])]
    return chosen


def _name(values: Mapping[int, int]) -> str:
    return "|".join(("all", *(f"q{question}={box}" for question, box in sorted(values.items()))))
