"""The code, the number and the outline of a certificate."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from elearn.domain.certificate import (
    ALPHABET,
    CODE_LENGTH,
    UnknownNumberField,
    certificate_number,
    file_name,
    outline,
    read_code,
    show_code,
)

DAY = date(2026, 11, 24)
codes = some.text(ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)


@given(codes)
def test_a_code_as_printed_is_read_back(code):
    assert read_code(show_code(code)) == code


@given(codes)
def test_a_code_is_read_in_small_letters_with_spaces(code):
    typed = f" {show_code(code).lower().replace('-', ' ')} "

    assert read_code(typed) == code


@given(some.text(max_size=40))
def test_whatever_is_typed_gives_a_code_or_none(typed):
    code = read_code(typed)

    assert code is None or (len(code) == CODE_LENGTH and set(code) <= set(ALPHABET))


def test_u_is_read_as_the_v_that_it_was_taken_for():
    assert read_code("UUUU-UUUU-UUUU-UUUU") == "V" * 16


@pytest.mark.parametrize("lookalike", "0O1ILU")
def test_a_code_has_no_letters_that_look_alike(lookalike):
    assert lookalike not in ALPHABET


@pytest.mark.parametrize("typed", ["", "7KQ4", "7KQ4-M2XW-PZ9D-3HRAX", "7KQ4-M2XW-PZ9D-3HR!", "٣" * 16])
def test_what_is_no_code_is_refused(typed):
    assert read_code(typed) is None


def test_a_number_follows_its_template():
    number = certificate_number(
        "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}", classification="800", running=17, unit="BKPSDM", day=DAY
    )

    assert number == "800/17/BKPSDM/XI/2026"


@pytest.mark.parametrize(
    ("template", "named"),
    [("{urut}/{tahun}/{nama}", "nama"), ("{urut}/{unit}", "tahun"), ("{tahun}/{unit}", "urut"), ("800", "tahun, urut")],
)
def test_a_template_that_would_repeat_numbers_or_names_nothing_known_is_refused(template, named):
    with pytest.raises(UnknownNumberField, match=named):
        certificate_number(template, classification="800", running=1, unit="BKPSDM", day=DAY)


def test_what_stands_in_the_settings_is_never_read_as_a_template():
    number = certificate_number("{unit}/{urut}/{tahun}", classification="", running=1, unit="{tahun}", day=DAY)

    assert number == "{tahun}/1/2026"


@given(some.lists(some.integers(0, 600), min_size=1, max_size=30), some.integers(1, 60))
def test_the_shares_of_the_modules_add_up_to_the_jp_of_the_course(minutes, jp):
    rows = outline([("Modul", each) for each in minutes], jp)

    assert sum(row.jp for row in rows) == jp


@given(some.lists(some.integers(0, 600), min_size=1, max_size=30), some.integers(1, 60))
def test_no_share_is_off_by_a_hundredth_of_a_jp(minutes, jp):
    total = sum(minutes)

    rows = outline([("Modul", each) for each in minutes], jp)

    assert not total or all(abs(row.jp * total - jp * row.minutes) < total / Decimal(100) for row in rows)


def test_a_course_without_modules_has_an_empty_back_page():
    assert outline([], 3) == ()


def test_a_downloaded_file_is_named_after_its_number():
    assert file_name('800/17/BKPSDM/2026"; x') == "Sertifikat-800-17-BKPSDM-2026-x.pdf"


@pytest.mark.parametrize(("typed", "meant"), [("S", "5"), ("z", "2"), ("B", "8"), ("u", "V")])
def test_a_code_misread_for_its_look_alike_is_understood(typed, meant):
    assert read_code(f"3{typed}99FR26-43PM-VA7C") == f"3{meant}99FR2643PMVA7C"
