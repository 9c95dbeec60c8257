"""The office's form for a new person."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from elearn.accounts.forms import NipField
from elearn.domain.nip import EmploymentStatus


class PersonForm(FlaskForm):
    """Somebody who gets an account: only what the job needs."""

    name = StringField(_l("Nama"), validators=[InputRequired(_l("Isi namanya.")), Length(max=200)])
    nip = NipField(
        _l("NIP atau NI PPPK"),
        validators=[InputRequired(_l("Isi NIP-nya."))],
        render_kw={"inputmode": "numeric", "autocomplete": "off", "maxlength": 40},
    )
    status = RadioField(
        _l("Status kepegawaian"),
        choices=[SelectChoice(EmploymentStatus.PNS.value, "PNS"), SelectChoice(EmploymentStatus.PPPK.value, "PPPK")],
        validators=[InputRequired(_l("Pilih statusnya."))],
    )
    unit = SelectField(_l("Unit kerja"), validators=[Length(max=40)])
    position = StringField(_l("Jabatan"), validators=[Length(max=200)])
    rank = StringField(_l("Pangkat (PNS)"), validators=[Length(max=60)])
    grade = StringField(_l("Golongan"), validators=[Length(max=20)])
    roles = SelectMultipleField(
        _l("Tugas lain"),
        choices=[SelectChoice("trainer", _l("Pengajar")), SelectChoice("admin", _l("Admin"))],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )

    def __init__(self, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.unit.choices = [SelectChoice("", _l("Belum ditentukan")), *(SelectChoice(*unit) for unit in units)]
