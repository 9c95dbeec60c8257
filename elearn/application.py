"""Flask's application and its session cookies, without two costs that every request would pay for nothing."""

from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies. What signs them follows from the settings alone, so it is made once."""

    def __init__(self) -> None:
        self._made: dict[Any, URLSafeTimedSerializer | None] = {}

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs the cookies of an application."""
        secret = app.secret_key
        if secret not in self._made:
            self._made = {secret: super().get_signing_serializer(app)}
        return self._made[secret]


class Application(Flask):
    """A Flask application none of whose functions is a coroutine, so that none is looked at for it."""

    session_interface = Sessions()

    def ensure_sync(self, func: Any) -> Any:
        """The function itself."""
        return func
