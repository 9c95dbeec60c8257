"""What is taken for plain words is nothing else: it isn't changed, and comes back as it went in."""

from time import process_time

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from elearn.coursetext.convert.gift_read import read_gift
from elearn.coursetext.convert.markdown import read_questions, write_settled
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.convert.tame import is_tame
from elearn.domain.course import QuestionKind
from tests.coursetext.convert.asking import questions

KINDS = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SHORT, QuestionKind.MATCHING, QuestionKind.NUMBER)
PIECES = (
    "a",
    "Kata",
    "É",
    "ž",
    "T",
    "x.",
    "5",
    "1.",
    "1)",
    ",",
    "?",
    ";",
    "'",
    '"',
    "”",
    "(",
    ")",
    "/",
    "//",
    "%50%",
    "–",
    " ",
)
lines = some.lists(some.sampled_from(PIECES), min_size=1, max_size=6).map(lambda found: f"a{' '.join(found)}".strip())
close = some.lists(some.sampled_from(PIECES), min_size=1, max_size=6).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(questions(texts=some.one_of(lines, close), kinds=KINDS))
def test_a_tame_question_comes_back_as_it_went_in(asked):
    assume(is_tame(asked))

    assert settled(asked) == asked
    assert read_questions("a.md", write_settled(asked).encode()) == (asked,)


@pytest.mark.parametrize(
    "text", ["", "1. satu", "a  b", "a ", "a\nb", "a_b", "a [x]", "a -> b", "a → b", "a & b", "#a", "= b"]
)
def test_signs_are_not_tame(text):
    options = (SourceOption(text, correct=True), SourceOption("b", correct=False))

    assert not is_tame(SourceQuestion(QuestionKind.SINGLE, "Apa?", options=options))


def test_a_file_of_plain_questions_is_read_quickly():
    asked = "\n\n".join(
        f"::Soal {n}::Apa nama kota ke {n}? {{=Kota {n}#Ya ~Desa {n} ~Dusun {n}}}" for n in range(4_000)
    )
    begun = process_time()

    found = read_gift("a.gift", asked.encode()).questions

    assert len(found) == 4_000
    assert process_time() - begun < 3
