"""Questions coming from other platforms, seen before they are added; and going there as GIFT or QTI."""

import binascii
from base64 import b64decode, b64encode
from http import HTTPStatus

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from elearn import clock
from elearn.coursetext.convert.formats_in import NAMES
from elearn.coursetext.convert.question import Exported
from elearn.coursetext.editing.shape import shape
from elearn.coursetext.editing.values import NoSuchPlace
from elearn.coursetext.findings import as_data
from elearn.coursetext.parse.source import LARGEST_TEXT
from elearn.languages import language
from elearn.studio import exchange
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.limits import LARGEST_UPLOAD, takes
from elearn.studio.models import Draft
from elearn.studio.outlining import texts
from elearn.studio.uploads import DraftFull

MOST_SHOWN = 200
"""Findings that a report shows one by one."""


@blueprint.get("/<slug>/import")
@writers_only
def import_questions(slug: str) -> str:
    """Ask for a file of questions, and offer those of the course to take along."""
    return _form(draft_or_404(slug))


@blueprint.post("/<slug>/import")
@takes(LARGEST_UPLOAD)
@writers_only
def convert_questions(slug: str) -> ResponseReturnValue:
    """Show what a file of questions becomes, and what of it could not be converted; nothing is added yet."""
    draft = draft_or_404(slug)
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return _form(draft, _("Pilih dulu berkasnya.")), HTTPStatus.BAD_REQUEST
    folder, title = request.form.get("folder", ""), request.form.get("title", "")
    shape_ = request.form.get("format", "")
    found = exchange.convert(draft.id, sent.filename, sent.stream.read(), shape_, title, quiz=bool(folder))
    return render_template(
        "studio/import_questions_report.html",
        draft=draft,
        found=found,
        folder=folder,
        name=sent.filename,
        remarks=[as_data(each, language()) for each in found.findings[:MOST_SHOWN]],
        more=max(0, len(found.findings) - MOST_SHOWN),
        pictures={name: b64encode(data).decode() for name, data in found.pictures.items()},
    )


@blueprint.post("/<slug>/import/add")
@takes(LARGEST_UPLOAD)
@writers_only
def add_questions(slug: str) -> ResponseReturnValue:
    """Add converted questions as they stand in the form, and go on where they are."""
    draft = draft_or_404(slug)
    titles, written = request.form.getlist("title"), request.form.getlist("text")
    if not written or len(titles) != len(written) or any(len(text.encode()) > LARGEST_TEXT for text in written):
        flash(_("Tidak ada soal yang ditambahkan. Pilih berkasnya lagi."), "warning")
        return redirect(url_for(".import_questions", slug=slug), HTTPStatus.SEE_OTHER)
    sent = [(title, text.replace("\r\n", "\n")) for title, text in zip(titles, written, strict=True)]
    folder, now = request.form.get("folder", ""), clock.now()
    try:
        paths = exchange.add_questions(draft.id, sent, folder, _pictures(), current_user.id, now)
    except (NoSuchPlace, DraftFull):
        flash(_("Soalnya belum ditambahkan: modulnya sudah tidak ada, atau pelatihan ini sudah penuh."), "warning")
        return redirect(url_for(".import_questions", slug=slug), HTTPStatus.SEE_OTHER)
    flash(ngettext("%(num)s berkas soal ditambahkan.", "%(num)s berkas soal ditambahkan.", len(paths)))
    where = url_for(".edit", slug=slug, path=paths[0]) if len(paths) == 1 else url_for(".outline", slug=slug)
    return redirect(where, HTTPStatus.SEE_OTHER)


def _pictures() -> dict[str, bytes]:
    """The pictures that came along, as the report's form sent them back."""
    named = zip(request.form.getlist("picture-name"), request.form.getlist("picture"), strict=False)
    try:
        return {name: b64decode(data, validate=True) for name, data in named}
    except (binascii.Error, ValueError):
        abort(HTTPStatus.BAD_REQUEST)


def _form(draft: Draft, problem: str = "") -> str:
    asked = exchange.questions_of(draft.id)
    left_out = exchange.as_gift(asked).findings
    return render_template(
        "studio/import_questions.html",
        draft=draft,
        formats=NAMES,
        modules=shape(texts(draft.id)).modules,
        problem=problem,
        count=len(asked),
        left_out=[as_data(each, language()) for each in left_out[:MOST_SHOWN]],
    )


@blueprint.get("/<slug>/export/gift")
@writers_only
def export_gift(slug: str) -> Response:
    """The course's questions as GIFT."""
    asked = exchange.questions_of(draft_or_404(slug).id)
    return _download(exchange.as_gift(asked), f"{slug}.gift", "text/plain; charset=utf-8")


@blueprint.get("/<slug>/export/qti")
@writers_only
def export_qti(slug: str) -> Response:
    """The course's questions as a package of QTI 2.1."""
    draft = draft_or_404(slug)
    exported = exchange.as_qti(draft.id, exchange.questions_of(draft.id))
    return _download(exported, f"{slug}-qti.zip", "application/zip")


def _download(exported: Exported, name: str, nature: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(exported.data, content_type=nature, headers=headers)
