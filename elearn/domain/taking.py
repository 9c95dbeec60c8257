"""Figures of a course: how many begin and complete it, how long it takes them, and where they stop.

Who has not been active for thirty days and has not completed the course has stopped, at the farthest unit that they
opened. Who completed the course counts as having come past every unit, whatever was added since.

Days are the median from enrolling to completing. Minutes are told from when a unit was opened and when it was
completed: the median over learners for each unit, so that a lesson left open over night moves little, and their sum
over the required units for the course.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from statistics import median

from elearn.domain.anonymity import Count, cell, counted, levels, tells
from elearn.domain.course import Course, Unit

STOPPED_AFTER = timedelta(days=30)
BIN = 10
"""Percent that a bar of the picture of scores is wide; the last one holds 100 too."""


@dataclass(slots=True)
class Taking:
    """What one learner did in a course: minutes from opening to completing by unit, None while it isn't completed."""

    enrolled_at: datetime
    active_at: datetime
    completed_at: datetime | None = None
    units: dict[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """A unit on the way: how many came to it, how many stopped there, and the median of the minutes it took."""

    unit: Unit
    reached: int
    stopped: Count
    minutes: int | None

    @property
    def takes_longer_than_said(self) -> bool:
        """Whether learners usually need twice the minutes that the course names, and five more at least."""
        return self.minutes is not None and self.minutes >= max(2 * self.unit.minutes, self.unit.minutes + 5)


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """What may be told of a course that enough learners take. `end` is the last step: how many completed it."""

    enrolled: int
    started: Count
    completed: Count
    days: int | None
    minutes: int | None
    steps: tuple[Step, ...]
    end: int
    most_stop_at: Unit | None


@dataclass(frozen=True, slots=True)
class Scores:
    """First attempts at a quiz: their number, their median in percent, the share that passed, and how many in each bin.

    Bins are from 0 to 9 percent, from 10 to 19, and so on; None is fewer than five.
    """

    unit: Unit
    attempts: int
    median: int
    passed: Fraction
    bins: tuple[int | None, ...]


def course_figures(course: Course, takings: Sequence[Taking], now: datetime) -> CourseFigures | None:
    """The figures of a course; None until five people take it."""
    if not tells(len(takings)):
        return None
    places = [_place(course, taking) for taking in takings]
    reached = [sum(place >= at for place in places) for at in range(len(course.units))]
    completed = sum(taking.completed_at is not None for taking in takings)
    _enrolled, *shown, end = levels([len(takings), *reached, completed])
    stopped = Counter(place for place, taking in zip(places, takings, strict=True) if has_stopped(taking, now))
    minutes = {unit.identity: _typical_minutes(unit, takings) for unit in course.units}
    return CourseFigures(
        enrolled=len(takings),
        started=counted(sum(place >= 0 for place in places), len(takings)),
        completed=counted(completed, len(takings)),
        days=_typical_days(takings),
        minutes=_total(course, minutes),
        steps=tuple(
            Step(unit, shown[at], counted(stopped[at], len(takings)), minutes[unit.identity])
            for at, unit in enumerate(course.units)
        ),
        end=end,
        most_stop_at=_worst_place(course, stopped),
    )


def has_stopped(taking: Taking, now: datetime) -> bool:
    """Whether a learner left the course: not completed, and nothing done for thirty days."""
    return taking.completed_at is None and taking.active_at < now - STOPPED_AFTER


def _place(course: Course, taking: Taking) -> int:
    """The place in the outline of the farthest unit that a learner came to; -1 before the first."""
    if taking.completed_at is not None:
        return len(course.units) - 1
    return max((at for at, unit in enumerate(course.units) if _known(unit, taking.units)), default=-1)


def _known(unit: Unit, units: Mapping[str, float | None]) -> bool:
    return any(identity in units for identity in (unit.identity, *unit.formerly))


def _worst_place(course: Course, stopped: Counter[int]) -> Unit | None:
    """The unit at which most learners stop, if that is more than one in five of those who stop, and five at least."""
    place, most = max(((at, count) for at, count in stopped.items() if at >= 0), key=lambda it: it[1], default=(0, 0))
    return course.units[place] if tells(most) and most * 5 > stopped.total() else None


def _typical_days(takings: Iterable[Taking]) -> int | None:
    spans = [taking.completed_at - taking.enrolled_at for taking in takings if taking.completed_at is not None]
    return round(median(span / timedelta(days=1) for span in spans)) if tells(len(spans)) else None


def _typical_minutes(unit: Unit, takings: Iterable[Taking]) -> int | None:
    """None until five are known; where opening and completing were one request, nothing can be told."""
    known = (unit.identity, *unit.formerly)
    spans = [minutes for taking in takings for identity in known if (minutes := taking.units.get(identity))]
    return max(1, round(median(spans))) if tells(len(spans)) else None


def _total(course: Course, minutes: Mapping[str, int | None]) -> int | None:
    required = [minutes[unit.identity] for unit in course.units if unit.required]
    told = [each for each in required if each is not None]
    return sum(told) if told and len(told) == len(required) else None


def scores(unit: Unit, percents: Sequence[int], passed: int) -> Scores | None:
    """The picture of first attempts at a quiz; None until five were handed in."""
    if not tells(len(percents)):
        return None
    bins = Counter(min(percent, 99) // BIN for percent in percents)
    return Scores(
        unit,
        len(percents),
        round(median(percents)),
        Fraction(passed, len(percents)),
        tuple(cell(bins[at]) for at in range(100 // BIN)),
    )
