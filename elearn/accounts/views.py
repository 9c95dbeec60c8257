"""Pages of signing in and of one's own account."""

from datetime import datetime, timedelta
from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, make_response, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user, login_required, login_user, logout_user
from werkzeug.wrappers import Response as AnyResponse

from elearn import clock
from elearn.accounts import people, service
from elearn.accounts.devices import read_device
from elearn.accounts.forms import ChangePasswordForm, FirstSignInForm, LanguageForm, SignInForm
from elearn.accounts.passwords import WeakPassword
from elearn.accounts.signing_in import SEEN_EVERY, find_person
from elearn.accounts.throttle import TooManyTries
from elearn.extensions import settings
from elearn.languages import contact, remember_language
from elearn.security import own_address

blueprint = Blueprint("accounts", __name__)

QUIET = ("static", "pages.health")
"""What is asked for without anybody using a session."""

ALMOST_A_MINUTE = timedelta(seconds=59)


@blueprint.before_app_request
def remember_use() -> None:
    """Remember now and then that a session is in use, so that its owner recognises it in the list."""
    if request.endpoint in QUIET or not current_user.is_authenticated:
        return
    now = clock.now()
    if now - current_user.seen_at >= SEEN_EVERY:
        service.touch_session(current_user.sign_in_id, now)


@blueprint.app_errorhandler(TooManyTries)
def show_pause(pause: TooManyTries) -> Response:
    """Say when to try again, by a clock that shows minutes."""
    page = render_template("accounts/pause.html", until=pause.until + ALMOST_A_MINUTE)
    answer = make_response(page, HTTPStatus.TOO_MANY_REQUESTS)
    answer.headers["Retry-After"] = str(_seconds_left(pause.until))
    return answer


def _seconds_left(until: datetime) -> int:
    return max(1, int((until - clock.now()).total_seconds()) + 1)


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> str | AnyResponse:
    """Sign in with NIP and password, and go on to where the person was going."""
    if current_user.is_authenticated:
        return redirect(_target(), HTTPStatus.SEE_OTHER)
    form = SignInForm()
    if form.validate_on_submit():
        try:
            token = service.sign_in(form.nip.data, form.password.data, _origin(form.remember.data), clock.now())
        except service.SignInRefused:
            form.form_errors.append(_("NIP atau kata sandi belum cocok. Periksa lagi keduanya, lalu coba sekali lagi."))
        else:
            return _welcome(token, form.remember.data)
    return render_template("accounts/sign_in.html", form=form, next=own_address(request.values.get("next")))


@blueprint.route("/first-sign-in", methods=["GET", "POST"])
def first_sign_in() -> str | AnyResponse:
    """Set a password with a one-time code, and be signed in."""
    form = FirstSignInForm()
    if form.validate_on_submit():
        try:
            token = _set_password_by_code(form)
        except service.CodeRefused:
            form.form_errors.append(_("NIP dan kode belum cocok, atau kode sudah dipakai atau lewat masanya."))
        except WeakPassword as wrong:
            form.refuse(wrong)
        else:
            return _welcome(token, form.remember.data)
    return render_template("accounts/first_sign_in.html", form=form, contact=contact())


def _set_password_by_code(form: FirstSignInForm) -> str:
    return service.set_password_by_code(
        form.nip.data, form.code.data, form.password.data, _origin(form.remember.data), clock.now()
    )


@blueprint.get("/forgot-password")
def forgot_password() -> str:
    """Tell whom to ask for a new code."""
    return render_template("accounts/forgot_password.html", contact=contact())


@blueprint.post("/sign-out")
def sign_out() -> AnyResponse:
    """End this session, here and on the server."""
    if current_user.is_authenticated:
        service.sign_out(current_user.sign_in_id, clock.now())
    return _farewell()


@blueprint.get("/account")
@login_required
def account() -> str:
    """What is known of the person who asks, and where they are signed in."""
    known = people.account_of(current_user.id, current_user.sign_in_id, clock.now())
    form = LanguageForm(language=known.user.language or settings().language)
    return render_template("accounts/account.html", account=known, form=form, contact=contact())


@blueprint.route("/account/password", methods=["GET", "POST"])
@login_required
def change_password() -> str | AnyResponse:
    """Change one's own password."""
    form = ChangePasswordForm()
    if form.validate_on_submit():
        try:
            token = service.change_password(
                current_user.id, current_user.sign_in_id, form.current.data, form.password.data, clock.now()
            )
        except service.WrongPassword:
            form.current.errors = [_("Kata sandi sekarang belum cocok. Coba tulis sekali lagi.")]
        except WeakPassword as wrong:
            form.refuse(wrong)
        else:
            login_user(find_person(token))
            flash(_("Kata sandi Anda sudah diganti. Perangkat lain sudah dikeluarkan."))
            return _to_account()
    return render_template("accounts/change_password.html", form=form, nip=people.nip_of(current_user.id))


@blueprint.post("/account/sessions/<int(max=2147483647):sign_in_id>/end")
@login_required
def end_session(sign_in_id: int) -> AnyResponse:
    """Sign out one of one's own devices."""
    try:
        service.end_session(current_user.id, sign_in_id, clock.now())
    except service.NoSuchSession:
        abort(404)
    if sign_in_id == current_user.sign_in_id:
        return _farewell()
    flash(_("Perangkat itu sudah dikeluarkan."))
    return _to_account()


@blueprint.post("/account/sessions/end-others")
@login_required
def end_other_sessions() -> AnyResponse:
    """Sign out all of one's own devices but this one."""
    service.end_other_sessions(current_user.id, current_user.sign_in_id, clock.now())
    flash(_("Semua perangkat lain sudah dikeluarkan."))
    return _to_account()


@blueprint.post("/account/language")
@login_required
def choose_language() -> AnyResponse:
    """Remember the language that the person reads in, on every device."""
    form = LanguageForm()
    if not form.validate_on_submit():
        abort(400)
    people.choose_language(current_user.id, form.language.data)
    return remember_language(_to_account(), form.language.data)


def _welcome(token: str, remember: bool) -> AnyResponse:
    """Begin with an empty cookie: nothing that stood in it before, from anyone, lives on."""
    session.clear()
    person = find_person(token)
    login_user(person)
    session.permanent = remember
    answer = redirect(_target(), HTTPStatus.SEE_OTHER)
    return remember_language(answer, person.language) if person and person.language else answer


def _farewell() -> AnyResponse:
    logout_user()
    session.clear()
    flash(_("Anda sudah keluar. Sampai jumpa lagi."))
    return redirect(url_for(".sign_in"), HTTPStatus.SEE_OTHER)


def _to_account() -> AnyResponse:
    return redirect(url_for(".account"), HTTPStatus.SEE_OTHER)


def _target() -> str:
    return own_address(request.values.get("next")) or "/"


def _origin(remember: bool) -> service.Origin:
    return service.Origin(request.remote_addr or "", read_device(request.user_agent.string), remember)
