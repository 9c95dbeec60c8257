"""The lines below a question's heading as blocks: prose, lists with their items, quotations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elearn.coursetext.parse.source import Line
from elearn.coursetext.parse.verbatim import hide_code


class Mark(StrEnum):
    """What the items of a list are by the way they are written."""

    PLAIN = "plain"
    CHOICE = "choice"
    ACCEPTED = "accepted"
    PAIR = "pair"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: its first line from after the sign, that line whole, and the lines that belong to it.

    `tick` is what stands in the box of a choice.
    """

    mark: Mark
    whole: Line
    first: Line
    more: tuple[Line, ...] = ()
    tick: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one nature: prose, a list (it has items), or a quotation."""

    lines: tuple[Line, ...]
    items: tuple[ListItem, ...] = ()
    quote: bool = False

    @property
    def mark(self) -> Mark | None:
        """What kind of list it is, if it is one: by its first item, or by choices and answers after plain ones."""
        if not self.items:
            return None
        telling = (item.mark for item in self.items if item.mark in (Mark.CHOICE, Mark.ACCEPTED))
        first = self.items[0].mark
        return next(telling, first) if first is Mark.PLAIN else first

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it to read."""
        return all(line.blank for line in self.lines)


_BULLET = re.compile(r"[ ]{0,3}[-*+][ \t]+(?=\S)|[ ]{0,3}[-*+](?=[ \t]*$)")
_STEP = re.compile(r"[ ]{0,3}(\d{1,9})[.)][ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}>")
_BOX = re.compile(r"\[([ xX]|[vV√✓✔*]?)\](?![(\[:])[ \t]*")
_ARROW = re.compile(r"-{1,2}>|={1,2}>|→")


def read_blocks(lines: Sequence[Line], in_code: Sequence[bool]) -> tuple[Block, ...]:
    """The blocks of a question in order."""
    return tuple(_blocks(lines, in_code))


def _blocks(lines: Sequence[Line], in_code: Sequence[bool]) -> Iterator[Block]:
    prose: list[Line] = []
    place = 0
    while place < len(lines):
        block = None
        if not in_code[place] or _code_opens_in_quote(lines, in_code, place):
            block = _list_at(lines, in_code, place, bool(prose) and not prose[-1].blank) or _quote_at(lines, place)
        if block is None:
            prose.append(lines[place])
            place += 1
            continue
        if prose:
            yield Block(tuple(prose))
            prose = []
        yield block
        place += len(block.lines)
    if prose:
        yield Block(tuple(prose))


def _code_opens_in_quote(lines: Sequence[Line], in_code: Sequence[bool], place: int) -> bool:
    """Whether a quotation begins with code: its sign stands before the fence then. Inside of code `>` is no sign."""
    return bool(_QUOTE.match(lines[place].text)) and not (place and in_code[place - 1])


def item_at(line: Line) -> ListItem | None:
    """The list item that begins on a line, if one does."""
    if step := _STEP.match(line.text):
        return ListItem(Mark.STEP, line, line.cut(step.end()))
    if not (bullet := _BULLET.match(line.text)):
        return None
    first = line.cut(bullet.end())
    if box := _BOX.match(first.text):
        return ListItem(Mark.CHOICE, line, first.cut(box.end()), tick=box[1])
    if first.text.startswith("=") and not _ARROW.match(first.text):
        return ListItem(Mark.ACCEPTED, line, first.cut(1))
    if arrow(first.text):
        return ListItem(Mark.PAIR, line, first)
    return ListItem(Mark.PLAIN, line, first)


def arrow(text: str) -> re.Match[str] | None:
    """The arrow that parts the two sides of a pair, outside code."""
    return _ARROW.search(hide_code(text))


def _list_at(lines: Sequence[Line], in_code: Sequence[bool], start: int, in_paragraph: bool) -> Block | None:
    """The list that begins here. Only a list that begins with 1 may follow a paragraph's line directly."""
    item = item_at(lines[start])
    if item is None or (in_paragraph and item.mark is Mark.STEP and not re.match(r"[ ]*1[.)]", lines[start].text)):
        return None
    starts, end = [(start, item)], start + 1
    place = start + 1
    while place < len(lines):
        line = lines[place]
        following = None if in_code[place] else item_at(line)
        after_blank = lines[place - 1].blank
        if following and not _goes_on(starts[0][1], following, after_blank):
            break
        if following:
            starts.append((place, following))
        elif not line.blank and not _belongs(lines, in_code, place, after_blank):
            break
        place += 1
        end = end if line.blank else place
    return Block(tuple(lines[start:end]), tuple(_items(lines, starts, end)))


def _goes_on(first: ListItem, following: ListItem, after_blank: bool) -> bool:
    """Numbers and bullets make two lists; so do, after a blank line, bullets written in another way."""
    if (first.mark is Mark.STEP) != (following.mark is Mark.STEP):
        return False
    return not after_blank or first.mark is following.mark


def _belongs(lines: Sequence[Line], in_code: Sequence[bool], place: int, after_blank: bool) -> bool:
    """Whether a line that begins no item still belongs to the one above it."""
    line = lines[place]
    if line.text.startswith(("  ", "\t")):
        return True
    if _QUOTE.match(line.text):
        return _quote_between(lines, place)
    return not after_blank and not in_code[place]


def _quote_between(lines: Sequence[Line], place: int) -> bool:
    """A quotation that isn't indented belongs to the item above when another item follows it at once."""
    for line in lines[place : place + 20]:
        if not _QUOTE.match(line.text):
            return item_at(line) is not None
    return False


def _items(lines: Sequence[Line], starts: list[tuple[int, ListItem]], end: int) -> Iterator[ListItem]:
    ends = [*(place for place, _ in starts[1:]), end]
    for (place, item), stop in zip(starts, ends, strict=True):
        yield ListItem(item.mark, item.whole, item.first, tuple(lines[place + 1 : stop]), item.tick)


def _quote_at(lines: Sequence[Line], start: int) -> Block | None:
    """The quotation that begins here, with the lines that go on with its paragraph."""
    if not _QUOTE.match(lines[start].text):
        return None
    end = start + 1
    while end < len(lines) and not lines[end].blank and not (item_at(lines[end]) and not _QUOTE.match(lines[end].text)):
        end += 1
    return Block(tuple(lines[start:end]), quote=True)


def unquote(line: Line) -> Line:
    """A line of a quotation without its sign."""
    bare = line.cut(len(line.text) - len(line.text.lstrip()))
    if not bare.text.startswith(">"):
        return bare
    return bare.cut(2) if bare.text.startswith("> ") else bare.cut(1)


def is_quote(line: Line) -> bool:
    """Whether a line is part of a quotation, at any indentation."""
    return line.text.lstrip().startswith(">")
