"""The closing questionnaire of a course: five statements, each agreed with from 1 (not at all) to 5 (fully)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from elearn.domain.anonymity import tells

SCALE = range(1, 6)
AGREES = 4
"""From here on an answer agrees."""

LONGEST_COMMENT = 2000


class Statement(StrEnum):
    """What a learner is asked to agree with."""

    USEFUL = "useful"
    CLEAR = "clear"
    PRACTICAL = "practical"
    PACED = "paced"
    RECOMMENDED = "recommended"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a learner answered; None where they left a statement alone."""

    useful: int | None = None
    clear: int | None = None
    practical: int | None = None
    paced: int | None = None
    recommended: int | None = None
    comment: str = ""

    def answer(self, statement: Statement) -> int | None:
        """How far the learner agrees with a statement."""
        answer: int | None = getattr(self, statement.value)
        return answer

    @property
    def empty(self) -> bool:
        """Whether nothing is answered and nothing written."""
        return not self.comment.strip() and all(self.answer(statement) is None for statement in Statement)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far learners agree with a statement: how many answered, their mean, and the share of those who agree."""

    statement: Statement
    answers: int
    mean: Fraction
    agree: Fraction


def agreements(opinions: Iterable[Opinion]) -> tuple[Agreement, ...]:
    """The statements that enough learners answered, in the order in which they are asked."""
    found = list(opinions)
    answers = {statement: Counter(opinion.answer(statement) for opinion in found) for statement in Statement}
    return tuple(
        _agreement(statement, {value: count for value, count in counts.items() if value})
        for statement, counts in answers.items()
        if tells(counts.total() - counts[None])
    )


def _agreement(statement: Statement, counts: dict[int, int]) -> Agreement:
    total = sum(counts.values())
    return Agreement(
        statement,
        total,
        Fraction(sum(value * count for value, count in counts.items()), total),
        Fraction(sum(count for value, count in counts.items() if value >= AGREES), total),
    )
