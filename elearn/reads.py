"""Reads that every page makes: compiled once, then asked of the database's driver itself.

A page such as a lesson is made in half a millisecond, of which SQLAlchemy's own work for two such reads would take a
third. The statement is SQLAlchemy's, and what it finds has its types; all other reading is the session's.
"""

from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from blinker import Signal
from flask import g
from sqlalchemy import ColumnElement, FromClause, Select
from sqlalchemy.engine import Dialect
from sqlalchemy.pool import PoolProxiedConnection

from elearn.database import db, forget_reader, in_transaction, reader

statement_sent = Signal("A statement goes to the driver; for who counts them.")

Row = Any
"""One thing found: a named tuple of the statement's columns."""

_row_of: Callable[..., Callable[..., Row]] = namedtuple


class Read:
    """A statement that pages read with. It takes its values by name, all of them at each call."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def all(self, **values: object) -> Sequence[Row]:
        """What the statement finds with these values.

        Inside of a transaction the session reads, so that it sees what was written there. It also does when the driver
        fails, for it knows how to begin anew with a database that was away.
        """
        if in_transaction():
            return self._through_session(values)
        foreseen = g.pop("foreseen", None)
        if foreseen is not None and foreseen[:2] == (self, values):
            rows: Sequence[Row] = foreseen[2]
            return rows
        dialect = db.engine.dialect
        compiled = self._compiled.get(dialect.name) or self._compile(dialect)
        try:
            return compiled.run(reader(), values)
        except dialect.loaded_dbapi.Error:
            forget_reader()
            return self._through_session(values)

    def first(self, **values: object) -> Row | None:
        """The first of what the statement finds."""
        return next(iter(self.all(**values)), None)

    def foresee(self, rows: Sequence[Row], **values: object) -> None:
        """Give what the next read of this request would find, if it is this one with these values.

        Another read found it on its way. A transaction that begins before makes it be read anew.
        """
        g.foreseen = (self, values, rows)

    def _through_session(self, values: dict[str, object]) -> Sequence[Row]:
        return db.session.execute(self._statement, values).all()

    def _compile(self, dialect: Dialect) -> "_Compiled":
        compiled = self._compiled[dialect.name] = _compiled(self._statement, dialect)
        return compiled


class Along(NamedTuple):
    """What a page reads of a person besides who it is, and how both are read together.

    `read` is the page's own read, by `user_id` and what the page's address names; `columns` are the same as its own,
    the first of them never null in what it finds; `join` joins their tables to those of the person.
    """

    read: Read
    columns: Sequence[ColumnElement[Any]]
    join: Callable[[FromClause, ColumnElement[int]], FromClause]
    of_address: Sequence[str]


class _Compiled(NamedTuple):
    """A statement as one database understands it.

    `order` has the names of its values where the driver takes them by position; `changes` has, for the columns whose
    values the driver gives otherwise than Python wants them, the place of the column and what changes the value.
    """

    text: str
    order: Sequence[str] | None
    row: Callable[..., Row]
    changes: Sequence[tuple[int, Callable[[Any], object]]]

    def run(self, connection: PoolProxiedConnection, values: dict[str, object]) -> Sequence[Row]:
        """What the statement finds over a connection."""
        if statement_sent.receivers:
            statement_sent.send(self.text)
        cursor = connection.cursor()
        cursor.execute(self.text, values if self.order is None else [values[name] for name in self.order])
        found = cursor.fetchall()
        cursor.close()
        return [self.row(*self._changed(each)) for each in found]

    def _changed(self, found: Sequence[object]) -> Sequence[object]:
        values = list(found)
        for place, change in self.changes:
            if values[place] is not None:
                values[place] = change(values[place])
        return values


def _compiled(statement: Select[Any], dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect)
    columns = list(statement.selected_columns)
    row = _row_of("row", [column.key for column in columns])
    processors = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    changes = [(place, change) for place, change in enumerate(processors) if change]
    return _Compiled(str(compiled), compiled.positiontup, row, changes)
