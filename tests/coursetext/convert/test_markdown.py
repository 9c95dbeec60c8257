"""Questions written as course text come back as they were, whatever stands in them."""

import pytest
from hypothesis import HealthCheck, given, settings

from elearn.coursetext.convert.markdown import read_questions, write_file, write_question
from elearn.coursetext.convert.plain import as_plain, escaped, unescaped
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.parse.source import clean
from elearn.domain.course import QuestionKind
from tests.coursetext.convert.asking import nasty, questions, several, tame
from tests.coursetext.rendering import line

patient = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def again(asked):
    return read_questions("bank/soal.md", write_question(asked).encode())


@patient
@given(questions())
def test_a_question_with_any_texts_comes_back_settled(asked):
    assert again(asked) == (settled(asked),)


@patient
@given(questions(texts=tame))
def test_a_settled_question_is_left_alone(asked):
    once = settled(asked)

    assert settled(once) == once


@patient
@given(several(questions(texts=tame)), nasty)
def test_a_file_of_questions_comes_back_in_order(asked, title):
    text = write_file(asked, title)

    assert read_questions("bank/soal.md", text.encode()) == tuple(settled(each) for each in asked)


@patient
@given(nasty)
def test_plain_text_is_shown_as_it_is(text):
    shown = line(escaped(text))

    assert shown.text.split() == clean(" ".join(text.split())).split()


@patient
@given(nasty)
def test_escaped_text_can_be_told_from_other_markdown(text):
    assert as_plain(escaped(text)) == unescaped(escaped(text)) == " ".join(clean(" ".join(text.split())).split())


MISCHIEF = {
    "attributes": "kata {.last}",
    "an id": "kata {#id}",
    "closing hashes": "kata ##",
    "an option": "kata\n\n- [x] a\n- [ ] b",
    "an accepted answer": "kata\n\n- = a",
    "a pair": "kata\n\n- a -> b",
    "steps": "kata\n\n1. a\n2. b",
    "a rule": "kata\n\n---\n\nlagi",
    "a question": "kata\n\n## ? Lagi\n\n- = a",
    "a blank": "kata [[a]]",
    "an open fence": "kata\n\n```\nprogram",
    "a definition": "kata\n\n[a]: b",
}


@pytest.mark.parametrize("text", MISCHIEF.values(), ids=MISCHIEF)
def test_what_looks_like_structure_stays_text(text):
    options = (SourceOption(text, True, text), SourceOption("lain", False))
    asked = SourceQuestion(QuestionKind.SINGLE, text, options=options, explanation=text)

    (question,) = again(asked)

    assert question == settled(asked)
    assert len(question.options) == 2


def test_a_backtick_on_either_side_of_a_pair_leaves_the_arrow_between_them():
    asked = SourceQuestion(QuestionKind.MATCHING, "Apa?", pairs=(("a", "b"), ("`", "`"), ("x``y", "z``")))

    (read,) = again(asked)

    assert [left for left, _right in read.pairs] == ["a", "\\`", "x\\`\\`y"]
