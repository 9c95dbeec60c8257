"""The closing questionnaire in figures."""

from fractions import Fraction

import pytest

from elearn.domain.questionnaire import Opinion, Statement, agreements


def test_agreement_is_the_mean_and_the_share_of_those_who_agree():
    found = agreements([Opinion(useful=5)] * 3 + [Opinion(useful=2)] * 2)

    assert [(each.statement, each.answers, each.mean, each.agree) for each in found] == [
        (Statement.USEFUL, 5, Fraction(19, 5), Fraction(3, 5))
    ]


def test_a_statement_that_fewer_than_five_answered_is_not_told():
    assert agreements([Opinion(useful=5)] * 4 + [Opinion(comment="Bagus.")] * 9) == ()


@pytest.mark.parametrize(("opinion", "empty"), [(Opinion(comment=" \n"), True), (Opinion(paced=1), False)])
def test_an_opinion_is_empty_where_nothing_is_said(opinion, empty):
    assert opinion.empty is empty
