"""Answers: how a form is read into one, and how it is compared with the key.

An answer is plain JSON data by kind of question: `single` an option key; `multiple` a sorted list of option keys;
`short` and `number` the text typed; `matching` a mapping from left keys to right keys; `ordering` a list of item keys;
`blanks` a list of texts. A question left alone has the answer None.

A form names a question's fields after its id: `q-<id>` (`single`, `multiple`, `short`, `number`), `q-<id>.<left key>`
(`matching`, the value is a right key), `q-<id>.<item key>` (`ordering`, the value is a place from 1), `q-<id>.<n>`
(`blanks`, n from 1).
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from elearn.domain.course import Credit, Question, QuestionKind

Answer = Any
Form = Mapping[str, Sequence[str]]

LONGEST_TEXT = 500


class Verdict(StrEnum):
    """What an answer was worth, in a word."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


def field_name(question_id: str, part: str = "") -> str:
    """The name of a question's form field, or of the field of one of its parts."""
    return f"q-{question_id}.{part}" if part else f"q-{question_id}"


def read(question: Question, form: Form) -> Answer:
    """The answer that a form gives to a question; None when it was left alone. Unknown keys are ignored."""
    return _READERS[question.kind](question, form)


_UNTYPED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that no keyboard types into a line of text, and that not every database keeps."""


def _first(form: Form, name: str) -> str:
    values = form.get(name) or ("",)
    return _UNTYPED.sub(" ", values[0]).strip()[:LONGEST_TEXT]


def _read_single(question: Question, form: Form) -> Answer:
    chosen = _first(form, field_name(question.id))
    return chosen if any(option.key == chosen for option in question.options) else None


def _read_multiple(question: Question, form: Form) -> Answer:
    chosen = set(form.get(field_name(question.id), ()))
    return sorted(option.key for option in question.options if option.key in chosen) or None


def _read_text(question: Question, form: Form) -> Answer:
    return _first(form, field_name(question.id)) or None


def _read_matching(question: Question, form: Form) -> Answer:
    rights = {pair.right_key for pair in question.pairs}
    chosen = {pair.left_key: _first(form, field_name(question.id, pair.left_key)) for pair in question.pairs}
    return {left: right for left, right in chosen.items() if right in rights} or None


def _read_ordering(question: Question, form: Form) -> Answer:
    places = {item.key: _first(form, field_name(question.id, item.key)) for item in question.items}
    if not any(places.values()):
        return None
    return sorted(places, key=lambda key: (_place(places[key]), key))


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 10**6


def _read_blanks(question: Question, form: Form) -> Answer:
    texts = [_first(form, field_name(question.id, str(place))) for place in range(1, len(question.blanks) + 1)]
    return texts if any(texts) else None


def score(question: Question, answer: Answer, credit: Credit = Credit.EXACT) -> Fraction:
    """The share of the question's points that the answer earns, from 0 to 1.

    Proportional credit counts right parts; for `multiple`, wrong choices are taken off, so that ticking everything
    earns nothing. An answer of the wrong shape earns nothing.
    """
    if not _well_shaped(question, answer):
        return Fraction(0)
    right, total = _COUNTERS[question.kind](question, answer)
    if right == total > 0:
        return Fraction(1)
    if credit is Credit.EXACT or total < 1:
        return Fraction(0)
    return max(Fraction(0), Fraction(right, total))


def verdict(question: Question, answer: Answer) -> Verdict:
    """What the answer was worth in a word; partly right even where a quiz gives nothing for that."""
    share = score(question, answer, Credit.PROPORTIONAL)
    return Verdict.RIGHT if share == 1 else Verdict.PARTLY if share else Verdict.WRONG


def filled(question: Question, answer: Answer) -> bool:
    """Whether every part that the question asks for is answered."""
    match question.kind:
        case QuestionKind.MATCHING:
            return len(answer or ()) == len(question.pairs)
        case QuestionKind.BLANKS:
            return bool(answer) and all(answer)
        case _:
            return answer is not None


def _well_shaped(question: Question, answer: Answer) -> bool:
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.SHORT | QuestionKind.NUMBER:
            return isinstance(answer, str)
        case QuestionKind.MATCHING:
            return isinstance(answer, dict) and all(isinstance(right, str) for right in answer.values())
        case _:
            return isinstance(answer, list) and all(isinstance(part, str) for part in answer)


Counter = Callable[[Question, Answer], tuple[int, int]]


def _count_single(question: Question, answer: Answer) -> tuple[int, int]:
    return sum(option.correct for option in question.options if option.key == answer), 1


def _count_multiple(question: Question, answer: Answer) -> tuple[int, int]:
    correct = {option.key for option in question.options if option.correct}
    chosen = set(answer)
    return len(chosen & correct) - len(chosen - correct), len(correct)


def _count_short(question: Question, answer: Answer) -> tuple[int, int]:
    return int(any(same_text(answer, accepted) for accepted in question.accepted)), 1


def _count_number(question: Question, answer: Answer) -> tuple[int, int]:
    number = read_number(answer)
    return int(number is not None and any(r.low <= number <= r.high for r in question.ranges)), 1


def _count_matching(question: Question, answer: Answer) -> tuple[int, int]:
    texts = {pair.right_key: pair.right for pair in question.pairs}
    return sum(texts.get(answer.get(p.left_key, "")) == p.right for p in question.pairs), len(question.pairs)


def _count_ordering(question: Question, answer: Answer) -> tuple[int, int]:
    keys = [item.key for item in question.items]
    return sum(mine == key for mine, key in zip(answer, keys, strict=False)), len(keys)


def _count_blanks(question: Question, answer: Answer) -> tuple[int, int]:
    right = sum(
        any(_same_blank(text, accepted) for accepted in blank)
        for text, blank in zip(answer, question.blanks, strict=False)
    )
    return right, len(question.blanks)


def _same_blank(text: str, accepted: str) -> bool:
    wanted = read_number(accepted)
    return same_text(text, accepted) or (wanted is not None and read_number(text) == wanted)


def same_text(given: str, accepted: str) -> bool:
    """Compare without regard to case, spacing, accents and end punctuation."""
    return plain_text(given) == plain_text(accepted)


def plain_text(text: str) -> str:
    """A text as it is compared: lower case, single spaces, no accents, no end punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", bare).strip().rstrip(".,;:!?… ").strip()


_NUMBER = re.compile(r"[+-]?([1-9]\d{0,2}(\.\d{3})+(,\d+)?|[1-9]\d{0,2}(,\d{3})+\.\d+|\d+([.,]\d+)?)")


def read_number(text: str) -> Decimal | None:
    """A number typed the Indonesian way or the English way: `37,5`, `37.5`, `1.234,5`, `1,234.5`; None if it is none.

    A single group of three after a dot, as in `1.500`, is a thousand and a half thousand, as Indonesians write it. A
    sum may be written `Rp1.500.000,-`, a share `40 %`.
    """
    bare = re.sub(r"\s", "", text).replace("−", "-")
    bare = re.sub(r"^(?i:rp\.?)", "", bare).removesuffix(",-").removesuffix("%")
    if not (match := _NUMBER.fullmatch(bare)):
        return None
    if match[2]:
        bare = bare.replace(".", "").replace(",", ".")
    elif match[4]:
        bare = bare.replace(",", "")
    else:
        bare = bare.replace(",", ".")
    return Decimal(bare)


_READERS: dict[QuestionKind, Callable[[Question, Form], Answer]] = {
    QuestionKind.SINGLE: _read_single,
    QuestionKind.MULTIPLE: _read_multiple,
    QuestionKind.SHORT: _read_text,
    QuestionKind.NUMBER: _read_text,
    QuestionKind.MATCHING: _read_matching,
    QuestionKind.ORDERING: _read_ordering,
    QuestionKind.BLANKS: _read_blanks,
}

_COUNTERS: dict[QuestionKind, Counter] = {
    QuestionKind.SINGLE: _count_single,
    QuestionKind.MULTIPLE: _count_multiple,
    QuestionKind.SHORT: _count_short,
    QuestionKind.NUMBER: _count_number,
    QuestionKind.MATCHING: _count_matching,
    QuestionKind.ORDERING: _count_ordering,
    QuestionKind.BLANKS: _count_blanks,
}
