"""The office's pages: overview, people, who completed what."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.accounts import people
from elearn.accounts import service as accounts
from elearn.accounts.signing_in import role_required
from elearn.courses.editions import live_courses
from elearn.domain.nip import EmploymentStatus
from elearn.office import service
from elearn.office.forms import PersonForm
from elearn.organisation.service import all_units

blueprint = Blueprint("office", __name__, url_prefix="/office")

STATES = {"completed": True, "in_progress": False}


@blueprint.get("/")
@role_required("admin")
def overview() -> str:
    """What waits, and how many take and completed each course."""
    return render_template("office/overview.html", summary=service.summary())


@blueprint.get("/participation")
@role_required("admin")
def participation() -> str:
    """Who takes which course, and who completed it."""
    chosen = {name: request.args.get(name, "").strip() for name in ("q", "course", "state")}
    found = service.participation(
        search=chosen["q"],
        slug=chosen["course"],
        completed=STATES.get(chosen["state"]),
        page=request.args.get("page", 1, type=int),
    )
    courses = [(edition.course.slug, edition.course.title) for edition in live_courses()]
    return render_template("office/participation.html", found=found, chosen=chosen, courses=courses)


@blueprint.route("/people", methods=["GET", "POST"])
@role_required("admin")
def list_people() -> str:
    """People with an account, searched by name, unit or NIP; by POST, since no NIP may stand in an address."""
    query = request.form.get("q", "").strip()
    found = people.find_people(query, request.form.get("page", 1, type=int))
    return render_template("office/people.html", found=found, query=query)


@blueprint.route("/people/new", methods=["GET", "POST"])
@role_required("admin")
def new_person() -> ResponseReturnValue:
    """Give somebody an account; the code for their first sign-in is shown once."""
    form = PersonForm([(unit.code, unit.name) for unit in all_units()])
    if form.validate_on_submit():
        try:
            person = people.create_user(
                form.nip.data,
                " ".join(form.name.data.split()),
                clock.now(),
                EmploymentStatus(form.status.data),
                frozenset(form.roles.data or ()),
                people.Job(form.unit.data or None, form.position.data, form.rank.data, form.grade.data),
            )
        except people.NipTaken:
            form.nip.errors = [_("NIP ini sudah punya akun. Cari orangnya di daftar.")]
        else:
            return _show_code(person.id, person.name)
    return render_template("office/new_person.html", form=form)


@blueprint.route("/people/<int:user_id>/code", methods=["GET", "POST"])
@role_required("admin")
def new_code(user_id: int) -> ResponseReturnValue:
    """Ask, then give a person a new one-time code, shown once."""
    name = people.name_of(user_id) or abort(404)
    if request.method == "POST":
        return _show_code(user_id, name)
    return render_template("office/new_code.html", name=name)


def _show_code(user_id: int, name: str) -> str:
    code = accounts.issue_code(user_id, current_user.id, clock.now())
    return render_template("office/code.html", name=name, code=code)
