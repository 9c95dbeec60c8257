"""A test client whose requests share nothing with the test or with each other, as in the real server."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from elearn.database import db


class SeparateClient(FlaskClient):
    """Without this, a request would find the `g` of the one before, and with it the person signed in then."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Ask in a context of its own; then let the test see what the request changed."""
        with self.application.app_context():
            response = super().open(*args, **{"buffered": True, **kwargs})
        db.session.rollback()
        db.session.expire_all()
        return response
