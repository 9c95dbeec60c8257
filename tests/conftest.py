"""Fixtures: the application on a database of its own, people, published courses, a visitor.

`--database postgresql` runs the same tests on a real PostgreSQL server, which pytest starts and ends.
"""

import os
import secrets
from collections.abc import Callable, Iterator

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


def _empty_database() -> None:
    tables = reversed(Base.metadata.sorted_tables)
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            names = ", ".join(f'"{table.name}"' for table in tables)
            connection.exec_driver_sql(f"TRUNCATE {names} CASCADE")
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for table in tables:
                connection.execute(table.delete())


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


@pytest.fixture
def publish(app: Flask) -> Callable[..., LiveEdition]:
    """`publish(files, slug="kursus")` publishes course files, given as texts or bytes by path."""

    def run(files: dict[str, str | bytes], slug: str = "kursus") -> LiveEdition:
        from elearn.coursetext.load import load

        sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        loaded = load(slug, sources)
        publishing.publish(slug, sources, loaded, now=clock.now(), by=None)
        found = live(slug)
        assert found is not None
        return found

    return run
