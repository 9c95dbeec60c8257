"""My courses, a new course, and taking a published one into the studio."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.accounts.signing_in import role_required
from elearn.coursetext.new import course_files
from elearn.studio import drafts, reviews, taking_in
from elearn.studio.access import writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.forms import NewCourseForm
from elearn.studio.shelf import shelf_of


@blueprint.get("/")
@writers_only
def my_courses() -> str:
    """The courses that the person may write on; for an admin, also those that nobody has opened here yet."""
    unwritten = taking_in.without_draft() if current_user.is_admin else ()
    waiting = reviews.waiting_for(current_user)
    return render_template("studio/my_courses.html", rows=shelf_of(current_user), waiting=waiting, unwritten=unwritten)


@blueprint.route("/new", methods=["GET", "POST"])
@writers_only
def new() -> ResponseReturnValue:
    """Begin a course from the template that shows every idea of the format."""
    form = NewCourseForm()
    if form.validate_on_submit():
        slug, title = form.chosen_slug, form.title.data
        try:
            drafts.create(slug, title, course_files(slug, title), current_user.id, clock.now())
        except drafts.SlugTaken:
            form.slug.data = slug
            form.slug.errors = [_("Alamat ini sudah dipakai pelatihan lain. Pilih yang lain.")]
        else:
            flash(_("Pelatihan Anda sudah ada. Isinya contoh: ganti satu per satu dengan tulisan Anda."))
            return redirect(url_for(".outline", slug=slug), HTTPStatus.SEE_OTHER)
    return render_template("studio/new.html", form=form)


@blueprint.post("/take")
@role_required("admin")
def take() -> ResponseReturnValue:
    """Make a draft of a course that was published from files."""
    slug = request.form.get("slug", "")
    try:
        taking_in.take_in(slug, current_user.id, clock.now())
    except taking_in.NotPublished:
        abort(HTTPStatus.NOT_FOUND)
    except drafts.SlugTaken:
        flash(_("Pelatihan ini sudah ada di studio."))
    return redirect(url_for(".outline", slug=slug), HTTPStatus.SEE_OTHER)
