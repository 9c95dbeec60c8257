"""A course as one page to print: its lessons, its questions as an exercise sheet, and their answers apart."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from elearn.coursetext.readdress import Change, readdress, readdress_question
from elearn.domain.course import Course, Item, Module, Option, Pair, Question, QuestionKind, Unit
from elearn.domain.grading import presented, set_paper

_HEADING = re.compile(r"<(/?)h([2-6])\b")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SHORT = 12_000
"""Characters of texts and questions up to which a course is printed closely: about four pages."""

_TAG = re.compile(r"<[^>]*>")
_DEEPER = 2
"""By how many levels a lesson's headings go down: above them stand the course, its module and the lesson."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question with its number in the whole print; what is shown shuffled stands in that order."""

    number: int
    question: Question
    items: tuple[Item, ...] = ()
    rights: tuple[str, ...] = ()

    @staticmethod
    def letter_at(place: int) -> str:
        """A, B, …; a number where the letters end."""
        return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)

    @property
    def options(self) -> tuple[tuple[str, Option], ...]:
        """Each option with its letter."""
        return tuple((self.letter_at(place), option) for place, option in enumerate(self.question.options))

    @property
    def right_letters(self) -> tuple[str, ...]:
        """The letters of the right options."""
        return tuple(name for name, option in self.options if option.correct)

    @property
    def matches(self) -> tuple[tuple[Pair, str], ...]:
        """Each pair with the letter that its right side stands under."""
        return tuple((pair, self.letter_at(self.rights.index(pair.right))) for pair in self.question.pairs)

    @property
    def order_letters(self) -> tuple[str, ...]:
        """The letters of the shown items in their right order."""
        shown = [item.key for item in self.items]
        return tuple(self.letter_at(shown.index(item.key)) for item in self.question.items)


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A unit as it is printed: HTML and exercises in order. `anchor` is its id in the page."""

    unit: Unit
    anchor: str
    parts: tuple[str | Exercise, ...]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """What is asked in it."""
        return tuple(part for part in self.parts if isinstance(part, Exercise))


@dataclass(frozen=True, slots=True)
class PrintedModule:
    """A module as it is printed."""

    title: str
    anchor: str
    introduction: str
    units: tuple[PrintedUnit, ...]


@dataclass(frozen=True, slots=True)
class PrintEdition:
    """A whole course as it is printed."""

    course: Course
    description: str
    modules: tuple[PrintedModule, ...]

    @property
    def units(self) -> tuple[PrintedUnit, ...]:
        """Every unit in order."""
        return tuple(unit for module in self.modules for unit in module.units)

    @property
    def asks(self) -> bool:
        """Whether there is anything to answer."""
        return any(unit.exercises for unit in self.units)

    @property
    def is_short(self) -> bool:
        """Whether the whole course is only a few pages, on which wide spaces would be most of it."""
        texts = [self.description, *(module.introduction for module in self.modules)]
        for part in (part for unit in self.units for part in unit.parts):
            texts += [part] if isinstance(part, str) else _texts(part.question)
        return sum(len(_TAG.sub("", text)) for text in texts) <= SHORT


def _texts(question: Question) -> list[str]:
    return [
        question.stem,
        question.explanation,
        *(option.html for option in question.options),
        *(item.html for item in question.items),
        *(f"{pair.left}{pair.right}" for pair in question.pairs),
    ]


def print_edition(course: Course, seed: str, media: Callable[[str], str]) -> PrintEdition:
    """The print of a course. A quiz has the paper that `seed` draws; `media` gives the address of a media address."""
    numbers = iter(range(1, 10**6))
    anchors = {unit.address: f"unit-{place}" for place, unit in enumerate(course.units, start=1)}
    modules = tuple(
        PrintedModule(
            module.title,
            f"module-{place}",
            _deeper(readdress(module.introduction, _change(course, anchors, media, f"module-{place}"))),
            tuple(_unit(course, unit, seed, anchors, media, numbers) for unit in module.units),
        )
        for place, module in enumerate(_shown(course), start=1)
    )
    about = _deeper(readdress(course.description, _change(course, anchors, media, "course")))
    return PrintEdition(course, about, modules)


def _shown(course: Course) -> Iterator[Module]:
    return (module for module in course.modules if module.units)


def _change(course: Course, anchors: Mapping[str, str], media: Callable[[str], str], own: str) -> Change:
    """Ids are made unique in the page, pictures load at once, links between units become links inside of it."""
    base = f"/courses/{course.slug}/"

    def change(name: str, value: str) -> str | None:
        if name == "loading":
            return None  # a picture further down would not be there yet when the page is printed
        if name == "id":
            return f"{own}-{value}"
        if value.startswith("#"):
            return f"#{own}-{value[1:]}"
        if not value.startswith(base):
            return value
        if value.startswith(f"{base}media/"):
            return media(value)
        address, _, anchor = value.removeprefix(base).partition("#")
        unit = anchors.get(address.rstrip("/"))
        if unit is None:
            return "#top" if not address else None
        return f"#{unit}-{anchor}" if anchor else f"#{unit}"

    return change


def _unit(
    course: Course,
    unit: Unit,
    seed: str,
    anchors: Mapping[str, str],
    media: Callable[[str], str],
    numbers: Iterator[int],
) -> PrintedUnit:
    anchor = anchors[unit.address]
    change = _change(course, anchors, media, anchor)
    parts: list[str | Exercise] = []
    for part in _parts(course, unit, seed):
        if isinstance(part, Question):
            number = next(numbers)
            inside = _change(course, anchors, media, f"exercise-{number}")
            parts.append(_exercise(number, readdress_question(part, inside), seed))
        else:
            parts.append(_deeper(readdress(part, change)))
    return PrintedUnit(unit, anchor, tuple(parts))


def _parts(course: Course, unit: Unit, seed: str) -> Iterator[str | Question]:
    """A lesson as it is written; a quiz with its text first and then the questions of one paper."""
    if unit.quiz is None:
        yield from unit.parts
        return
    yield from (part for part in unit.parts if not isinstance(part, Question))
    yield from set_paper(course, unit, 0, f"{seed}:{unit.identity}").questions


def _exercise(number: int, question: Question, seed: str) -> Exercise:
    keys = presented(question, seed)
    by_key = {item.key: item for item in question.items}
    sides = {pair.right_key: pair.right for pair in question.pairs}
    matching = question.kind is QuestionKind.MATCHING
    return Exercise(
        number,
        question,
        items=tuple(by_key[key] for key in keys) if question.kind is QuestionKind.ORDERING else (),
        rights=tuple(sides[key] for key in keys) if matching else (),
    )


def _deeper(html: str) -> str:
    """Headings below those of the print, and what opens at a touch open, since paper can't be touched."""
    moved = _HEADING.sub(lambda tag: f"<{tag[1]}h{min(6, int(tag[2]) + _DEEPER)}", html)
    return moved.replace("<details>", '<details open="">')
