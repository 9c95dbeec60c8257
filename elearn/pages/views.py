"""Health, language, privacy notice and the living page of patterns."""

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from sqlalchemy import text

from elearn.database import db
from elearn.extensions import settings
from elearn.languages import COOKIE, LANGUAGES
from elearn.security import REMEMBERED, own_address

blueprint = Blueprint("pages", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Say that the platform and its database answer."""
    db.session.execute(text("SELECT 1"))
    return jsonify(status="ok")


@blueprint.post("/language")
def choose_language() -> Response:
    """Remember the reader's language and go back to where they were."""
    answer = redirect(own_address(request.form.get("next")) or "/", 303)
    wanted = request.form.get("language", "")
    if wanted in LANGUAGES:
        secure = settings().base_url.startswith("https://")
        answer.set_cookie(COOKIE, wanted, max_age=REMEMBERED, secure=secure, httponly=True, samesite="Lax")
    return answer


@blueprint.get("/privacy")
def privacy() -> str:
    """Tell which personal data are kept, and why."""
    return render_template("pages/privacy.html", contact=settings().contact)
