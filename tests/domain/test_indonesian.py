"""Numbers and days as Indonesian official papers write them."""

from datetime import date

import pytest

from elearn.domain.indonesian import LARGEST, long_day, terbilang


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (110, "seratus sepuluh"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1945, "seribu sembilan ratus empat puluh lima"),
        (11_000, "sebelas ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (2_000_001, "dua juta satu"),
        (1_000_000_000, "satu miliar"),
    ],
)
def test_a_number_is_written_in_words(number, words):
    assert terbilang(number) == words


def test_no_two_numbers_are_written_alike():
    written = {terbilang(number) for number in range(2500)}

    assert len(written) == 2500


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_without_words_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        terbilang(number)


def test_a_day_is_written_with_its_month_in_words():
    assert long_day(date(2026, 11, 4)) == "4 November 2026"
