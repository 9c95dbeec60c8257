"""Catalogue, course and lesson pages."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_required

from elearn import clock
from elearn.domain import answers
from elearn.domain.course import Module, Unit
from elearn.extensions import settings
from elearn.learning import presenting, service
from elearn.learning.bodies import Practised, practice_fragment
from elearn.learning.differing import shown_changes
from elearn.learning.lesson_page import lesson_page
from elearn.learning.standing import Standing, standing_in, standings_of

blueprint = Blueprint("learning", __name__)


@blueprint.get("/courses/")
@login_required
def catalogue() -> str:
    """Every course, searched and filtered by plain links and a form."""
    chosen = {name: request.args.get(name, "").strip() for name in ("q", "competency", "length")}
    found = presenting.matching(standings_of(current_user.id), chosen["q"], chosen["competency"], chosen["length"])
    return render_template("learning/catalogue.html", standings=found, chosen=chosen, lengths=presenting.LENGTHS)


@blueprint.get("/courses/<slug>/")
@login_required
def show_course(slug: str) -> str:
    """What a course is and where the learner stands in it."""
    found = standing_in(current_user.id, slug) or abort(404)
    standing = service.up_to_date(current_user.id, found, now=clock.now())
    today = clock.now().astimezone(settings().zone).date()
    review_due = standing.course.review_due
    overdue = review_due is not None and review_due < today
    return render_template(
        "learning/course.html", standing=standing, review_overdue=overdue, organizer=settings().organizer
    )


@blueprint.post("/courses/<slug>/enrol")
@login_required
def enrol(slug: str) -> ResponseReturnValue:
    """Take a course, and go straight to its next unit."""
    standing = standing_in(current_user.id, slug) or abort(404)
    try:
        service.enrol(current_user.id, standing, now=clock.now())
    except (service.PrerequisitesMissing, service.CourseArchived):
        return _back_to_course(standing)
    unit = standing.next_unit
    return redirect(address_of(standing, unit) if unit else url_for(".show_course", slug=slug), 303)


@blueprint.route("/courses/<slug>/<module>/<unit>/", methods=["GET", "POST"])
@login_required
def show_unit(slug: str, module: str, unit: str) -> ResponseReturnValue:
    """A unit's page, by its kind; an address that a unit had formerly leads to the one it has now."""
    standing = standing_in(current_user.id, slug) or abort(404)
    found = standing.edition.find(f"{module}/{unit}")
    if found is None:
        moved = standing.edition.now_at(f"{module}/{unit}") or abort(404)
        return redirect(address_of(standing, moved), 302)
    if standing.locked or standing.closed:
        return _back_to_course(standing)
    page: ResponseReturnValue = current_app.extensions["unit_pages"][found[1].kind](standing, *found)
    return page


def show_lesson(standing: Standing, module: Module, unit: Unit) -> ResponseReturnValue:
    """A lesson: read, practised, finished."""
    now = clock.now()
    if request.method != "POST":
        service.open_unit(standing, unit, now=now)
        return lesson_page(standing, module, unit, None)
    if "question" in request.form:
        return _practise(standing, module, unit)
    if request.form.get("action") == "place":
        service.keep_place(standing, unit, request.form.get("place", 0, type=int), now=now)
        return "", 204
    return _finish(standing, unit)


def _practise(standing: Standing, module: Module, unit: Unit) -> ResponseReturnValue:
    question = next((q for q in unit.questions if q.id == request.form["question"]), None) or abort(404)
    answer = answers.read(question, request.form.to_dict(flat=False))
    result = service.practise(standing, unit, question, answer, now=clock.now()) if answer is not None else None
    practised = Practised(question.id, answer, result)
    if request.headers.get("X-Fragment") == "question":
        return practice_fragment(standing.edition, unit, practised)
    return lesson_page(standing, module, unit, practised)


def _finish(standing: Standing, unit: Unit) -> ResponseReturnValue:
    completed_course = service.finish_lesson(current_user.id, standing, unit, now=clock.now())
    following = presenting.after(standing, unit)
    if completed_course or following is None:
        if completed_course:
            flash(_("Selamat! Anda menyelesaikan pelatihan ini."), "success")
        return redirect(url_for(".show_course", slug=standing.course.slug), 303)
    return redirect(address_of(standing, following), 303)


@blueprint.get("/courses/<slug>/<module>/<unit>/changes")
@login_required
def show_changes(slug: str, module: str, unit: str) -> ResponseReturnValue:
    """What changed in a lesson since the learner completed it."""
    standing = standing_in(current_user.id, slug) or abort(404)
    _module, found = standing.edition.find(f"{module}/{unit}") or abort(404)
    record = standing.record(found)
    if record is None or not record.completed_hash:
        return redirect(address_of(standing, found), 302)
    changes = shown_changes(service.changes_since(record, standing.edition, found))
    return render_template("learning/changes.html", standing=standing, unit=found, record=record, changes=changes)


@blueprint.app_template_global()
def address_of(standing: Standing, unit: Unit) -> str:
    """The address of a unit's page."""
    return f"{standing.address}{unit.address}/"


def _back_to_course(standing: Standing) -> ResponseReturnValue:
    if standing.closed:
        flash(_("Pelatihan ini sudah diarsipkan, jadi tidak dapat dimulai lagi."), "warning")
    else:
        flash(_("Selesaikan dulu pelatihan prasyaratnya, ya."), "warning")
    return redirect(url_for("learning.show_course", slug=standing.course.slug), 303)
