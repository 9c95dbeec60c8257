"""The form under which an uploaded course gets its address."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, ValidationError

from elearn.coursetext.slugs import is_slug
from elearn.forms import Form
from elearn.studio.forms import RESERVED


def _lower(text: str | None) -> str:
    return (text or "").strip().lower()


class MakeForm(Form):
    """The word that stands in a course's address."""

    slug = StringField(
        _l("Alamat singkat"),
        filters=[_lower],
        validators=[DataRequired(_l("Tulis alamatnya, misalnya menyapa-warga."))],
        render_kw={"maxlength": 60, "autocomplete": "off"},
    )

    def validate_slug(self, field: Any) -> None:
        """An address has small letters, digits and hyphens, and isn't a page of the studio."""
        if not is_slug(field.data):
            raise ValidationError(_l("Pakai huruf kecil, angka, dan tanda hubung saja, misalnya menyapa-warga."))
        if field.data in RESERVED:
            raise ValidationError(_l("Alamat ini sudah dipakai. Pilih yang lain."))
