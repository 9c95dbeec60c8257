"""The body of a lesson as HTML. It is the same for everybody who reads an edition, so a process keeps it."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from flask import get_template_attribute
from markupsafe import Markup

from elearn.courses.editions import LiveEdition
from elearn.domain.answers import Answer
from elearn.domain.course import Question, Unit
from elearn.domain.grading import presented
from elearn.languages import language
from elearn.learning.service import PracticeResult

KEPT = 512


@dataclass(frozen=True)
class Practised:
    """A practice question that was just answered; no answer and no result when it was sent empty."""

    question_id: str
    answer: Answer
    result: PracticeResult | None


_kept: OrderedDict[tuple[str, str, str, str], Markup] = OrderedDict()
_lock = Lock()


def lesson_body(edition: LiveEdition, unit: Unit, practised: Practised | None = None) -> Markup:
    """The text of a lesson with its practice questions, one of them perhaps just answered."""
    if practised is not None:
        return _compose(edition, unit, practised)
    key = (edition.course.slug, edition.sha256, unit.identity, language())
    with _lock:
        found = _kept.get(key)
    return found if found is not None else _keep(key, _compose(edition, unit, None))


def practice_fragment(edition: LiveEdition, unit: Unit, practised: Practised) -> Markup:
    """The answered question alone, for a page that replaces it in place."""
    question = next(q for q in unit.questions if q.id == practised.question_id)
    return _question(edition, question, practised)


def _compose(edition: LiveEdition, unit: Unit, practised: Practised | None) -> Markup:
    return Markup("").join(
        _question(edition, part, practised) if isinstance(part, Question) else Markup(part) for part in unit.parts
    )


def _question(edition: LiveEdition, question: Question, practised: Practised | None) -> Markup:
    show = get_template_attribute("components/practice.html", "practice")
    mine = practised if practised and practised.question_id == question.id else None
    order = presented(question, edition.sha256)
    said = {"answer": mine.answer, "result": mine.result} if mine else {}
    return Markup(show(question, order, sent=bool(mine), language_of=edition.course.language, **said))


def _keep(key: tuple[str, str, str, str], body: Markup) -> Markup:
    with _lock:
        _kept[key] = body
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return body
