"""The closing questionnaire of a course: five statements, each agreed with from 1 (not at all) to 5 (fully)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter

from elearn.domain.anonymity import Share, settled, share_of, whole

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
    """How far learners agree with a statement: how many answered, the share of those who agree, and their mean.

    There is no mean where nearly all or hardly any agree: it would tell what each of them said.
    """

    statement: Statement
    answers: int
    mean: Fraction | None
    agree: Share


Said = Sequence[tuple[int, Opinion]]
"""Every opinion with whose it is, in the order of time; a later one of a person replaces the earlier one."""


def opinions(said: Said) -> int:
    """How many people's opinions may be told."""
    return whole(len({person for person, _opinion in said}))


def agreements(said: Said) -> tuple[Agreement, ...]:
    """The statements that enough learners answered, in the order in which they are asked."""
    found = (_agreement(each, said) for each in Statement)
    return tuple(each for each in found if each)


def _agreement(statement: Statement, said: Said) -> Agreement | None:
    answer = attrgetter(statement.value)
    answers = settled((person, answer(opinion)) for person, opinion in said).values()
    agree = share_of(sum(value >= AGREES for value in answers), len(answers))
    if agree is None:
        return None
    return Agreement(statement, len(answers), Fraction(sum(answers), len(answers)) if agree.exact else None, agree)


def comments(said: Said) -> frozenset[str]:
    """What people wrote, by fives of those who wrote something."""
    written = settled((person, opinion.comment.strip() or None) for person, opinion in said)
    return frozenset(written.values())
