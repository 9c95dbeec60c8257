"""Trying a draft as a learner: its course page, lessons and quizzes, leaving no trace anywhere."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

from flask import abort, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from elearn import clock
from elearn.domain import answers, grading
from elearn.domain.course import Module, QuizRules, Unit, UnitKind
from elearn.extensions import settings
from elearn.learning import presenting
from elearn.learning.bodies import Practised, lesson_body, practice_fragment
from elearn.learning.service import judged
from elearn.learning.standing import Standing
from elearn.quizzes import presenting as quiz_presenting
from elearn.studio import trials
from elearn.studio.access import draft_to_read_or_404, may_write, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.compiled import compiled
from elearn.studio.drafts import files_of
from elearn.studio.publish_views import today
from elearn.studio.trials import Trial, TrialPaper

COOKIE = "trial"


@dataclass(frozen=True)
class Trying:
    """A draft that is tried: how far its trier came, the standing that makes, and where they came from."""

    back: str
    trial: Trial
    standing: Standing
    now: datetime
    left_out: tuple[str, ...] = ()
    """The titles of the units that have errors, so that they can't be tried yet."""


@blueprint.get("/<slug>/try/")
@writers_only
def try_course(slug: str) -> ResponseReturnValue:
    """The course page as learners would meet it."""
    trying = _trying(slug)
    if trying is None:
        return _not_yet(slug)
    page = render_template(
        "studio/try_course.html",
        back=trying.back,
        left_out=trying.left_out,
        standing=trying.standing,
        review_overdue=False,
        organizer=settings().organizer,
    )
    return _remembering(trying, trying.trial, page)


@blueprint.post("/<slug>/try/enrol")
@writers_only
def try_enrol(slug: str) -> ResponseReturnValue:
    """Begin the course, and go straight to its first unit."""
    trying = _trying(slug) or abort(HTTPStatus.NOT_FOUND)
    unit = trying.standing.next_unit
    to = f"{trying.standing.address}{unit.address}/" if unit else trying.standing.address
    return _remembering(trying, replace(trying.trial, begun=True), redirect(to, HTTPStatus.SEE_OTHER))


@blueprint.post("/<slug>/try/again")
@writers_only
def try_again(slug: str) -> ResponseReturnValue:
    """Forget how far the trial came."""
    trying = _trying(slug) or abort(HTTPStatus.NOT_FOUND)
    return _remembering(trying, Trial(), redirect(trying.standing.address, HTTPStatus.SEE_OTHER))


@blueprint.route("/<slug>/try/<module>/<unit>/", methods=["GET", "POST"])
@writers_only
def try_unit(slug: str, module: str, unit: str) -> ResponseReturnValue:
    """A lesson or a quiz as learners would meet it."""
    trying = _trying(slug)
    found = trying.standing.edition.find(f"{module}/{unit}") if trying else None
    if trying is None or found is None:
        return _not_yet(slug, f"{module}/{unit}")
    show = _lesson if found[1].kind is UnitKind.LESSON else _quiz
    return show(trying, *found)


def _lesson(trying: Trying, module: Module, unit: Unit) -> ResponseReturnValue:
    if request.method != "POST":
        return _lesson_page(trying, module, unit, None)
    if "question" in request.form:
        return _practise(trying, module, unit)
    if request.form.get("action") == "place":
        return "", HTTPStatus.NO_CONTENT
    following = presenting.after(trying.standing, unit)
    to = f"{trying.standing.address}{following.address}/" if following else trying.standing.address
    return _remembering(trying, trying.trial.with_done(unit), redirect(to, HTTPStatus.SEE_OTHER))


def _practise(trying: Trying, module: Module, unit: Unit) -> ResponseReturnValue:
    question = next((q for q in unit.questions if q.id == request.form["question"]), None) or abort(404)
    answer = answers.read(question, request.form.to_dict(flat=False))
    practised = Practised(question.id, answer, judged(question, answer) if answer is not None else None)
    if request.headers.get("X-Fragment") == "question":
        return practice_fragment(trying.standing.edition, unit, practised)
    return _lesson_page(trying, module, unit, practised)


def _lesson_page(trying: Trying, module: Module, unit: Unit, practised: Practised | None) -> str:
    return render_template(
        "studio/try_lesson.html",
        **_shown(trying, module, unit),
        place=0,
        body=lesson_body(trying.standing.edition, unit, practised),
    )


def _quiz(trying: Trying, module: Module, unit: Unit) -> ResponseReturnValue:
    if request.method != "POST":
        return _quiz_page(trying, module, unit)
    paper, begun = _read_paper(trying)
    if not begun and not _offer(trying, unit).can_begin:
        return _quiz_page(trying, module, unit)
    go = request.form.get("go", "")
    deadline_at = grading.deadline(unit.quiz or QuizRules(), paper.started_at)
    if go == "submit" or not grading.takes_answers(deadline_at, trying.now):
        return _result(trying, unit, paper)
    return _attempt_page(trying, unit, paper, review=go == "review", wanted=request.form.get("go", type=int))


def _quiz_page(trying: Trying, module: Module, unit: Unit) -> str:
    return render_template(
        "studio/try_quiz.html",
        **_shown(trying, module, unit),
        size=grading.paper_size(trying.standing.course, unit),
        tried=(),
        offer=_offer(trying, unit),
        opening=None,
    )


def _offer(trying: Trying, unit: Unit) -> quiz_presenting.Offer:
    return quiz_presenting.offer(unit.quiz or QuizRules(), trying.trial.tried(unit), trying.now)


def _read_paper(trying: Trying) -> tuple[TrialPaper, bool]:
    """The attempt so far, and whether it was begun; a new one where it wasn't."""
    begun = _unsigned(request.form.get("paper", ""), "paper")
    if begun is None:
        return TrialPaper(secrets.token_hex(16), trying.now), False
    return trials.trial_paper_of(begun), True


def _attempt_page(trying: Trying, unit: Unit, paper: TrialPaper, *, review: bool, wanted: int | None) -> str:
    course = trying.standing.course
    sitting = trials.trial_sitting(course, unit, paper, trying.now)
    given = {q.id: answers.read(q, request.form.to_dict(flat=False)) for q in trials.asked(sitting, _asked_ids())}
    paper = paper.with_answers(given)
    sitting = trials.trial_sitting(course, unit, paper, trying.now)
    return render_template(
        "studio/try_review.html" if review else "studio/try_attempt.html",
        back=trying.back,
        standing=trying.standing,
        unit=unit,
        sitting=sitting,
        placed=quiz_presenting.placed(sitting),
        page=quiz_presenting.page(sitting, wanted),
        paper=_signed(paper.as_data(), "paper"),
    )


def _asked_ids() -> frozenset[str]:
    return frozenset(request.form.getlist("question"))


def _result(trying: Trying, unit: Unit, paper: TrialPaper) -> ResponseReturnValue:
    sitting = trials.trial_sitting(trying.standing.course, unit, paper, trying.now, ended=True)
    passed = sitting.grade is not None and sitting.grade.passed
    ended = trying.trial.with_ended(unit, trying.now)
    trial = ended.with_done(unit) if passed else ended
    marks = quiz_presenting.marked(sitting)
    page = render_template(
        "studio/try_result.html",
        back=trying.back,
        standing=trying.standing,
        unit=unit,
        sitting=sitting,
        marks=marks,
        shown=grading.shows_answers(sitting.paper.rules, passed),
        reread=quiz_presenting.to_reread(marks, trying.standing.edition),
        following=presenting.after(trying.standing, unit),
    )
    return _remembering(trying, trial, page)


def _shown(trying: Trying, module: Module, unit: Unit) -> dict[str, Any]:
    return {
        "back": trying.back,
        "standing": trying.standing,
        "module": module,
        "unit": unit,
        "position": presenting.position(trying.standing, module, unit),
        "record": trying.standing.record(unit),
    }


def _trying(slug: str) -> Trying | None:
    """The draft as it is tried; None while it has errors."""
    draft, now = draft_to_read_or_404(slug), clock.now()
    made = compiled(slug, files_of(draft.id), today())
    course = trials.sound_course(made)
    if course is None:
        return None
    at = url_for("studio.try_course", slug=slug)
    trial = trials.trial_of(_unsigned(request.cookies.get(COOKIE, ""), COOKIE) or {})
    edition = trials.trial_edition(slug, made, course, at, now)
    back = url_for(".outline" if may_write(draft) else ".show_review", slug=slug)
    tried = {unit.identity for unit in course.units}
    every = made.loaded.readable.units if made.loaded.readable else ()
    left_out = tuple(unit.title for unit in every if unit.identity not in tried)
    return Trying(back, trial, trials.trial_standing(edition, trial, at, now), now, left_out)


def _not_yet(slug: str, address: str = "") -> ResponseReturnValue:
    """A page that says why the draft, or the unit at an address, can't be tried yet; 404 for what isn't there."""
    draft = draft_to_read_or_404(slug)
    course = compiled(slug, files_of(draft.id), today()).loaded.readable
    units = course.units if course else ()
    unit = next((each for each in units if each.address == address), None)
    if course and address and unit is None:
        abort(HTTPStatus.NOT_FOUND)
    return render_template("studio/try_not_yet.html", draft=draft, unit=unit, course=course, writes=may_write(draft))


def _remembering(trying: Trying, trial: Trial, answer: str | Response) -> Response:
    """The answer, with how far the trial came in a cookie that only the trial's own pages get."""
    response = make_response(answer)
    response.set_cookie(
        COOKIE,
        _signed(trial.as_data(), COOKIE),
        path=trying.standing.address,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response


def _signed(data: Mapping[str, Any], purpose: str) -> str:
    return str(_signer(purpose).dumps(data))


def _unsigned(text: str, purpose: str) -> dict[str, Any] | None:
    """What was signed for a purpose; None for anything else."""
    try:
        found: dict[str, Any] = _signer(purpose).loads(text)
    except BadSignature:
        return None
    return found


def _signer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(settings().secret_key, salt=f"studio-{purpose}")
