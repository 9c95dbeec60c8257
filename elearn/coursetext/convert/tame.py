"""Questions whose texts hold nothing that course text reads as anything but words."""

import re

from elearn.coursetext.convert.question import SourceQuestion
from elearn.domain.course import QuestionKind, Range

_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORDS = re.compile(rf"[{_LETTER}](?:[{_LETTER}0-9,.?;'\"“”‘’()/%–]| (?! ))*(?<! )")
_KINDS = frozenset(
    {QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SHORT, QuestionKind.MATCHING, QuestionKind.NUMBER}
)
_MOST = 10**12


def is_tame(question: SourceQuestion) -> bool:
    """Whether a question's texts are lines of plain words: settling changes nothing, and it comes back as it went in.

    Most questions are. What isn't sure to be is not tame.
    """
    if question.kind not in _KINDS or not 1 <= question.points <= 100:
        return False
    texts = [question.stem, *question.accepted]
    for option in question.options:
        texts += [option.text, option.feedback or "x"]
    for pair in question.pairs:
        texts += pair
    texts.append(question.explanation or "x")
    return (
        all(map(_WORDS.fullmatch, texts))
        and all(map(_is_small, question.ranges))
        and len({*question.accepted, *question.ranges}) == len(question.accepted) + len(question.ranges)
    )


def _is_small(numbers: Range) -> bool:
    exponents = (numbers.low.as_tuple().exponent, numbers.high.as_tuple().exponent)
    return 0 <= numbers.low <= numbers.high < _MOST and all(isinstance(each, int) and each >= -6 for each in exponents)
