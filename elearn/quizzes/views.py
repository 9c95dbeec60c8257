"""Pages of quizzes: what a quiz asks, an attempt page by page, a last look before handing in, the result."""

from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_required

from elearn import clock
from elearn.courses.editions import edition
from elearn.domain import grading
from elearn.domain.course import Course, Module, QuizRules, Unit
from elearn.errors import wants_json
from elearn.filters import clock_seconds, clock_time, day, moment
from elearn.learning.presenting import after, position
from elearn.learning.service import PrerequisitesMissing
from elearn.learning.standing import Standing, standing_in
from elearn.quizzes import presenting, saving, service
from elearn.quizzes.forms import BadRequestName, read_save
from elearn.quizzes.reading import NoSuchAttempt, Sitting

blueprint = Blueprint("quizzes", __name__)

ATTEMPT = "/attempts/<int(max=2147483647):attempt_id>"


def show_quiz(standing: Standing, module: Module, unit: Unit) -> ResponseReturnValue:
    """A quiz: its rules, earlier attempts, and one button, which begins an attempt."""
    now = clock.now()
    if request.method == "POST":
        return _start(standing, unit, now)
    tried = service.tried(standing, unit, now=now)
    return render_template(
        "quizzes/quiz.html",
        standing=standing,
        module=module,
        unit=unit,
        position=position(standing, module, unit),
        record=standing.record(unit),
        size=grading.paper_size(standing.course, unit),
        tried=tried,
        offer=presenting.offer(_rules(unit), tried, now),
        opening=opening,
    )


def _start(standing: Standing, unit: Unit, now: datetime) -> ResponseReturnValue:
    try:
        attempt_id = service.start(current_user.id, standing, unit, now=now)
    except PrerequisitesMissing:
        flash(_("Selesaikan dulu pelatihan prasyaratnya, ya."), "warning")
    except service.NoAttemptsLeft:
        flash(_("Semua percobaan kuis ini sudah Anda pakai."), "warning")
    except service.NotYetOpen as later:
        flash(opening(later.opens_at), "warning")
    else:
        return redirect(url_for("quizzes.show_attempt", attempt_id=attempt_id), HTTPStatus.SEE_OTHER)
    return redirect(request.path, HTTPStatus.SEE_OTHER)


def opening(at: datetime) -> str:
    """When the next attempt opens, with its day where that isn't today."""
    when = clock_time(at) if day(at) == day(clock.now()) else moment(at)
    return str(_("Percobaan berikutnya terbuka %(when)s.", when=when))


@blueprint.get(f"{ATTEMPT}/")
@login_required
def show_attempt(attempt_id: int) -> ResponseReturnValue:
    """A page of an attempt's questions; without a number, the first that has something to answer."""
    now = clock.now()
    sitting = _sitting_or_404(attempt_id, now)
    if not sitting.open:
        return redirect(url_for(".show_result", attempt_id=attempt_id))
    return render_template(
        "quizzes/attempt.html",
        sitting=sitting,
        course=_course(sitting),
        page=presenting.page(sitting, request.args.get("page", type=int)),
        left=presenting.seconds_left(sitting.deadline_at, now),
    )


@blueprint.get(f"{ATTEMPT}/review")
@login_required
def review(attempt_id: int) -> ResponseReturnValue:
    """A last look before handing in: which questions are answered, and which aren't."""
    now = clock.now()
    sitting = _sitting_or_404(attempt_id, now)
    if not sitting.open:
        return redirect(url_for(".show_result", attempt_id=attempt_id))
    return render_template(
        "quizzes/review.html",
        sitting=sitting,
        placed=presenting.placed(sitting),
        page=presenting.page(sitting, None),
        left=presenting.seconds_left(sitting.deadline_at, now),
    )


@blueprint.post(f"{ATTEMPT}/answers")
@login_required
def save_answers(attempt_id: int) -> ResponseReturnValue:
    """Save answers: for a script with a receipt, for a form on the way to its next page."""
    now = clock.now()
    try:
        done = saving.save(attempt_id, current_user.id, read_save(request.form), now=now)
    except NoSuchAttempt:
        abort(HTTPStatus.NOT_FOUND)
    except (BadRequestName, saving.NothingToSave):
        abort(HTTPStatus.BAD_REQUEST)
    except saving.AttemptOver:
        return _over(attempt_id)
    if not wants_json():
        return redirect(_way_on(attempt_id), HTTPStatus.SEE_OTHER)
    return jsonify(
        saved_at=clock_seconds(done.receipt.saved_at),
        code=done.receipt.code,
        overtaken=done.overtaken,
        left=presenting.seconds_left(done.deadline_at, now),
    )


def _over(attempt_id: int) -> ResponseReturnValue:
    result = url_for("quizzes.show_result", attempt_id=attempt_id)
    if wants_json():
        return jsonify(error="attempt-over", address=result), HTTPStatus.CONFLICT
    flash(_("Percobaan ini sudah berakhir. Yang dinilai adalah jawaban yang tersimpan sebelumnya."), "warning")
    return redirect(result, HTTPStatus.SEE_OTHER)


def _way_on(attempt_id: int) -> str:
    """Where the button that was pressed leads: a page of questions, or the last look."""
    if request.form.get("go") == "review":
        return url_for("quizzes.review", attempt_id=attempt_id)
    return url_for("quizzes.show_attempt", attempt_id=attempt_id, page=request.form.get("go", type=int))


@blueprint.post(f"{ATTEMPT}/submit")
@login_required
def submit(attempt_id: int) -> ResponseReturnValue:
    """Hand the attempt in."""
    try:
        service.submit(attempt_id, current_user.id, now=clock.now())
    except NoSuchAttempt:
        abort(HTTPStatus.NOT_FOUND)
    return redirect(url_for(".show_result", attempt_id=attempt_id), HTTPStatus.SEE_OTHER)


@blueprint.get(f"{ATTEMPT}/result")
@login_required
def show_result(attempt_id: int) -> ResponseReturnValue:
    """How an attempt ended: what was right and why, what to read again, and what comes next."""
    now = clock.now()
    sitting = _sitting_or_404(attempt_id, now)
    if sitting.grade is None:
        return redirect(url_for(".show_attempt", attempt_id=attempt_id))
    standing = standing_in(current_user.id, _course(sitting).slug) or abort(404)
    unit = standing.edition.unit(sitting.identity)
    marks = presenting.marked(sitting)
    return render_template(
        "quizzes/result.html",
        sitting=sitting,
        standing=standing,
        unit=unit,
        marks=marks,
        shown=grading.shows_answers(sitting.paper.rules, sitting.grade.passed),
        reread=presenting.to_reread(marks, standing.edition),
        offer=presenting.offer(_rules(unit), service.tried(standing, unit, now=now), now) if unit else None,
        following=after(standing, unit) if unit else None,
        opening=opening,
    )


def _sitting_or_404(attempt_id: int, now: datetime) -> Sitting:
    try:
        return service.look(attempt_id, current_user.id, now=now)
    except NoSuchAttempt:
        abort(HTTPStatus.NOT_FOUND)


def _course(sitting: Sitting) -> Course:
    """The course as it was when the attempt began."""
    return edition(sitting.edition_id).course


def _rules(unit: Unit) -> QuizRules:
    return unit.quiz or QuizRules()
