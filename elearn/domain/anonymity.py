"""Figures about people that point at nobody, nor do two looks at them. What may be told is said here and nowhere else.

What learners do comes in one by one; figures take it in by fives.

- Every figure is made from the first 5, 10, 15 … people whose doings it is about, in the order of time (`complete`).
  Two looks at it therefore differ by nobody or by five people or more, so that subtracting one from the other tells of
  no single one. Nothing that once counted is taken out again: only what stays true for ever is counted ("came to this
  unit", "made no headway for thirty days"), and who counts at all is settled when they enrol.
- What people may change, an opinion, counts as it was when five people had said something new, and each later state
  that is told differs from every one told before by five people's answers or more (`settled`).
- A mean or median is shown of five people or more (`tells`), a share of ten or more (`share_of`).
- A count or share of people is shown when it and what is left of its group are five or more; near the ends only the
  side is named, "fewer than five" or "more than all but five", nobody and everybody included: that all thirty agree
  would tell what each of them said (`counted`, `share_of`).
- Counts that follow one another on a way are told where they have fallen by ten or more since the last one told;
  in between only a limit is, whether few fell away or nobody (`levels`).
- Of cells that add up to a known number, small ones could be computed from the others: hidden are two or more, with
  five people or more in them, under one limit that leaves open how they share these people (`cells`).
- Of counts of which one holds the other, or the one who passed, the difference can be computed: those are told that
  differ from all others told, nobody and everybody included, by five people or more (`apart`).
- What people wrote is shown without names, time or order, by fives as well.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

T = TypeVar("T")

SMALLEST_GROUP = 5
"""People of whom a figure may speak, and by whom it moves."""

SMALLEST_WHOLE = 2 * SMALLEST_GROUP
"""People of whom a share may be told: below that it or what is left of it is always too small."""

ENOUGH_ANSWERS = 30
"""Answers from which on a question has figures: below that, chance says more than the question."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. Of `fewer` and `more`, `number` is the limit that they stay below or are above."""

    number: int
    fewer: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a group. Of `fewer` and `more`, `value` is the limit that it stays below or is above."""

    value: Fraction
    fewer: bool = False
    more: bool = False

    @property
    def exact(self) -> bool:
        """Whether the value is the share itself."""
        return not (self.fewer or self.more)


def tells(group: int | Fraction) -> bool:
    """Whether a mean or median of a group of that size may be shown."""
    return group >= SMALLEST_GROUP


def whole(people: int) -> int:
    """How many people complete batches hold."""
    return people - people % SMALLEST_GROUP


def complete(in_order_of_time: Sequence[T]) -> Sequence[T]:
    """What complete batches hold; the last few wait until there are five of them."""
    return in_order_of_time[: whole(len(in_order_of_time))]


def counted(people: int, of: int) -> Count:
    """How many people of a group, blurred near nobody and near everybody."""
    if people < SMALLEST_GROUP:
        return Count(SMALLEST_GROUP, fewer=True)
    if of - people < SMALLEST_GROUP:
        return Count(max(of - SMALLEST_GROUP, 0), more=True)
    return Count(people)


def counted_by_fives(people: int, of: int) -> Count:
    """How many people of a group where both come in by complete batches.

    Up to four of each are not counted yet, so what is left of the group is five or more from ten on.
    """
    shown, group = whole(people), whole(of)
    if shown and group - shown < 2 * SMALLEST_GROUP:
        return Count(max(group - 2 * SMALLEST_GROUP, 0), more=True)
    return counted(shown, group)


def levels(counts: Iterable[int]) -> tuple[Count, ...]:
    """Falling counts along a way, by complete batches; while a fall may be of fewer than five, a limit holds its place.

    Batches five apart may differ by one person, so a fall is told from ten on.
    """
    shown: list[Count] = []
    told: int | None = None
    for count in map(whole, counts):
        if told is None or told - count >= SMALLEST_WHOLE:
            told = count
            shown.append(Count(count) if count else Count(SMALLEST_GROUP, fewer=True))
        else:
            shown.append(_not_far_below(told))
    return tuple(shown)


def _not_far_below(told: int) -> Count:
    """What is true of a count whose batches are those told before, or five fewer."""
    if told < SMALLEST_WHOLE:
        return Count(told + SMALLEST_GROUP, fewer=True)
    return Count(told - SMALLEST_WHOLE, more=True)


def share_of(part: int | Fraction, of: int) -> Share | None:
    """Which share of a group, blurred near nobody and near everybody; None where the group is too small for one."""
    if of < SMALLEST_WHOLE:
        return None
    if part < SMALLEST_GROUP:
        return Share(Fraction(SMALLEST_GROUP, of), fewer=True)
    if of - part < SMALLEST_GROUP:
        return Share(Fraction(of - SMALLEST_GROUP, of), more=True)
    return Share(Fraction(part) / of)


def cells(counts: Sequence[int], of: int, spared: int | None = None) -> tuple[Count | None, ...]:
    """What is shown of cells that add up to a known number; None shows the number itself. `of` is the whole group.

    Small cells and nearly full ones are blurred, and as many of the least of the others as it takes until there are two
    of them and a group in them; the one at the place `spared` only where there is no other.
    """
    blurred = {at: each for at, count in enumerate(counts) if (each := counted(count, of)).fewer or each.more}
    hidden = list(blurred)
    others = sorted((at == spared, count, at) for at, count in enumerate(counts) if at not in blurred)
    while hidden and others and not (len(hidden) > 1 and tells(sum(counts[at] for at in hidden))):
        hidden.append(others.pop(0)[-1])
    if len(hidden) > 1 and not any(each.more for each in blurred.values()):
        blurred = dict.fromkeys(hidden, _limit([counts[at] for at in hidden]))
    return tuple(blurred.get(at) for at in range(len(counts)))


def _limit(hidden: Sequence[int]) -> Count:
    """The limit below which all hidden cells are, and which leaves five possible numbers for any of them or more.

    Their sum is known: of two fours that are fewer than five each, both would be.
    """
    enough = -(-(sum(hidden) + SMALLEST_GROUP - 1) // len(hidden))
    return Count(whole(max(*hidden, enough)) + SMALLEST_GROUP, fewer=True)


def apart(counts: Iterable[int], told: Iterable[int]) -> tuple[bool, ...]:
    """Which counts may be told one after the other, beside those that are told anyway."""
    so_far = set(told)
    may = []
    for count in counts:
        may.append(all(tells(abs(count - other)) for other in so_far))
        if may[-1]:
            so_far.add(count)
    return tuple(may)


def settled(said: Iterable[tuple[int, T | None]]) -> Mapping[int, T]:
    """What each person said, as it may be told, from all that was said, in the order of time; None takes it back.

    Something new waits until five people have said something new, and until what would then be told differs by five
    people's from all that was told before: of people who change their mind to and fro, the next one's is waited for.
    """
    told: dict[int, T | None] = {}
    replaced: list[Mapping[int, T | None]] = []
    waiting: dict[int, T | None] = {}
    for person, value in said:
        waiting.pop(person, None)
        if told.get(person) != value:
            waiting[person] = value
        if len(waiting) >= SMALLEST_GROUP and _far_from_all(told, waiting, replaced):
            replaced.append({each: told.get(each) for each in waiting})
            told |= waiting
            waiting = {}
    return {person: value for person, value in told.items() if value is not None}


def _far_from_all(
    told: Mapping[int, T | None], waiting: Mapping[int, T | None], replaced: Sequence[Mapping[int, T | None]]
) -> bool:
    """Whether what would be told differs by a group from each earlier state; `replaced` leads back to them."""
    earlier: dict[int, T | None] = {each: told.get(each) for each in waiting}
    if tells(sum(each not in told for each in waiting)):
        return True
    for step in (*reversed(replaced), {}):
        differing = sum(waiting.get(each, told.get(each)) != value for each, value in earlier.items())
        if not tells(differing):
            return False
        earlier |= step
    return True
