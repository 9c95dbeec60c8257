"""When a number says something to the author of a question."""

from fractions import Fraction

import pytest

from elearn.domain.notes import Note, NoteCode, Read, notes_on

USUAL = {
    "asked": 120,
    "answered": 120,
    "facility": Fraction(6, 10),
    "third": 40,
    "best": Fraction(9, 10),
    "apart": Fraction(5, 10),
    "chosen": {"b": Fraction(30), "c": Fraction(18)},
    "chosen_by_best": {"b": Fraction(3), "c": Fraction(1)},
    "seconds": 40,
}


def codes(**changes):
    return [note.code for note in notes_on(Read(**{**USUAL, **changes}))]


def test_a_good_question_has_no_remarks():
    assert codes() == []


def test_a_question_that_the_best_answer_wrongly_points_at_its_key():
    assert codes(best=Fraction(3, 10), apart=Fraction(0)) == [NoteCode.CHECK_KEY]


def test_the_option_that_the_best_prefer_is_named():
    read = Read(**{**USUAL, "best": Fraction(1, 10), "apart": Fraction(0), "chosen_by_best": {"b": 8, "c": 22}})

    assert notes_on(read) == (Note(NoteCode.BEST_CHOSE, option="c"),)


def test_a_hard_question_that_tells_the_best_apart_is_not_taken_for_a_wrong_key():
    assert codes(best=Fraction(4, 10), apart=Fraction(4, 10), facility=Fraction(2, 10)) == [NoteCode.HARD]


def test_a_question_that_the_worst_answer_better_may_be_ambiguous():
    assert codes(best=Fraction(6, 10), apart=Fraction(-1, 10)) == [NoteCode.TURNED_ROUND]


def test_a_small_difference_between_small_thirds_says_nothing():
    assert codes(third=10, best=Fraction(6, 10), apart=Fraction(-1, 10)) == []


def test_a_question_that_nearly_everybody_knows_is_easy():
    assert codes(facility=Fraction(97, 100), best=Fraction(1), apart=Fraction(5, 100)) == [NoteCode.EASY]


def test_a_question_that_hardly_tells_learners_apart_is_poor():
    assert codes(apart=Fraction(1, 10)) == [NoteCode.POOR]


def test_a_question_that_many_leave_blank_may_be_unclear():
    assert codes(answered=100) == [NoteCode.LEFT_BLANK]


def test_few_blanks_are_never_remarked_upon():
    assert codes(asked=32, answered=28) == []


def test_an_option_that_hardly_anybody_chooses_is_named():
    read = Read(**{**USUAL, "chosen": {"b": Fraction(42), "c": Fraction(5)}})

    assert notes_on(read) == (Note(NoteCode.UNUSED, option="c"),)


def test_of_few_learners_it_is_not_said_that_one_or_none_of_them_chose_an_option():
    assert codes(asked=99, answered=99, chosen={"b": Fraction(40), "c": Fraction(1)}) == []


def test_of_few_learners_it_is_not_said_that_all_but_one_or_two_were_right():
    assert codes(asked=99, answered=99, facility=Fraction(98, 99), apart=Fraction(3, 10)) == []


@pytest.mark.parametrize(("seconds", "said"), [(120, []), (121, [NoteCode.SLOW])])
def test_a_question_that_takes_over_two_minutes_is_slow(seconds, said):
    assert codes(seconds=seconds) == said
