"""A question as it is written, before rendering: its parts as lines of the file, its key as values."""

from dataclasses import dataclass

from elearn.coursetext.parse.source import Line
from elearn.domain.course import QuestionKind, Range

Passage = tuple[Line, ...]
"""Lines that are rendered as one text; each still knows its place in the file."""


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """A choice as written. `line` is where its item begins."""

    line: Line
    text: Passage
    correct: bool
    last: bool = False
    feedback: Passage = ()


@dataclass(frozen=True, slots=True)
class PairDraft:
    """Both sides of a pair as written."""

    left: Line
    right: Line


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as written. `heading` and `stem` hold marks where blanks stand; `whole` is the heading's line.

    `id` is the one in the attributes or, where `has_own_id` is false, the slug of the stem.
    """

    whole: Line
    heading: Line
    id: str
    has_own_id: bool
    kind: QuestionKind | None
    stem: Passage = ()
    points: int = 1
    fixed_order: bool = False
    options: tuple[OptionDraft, ...] = ()
    accepted: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    pairs: tuple[PairDraft, ...] = ()
    steps: tuple[Passage, ...] = ()
    blanks: tuple[tuple[str, ...], ...] = ()
    explanation: Passage = ()

    @property
    def is_choice(self) -> bool:
        """Whether its learner chooses among options."""
        return self.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


def joined(passage: Passage) -> str:
    """The words of a passage as written, with single spaces."""
    return " ".join(" ".join(line.text for line in passage).split())
