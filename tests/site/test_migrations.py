"""Migrations make exactly the schema that the models say, on whichever database the tests run."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from elearn.app import create_app
from elearn.database import Base, db
from tests.support.servers import fresh_database


def test_migrations_give_the_schema_of_the_models(app):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})

        differences = compare_metadata(context, Base.metadata)

    assert differences == []


def test_migrations_go_back_to_nothing(settings, request):
    with fresh_database(request.config.getoption("--database")) as url:
        other = create_app(type(settings)(**{**vars(settings), "database_url": url}))
        with other.app_context():
            upgrade()

            downgrade(revision="base")
            left = set(inspect(db.engine).get_table_names())
            db.engine.dispose()

    assert left == {"alembic_version"}


def test_migrations_are_numbered_in_order():
    names = sorted(path.name[:4] for path in Path("migrations/versions").glob("*.py"))

    assert names == [f"{number:04}" for number in range(1, len(names) + 1)]
