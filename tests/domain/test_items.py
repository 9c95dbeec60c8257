"""Item analysis: what answers say of a question."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.domain.anonymity import Count, Share
from elearn.domain.course import QuestionKind
from elearn.domain.items import Taken, item_figures, seconds_spent, thirds
from tests.domain.questions import question

SINGLE = question(QuestionKind.SINGLE)
MULTIPLE = question(QuestionKind.MULTIPLE)
START = datetime(2026, 11, 24, 3, tzinfo=UTC)


def taken(answer, rest, count=1, share=None, seconds=None):
    """Some learners who answered alike; `o-ya` is right."""
    worth = Fraction(answer == "o-ya") if share is None else Fraction(share)
    return [Taken(answer, worth, None if rest is None else Fraction(rest, 10), seconds)] * count


def at(seconds, *questions):
    return [(START + timedelta(seconds=seconds), each) for each in questions]


def test_a_question_has_no_figures_until_thirty_answered_it():
    assert item_figures(SINGLE, taken("o-ya", 5, 29) + taken(None, 5, 20)) is None


def test_a_question_that_thirty_answered_has_figures():
    figures = item_figures(SINGLE, taken("o-ya", 5, 30))

    assert figures
    assert figures.answered == Count(25, more=True)


def test_the_facility_index_counts_a_blank_as_earning_nothing():
    figures = item_figures(SINGLE, taken("o-ya", 5, 20) + taken("o-tidak", 5, 10) + taken(None, 5, 10))

    assert figures
    assert (figures.facility, figures.asked) == (Share(Fraction(1, 2)), 40)


def test_the_facility_index_takes_partly_right_answers_partly():
    figures = item_figures(MULTIPLE, taken(["o-satu"], 5, 30, share="1/2"))

    assert figures
    assert figures.facility == Share(Fraction(1, 2))


def test_the_discrimination_index_is_what_the_best_earn_more_than_the_worst():
    figures = item_figures(SINGLE, taken("o-ya", 9, 10) + taken("o-ya", 5, 10) + taken("o-tidak", 1, 10))

    assert figures
    assert figures.discrimination == 1


def test_learners_are_ranked_by_the_other_questions_not_by_this_one():
    figures = item_figures(SINGLE, taken("o-tidak", 9, 10) + taken("o-tidak", 5, 10) + taken("o-ya", 1, 10))

    assert figures
    assert figures.discrimination == -1


def test_those_who_tie_at_the_edge_of_a_third_belong_to_it_in_part():
    figures = item_figures(SINGLE, taken("o-ya", 9, 5) + taken("o-tidak", 7, 10) + taken("o-tidak", 1, 15))

    assert figures
    assert figures.best
    assert (figures.best.size, figures.best.facility) == (10, Fraction(1, 2))


def test_there_are_no_thirds_where_everybody_earned_the_same_elsewhere():
    figures = item_figures(SINGLE, taken("o-ya", 5, 20) + taken("o-tidak", 5, 20))

    assert figures
    assert (figures.best, figures.worst, figures.discrimination) == (None, None, None)


def test_there_are_no_thirds_where_the_paper_has_one_question():
    figures = item_figures(SINGLE, taken("o-ya", None, 30))

    assert figures
    assert figures.best is None


def test_options_tell_by_whom_they_were_chosen():
    figures = item_figures(SINGLE, taken("o-ya", 9, 10) + taken("o-tidak", 5, 10) + taken("o-entah", 1, 10))

    assert figures
    third, nobody, all_of_them = Share(Fraction(1, 3)), Share(Fraction(0)), Share(Fraction(1))
    assert [(choice.everybody, choice.best, choice.worst) for choice in figures.choices] == [
        (third, all_of_them, nobody),
        (third, nobody, nobody),
        (third, nobody, all_of_them),
    ]


def test_at_forty_answers_thirds_are_told_of_every_option_that_is_told():
    found = [taken("o-ya", 9, 12), taken("o-tidak", 9, 1), taken("o-ya", 5, 8), taken("o-tidak", 5, 6),
             taken("o-ya", 1, 3), taken("o-tidak", 1, 4), taken("o-entah", 1, 6)]  # fmt: skip

    figures = item_figures(SINGLE, list(chain(*found)))

    assert figures
    assert [(choice.best, choice.worst) for choice in figures.choices] == [
        (Share(Fraction(12, 13)), Share(Fraction(3, 13))),
        (Share(Fraction(1, 13)), Share(Fraction(4, 13))),
        (Share(Fraction(0)), Share(Fraction(6, 13))),
    ]


def test_thirds_say_nothing_of_an_option_of_which_only_a_limit_is_told():
    figures = item_figures(SINGLE, taken("o-ya", 9, 29) + taken("o-tidak", 1, 10) + taken("o-entah", 1, 1))

    assert figures
    assert [(choice.best, choice.worst) for choice in figures.choices[1:]] == [(None, None)] * 2


def test_of_a_question_that_is_typed_the_thirds_are_told_as_they_are():
    short = question(QuestionKind.SHORT)

    figures = item_figures(short, taken("a", 9, 15, share=1) + taken("b", 1, 15, share=0))

    assert figures
    assert figures.facilities == (Share(Fraction(1)), Share(Fraction(0)))


def test_of_a_question_that_is_typed_no_thirds_are_told_where_nearly_all_were_right():
    short = question(QuestionKind.SHORT)

    figures = item_figures(short, taken("a", 9, 20, share=1) + taken("a", 1, 19, share=1) + taken("b", 1, share=0))

    assert figures
    assert figures.facilities is None


def test_an_option_that_fewer_than_five_chose_is_hidden_with_the_least_of_the_other_wrong_ones():
    figures = item_figures(SINGLE, taken("o-ya", 5, 29) + taken("o-tidak", 5, 4) + taken("o-entah", 5, 7))

    assert figures
    few = Share(Fraction(1, 4), fewer=True)
    assert [choice.everybody for choice in figures.choices] == [Share(Fraction(29, 40)), few, few]


def test_the_facility_tells_no_more_than_a_hidden_key():
    figures = item_figures(SINGLE, taken("o-ya", 5, 4) + taken("o-tidak", 5, 16) + taken("o-entah", 5, 20))

    assert figures
    assert figures.facility == figures.choices[0].everybody == Share(Fraction(1, 2), fewer=True)


def test_without_thirds_options_have_no_shares_of_them():
    figures = item_figures(SINGLE, taken("o-ya", 5, 20) + taken("o-tidak", 5, 20))

    assert figures
    assert {(choice.best, choice.worst) for choice in figures.choices} == {(None, None)}


def test_that_everybody_was_right_is_told_as_a_limit():
    figures = item_figures(SINGLE, taken("o-ya", 5, 40))

    assert figures
    assert figures.facility == figures.choices[0].everybody == Share(Fraction(7, 8), more=True)


def test_a_question_that_is_typed_has_no_options():
    figures = item_figures(question(QuestionKind.SHORT), taken("Tangsel", 5, 30))

    assert figures
    assert figures.choices == ()


def test_the_time_at_a_question_is_a_median():
    figures = item_figures(SINGLE, taken("o-ya", 5, 16, seconds=20.0) + taken("o-ya", 5, 15, seconds=9000.0))

    assert figures
    assert figures.seconds == 20


def test_the_time_is_told_from_thirty_known_times_on():
    figures = item_figures(SINGLE, taken("o-ya", 5, 29, seconds=20.0) + taken("o-ya", 5, 9))

    assert figures
    assert figures.seconds is None


def test_time_belongs_to_the_question_saved_at_its_end():
    assert seconds_spent(START, [*at(30, "a"), *at(50, "b")]) == {"a": 30, "b": 20}


def test_coming_back_to_a_question_adds_to_its_time():
    assert seconds_spent(START, [*at(30, "a"), *at(50, "b"), *at(55, "a")]) == {"a": 35, "b": 20}


def test_of_questions_saved_together_no_time_is_told():
    assert seconds_spent(START, [*at(30, "a"), *at(90, "b", "c")]) == {"a": 30}


rests = st.lists(st.integers(0, 5), min_size=15, max_size=60)


@given(rests)
def test_both_thirds_are_a_third(found):
    best, worst = thirds(Taken("o-ya", Fraction(1), Fraction(rest)) for rest in found)

    sizes = {sum(part for _each, part in group) for group in (best, worst)}
    assert sizes in ({0}, {len(found) // 3})


@given(rests)
def test_nobody_belongs_to_a_third_more_than_wholly(found):
    groups = thirds(Taken("o-ya", Fraction(1), Fraction(rest)) for rest in found)

    assert all(0 < part <= 1 for group in groups for _each, part in group)


@given(rests)
def test_nobody_in_the_best_third_earned_less_than_anybody_in_the_worst(found):
    best, worst = thirds(Taken("o-ya", Fraction(1), Fraction(rest)) for rest in found)

    assert min((each.rest for each, _part in best), default=1) > max((each.rest for each, _part in worst), default=0)


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_of_question_has_figures(kind):
    assert item_figures(question(kind), taken(None, 5, 3) + taken("?", 5, 30, share=0))
