"""The reader's language: Indonesian first, English second."""

from flask import Flask, g, has_request_context, request
from flask_babel import Babel, get_locale, gettext
from flask_login import current_user
from markupsafe import Markup
from werkzeug.wrappers import Response

from elearn.extensions import settings
from elearn.security import REMEMBERED

COOKIE = "language"
LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}


def init_app(app: Flask) -> None:
    """Choose the language of each request, and tell templates."""
    Babel(
        app,
        default_locale="id",
        default_translation_directories="translations",
        locale_selector=_choose,
        timezone_selector=lambda: settings().timezone,
    )
    app.add_template_global(language)
    app.add_template_global(lang)
    app.jinja_env.globals["LANGUAGES"] = LANGUAGES


def language() -> str:
    """The language of this request: `id` or `en`."""
    return _choose() if has_request_context() else str(get_locale() or "id")[:2]


def contact() -> str:
    """Whom people ask for help: as the settings name them, or else in the reader's language."""
    return settings().contact or gettext("admin kepegawaian di unit kerja Anda")


def lang(written_in: str) -> Markup:
    """The `lang` attribute of a text that isn't written in the page's language, for who hears the page read out."""
    return Markup("") if written_in == language() else Markup(' lang="{}"').format(written_in)


def remember_language(response: Response, wanted: str) -> Response:
    """Let a response leave a cookie with the language that this browser's reader wants."""
    secure = settings().base_url.startswith("https://")
    response.set_cookie(COOKIE, wanted, max_age=REMEMBERED, secure=secure, httponly=True, samesite="Lax")
    return response


def settle_without_asking() -> None:
    """Settle on a language for this request without looking who is signed in, for when the database doesn't answer."""
    if "language" not in g:
        g.language = _of_cookie() or settings().language


def _choose() -> str:
    if not has_request_context():
        return settings().language
    if "language" not in g:
        g.language = _of_cookie() or _of_person() or settings().language
    chosen: str = g.language
    return chosen


def _of_cookie() -> str | None:
    wanted = request.cookies.get(COOKIE, "")
    return wanted if wanted in LANGUAGES else None


def _of_person() -> str | None:
    return current_user.language if current_user and current_user.is_authenticated else None
