"""Compressed responses, for phones on a bad connection."""

import gzip

from flask import Flask, Response, request

SMALLEST = 600
LEVEL = 5
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/manifest+json")


def init_app(app: Flask) -> None:
    """Compress texts for browsers that take gzip."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if "Content-Encoding" in response.headers or not (response.mimetype or "").startswith(TEXTS):
        return response
    response.vary.add("Accept-Encoding")
    if response.status_code != 200 or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) >= SMALLEST:
        response.set_data(gzip.compress(body, LEVEL, mtime=0))
        response.content_encoding = "gzip"
    return response
