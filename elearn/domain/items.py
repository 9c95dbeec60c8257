"""Item analysis: what the answers to a question say of the question.

Of each learner only the first attempt counts, for by the second one the key may be known. Points are those that the
paper gave, so a partly right answer counts partly where the quiz gave credit for it; a question left blank earns
nothing.

- Facility index: the mean share of the question's points, from 0 (nobody) to 1 (everybody).
- Discrimination index: the facility in the best third less that in the worst third, from -1 to 1 (upper-lower index,
  A. P. Johnson 1951; R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement, 1991, take 0.20 as the least
  that an item should reach). Thirds are made by what learners earned at the *other* questions of their paper, so that a
  question doesn't vouch for itself. Who ties with the last of a third belongs to it; where that leaves no
  distance between the thirds, or a paper has one question, there are none.
- Time: the median of how long learners were at the question (see `seconds_spent`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from statistics import median

from elearn.domain.anonymity import ENOUGH_ANSWERS, cell, tells
from elearn.domain.answers import Answer
from elearn.domain.course import Question, QuestionKind
from elearn.domain.notes import Note, Read, notes_on

CHOSEN = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


@dataclass(frozen=True, slots=True)
class Taken:
    """How one learner did at a question: the answer, the share of its points, and the share of the paper's other ones.

    `rest` is None where the paper had no other question, `seconds` where no time can be told.
    """

    answer: Answer
    share: Fraction
    rest: Fraction | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Third:
    """The best or the worst learners at the rest of the paper: how many, and the question's facility among them."""

    size: int
    facility: Fraction


@dataclass(frozen=True, slots=True)
class Choice:
    """How many chose an option: of all, of the best and of the worst third; None is fewer than five."""

    key: str
    correct: bool
    everybody: int | None
    best: int | None = None
    worst: int | None = None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What may be told of a question that enough learners answered."""

    asked: int
    answered: int
    facility: Fraction
    best: Third | None
    worst: Third | None
    choices: tuple[Choice, ...]
    seconds: int | None
    notes: tuple[Note, ...]

    @property
    def discrimination(self) -> Fraction | None:
        """By how much more of the points the best third earned than the worst."""
        return self.best.facility - self.worst.facility if self.best and self.worst else None


def item_figures(question: Question, taken: Sequence[Taken]) -> ItemFigures | None:
    """The figures of a question; None until thirty learners answered it."""
    answered = sum(each.answer is not None for each in taken)
    if answered < ENOUGH_ANSWERS:
        return None
    best, worst = thirds(taken)
    seconds = typical_seconds(taken)
    return ItemFigures(
        asked=len(taken),
        answered=answered,
        facility=facility(taken),
        best=Third(len(best), facility(best)) if best else None,
        worst=Third(len(worst), facility(worst)) if worst else None,
        choices=_choices(question, taken, best, worst),
        seconds=seconds,
        notes=notes_on(_read(question, taken, answered, best, worst, seconds)),
    )


def facility(taken: Sequence[Taken]) -> Fraction:
    """The mean share of the question's points."""
    return sum((each.share for each in taken), Fraction(0)) / len(taken)


def thirds(taken: Iterable[Taken]) -> tuple[Sequence[Taken], Sequence[Taken]]:
    """The best and the worst third by the rest of the paper; both empty where nothing tells them apart."""
    known = [(each.rest, each) for each in taken if each.rest is not None]
    size = len(known) // 3
    if not tells(size):
        return (), ()
    ranked = sorted(rest for rest, _each in known)
    low, high = ranked[size - 1], ranked[-size]
    if low >= high:
        return (), ()
    return [each for rest, each in known if rest >= high], [each for rest, each in known if rest <= low]


def typical_seconds(taken: Iterable[Taken]) -> int | None:
    """The median of the times at a question, in whole seconds; None until thirty are known."""
    times = [each.seconds for each in taken if each.seconds is not None]
    return round(median(times)) if len(times) >= ENOUGH_ANSWERS else None


def seconds_spent(started_at: datetime, saves: Iterable[tuple[datetime, str]]) -> Mapping[str, float]:
    """How long a learner was at each question, in seconds, told from the moments at which answers were saved.

    The time between two saves belongs to the question saved at its end; who comes back to a question adds to it.
    Looking at another question in between isn't seen, and neither is a break; the median over learners bears both. Of
    questions saved at the same moment (a form without a script, a phone without connection) no time can be told.
    """
    moments: dict[datetime, set[str]] = {}
    for at, question_id in saves:
        moments.setdefault(at, set()).add(question_id)
    spent: dict[str, float] = {}
    before = started_at
    for at in sorted(moments):
        for question_id in moments[at]:
            spent[question_id] = spent.get(question_id, 0) + (at - before).total_seconds()
        before = at
    together = {question_id for ids in moments.values() if len(ids) > 1 for question_id in ids}
    return {question_id: seconds for question_id, seconds in spent.items() if question_id not in together}


def _choices(
    question: Question, taken: Sequence[Taken], best: Sequence[Taken], worst: Sequence[Taken]
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            option.key,
            option.correct,
            cell(_chose(option.key, taken)),
            cell(_chose(option.key, best)) if best else None,
            cell(_chose(option.key, worst)) if worst else None,
        )
        for option in question.options
        if question.kind in CHOSEN
    )


def _chose(key: str, taken: Iterable[Taken]) -> int:
    return sum(_has(each.answer, key) for each in taken)


def _has(answer: Answer, key: str) -> bool:
    return key in answer if isinstance(answer, list) else answer == key


def _read(
    question: Question,
    taken: Sequence[Taken],
    answered: int,
    best: Sequence[Taken],
    worst: Sequence[Taken],
    seconds: int | None,
) -> Read:
    options = question.options if question.kind in CHOSEN else ()
    return Read(
        asked=len(taken),
        answered=answered,
        facility=facility(taken),
        best=facility(best) if best else None,
        worst=facility(worst) if worst else None,
        chosen={option.key: _chose(option.key, taken) for option in options if not option.correct},
        chosen_by_best={option.key: _chose(option.key, best) for option in options if not option.correct},
        seconds=seconds,
    )
