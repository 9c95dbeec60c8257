"""The studio's forms: a new course, a colleague."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from elearn.accounts.forms import NipField
from elearn.coursetext.parse.source import clean
from elearn.coursetext.slugs import is_slug, slugify
from elearn.forms import Form
from elearn.studio.drafts import LONGEST_TITLE

RESERVED = frozenset({"import", "new", "take"})
"""Slugs that are addresses of the studio's own pages."""


def one_line(text: str | None) -> str:
    """A text of one line as it is kept: single spaces, nothing that no text may hold."""
    return " ".join(clean(text or "").split())


def _lower(text: str | None) -> str:
    return (text or "").strip().lower()


class NewCourseForm(Form):
    """A new course: its title, and the word that stands in its address, made from the title where it is left empty."""

    title = StringField(
        _l("Judul pelatihan"),
        filters=[one_line],
        validators=[
            DataRequired(_l("Tulis judulnya dulu.")),
            Length(max=LONGEST_TITLE, message=_l("Paling banyak %(most)s huruf.", most=LONGEST_TITLE)),
        ],
        render_kw={"maxlength": LONGEST_TITLE, "autocomplete": "off"},
    )
    slug = StringField(_l("Alamat singkat"), filters=[_lower], render_kw={"maxlength": 60, "autocomplete": "off"})

    @property
    def chosen_slug(self) -> str:
        """The slug as typed, or else made from the title."""
        return self.slug.data or slugify(self.title.data or "")

    def validate_slug(self, _field: Any) -> None:
        """An address has small letters, digits and hyphens."""
        if self.title.data and not is_slug(self.chosen_slug):
            raise ValidationError(_l("Pakai huruf kecil, angka, dan tanda hubung saja, misalnya menyapa-warga."))
        if self.chosen_slug in RESERVED:
            raise ValidationError(_l("Alamat ini sudah dipakai. Pilih yang lain."))


class ShareForm(Form):
    """A colleague by NIP."""

    nip = NipField(
        _l("NIP rekan pengajar"),
        validators=[InputRequired(_l("Isi NIP-nya."))],
        render_kw={"inputmode": "numeric", "autocomplete": "off", "maxlength": 40},
    )
