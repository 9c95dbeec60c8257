"""Editions: read as learners saw them, compared, and put back into the draft."""

from dataclasses import replace
from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.courses.editions import LiveEdition, live
from elearn.courses.publishing import sources_sha256
from elearn.domain.course_changes import course_changes
from elearn.domain.file_changes import file_changes
from elearn.domain.right_answers import right_answer
from elearn.security import row_number
from elearn.studio import publication
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.compiled import compiled
from elearn.studio.drafts import files_of
from elearn.studio.history import NoSuchEdition, edition_of, editions_of, sources_of
from elearn.studio.publish_forms import read_seen
from elearn.studio.publish_views import today
from elearn.studio.readdressed import readdressed
from elearn.studio.refusals import REFUSALS, refusal_sentence

EDITION = "/<slug>/editions/<int(max=2147483647):number>"


@blueprint.get("/<slug>/editions")
@writers_only
def show_editions(slug: str) -> str:
    """Every edition of a course, the newest first."""
    draft, editions = draft_or_404(slug), editions_of(slug)
    choices = [(each.number, _("Edisi %(number)s", number=each.number)) for each in editions]
    return render_template("studio/editions.html", draft=draft, editions=editions, choices=choices)


@blueprint.get(f"{EDITION}/")
@writers_only
def show_edition(slug: str, number: int) -> str:
    """The outline of an edition as learners saw it."""
    draft, edition = draft_or_404(slug), _edition_or_404(slug, number)
    return render_template("studio/edition.html", draft=draft, edition=edition)


@blueprint.get(f"{EDITION}/<module>/<unit>/")
@writers_only
def show_edition_unit(slug: str, number: int, module: str, unit: str) -> str:
    """A unit of an edition as learners saw it; of a quiz every question, with its answers."""
    draft, edition = draft_or_404(slug), _edition_or_404(slug, number)
    here = url_for(".show_edition", slug=slug, number=number)
    media = f"/courses/{slug}/media/"
    course = readdressed(edition.course, {f"/courses/{slug}/": here, f"{here}media/": media})
    found = replace(edition, course=course).find(f"{module}/{unit}") or abort(HTTPStatus.NOT_FOUND)
    pools = [draw.bank for draw in found[1].quiz.draw if draw.bank] if found[1].quiz else []
    banks = {name: course.banks.get(name, ()) for name in pools}
    return render_template(
        "studio/edition_unit.html",
        draft=draft,
        edition=edition,
        module=found[0],
        unit=found[1],
        banks=banks,
        right_answer=right_answer,
    )


@blueprint.get("/<slug>/editions/compare")
@writers_only
def compare(slug: str) -> str:
    """How an edition became another one, or the draft: what learners notice, and file by file."""
    draft = draft_or_404(slug)
    old = _edition_or_404(slug, request.args.get("old", 0, type=row_number))
    new = _edition_or_404(slug, request.args.get("new", 0, type=row_number)) if "new" in request.args else None
    files = sources_of(new.id) if new else files_of(draft.id)
    course = new.course if new else compiled(slug, files, today()).loaded.course
    return render_template(
        "studio/compare.html",
        draft=draft,
        old=old,
        new=new,
        notices=course_changes(old.course, course) if course else None,
        changes=file_changes(sources_of(old.id), files),
    )


@blueprint.get(f"{EDITION}/restore")
@writers_only
def ask_restore(slug: str, number: int) -> str:
    """Ask before an edition takes the place of what the draft has, naming what it would change."""
    draft, edition = draft_or_404(slug), _edition_or_404(slug, number)
    files, current = files_of(draft.id), live(slug)
    return render_template(
        "studio/restore.html",
        draft=draft,
        edition=edition,
        changes=file_changes(files, sources_of(edition.id)),
        sha256=sources_sha256(files),
        live_id=current.id if current else None,
        unpublished=current is None or current.sha256 != sources_sha256(files),
    )


@blueprint.post(f"{EDITION}/restore")
@writers_only
def restore(slug: str, number: int) -> ResponseReturnValue:
    """Put the files of an edition into the draft."""
    draft, _edition = draft_or_404(slug), _edition_or_404(slug, number)
    try:
        publication.restore(draft.id, number, read_seen(request.form), by=current_user.id, now=clock.now())
    except REFUSALS as refused:
        flash(refusal_sentence(refused), "warning")
        return redirect(url_for(".ask_restore", slug=slug, number=number), HTTPStatus.SEE_OTHER)
    flash(_("Isi edisi %(number)s sudah ada di draf. Peserta melihatnya setelah Anda terbitkan.", number=number))
    return redirect(url_for(".show_publish", slug=slug), HTTPStatus.SEE_OTHER)


def _edition_or_404(slug: str, number: int) -> LiveEdition:
    try:
        return edition_of(slug, number)
    except NoSuchEdition:
        abort(HTTPStatus.NOT_FOUND)
