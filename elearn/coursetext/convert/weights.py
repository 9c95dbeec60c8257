"""Answers with weights to answers that are right or wrong, saying where that changes anything."""

from collections.abc import Sequence
from decimal import Decimal

from elearn.coursetext.convert.outcome import Outcome

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
        return full
    earning = [worth > 0 for _, worth, _ in weighed]
    share = FULL / max(sum(earning), 1)
    for (text, worth, line), each in zip(weighed, earning, strict=True):
        fits = abs(abs(worth) - share) <= _NEAR or worth == 0 or worth == -FULL
        if not fits:
            _say(outcome, text, worth, line, each)
    return earning


def right_texts(outcome: Outcome, answers: Sequence[tuple[str, Decimal, str, int]]) -> tuple[str, ...]:
    """The texts that are wholly right; the others, wildcards and feedback are said to be left out."""
    texts: dict[str, None] = {}
    for text, worth, feedback, line in answers:
        if feedback.strip():
            outcome.say("import-feedback", line, feedback=" ".join(feedback.split()))
        if worth < FULL:
            if worth > 0:
                _say(outcome, text, worth, line, right=False)
            elif text != "*":
                outcome.say("import-answer", line, answer=text)
        elif "*" in text.replace("\\*", ""):
            outcome.say("import-answer", line, answer=text)
        else:
            texts.setdefault(" ".join(text.replace("\\*", "*").split()))
    return tuple(texts)


def _say(outcome: Outcome, text: str, worth: Decimal, line: int, right: bool) -> None:
    verdict = "benar" if right else "salah"
    outcome.say("import-weight", line, answer=text, weight=f"{worth.normalize():f}", verdict=verdict)
