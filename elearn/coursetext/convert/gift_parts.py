"""A chunk of GIFT taken apart: title, format, text, answers with weight and feedback, general feedback."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from elearn.coursetext.convert.formats import FORMATS
from elearn.coursetext.convert.gift_text import HOLE, Chunk, hide, show
from elearn.domain.course import Range

_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(rf"\s*\[({'|'.join(FORMATS)})\]")
_ITEM = re.compile(r"([=~])([^=~]*)")
_WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:[.,]\d{1,9})?)%")
_NUMBER = re.compile(r"[-+]?(?:\d{1,30}(?:[.,]\d{0,20})?|[.,]\d{1,20})(?:[eE][-+]?\d{1,2})?")


class Broken(Exception):
    """A question can't be read; `what` is where it goes wrong."""

    def __init__(self, what: str, offset: int) -> None:
        super().__init__(what)
        self.what, self.offset = what, offset


@dataclass(frozen=True, slots=True)
class Item:
    """One answer: its sign, its weight in percent if it has one, its text and feedback as the author meant them.

    `whole` is the text with the weight before it, as pairs are read, which have none.
    """

    sign: str
    weight: Decimal | None
    text: str
    feedback: str
    line: int
    whole: str = ""

    @property
    def worth(self) -> Decimal:
        """What it earns, in percent."""
        return self.weight if self.weight is not None else Decimal(100 if self.sign == "=" else 0)


@dataclass(frozen=True, slots=True)
class Parts:
    """A question's pieces. A mere description has no `answer`; `stem` holds `HOLE` where it stood in a sentence."""

    title: str
    shape: str
    stem: str
    answer: str | None
    offset: int
    general: str
    line: int


def take_apart(chunk: Chunk) -> Parts:
    """The pieces of a chunk.

    Raises:
        Broken: a brace has no partner, or there are two answers.
    """
    text, start = chunk.text, 0
    title = _TITLE.match(text)
    start = title.end() if title else 0
    shape = _FORMAT.match(text, start)
    start = shape.end() if shape else start
    opening, closing = text.find("{", start), text.find("}", start)
    if opening < 0 and closing < 0:
        return Parts(
            show(title[1]).strip() if title else "", _shape(shape), show(text[start:]), None, 0, "", chunk.line(0)
        )
    if closing < opening or opening < 0:
        raise Broken("}" if closing >= 0 else "{", max(closing, opening))
    rest = text[closing + 1 :]
    if extra := re.search("[{}]", rest):
        raise Broken(extra[0], closing + 1 + extra.start())
    answer, _, general = text[opening + 1 : closing].partition("####")
    stem = text[start:opening] + (HOLE + rest if rest.strip() else "")
    return Parts(
        show(title[1]).strip() if title else "",
        _shape(shape),
        show(stem),
        answer,
        opening + 1,
        show(general),
        chunk.line(start),
    )


def _shape(found: re.Match[str] | None) -> str:
    return found[1] if found else "moodle"


def shaped(text: str, shape: str) -> tuple[str, str]:
    """A text without the format that it may begin with, and its format: its own or else the question's."""
    own = _FORMAT.match(text)
    return (text[own.end() :], own[1]) if own else (text, shape)


def items(chunk: Chunk, answer: str, offset: int) -> Iterator[Item]:
    """The answers in an answer block that begins at an offset of the chunk.

    Raises:
        Broken: something stands before the first answer's sign.
    """
    first = re.search("[=~]", answer)
    before = answer[: first.start()] if first else answer
    if before.strip():
        raise Broken(show(before).strip(), offset)
    for found in _ITEM.finditer(answer):
        yield item(found[1], found[2], chunk.line(offset + found.start()))


def split_words(answer: str) -> Iterator[tuple[int, str, str]]:
    """Signs inside words of an answer block in which others have spaces before them: offset, sign, what follows.

    Where all stand without spaces, that is how its author writes.
    """
    found = list(_ITEM.finditer(answer))[1:]
    inside = [not answer[each.start() - 1].isspace() for each in found]
    if not all(inside):
        for each, within in zip(found, inside, strict=True):
            if within:
                yield each.start(), each[1], show(each[2]).strip()


def item(sign: str, text: str, line: int) -> Item:
    """One answer from what stands after its sign."""
    weight = _WEIGHT.match(text)
    whole, _, feedback = text.partition("#")
    body = whole[weight.end() :] if weight else whole
    worth = Decimal(weight[1].replace(",", ".")) if weight else None
    return Item(sign, worth, show(body).strip(), show(feedback), line, show(whole).strip())


def items_of_cloze(text: str, line: int) -> Iterator[Item]:
    """The answers of a field in a cloze text, which are parted by `~`; a right one begins with `=`."""
    for part in re.split(r"(?<!\\)~", text):
        sign, body = ("=", part[1:]) if part.startswith("=") else ("~", part)
        yield item(sign, hide(re.sub(r"\\([\"/])", r"\1", body)), line)


def numbers(text: str) -> Range | None:
    """What `5`, `5:0.1` or `4..6` accepts; None when it is none of them."""
    low, dots, high = text.partition("..")
    if dots:
        ends = (number(low), number(high))
    else:
        middle, width = (number(part) for part in (f"{text}:0").split(":")[:2])
        ends = (middle - width, middle + width) if middle is not None and width is not None else (None, None)
    return Range(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None and ends[0] <= ends[1] else None


def number(text: str) -> Decimal | None:
    """A number as programs write it, or with a comma before its decimals."""
    bare = text.strip()
    if not _NUMBER.fullmatch(bare):
        return None
    try:
        return Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return None
