"""The office's pages: overview, participation, people, their records and codes."""

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.accounts import people, records
from elearn.accounts import service as accounts
from elearn.accounts.records import KnownPerson
from elearn.accounts.signing_in import role_required
from elearn.courses.editions import live_courses
from elearn.office import service
from elearn.office.forms import Difference, EditPersonForm, NewPersonForm, tidy
from elearn.organisation.service import all_units

blueprint = Blueprint("office", __name__, url_prefix="/office")

STATES = {"completed": True, "in_progress": False}
PERSON = "/people/<int(max=2147483647):user_id>"
"""Numbers that a column of ids can hold."""


@blueprint.get("/")
@role_required("admin")
def overview() -> str:
    """What waits, and how many take and completed each course."""
    return render_template("office/overview.html", summary=service.summary())


@blueprint.route("/participation", methods=["GET", "POST"])
@role_required("admin")
def participation() -> str:
    """Who takes which course, and who completed it; searched by POST, since no NIP may stand in an address."""
    courses = [(edition.course.slug, edition.course.title) for edition in live_courses()]
    course, state = (request.values.get(name, "") for name in ("course", "state"))
    chosen = {
        "q": tidy(request.form.get("q")),
        "course": course if course in dict(courses) else "",
        "state": state if state in STATES else "",
    }
    found = service.participation(
        search=chosen["q"],
        slug=chosen["course"],
        completed=STATES.get(chosen["state"]),
        page=request.values.get("page", 1, type=int),
    )
    return render_template("office/participation.html", found=found, chosen=chosen, courses=courses)


@blueprint.route("/people", methods=["GET", "POST"])
@role_required("admin")
def list_people() -> str:
    """People with an account, searched by name, unit or NIP; by POST, since no NIP may stand in an address."""
    query = tidy(request.form.get("q"))
    found = people.find_people(query, request.form.get("page", 1, type=int))
    return render_template("office/people.html", found=found, query=query)


@blueprint.route("/people/new", methods=["GET", "POST"])
@role_required("admin")
def new_person() -> ResponseReturnValue:
    """Give somebody an account; the code for their first sign-in is shown once."""
    form = NewPersonForm(_units())
    if form.validate_on_submit():
        try:
            code = records.admit(form.nip.data, form.record, by=current_user.id, now=clock.now())
        except people.NipTaken:
            form.nip.errors = [_("NIP ini sudah punya akun. Cari orangnya di daftar.")]
        else:
            return render_template("office/code.html", name=form.name.data, code=code)
    return render_template("office/new_person.html", form=form)


@blueprint.route(PERSON, methods=["GET", "POST"])
@role_required("admin")
def person(user_id: int) -> ResponseReturnValue:
    """What is recorded of a person, to be corrected."""
    known = _known(user_id)
    form = EditPersonForm(_units(), known.record)
    if not form.validate_on_submit():
        return _show(known, form)
    try:
        records.correct(user_id, form.record, form.version.data, by=current_user.id, now=clock.now())
    except records.StaleRecord as stale:
        return _show(known, form, form.show_again(stale.current)), HTTPStatus.CONFLICT
    except records.OwnRole:
        form.roles.errors = [_("Tugas admin Anda sendiri hanya dapat dilepas oleh admin lain.")]
    except records.OwnAccount:
        form.active.errors = [_("Akun Anda sendiri hanya dapat ditutup oleh admin lain.")]
    except records.NoLongerAdmin:
        abort(HTTPStatus.FORBIDDEN)
    else:
        flash(_("Data %(name)s sudah disimpan.", name=form.name.data))
        return redirect(url_for(".person", user_id=user_id), HTTPStatus.SEE_OTHER)
    return _show(known, form)


@blueprint.route(f"{PERSON}/code", methods=["GET", "POST"])
@role_required("admin")
def new_code(user_id: int) -> ResponseReturnValue:
    """Ask, then give a person a new one-time code, shown once."""
    known = _known(user_id)
    if not known.record.active:
        flash(_("Akun ini ditutup. Buka dulu akunnya, lalu buat kode."), "warning")
        return redirect(url_for(".person", user_id=user_id), HTTPStatus.SEE_OTHER)
    if request.method == "POST":
        code = accounts.issue_code(user_id, current_user.id, clock.now())
        return render_template("office/code.html", name=known.record.name, code=code)
    return render_template("office/new_code.html", known=known)


def _known(user_id: int) -> KnownPerson:
    return records.find_person(user_id) or abort(HTTPStatus.NOT_FOUND)


def _show(known: KnownPerson, form: EditPersonForm, differences: tuple[Difference, ...] = ()) -> str:
    return render_template("office/person.html", known=known, form=form, differences=differences)


def _units() -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for unit in all_units()]
