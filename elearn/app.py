"""The application factory: settings, extensions, features, commands. Nothing happens at import."""

import sys

from flask import Flask

import config
from elearn import assets, compression, database, errors, features, filters, languages, logs, security
from elearn.accounts import signing_in
from elearn.application import Application
from elearn.database import db
from elearn.extensions import csrf, migrate


def create_app(settings: config.Settings | None = None) -> Flask:
    """The application under `settings`, which come from the environment unless given."""
    settings = settings or _settings_or_stop()
    app = Application(__name__, instance_path=str(config.INSTANCE))
    app.config.from_mapping(security.flask_config(settings))
    app.extensions["settings"] = settings
    database.init_app(app)
    migrate.init_app(app, db, directory=str(config.ROOT / "migrations"), render_as_batch=True)
    csrf.init_app(app)
    for part in (logs, security, assets, languages, filters, signing_in, errors, compression, features):
        part.init_app(app)
    return app


def _settings_or_stop() -> config.Settings:
    try:
        return config.from_environment()
    except config.BadSetting as wrong:
        sys.exit(f"elearn: {wrong}")
