"""The office's forms about a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import CheckboxInput

from elearn.accounts.forms import NipField
from elearn.accounts.people import Job
from elearn.accounts.records import Record
from elearn.domain.nip import EmploymentStatus
from elearn.forms import Form

Units = Sequence[tuple[str, str]]
"""Codes and names."""


def tidy(text: str | None) -> str:
    """A text of one line as it is kept: single spaces, nothing that can't be seen."""
    seen = "".join(char for char in text or "" if char.isprintable() or char.isspace())
    return " ".join(seen.split())


def _line(label: Any, longest: int, *validators: Any) -> StringField:
    too_long = _l("Paling banyak %(most)s huruf.", most=longest)
    checks = [*validators, Length(max=longest, message=too_long)]
    return StringField(
        label, filters=[tidy], validators=checks, render_kw={"maxlength": longest, "autocomplete": "off"}
    )


class _Numbered(Form):
    """A NIP; it stands before `RecordForm`, for fields come in the order in which they are made."""

    nip = NipField(
        _l("NIP atau NI PPPK"),
        validators=[InputRequired(_l("Isi NIP-nya."))],
        render_kw={"inputmode": "numeric", "autocomplete": "off", "maxlength": 40},
    )


class RecordForm(Form):
    """What is recorded of a person: only what the job needs."""

    name = _line(_l("Nama"), 200, DataRequired(_l("Isi namanya.")))
    status = RadioField(
        _l("Status kepegawaian"),
        choices=[SelectChoice(EmploymentStatus.PNS.value, "PNS"), SelectChoice(EmploymentStatus.PPPK.value, "PPPK")],
        validators=[InputRequired(_l("Pilih statusnya."))],
    )
    unit = SelectField(_l("Unit kerja"))
    position = _line(_l("Jabatan"), 200)
    rank = _line(_l("Pangkat"), 60)
    grade = _line(_l("Golongan"), 20)
    roles = SelectMultipleField(
        _l("Tugas lain"),
        choices=[SelectChoice("trainer", _l("Pengajar")), SelectChoice("admin", _l("Admin"))],
        option_widget=CheckboxInput(),
    )

    def __init__(self, units: Units, record: Record | None = None, **options: Any) -> None:
        super().__init__(**options, data=_data(record) if record else None)
        self.unit.choices = [SelectChoice("", _l("Belum ditentukan")), *(SelectChoice(*unit) for unit in units)]

    @property
    def record(self) -> Record:
        """The record as the form has it."""
        job = Job(self.unit.data or None, self.position.data, self.rank.data, self.grade.data)
        return Record(self.name.data, EmploymentStatus(self.status.data), job, frozenset(self.roles.data or ()))


class NewPersonForm(_Numbered, RecordForm):
    """Somebody who gets an account."""


class EditPersonForm(RecordForm):
    """Somebody whose record is corrected. `version` is that of the record which the page showed."""

    active = BooleanField(_l("Akun aktif"))
    version = HiddenField()

    def __init__(self, units: Units, record: Record, **options: Any) -> None:
        super().__init__(units, record, **options)
        self.units = units

    @property
    def record(self) -> Record:
        """The record as the form has it."""
        written = super().record
        return Record(written.name, written.status, written.job, written.roles, self.active.data)

    def show_again(self, stored: Record) -> "tuple[Difference, ...]":
        """Tell where the form differs from what is stored by now; sent once more, the form counts as having seen it."""
        self.version.data = stored.version
        other = EditPersonForm(self.units, stored, formdata=None)
        pairs = [(mine, other[mine.name]) for mine in self if mine.name not in ("version", "csrf_token")]
        return tuple(
            Difference(mine.label.text, _shown(theirs), _shown(mine))
            for mine, theirs in pairs
            if mine.data != theirs.data
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which two admins think differently: in words, what is stored and what this one wrote."""

    label: str
    stored: str
    written: str


def _data(record: Record) -> dict[str, Any]:
    job = record.job
    return {
        "name": record.name,
        "status": record.status.value,
        "unit": job.unit_code or "",
        "position": job.position,
        "rank": job.rank,
        "grade": job.grade,
        "roles": sorted(record.roles),
        "active": record.active,
        "version": record.version,
    }


def _shown(field: Field) -> str:
    if isinstance(field, BooleanField):
        return _("ya") if field.data else _("tidak")
    if isinstance(field, RadioField | SelectField | SelectMultipleField):
        return ", ".join(str(option.label.text) for option in field if option.checked) or _("tidak ada")
    return field.data or _("kosong")
