"""Frozen values survive being kept as JSON text."""

import json
from datetime import date
from decimal import Decimal

from elearn.domain.codec import from_data, to_data
from elearn.domain.course import (
    Competency,
    Course,
    Draw,
    Item,
    Module,
    Option,
    Pair,
    Question,
    QuestionKind,
    QuizRules,
    Range,
    Unit,
    UnitKind,
)
from elearn.domain.grading import Paper

QUESTIONS = (
    Question(
        "q1", QuestionKind.SINGLE, "<p>?</p>", "?", options=(Option("a1", "x", True, "ya"), Option("a2", "y", False))
    ),
    Question("q2", QuestionKind.NUMBER, "<p>?</p>", "?", points=2, ranges=(Range(Decimal("37.5"), Decimal("38")),)),
    Question("q3", QuestionKind.MATCHING, "<p>?</p>", "?", pairs=(Pair("l", "kiri", "r", "kanan"),)),
    Question("q4", QuestionKind.ORDERING, "<p>?</p>", "?", items=(Item("i1", "satu"), Item("i2", "dua"))),
    Question("q5", QuestionKind.BLANKS, "<p>?</p>", "?", blanks=(("25", "dua puluh lima"), ("x",))),
    Question("q6", QuestionKind.SHORT, "<p>?</p>", "?", accepted=("a", "b"), reread=("m/a",), origin="bank/x"),
)


def whole_course():
    rules = QuizRules(attempts=3, time_limit=20, draw=(Draw("x", 2), Draw("", 1)))
    lesson = Unit("m/a", "m", "a", "A", UnitKind.LESSON, 5, ("<p>teks</p>", QUESTIONS[0], "<p>lagi</p>"), "hash")
    quiz = Unit("m/k", "m", "k", "K", UnitKind.QUIZ, 9, QUESTIONS, "hash", quiz=rules, formerly=("m/lama",))
    return Course(
        "kursus",
        "Kursus",
        3,
        (Module("m", "M", (lesson, quiz), "<p>halo</p>"),),
        competency=Competency.MANAGERIAL,
        legal_basis=("UU 25/2009",),
        valid_as_of=date(2026, 11, 24),
        banks={"x": QUESTIONS},
    )


def test_a_course_comes_back_as_it_was():
    text = json.dumps(to_data(whole_course()))

    assert from_data(Course, json.loads(text)) == whole_course()


def test_a_paper_comes_back_as_it_was():
    paper = Paper("Kuis", 4, QUESTIONS, QuizRules(passing_score=80))

    assert from_data(Paper, json.loads(json.dumps(to_data(paper)))) == paper


def test_text_and_questions_in_a_lesson_are_told_apart():
    lesson = from_data(Course, to_data(whole_course())).units[0]

    assert lesson.parts == ("<p>teks</p>", QUESTIONS[0], "<p>lagi</p>")
