"""What holds for every request: headers, cookies, hosts, sizes, and no page with a person on it kept by a cache."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, abort, request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from config import Settings
from elearn.database import engine_options
from elearn.extensions import settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
REMEMBERED = timedelta(days=60)
LARGEST_REQUEST = 256 * 1024
LARGEST_ID = 2**31 - 1


def flask_config(settings: Settings) -> dict[str, Any]:
    """Flask's configuration that follows from the settings."""
    secure = settings.base_url.startswith("https://")
    return {
        "TESTING": settings.environment == "testing",
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": _driver(settings.database_url),
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database_url),
        "SESSION_COOKIE_NAME": "__Host-elearn" if secure else "elearn",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": REMEMBERED,
        "SESSION_REFRESH_EACH_REQUEST": False,
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
        "MAX_FORM_PARTS": 2000,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "WTF_I18N_ENABLED": True,
        "TEMPLATES_AUTO_RELOAD": settings.environment == "development",
    }


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


class RowNumber(IntegerConverter):
    """A number in an address, as far as a column of ids can hold it; a larger one leads nowhere."""

    def __init__(self, map: Map, max: int = LARGEST_ID) -> None:
        super().__init__(map, max=max)


def row_number(text: str) -> int:
    """A number that somebody sent, as far as a column of ids can hold it.

    Raises:
        ValueError: it is none, or too large.
    """
    number = int(text)
    if abs(number) > LARGEST_ID:
        raise ValueError(text)
    return number


def policy_with_styles(nonce: str) -> str:
    """The policy of a page on which a script of ours writes styles, which carry the nonce."""
    return POLICY.replace("style-src 'self'", f"style-src 'self' 'nonce-{nonce}'")


def init_app(app: Flask) -> None:
    """Check the host and the characters of each request and set the headers of each response."""
    app.url_map.converters["int"] = RowNumber
    proxies = app.extensions["settings"].proxies
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    app.before_request(_check_host)
    app.before_request(_check_characters)
    app.wsgi_app = _with_headers(app.wsgi_app, app.extensions["settings"])  # type: ignore[assignment,method-assign]


def own_address(target: str | None) -> str | None:
    """The target of a redirect if it is a path of this site, else None."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or any(ord(char) < 33 or char == "\\" for char in target):
        return None
    return target


def _check_host() -> None:
    allowed = settings().hosts
    if allowed and _name_of(request.host) not in allowed:
        abort(400)


@lru_cache(maxsize=64)
def _name_of(host: str) -> str:
    """A host without its port."""
    return urlsplit(f"//{host}").hostname or ""


def _check_characters() -> None:
    """Nobody types a NUL, and PostgreSQL can't keep one: an address with one is no page, pasted text goes without."""
    if "\0" in request.path or (request.query_string and _has_nul(request.args)):
        abort(400)
    if request.method == "POST" and _has_nul(request.form):
        fields = request.form.items(multi=True)
        request.form = ImmutableMultiDict([(name, value.replace("\0", "")) for name, value in fields])


def _has_nul(fields: MultiDict[str, str]) -> bool:
    return any("\0" in value for _name, value in fields.items(multi=True))


def _with_headers(application: "WSGIApplication", settings: Settings) -> "WSGIApplication":
    """The application, each answer of which gets the headers that it didn't set itself.

    Around Flask instead of in it: whatever answers, also when it fails, has them, and they cost next to nothing.
    """
    headers = [(name.lower(), name, value) for name, value in _headers(settings)]

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        def start(status: str, own: list[tuple[str, str]], error: Any = None) -> Callable[[bytes], object]:
            names = {name.lower() for name, _value in own}
            own += [(name, value) for lower, name, value in headers if lower not in names]
            return start_response(status, own, error)

        return application(environ, start)

    return answer


def _headers(settings: Settings) -> list[tuple[str, str]]:
    always = [*HEADERS.items(), ("Cache-Control", "no-store")]
    if settings.base_url.startswith("https://"):
        always.append(("Strict-Transport-Security", "max-age=31536000; includeSubDomains"))
    return always
