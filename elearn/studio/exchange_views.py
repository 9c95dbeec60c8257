"""Questions coming from other platforms, seen before they are added; and going there as GIFT or QTI."""

from http import HTTPStatus
from typing import Any

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
from elearn.spreadsheets import Table, as_csv
from elearn.studio import converted, exchange
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.converted import Converted, NoSuchQuestions, Remark
from elearn.studio.limits import LARGEST_UPLOAD, takes
from elearn.studio.models import Draft
from elearn.studio.outlining import texts
from elearn.studio.uploads import DraftFull

MOST_SHOWN = 200
"""Findings that a report shows one by one; of more it shows what they say, their lines, and all in a file."""

MOST_EDITED = 100_000
"""Characters of converted texts that can be changed before they are added; of more a report shows the beginning."""

LINES_SHOWN = 30


@blueprint.get("/<slug>/import")
@writers_only
def import_questions(slug: str) -> str:
    """Ask for a file of questions, and offer those of the course to take along."""
    return _form(draft_or_404(slug))


@blueprint.post("/<slug>/import")
@takes(LARGEST_UPLOAD)
@writers_only
def convert_questions(slug: str) -> ResponseReturnValue:
    """Convert a file of questions, and go on where it shows what became of it; nothing is added yet."""
    draft = draft_or_404(slug)
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return _form(draft, _("Pilih dulu berkasnya.")), HTTPStatus.BAD_REQUEST
    folder, title = request.form.get("folder", ""), request.form.get("title", "")
    shape_ = request.form.get("format", "")
    found = exchange.convert(draft.id, sent.filename, sent.stream.read(), shape_, title, folder)
    upload_id = converted.keep(draft.id, found, current_user.id, clock.now())
    return redirect(url_for(".converted_questions", slug=slug, upload_id=upload_id), HTTPStatus.SEE_OTHER)


@blueprint.get("/<slug>/import/<int:upload_id>")
@writers_only
def converted_questions(slug: str, upload_id: int) -> str:
    """What a file of questions becomes, and what of it could not be converted."""
    draft = draft_or_404(slug)
    found = _kept_or_404(draft, upload_id)
    return render_template(
        "studio/import_questions_report.html",
        draft=draft,
        found=found,
        upload_id=upload_id,
        groups=_groups(found),
        most_shown=MOST_SHOWN,
        editable=found.characters <= MOST_EDITED,
        beginnings=["\n".join(text.text.split("\n", LINES_SHOWN)[:LINES_SHOWN]) for text in found.texts],
    )


def _groups(found: Converted) -> list[dict[str, Any]]:
    """The findings by what they say: errors first, each group with all of its lines."""
    groups: dict[str, dict[str, Any]] = {}
    for each in found.remarks:
        group = groups.setdefault(each.code, {"level": each.level, "remarks": [], "lines": []})
        group["remarks"].append({"file": each.file, "line": each.line, "level": each.level, "message": _said(each)})
        group["lines"].append(str(each.line) if each.file == found.name else f"{each.file}:{each.line}")
    order = ("error", "warning", "advice")
    return sorted(groups.values(), key=lambda group: order.index(group["level"]))


def _said(remark: Remark) -> str:
    return remark.english if language().startswith("en") else remark.indonesian


@blueprint.get("/<slug>/import/<int:upload_id>/<int:number>")
@writers_only
def converted_text(slug: str, upload_id: int, number: int) -> Response:
    """One converted text as a whole, from 1."""
    found = _kept_or_404(draft_or_404(slug), upload_id)
    if not 1 <= number <= len(found.texts):
        abort(HTTPStatus.NOT_FOUND)
    return Response(found.texts[number - 1].text, content_type="text/plain; charset=utf-8")


@blueprint.get("/<slug>/import/<int:upload_id>/remarks")
@writers_only
def converted_remarks(slug: str, upload_id: int) -> Response:
    """All that is said of a conversion, as CSV."""
    found = _kept_or_404(draft_or_404(slug), upload_id)
    head = (_("Berkas"), _("Baris"), _("Tingkat"), _("Catatan"))
    rows = tuple((each.file, each.line, each.level, _said(each)) for each in found.remarks)
    table = Table("catatan", _("Catatan"), head, rows)
    return _download(Exported(as_csv(table)), f"{slug}-catatan.csv", "text/csv; charset=utf-8")


@blueprint.post("/<slug>/import/<int:upload_id>/add")
@takes(LARGEST_UPLOAD)
@writers_only
def add_questions(slug: str, upload_id: int) -> ResponseReturnValue:
    """Add converted questions, as they stand in the form if they could be changed there; go on where they are."""
    draft = draft_or_404(slug)
    found, now = _kept_or_404(draft, upload_id), clock.now()
    written = request.form.getlist("text") or [text.text for text in found.texts]
    if len(written) != len(found.texts) or any(len(text.encode()) > LARGEST_TEXT for text in written):
        flash(_("Tidak ada soal yang ditambahkan. Pilih berkasnya lagi."), "warning")
        return redirect(url_for(".import_questions", slug=slug), HTTPStatus.SEE_OTHER)
    sent = [(text.title, new.replace("\r\n", "\n")) for text, new in zip(found.texts, written, strict=True)]
    try:
        paths = exchange.add_questions(draft.id, sent, found.folder, found.pictures, current_user.id, now)
    except (NoSuchPlace, DraftFull):
        flash(_("Soalnya belum ditambahkan: modulnya sudah tidak ada, atau pelatihan ini sudah penuh."), "warning")
        return redirect(url_for(".import_questions", slug=slug), HTTPStatus.SEE_OTHER)
    converted.forget(upload_id)
    flash(ngettext("%(num)s berkas soal ditambahkan.", "%(num)s berkas soal ditambahkan.", len(paths)))
    where = url_for(".edit", slug=slug, path=paths[0]) if len(paths) == 1 else url_for(".outline", slug=slug)
    return redirect(where, HTTPStatus.SEE_OTHER)


def _kept_or_404(draft: Draft, upload_id: int) -> Converted:
    try:
        return converted.kept(upload_id, draft.id, current_user.id, clock.now())
    except NoSuchQuestions:
        abort(HTTPStatus.NOT_FOUND)


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
    return _download(exchange.as_gift(asked, language()), f"{slug}.gift", "text/plain; charset=utf-8")


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
