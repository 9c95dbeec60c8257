"""Tables as an XLSX file. Imported by `elearn.spreadsheets` alone, once somebody asks for one."""

import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from elearn.spreadsheets import Table, writable

LONGEST_CELL = 32_767
WIDEST = 60
SHEET_NAME = 31


def write(tables: Iterable[Table]) -> bytes:
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
            value = writable(cell)
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
