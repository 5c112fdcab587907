"""How blocks stand to one another: where a stack, a row and a flow divide, and what lines up."""

import pytest

from amie_planner.documents.arrangement import Barred, Flow, Row, Stack
from amie_planner.documents.blocks import Box, Gap, Rule, Text
from amie_planner.documents.lines import Run
from amie_planner.documents.structure import Element


def _text(lines: int, heads: bool = False) -> Text:
    return Text((Run("\n".join(f"line {at}" for at in range(lines))),), 10, 10, Element("P"), keeps_with_next=heads)


def _heights(*blocks) -> list[float]:
    return [block.height(300) if block else 0 for block in blocks]


def test_a_stack_divides_between_its_blocks():
    stack = Stack((_text(3), _text(3)))
    assert _heights(*stack.divided(300, 45, must=False)) == [30, 30]


def test_a_stack_divides_the_block_that_the_page_ends_in():
    stack = Stack((_text(3), _text(10)))
    assert _heights(*stack.divided(300, 80, must=False)) == [80, 50]


def test_a_heading_goes_on_with_what_it_heads():
    body, head, rule, below = _text(3), _text(1, heads=True), Rule(2, keeps_with_next=True), _text(3)
    stack = Stack((body, head, rule, Gap(4), below))
    here, onward = stack.divided(300, 50, must=False)
    assert here == Stack((body,))
    assert onward == Stack((head, rule, Gap(4), below))


def test_white_space_does_not_begin_a_page():
    below = _text(3)
    assert Stack((_text(3), Gap(20), below)).divided(300, 40, must=False)[1] == Stack((below,))


def test_a_rule_that_only_parts_does_not_begin_a_page():
    above, below = _text(4), _text(3)
    assert Stack((above, Gap(4), Rule(1), Gap(4), below)).divided(300, 40, must=False)[1] == Stack((below,))
    assert Stack((above, Gap(4), Rule(1))).divided(300, 40, must=False) == (Stack((above,)), None)


def test_what_heads_a_continued_page_is_decoration():
    head = _text(1, heads=True)
    stack = Stack((head, _text(3), _text(3)), again=head)
    _, onward = stack.divided(300, 50, must=False)
    assert onward.blocks[0] == head.muted()
    assert onward.structure() == stack.blocks[2].structure()


def test_a_heading_too_tall_to_repeat_is_not_repeated():
    stack = Stack((_text(3), _text(3)), again=_text(40, heads=True))
    assert len(stack.divided(300, 40, must=False)[1].blocks) == 1


def test_a_heading_taller_than_its_page_is_divided_rather_than_lost():
    head, body = _text(10, heads=True), _text(3)
    here, onward = Stack((head, body)).divided(300, 60, must=True)
    assert _heights(here, onward) == [60, 70]


def test_a_stack_with_an_element_is_that_element():
    whole = Element("L")
    assert Stack((_text(1),), element=whole).structure() == (whole,)
    assert Stack((_text(1),), element=whole).muted().structure() == ()


def test_a_row_shares_what_fixed_columns_leave():
    row = Row((_text(1), _text(1), _text(1)), (60, 0, 40), between=10)
    assert row._columns(300) == (60, 180, 40)


def test_a_heading_in_two_columns_is_read_once_and_first():
    head, said = Element("H3"), Element("P")
    side = Stack((Text((Run("10:00"),), 10, 12, head), Text((Run("5 min"),), 10, 12, head)))
    body = Stack((Text((Run("Song"),), 10, 12, head), Text((Run("All sing."),), 10, 12, said)))
    assert Row((side, body), (50, 0)).structure() == (head, said)


def test_a_row_divides_its_columns_at_one_height_and_the_box_goes_on():
    row = Row((_text(1), _text(10), Box(20)), (50, 0, 80))
    here, onward = row.divided(300, 60, must=False)
    assert _heights(here, onward) == [60, 40]
    assert here.cells[2] == onward.cells[2] == Box(20)


def test_a_short_row_goes_on_whole():
    row = Row((_text(1), _text(10)), (50, 0), whole_below=200)
    assert row.divided(300, 60, must=False) == (None, row)
    assert _heights(*row.divided(300, 60, must=True)) == [60, 40]


def test_a_box_taller_than_what_stands_beside_it_gives_way():
    row = Row((_text(2), Box(50)), (0, 80))
    here, onward = row.divided(300, 30, must=False)
    assert (here.height(300), onward) == (30, None)


def test_a_rule_stands_beside_both_parts_of_what_it_marks():
    barred = Barred(_text(10), weight=3, indent=9)
    here, onward = barred.divided(300, 50, must=False)
    assert isinstance(here, Barred) and isinstance(onward, Barred)
    assert here.structure() == onward.structure() == barred.structure()


def test_short_blocks_flow_beside_one_another_where_they_fit():
    items = tuple(Text((Run("word"),), 10, 12, Element("P")) for _ in range(6))
    wide = items[0].natural_width()
    assert Flow(items, between=10).height(6 * wide + 51) == 12
    assert Flow(items, between=10).height(3 * wide + 21) == 24
    assert Flow(items, between=10).height(wide + 1) == 72


def test_short_blocks_stand_in_columns_where_that_takes_no_more_rows():
    short, long = (Text((Run("word " * n),), 10, 12, Element("P")) for n in (1, 2))
    own, wide = short.natural_width(), long.natural_width()
    columns = Flow((short, short, long, long) * 2, between=10)._arranged(2 * (own + wide) + 31)
    assert [row.widths for row in columns.blocks] == [pytest.approx((own, own, wide, 0.0), abs=0.1)] * 2
    flowing = Flow((*(short,) * 4, long, long), between=10)._arranged(4 * own + 31)
    assert [len(row.cells) for row in flowing.blocks] == [4, 2]


def test_a_flowing_block_wider_than_the_page_takes_lines_of_its_own():
    items = (Text((Run("word " * 30),), 10, 12), Text((Run("end"),), 10, 12))
    flow = Flow(items, between=10)
    assert flow.height(200) == items[0].height(200) + 12
