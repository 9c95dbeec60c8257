"""Flask extensions that several parts share."""

from flask import current_app
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

from config import Settings

csrf = CSRFProtect()
migrate = Migrate()
login_manager = LoginManager()


def settings() -> Settings:
    """The settings of the running application."""
    found: Settings = current_app.extensions["settings"]
    return found
