"""Pages about certificates: one's own, the public check, and what admins decide."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user, login_required
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as AnyResponse

from elearn import clock
from elearn.accounts.signing_in import role_required
from elearn.accounts.throttle import TooManyTries
from elearn.certificates import reading, service, verifying, waiting
from elearn.certificates.forms import ReasonForm
from elearn.certificates.pdf import CertificateNotMade
from elearn.certificates.reading import Issued
from elearn.domain import certificate_text
from elearn.domain.certificate import UNDECIDED, RequestState, file_name, read_code
from elearn.security import row_number

blueprint = Blueprint("certificates", __name__)

SENTENCES = {
    service.AlreadyDecided: _l("Sudah diputuskan oleh admin lain. Tidak ada yang berubah."),
    service.AlreadyIssued: _l("Sertifikatnya sudah terbit. Tidak ada yang berubah."),
    service.NotCompleted: _l("Pelatihannya belum selesai."),
    CertificateNotMade: _l("Berkas belum dapat dibuat. Periksa nama pada data orangnya; nomor tidak terpakai."),
}
"""Why an approval changed nothing, for the admin."""


@blueprint.get("/certificates/")
@login_required
def mine() -> str:
    """The person's certificates, and completed courses whose certificate waits."""
    rows = [(issued, certificate_text.for_myasn(issued.snapshot)) for issued in reading.of_person(current_user.id)]
    return render_template("certificates/mine.html", rows=rows, requests=waiting.of_person(current_user.id))


@blueprint.get("/certificates/<code>.pdf")
@login_required
def download(code: str) -> AnyResponse:
    """The very file that was issued, for its owner and for admins."""
    file = reading.file_of(code)
    if file is None or (file.user_id != current_user.id and not current_user.is_admin):
        abort(HTTPStatus.NOT_FOUND)
    answer = Response(file.pdf, mimetype="application/pdf")
    answer.set_etag(file.sha256)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(file.number)}"'
    return answer.make_conditional(request)


@blueprint.get("/v/")
def ask() -> str | AnyResponse | tuple[str, int]:
    """Ask for the code that stands on a certificate."""
    typed = request.args.get("code", "").strip()
    if not typed:
        return render_template("certificates/ask.html")
    if code := read_code(typed):
        return redirect(url_for(".verify", code=code), HTTPStatus.SEE_OTHER)
    return _unknown(typed)


@blueprint.get("/v/<code>")
def verify(code: str) -> str | tuple[str, int]:
    """Tell anyone whether a certificate is genuine, and what it says."""
    try:
        issued = verifying.check(code, request.remote_addr or "", clock.now())
    except verifying.UnknownCode:
        return _unknown(code)
    except TooManyTries as pause:
        raise TooManyRequests(retry_after=pause.until) from None
    return render_template("certificates/verify.html", issued=issued, words=certificate_text)


def _unknown(typed: str) -> tuple[str, int]:
    return render_template("certificates/unknown.html", typed=typed), HTTPStatus.NOT_FOUND


@blueprint.route("/office/certificates/", methods=["GET", "POST"])
@role_required("admin")
def office() -> str:
    """Requests to decide, and everything issued; searched by POST, since no person may stand in an address."""
    declined = request.args.get("state") == RequestState.DECLINED.value
    requests = waiting.in_states([RequestState.DECLINED] if declined else UNDECIDED)
    query = request.form.get("q", "").strip()
    found = reading.search(query, request.form.get("page", 1, type=int))
    return render_template("certificates/office.html", requests=requests, declined=declined, found=found, query=query)


@blueprint.post("/office/certificates/approve")
@role_required("admin")
def approve() -> str:
    """Approve the requests that were ticked, or all that were shown, and tell what became of each."""
    field = "shown" if request.form.get("which") == "shown" else "enrolment"
    chosen = request.form.getlist(field, type=row_number)[: waiting.SHOWN]
    outcomes = service.approve(chosen, by=current_user.id, now=clock.now())
    return render_template("certificates/approved.html", outcomes=outcomes, sentences=SENTENCES)


@blueprint.route("/office/certificates/requests/<int(max=2147483647):enrolment_id>/decline", methods=["GET", "POST"])
@role_required("admin")
def decline(enrolment_id: int) -> str | AnyResponse:
    """Decline a request, with the reason that the learner reads."""
    wanted = waiting.find(enrolment_id) or abort(HTTPStatus.NOT_FOUND)
    form = ReasonForm()
    if not form.validate_on_submit():
        return render_template("certificates/decline.html", form=form, wanted=wanted)
    try:
        service.decline(enrolment_id, form.reason.data, by=current_user.id, now=clock.now())
    except service.AlreadyDecided:
        flash(_("Permintaan ini sudah diputuskan oleh admin lain."), "warning")
    else:
        flash(_("Tersimpan. %(name)s dapat membaca alasannya di halaman sertifikatnya.", name=wanted.name))
    return redirect(url_for(".office"), HTTPStatus.SEE_OTHER)


@blueprint.get("/office/certificates/<code>")
@role_required("admin")
def certificate(code: str) -> str:
    """A certificate as it stands, and what may be done about it."""
    return render_template("certificates/certificate.html", issued=_found(code))


@blueprint.route("/office/certificates/<code>/revoke", methods=["GET", "POST"])
@role_required("admin")
def revoke(code: str) -> str | AnyResponse:
    """Revoke a certificate, with the reason that everybody reads."""
    issued, form = _found(code), ReasonForm()
    if not issued.valid:
        return _already_ended(code)
    if not form.validate_on_submit():
        return render_template("certificates/revoke.html", form=form, issued=issued)
    try:
        service.revoke(issued.id, form.reason.data, by=current_user.id, now=clock.now())
    except service.AlreadyEnded:
        return _already_ended(code)
    flash(_("Sertifikat sudah dicabut dan JP-nya dikurangkan."))
    return _to_certificate(code)


@blueprint.route("/office/certificates/<code>/replace", methods=["GET", "POST"])
@role_required("admin")
def replace(code: str) -> str | AnyResponse:
    """Replace a certificate by one with the person's data as they are now."""
    issued, form = _found(code), ReasonForm()
    if not issued.valid:
        return _already_ended(code)
    if not form.validate_on_submit():
        return render_template("certificates/replace.html", form=form, issued=issued)
    try:
        new = service.replace(issued.id, form.reason.data, by=current_user.id, now=clock.now())
    except service.AlreadyEnded:
        return _already_ended(code)
    except CertificateNotMade:
        flash(_("Berkas pengganti belum dapat dibuat. Sertifikat lama tetap berlaku."), "error")
        return _to_certificate(code)
    flash(_("Sertifikat pengganti sudah terbit dengan nomor %(number)s.", number=new.number))
    return _to_certificate(new.code)


def _found(code: str) -> Issued:
    return reading.find(code) or abort(HTTPStatus.NOT_FOUND)


def _to_certificate(code: str) -> AnyResponse:
    return redirect(url_for(".certificate", code=code), HTTPStatus.SEE_OTHER)


def _already_ended(code: str) -> AnyResponse:
    flash(_("Sertifikat ini sudah dicabut atau diganti oleh admin lain."), "warning")
    return _to_certificate(code)
