"""Figures of a course: how many begin and complete it, how long it takes them, and where they stop.

Who came to a unit, or to a later one, has reached it; who completed the course counts as having come past every unit,
whatever was added since. Who opened nothing new for thirty days after a unit, and did not complete the course in that
time, has stopped there, even if they came back later: what once counted goes on counting.

Days are the median from enrolling to completing. Minutes are told from when a unit was opened and when it was
completed: the median over learners for each unit, so that a lesson left open over night moves little, and their sum
over the required units for the course. Every figure grows by complete batches of people; see `anonymity`.

Moments are whole seconds, counted from any beginning: there are many of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import median

from elearn.domain.anonymity import Count, Share, apart, complete, counted_by_fives, levels, share_of, tells, whole
from elearn.domain.course import Course, Unit

DAY = 24 * 60 * 60
STOPPED_AFTER = 30 * DAY
BIN = 10
"""Percent that a bin of scores is wide where five people or more are in it."""


Opened = tuple[str, int, int | None]
"""The identity of a unit, when a learner opened it and when they completed it: a bare tuple, for there are many."""


@dataclass(slots=True)
class Taking:
    """What one learner did in a course."""

    enrolled_at: int
    completed_at: int | None = None
    units: list[Opened] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A unit on the way: how many came to it, how many stopped there, and the median of the minutes it took."""

    unit: Unit
    reached: Count
    stopped: Count
    minutes: int | None

    @property
    def takes_longer_than_said(self) -> bool:
        """Whether learners usually need twice the minutes that the course names, and five more at least."""
        return self.minutes is not None and self.minutes >= max(2 * self.unit.minutes, self.unit.minutes + 5)


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """What may be told of a course that enough learners take; `started` and `completed` are steps too."""

    enrolled: int
    started: Count
    completed: Count
    days: int | None
    minutes: int | None
    steps: tuple[Step, ...]
    most_stop_at: Unit | None


@dataclass(frozen=True, slots=True)
class Bin:
    """How many attempts earned from `low` percent to below `high`; the last bin holds 100 percent too."""

    low: int
    high: int
    attempts: int

    @property
    def last(self) -> int:
        """The last whole percent of the bin."""
        return self.high if self.high == 100 else self.high - 1


@dataclass(frozen=True, slots=True)
class Scores:
    """First attempts at a quiz: their number, their median in percent, the share that passed, and how many in each bin.

    Bins are ten percent wide; those with few in them are put together with their neighbours, on the same side of the
    passing score where the share that passed is told. So every bin holds five people or more, and nothing is hidden.
    """

    unit: Unit
    attempts: int
    median: float
    passed: Share | None
    bins: tuple[Bin, ...]


def course_figures(course: Course, takings: Sequence[Taking], now: int) -> CourseFigures | None:
    """The figures of a course; None until five people take it."""
    enrolled = whole(len(takings))
    if not enrolled:
        return None
    places = _places(course)
    end = len(course.units)
    came = Counter(_farthest(taking, places, end) for taking in takings)
    completed, *reached = accumulate(came[at] for at in reversed(range(end + 1)))
    _enrolled, *shown = levels([len(takings), *reversed(reached), completed])
    stopped = _stopped(takings, places, now)
    minutes = _minutes(takings, places)
    return CourseFigures(
        enrolled=enrolled,
        started=shown[0],
        completed=shown[-1],
        days=_typical_days(takings),
        minutes=_total(course, minutes),
        steps=tuple(
            Step(unit, many, counted_by_fives(stopped[at], enrolled), minutes.get(at))
            for at, (unit, many) in enumerate(zip(course.units, shown[:-1], strict=True))
        ),
        most_stop_at=_worst_place(course, stopped),
    )


def _places(course: Course) -> dict[str, int]:
    """The place in the outline of every identity that a unit has or had."""
    named = [(identity, at) for at, unit in enumerate(course.units) for identity in unit.formerly]
    return dict(named) | {unit.identity: at for at, unit in enumerate(course.units)}


def _farthest(taking: Taking, places: dict[str, int], end: int) -> int:
    """The place in the outline of the farthest unit that a learner came to; -1 before the first."""
    if taking.completed_at is not None:
        return end
    return max((places.get(opened[0], -1) for opened in taking.units), default=-1)


def _stopped(takings: Iterable[Taking], places: dict[str, int], now: int) -> Counter[int]:
    """How many stopped at each place."""
    stops = [places.get(identity, -1) for taking in takings for identity in _stops(taking, now)]
    return Counter({place: whole(count) for place, count in Counter(stops).items() if place >= 0})


def _stops(taking: Taking, now: int) -> set[str]:
    """The units after which a learner opened nothing new for thirty days."""
    if not taking.units:
        return set()
    opened = sorted([(at, identity) for identity, at, _completed_at in taking.units])
    end = now if taking.completed_at is None else taking.completed_at
    return {
        identity for (at, identity), (then, _) in pairwise([*opened, (end, "")]) if min(then, end) - at >= STOPPED_AFTER
    }


def _worst_place(course: Course, stopped: Counter[int]) -> Unit | None:
    """The unit at which most learners stop, if that is more than one in five of those who stop."""
    place, most = max(stopped.items(), key=lambda it: it[1], default=(0, 0))
    return course.units[place] if tells(most) and most * 5 > stopped.total() else None


def _typical_days(takings: Iterable[Taking]) -> int | None:
    spans = [(each.completed_at, each.completed_at - each.enrolled_at) for each in takings if each.completed_at]
    return round(median(span for _at, span in kept) / DAY) if (kept := complete(sorted(spans))) else None


def _minutes(takings: Iterable[Taking], places: dict[str, int]) -> dict[int, int]:
    """The median minutes of units by place; where opening and completing were one request, nothing can be told."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for taking in takings:
        for identity, at, done in taking.units:
            if done and done > at and identity in places:
                spans.setdefault(places[identity], []).append((done, done - at))
    kept = {at: [span for _at, span in complete(sorted(timed))] for at, timed in spans.items()}
    return {at: max(1, round(median(timed) / 60)) for at, timed in kept.items() if timed}


def _total(course: Course, minutes: dict[int, int]) -> int | None:
    required = [minutes.get(at) for at, unit in enumerate(course.units) if unit.required]
    told = [each for each in required if each is not None]
    return sum(told) if told and len(told) == len(required) else None


def scores(unit: Unit, in_order_of_time: Sequence[tuple[float, bool]]) -> Scores | None:
    """The picture of first attempts at a quiz, each with percent and whether it passed; None until there are five."""
    kept = complete(in_order_of_time)
    if not kept:
        return None
    percents = [percent for percent, _passed in kept]
    passed = sum(passed for _percent, passed in kept)
    share = share_of(passed, len(kept))
    failed = len(kept) - passed if share and share.exact else None
    return Scores(unit, len(kept), median(percents), share, _bins(percents, failed, _passing(unit)))


def _passing(unit: Unit) -> int:
    return unit.quiz.passing_score if unit.quiz else 0


def _bins(percents: Sequence[float], failed: int | None, passing: int) -> tuple[Bin, ...]:
    """Bins that begin at the passing score, where the share that passed tells it, and at tens as far as may be told.

    Tens near the passing score come first: there authors look, and far from it are few.
    """
    below = {edge: sum(percent < edge for percent in percents) for edge in {*range(0, 100, BIN), passing} - {100}}
    everybody = len(percents)
    first = passing if failed is not None and below.get(passing) == failed else 0
    told = {0, everybody} if failed is None else {0, everybody, failed}
    tens = sorted({*range(BIN, 100, BIN)} - {first}, key=lambda edge: abs(edge - passing))
    wanted = zip(tens, apart((below[edge] for edge in tens), told), strict=True)
    edges = sorted({0, first, *(edge for edge, may in wanted if may)})
    below[100] = everybody
    return tuple(Bin(low, high, below[high] - below[low]) for low, high in pairwise([*edges, 100]))
