"""Counts what a request asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from elearn.database import db
from elearn.reads import statement_sent

TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent while the block runs, beginnings and ends of transactions left out."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(TRANSACTIONS):
            statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        with statement_sent.connected_to(statements.append):
            yield statements
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
