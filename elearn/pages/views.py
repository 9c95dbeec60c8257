"""Health, language, privacy notice and the living page of patterns."""

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from sqlalchemy import text
from werkzeug.wrappers import Response as AnyResponse

from elearn.database import db
from elearn.extensions import settings
from elearn.languages import LANGUAGES, remember_language
from elearn.security import own_address

blueprint = Blueprint("pages", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Say that the platform and its database answer."""
    db.session.execute(text("SELECT 1"))
    return jsonify(status="ok")


@blueprint.post("/language")
def choose_language() -> AnyResponse:
    """Remember the reader's language and go back to where they were."""
    answer = redirect(own_address(request.form.get("next")) or "/", 303)
    wanted = request.form.get("language", "")
    return remember_language(answer, wanted) if wanted in LANGUAGES else answer


@blueprint.get("/privacy")
def privacy() -> str:
    """Tell which personal data are kept, and why."""
    return render_template("pages/privacy.html", contact=settings().contact)
