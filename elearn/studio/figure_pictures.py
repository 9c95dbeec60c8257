"""Figures as columns to draw."""

from dataclasses import dataclass

from elearn.domain.anonymity import Count
from elearn.domain.taking import BIN, CourseFigures, Scores

MOST_MARKS = 10
"""Numbers that fit under a picture on a phone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A column: its number, None where it may not be told, what it stands for, and the mark under it."""

    value: int | None
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
    units = (Bar(step.reached, "", str(at + 1) if at % every == 0 else "") for at, step in enumerate(figures.steps))
    return Picture((Bar(figures.enrolled, "end"), *units, Bar(figures.end, "end")), figures.enrolled)


def histogram(scores: Scores) -> Picture:
    """First attempts by score; what may hold scores below the passing one looks different."""
    passing = scores.unit.quiz.passing_score if scores.unit.quiz else 0
    bars = tuple(
        Bar(_height(count), "" if at * BIN >= passing else "below", str(at * BIN))
        for at, count in enumerate(scores.bins)
    )
    return Picture(bars, max((bar.value or 0 for bar in bars), default=0))


def _height(count: Count) -> int | None:
    """Nearly all are drawn as their limit, hidden ones not at all."""
    return None if count.fewer else count.number
