"""The history of a draft's files: who saved what when, an old version to read, and taking it back."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.domain.file_changes import lines_of
from elearn.security import row_number
from elearn.studio import versions
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.versions import ON_A_PAGE, NoSuchVersion


@blueprint.get("/<slug>/history")
@writers_only
def show_files(slug: str) -> str:
    """Every file that the draft has or had, each with the way to its history."""
    draft = draft_or_404(slug)
    return render_template("studio/history_files.html", draft=draft, files=versions.kept_files(draft.id))


@blueprint.get("/<slug>/history/<path:path>")
@writers_only
def show_history(slug: str, path: str) -> str:
    """The versions of a file with what each changed; `file` and `version` in the address show one of them whole."""
    draft = draft_or_404(slug)
    found = versions.versions_of(draft.id, path) or abort(HTTPStatus.NOT_FOUND)
    wanted = request.args.get("file", 0, type=row_number), request.args.get("version", 0, type=row_number)
    if any(wanted):
        at = next((at for at, each in enumerate(found) if (each.file_id, each.number) == wanted), None)
        if at is None:
            abort(HTTPStatus.NOT_FOUND)
        each = versions.shown(found, path, at, 1)[0]
        lines = lines_of(each.data)
        return render_template("studio/history_version.html", draft=draft, kept_path=path, each=each, lines=lines)
    pages = -(-len(found) // ON_A_PAGE)
    page = min(max(request.args.get("page", 1, type=int), 1), pages)
    listed = versions.shown(found, path, (page - 1) * ON_A_PAGE)
    return render_template("studio/history.html", draft=draft, kept_path=path, listed=listed, page=page, pages=pages)


@blueprint.post("/<slug>/history/<path:path>")
@writers_only
def take_back(slug: str, path: str) -> ResponseReturnValue:
    """Make an old version the newest one; what stood there stays in the history."""
    draft = draft_or_404(slug)
    try:
        file_id, number = row_number(request.form.get("file", "")), row_number(request.form.get("version", ""))
        place = versions.take_back(draft.id, path, file_id, number, current_user.id, clock.now())
    except (NoSuchVersion, ValueError):
        flash(_("Versi itu tidak tersimpan lagi. Pilih versi lain."), "warning")
        return redirect(url_for(".show_files", slug=slug), HTTPStatus.SEE_OTHER)
    flash(_("Versi itu sekarang menjadi isi draf. Isi sebelumnya tetap ada di riwayat."))
    return redirect(url_for(".show_history", slug=slug, path=place), HTTPStatus.SEE_OTHER)
