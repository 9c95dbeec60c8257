"""How answers are read from forms and compared with the key."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.domain.answers import LONGEST_TEXT, Verdict, filled, read, read_number, same_text, score, verdict
from elearn.domain.course import Credit, QuestionKind
from tests.domain.questions import RIGHT, anything, options, pairs, question

KINDS = list(QuestionKind)
SINGLE, MULTIPLE, SHORT, NUMBER, MATCHING, ORDERING, BLANKS = KINDS
PARTS = {MATCHING: ("l-a", "l-b", "l-c"), ORDERING: ("i-awal", "i-tengah", "i-akhir"), BLANKS: ("1", "2")}

FORMS = {
    SINGLE: {"q-q": ["o-ya"]},
    MULTIPLE: {"q-q": ["o-satu", "o-dua"]},
    SHORT: {"q-q": ["  tangerang selatan "]},
    NUMBER: {"q-q": ["37,5"]},
    MATCHING: {"q-q.l-a": ["r-a"], "q-q.l-b": ["r-b"], "q-q.l-c": ["r-c"]},
    ORDERING: {"q-q.i-tengah": ["2"], "q-q.i-akhir": ["3"], "q-q.i-awal": ["1"]},
    BLANKS: {"q-q.1": ["25"], "q-q.2": ["Publik"]},
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_gives_the_answer_that_was_chosen(kind):
    answer = read(question(kind), FORMS[kind])

    assert answer == RIGHT[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_left_alone_has_no_answer(kind):
    empty = {name: [""] for name in FORMS[kind]}

    assert read(question(kind), {}) is None
    assert read(question(kind), empty) is None


@pytest.mark.parametrize("kind", [SINGLE, MULTIPLE, MATCHING])
def test_a_key_that_the_question_does_not_have_is_ignored(kind):
    form = {name: ["o-lain"] for name in FORMS[kind]}

    assert read(question(kind), form) is None


def test_a_chosen_option_survives_an_unknown_one_beside_it():
    assert read(question(MULTIPLE), {"q-q": ["o-lain", "o-tiga"]}) == ["o-tiga"]


def test_an_option_sent_twice_is_chosen_once():
    assert read(question(MULTIPLE), {"q-q": ["o-dua", "o-dua"]}) == ["o-dua"]


def test_items_given_the_same_place_or_none_still_make_an_order():
    answer = read(question(ORDERING), {"q-q.i-akhir": ["1"], "q-q.i-awal": ["1"], "q-q.i-tengah": ["satu"]})

    assert sorted(answer) == ["i-akhir", "i-awal", "i-tengah"]
    assert answer[-1] == "i-tengah"


def test_a_typed_text_is_cut_at_the_longest_that_is_kept():
    assert read(question(SHORT), {"q-q": ["a" * 100_000]}) == "a" * LONGEST_TEXT


def test_a_typed_text_keeps_no_control_characters():
    assert read(question(SHORT), {"q-q": ["tang\x00erang\nselatan\ud800"]}) == "tang erang selatan"


@given(st.sampled_from(KINDS), st.data())
def test_no_form_makes_reading_fail_or_score_outside_its_bounds(kind, data):
    names = [f"q-q.{part}" for part in PARTS.get(kind, ())] or ["q-q"]
    values = st.lists(st.sampled_from(["o-ya", "o-satu", "r-a", "1", "25", "9" * 400, "٣"]) | st.text(), max_size=3)
    form = data.draw(st.dictionaries(st.sampled_from(names), values))

    answer = read(question(kind), form)

    assert 0 <= score(question(kind), answer, Credit.PROPORTIONAL) <= 1


@given(st.sampled_from(KINDS), anything, st.sampled_from(list(Credit)))
def test_an_answer_of_any_shape_is_scored_within_its_bounds(kind, answer, credit):
    assert 0 <= score(question(kind), answer, credit) <= 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("credit", list(Credit))
def test_the_right_answer_earns_everything(kind, credit):
    assert score(question(kind), RIGHT[kind], credit) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_no_answer_earns_nothing(kind):
    assert score(question(kind), None, Credit.PROPORTIONAL) == 0


@pytest.mark.parametrize(
    ("kind", "answer"), [(MULTIPLE, "o-satuo-dua"), (BLANKS, "25"), (ORDERING, {"i-awal": 1}), (MATCHING, ["r-a"])]
)
def test_an_answer_of_another_shape_earns_nothing(kind, answer):
    assert score(question(kind), answer, Credit.PROPORTIONAL) == 0


def test_a_question_without_a_key_earns_nothing():
    assert score(question(MULTIPLE, options=options("a", "b")), [], Credit.PROPORTIONAL) == 0


@pytest.mark.parametrize(
    ("kind", "answer", "share"),
    [
        (MULTIPLE, ["o-satu"], Fraction(1, 2)),
        (MULTIPLE, ["o-satu", "o-tiga"], Fraction(0)),
        (MATCHING, {"l-a": "r-a", "l-b": "r-c"}, Fraction(1, 3)),
        (ORDERING, ["i-awal", "i-akhir", "i-tengah"], Fraction(1, 3)),
        (BLANKS, ["25", "swasta"], Fraction(1, 2)),
    ],
)
def test_a_partly_right_answer_earns_its_share_only_by_proportional_credit(kind, answer, share):
    assert score(question(kind), answer, Credit.PROPORTIONAL) == share
    assert score(question(kind), answer, Credit.EXACT) == 0


def test_ticking_everything_earns_nothing():
    every = [option.key for option in question(MULTIPLE).options]

    assert score(question(MULTIPLE), every, Credit.PROPORTIONAL) == 0


def test_equal_right_sides_may_be_chosen_for_each_other():
    matching = question(MATCHING, pairs=pairs(a="sama", b="sama", c="lain"))

    assert score(matching, {"l-a": "r-b", "l-b": "r-a", "l-c": "r-c"}) == 1


@pytest.mark.parametrize(
    "text", ["tangerang  selatan", "TANGERANG SELATAN.", "Tangerang Selatan!", "tangsel", "Tángsel"]
)
def test_case_spacing_accents_and_end_punctuation_make_no_difference(text):
    assert score(question(SHORT), text) == 1


def test_another_word_is_another_text():
    assert not same_text("Tangerang", "Tangerang Selatan")


def test_a_blank_takes_a_number_however_it_is_written():
    assert score(question(BLANKS), ["25,0", "publik"]) == 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("37,5", "37.5"),
        ("37.5", "37.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.500", "1500"),
        ("0.500", "0.5"),
        ("1.500.000", "1500000"),
        ("Rp1.500.000,-", "1500000"),
        ("Rp. 1.500.000,00", "1500000"),
        ("40 %", "40"),
        ("−3", "-3"),
        ("+3", "3"),
        ("1 500 000", "1500000"),
    ],
)
def test_numbers_are_read_as_indonesians_and_others_write_them(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "empat", "1.2.3", "1,2,3", "1e5", "NaN", "Infinity", "12.34.567", "--1", "3 ekor"]
)
def test_what_is_no_number_is_not_read_as_one(typed):
    assert read_number(typed) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_a_number_is_read_back_from_the_indonesian_way_of_writing_it(value):
    whole, _, rest = f"{value:,.2f}".partition(".")

    assert read_number(f"{whole.replace(',', '.')},{rest}") == value


@given(st.text())
def test_reading_a_number_never_fails(text):
    assert read_number(text) is None or isinstance(read_number(text), Decimal)


@pytest.mark.parametrize("typed", ["37", "38", "37,99", "14"])
def test_both_ends_of_a_range_are_inside(typed):
    assert score(question(NUMBER), typed) == 1


@pytest.mark.parametrize("typed", ["36,99", "38,01", "13", "tiga puluh tujuh"])
def test_a_number_outside_every_range_is_wrong(typed):
    assert score(question(NUMBER), typed) == 0


@pytest.mark.parametrize(
    ("answer", "word"), [(RIGHT[BLANKS], Verdict.RIGHT), (["25", ""], Verdict.PARTLY), (["", "x"], Verdict.WRONG)]
)
def test_a_verdict_says_right_partly_or_wrong(answer, word):
    assert verdict(question(BLANKS), answer) is word


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_filled_when_all_its_parts_are(kind):
    assert filled(question(kind), RIGHT[kind])
    assert not filled(question(kind), None)


@pytest.mark.parametrize(("kind", "answer"), [(MATCHING, {"l-a": "r-a"}), (BLANKS, ["25", ""])])
def test_a_question_with_a_part_left_empty_is_not_filled(kind, answer):
    assert not filled(question(kind), answer)
