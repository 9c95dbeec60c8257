"""Static files: addressed with a hash of their content, so that browsers may keep them for a year."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request, url_for

STATIC = Path(__file__).parent / "static"
YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Give templates `asset`, and let addresses that carry the hash be kept."""
    app.add_template_global(asset)
    app.after_request(_keep_long)


def asset(name: str) -> str:
    """The address of a static file, changing with its content."""
    return url_for("static", filename=name, v=_digest(name))


def has_asset(name: str) -> bool:
    """Whether a static file is there; what stands in `vendor/` is made by a command."""
    return (STATIC / name).exists()


@cache
def _digest(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def _keep_long(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
