"""What learners will notice when one edition of a course follows another; every fact by itself, without words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from elearn.domain.course import Course, Unit, UnitKind
from elearn.domain.question_changes import questions_changed, rules_changed
from elearn.domain.units_paired import pair_units


class Noticed(StrEnum):
    """What kind of thing a learner notices."""

    TITLE = "title"
    JP = "jp"
    CERTIFICATE = "certificate"
    PREREQUISITE_ADDED = "prerequisite_added"
    PREREQUISITE_REMOVED = "prerequisite_removed"
    MINUTES = "minutes"
    DETAIL = "detail"
    MODULE_RENAMED = "module_renamed"
    MODULE_REWORDED = "module_reworded"
    UNIT_NOW_QUIZ = "unit_now_quiz"
    UNIT_NOW_LESSON = "unit_now_lesson"
    UNIT_ADDED = "unit_added"
    UNIT_REMOVED = "unit_removed"
    UNIT_RENAMED = "unit_renamed"
    UNIT_MOVED = "unit_moved"
    UNIT_REQUIRED = "unit_required"
    UNIT_OPTIONAL = "unit_optional"
    UNIT_REWORDED = "unit_reworded"
    QUESTIONS_ADDED = "questions_added"
    QUESTIONS_REMOVED = "questions_removed"
    QUESTIONS_CHANGED = "questions_changed"
    RULE = "rule"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Notice:
    """A fact that learners notice.

    `about` is the title of the unit or the name of the bank, empty for the course. `old` and `new` are what was and
    what will be, as far as the kind has them; of questions `new` is the number of them and `labels` their texts.
    `rule` names the field of `QuizRules`, or for a detail that of `Course`; of media `labels` are the files.
    """

    kind: Noticed
    about: str = ""
    old: object = None
    new: object = None
    rule: str = ""
    labels: tuple[str, ...] = ()


DETAILS = (
    *("summary", "description", "organizer", "competency", "training_kind", "legal_basis", "valid_as_of"),
    *("review_due", "reviewed_by", "authors", "language", "tags", "cover"),
)
"""Fields of a course that its page or the catalogue shows, and of which no more is said than that they changed."""


def course_changes(old: Course, new: Course) -> tuple[Notice, ...]:
    """Everything that learners of `old` notice in `new`: the course first, modules, units in order, then banks.

    A unit is the same one whatever its title and place, as long as its identity, or one that it had formerly, stays.
    """
    return (*_of_course(old, new), *_of_modules(old, new), *_of_units(old, new), *_of_banks(old, new))


def _of_course(old: Course, new: Course) -> Iterator[Notice]:
    facts = (
        (Noticed.TITLE, old.title, new.title),
        (Noticed.JP, old.jp, new.jp),
        (Noticed.CERTIFICATE, old.certificate, new.certificate),
        (Noticed.MINUTES, old.minutes, new.minutes),
    )
    yield from (Notice(kind, old=before, new=after) for kind, before, after in facts if before != after)
    for name in DETAILS:
        if getattr(old, name) != getattr(new, name):
            yield Notice(Noticed.DETAIL, rule=name)
    for slug in new.prerequisites:
        if slug not in old.prerequisites:
            yield Notice(Noticed.PREREQUISITE_ADDED, new=slug)
    for slug in old.prerequisites:
        if slug not in new.prerequisites:
            yield Notice(Noticed.PREREQUISITE_REMOVED, old=slug)


def _of_modules(old: Course, new: Course) -> Iterator[Notice]:
    """Modules that stayed: one that is new or gone is noticed by its units."""
    before = {module.key: module for module in old.modules}
    for module in new.modules:
        known = before.get(module.key)
        if known is not None and known.title != module.title:
            yield Notice(Noticed.MODULE_RENAMED, module.title, known.title, module.title)
        if known is not None and known.introduction != module.introduction:
            yield Notice(Noticed.MODULE_REWORDED, module.title)


def _of_units(old: Course, new: Course) -> Iterator[Notice]:
    before = pair_units(old, new)
    moved = _moved(old, new)
    for unit in new.units:
        if unit.identity in before:
            yield from _of_unit(before[unit.identity], unit, moved=unit.identity in moved)
        else:
            yield Notice(Noticed.UNIT_ADDED, unit.title, new=unit.required)
    kept = {unit.identity for unit in before.values()}
    yield from (Notice(Noticed.UNIT_REMOVED, unit.title) for unit in old.units if unit.identity not in kept)


def _of_unit(old: Unit, new: Unit, *, moved: bool) -> Iterator[Notice]:
    if old.title != new.title:
        yield Notice(Noticed.UNIT_RENAMED, new.title, old.title, new.title)
    if moved:
        yield Notice(Noticed.UNIT_MOVED, new.title)
    if old.kind is not new.kind:
        yield Notice(Noticed.UNIT_NOW_QUIZ if new.kind is UnitKind.QUIZ else Noticed.UNIT_NOW_LESSON, new.title)
    if old.required != new.required:
        yield Notice(Noticed.UNIT_REQUIRED if new.required else Noticed.UNIT_OPTIONAL, new.title)
    if old.minutes != new.minutes:
        yield Notice(Noticed.MINUTES, new.title, old.minutes, new.minutes)
    if [part for part in old.parts if isinstance(part, str)] != [part for part in new.parts if isinstance(part, str)]:
        yield Notice(Noticed.UNIT_REWORDED, new.title)
    yield from _of_questions(new.title, questions_changed(old.questions, new.questions))
    if new.quiz is not None and old.quiz is not None:
        yield from (
            Notice(Noticed.RULE, new.title, *pair, rule=name) for name, pair in rules_changed(old.quiz, new.quiz)
        )


def _of_banks(old: Course, new: Course) -> Iterator[Notice]:
    for name in sorted({*old.banks, *new.banks}):
        yield from _of_questions(f"bank/{name}", questions_changed(old.banks.get(name, ()), new.banks.get(name, ())))


def _of_questions(about: str, changed: Sequence[tuple[str, ...]]) -> Iterator[Notice]:
    kinds = (Noticed.QUESTIONS_ADDED, Noticed.QUESTIONS_REMOVED, Noticed.QUESTIONS_CHANGED)
    for kind, labels in zip(kinds, changed, strict=True):
        if labels:
            yield Notice(kind, about, new=len(labels), labels=labels)


def _moved(old: Course, new: Course) -> frozenset[str]:
    """Identities in `new` of units that stand in another module, or in another order among those that stayed.

    Units that only made room for others count as having stayed where they were.
    """
    before = pair_units(old, new)
    stayed = [unit for unit in new.units if unit.identity in before]
    own_order = [before[unit.identity].identity for unit in stayed]
    kept = set(own_order)
    in_order = _in_common_order([unit.identity for unit in old.units if unit.identity in kept], own_order)
    return frozenset(
        unit.identity
        for unit in stayed
        if before[unit.identity].identity not in in_order or before[unit.identity].module != unit.module
    )


def _in_common_order(before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    first, second = list(before), list(after)
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return frozenset(identity for block in blocks for identity in first[block.a : block.a + block.size])
