"""What the checker says: one finding a fact, each with its place and its cure, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from elearn.coursetext.levels import Level, Message, Words
from elearn.coursetext.messages import archive, convert, folder, keys, qti, questions, text, xml

MESSAGES: Mapping[str, Message] = {
    **folder.MESSAGES,
    **keys.MESSAGES,
    **questions.MESSAGES,
    **text.MESSAGES,
    **archive.MESSAGES,
    **convert.MESSAGES,
    **qti.MESSAGES,
    **xml.MESSAGES,
}
"""Every code that the checker knows, with its level and its sentences."""

LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend at a place. `file` is relative to the course's folder; line and column count from 1.

    `values` fill the placeholders of the code's sentences.
    """

    level: Level
    code: str
    file: str
    line: int = 1
    column: int = 1
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


def found(code: str, file: str, line: int = 1, column: int = 1, **values: object) -> Finding:
    """A finding of a known code, at the level that the code has.

    Raises:
        KeyError: the code has no sentence in the tables.
    """
    return Finding(MESSAGES[code].level, code, file, line, column, values)


def sentence(finding: Finding, language: str = "id") -> str:
    """What to do about a finding, in Indonesian or (`en…`) in English; one line, whatever the text held."""
    message = MESSAGES[finding.code]
    english = language.startswith("en")
    values = {name: _shown(_worded(value, english)) for name, value in finding.values.items()}
    return (message.english if english else message.indonesian).format_map(_Values(values))


def _worded(value: object, english: bool) -> object:
    if isinstance(value, Words):
        return value.english if english else value.indonesian
    return value


class _Values(dict[str, str]):
    """Values for a sentence; one that is missing shows as an ellipsis rather than as a traceback."""

    def __missing__(self, name: str) -> str:
        return "…"


def _shown(value: object) -> str:
    """A value that may have come from a trainer's text, short and without anything that could break a line."""
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in str(value)[:400])
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def place(finding: Finding, folder: str = "") -> str:
    """The file of a finding as its reader would type it, from the folder that the course lies in."""
    path = f"{folder.rstrip('/')}/{finding.file}" if folder else finding.file
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in path)


def as_line(finding: Finding, language: str = "id", folder: str = "") -> str:
    """`FILE:LINE:COLUMN: LEVEL CODE: message`, as editors and terminals understand it."""
    where = f"{place(finding, folder)}:{finding.line}:{finding.column}"
    return f"{where}: {finding.level} {finding.code}: {sentence(finding, language)}"


def as_data(finding: Finding, language: str = "id", folder: str = "") -> dict[str, object]:
    """The same as plain data, for JSON."""
    return {
        "file": place(finding, folder),
        "line": finding.line,
        "column": finding.column,
        "level": str(finding.level),
        "code": finding.code,
        "message": sentence(finding, language),
    }


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, each said once."""
    unique = {
        (finding.file, finding.line, finding.column, finding.code, sentence(finding)): finding for finding in findings
    }
    return tuple(unique[key] for key in sorted(unique))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything stops publishing."""
    return any(finding.level is Level.ERROR for finding in findings)
