"""Which questions came, went or were changed, and which rules of a quiz."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from elearn.domain.course import Question, QuizRules


def questions_changed(
    old: Iterable[Question], new: Iterable[Question]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Labels of the questions added, of those removed, and of those of which anything that counts was changed.

    A question is the same one as long as its id stays. Which lessons it sends back to counts for nobody's answer.
    """
    before, after = {q.id: q for q in old}, {q.id: q for q in new}
    added = tuple(q.label for q in after.values() if q.id not in before)
    removed = tuple(q.label for q in before.values() if q.id not in after)
    changed = tuple(q.label for q in after.values() if q.id in before and _bare(q) != _bare(before[q.id]))
    return added, removed, changed


def _bare(question: Question) -> Question:
    return replace(question, origin="", reread=())


def rules_changed(old: QuizRules, new: QuizRules) -> Iterator[tuple[str, tuple[object, object]]]:
    """The names of the rules that differ, each with what it was and what it will be."""
    for field in fields(QuizRules):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield field.name, (before, after)
