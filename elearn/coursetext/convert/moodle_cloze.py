"""Fields inside a text, as Moodle's cloze questions write them: `{1:SHORTANSWER:=Serang~=Kota Serang}`."""

import re
from dataclasses import dataclass

from elearn.coursetext.convert.gift_parts import items_of_cloze, numbers
from elearn.coursetext.convert.gift_text import HOLE
from elearn.coursetext.convert.markdown import written_number
from elearn.coursetext.convert.moodle_kinds import field_of
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.weights import right_texts
from elearn.coursetext.levels import Words
from elearn.domain.course import BLANK

_FIELD = re.compile(r"\{(\d{0,3}):([A-Z_]+):((?:[^{}\\]|\\.)*)\}")
_TEXTS = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"})
_NUMBERS = frozenset({"NUMERICAL", "NM"})


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with `HOLE` for each field, and what the fields accept."""

    text: str
    blanks: tuple[tuple[str, ...], ...]

    def filled(self, markdown: str) -> str:
        """The text, turned into Markdown, with the marks of its blanks."""
        first, *rest = markdown.split(HOLE)
        return first + "".join(f"{BLANK.format(place)}{piece}" for place, piece in enumerate(rest, start=1))


def cloze_fields(outcome: Outcome, text: str, line: int) -> Cloze | None:
    """The fields of a text; None, with a finding, when one of them can't be a blank."""
    blanks = []
    text = text.replace(HOLE, "")
    for field in _FIELD.finditer(text):
        if field[2] not in _TEXTS | _NUMBERS:
            outcome.say("import-kind", line, kind=field_of(field[2]))
            return None
        if field[2].endswith("C"):
            outcome.say("import-case", line)
        answers = [(each.text, each.worth, each.feedback, line) for each in items_of_cloze(field[3], line)]
        texts = right_texts(outcome, answers)
        accepted = tuple(_exact(outcome, each, line) for each in texts) if field[2] in _NUMBERS else texts
        blanks.append(tuple(each for each in accepted if each))
    weights = {field[1] or "1" for field in _FIELD.finditer(text)}
    if len(weights) > 1:
        what = Words(f"bobot isian {', '.join(sorted(weights))}", f"weights of fields {', '.join(sorted(weights))}")
        outcome.say("import-setting", line, what=what)
    return Cloze(_FIELD.sub(HOLE, text), tuple(blanks))


def _exact(outcome: Outcome, text: str, line: int) -> str:
    """A number that a blank accepts; blanks know no tolerance, which is said."""
    found = numbers(text)
    if found is None:
        outcome.say("import-answer", line, answer=text)
        return ""
    if found.low != found.high:
        outcome.say("import-setting", line, what=Words(f"toleransi {text}", f"tolerance {text}"))
    return written_number((found.low + found.high) / 2)
