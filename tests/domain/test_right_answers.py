"""The right answer that writers are shown earns everything."""

import pytest

from elearn.coursetext.load import load
from elearn.domain.answers import score
from elearn.domain.right_answers import right_answer
from tests.support.courses import demo_course

SOURCES = {path: text.encode() if isinstance(text, str) else text for path, text in demo_course().items()}


@pytest.mark.parametrize("question", load("kursus", SOURCES).course.banks["akhir"], ids=lambda q: q.kind)
def test_the_right_answer_to_every_kind_of_question_earns_its_points(question):
    assert score(question, right_answer(question)) == 1
