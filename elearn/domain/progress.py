"""How far a learner has come: which units are done, which text they read, what comes next and what fits the time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from elearn.domain.course import Course, Unit, UnitKind


class UnitState(StrEnum):
    """Where a learner stands with a unit. `changed`: done, but the text is another one since."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Done:
    """What is recorded of a unit: the text last completed (its hash; empty when only opened)."""

    identity: str
    completed_hash: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """A learner's standing in a course: the state of each unit that the course has now, by its identity."""

    course: Course
    states: Mapping[str, UnitState]

    def state(self, unit: Unit) -> UnitState:
        """Where the learner stands with a unit."""
        return self.states.get(unit.identity, UnitState.NOT_STARTED)

    def done(self, unit: Unit) -> bool:
        """Whether the unit is completed; a changed text takes nothing away."""
        return self.state(unit) in (UnitState.COMPLETED, UnitState.CHANGED)

    @property
    def required_left(self) -> tuple[Unit, ...]:
        """Required units still to do, in order."""
        return tuple(unit for unit in self.course.units if unit.required and not self.done(unit))

    @property
    def complete(self) -> bool:
        """A course is completed when its required units are; one that requires nothing, when all its units are."""
        if any(unit.required for unit in self.course.units):
            return not self.required_left
        return all(self.done(unit) for unit in self.course.units)

    @property
    def percent(self) -> int:
        """Whole percent of required units done, rounded down; 100 only when complete."""
        required = [unit for unit in self.course.units if unit.required] or list(self.course.units)
        return sum(map(self.done, required)) * 100 // len(required) if required else 0

    @property
    def minutes_left(self) -> int:
        """Estimated minutes of the required units still to do."""
        return sum(unit.minutes for unit in self.required_left)

    @property
    def next_unit(self) -> Unit | None:
        """The unit to go on with: the first required one not done, else the first other one not done."""
        if self.required_left:
            return self.required_left[0]
        return next((unit for unit in self.course.units if not self.done(unit)), None)


def progress(course: Course, records: Iterable[Done]) -> Progress:
    """The standing that records give in the course as it is now.

    A record counts for the unit of that identity, or for the one that names it in `formerly`: authors rename, move and
    reorder units, and nobody loses a completed one by that. A quiz passed stays passed whatever its text becomes.
    """
    by_identity = {record.identity: record for record in records}
    states = {}
    for unit in course.units:
        found = [by_identity[key] for key in (unit.identity, *unit.formerly) if key in by_identity]
        if found:
            states[unit.identity] = _state(unit, found)
    return Progress(course, states)


def _state(unit: Unit, records: list[Done]) -> UnitState:
    hashes = {record.completed_hash for record in records if record.completed_hash}
    if not hashes:
        return UnitState.IN_PROGRESS
    if unit.kind is UnitKind.QUIZ or unit.text_hash in hashes:
        return UnitState.COMPLETED
    return UnitState.CHANGED


def fitting(standings: Iterable[Progress], minutes: int) -> tuple[Progress, Unit] | None:
    """The next piece that fits in `minutes`.

    Courses are asked in the given order. Within a course it is its next unit, or, when that is too long, the first
    lesson that fits: a lesson may be read ahead, a quiz may not. None when nothing fits.
    """
    standings = list(standings)
    for standing in standings:
        if (unit := standing.next_unit) and unit.minutes <= minutes:
            return standing, unit
    for standing in standings:
        for unit in standing.course.units:
            if unit.kind is UnitKind.LESSON and not standing.done(unit) and unit.minutes <= minutes:
                return standing, unit
    return None
