"""What learning pages show, worked out from standings: pure functions, no database and no request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elearn.domain.course import Competency, Module, Unit
from elearn.domain.progress import Progress, fitting
from elearn.learning.standing import Standing

SPANS = (5, 10, 20)
"""Minutes that a learner may say they have."""

LENGTHS = {"short": (0, 60), "medium": (61, 120), "long": (121, 10**6)}
"""Bounds of a course's minutes, both included, by the name in the catalogue's filter."""


@dataclass(frozen=True)
class Fit:
    """The piece that fits in some minutes, if one does; `more` units after it fit too."""

    minutes: int
    standing: Standing | None = None
    unit: Unit | None = None
    more: int = 0


@dataclass(frozen=True)
class Shelf:
    """A learner's courses as home shows them, the most recently used first."""

    next: Standing | None
    fits: tuple[Fit, ...]
    mine: tuple[Standing, ...]
    done: tuple[Standing, ...]
    fresh: tuple[Standing, ...]


def shelf(standings: Iterable[Standing]) -> Shelf:
    """Sort a learner's courses: in progress by last use, then those not begun, then those completed."""
    standings = list(standings)
    mine = _latest(s for s in standings if s.enrolled and not s.completed_at)
    done = _latest(s for s in standings if s.completed_at)
    fresh = tuple(s for s in standings if not s.enrolled)
    open_ones = [*mine, *(s for s in fresh if not s.locked)]
    return Shelf(
        next=next((s for s in open_ones if s.next_unit), None),
        fits=tuple(_fit(open_ones, span) for span in SPANS),
        mine=mine,
        done=done,
        fresh=fresh,
    )


def _latest(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(standings, key=lambda s: s.active_at.timestamp() if s.active_at else 0, reverse=True))


def _fit(standings: Sequence[Standing], minutes: int) -> Fit:
    by_progress = {id(s.progress): s for s in standings}
    if found := fitting([s.progress for s in standings], minutes):
        standing, unit = found
        return Fit(minutes, by_progress[id(standing)], unit, _more(standing, unit, minutes))
    return Fit(minutes)


def _more(progress: Progress, unit: Unit, minutes: int) -> int:
    """How many required units after the next one fit into the same minutes."""
    behind = progress.required_left[1:] if progress.required_left[:1] == (unit,) else ()
    total, more = unit.minutes, 0
    for each in behind:
        total += each.minutes
        if total > minutes:
            break
        more += 1
    return more


def matching(standings: Iterable[Standing], words: str, competency: str, length: str) -> list[Standing]:
    """Courses that hold every word in title, summary or tags, of a kind of competency and a length; empty means any."""
    wanted = words.casefold().split()
    low, high = LENGTHS.get(length, (0, 10**6))
    return [
        s
        for s in standings
        if all(word in _searched(s) for word in wanted)
        and (competency not in set(Competency) or s.course.competency == competency)
        and low <= s.course.minutes <= high
    ]


def _searched(standing: Standing) -> str:
    course = standing.course
    return " ".join((course.title, course.summary, *course.tags)).casefold()


@dataclass(frozen=True)
class Position:
    """Where a unit stands: the how-manieth of its module, and its neighbours in the course."""

    place: int
    of: int
    previous: Unit | None
    next: Unit | None


def position(standing: Standing, module: Module, unit: Unit) -> Position:
    """Where a unit stands in its module and in the course."""
    units = standing.course.units
    at = units.index(unit)
    return Position(
        module.units.index(unit) + 1,
        len(module.units),
        units[at - 1] if at else None,
        units[at + 1] if at + 1 < len(units) else None,
    )


def after(standing: Standing, unit: Unit) -> Unit | None:
    """What to go on with after a unit: the one behind it, or the first required one left; None when nothing is."""
    units = standing.course.units
    behind = units[units.index(unit) + 1 :]
    if behind:
        return behind[0]
    return next((each for each in standing.progress.required_left if each != unit), None)
