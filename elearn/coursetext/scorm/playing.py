"""What the player of a package is given: the course as plain data, its addresses inside the package.

Options, pairs and items are known by their place, since what a platform remembers of a learner is at most 4,096
characters. Accepted texts and numbers are given as they are compared, so that the player decides as `domain.answers`.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from elearn.coursetext.readdress import Change, readdress, readdress_question
from elearn.domain.answers import plain_text, read_number
from elearn.domain.course import Course, Module, Question, QuizRules, Unit

KEY_LENGTH = 6
"""Characters of the hash that a unit or a text is remembered by: 24 bits are enough among a few hundred."""


def course_data(course: Course) -> dict[str, Any]:
    """The course as the player reads it."""
    change = _addresses(course)
    return {
        "title": course.title,
        "language": course.language if course.language in ("id", "en") else "id",
        "description": readdress(course.description, change),
        "modules": [_module(module, change) for module in course.modules],
        "banks": {name: _questions(bank, change) for name, bank in course.banks.items()},
    }


def _addresses(course: Course) -> Change:
    """Media lie beside the player, units are places in it, and the course's own page is its beginning."""
    own, units = f"/courses/{course.slug}/", {unit.address: short_key(unit.identity) for unit in course.units}

    def change(name: str, value: str) -> str | None:
        if name == "id" or not value.startswith("/"):
            return value
        inside = value.removeprefix(own) if value.startswith(own) else "/"
        if inside.startswith("media/"):
            return inside
        address, mark, anchor = inside.partition("#")
        if not address:
            return "#"
        unit = units.get(address.rstrip("/"))
        return f"#{unit}{mark}{anchor}" if unit else None

    return change


def short_key(text: str) -> str:
    """What a unit is known by in addresses of the player and in what a platform remembers."""
    return "u" + sha256(text.encode()).hexdigest()[:KEY_LENGTH]


def _module(module: Module, change: Change) -> dict[str, Any]:
    return {
        "title": module.title,
        "introduction": readdress(module.introduction, change),
        "units": [_unit(unit, change) for unit in module.units],
    }


def _unit(unit: Unit, change: Change) -> dict[str, Any]:
    return {
        "key": short_key(unit.identity),
        "text": unit.text_hash[:KEY_LENGTH],
        "title": unit.title,
        "kind": unit.kind.value,
        "minutes": unit.minutes,
        "required": unit.required,
        "parts": [
            question_data(part, change) if isinstance(part, Question) else readdress(part, change)
            for part in unit.parts
        ],
        "rules": _rules(unit.quiz) if unit.quiz else None,
    }


def _rules(rules: QuizRules) -> dict[str, Any]:
    return {
        "passingScore": rules.passing_score,
        "attempts": rules.attempts,
        "waitMinutes": rules.wait_minutes,
        "timeLimit": rules.time_limit,
        "draw": [{"bank": draw.bank, "count": draw.count} for draw in rules.draw],
        "shuffle": rules.shuffle,
        "credit": rules.credit.value,
        "showAnswers": rules.show_answers.value,
    }


def _questions(bank: tuple[Question, ...], change: Change) -> list[dict[str, Any]]:
    return [question_data(question, change) for question in bank]


def question_data(question: Question, change: Change) -> dict[str, Any]:
    """A question as the player reads it, its key included: a package can't keep one secret."""
    question = readdress_question(question, change)
    return {
        "kind": question.kind.value,
        "stem": question.stem,
        "label": question.label,
        "points": question.points,
        "explanation": question.explanation,
        "fixedOrder": question.fixed_order,
        **_key(question),
    }


def _key(question: Question) -> dict[str, Any]:
    """What the answer is compared with, by kind; empty parts are left out."""
    rights = list(dict.fromkeys(pair.right for pair in question.pairs))
    parts: Mapping[str, list[Any]] = {
        "options": [
            {"html": option.html, "correct": option.correct, "feedback": option.feedback, "last": option.last}
            for option in question.options
        ],
        "accepted": [_accepted(text) for text in question.accepted],
        "ranges": [[str(each.low), str(each.high)] for each in question.ranges],
        "pairs": [{"left": pair.left, "right": rights.index(pair.right)} for pair in question.pairs],
        "rights": rights,
        "items": [item.html for item in question.items],
        "blanks": [[_accepted(text) for text in blank] for blank in question.blanks],
    }
    return {name: values for name, values in parts.items() if values}


def _accepted(text: str) -> dict[str, Any]:
    """An accepted text: as it is shown, as it is compared, and the number that it is, if it is one."""
    number = read_number(text)
    return {"shown": text, "plain": plain_text(text), "number": None if number is None else str(number)}
