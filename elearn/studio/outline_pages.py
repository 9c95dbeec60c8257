"""A course's outline: its modules, lessons, quizzes and banks, to be added, named, ordered and removed."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from elearn import clock
from elearn.coursetext.editing.links import linking_to
from elearn.coursetext.editing.shape import shape
from elearn.coursetext.editing.values import CannotEdit, NoSuchPlace
from elearn.coursetext.parse.keys import FileKind
from elearn.security import row_number
from elearn.studio import outlining, removals
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.drafts import LONGEST_TITLE
from elearn.studio.forms import one_line
from elearn.studio.models import Draft
from elearn.studio.standing_of_drafts import states_of


@blueprint.get("/<slug>/")
@writers_only
def outline(slug: str) -> str:
    """The outline of a draft. `removed` in the address names what was removed just now, with a button to undo it."""
    draft = draft_or_404(slug)
    return render_template(
        "studio/outline.html", draft=draft, state=states_of([draft])[draft.id], **outline_values(draft)
    )


def outline_values(draft: Draft) -> dict[str, Any]:
    """What the templates of an outline need, on its own page and beside a text; two queries."""
    gone, files = removals.removals(draft.id), outlining.texts(draft.id)
    just_removed = next((each for each in gone if each.id == request.args.get("removed")), None)
    return {
        "shape": shape(files),
        "removals": gone,
        "just_removed": just_removed,
        "linking": linking_to(files, just_removed.paths) if just_removed else (),
        "longest": LONGEST_TITLE,
    }


@blueprint.post("/<slug>/add")
@writers_only
def add(slug: str) -> ResponseReturnValue:
    """Add a module, a lesson, a quiz or a bank, and go on writing there."""
    draft, title = draft_or_404(slug), _title()
    if not title:
        flash(_("Tulis judulnya dulu."), "warning")
        return _back(draft, _opened(draft))
    try:
        path = _added(draft, request.form.get("kind", ""), title)
    except NoSuchPlace:
        return _changed_meanwhile(draft)
    flash(_("“%(title)s” sudah ditambahkan.", title=title))
    return redirect(url_for(".edit", slug=slug, path=path), HTTPStatus.SEE_OTHER)


def _added(draft: Draft, kind: str, title: str) -> str:
    by, now = current_user.id, clock.now()
    if kind == "module":
        return outlining.new_module(draft.id, title, by, now)
    if kind == "bank":
        return outlining.new_bank(draft.id, title, by, now)
    unit = FileKind.QUIZ if kind == "quiz" else FileKind.LESSON
    return outlining.new_unit(draft.id, request.form.get("folder", ""), title, unit, by, now)


@blueprint.post("/<slug>/rename")
@writers_only
def rename(slug: str) -> ResponseReturnValue:
    """Give a module, a text or the course another title."""
    draft, title = draft_or_404(slug), _title()
    opened = _opened(draft)
    if not title:
        flash(_("Tulis judulnya dulu."), "warning")
        return _back(draft, opened)
    try:
        outlining.rename_text(draft.id, request.form.get("path", ""), title, current_user.id, clock.now())
    except NoSuchPlace:
        return _changed_meanwhile(draft)
    except CannotEdit as unreadable:
        return _unreadable(draft, unreadable)
    flash(_("Judulnya sekarang “%(title)s”.", title=title))
    return _back(draft, opened)


@blueprint.post("/<slug>/move")
@writers_only
def move(slug: str) -> ResponseReturnValue:
    """Put a module or a unit at another place."""
    draft, path, folder = draft_or_404(slug), request.form.get("path", ""), request.form.get("folder", "")
    opened = _opened(draft)
    try:
        index = row_number(request.form.get("index", ""))
        if folder:
            outlining.move_unit(draft.id, path, folder, index, current_user.id, clock.now())
        else:
            outlining.move_module(draft.id, path, index, current_user.id, clock.now())
    except (NoSuchPlace, ValueError):
        return _changed_meanwhile(draft)
    except CannotEdit as unreadable:
        return _unreadable(draft, unreadable)
    flash(_("Urutannya sudah diubah."))
    return _back(draft, opened)


@blueprint.post("/<slug>/remove")
@writers_only
def remove(slug: str) -> ResponseReturnValue:
    """Remove a file or a module; the page that follows offers to undo it."""
    draft = draft_or_404(slug)
    opened = _opened(draft)
    try:
        removal = removals.remove(draft.id, request.form.get("path", ""), clock.now())
    except NoSuchPlace:
        return _changed_meanwhile(draft)
    return _back(draft, opened, removed=removal)


@blueprint.post("/<slug>/undo")
@writers_only
def undo(slug: str) -> ResponseReturnValue:
    """Bring back what was removed."""
    draft = draft_or_404(slug)
    opened = _opened(draft)
    try:
        removals.restore(draft.id, request.form.get("removal", ""), current_user.id, clock.now())
    except removals.NotRemoved:
        flash(_("Ini sudah dikembalikan sebelumnya."), "warning")
    else:
        flash(_("Sudah dikembalikan."))
    return _back(draft, opened)


def _title() -> str:
    return one_line(request.form.get("title"))[:LONGEST_TITLE]


def _opened(draft: Draft) -> int | None:
    """The row of the text beside which the outline stands, as it is before the change."""
    return outlining.row_at(draft.id, request.form.get("open", ""))


def _back(draft: Draft, opened: int | None, removed: str | None = None) -> Response:
    """To the page that the form stood on: for a text, wherever the change moved it; if it went, to the outline."""
    path = outlining.path_of(opened) if opened else None
    if path is not None:
        return redirect(url_for(".edit", slug=draft.slug, path=path, removed=removed), HTTPStatus.SEE_OTHER)
    here = ".files" if request.form.get("from") == "files" else ".outline"
    return redirect(url_for(here, slug=draft.slug, removed=removed), HTTPStatus.SEE_OTHER)


def _changed_meanwhile(draft: Draft) -> Response:
    flash(_("Susunannya sudah berubah sejak halaman ini dibuka. Periksa, lalu coba lagi."), "warning")
    return _back(draft, _opened(draft))


def _unreadable(draft: Draft, unreadable: CannotEdit) -> Response:
    flash(_("Bagian atas berkas (di antara dua garis ---) belum terbaca. Betulkan dulu, lalu coba lagi."), "warning")
    return redirect(url_for(".edit", slug=draft.slug, path=unreadable.path), HTTPStatus.SEE_OTHER)
