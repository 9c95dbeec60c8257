"""Answers with weights to answers that are right or wrong, saying where that changes anything."""

from collections.abc import Sequence
from decimal import Decimal

from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.levels import Words

Weighed = tuple[str, Decimal, int]
"""An option's text, what it earns in percent, and its line."""

FULL = Decimal(100)
_NEAR = Decimal(1)


def right_options(outcome: Outcome, weighed: Sequence[Weighed], several: bool) -> list[bool]:
    """Which options are right: with one answer the full ones, with several all that earn anything."""
    if not several:
        full = [worth >= FULL for _, worth, _ in weighed]
        for (text, worth, line), right in zip(weighed, full, strict=True):
            if (0 < worth < FULL) or (right and sum(full) > 1):
                _say(outcome, text, worth, line, right)
        _say_penalty(outcome, [(worth, line) for _, worth, line in weighed if worth < 0])
        return full
    earning = [worth > 0 for _, worth, _ in weighed]
    share = FULL / max(sum(earning), 1)
    for text, worth, line in weighed:
        if worth > 0 and abs(worth - share) > _NEAR:
            _say(outcome, text, worth, line, right=True)
    _say_wrong(outcome, [(worth, line) for _, worth, line in weighed if worth <= 0], len(weighed))
    return earning


def _say_penalty(outcome: Outcome, wrong: Sequence[tuple[Decimal, int]]) -> None:
    """Say once what wrong options take away, of which one is chosen."""
    if wrong:
        weights = ", ".join(f"{_percent(-worth)}%" for worth in sorted({worth for worth, _ in wrong}))
        outcome.say("import-penalty", wrong[0][1], weights=weights)


def _say_wrong(outcome: Outcome, wrong: Sequence[tuple[Decimal, int]], many: int) -> None:
    """Say once what the wrong ones of so many options are worth; where all are wrong there is no key to speak of."""
    if wrong and len(wrong) < many:
        weights = ", ".join(f"{_percent(worth)}%" for worth in sorted({worth for worth, _ in wrong}))
        outcome.say("import-wrong", wrong[0][1], weights=weights)


Answer = tuple[str, Decimal, str, int]
"""A text that is accepted, what it earns in percent, its feedback, and its line."""


def right_answers(outcome: Outcome, answers: Sequence[Answer]) -> list[bool]:
    """Which answers are wholly right; the others, wildcards and feedback are said to be left out.

    What catches every other answer and earns nothing says nothing.
    """
    return [_is_right(outcome, answer) for answer in answers]


def _is_right(outcome: Outcome, answer: Answer) -> bool:
    text, worth, feedback, line = answer
    if feedback.strip():
        outcome.say("import-feedback", line, feedback=" ".join(feedback.split()))
    if worth > 0 and not text:
        outcome.say("import-blank", line)
    elif 0 < worth < FULL:
        _say(outcome, text, worth, line, right=False)
    elif (worth <= 0 and text not in ("", "*")) or (worth > 0 and "*" in text.replace("\\*", "")):
        outcome.say("import-answer", line, answer=text)
    else:
        return worth > 0
    return False


def right_texts(outcome: Outcome, answers: Sequence[Answer]) -> tuple[str, ...]:
    """The texts that are wholly right, each once."""
    right = right_answers(outcome, answers)
    texts = (
        " ".join(text.replace("\\*", "*").split()) for (text, *_), each in zip(answers, right, strict=True) if each
    )
    return tuple(dict.fromkeys(texts))


def _percent(worth: Decimal) -> str:
    return f"{worth.normalize():f}".replace(".", ",") if worth else "0"


def _say(outcome: Outcome, text: str, worth: Decimal, line: int, right: bool) -> None:
    verdict = Words("benar", "right") if right else Words("salah", "wrong")
    outcome.say("import-weight", line, answer=text, weight=_percent(worth), verdict=verdict)
