"""Publishing: what stops it, what learners will notice, who is in mid-course, and the button."""

from datetime import date
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.courses.publishing import HasErrors
from elearn.coursetext.findings import Finding, sentence
from elearn.domain.hours import local_day
from elearn.extensions import settings
from elearn.languages import language
from elearn.studio import publication
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.models import Draft
from elearn.studio.plans import Plan, plan
from elearn.studio.preview import hints
from elearn.studio.publish_forms import read_seen
from elearn.studio.refusals import REFUSALS, refusal_sentence


@blueprint.get("/<slug>/publish")
@writers_only
def show_publish(slug: str) -> str:
    """What publishing the draft would mean."""
    return _page(plan(draft_or_404(slug), today()))


@blueprint.post("/<slug>/publish")
@writers_only
def publish(slug: str) -> ResponseReturnValue:
    """Publish the draft as it was seen; should anything have changed meanwhile, say so instead."""
    draft = draft_or_404(slug)
    made = plan(draft, today())
    required, now = settings().review_required, clock.now()
    try:
        done = publication.publish_draft(
            draft.id, read_seen(request.form), made.compiled, review_required=required, by=current_user.id, now=now
        )
    except HasErrors:
        return _page(made), HTTPStatus.CONFLICT
    except REFUSALS as refused:
        return _refuse(slug, refused)
    flash(_("Edisi %(number)s sudah terbit. Peserta membacanya mulai sekarang.", number=done.number))
    return redirect(url_for(".show_editions", slug=slug), HTTPStatus.SEE_OTHER)


@blueprint.post("/<slug>/publish/newer")
@writers_only
def settle_newer(slug: str) -> ResponseReturnValue:
    """Take in an edition that came past the studio, merge it with the draft, or keep the draft as it is."""
    draft, seen, now = draft_or_404(slug), read_seen(request.form), clock.now()
    try:
        match request.form.get("choice"):
            case "take":
                publication.take_over(draft.id, seen, by=current_user.id, now=now)
                flash(_("Draf sekarang sama dengan edisi yang terbit. Isi sebelumnya tersimpan sebagai riwayat."))
            case "keep":
                publication.pass_over(draft.id, seen)
                flash(_("Draf Anda tetap seperti semula. Menerbitkannya akan menggantikan edisi itu."))
            case "merge":
                _merge(draft, seen)
    except REFUSALS as refused:
        return _refuse(slug, refused)
    return redirect(url_for(".show_publish", slug=slug), HTTPStatus.SEE_OTHER)


def _merge(draft: Draft, seen: publication.Seen) -> None:
    labels = (_("Edisi yang terbit"), _("Draf di studio"), _("Sampai di sini"))
    merged = publication.merge_in(draft.id, seen, labels, by=current_user.id, now=clock.now())
    flash(_("Edisi yang terbit sudah digabungkan ke draf."))
    if merged.conflicts:
        names = ", ".join(merged.conflicts)
        flash(_("Pilih satu dari dua versi yang ditandai <<<<<< di: %(names)s.", names=names), "warning")
    if merged.kept:
        names = ", ".join(merged.kept)
        flash(_("Untuk berkas ini dipakai versi draf Anda: %(names)s.", names=names), "warning")


@blueprint.route("/<slug>/archive", methods=["GET", "POST"])
@writers_only
def archive(slug: str) -> ResponseReturnValue:
    """Ask, then take a course out of the catalogue."""
    draft = draft_or_404(slug)
    if request.method != "POST":
        return render_template("studio/archive.html", draft=draft)
    publication.archive(draft.id, now=clock.now())
    flash(_("Pelatihan ini diarsipkan. Peserta yang sudah mulai tetap dapat menyelesaikannya."))
    return redirect(url_for(".show_publish", slug=slug), HTTPStatus.SEE_OTHER)


@blueprint.post("/<slug>/archive/undo")
@writers_only
def bring_back(slug: str) -> ResponseReturnValue:
    """Let an archived course be begun again."""
    publication.bring_back(draft_or_404(slug).id)
    flash(_("Pelatihan ini dibuka kembali."))
    return redirect(url_for(".show_publish", slug=slug), HTTPStatus.SEE_OTHER)


def today() -> date:
    """The day, as the calendar stands where the platform is used."""
    return local_day(clock.now(), settings().zone)


def _page(made: Plan) -> str:
    def say(finding: Finding) -> str:
        return sentence(finding, language())

    return render_template(
        "studio/publish.html",
        plan=made,
        draft=made.draft,
        say=say,
        hints=hints(made.compiled.files),
        review_required=settings().review_required,
        stopped=made.stopped(review_required=settings().review_required),
    )


def _refuse(slug: str, refused: Exception) -> ResponseReturnValue:
    flash(refusal_sentence(refused), "warning")
    return redirect(url_for(".show_publish", slug=slug), HTTPStatus.SEE_OTHER)
