"""Forms of signing in and of one's own account."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, PasswordField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import EqualTo, InputRequired

from elearn.accounts.passwords import WeakPassword
from elearn.domain.nip import NotANip, read_nip, show_nip
from elearn.forms import Form
from elearn.languages import LANGUAGES

NIP_SENTENCES = {
    "length": _l("NIP terdiri atas 18 angka. Periksa lagi, mungkin ada yang kurang atau lebih."),
    "date": _l("Delapan angka pertama NIP adalah tanggal lahir. Periksa lagi angkanya."),
    "sex": _l("Angka ke-15 NIP seharusnya 1 atau 2. Periksa lagi angkanya."),
}
PASSWORD_SENTENCES = {
    "short": _l("Kata sandi ini terlalu pendek. Pakai sedikitnya 10 karakter; beberapa kata juga boleh."),
    "long": _l("Kata sandi ini terlalu panjang. Pakai paling banyak 200 karakter."),
    "nip": _l("NIP diketahui banyak orang. Pilih kata sandi yang tidak memuat NIP Anda."),
    "common": _l("Kata sandi ini mudah ditebak. Coba gabungkan beberapa kata yang hanya Anda yang tahu."),
}
MISSING_NIP = _l("Isi NIP Anda.")
MISSING_PASSWORD = _l("Isi kata sandi Anda.")
MISSING_NEW = _l("Isi kata sandi baru.")
MISSING_AGAIN = _l("Tulis kata sandi baru sekali lagi.")
DIFFERENT = _l("Kedua kata sandi belum sama. Tulis sekali lagi.")


class NipField(StringField):
    """A NIP, typed in any grouping; its data is the bare 18 digits."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; a sentence says what is odd about it."""
        typed = valuelist[0] if valuelist else ""
        self.data = typed
        if not typed.strip():
            return
        try:
            self.data = read_nip(typed)
        except NotANip as wrong:
            raise ValueError(NIP_SENTENCES[wrong.reason]) from None

    def _value(self) -> str:
        data = self.data or ""
        return show_nip(data) if len(data) == 18 and data.isdigit() else data


def _nip() -> NipField:
    looks = {"autocomplete": "username", "inputmode": "numeric", "maxlength": 40}
    return NipField(_l("NIP"), validators=[InputRequired(MISSING_NIP)], render_kw=looks)


def _password(label: Any, autocomplete: str, *validators: Any) -> PasswordField:
    looks = {"autocomplete": autocomplete, "data-show-password": True, "maxlength": 200}
    return PasswordField(label, validators=list(validators), render_kw=looks)


def _remember() -> BooleanField:
    return BooleanField(_l("Tetap masuk di perangkat ini"))


def _new_password() -> PasswordField:
    return _password(_l("Kata sandi baru"), "new-password", InputRequired(MISSING_NEW))


def _new_password_again() -> PasswordField:
    twice = (InputRequired(MISSING_AGAIN), EqualTo("password", message=DIFFERENT))
    return _password(_l("Kata sandi baru, sekali lagi"), "new-password", *twice)


class _NewPassword(Form):
    """A new password, typed twice. Forms make the fields themselves, for mistakes are listed as fields were made."""

    password: PasswordField
    again: PasswordField

    def refuse(self, wrong: WeakPassword) -> None:
        """Say at the field why the password was refused."""
        self.password.errors = [*self.password.errors, PASSWORD_SENTENCES[wrong.reason]]


class SignInForm(Form):
    """NIP and password."""

    nip = _nip()
    password = _password(_l("Kata sandi"), "current-password", InputRequired(MISSING_PASSWORD))
    remember = _remember()


class FirstSignInForm(_NewPassword):
    """NIP and one-time code, for a password of one's own."""

    nip = _nip()
    code = StringField(
        _l("Kode sekali pakai"),
        validators=[InputRequired(_l("Isi kode sekali pakai yang Anda terima."))],
        render_kw={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"},
    )
    password = _new_password()
    again = _new_password_again()
    remember = _remember()


class ChangePasswordForm(_NewPassword):
    """The current password, for a new one."""

    current = _password(_l("Kata sandi sekarang"), "current-password", InputRequired(MISSING_PASSWORD))
    password = _new_password()
    again = _new_password_again()


class LanguageForm(Form):
    """The language that a person reads in."""

    language = RadioField(_l("Bahasa"), choices=[SelectChoice(code, name) for code, name in LANGUAGES.items()])
