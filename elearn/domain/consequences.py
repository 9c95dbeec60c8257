"""What a new edition means for people in mid-course: who keeps what, by the rules of progress."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from elearn.domain.course import Course, Unit
from elearn.domain.progress import Done, Progress, UnitState, progress
from elearn.domain.units_paired import pair_units

LARGEST = 2**31

Records = frozenset[Done]
"""What is recorded of one learner in the course."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """Numbers of people in mid-course.

    `in_course` are all of them. `more_to_do` have more required units before them than now; `less_to_do` have fewer
    and still some; `complete_at_once` have nothing left and complete the course when they come back. `told_of_changes`
    read a lesson whose text is another one: it stays done, and they are told. `without_place` did a unit that the
    course no longer has: it counts nowhere.
    """

    in_course: int = 0
    more_to_do: int = 0
    less_to_do: int = 0
    complete_at_once: int = 0
    told_of_changes: int = 0
    without_place: int = 0


def consequences(old: Course, new: Course, learners: Iterable[Records]) -> Consequences:
    """What happens to learners, each given by their records, when `new` follows `old`."""
    kept = {unit.identity for unit in pair_units(old, new).values()}
    gone = {unit.identity for unit in old.units} - kept
    totals: Counter[str] = Counter()
    for records, people in Counter(learners).items():
        for name in _of_one(progress(old, records), progress(new, records), records, gone):
            totals[name] += people
    return Consequences(**totals)


@dataclass(frozen=True, slots=True)
class Tries:
    """What one learner tried at one quiz that they haven't passed: how often, and whether they are at it now."""

    learner: int
    identity: str
    used: int
    open: bool


def shut_out(old: Course, new: Course, tries: Iterable[Tries]) -> int:
    """How many people could try a quiz again by the rules of `old` and can't by those of `new`.

    Who is in the middle of an attempt may still pass it.
    """
    allowed_before = {unit.identity: unit.quiz.attempts for unit in old.units if unit.quiz}
    quizzes = {name: unit for unit in new.units if unit.quiz for name in (unit.identity, *unit.formerly)}
    used: Counter[tuple[int, str]] = Counter()
    before: dict[tuple[int, str], int] = {}
    for each in tries:
        unit = quizzes.get(each.identity)
        if unit is not None:
            used[each.learner, unit.identity] += LARGEST if each.open else each.used
            before[each.learner, unit.identity] = allowed_before.get(each.identity, 0)
    return len({who for (who, quiz), times in used.items() if _shut(times, quizzes[quiz], before[who, quiz])})


def _shut(times: int, quiz: Unit, allowed_before: int) -> bool:
    allowed = quiz.quiz.attempts if quiz.quiz else 0
    return bool(allowed) and allowed <= times < LARGEST and (not allowed_before or times < allowed_before)


def _of_one(before: Progress, after: Progress, records: Records, gone: set[str]) -> Iterable[str]:
    yield "in_course"
    left_before, left_after = len(before.required_left), len(after.required_left)
    if after.complete:
        if not before.complete:
            yield "complete_at_once"
    elif left_after > left_before:
        yield "more_to_do"
    elif left_after < left_before:
        yield "less_to_do"
    if _changed(after) - _changed(before):
        yield "told_of_changes"
    if any(record.identity in gone and record.completed_hash for record in records):
        yield "without_place"


def _changed(standing: Progress) -> set[str]:
    return {identity for identity, state in standing.states.items() if state is UnitState.CHANGED}
