"""Item analysis: what the answers to a question say of the question.

Of each learner only the first attempt counts, for by the second one the key may be known. Points are those that the
paper gave, so a partly right answer counts partly where the quiz gave credit for it; a question left blank earns
nothing.

- Facility index: the mean share of the question's points, from 0 (nobody) to 1 (everybody).
- Discrimination index: the facility in the best third less that in the worst third, from -1 to 1 (upper-lower index,
  A. P. Johnson 1951; R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement, 1991, take 0.20 as the least
  that an item should reach). Thirds are made by what learners earned at the *other* questions of their paper, so that a
  question doesn't vouch for itself. Of those who tie at the edge of a third each belongs to it in part, so that chance
  decides nothing; where the two edges are the same, or a paper has one question, there are no thirds.
- Time: the median of how long learners were at the question (see `seconds_spent`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from statistics import median

from elearn.domain.anonymity import ENOUGH_ANSWERS, Count, Share, cells, counted, share_of, tells
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
    """Which share chose an option: of all, and of the best and the worst third.

    No share of a third is told where there are no thirds, or of all only a limit is told.
    """

    key: str
    correct: bool
    everybody: Share | None
    best: Share | None = None
    worst: Share | None = None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What may be told of a question that enough learners answered.

    Thirds are told as they are: nobody but the platform knows who is in them. Only where a limit is told of all, the
    thirds would say how near it is.
    """

    asked: int
    answered: Count
    facility: Share | None
    best: Third | None
    worst: Third | None
    choices: tuple[Choice, ...]
    seconds: int | None
    notes: tuple[Note, ...] = ()

    @property
    def discrimination(self) -> Fraction | None:
        """By how much more of the points the best third earned than the worst."""
        return self.best.facility - self.worst.facility if self.best and self.worst else None

    @property
    def facilities(self) -> tuple[Share, Share] | None:
        """The facility in the best and in the worst third, where it may be told and no options tell it."""
        if self.choices or not (self.facility and self.facility.exact and self.best and self.worst):
            return None
        return Share(self.best.facility), Share(self.worst.facility)


Group = Sequence[tuple[Taken, Fraction]]
"""Learners, and how far each of them belongs to the group: from above 0 to 1."""


def item_figures(question: Question, taken: Sequence[Taken]) -> ItemFigures | None:
    """The figures of a question; None until thirty learners answered it."""
    answered = sum(each.answer is not None for each in taken)
    if answered < ENOUGH_ANSWERS:
        return None
    everybody = [(each, Fraction(1)) for each in taken]
    best, worst = thirds(taken)
    choices = _choices(question, everybody, best, worst)
    figures = ItemFigures(
        asked=len(taken),
        answered=counted(answered, len(taken)),
        facility=_told_facility(question, everybody, choices),
        best=Third(_size(best), facility(best)) if best else None,
        worst=Third(_size(worst), facility(worst)) if worst else None,
        choices=choices,
        seconds=typical_seconds(taken),
    )
    return replace(figures, notes=notes_on(_read(figures, question, everybody, best)))


def facility(group: Group) -> Fraction:
    """The mean share of the question's points."""
    return sum((part * each.share for each, part in group), Fraction(0)) / _size(group)


def thirds(taken: Iterable[Taken]) -> tuple[Group, Group]:
    """The best and the worst third by the rest of the paper; both empty where nothing tells them apart."""
    known = [(each.rest, each) for each in taken if each.rest is not None]
    size = len(known) // 3
    ranked = sorted(rest for rest, _each in known)
    if not tells(size) or ranked[size - 1] == ranked[-size]:
        return (), ()
    low, high = ranked[size - 1], ranked[-size]
    best = _filled([each for rest, each in known if rest > high], [each for rest, each in known if rest == high], size)
    worst = _filled([each for rest, each in known if rest < low], [each for rest, each in known if rest == low], size)
    return best, worst


def _filled(inside: Sequence[Taken], edge: Sequence[Taken], size: int) -> Group:
    """A group of the size, filled up with equal parts of those at its edge."""
    part = Fraction(size - len(inside), len(edge))
    return [*((each, Fraction(1)) for each in inside), *((each, part) for each in edge)]


def _size(group: Group) -> int:
    return int(sum(part for _each, part in group))


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


def _told_facility(question: Question, everybody: Group, choices: Sequence[Choice]) -> Share | None:
    """Where one option is right, the facility is the share of those who chose it, as far as that may be told."""
    if question.kind is QuestionKind.SINGLE:
        return next(choice.everybody for choice in choices if choice.correct)
    return share_of(sum((each.share for each, _part in everybody), Fraction(0)), len(everybody))


def _choices(question: Question, everybody: Group, best: Group, worst: Group) -> tuple[Choice, ...]:
    if question.kind not in CHOSEN:
        return ()
    return tuple(
        Choice(option.key, option.correct, share, *(_part(option.key, group, share) for group in (best, worst)))
        for option, share in zip(question.options, _shares(question, everybody), strict=True)
    )


def _shares(question: Question, everybody: Group) -> Sequence[Share | None]:
    """For each option the share that chose it; only where one may be chosen, cells tell of each other."""
    size = len(everybody)
    counts = [int(_chose(option.key, everybody)) for option in question.options]
    if question.kind is QuestionKind.MULTIPLE:
        return [share_of(count, size) for count in counts]
    key = next((at for at, option in enumerate(question.options) if option.correct), None)
    blurred = cells(counts, size, spared=key)
    return [
        _limit(hidden, size) if hidden else share_of(count, size) for count, hidden in zip(counts, blurred, strict=True)
    ]


def _limit(hidden: Count, of: int) -> Share:
    return Share(Fraction(hidden.number, of), hidden.fewer, hidden.more)


def _part(key: str, third: Group, everybody: Share | None) -> Share | None:
    return Share(_chose(key, third) / _size(third)) if third and everybody and everybody.exact else None


def _chose(key: str, group: Group) -> Fraction:
    return sum((part for each, part in group if _has(each.answer, key)), Fraction(0))


def _has(answer: Answer, key: str) -> bool:
    return key in answer if isinstance(answer, list) else answer == key


def _read(figures: ItemFigures, question: Question, everybody: Group, best: Group) -> Read:
    wrong = [choice.key for choice in figures.choices if not choice.correct]
    return Read(
        asked=figures.asked,
        answered=sum(each.answer is not None for each, _part in everybody),
        facility=facility(everybody),
        third=figures.best.size if figures.best else 0,
        best=figures.best.facility if figures.best else None,
        apart=figures.discrimination,
        chosen={key: _chose(key, everybody) for key in wrong},
        chosen_by_best={key: _chose(key, best) for key in wrong if question.kind is QuestionKind.SINGLE},
        seconds=figures.seconds,
    )
