"""What the figures of a question say to its author. Codes and values; the page has the sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from elearn.domain.anonymity import tells

BEST_FAIL = Fraction(1, 2)
"""A best third that earns less than half of the points, and hardly more than the worst, points at the key."""
HARDLY_APART = Fraction(1, 10)
TURNED_ROUND = Fraction(-1, 20)
FAR_TURNED_ROUND = Fraction(-1, 4)
POOR = Fraction(1, 5)
SURE = 30
"""People in a third from which on a small difference says that it is small: with ten, chance alone moves it by 0.2."""
HARD = Fraction(3, 10)
EASY = Fraction(19, 20)
UNUSED = Fraction(1, 20)
BLANK = Fraction(1, 10)
SLOW = 120
"""Seconds at one question."""


class NoteCode(StrEnum):
    """What a question should be looked at for, the most urgent first."""

    CHECK_KEY = "check-key"
    BEST_CHOSE = "best-chose"
    TURNED_ROUND = "turned-round"
    HARD = "hard"
    EASY = "easy"
    POOR = "poor"
    LEFT_BLANK = "left-blank"
    UNUSED = "unused"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a question: `seconds` are spent on it, `option` is the key of an option that the remark names.

    A remark leaves open a group of five or more as shares do: that fewer than one in twenty did something is said
    from a hundred learners on.
    """

    code: NoteCode
    seconds: int = 0
    option: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What remarks are made from: facilities of all and of the best third, how far it is apart from the worst, how many
    are in a third, and how often each wrong option was chosen."""

    asked: int
    answered: int
    facility: Fraction
    third: int
    best: Fraction | None
    apart: Fraction | None
    chosen: Mapping[str, Fraction]
    chosen_by_best: Mapping[str, Fraction]
    seconds: int | None


def notes_on(read: Read) -> tuple[Note, ...]:
    """The remarks on a question, the most urgent first."""
    return tuple(_notes(read))


def _notes(read: Read) -> Iterator[Note]:
    yield from _on_key(read)
    blank = read.asked - read.answered
    if tells(blank) and blank >= BLANK * read.asked:
        yield Note(NoteCode.LEFT_BLANK)
    for option, count in read.chosen.items():
        if count < UNUSED * read.asked and tells(UNUSED * read.asked):
            yield Note(NoteCode.UNUSED, option=option)
    if read.seconds is not None and read.seconds > SLOW:
        yield Note(NoteCode.SLOW, seconds=read.seconds)


def _on_key(read: Read) -> Iterator[Note]:
    """At most one remark about how hard the question is and whom it tells apart: the one that explains the others."""
    if read.best is not None and read.apart is not None and read.best < BEST_FAIL and read.apart <= HARDLY_APART:
        yield _about_key(read)
    elif read.apart is not None and read.apart <= (TURNED_ROUND if read.third >= SURE else FAR_TURNED_ROUND):
        yield Note(NoteCode.TURNED_ROUND)
    elif read.facility < HARD:
        yield Note(NoteCode.HARD)
    elif read.facility > EASY and tells((1 - EASY) * read.asked):
        yield Note(NoteCode.EASY)
    elif read.apart is not None and read.apart < POOR and read.third >= SURE:
        yield Note(NoteCode.POOR)


def _about_key(read: Read) -> Note:
    """The option that the best prefer to the right one is named where enough of them chose it."""
    rival = max(read.chosen_by_best, key=lambda key: read.chosen_by_best[key], default="")
    if rival and tells(read.chosen_by_best[rival]):
        return Note(NoteCode.BEST_CHOSE, option=rival)
    return Note(NoteCode.CHECK_KEY)
