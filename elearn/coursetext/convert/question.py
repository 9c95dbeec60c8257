"""A question as text: what every format is read into and written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from elearn.coursetext.findings import Finding
from elearn.domain.course import QuestionKind, Range


@dataclass(frozen=True, slots=True)
class SourceOption:
    """A choice: a line of Markdown, and as feedback Markdown of any length."""

    text: str
    correct: bool
    feedback: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class SourceQuestion:
    """A question whose texts are Markdown. Which fields are filled depends on `kind`.

    The first line of `stem` is the question's heading, whatever follows it stands below an empty line. For `blanks` the
    stem holds `BLANK.format(1)`, … where each field stands, as in the domain's `Question`. `accepted` and `blanks` are
    plain text; `items` stand in the right order; without an own `id` it is empty. `category` is where the question lay
    in the file that it came from; it is no part of the question.
    """

    kind: QuestionKind
    stem: str
    id: str = ""
    points: int = 1
    options: tuple[SourceOption, ...] = ()
    accepted: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    blanks: tuple[tuple[str, ...], ...] = ()
    explanation: str = ""
    fixed_order: bool = False
    category: str = field(default="", compare=False)

    @property
    def is_choice(self) -> bool:
        """Whether its learner chooses among options."""
        return self.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its questions, what was not or not wholly converted, and pictures by name in `media/`."""

    questions: tuple[SourceQuestion, ...]
    findings: tuple[Finding, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for another platform, and what could not be said in its format."""

    data: bytes
    findings: tuple[Finding, ...] = ()
