"""Forms of reviews: asking for one, answering one, a remark at a line."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from elearn.forms import Form
from elearn.studio.remarks import LONGEST
from elearn.studio.reviews import Verdict

LONGEST_NOTE = 1_000
FARTHEST_LINE = 1_000_000


class AskForm(Form):
    """Whom to ask, and what to look at."""

    reviewer = SelectField(_l("Peninjau"))
    note = TextAreaField(_l("Yang perlu diperhatikan"), validators=[Length(max=LONGEST_NOTE)], render_kw={"rows": 3})

    def __init__(self, people: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(**options)
        anybody = SelectChoice("", _l("Siapa saja yang sempat"))
        self.reviewer.choices = [anybody, *(SelectChoice(str(id_), name) for id_, name in people)]

    @property
    def reviewer_id(self) -> int | None:
        """Whom to ask; None for whoever comes first."""
        return int(self.reviewer.data) if self.reviewer.data else None


class AnswerForm(Form):
    """The reviewer's answer. `sha256` names the bytes that were read."""

    verdict = RadioField(
        _l("Jawaban Anda"),
        choices=[
            SelectChoice(Verdict.APPROVED.value, _l("Setuju, boleh terbit")),
            SelectChoice(Verdict.CHANGES.value, _l("Perlu diperbaiki dulu")),
        ],
        validators=[InputRequired(_l("Pilih jawaban Anda."))],
    )
    note = TextAreaField(_l("Catatan"), validators=[Length(max=LONGEST_NOTE)], render_kw={"rows": 3})
    sha256 = HiddenField()


class RemarkForm(Form):
    """A remark at a line of a file."""

    path = HiddenField(validators=[DataRequired()])
    line = IntegerField(_l("Baris"), validators=[InputRequired(), NumberRange(1, FARTHEST_LINE)])
    body = TextAreaField(_l("Komentar"), validators=[DataRequired(), Length(max=LONGEST)])


class ReplyForm(Form):
    """An answer to a remark."""

    body = TextAreaField(_l("Balasan"), validators=[DataRequired(), Length(max=LONGEST)])
