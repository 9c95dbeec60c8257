"""Aiken, the plainest of Moodle's formats: a question, lettered options, and `ANSWER: B`."""

import re
from dataclasses import dataclass, field

from elearn.coursetext.convert.decode import lines_of
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.plain import escaped
from elearn.coursetext.convert.question import Imported, SourceOption, SourceQuestion
from elearn.domain.course import QuestionKind

_OPTION = re.compile(r"\s*([A-Za-z])[.)]\s+(.*\S)\s*$")
_KEY = re.compile(
    r"\s*(?:ANSWER|JAWABAN|KUNCI)\s*[:=]\s*([A-Z](?:(?:\s*[,&]\s*|\s+(?:dan|and)\s+|\s+)[A-Z])*)\s*[.)]?\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reading:
    """The question that is being read. `gap` says that an empty line came last."""

    line: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    gap: bool = False

    def next_option(self, text: str) -> re.Match[str] | None:
        """The option that a line is, if it has the letter that is due."""
        option = _OPTION.match(text)
        due = chr(ord("A") + len(self.options))
        return option if option and self.stem and option[1].upper() == due else None

    def take(self, text: str, number: int) -> None:
        """Take a line that isn't empty: an option, more of the one before, or the question's own words."""
        if option := self.next_option(text):
            self.options.append(option[2])
        elif self.options:
            self.options[-1] += f" {text.strip()}"
        else:
            self.line = self.line or number
            self.stem += ["", text] if self.gap and self.stem else [text]
        self.gap = False


def read_aiken(file: str, data: bytes) -> Imported:
    """The questions of an Aiken file. Letters may be small, with `.` or `)`; several keys make several answers."""
    outcome = Outcome(file)
    reading = _Reading()
    for number, text in enumerate(lines_of(data, outcome), start=1):
        if key := _KEY.match(text):
            _finish(outcome, reading, set(re.findall(r"\b[A-Z]\b", key[1].upper())), number)
            reading = _Reading()
        elif not text.strip():
            reading.gap = True
        else:
            if reading.options and reading.gap and not reading.next_option(text):
                outcome.say("import-no-key", reading.line)
                reading = _Reading()
            reading.take(text, number)
    if reading.stem:
        outcome.say("import-no-key", reading.line)
    return outcome.imported("Aiken")


def _finish(outcome: Outcome, reading: _Reading, letters: set[str], number: int) -> None:
    known = {chr(ord("A") + place) for place in range(len(reading.options))}
    if not reading.stem or not letters <= known:
        outcome.say("import-broken", number, what=f"ANSWER: {', '.join(sorted(letters))}")
        return
    options = tuple(
        SourceOption(escaped(text), chr(ord("A") + place) in letters) for place, text in enumerate(reading.options)
    )
    paragraphs = "\n".join(reading.stem).split("\n\n")
    stem = "\n\n".join(escaped(paragraph) for paragraph in paragraphs)
    kind = QuestionKind.MULTIPLE if len(letters) > 1 else QuestionKind.SINGLE
    outcome.keep(SourceQuestion(kind, stem, options=options), reading.line)
