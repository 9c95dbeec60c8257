"""The database: base class, moments in UTC, and transactions that behave alike on SQLite and PostgreSQL."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import wraps
from sqlite3 import Connection as SQLiteConnection
from typing import Any, ParamSpec, TypeVar

from flask import Flask, g
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Engine, Integer, MetaData, event
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

P = ParamSpec("P")
R = TypeVar("R")

SYNCHRONOUS = "FULL"
"""SQLite writes each commit through to the disk before it says so: an answer shown as saved survives a power cut."""

BUSY_SECONDS = 30
"""How long a writer waits for another one on SQLite before it gives up."""


class Base(DeclarativeBase):
    """Base of every model. Constraints have names, so that migrations can change them on both databases."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. SQLite knows no zones, so it is stored there without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must carry its zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Seconds(FunctionElement[Any]):
    """A moment as whole seconds since 1970, told by the database: reading many of them is quicker than datetimes."""

    type: TypeEngine[Any] = Integer()
    inherit_cache = True


@compiles(Seconds)
def _seconds(element: Seconds, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST(EXTRACT(EPOCH FROM {compiler.process(element.clauses, **options)}) AS BIGINT)"


@compiles(Seconds, "sqlite")
def _seconds_on_sqlite(element: Seconds, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(element.clauses, **options)}) AS INTEGER)"


_writing: ContextVar[bool] = ContextVar("writing", default=False)


def transaction(function: Callable[P, R]) -> Callable[P, R]:
    """Run a use case as one transaction: committed when it returns, undone when it raises.

    A use case called inside another joins it. What was read before is let go first, so that a writer on SQLite takes
    the lock at its beginning and waits for others instead of failing in the middle. Outside of it the database is only
    read, each statement by itself: a page then costs no more round trips than it has queries.
    """

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if _writing.get():
            return function(*args, **kwargs)
        db.session.commit()
        _stop_reading()
        token = _writing.set(True)
        try:
            _begin_on_postgresql()
            result = function(*args, **kwargs)
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        finally:
            _writing.reset(token)
        return result

    return run


def init_app(app: Flask) -> None:
    """Give back, after each request, the connection that it read with."""
    db.init_app(app)
    app.teardown_appcontext(_stop_reading)
    with app.app_context():
        if db.engine.dialect.name == "postgresql":
            _ask_after_idleness(db.engine)


def in_transaction() -> bool:
    """Whether a use case is running, which sees what it wrote itself."""
    return _writing.get()


def reader() -> PoolProxiedConnection:
    """The connection that this request reads with outside of its transactions."""
    if "reader" not in g:
        g.reader = db.engine.raw_connection()
    found: PoolProxiedConnection = g.reader
    return found


def forget_reader() -> None:
    """Give up a connection that failed; the database may have been restarted."""
    failed = g.pop("reader", None)
    if failed is not None:
        failed.invalidate()


def _stop_reading(_error: BaseException | None = None) -> None:
    g.pop("foreseen", None)
    done = g.pop("reader", None)
    if done is not None:
        done.close()


READS_ALONE = {"isolation_level": "AUTOCOMMIT"}
TOGETHER = {"isolation_level": "READ COMMITTED"}


def engine_options(url: str) -> dict[str, Any]:
    """How the engine of a database is made."""
    return READS_ALONE if url.startswith("postgresql") else {}


def _begin_on_postgresql() -> None:
    if db.engine.dialect.name == "postgresql":
        db.session.connection(execution_options=TOGETHER)


@contextmanager
def migrating_connection() -> Iterator[Connection]:
    """A connection on which a migration is one transaction."""
    postgresql = db.engine.dialect.name == "postgresql"
    token = _writing.set(True)
    try:
        with (db.engine.execution_options(**TOGETHER) if postgresql else db.engine).connect() as connection:
            yield connection
    finally:
        _writing.reset(token)


IDLE_SECONDS = 30
"""After how long a connection of the pool is asked whether it still lives: the database may have been restarted."""


def _ask_after_idleness(engine: Engine) -> None:
    driver_error = engine.dialect.loaded_dbapi.Error

    def note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["idle_since"] = time.monotonic()

    def ask(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get("idle_since", time.monotonic()) < IDLE_SECONDS:
            return
        try:
            connection.execute("SELECT 1")
        except driver_error:
            raise DisconnectionError from None

    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", ask)


@event.listens_for(Engine, "connect")
def _set_up_sqlite(connection: Any, _record: object) -> None:
    if not isinstance(connection, SQLiteConnection):
        return
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        f"synchronous = {SYNCHRONOUS}",
        "cache_size = -16000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    if _writing.get() and connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
