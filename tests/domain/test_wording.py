"""A new wording is a new count; anything else isn't."""

from dataclasses import replace

import pytest

from elearn.domain.course import QuestionKind
from elearn.domain.wording import wording, words_of
from tests.domain.questions import options, question

SINGLE = question(QuestionKind.SINGLE, stem="<p>Siapa yang <strong>disapa</strong> dulu?</p>")


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "lain"},
        {"stem": "<p>Siapa yang <em>disapa</em>\n dulu?</p>"},
        {"points": 3},
        {"explanation": "<p>Karena begitu.</p>"},
        {"fixed_order": True},
        {"origin": "bank/umum"},
        {"options": SINGLE.options[::-1]},
        {"options": tuple(replace(option, feedback="<p>Hm.</p>") for option in SINGLE.options)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_not_read_or_judged_leaves_the_wording(changes):
    assert wording(replace(SINGLE, **changes)) == wording(SINGLE)


@pytest.mark.parametrize(
    "changes",
    [
        {"stem": "<p>Siapa yang disalami dulu?</p>"},
        {"stem": SINGLE.stem + '<p><img src="/media/a.webp" alt=""></p>'},
        {"options": options("ya", "tidak*", "entah")},
        {"options": options("ya*", "tidak", "mungkin")},
        {"options": SINGLE.options[:2]},
    ],
    ids=["stem", "picture", "key", "option reworded", "option gone"],
)
def test_another_text_or_key_is_another_wording(changes):
    assert wording(replace(SINGLE, **changes)) != wording(SINGLE)


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_has_a_wording_of_its_own(kind):
    others = {wording(question(each)) for each in QuestionKind if each is not kind}

    assert wording(question(kind)) not in others


def test_the_right_order_is_part_of_the_wording():
    ordering = question(QuestionKind.ORDERING)

    assert wording(replace(ordering, items=ordering.items[::-1])) != wording(ordering)


def test_words_of_blocks_stay_apart():
    assert words_of('<p>satu</p><p>dua <img src="a" alt="tiga">&amp; empat</p>') == "satu dua [tiga] & empat"
