"""Figures about people that point at nobody. How small a group may be is said here and nowhere else.

- A mean, median or share is shown of five people or more (`tells`).
- A count of people is shown when it and what is left of its group are five or more; near the ends only the side is
  named, "fewer than five" or "more than all but five", nobody and everybody included (`counted`).
- Among the answers to a question, cells under five read "fewer than five", so that none of them can be told from the
  others (`cell`). The groups there are thirds of thirty answers or more, and nobody is told who is in them.
- Counts that follow one another on a way fall by five or more, or not at all (`levels`).
- What people wrote is shown without names, from five questionnaires on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

SMALLEST_GROUP = 5
"""People of whom a figure may speak."""

ENOUGH_ANSWERS = 30
"""Answers from which on a question has figures: below that, chance says more than the question."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. Of `fewer` and `more`, `number` is the limit that they stay below or are above."""

    number: int
    fewer: bool = False
    more: bool = False


def tells(group: int | Fraction) -> bool:
    """Whether a mean, median or share of a group of that size may be shown."""
    return group >= SMALLEST_GROUP


def counted(people: int, of: int) -> Count:
    """How many people of a group, blurred near nobody and near everybody."""
    if people < SMALLEST_GROUP:
        return Count(SMALLEST_GROUP, fewer=True)
    if of - people < SMALLEST_GROUP:
        return Count(max(of - SMALLEST_GROUP, 0), more=True)
    return Count(people)


def cell(people: int) -> int | None:
    """A cell of a table of answers; None is "fewer than five"."""
    return people if people >= SMALLEST_GROUP else None


def levels(counts: Iterable[int]) -> tuple[int, ...]:
    """Falling counts along a way, where a fall of fewer than five people isn't shown until it adds up to five."""
    shown: list[int] = []
    for count in counts:
        shown.append(shown[-1] if shown and shown[-1] - count < SMALLEST_GROUP else count)
    return tuple(shown)
