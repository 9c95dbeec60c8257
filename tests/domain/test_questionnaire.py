"""The closing questionnaire in figures."""

from fractions import Fraction

import pytest

from elearn.domain.anonymity import Share
from elearn.domain.questionnaire import Opinion, Statement, agreements, comments, opinions


def said(*found):
    """Each opinion by another person."""
    return list(enumerate(found))


def test_agreement_is_the_mean_and_the_share_of_those_who_agree():
    found = agreements(said(*[Opinion(useful=5)] * 10, *[Opinion(useful=2)] * 5))

    assert [(each.statement, each.answers, each.mean, each.agree) for each in found] == [
        (Statement.USEFUL, 15, Fraction(4), Share(Fraction(2, 3)))
    ]


def test_a_statement_that_fewer_than_ten_answered_is_not_told():
    assert agreements(said(*[Opinion(useful=5)] * 9, *[Opinion(comment="Bagus.")] * 9)) == ()


def test_answers_count_by_fives():
    found = agreements(said(*[Opinion(useful=5)] * 5, *[Opinion(useful=2)] * 5, *[Opinion(useful=1)] * 4))

    assert (found[0].answers, found[0].mean) == (10, Fraction(7, 2))


@pytest.mark.parametrize("others", range(5))
def test_that_all_or_nearly_all_agree_is_told_as_a_limit_and_without_a_mean(others):
    found = agreements(said(*[Opinion(useful=5)] * (20 - others), *[Opinion(useful=1)] * others))

    assert (found[0].agree, found[0].mean) == (Share(Fraction(3, 4), more=True), None)


def test_who_changes_an_answer_moves_nothing_alone():
    first = said(*[Opinion(useful=5)] * 10, *[Opinion(useful=2)] * 10)

    assert agreements([*first, (3, Opinion(useful=1))]) == agreements(first)


def test_one_comment_among_many_opinions_waits_for_four_others():
    assert comments(said(*[Opinion(useful=5)] * 20, Opinion(comment="Bagus."))) == frozenset()


def test_comments_come_by_fives():
    found = comments(said(*(Opinion(comment=f"Komentar {number}") for number in range(9))))

    assert found == {f"Komentar {number}" for number in range(5)}


def test_a_comment_taken_back_goes_when_four_others_have_written():
    first = said(*(Opinion(comment=f"Komentar {number}") for number in range(5)))
    back = (0, Opinion(useful=1))

    found = comments([*first, back, *((10 + each, Opinion(comment=f"Lagi {each}")) for each in range(4))])

    assert "Komentar 0" not in found
    assert "Lagi 3" in found


def test_who_gave_opinions_is_counted_by_fives_and_once():
    assert opinions([*said(*[Opinion(useful=1)] * 11), (0, Opinion(useful=2))]) == 10


@pytest.mark.parametrize(("opinion", "empty"), [(Opinion(comment=" \n"), True), (Opinion(paced=1), False)])
def test_an_opinion_is_empty_where_nothing_is_said(opinion, empty):
    assert opinion.empty is empty
