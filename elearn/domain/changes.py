"""What changed in a text since it was read: compared block by block, in words, not in markup."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html.parser import HTMLParser

from elearn.domain.course import Question, Unit

BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "pre", "blockquote", "figcaption", "summary")
)


class ChangeKind(StrEnum):
    """What happened to a block of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A block that stayed, came, went or was reworded; `old` or `new` is empty where there is none."""

    kind: ChangeKind
    old: str
    new: str


class _Blocks(HTMLParser):
    """Collects the plain text of each block of sanitised HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._text: list[str] = []

    def flush(self) -> None:
        if text := " ".join("".join(self._text).split()):
            self.blocks.append(text)
        self._text = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.flush()
        elif tag == "img":
            self._text.append(f"[{dict(attrs).get('alt') or ''}]")
        elif tag in ("br", "td", "th"):
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        self._text.append(data)


def blocks_of(unit: Unit) -> tuple[str, ...]:
    """The plain text that a learner reads in a unit, block by block."""
    reader = _Blocks()
    for part in unit.parts:
        for html in _question_html(part) if isinstance(part, Question) else (part,):
            reader.feed(html)
            reader.flush()
    return tuple(reader.blocks)


def _question_html(question: Question) -> Iterable[str]:
    yield question.stem
    yield from (option.html for option in question.options)
    yield from (item.html for item in question.items)
    yield from (side for pair in question.pairs for side in (pair.left, pair.right))
    yield question.explanation


def differences(old: Iterable[str], new: Iterable[str]) -> tuple[Change, ...]:
    """How the old blocks became the new ones, in reading order."""
    before, after = list(old), list(new)
    changes: list[Change] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            changes += [Change(ChangeKind.SAME, text, text) for text in after[new_start:new_end]]
        else:
            changes += _replaced(before[start:end], after[new_start:new_end])
    return tuple(changes)


def _replaced(before: list[str], after: list[str]) -> Iterable[Change]:
    shared = min(len(before), len(after))
    for old, new in zip(before[:shared], after[:shared], strict=True):
        yield Change(ChangeKind.CHANGED, old, new)
    yield from (Change(ChangeKind.REMOVED, old, "") for old in before[shared:])
    yield from (Change(ChangeKind.ADDED, "", new) for new in after[shared:])
