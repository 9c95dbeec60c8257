"""Who works on a course: sharing it by NIP, and no longer sharing it."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn.security import row_number
from elearn.studio import sharing
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.forms import ShareForm
from elearn.studio.models import Draft


@blueprint.route("/<slug>/people", methods=["GET", "POST"])
@writers_only
def people(slug: str) -> ResponseReturnValue:
    """Who writes on a course; its owner and admins share it with others."""
    draft = draft_or_404(slug)
    form = ShareForm()
    if form.validate_on_submit():
        if not _decides(draft):
            abort(HTTPStatus.FORBIDDEN)
        try:
            name = sharing.share(draft.id, form.nip.data)
        except sharing.NoSuchColleague:
            form.nip.errors = [_("Belum ada pengajar dengan NIP ini. Periksa angkanya, atau hubungi admin.")]
        else:
            flash(_("%(name)s sekarang dapat ikut menulis.", name=name))
            return redirect(url_for(".people", slug=slug), HTTPStatus.SEE_OTHER)
    colleagues = sharing.colleagues_of(draft)
    return render_template("studio/people.html", draft=draft, form=form, colleagues=colleagues, decides=_decides(draft))


@blueprint.post("/<slug>/people/remove")
@writers_only
def unshare(slug: str) -> ResponseReturnValue:
    """Let somebody no longer write on a course: its owner and admins anybody, others themselves."""
    draft = draft_or_404(slug)
    try:
        user_id = row_number(request.form.get("user", ""))
    except ValueError:
        abort(HTTPStatus.BAD_REQUEST)
    if not _decides(draft) and user_id != current_user.id:
        abort(HTTPStatus.FORBIDDEN)
    sharing.unshare(draft.id, user_id)
    flash(_("Ia tidak lagi ikut menulis. Tulisannya tetap ada."))
    mine = user_id == current_user.id and not _decides(draft)
    return redirect(url_for(".my_courses") if mine else url_for(".people", slug=slug), HTTPStatus.SEE_OTHER)


def _decides(draft: Draft) -> bool:
    return current_user.is_admin or draft.owner_id == current_user.id
