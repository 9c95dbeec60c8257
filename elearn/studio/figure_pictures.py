"""Figures as columns to draw."""

from dataclasses import dataclass

from elearn.domain.anonymity import Count
from elearn.domain.taking import BIN, CourseFigures, Scores

MOST_MARKS = 10
"""Numbers that fit under a picture on a phone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A column: as high as `sure`, perhaps as high as `possible`; what it stands for, and the mark under it."""

    sure: int
    possible: int
    kind: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Columns side by side; `top` is what the highest could be."""

    bars: tuple[Bar, ...]
    top: int


def steps(figures: CourseFigures) -> Picture:
    """Who enrolled, who came to each unit, who completed the course."""
    every = -(-len(figures.steps) // MOST_MARKS)
    bars = [Bar(figures.enrolled, figures.enrolled, "end")]
    for at, step in enumerate(figures.steps):
        bars.append(_bar(step.reached, bars[-1].possible, "", str(at + 1) if at % every == 0 else ""))
    bars.append(_bar(figures.completed, bars[-1].possible, "end"))
    return Picture(tuple(bars), figures.enrolled)


def histogram(scores: Scores) -> Picture:
    """First attempts by score; what may hold scores below the passing one looks different."""
    passing = scores.unit.quiz.passing_score if scores.unit.quiz else 0
    bars = tuple(
        _bar(count, scores.attempts, "" if at * BIN >= passing else "below", str(at * BIN))
        for at, count in enumerate(scores.bins)
    )
    return Picture(bars, max((bar.possible for bar in bars), default=0))


def _bar(count: Count, most: int, kind: str, mark: str = "") -> Bar:
    """A column for what is told of a count that is no larger than `most`: a limit leaves open how high it is."""
    sure = 0 if count.fewer else count.number
    return Bar(sure, most if count.more else count.number, kind, mark)
