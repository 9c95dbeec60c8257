"""Errors are pages in the reader's language, with a way on."""

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, Unauthorized

from elearn.database import db
from elearn.languages import settle_without_asking
from elearn.logs import logger

PAGES = (400, 403, 404, 405, 413, 429, 500)


def init_app(app: Flask) -> None:
    """Answer errors with pages, or with JSON to a script."""
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(CSRFError, _answer_expired_form)
    app.register_error_handler(Exception, _answer_unexpected)


def _answer(error: HTTPException) -> Response | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    if wants_json():
        answer = jsonify(error=error.name)
    else:
        page = code if code in PAGES else (500 if code >= 500 else 400)
        answer = make_response(_trouble() if page == 500 else render_template(f"errors/{page}.html"))
    answer.status_code = code
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            answer.headers[name] = value
    return answer


def _trouble() -> str:
    """The page for what we didn't foresee, made without asking who reads it: that may be just what fails."""
    return current_app.jinja_env.get_template("errors/500.html").render()


def _answer_expired_form(error: CSRFError) -> Response | HTTPException:
    """A script of somebody whose session ended is told that, and not of the token that went with the session."""
    if not wants_json():
        answer = make_response(render_template("errors/expired_form.html"))
    elif current_user.is_authenticated:
        answer = jsonify(error="expired-form")
    else:
        return _answer(Unauthorized())
    answer.status_code = 400
    return answer


def _answer_unexpected(error: Exception) -> Response | HTTPException:
    db.session.rollback()
    settle_without_asking()
    logger.error("unexpected", exc_info=error, extra={"fields": {"route": str(request.url_rule or "unknown")}})
    return _answer(InternalServerError())


def wants_json() -> bool:
    """Whether the asker is a script of ours rather than a person."""
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"
