"""How questions are shown: stems cut where fields stand, and which parts of an answer were right. Pure functions."""

import re
from collections.abc import Sequence

from elearn.domain.answers import Answer, score
from elearn.domain.course import BLANK, Item, Pair, Question

_BLANK = re.compile(BLANK.format(r"(\d+)"))
_LEAD = re.compile(r"<p>(.*?)</p>\s*(.*)", re.DOTALL)


def with_blanks(html: str) -> list[str | int]:
    """A stem in pieces: HTML, and the number of a blank where a field stands."""
    pieces = _BLANK.split(html)
    return [int(piece) if place % 2 else piece for place, piece in enumerate(pieces)]


def stem_lead(html: str) -> tuple[str, str]:
    """The sentence that asks, without its paragraph, so that it can be a legend; and what stands below it."""
    if match := _LEAD.fullmatch(html):
        return match[1], match[2]
    return "", html


def in_places(question: Question, keys: Sequence[str]) -> list[Item]:
    """The items of a question to be put in order, in the order of `keys`; items that no key names come last."""
    items = {item.key: item for item in question.items}
    named = [items.pop(key) for key in keys if key in items]
    return [*named, *items.values()]


def rights(question: Question, order: Sequence[str]) -> list[Pair]:
    """Pairs whose right sides are offered, one for each different side, in the order of `order`."""
    pairs = {pair.right_key: pair for pair in reversed(question.pairs)}
    return [pairs[key] for key in order if key in pairs]


def chosen_right(question: Question, answer: Answer, pair: Pair) -> str:
    """The right side that an answer gives to the left side of `pair`, as HTML; empty when it gives none."""
    chosen = (answer or {}).get(pair.left_key)
    return next((each.right for each in question.pairs if each.right_key == chosen), "")


def blank_is_right(question: Question, answer: Answer, number: int) -> bool:
    """Whether what stands in a blank is accepted."""
    typed = (answer or [])[number - 1 : number]
    alone = Question(question.id, question.kind, "", "", blanks=question.blanks[number - 1 : number])
    return bool(typed) and score(alone, typed) == 1
