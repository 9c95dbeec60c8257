"""The closing questionnaire, offered to who completed a course. Nothing waits for it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_required

from elearn import clock
from elearn.learning.standing import standing_in
from elearn.ratings import service
from elearn.ratings.forms import OpinionForm

blueprint = Blueprint("ratings", __name__)


@blueprint.route("/courses/<slug>/rating", methods=["GET", "POST"])
@login_required
def rate(slug: str) -> ResponseReturnValue:
    """What the learner thinks of the course: to be given, or changed."""
    standing = standing_in(current_user.id, slug) or abort(404)
    back = redirect(url_for("learning.show_course", slug=slug), 303)
    if standing.enrolment_id is None or not standing.completed_at:
        flash(_("Pendapat Anda kami tanyakan setelah pelatihannya selesai."), "warning")
        return back
    known = service.opinion_of(standing.enrolment_id)
    form = OpinionForm(known)
    if form.validate_on_submit():
        try:
            service.rate(standing.enrolment_id, form.opinion, now=clock.now())
        except service.NothingSaid:
            form.form_errors = [_("Belum ada yang diisi. Jawab salah satu, atau lewati saja.")]
        else:
            flash(_("Terima kasih. Pendapat Anda membantu kami memperbaiki pelatihan ini."), "success")
            return back
    return render_template("ratings/rate.html", standing=standing, form=form, known=known)
