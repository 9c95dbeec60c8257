"""Run migrations on the application's database. New ones: flask db migrate -m "what" --rev-id 0002."""

from importlib import import_module
from pathlib import Path

from alembic import context
from flask import current_app

from elearn.database import Moment, migrating_connection

extension = current_app.extensions["migrate"]

for path in sorted(Path(current_app.root_path).glob("*/models.py")):
    import_module(f"elearn.{path.parent.name}.models")


def render_item(kind, item, autogen_context):
    """Write our own column type by its name."""
    if kind == "type" and isinstance(item, Moment):
        autogen_context.imports.add("from elearn.database import Moment")
        return "Moment()"
    return False


def run() -> None:
    """Run in one transaction, so that a migration that fails leaves nothing behind."""
    with migrating_connection() as connection:
        context.configure(
            connection=connection,
            target_metadata=extension.db.metadata,
            render_item=render_item,
            **extension.configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
