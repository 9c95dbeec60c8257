"""Tables as files for spreadsheet programs, CSV and XLSX, in which nothing that a person typed runs as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

Cell = str | int | float | None

BEGINS_FORMULA = re.compile(r"\s*[=+\-@\t\r]", re.ASCII)
"""How a text begins that a spreadsheet program may take for a formula or a command."""
_UNKEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XLSX file can hold."""


@dataclass(frozen=True)
class Table:
    """A table with a heading for each column. `name` is for file names, `title` for people."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """A cell of a CSV file, which has no kinds: a text that begins like a formula gets an apostrophe before it.

    In an XLSX file a text is marked as one and runs nothing, so nothing is put before it there. Numbers stay numbers,
    negative ones too: they are ours, not typed by anybody.
    """
    if not isinstance(cell, str):
        return cell
    text = _UNKEPT.sub("", cell)
    return f"'{text}" if BEGINS_FORMULA.match(text) or BEGINS_FORMULA.match(cell) else text


def writable(cell: Cell) -> Cell:
    """A cell without what no XLSX file can hold."""
    return _UNKEPT.sub("", cell) if isinstance(cell, str) else cell


def as_csv(table: Table) -> bytes:
    """A table as CSV in UTF-8, with the mark by which Excel knows that it is."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in (table.head, *table.rows):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(tables: Iterable[Table]) -> bytes:
    """Tables as the sheets of one XLSX file."""
    from elearn.workbooks import write  # its package takes a tenth of a start, and few ever ask for a sheet

    return write(tables)
