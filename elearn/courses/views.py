"""Serving the media of courses."""

from io import BytesIO

from flask import Blueprint, Response, abort, send_file
from flask_login import login_required

from elearn.courses import media

blueprint = Blueprint("courses", __name__)

KEPT = 365 * 24 * 3600
SHOWN_IN_PAGES = ("image/", "audio/", "video/")
FROZEN = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""Nothing in a media file runs, should somebody open it by itself."""


@blueprint.get("/courses/<slug>/media/<name>")
@login_required
def show_media(slug: str, name: str) -> Response:
    """A media file; its address changes with its content, so a browser may keep it."""
    found = media.find(slug, name.partition(".")[0])
    if found is None:
        abort(404)
    return media_response(found, name)


def media_response(found: media.Media, name: str) -> Response:
    """A media file under a name, kept by browsers, with headers under which nothing in it runs."""
    answer = send_file(
        BytesIO(found.data),
        mimetype=found.content_type,
        etag=found.sha256,
        conditional=True,
        download_name=name,
        as_attachment=not found.content_type.startswith(SHOWN_IN_PAGES),
    )
    answer.headers["Cache-Control"] = f"private, max-age={KEPT}, immutable"
    answer.headers["Content-Security-Policy"] = FROZEN
    return answer
