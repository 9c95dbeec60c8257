"""A course's media: uploading, listing, showing them in a text."""

from http import HTTPStatus

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.coursetext.editing.shape import shape
from elearn.coursetext.findings import Finding, sentence
from elearn.coursetext.media.incoming import Incoming, made_fit
from elearn.errors import wants_json
from elearn.languages import language
from elearn.studio import outlining, removals, uploads
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.drafts import NoSuchFile
from elearn.studio.forms import one_line
from elearn.studio.limits import LARGEST_UPLOAD, takes
from elearn.studio.models import Draft

MOST_AT_ONCE = 20


@blueprint.get("/<slug>/files")
@writers_only
def files(slug: str) -> str:
    """The media of a draft, and a form to upload more."""
    draft = draft_or_404(slug)
    outline = shape(outlining.texts(draft.id))
    gone = [each for each in removals.removals(draft.id) if each.paths[0].startswith("media/")]
    return render_template(
        "studio/files.html",
        draft=draft,
        rows=uploads.media_rows(draft.id),
        texts=[*outline.units, *outline.banks],
        removals=gone,
        just_removed=next((each for each in gone if each.id == request.args.get("removed")), None),
    )


@blueprint.post("/<slug>/files")
@takes(LARGEST_UPLOAD)
@writers_only
def upload(slug: str) -> ResponseReturnValue:
    """Take in files sent as `file`; a script gets their paths, or in one sentence why not."""
    draft = draft_or_404(slug)
    sent = [(each.filename or "", each.read()) for each in request.files.getlist("file") if each.filename]
    problem = _("Pilih dulu berkasnya.") if not sent else ""
    if len(sent) > MOST_AT_ONCE:
        problem = _("Unggah paling banyak %(most)s berkas sekaligus.", most=MOST_AT_ONCE)
    fit = [] if problem else [(name, made_fit(name, data)) for name, data in sent]
    refused = [f"{name}: {sentence(each, language())}" for name, each in fit if isinstance(each, Finding)]
    taken, full = _taken(draft, [each for _name, each in fit if isinstance(each, Incoming)])
    problems = [*([problem] if problem else []), *refused, *([full] if full else [])]
    if wants_json():
        status = HTTPStatus.OK if taken else HTTPStatus.BAD_REQUEST
        return jsonify(paths=taken, problems=problems), status
    for each in problems:
        flash(each, "warning")
    if taken:
        flash(_("Terunggah: %(names)s.", names=", ".join(path.removeprefix("media/") for path in taken)))
    return redirect(url_for(".files", slug=slug), HTTPStatus.SEE_OTHER)


def _taken(draft: Draft, fit: list[Incoming]) -> tuple[list[str], str]:
    """The paths of what was taken in, and a sentence if it wasn't."""
    try:
        return (uploads.take(draft.id, fit, current_user.id, clock.now()) if fit else []), ""
    except uploads.DraftFull:
        return [], _("Pelatihan ini sudah penuh. Hapus dulu media yang tidak dipakai.")


@blueprint.post("/<slug>/files/insert")
@writers_only
def insert(slug: str) -> ResponseReturnValue:
    """Show a media file at the end of a text, with its alternative text."""
    draft = draft_or_404(slug)
    path, into = request.form.get("path", ""), request.form.get("into", "")
    words, decorative = one_line(request.form.get("alternative")), bool(request.form.get("decorative"))
    if not words and not decorative:
        flash(_("Tulis apa yang terlihat, untuk yang tidak dapat melihatnya; atau tandai sebagai hiasan."), "warning")
        return redirect(url_for(".files", slug=slug), HTTPStatus.SEE_OTHER)
    try:
        uploads.insert(draft.id, path, into, "" if decorative else words, current_user.id, clock.now())
    except NoSuchFile:
        flash(_("Berkasnya sudah tidak ada. Periksa, lalu coba lagi."), "warning")
        return redirect(url_for(".files", slug=slug), HTTPStatus.SEE_OTHER)
    flash(_("Sudah disisipkan di akhir teks. Pindahkan ke tempat yang Anda mau."))
    return redirect(url_for(".edit", slug=slug, path=into), HTTPStatus.SEE_OTHER)
