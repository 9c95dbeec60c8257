"""Figures as columns to draw."""

from dataclasses import dataclass

from elearn.domain.anonymity import Count
from elearn.domain.taking import BIN, Bin, CourseFigures, Scores

MOST_MARKS = 10
"""Numbers that fit under a picture on a phone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A column: as high as `sure`, perhaps as high as `possible`; what it stands for, and how wide it is."""

    sure: float
    possible: float
    kind: str = ""
    width: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """Columns side by side; `top` is what the highest could be, `marks` stand under them at equal distances."""

    bars: tuple[Bar, ...]
    top: float
    marks: tuple[str, ...]


def steps(figures: CourseFigures) -> Picture:
    """Who enrolled, who came to each unit, who completed the course."""
    every = -(-len(figures.steps) // MOST_MARKS)
    bars = [Bar(figures.enrolled, figures.enrolled, "end")]
    for step in figures.steps:
        bars.append(_bar(step.reached, bars[-1].possible))
    bars.append(_bar(figures.completed, bars[-1].possible, "end"))
    marks = (str(at + 1) if at % every == 0 else "" for at in range(len(figures.steps)))
    return Picture(tuple(bars), figures.enrolled, ("", *marks, ""))


def histogram(scores: Scores) -> Picture:
    """First attempts by score, so many in ten percent; what may hold scores below the passing one looks different."""
    passing = scores.unit.quiz.passing_score if scores.unit.quiz else 0
    bars = tuple(_of_bin(each, "" if each.low >= passing else "below") for each in scores.bins)
    return Picture(bars, max(bar.sure for bar in bars), tuple(str(low) for low in range(0, 100, BIN)))


def _of_bin(found: Bin, kind: str) -> Bar:
    width = found.high - found.low
    height = found.attempts * BIN / width
    return Bar(height, height, kind, width)


def _bar(count: Count, most: float, kind: str = "") -> Bar:
    """A column for what is told of a count that is no larger than `most`: a limit leaves open how high it is."""
    sure = 0 if count.fewer else count.number
    return Bar(sure, most if count.more else count.number, kind)
