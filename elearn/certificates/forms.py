"""Forms of the office about certificates."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from elearn.forms import Form


def _bare(text: str | None) -> str:
    return (text or "").strip()


class ReasonForm(Form):
    """Why something is decided, in words that whoever is concerned will read."""

    reason = TextAreaField(
        _l("Alasan"),
        filters=[_bare],
        validators=[
            DataRequired(_l("Tulis alasannya, agar yang bersangkutan mengerti.")),
            Length(min=10, max=500, message=_l("Tulis alasan sepanjang 10 sampai 500 huruf.")),
        ],
        render_kw={"rows": 3, "maxlength": 500},
    )
