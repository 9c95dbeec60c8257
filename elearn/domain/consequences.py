"""What a new edition means for people in mid-course: who keeps what, by the rules of progress."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from elearn.domain.course import Course
from elearn.domain.progress import Done, Progress, UnitState, progress
from elearn.domain.units_paired import pair_units

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
