"""The one-page profile: strengths first, in their words, what is missing to finish, and a page for each."""

from dataclasses import replace

import pytest
from tests.documents.papers import empty, many
from tests.documents.profiles import each_their_own, hard_words, words_on, written
from tests.documents.reading import decoration, faults, pages, structure
from tests.plans import a_plan

from amie_planner.documents import CLEAR, EASY_READ, LARGE, STYLES, Names, NamesFound, fresh_codes
from amie_planner.documents.blocks import Text
from amie_planner.documents.cleaning import clean
from amie_planner.documents.pen import WritingLines
from amie_planner.documents.profile_sheet import PROFILE
from amie_planner.domain.plan import Plan
from amie_planner.errors import AmieError


def _said(plan: Plan, names: Names | None = None, **options) -> str:
    return structure(PROFILE.render(plan, (), names, **options)).text()


def _of(**person) -> str:
    return _said(a_plan(parts={"people": [{"id": "p1", "alias": "Sky", **person}]}))


def test_a_page_says_who_may_see_it_then_strengths_then_the_rest_in_their_words():
    page = pages(PROFILE.of_plan(written()))[0]
    assert page == (
        "Sky One-page profile · they, them Who may see this: Class staff, not visitors. "
        "What people like about me Hears the drone before anyone else. "
        "What matters to me I like: deep sounds and lights. Music I love: Electronic. "
        "How I communicate I use: Eye pointing and switch. "
        "Yes: a long look up. No: eyes closed. Stop: head turned away. More: a smile. "
        "What helps me One thing at a time. "
        "What gets in the way, and what changes People who answer for me. "
        "• I can press with my chin. So: A switch on an arm, one press one sound. "
        "• Give me time to look. So: Wait, then follow where I look. "
        "My kit and set-up • switch and arm • tray "
        "What I am working towards Leading the engine in the concert. "
        "We look at this again on: Tuesday 20 October 2026. "
        "Names shown: alias · belongs to this person Page 1 of 4"
    )


MUCH = "calm " * 600


def test_on_a_page_that_is_filled_what_is_not_written_down_is_left_out():
    said = _of(what_helps=MUCH, shows={"stop": "hand up"})
    assert said.startswith("Sky One-page profile How I communicate Stop: hand up. What helps me calm calm")
    assert said.endswith("calm.")


def test_where_little_is_written_down_the_rest_is_offered_to_finish():
    assert _of(strengths="jokes", likes=["drums"], shows={"stop": "hand up"}, kit=["tray"]) == (
        "Sky One-page profile Who may see this: What people like about me jokes. "
        "What matters to me I like: drums. Music I love is … "
        "How I communicate Stop: hand up. I use … I show yes by … I show no by … I show more by … "
        "What helps me It helps me when … "
        "What gets in the way, and what changes What gets in my way is … What can change is … "
        "My kit and set-up • tray What I am working towards I want to …"
    )


@pytest.mark.parametrize(
    ("written_down", "prompt"),
    [
        ({"who_may_see": "staff", "kit": ["tray"]}, "I need …"),
        ({"strengths": "jokes"}, "People like that I …"),
        ({"likes": ["drums"]}, "I like …"),
        ({"music_loved": ["pop"]}, "Music I love is …"),
        ({"ways_to_communicate": ["speech"]}, "I use …"),
        ({"shows": {"more": "a smile"}}, "I show more by …"),
        ({"what_helps": "calm"}, "It helps me when …"),
        ({"in_the_way": "noise"}, "What gets in my way is …"),
        ({"requirements": [{"id": "r1", "barrier": "attitudes"}]}, "What gets in my way is …"),
        ({"working_towards": "a solo"}, "I want to …"),
    ],
)
def test_what_is_written_down_is_not_asked_again_and_what_is_blank_is(written_down, prompt):
    said = _of(**written_down)
    assert prompt not in said
    assert said.count("…") >= 9
    blank = {name: " " for name, held in written_down.items() if isinstance(held, str)}
    other = {"working_towards": "s"} if prompt != "I want to …" else {"strengths": "s"}
    assert prompt in _of(**(other | blank))


def test_who_may_see_it_is_asked_until_it_is_written_down():
    assert "Who may see this: What people like about me" in _of(kit=["tray"])
    assert "Who may see this: staff. What people like about me" in _of(kit=["tray"], who_may_see="staff")


def _within(blocks):
    for block in blocks:
        yield block
        yield from _within(block.inside())


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
@pytest.mark.parametrize("words", [1, 20, 60, 120])
def test_what_is_offered_has_a_line_to_write_on_and_stays_on_the_page(style, words):
    plan = a_plan(parts={"people": [{"id": "p1", "alias": "Sky", "what_helps": "calm " * words}]})
    sheet = PROFILE.sheet(plan, (), style=style)
    asked = [block for block in _within(sheet.blocks) if isinstance(block, Text) and block.words().endswith("…")]
    lines = [block for block in _within(sheet.blocks) if isinstance(block, WritingLines)]
    assert len(asked) >= 4
    assert len(lines) > len(asked)
    assert len(pages(sheet.pdf())) == 1


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_nothing_is_left_out_of_what_is_offered_because_letters_are_large(style):
    plan = a_plan(parts={"people": [{"id": "p1", "alias": "Sky", "likes": ["drums"]}]})
    assert _said(plan, style=style) == _said(plan)
    assert len(pages(PROFILE.render(plan, (), style=style))) == 1


@pytest.mark.parametrize("style", [CLEAR, EASY_READ], ids=lambda style: style.id)
def test_a_profile_that_is_filled_in_with_a_line_or_two_each_is_one_page(style):
    assert len(pages(PROFILE.render(written(), (), style=style))) == 4


def test_what_is_in_the_way_goes_by_its_kind_where_they_gave_no_words():
    needs = [
        {"id": "r1", "barrier": "feeling-safe", "change": "a way out"},
        {"id": "r2", "change": "wait"},
        {"id": "r3", "barrier": "attitudes"},
        {"id": "r4"},
        {"id": "r5", "words": "gone by", "active": False},
    ]
    assert _of(what_helps=MUCH, requirements=needs).partition("what changes ")[2] == (
        "• Feeling safe. So: a way out. • wait. • Attitudes."
    )


def test_a_requirement_without_words_opens_no_part():
    assert "in the way" not in _of(what_helps=MUCH, requirements=[{"id": "r1"}])


def test_who_has_written_nothing_has_no_blank_page_but_is_named_at_the_end():
    people = [
        {"id": "p1", "alias": "Sky", "who_may_see": "staff", "review_on": "2026-10-20"},
        {"id": "p2", "alias": "Moss", "strengths": "counts"},
        {"id": "p3"},
    ]
    moss, rest = pages(PROFILE.of_plan(a_plan(parts={"people": people})))
    assert moss.startswith("Moss One-page profile Who may see this: What people like about me counts.")
    assert rest.startswith(
        "Profiles still to write Nothing is written down yet. Write it with them, where they want one. • Sky • Person 3"
    )


def test_everybody_expected_has_a_page_and_nobody_else():
    people = [{"id": f"p{n}", "alias": name, "strengths": "s"} for n, name in enumerate(("Sky", "Moss", "Fern"))]
    heads = structure(PROFILE.of_plan(a_plan(not_expected=["p1"], parts={"people": people}))).all("H1")
    assert [head.words for head in heads] == ["Sky", "Fern"]


def test_an_empty_session_says_that_nobody_is_listed_and_where_people_are_written_down():
    assert _said(empty()) == (
        "One-page profiles Nobody is listed for this session. Who belongs to the group is written down under “People”."
    )


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_two_peoples_words_never_share_a_page(style):
    printed = pages(PROFILE.render(each_their_own(), (), style=style))
    whose = words_on(printed, 12)
    assert [who for who in whose if len(who) != 1] == []
    assert sorted({n for who in whose for n in who}) == list(range(12))


def test_a_profile_that_flows_to_a_second_page_says_whose_it_is():
    repeated = decoration(PROFILE.of_plan(each_their_own()))
    assert any(words.startswith("Alias1 (continued)") for words in repeated)


def test_a_member_of_the_team_who_has_an_access_rider_has_a_page_for_it():
    printed = pages(PROFILE.of_plan(written()))
    assert len(printed) == 4
    assert printed[-1].startswith(
        "Access rider: Music leader What I need to work well I read from large print. "
        "What was agreed Papers the day before. We look at this again on: Tuesday 3 November 2026."
    )


def test_a_rider_goes_by_role_where_names_are_held_back():
    plan = written()
    plan = replace(plan, team=tuple(m.revised(name=f"Jo {m.id}") for m in plan.team))
    assert "Access rider: Jo t1 " in _said(plan)
    assert "Access rider: Music leader " in _said(plan, Names.INITIALS)


def test_a_page_needs_somebody_to_belong_to():
    with pytest.raises(AmieError) as refused:
        PROFILE.render(written(), (), Names.NONE)
    assert refused.value.hint == "Choose alias, full, initials or code."


def test_by_code_no_alias_stands_anywhere_and_one_in_their_words_stops_it():
    plan = written()
    said = _said(plan, Names.CODE, codes=fresh_codes(plan.people))
    assert not [name for name in ("Sky", "Moss", "River") if name in said]
    people = [{"id": "p1", "alias": "Sky", "strengths": "Sky shares the joke"}]
    with pytest.raises(NamesFound):
        PROFILE.render(a_plan(parts={"people": people}), (), Names.CODE, codes={"p1": "K7M4P"})


def test_a_name_for_home_is_on_no_page_and_a_full_name_only_where_asked_for():
    people = [{"id": "p1", "alias": "Sky", "name": "Ada Ray", "name_at_home": "Adam", "strengths": "s"}]
    plan = a_plan(parts={"people": people})
    assert _said(plan, Names.FULL).startswith("Ada Ray One-page profile")
    assert not [name for name in ("Ada", "Adam") if name in _said(plan)]


def _decorated(plan: Plan, style) -> int:
    """How many pictures stand beside the parts, of which nothing is read aloud."""
    sheet = PROFILE.sheet(plan, (), style=style)
    return sum(isinstance(block, Text) and block.element is None for block in _within(sheet.blocks))


def test_easy_read_has_a_picture_beside_each_part_and_the_words_are_the_same():
    plan = replace(written(), people=written().people[:1])
    assert [_decorated(plan, style) for style in (CLEAR, LARGE)] == [0, 0]
    assert _decorated(plan, EASY_READ) == 9
    assert _said(plan, style=EASY_READ) == _said(plan)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_hard_words_stand_whole_in_every_style(style, tmp_path):
    plan = hard_words()
    pdf = PROFILE.render(plan, (), style=style)
    assert faults(pdf, tmp_path) == []
    said = "".join(structure(pdf).text().split())
    for person in plan.people:
        held = "".join(clean(person.strengths or "").split())
        assert said.count(held) >= 12, held[:30]


def test_a_group_of_thirty_has_thirty_pages():
    assert len(pages(PROFILE.of_plan(many(40, 30)))) == 30


@pytest.mark.parametrize(
    ("people", "footed"),
    [
        ([{"id": "p1", "alias": "Sky", "likes": ["drums"]}], "belongs to this person"),
        ([{"id": "p1", "alias": "Sky", "likes": ["drums"]}, {"id": "p2", "alias": "Moss"}], "private to whoever is"),
        ([], "private to whoever is named here"),
    ],
    ids=["all-written", "one-to-write", "nobody"],
)
def test_a_page_that_is_nobodys_own_is_not_footed_as_belonging_to_one(people, footed):
    sheet = PROFILE.sheet(a_plan(parts={"people": people}), ())
    assert footed in sheet.footer
