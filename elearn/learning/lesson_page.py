"""A lesson's page: for everybody in the same state it differs in a token and a place alone, so it is kept."""

from collections import OrderedDict
from threading import Lock

from flask import g, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from elearn import kept_pages
from elearn.domain.course import Module, Unit
from elearn.filters import day
from elearn.languages import language
from elearn.learning import presenting
from elearn.learning.bodies import Practised, lesson_body
from elearn.learning.standing import Standing

TOKEN = "csrf_token"
PLACE = "place"
KEPT_TOKENS = 5_000


def lesson_page(standing: Standing, module: Module, unit: Unit, practised: Practised | None) -> ResponseReturnValue:
    """The page of a lesson, one of its practice questions perhaps just answered."""
    place = place_of(standing, unit)
    if practised or request.query_string or "_flashes" in session:
        return _render(standing, module, unit, practised, place)
    page = kept_pages.page(_key(standing, unit), (TOKEN, PLACE), lambda: _render_with_markers(standing, module, unit))
    return kept_pages.respond(page, {TOKEN: _token(), PLACE: str(place)})


_tokens: OrderedDict[str, str] = OrderedDict()
_lock = Lock()


def _token() -> str:
    """The token of this session's forms. It stays good as long as its session, so it is signed once."""
    secret = session.get(TOKEN, "")
    with _lock:
        kept = _tokens.get(secret)
    if kept is not None:
        return kept
    made: str = generate_csrf()
    with _lock:
        _tokens[session[TOKEN]] = made
        while len(_tokens) > KEPT_TOKENS:
            _tokens.popitem(last=False)
    return made


def place_of(standing: Standing, unit: Unit) -> int:
    """The paragraph that a learner stopped at; the beginning once they have completed the lesson."""
    record = standing.record(unit)
    return record.place if record and not record.completed_at else 0


def _key(standing: Standing, unit: Unit) -> tuple[object, ...]:
    """Everything that the page says of its reader, but for the slots."""
    record = standing.record(unit)
    completed = day(record.completed_at) if record and record.completed_at else ""
    states = tuple(standing.progress.state(each) for each in standing.course.units)
    reader = (language(), current_user.is_admin, standing.enrolled, bool(standing.completed_at))
    edition = standing.edition
    return (edition.course.slug, edition.sha256, edition.number, unit.identity, completed, states, *reader)


def _render_with_markers(standing: Standing, module: Module, unit: Unit) -> str:
    g.csrf_token = kept_pages.marker(TOKEN)
    try:
        return _render(standing, module, unit, None, kept_pages.marker(PLACE))
    finally:
        g.pop(TOKEN)


def _render(standing: Standing, module: Module, unit: Unit, practised: Practised | None, place: int | str) -> str:
    return render_template(
        "learning/lesson.html",
        standing=standing,
        module=module,
        unit=unit,
        position=presenting.position(standing, module, unit),
        record=standing.record(unit),
        place=place,
        body=lesson_body(standing.edition, unit, practised),
    )
