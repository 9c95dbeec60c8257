"""Fixtures: the application on a database of its own, people, published courses, a visitor.

`--database postgresql` runs the same tests on a real PostgreSQL server, which pytest starts and ends.
"""

import os
import secrets
from collections.abc import Callable, Iterator
from functools import lru_cache

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade

from config import Settings
from elearn import clock, database
from elearn.accounts.models import User
from elearn.app import create_app
from elearn.courses import publishing
from elearn.courses.editions import LiveEdition, live
from elearn.coursetext.load import Loaded, load
from elearn.database import Base, db
from tests.support.client import SeparateClient
from tests.support.people import People
from tests.support.servers import fresh_database
from tests.support.visitor import Visitor

hypothesis.settings.register_profile(
    "elearn",
    deadline=None,  # machines are shared: how long one example takes says nothing
    derandomize=bool(os.environ.get("CI")),  # developers' runs look for new examples; CI judges a change, not luck
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("elearn")
database.SYNCHRONOUS = "NORMAL"  # a power cut in mid-test loses nothing that anybody needs


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite")


@pytest.fixture(scope="session")
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database for this process alone."""
    with fresh_database(request.config.getoption("--database")) as url:
        yield url


@pytest.fixture(scope="session")
def settings(database_url: str) -> Settings:
    """Settings as in production, but for cheap passwords."""
    return Settings(
        secret_key=secrets.token_hex(32),
        database_url=database_url,
        environment="testing",
        base_url="http://localhost",
        signatory_name="Kepala Contoh",
    )


@pytest.fixture(scope="session")
def migrated_app(settings: Settings) -> Iterator[Flask]:
    """The application, its database made by the migrations."""
    app = create_app(settings)
    app.test_client_class = SeparateClient
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(migrated_app: Flask) -> Iterator[Flask]:
    """The application inside its context, with an empty database."""
    with migrated_app.app_context():
        yield migrated_app
        db.session.remove()
        _empty_database()


_FILLED = " UNION ALL ".join(
    f"SELECT '{table.name}' WHERE EXISTS (SELECT 1 FROM \"{table.name}\")"
    for table in reversed(Base.metadata.sorted_tables)
)
"""The names of the tables that have rows."""


def _empty_database() -> None:
    """Delete from the tables that have rows: most tests fill a few, and emptying all took longer than many a test.

    Which have is asked inside of the transaction: a browser's last request may still be writing.
    """
    with db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            begin = ["BEGIN", "SET LOCAL session_replication_role = replica"]  # no order suits every foreign key
        else:
            begin = ["BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys = ON"]
        for statement in begin:
            connection.exec_driver_sql(statement)
        names = connection.exec_driver_sql(_FILLED).scalars().all()
        for statement in (*(f'DELETE FROM "{name}"' for name in names), "COMMIT"):
            connection.exec_driver_sql(statement)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without cookies."""
    return app.test_client()


@pytest.fixture
def people(app: Flask) -> People:
    """Makes people."""
    return People()


@pytest.fixture
def visit(app: Flask) -> Callable[[User | None], Visitor]:
    """`visit(person)` is that person's browser, signed in; `visit(None)` a stranger's."""

    def start(person: User | None = None) -> Visitor:
        return Visitor(app.test_client(), person)

    return start


@lru_cache(maxsize=64)
def _loaded(slug: str, sources: tuple[tuple[str, bytes], ...]) -> Loaded:
    """Loading is a pure function of the files, and hundreds of tests publish the same few courses."""
    return load(slug, dict(sources))


@pytest.fixture
def publish(app: Flask) -> Callable[..., LiveEdition]:
    """`publish(files, slug="kursus")` publishes course files, given as texts or bytes by path."""

    def run(files: dict[str, str | bytes], slug: str = "kursus") -> LiveEdition:
        sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        loaded = _loaded(slug, tuple(sources.items()))
        publishing.publish(slug, sources, loaded, now=clock.now(), by=None)
        found = live(slug)
        assert found is not None
        return found

    return run
