"""Papers, grades, and when an attempt may be made."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.domain import grading
from elearn.domain.codec import from_data, to_data
from elearn.domain.course import Course, Credit, Draw, Module, QuestionKind, QuizRules, ShowAnswers, Unit, UnitKind
from elearn.domain.grading import GRACE, Grade, Paper
from tests.domain.questions import RIGHT, anything, options, pairs, question

NOW = datetime(2026, 11, 24, 13, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SINGLE, MULTIPLE, MATCHING, ORDERING = (
    QuestionKind.SINGLE,
    QuestionKind.MULTIPLE,
    QuestionKind.MATCHING,
    QuestionKind.ORDERING,
)


def _singles(*ids, **fields):
    return tuple(question(SINGLE, id=id_, **fields) for id_ in ids)


def _quiz(rules, own=(), **banks):
    unit = Unit("m/kuis", "m", "kuis", "Kuis", UnitKind.QUIZ, 5, ("<p>Mulai.</p>", *own), "hash", quiz=rules)
    return Course("kursus", "Kursus", 1, (Module("m", "M", (unit,)),), banks=banks), unit


def _ids(course, unit, seed="benih"):
    return [each.id for each in grading.set_paper(course, unit, 1, seed).questions]


@pytest.mark.parametrize(
    ("right", "total", "score", "passed"),
    [(7, 10, 70, True), (69, 100, 70, False), (2, 3, 67, False), (2, 3, 66, True), (0, 3, 0, True), (0, 0, 0, False)],
)
def test_passing_is_decided_by_whole_numbers(right, total, score, passed):
    assert Grade(Fraction(right), total, score).passed is passed


def test_a_percentage_is_rounded_down_so_that_it_never_promises_what_was_not_reached():
    grade = Grade(Fraction(699, 10), 100, 70)

    assert (grade.percent, grade.passed) == (69, False)


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 100))
def test_a_shown_percentage_at_the_passing_score_means_passed(right, total, score):
    grade = Grade(Fraction(min(right, total)), total, score)

    assert grade.passed is (grade.percent >= score)


def test_the_same_seed_sets_the_same_paper():
    course, unit = _quiz(QuizRules(draw=(Draw("b", 3),)), b=_singles(*"abcdefgh"))

    assert grading.set_paper(course, unit, 1, "x") == grading.set_paper(course, unit, 1, "x")


def test_seeds_draw_different_papers():
    course, unit = _quiz(QuizRules(draw=(Draw("b", 3),)), b=_singles(*"abcdefgh"))

    assert len({tuple(_ids(course, unit, str(seed))) for seed in range(20)}) > 10


def test_a_draw_takes_its_number_from_each_bank():
    course, unit = _quiz(QuizRules(draw=(Draw("b", 2), Draw("c", 1))), b=_singles("b1", "b2", "b3"), c=_singles("c1"))

    drawn = Counter(id_[0] for id_ in _ids(course, unit))

    assert drawn == {"b": 2, "c": 1}


def test_a_draw_from_banks_keeps_the_questions_of_the_quiz_itself():
    course, unit = _quiz(QuizRules(draw=(Draw("b", 1),)), _singles("x", "y"), b=_singles("b1", "b2"))

    assert {"x", "y"} < set(_ids(course, unit))


def test_a_number_alone_draws_from_the_questions_of_the_quiz():
    course, unit = _quiz(QuizRules(draw=(Draw("", 2),)), _singles(*"abcd"))

    ids = _ids(course, unit)

    assert len(ids) == len(set(ids)) == 2


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 4), st.text(max_size=5))
def test_a_paper_has_as_many_questions_as_its_page_promises(own, bank, count, seed):
    questions = _singles(*(f"o{n}" for n in range(own)))
    course, unit = _quiz(QuizRules(draw=(Draw("b", count),)), questions, b=_singles(*(f"b{n}" for n in range(bank))))

    assert len(_ids(course, unit, seed)) == grading.paper_size(course, unit) == own + min(count, bank)


def test_without_shuffling_questions_and_options_stand_as_they_were_written():
    course, unit = _quiz(QuizRules(shuffle=False), _singles(*"abcdef"))

    paper = grading.set_paper(course, unit, 1, "x")

    assert paper.questions == unit.questions


def test_shuffling_moves_options_and_loses_none():
    course, unit = _quiz(QuizRules(), _singles("a", options=options("1*", "2", "3", "4", "5")))

    orders = {grading.set_paper(course, unit, 1, str(seed)).questions[0].options for seed in range(20)}

    assert len(orders) > 5
    assert all(set(order) == set(unit.questions[0].options) for order in orders)


def test_an_option_marked_last_stays_last():
    first = options("1*", "2", "3")
    course, unit = _quiz(QuizRules(), _singles("a", options=(replace(first[0], last=True), *first[1:])))

    lasts = {grading.set_paper(course, unit, 1, str(seed)).questions[0].options[-1].key for seed in range(20)}

    assert lasts == {"o-1"}


def test_a_question_of_fixed_order_is_not_shuffled():
    course, unit = _quiz(QuizRules(), _singles("a", fixed_order=True))

    orders = {grading.set_paper(course, unit, 1, str(seed)).questions[0].options for seed in range(20)}

    assert orders == {unit.questions[0].options}


def test_a_paper_comes_back_from_its_text_as_it_was():
    course, unit = _quiz(QuizRules(time_limit=20), tuple(question(kind, id=kind.value) for kind in QuestionKind))
    paper = grading.set_paper(course, unit, 3, "x")

    assert from_data(Paper, to_data(paper)) == paper


def test_points_of_right_answers_are_added_up():
    paper = Paper("Kuis", 1, (*_singles("a", points=3), *_singles("b", "c")), QuizRules(passing_score=60))

    grade = grading.grade(paper, {"a": "o-ya", "b": "o-tidak"})

    assert (grade.earned, grade.total, grade.passed) == (3, 5, True)


@pytest.mark.parametrize(("credit", "earned"), [(Credit.EXACT, 0), (Credit.PROPORTIONAL, Fraction(1, 2))])
def test_partly_right_answers_earn_by_the_rule_of_the_paper(credit, earned):
    paper = Paper("Kuis", 1, (question(MULTIPLE),), QuizRules(credit=credit))

    assert grading.grade(paper, {"q": ["o-satu"]}).earned == earned


def test_an_answer_to_a_question_that_the_paper_lacks_earns_nothing():
    paper = Paper("Kuis", 1, _singles("a"), QuizRules())

    assert grading.grade(paper, {"b": "o-ya"}).earned == 0


@given(st.dictionaries(st.sampled_from([kind.value for kind in QuestionKind]), anything))
def test_whatever_was_saved_is_graded_within_the_points_there_are(given_answers):
    paper = Paper("Kuis", 1, tuple(question(kind, id=kind.value) for kind in QuestionKind), QuizRules())

    assert 0 <= grading.grade(paper, given_answers).earned <= 7


def test_all_right_answers_earn_all_points():
    paper = Paper("Kuis", 1, tuple(question(kind, id=kind.value) for kind in QuestionKind), QuizRules())

    grade = grading.grade(paper, {kind.value: answer for kind, answer in RIGHT.items()})

    assert grade.percent == 100


@given(st.text())
def test_items_to_order_never_stand_in_the_right_order_already(seed):
    ordering = question(ORDERING)

    shown = grading.presented(ordering, seed)

    assert sorted(shown) == sorted(item.key for item in ordering.items)
    assert list(shown) != RIGHT[ORDERING]


def test_what_is_shown_shuffled_stands_the_same_each_time():
    assert grading.presented(question(MATCHING), "x") == grading.presented(question(MATCHING), "x")


def test_equal_right_sides_are_offered_once():
    matching = question(MATCHING, pairs=pairs(a="sama", b="sama", c="lain"))

    assert sorted(grading.presented(matching, "x")) == ["r-a", "r-c"]


def test_without_a_time_limit_there_is_no_deadline():
    assert grading.deadline(QuizRules(), NOW) is None


def test_the_deadline_counts_from_the_beginning():
    assert grading.deadline(QuizRules(time_limit=20), NOW) == NOW + 20 * MINUTE


def test_a_save_within_the_grace_still_counts():
    assert grading.takes_answers(NOW, NOW + GRACE)


def test_a_save_after_the_grace_counts_no_more():
    assert not grading.takes_answers(NOW, NOW + GRACE + timedelta(microseconds=1))


def test_without_a_deadline_saves_always_count():
    assert grading.takes_answers(None, NOW)


def test_the_first_attempt_is_open_at_once():
    assert grading.next_attempt_at(QuizRules(attempts=1, wait_minutes=60), None, 0) < NOW


def test_the_next_attempt_opens_after_the_waiting_time():
    assert grading.next_attempt_at(QuizRules(wait_minutes=60), NOW, 1) == NOW + 60 * MINUTE


def test_when_every_attempt_is_used_no_other_opens():
    assert grading.next_attempt_at(QuizRules(attempts=2), NOW, 2) is None


@pytest.mark.parametrize(
    ("rule", "passed", "shown"),
    [
        (ShowAnswers.AFTER_ATTEMPT, False, True),
        (ShowAnswers.AFTER_PASS, False, False),
        (ShowAnswers.AFTER_PASS, True, True),
        (ShowAnswers.NEVER, True, False),
    ],
)
def test_answers_are_shown_as_the_rule_says(rule, passed, shown):
    assert grading.shows_answers(QuizRules(show_answers=rule), passed) is shown
