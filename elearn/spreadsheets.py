"""Tables as files for spreadsheet programs, CSV and XLSX, in which nothing that a person typed runs as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Cell = str | int | float | None

BEGINS_FORMULA = re.compile(r"\s*[=+\-@\t\r]", re.ASCII)
"""How a text begins that a spreadsheet program may take for a formula or a command."""
_UNKEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XLSX file can hold."""

LONGEST_CELL = 32_767
WIDEST = 60
SHEET_NAME = 31


@dataclass(frozen=True)
class Table:
    """A table with a heading for each column. `name` is for file names, `title` for people."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """A cell that a spreadsheet program shows as it is: a text that begins like a formula gets an apostrophe before it.

    Numbers stay numbers, negative ones too: they are ours, not typed by anybody.
    """
    if not isinstance(cell, str):
        return cell
    text = _UNKEPT.sub("", cell)
    return f"'{text}" if BEGINS_FORMULA.match(text) or BEGINS_FORMULA.match(cell) else text


def as_csv(table: Table) -> bytes:
    """A table as CSV in UTF-8, with the mark by which Excel knows that it is."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in (table.head, *table.rows):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(tables: Iterable[Table]) -> bytes:
    """Tables as the sheets of one XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _add_sheet(book, table)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _add_sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", table.title)[:SHEET_NAME])
    for number, row in enumerate((table.head, *table.rows), 1):
        for column, cell in enumerate(row, 1):
            value = harmless(cell)
            written = sheet.cell(number, column, value[:LONGEST_CELL] if isinstance(value, str) else value)
            written.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
            if isinstance(value, str):
                written.data_type = "s"
            if number == 1:
                written.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column in range(1, len(table.head) + 1):
        cells = [row[column - 1] for row in (table.head, *table.rows)]
        widest = max(len(str(cell)) for cell in cells if cell is not None)
        sheet.column_dimensions[get_column_letter(column)].width = min(widest + 2, WIDEST)
