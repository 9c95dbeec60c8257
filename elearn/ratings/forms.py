"""The closing questionnaire as a form."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional

from elearn.domain.questionnaire import LONGEST_COMMENT, Opinion, Statement
from elearn.forms import Form
from elearn.ratings.statements import SENTENCES

WORDS = (
    SelectChoice("1", _l("Sangat tidak setuju")),
    SelectChoice("2", _l("Tidak setuju")),
    SelectChoice("3", _l("Ragu-ragu")),
    SelectChoice("4", _l("Setuju")),
    SelectChoice("5", _l("Sangat setuju")),
)


def _seen(text: str | None) -> str:
    """A text without characters that can't be seen, but for the ends of its lines."""
    return "".join(char for char in text or "" if char.isprintable() or char == "\n").strip()


def _statement(statement: Statement) -> RadioField:
    return RadioField(SENTENCES[statement], choices=WORDS, validators=[Optional()])


class OpinionForm(Form):
    """Five statements and a comment, none of them required."""

    useful = _statement(Statement.USEFUL)
    clear = _statement(Statement.CLEAR)
    practical = _statement(Statement.PRACTICAL)
    paced = _statement(Statement.PACED)
    recommended = _statement(Statement.RECOMMENDED)
    comment = TextAreaField(
        _l("Apa yang sebaiknya kami pertahankan atau perbaiki?"),
        filters=[_seen],
        validators=[Length(max=LONGEST_COMMENT, message=_l("Paling banyak %(most)s huruf.", most=LONGEST_COMMENT))],
        render_kw={"rows": 5, "maxlength": LONGEST_COMMENT},
    )

    def __init__(self, opinion: Opinion | None = None, **options: Any) -> None:
        """Filled from what was answered before, until something else is sent."""
        shown = opinion if opinion and not self.is_submitted() else None
        super().__init__(**options, data=_data(shown) if shown else None)

    @property
    def opinion(self) -> Opinion:
        """The opinion as the form has it."""
        answers = {each.value: int(self[each.value].data) for each in Statement if self[each.value].data}
        return Opinion(**answers, comment=self.comment.data)


def _data(opinion: Opinion) -> dict[str, str | None]:
    answers = {each.value: opinion.answer(each) for each in Statement}
    return {name: str(answer) if answer else None for name, answer in answers.items()} | {"comment": opinion.comment}
