"""Courses coming and going whole: a zip, a SCORM package and a print to take along; a zip or Markdown to bring."""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.coursetext.findings import Finding, as_data
from elearn.domain.hours import local_day
from elearn.extensions import settings
from elearn.languages import language
from elearn.studio import drafts, packing, receiving
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.compiled import compiled
from elearn.studio.limits import LARGEST_UPLOAD, takes
from elearn.studio.package_forms import MakeForm
from elearn.studio.receiving import Received

MOST_AT_ONCE = 100
MOST_SHOWN = 50
"""Findings that a report shows; the editor shows the others, file by file."""


@blueprint.get("/<slug>/export")
@writers_only
def export(slug: str) -> str:
    """How the course can be taken along."""
    draft = draft_or_404(slug)
    ready = packing.can_be_played(packing.compiled_draft(draft, _today()))
    return render_template("studio/export.html", draft=draft, ready=ready, sheets=packing.SHEETS)


@blueprint.get("/<slug>/export/zip")
@writers_only
def export_zip(slug: str) -> Response:
    """The course's files as they are."""
    return _download(packing.zip_of(draft_or_404(slug)), f"{slug}.zip")


@blueprint.get("/<slug>/export/scorm")
@writers_only
def export_scorm(slug: str) -> ResponseReturnValue:
    """The course as a SCORM 1.2 package."""
    try:
        return _download(packing.scorm_of(draft_or_404(slug), _today()), f"{slug}-scorm.zip")
    except packing.NotYet:
        return _not_yet(slug)


@blueprint.get("/<slug>/export/print")
@writers_only
def export_print(slug: str) -> ResponseReturnValue:
    """The whole course on one page; `answers=0` leaves the answer sheet out, `sheet` chooses the paper of quizzes."""
    sheet = min(max(request.args.get("sheet", 1, type=int), 1), packing.SHEETS)
    try:
        printed = packing.print_of(draft_or_404(slug), _today(), sheet, lambda path: _media_address(slug, path))
    except packing.NotYet:
        return _not_yet(slug)
    with_answers = request.args.get("answers", "1") != "0"
    return render_template("studio/print.html", printed=printed, sheet=sheet, with_answers=with_answers)


@blueprint.route("/import", methods=["GET", "POST"])
@takes(LARGEST_UPLOAD)
@writers_only
def import_course() -> ResponseReturnValue:
    """Bring a course: a zip, or files of plain Markdown with their pictures."""
    findings: tuple[Finding, ...] = ()
    if request.method == "POST":
        sent = [(each.filename, each.stream) for each in request.files.getlist("file") if each.filename]
        if not 0 < len(sent) <= MOST_AT_ONCE:
            flash(_("Pilih satu zip, atau paling banyak %(most)s berkas.", most=MOST_AT_ONCE), "warning")
            return redirect(url_for(".import_course"), HTTPStatus.SEE_OTHER)
        try:
            upload_id = receiving.receive(sent, current_user.id, clock.now())
        except receiving.NotTaken as refused:
            findings = refused.findings
        else:
            return redirect(url_for(".import_report", upload_id=upload_id), HTTPStatus.SEE_OTHER)
    return render_template("studio/import.html", remarks=_remarks(findings))


@blueprint.route("/import/<int:upload_id>", methods=["GET", "POST"])
@writers_only
def import_report(upload_id: int) -> ResponseReturnValue:
    """What an uploaded course would become; sent with an address, it is made."""
    found = _received_or_404(upload_id)
    form = MakeForm(data={"slug": found.slug})
    if form.validate_on_submit():
        try:
            draft = receiving.make(upload_id, form.slug.data, current_user.id, clock.now())
        except drafts.SlugTaken:
            form.slug.errors = [_("Alamat ini sudah dipakai pelatihan lain. Pilih yang lain.")]
        else:
            flash(_("Pelatihan ini sudah ada di studio Anda. Peserta belum melihatnya sampai Anda menerbitkannya."))
            return redirect(url_for(".outline", slug=draft.slug), HTTPStatus.SEE_OTHER)
    return _report(found, form)


def _received_or_404(upload_id: int) -> Received:
    try:
        return receiving.received(upload_id, current_user.id, clock.now())
    except receiving.NoSuchUpload:
        abort(HTTPStatus.NOT_FOUND)


def _report(found: Received, form: MakeForm) -> str:
    files = found.taken.files
    loaded = compiled(found.slug or "pelatihan", files, _today()).loaded
    remarks = _remarks((*found.taken.findings, *loaded.findings))
    return render_template(
        "studio/import_report.html",
        found=found,
        form=form,
        outline=receiving.outline(files),
        remarks=remarks[:MOST_SHOWN],
        more=max(0, len(remarks) - MOST_SHOWN),
    )


def _remarks(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    """Findings in the reader's language, the gravest first."""
    levels = ("error", "warning", "advice")
    return sorted((as_data(each, language()) for each in findings), key=lambda each: levels.index(str(each["level"])))


def _not_yet(slug: str) -> ResponseReturnValue:
    flash(_("Masih ada yang harus diperbaiki, jadi pelatihan ini belum dapat dimainkan atau dicetak."), "warning")
    return redirect(url_for(".export", slug=slug), HTTPStatus.SEE_OTHER)


def _download(pieces: Iterator[bytes], name: str) -> Response:
    return Response(
        pieces, mimetype="application/zip", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _media_address(slug: str, path: str) -> str:
    return url_for(".draft_media", slug=slug, name=path.removeprefix("media/"))


def _today() -> date:
    return local_day(clock.now(), settings().zone)
