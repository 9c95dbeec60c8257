"""Flask's application and its session cookies, without costs that every request would pay for nothing."""

import time
from collections import OrderedDict
from threading import Lock
from typing import Any

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

KEPT_COOKIES = 5_000
KEPT_SECONDS = 600
PLAIN = (str, int, bool)


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies, whose signature isn't verified again for each of the pages that a person looks at.

    What signs them follows from the settings alone, so it is made once. A cookie that was found good stays good for
    ten minutes, which is little beside the days that sessions last; who is signed in is asked of the database anew.
    """

    def __init__(self) -> None:
        self._made: dict[Any, URLSafeTimedSerializer | None] = {}
        self._good: OrderedDict[tuple[Any, str], tuple[float, dict[str, Any]]] = OrderedDict()
        self._lock = Lock()

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs the cookies of an application."""
        secret = app.secret_key
        if secret not in self._made:
            self._made = {secret: super().get_signing_serializer(app)}
        return self._made[secret]

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a request, empty if its cookie isn't good."""
        key = (app.secret_key, request.cookies.get(self.get_cookie_name(app), ""))
        now = time.monotonic()
        with self._lock:
            until, values = self._good.get(key, (0.0, {}))
        if now < until:
            return self.session_class(values)
        session = super().open_session(app, request)
        if session and all(isinstance(value, PLAIN) for value in session.values()):
            self._keep(key, now + KEPT_SECONDS, dict(session))
        return session

    def _keep(self, key: tuple[Any, str], until: float, values: dict[str, Any]) -> None:
        with self._lock:
            self._good[key] = (until, values)
            while len(self._good) > KEPT_COOKIES:
                self._good.popitem(last=False)


class Application(Flask):
    """A Flask application none of whose functions is a coroutine, so that none is looked at for it."""

    session_interface = Sessions()

    def ensure_sync(self, func: Any) -> Any:
        """The function itself."""
        return func
