"""Figures of questions by wording, as they are read from attempts."""

import json
from collections import Counter
from datetime import timedelta
from itertools import combinations

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.database import db
from elearn.domain.anonymity import Count
from elearn.domain.items import Taken
from elearn.domain.notes import NoteCode
from elearn.learning.standing import standing_in
from elearn.quizzes import saving
from elearn.quizzes import service as quizzes
from elearn.quizzes.models import Attempt
from elearn.studio import question_figures
from elearn.studio.question_figures import questions_of
from tests.support.courses import lesson
from tests.support.crowd import BEGAN, CROWDED_QUIZ, Crowd, crowded_course
from tests.support.queries import counted

LATER = clock.now() + timedelta(days=200)
REWORDED = CROWDED_QUIZ.replace("Siapa yang disapa lebih dulu?", "Siapa yang Anda sapa pertama kali?")


@pytest.fixture
def course(publish):
    return publish(crowded_course(), "ramai")


def asked(number=1):
    return questions_of("ramai", LATER).quizzes[0].questions[number - 1]


def test_every_question_of_a_quiz_has_figures_once_a_crowd_answered(course):
    Crowd().take(course, 200)

    figures = [each.now.figures for each in questions_of("ramai", LATER).quizzes[0].questions]

    assert [bool(each) for each in figures] == [True] * 5
    assert all(each.seconds in range(25, 45) for each in figures if each and each.seconds)


def test_a_question_with_a_wrong_key_is_found(course):
    Crowd().take(course, 200)

    figures = asked(4).now.figures

    assert figures
    assert figures.notes[0].code is NoteCode.BEST_CHOSE


def test_a_few_answers_give_no_figures_and_not_even_their_number(course):
    Crowd().take(course, 6)

    assert (asked().now.answered, asked().now.figures) == (Count(5, fewer=True), None)


def test_rewording_a_question_begins_a_new_count_and_keeps_the_old_one(course, publish):
    Crowd().take(course, 200)
    before = asked().now

    publish(crowded_course(REWORDED), "ramai")

    assert asked().now.answered == Count(5, fewer=True)
    assert [(each.question.label, each.answered, each.editions) for each in asked().before] == [
        ("Siapa yang disapa lebih dulu?", before.answered, (1,))
    ]


def test_another_key_begins_a_new_count(course, publish):
    Crowd().take(course, 200)

    right = CROWDED_QUIZ.replace("- [x] Kalau", "- [ ] Kalau").replace("- [ ] Setelah", "- [x] Setelah")
    publish(crowded_course(right), "ramai")

    assert asked(4).now.answered == Count(5, fewer=True)
    assert len(asked(4).before) == 1


def test_publishing_something_else_goes_on_counting(course, publish):
    Crowd().take(course, 100)
    before = asked().now.answered

    changed = publish({**crowded_course(), "01-mulai/01-bagian-1.md": lesson("Menyapa", "Baru.")}, "ramai")
    Crowd(2).take(changed, 100)

    now = asked().now
    assert (now.editions, asked().before) == ((1, 2), ())
    assert now.answered.number > before.number


def test_a_question_taken_out_stays_readable(course, publish):
    Crowd().take(course, 100)

    publish(crowded_course(CROWDED_QUIZ.replace("{#sapa}", "{#lain}")), "ramai")

    assert [each.question.id for each in questions_of("ramai", LATER).quizzes[0].gone] == ["sapa"]


def test_questions_drawn_from_a_bank_are_listed(publish):
    quiz = "---\ntitle: Kuis\nkind: quiz\ndraw: {bank/umum: 2}\n---\n"
    bank = CROWDED_QUIZ.partition("---\n\n")[2]
    course = publish({**crowded_course(quiz), "bank/umum.md": bank}, "ramai")
    Crowd().take(course, 200)

    found = questions_of("ramai", LATER).quizzes[0].questions

    assert [each.now.question.id for each in found] == ["sapa", "catat", "hari", "kabar", "urut"]
    assert all(each.now.answered for each in found)


@pytest.fixture
def sit(course, people, monkeypatch):
    """`sit(answer, …)` lets five new people take the quiz, once for each answer to its first question."""
    kept = []

    def run(*answers):
        person = people.create()
        for hours, answer in enumerate(answers):
            standing = standing_in(person.id, "ramai")
            now = clock.now() + timedelta(hours=hours)
            attempt_id = quizzes.start(person.id, standing, course.course.units[-1], now=now)
            if answer:
                given = saving.Save(frozenset(["sapa"]), {"q-sapa": [answer]}, key="a")
                saving.save(attempt_id, person.id, given, now=now + timedelta(seconds=20))
            quizzes.submit(attempt_id, person.id, now=now + timedelta(seconds=30))

    def look(_question, taken):
        kept.append(list(taken))

    monkeypatch.setattr(question_figures, "item_figures", look)

    def taken(*answers):
        for _person in range(5):
            run(*answers)
        kept.clear()
        asked()
        return kept[0]

    return taken


def keys(course):
    return [option.key for option in course.course.units[-1].questions[0].options]


def test_only_the_first_attempt_counts(sit, course):
    right, wrong, _other = keys(course)

    assert [each.answer for each in sit(wrong, right)] == [wrong] * 5


def test_an_attempt_without_any_answer_does_not_count(sit):
    assert sit("") == []


def test_an_answer_is_graded_and_timed_by_its_attempt(sit, course):
    assert sit(keys(course)[0]) == [Taken(keys(course)[0], 1, 0, 20.0)] * 5


def test_an_open_attempt_does_not_count(course, people):
    person = people.create()
    standing = standing_in(person.id, "ramai")
    attempt_id = quizzes.start(person.id, standing, course.course.units[-1], now=clock.now())
    given = saving.Save(frozenset(["sapa"]), {"q-sapa": [keys(course)[0]]}, key="a")

    saving.save(attempt_id, person.id, given, now=clock.now())

    assert asked().now.editions == ()


@pytest.fixture
def looks(monkeypatch):
    """`looks()` are the learners on the pile of the first question, as they are told."""
    kept = []
    monkeypatch.setattr(question_figures, "item_figures", lambda _question, taken: kept.append(list(taken)))

    def look():
        kept.clear()
        asked()
        return kept[0]

    return look


def test_the_newest_blocks_of_attempts_are_read(course, looks, monkeypatch):
    monkeypatch.setattr(question_figures, "NEWEST", 40)
    monkeypatch.setattr(question_figures, "BLOCK", 20)

    Crowd().take(course, 200)

    assert len(looks()) in range(20, 41)


def test_any_two_looks_at_a_question_differ_by_five_people_or_more(course, looks, monkeypatch):
    monkeypatch.setattr(question_figures, "NEWEST", 12)
    monkeypatch.setattr(question_figures, "BLOCK", 6)
    seen = [looks()]

    for day in range(40):
        Crowd(day).take(course, 1, BEGAN + timedelta(days=60 + 30 * day // 10))
        seen.append(looks())

    for one, other in combinations(seen, 2):
        differing = sum((Counter(map(repr, one)) - Counter(map(repr, other))).values()) + sum(
            (Counter(map(repr, other)) - Counter(map(repr, one))).values()
        )
        assert differing == 0 or differing >= 5


def test_an_attempt_counts_a_day_after_it_was_handed_in(sit, course):
    sit(keys(course)[0])

    assert questions_of("ramai", clock.now() + timedelta(hours=3)).quizzes[0].questions[0].now.editions == ()


def test_a_quiz_that_was_removed_keeps_its_questions(course, publish):
    Crowd().take(course, 200)
    before = questions_of("ramai", LATER).quizzes

    publish(without_quiz(), "ramai")

    found = questions_of("ramai", LATER)
    assert (found.quizzes, found.gone) == ((), before)


def test_a_quiz_that_was_moved_and_then_removed_is_one(course, publish):
    Crowd().take(course, 200)
    quiz = CROWDED_QUIZ.replace("kind: quiz", "kind: quiz\nformerly: [akhir/kuis]", 1)
    Crowd(2).take(publish({**without_quiz(), "02-akhir/01-ujian.md": quiz}, "ramai"), 200)
    moved = questions_of("ramai", LATER).quizzes

    publish(without_quiz(), "ramai")

    assert questions_of("ramai", LATER).gone == moved
    assert moved[0].questions[0].now.editions == (1, 2)


def test_a_removed_quiz_that_few_took_is_not_even_named(course, publish):
    Crowd().take(course, 4)

    publish(without_quiz(), "ramai")

    assert questions_of("ramai", LATER).gone == ()


def without_quiz():
    return {path: text for path, text in crowded_course().items() if "kuis" not in path}


def test_papers_keep_what_later_editions_changed(course, publish):
    Crowd().take(course, 60)
    publish(crowded_course(REWORDED), "ramai")

    paper = json.loads(db.session.scalars(select(Attempt.paper).limit(1)).one())

    assert "Siapa yang disapa lebih dulu?" in {question["label"] for question in paper["questions"]}


@pytest.mark.parametrize("size", [10, 300])
def test_the_figures_of_questions_take_three_queries_however_many_answered(course, size):
    Crowd().take(course, size)
    questions_of("ramai", LATER)

    with counted() as statements:
        questions_of("ramai", LATER)

    assert len(statements) == 3
