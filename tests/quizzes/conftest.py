"""Fixtures for quizzes."""

from collections.abc import Callable

import pytest

from tests.quizzes.taking import Taker, course_with, quiz_md


@pytest.fixture
def taker(people, publish) -> Callable[..., Taker]:
    """`taker(rules…)` publishes a course with a quiz of those rules and gives somebody who takes it."""

    def make(questions: int = 3, **rules: object) -> Taker:
        return Taker(people.create(), publish(course_with(quiz_md(questions, **rules))))

    return make
