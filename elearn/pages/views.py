"""Health, language, privacy notice, the page without a connection."""

from flask import Blueprint, Response, current_app, g, jsonify, make_response, redirect, render_template, request
from flask_babel import refresh
from flask_login import current_user
from sqlalchemy import text
from werkzeug.wrappers import Response as AnyResponse

from elearn.accounts import people
from elearn.database import db
from elearn.extensions import settings
from elearn.languages import LANGUAGES, contact, language, remember_language
from elearn.security import own_address

blueprint = Blueprint("pages", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Say that the platform and its database answer."""
    db.session.execute(text("SELECT 1"))
    return jsonify(status="ok")


@blueprint.post("/language")
def choose_language() -> AnyResponse:
    """Remember the reader's language, on every device where they are signed in, and go back to where they were."""
    answer = redirect(own_address(request.form.get("next")) or "/", 303)
    wanted = request.form.get("language", "")
    if wanted not in LANGUAGES:
        return answer
    if current_user.is_authenticated:
        people.choose_language(current_user.id, wanted)
    return remember_language(answer, wanted)


@blueprint.get("/offline")
def offline() -> Response:
    """What a phone shows without a connection; it says nothing of a person, so it may be kept."""
    wanted = request.args.get("language", "")
    g.language = wanted if wanted in LANGUAGES else language()
    refresh()
    answer = make_response(render_template("pages/offline.html"))
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@blueprint.get("/sw.js")
def service_worker() -> AnyResponse:
    """The script that shows the page above. It stands at the root, since it looks after every page."""
    answer = current_app.send_static_file("js/sw.js")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@blueprint.get("/privacy")
def privacy() -> str:
    """Tell which personal data are kept, and why."""
    told = settings()
    return render_template("pages/privacy.html", organizer=told.organizer, issuer=told.issuer, contact=contact())
