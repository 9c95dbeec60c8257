"""Nothing that a person typed runs in a spreadsheet."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from elearn.spreadsheets import Table, as_csv, as_xlsx, harmless

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\x00=1", '=HYPERLINK("x")']


def table(*cells):
    return Table("a", "Lembar: a/b", ("Satu",) * len(cells), [cells])


def csv_cells(data):
    return next(iter(list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))[1:]))


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_begins_like_a_formula_is_escaped(text):
    assert str(harmless(text)).startswith("'")


@pytest.mark.parametrize("cell", ["biasa", "a=b", "", None, -3, 0.5])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_csv_begins_like_a_formula(text):
    assert csv_cells(as_csv(table(text)))[0][0] == "'"


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_an_xlsx_is_a_formula(text):
    sheet = load_workbook(BytesIO(as_xlsx([table(text)]))).worksheets[0]

    assert sheet["A2"].data_type in ("s", "inlineStr")


@pytest.mark.parametrize("text", ["=1+1", "-1", "@SUM(A1)", "'=1"])
def test_a_text_stands_in_an_xlsx_as_it_was_typed(text):
    sheet = load_workbook(BytesIO(as_xlsx([table(text)]))).worksheets[0]

    assert sheet["A2"].value == text


def test_numbers_stay_numbers_in_an_xlsx():
    sheet = load_workbook(BytesIO(as_xlsx([table(-3, 0.25)]))).worksheets[0]

    assert [cell.value for cell in sheet[2]] == [-3, 0.25]


def test_a_csv_says_that_it_is_utf8():
    assert as_csv(table("ü")).startswith(b"\xef\xbb\xbf")


def test_a_heading_is_escaped_too():
    data = as_csv(Table("a", "A", ("=1",), []))

    assert data.decode("utf-8-sig").strip() == "'=1"


@given(st.text(st.characters(), max_size=30))
def test_any_text_can_be_written_and_read_again(text):
    sheet = load_workbook(BytesIO(as_xlsx([table(text)]))).worksheets[0]

    assert sheet["A2"].data_type != "f"
    assert sheet["A2"].value is None or isinstance(sheet["A2"].value, str)
