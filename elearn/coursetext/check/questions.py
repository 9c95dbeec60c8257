"""Checks of questions against each other: identities, repeats, and how good they are as questions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from elearn.coursetext.build.reading import Reading
from elearn.coursetext.build.units import BuiltQuestions
from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.drafts import Draft, joined
from elearn.domain.course import QuestionKind, UnitKind

Asked = tuple[str, Draft]
"""A question and the file it stands in."""

ENOUGH = 4
"""So many single-choice questions are needed before a pattern in their keys means anything."""

_ALL_OR_NONE = re.compile(
    r"(semua(nya)?|seluruh(nya)?)( jawaban| pilihan)?( di atas)?( (itu|ini|tersebut))? (benar|betul|salah|tepat)"
    r"|(tidak|tak) ada (jawaban |pilihan )?(yang|di atas)( di atas)?( yang)?( (benar|betul|salah|tepat))?"
    r"|(all|none) of the above"
)
_NEGATIONS = re.compile(r"\b(?:tidak|tidaklah|tak|bukan|bukanlah|bukankah|jangan|kecuali|not|never|except)\b")


def check_questions(reading: Reading) -> Iterator[Finding]:
    """What is wrong with the questions of a course, and what would make them better."""
    everything = [(asked.file, draft) for asked in reading.asked() for draft in asked.drafts]
    yield from _ids(everything)
    for asked in reading.asked():
        yield from _repeats(asked)
    for file, draft in everything:
        yield from _quality(file, draft)
    yield from _patterns(reading)


def _ids(everything: Iterable[Asked]) -> Iterator[Finding]:
    """Identities are unique in a course: answers are kept by them."""
    first: dict[str, str] = {}
    for file, draft in everything:
        if draft.id in first:
            yield found("duplicate-id", file, draft.whole.number, id=draft.id, first=first[draft.id])
        first.setdefault(draft.id, f"{file}:{draft.whole.number}")


def _repeats(asked: BuiltQuestions) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for draft in asked.drafts:
        stem = joined((draft.heading, *draft.stem)).casefold()
        if stem in seen:
            yield found("repeated-question", asked.file, draft.whole.number, first=seen[stem])
        seen.setdefault(stem, draft.whole.number)


def _quality(file: str, draft: Draft) -> Iterator[Finding]:
    line = draft.whole.number
    if draft.kind and not draft.explanation:
        yield found("no-explanation", file, line)
    if len(_NEGATIONS.findall(draft.heading.text.casefold())) > 1:
        yield found("double-negative", file, line)
    if not draft.is_choice:
        return
    if len(draft.options) == 2:
        yield found("few-options", file, line)
    if len(draft.options) > 1 and all(option.correct for option in draft.options):
        yield found("all-right", file, line)
    for place, option in enumerate(draft.options, start=1):
        stays = option.last or (draft.fixed_order and place == len(draft.options))
        if not stays and _ALL_OR_NONE.fullmatch(joined(option.text).casefold().rstrip(".!")):
            yield found("all-of-above", file, option.line.number)


def _patterns(reading: Reading) -> Iterator[Finding]:
    """Look for keys that can be guessed: bank by bank, quiz by quiz, and over all practice questions."""
    practice: list[Asked] = []
    for unit in reading.units:
        asked = [(unit.asked.file, draft) for draft in unit.asked.drafts]
        if unit.unit.kind is UnitKind.QUIZ:
            yield from _guessable(asked)
        else:
            practice += asked
    for bank in reading.banks.values():
        yield from _guessable([(bank.file, draft) for draft in bank.drafts])
    yield from _guessable(practice)


def _guessable(asked: Sequence[Asked]) -> Iterator[Finding]:
    single = [
        (file, draft)
        for file, draft in asked
        if draft.kind is QuestionKind.SINGLE and len(draft.options) > 2 and _right(draft) is not None
    ]
    if len(single) < ENOUGH:
        return
    file, line = single[0][0], single[0][1].whole.number
    longest = sum(_right_is_longest(draft) for _, draft in single)
    if longest * 4 >= len(single) * 3:
        yield found("right-is-longest", file, line, count=longest, total=len(single))
    place, times = Counter(_right(draft) for _, draft in single).most_common(1)[0]
    if times >= ENOUGH and times * 5 >= len(single) * 3:
        yield found("right-in-one-place", file, line, count=times, total=len(single), place=(place or 0) + 1)


def _right(draft: Draft) -> int | None:
    return next((place for place, option in enumerate(draft.options) if option.correct), None)


def _right_is_longest(draft: Draft) -> bool:
    lengths = [len(joined(option.text)) for option in draft.options]
    right = _right(draft)
    return right is not None and all(lengths[right] > other for place, other in enumerate(lengths) if place != right)
