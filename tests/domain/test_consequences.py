"""What a new edition means for people in mid-course."""

from dataclasses import replace

import pytest

from elearn.domain.consequences import Consequences, Tries, consequences, shut_out
from elearn.domain.course import Course, Module, QuizRules, Unit, UnitKind
from elearn.domain.progress import Done


def unit(name, **fields):
    values = {"minutes": 5, "parts": (), "text_hash": f"hash of {name}", "kind": UnitKind.LESSON, **fields}
    return Unit(f"m/{name}", "m", name, name, **values)


def course(*units):
    return Course("kursus", "Kursus", 1, (Module("m", "M", units),))


def read(*names):
    return frozenset(Done(f"m/{name}", f"hash of {name}") for name in names)


A, B, C = unit("a"), unit("b"), unit("c")


def test_an_edition_that_changes_nothing_leaves_everybody_where_they_are():
    assert consequences(course(A, B), course(A, B), [read("a"), read()]) == Consequences(in_course=2)


def test_a_new_required_unit_is_more_to_do_for_everybody():
    assert consequences(course(A, B), course(A, B, C), [read("a"), read()]).more_to_do == 2


def test_a_new_unit_that_may_be_skipped_is_no_more_to_do():
    assert consequences(course(A, B), course(A, B, unit("c", required=False)), [read("a")]).more_to_do == 0


def test_who_did_everything_that_is_left_completes_at_once_and_nobody_else():
    found = consequences(course(A, B), course(A), [read("a"), read(), read()])

    assert (found.complete_at_once, found.less_to_do) == (1, 2)


def test_who_read_a_lesson_that_is_reworded_is_told_and_has_no_more_to_do():
    found = consequences(course(A, B), course(replace(A, text_hash="new"), B), [read("a"), read("b")])

    assert (found.told_of_changes, found.more_to_do) == (1, 0)


def test_a_quiz_passed_stays_passed_whatever_its_text_becomes():
    old = unit("kuis", kind=UnitKind.QUIZ)
    new = replace(old, text_hash="new")

    assert consequences(course(old, B), course(new, B), [read("kuis")]) == Consequences(in_course=1)


def test_a_unit_done_that_goes_counts_nowhere_any_more():
    found = consequences(course(A, B, C), course(B, C), [read("a"), read("b")])

    assert found.without_place == 1


def test_a_unit_done_that_is_renamed_keeps_its_place():
    renamed = replace(unit("z", formerly=("m/a",)), text_hash="hash of a")

    assert consequences(course(A, B), course(renamed, B), [read("a")]) == Consequences(in_course=1)


def quiz(attempts, **fields):
    return unit("kuis", kind=UnitKind.QUIZ, quiz=QuizRules(attempts=attempts), **fields)


@pytest.mark.parametrize(
    ("before", "after", "used", "is_open", "people"),
    [
        (0, 1, 1, False, 1),
        (0, 1, 2, False, 1),
        (0, 2, 1, False, 0),
        (0, 1, 1, True, 0),
        (3, 2, 2, False, 1),
        (2, 2, 2, False, 0),
        (2, 1, 2, False, 0),
        (1, 0, 1, False, 0),
    ],
)
def test_who_used_up_what_the_new_rules_allow_is_shut_out(before, after, used, is_open, people):
    assert shut_out(course(quiz(before)), course(quiz(after)), [Tries(7, "m/kuis", used, is_open)]) == people


def test_a_quiz_that_was_renamed_counts_what_was_tried_under_its_former_name():
    renamed = replace(quiz(1, formerly=("m/kuis",)), identity="m/akhir")

    assert shut_out(course(quiz(0)), course(renamed), [Tries(7, "m/kuis", 1, False)]) == 1
