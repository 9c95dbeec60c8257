"""What learners notice of a new edition."""

from dataclasses import fields, replace
from datetime import date

import pytest

from elearn.domain.course import (
    CertificateRule,
    Competency,
    Course,
    Module,
    Option,
    Question,
    QuestionKind,
    QuizRules,
    Unit,
    UnitKind,
)
from elearn.domain.course_changes import Notice, Noticed, course_changes


def lesson(identity, title="", **fields):
    module, slug = identity.split("/")
    values = {"minutes": 5, "parts": ("<p>Teks</p>",), "text_hash": "1", "module": module, "slug": slug, **fields}
    return Unit(identity, title=title or slug, kind=UnitKind.LESSON, **values)


def question(label="Siapa?", right="a", **fields):
    options = tuple(Option(key, key, key == right) for key in "abc")
    return Question("q1", QuestionKind.SINGLE, f"<p>{label}</p>", label, options=options, **fields)


def quiz(*questions, rules=None):
    return lesson("m/kuis", parts=questions, quiz=rules or QuizRules())


def course(*units, **fields):
    modules = tuple(
        Module(key, key, tuple(u for u in units if u.module == key)) for key in dict.fromkeys(u.module for u in units)
    )
    return Course("kursus", "Kursus", 2, modules, **fields)


A, B, C = lesson("m/a"), lesson("m/b"), lesson("m/c")


def kinds(old, new):
    return [(notice.kind, notice.about) for notice in course_changes(old, new)]


def test_of_the_same_course_nothing_is_noticed():
    assert course_changes(course(A, B, quiz(question())), course(A, B, quiz(question()))) == ()


def test_units_that_came_and_went_are_noticed_with_the_minutes_of_the_course():
    old, new = course(A, B), course(A, lesson("m/d", minutes=7))

    assert kinds(old, new) == [(Noticed.MINUTES, ""), (Noticed.UNIT_ADDED, "d"), (Noticed.UNIT_REMOVED, "b")]


def test_a_unit_of_another_name_is_renamed_as_long_as_its_identity_stays():
    found = course_changes(course(A, B), course(A, replace(B, title="Baru")))

    assert found == (Notice(Noticed.UNIT_RENAMED, "Baru", "b", "Baru"),)


def test_a_unit_at_another_address_that_names_its_old_one_is_the_same_unit():
    assert kinds(course(A, B), course(A, lesson("m/baru", "b", formerly=("m/b",)))) == []


def test_only_the_unit_that_was_moved_is_noticed_not_those_that_made_room():
    assert kinds(course(A, B, C), course(C, A, B)) == [(Noticed.UNIT_MOVED, "c")]


def test_a_unit_in_another_module_is_moved():
    assert kinds(course(A, B), course(A, replace(B, module="n"))) == [(Noticed.UNIT_MOVED, "b")]


def test_a_unit_behind_one_that_was_added_has_not_moved():
    assert (Noticed.UNIT_MOVED, "b") not in kinds(course(A, B), course(A, C, B))


@pytest.mark.parametrize(("required", "kind"), [(True, Noticed.UNIT_REQUIRED), (False, Noticed.UNIT_OPTIONAL)])
def test_what_has_to_be_done_and_what_not_any_more_is_noticed(required, kind):
    old, new = course(replace(A, required=not required)), course(replace(A, required=required))

    assert kinds(old, new) == [(kind, "a")]


def test_another_text_and_other_minutes_of_a_unit_are_noticed():
    new = course(replace(A, parts=("<p>Lain</p>",), minutes=9))

    assert kinds(course(A), new) == [(Noticed.MINUTES, ""), (Noticed.MINUTES, "a"), (Noticed.UNIT_REWORDED, "a")]


def test_a_question_with_another_key_is_changed():
    found = course_changes(course(quiz(question())), course(quiz(question(right="b"))))

    assert found == (Notice(Noticed.QUESTIONS_CHANGED, "kuis", new=1, labels=("Siapa?",)),)


def test_a_question_that_sends_back_to_other_lessons_is_not_changed():
    assert course_changes(course(quiz(question())), course(quiz(question(reread=("m/a",), origin="m/kuis")))) == ()


def test_questions_that_came_and_went_are_counted():
    old, new = quiz(question()), quiz(replace(question("Kapan?"), id="q2"), replace(question("Apa?"), id="q3"))

    found = course_changes(course(old), course(new))

    assert [(n.kind, n.new, n.labels) for n in found] == [
        (Noticed.QUESTIONS_ADDED, 2, ("Kapan?", "Apa?")),
        (Noticed.QUESTIONS_REMOVED, 1, ("Siapa?",)),
    ]


def test_questions_of_a_bank_are_noticed_under_its_name():
    old, new = course(A, banks={"akhir": (question(),)}), course(A, banks={"akhir": (question("Lain?"),)})

    assert kinds(old, new) == [(Noticed.QUESTIONS_CHANGED, "bank/akhir")]


def test_each_rule_of_a_quiz_is_noticed_by_its_name():
    new = course(quiz(rules=QuizRules(passing_score=80, attempts=3)))

    found = course_changes(course(quiz()), new)

    assert found == (
        Notice(Noticed.RULE, "kuis", 70, 80, "passing_score"),
        Notice(Noticed.RULE, "kuis", 0, 3, "attempts"),
    )


def test_what_the_course_is_worth_and_asks_for_is_noticed():
    old = course(A, prerequisites=("dasar", "lama"))
    new = replace(old, title="Baru", jp=4, certificate=CertificateRule.APPROVAL, prerequisites=("dasar", "kas"))

    assert course_changes(old, new) == (
        Notice(Noticed.TITLE, old="Kursus", new="Baru"),
        Notice(Noticed.JP, old=2, new=4),
        Notice(Noticed.CERTIFICATE, old=CertificateRule.AUTOMATIC, new=CertificateRule.APPROVAL),
        Notice(Noticed.PREREQUISITE_ADDED, new="kas"),
        Notice(Noticed.PREREQUISITE_REMOVED, old="lama"),
    )


OTHERS = {
    "title": "Baru", "jp": 3, "summary": "Baru", "description": "<p>Baru</p>", "organizer": "Baru",
    "competency": Competency.MANAGERIAL, "training_kind": "Baru", "certificate": CertificateRule.NONE,
    "prerequisites": ("lain",), "legal_basis": ("Baru",), "valid_as_of": date(2026, 1, 2),
    "review_due": date(2027, 1, 2), "reviewed_by": "Baru", "authors": ("Baru",), "language": "en", "tags": ("baru",),
    "cover": "media/baru.webp",
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [item.name for item in fields(Course) if item.name not in ("slug", "modules", "banks")]
)
def test_whatever_learners_see_of_a_course_is_noticed(name):
    old = course(A)

    assert len(course_changes(old, replace(old, **{name: OTHERS[name]}))) == 1


@pytest.mark.parametrize(
    ("change", "kind"),
    [({"title": "Baru"}, Noticed.MODULE_RENAMED), ({"introduction": "<p>Baru</p>"}, Noticed.MODULE_REWORDED)],
)
def test_a_modules_title_and_introduction_are_noticed(change, kind):
    old = course(A)

    assert [n.kind for n in course_changes(old, replace(old, modules=(replace(old.modules[0], **change),)))] == [kind]


@pytest.mark.parametrize(("backwards", "kind"), [(False, Noticed.UNIT_NOW_QUIZ), (True, Noticed.UNIT_NOW_LESSON)])
def test_a_lesson_that_becomes_a_quiz_is_noticed_and_the_other_way_round(backwards, kind):
    pair = course(A), course(replace(A, kind=UnitKind.QUIZ, quiz=QuizRules()))

    assert kinds(*(reversed(pair) if backwards else pair)) == [(kind, "a")]
