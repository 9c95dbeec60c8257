"""Aiken, the plainest of Moodle's formats: a question, lettered options, and `ANSWER: B`."""

import re
from dataclasses import dataclass, field

from elearn.coursetext.convert.decode import lines_of
from elearn.coursetext.convert.options import distinct
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.plain import escaped
from elearn.coursetext.convert.question import Imported, SourceOption, SourceQuestion
from elearn.domain.course import QuestionKind

_OPTION = re.compile(r"\s*([A-Za-z])[.)]\s+(.*\S)\s*$")
_BEYOND = re.compile(r"\s*[A-Za-z]{2}[.)]\s")
_NOTE = re.compile(r"\s*(?:FEEDBACK|EXPLANATION|UMPAN BALIK|PEMBAHASAN|PENJELASAN)\s*:\s*(.*)$", re.IGNORECASE)
_SETTING = re.compile(
    r"\s*(?:POINTS?|SCORE|WEIGHT|NILAI|BOBOT|TAGS?|CATEGORY|KATEGORI|DIFFICULTY|LEVEL|TIME|REF(?:ERENCE)?|HINT|ID)\s*:.*$"
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KEY = re.compile(
    r"\s*(?:ANSWER|JAWABAN|KUNCI)\s*[:=]\s*([A-Z](?:(?:\s*[,&]\s*|\s+(?:dan|and)\s+|\s+)[A-Z])*)\s*[.)]?\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reading:
    """The question that is being read. `gap` says that an empty line came last, `wrong` that it can't be kept."""

    line: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[tuple[str, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    gap: bool = False
    wrong: bool = False

    @property
    def due(self) -> str:
        """The letter of the next option; none after Z."""
        return _LETTERS[len(self.options) : len(self.options) + 1]


class _Reader:
    """Takes one line after the other. A question ends with its key, or with the notes that follow the key at once."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._reading = _Reading()
        self._key: tuple[set[str], int] | None = None

    def take(self, text: str, number: int) -> None:
        if key := _KEY.match(text):
            if self._key:
                self.finish()
            self._key = set(re.findall(r"\b[A-Z]\b", key[1].upper())), number
        elif note := (_NOTE.match(text) if self._key or self._reading.options else None):
            self._reading.notes.append(note[1])
        elif self._key and _SETTING.match(text):
            self._outcome.say("import-setting", number, what=" ".join(text.split()))
        elif not text.strip():
            self._gap()
        else:
            self._words(text, number)

    def _gap(self) -> None:
        if self._key:
            self.finish()
        self._reading.gap = True

    def _words(self, text: str, number: int) -> None:
        """A line that is an option, more of the one before, or the question's own words."""
        option = _OPTION.match(text)
        if self._key or (self._reading.options and self._reading.gap and not (option and self._is_due(option))):
            self.finish()
            option = None
        reading = self._reading
        if option and reading.stem and self._is_due(option):
            reading.options.append((option[2], number))
        elif reading.options and not (option or (not reading.due and _BEYOND.match(text))):
            self._more(text)
        elif reading.options or (option and reading.stem):
            self._out_of_order(text, number)
        else:
            reading.line = reading.line or number
            reading.stem += ["", text] if reading.gap and reading.stem else [text]
        reading.gap = False

    def _is_due(self, option: re.Match[str]) -> bool:
        return option[1].upper() == self._reading.due

    def _more(self, text: str) -> None:
        reading = self._reading
        if reading.notes:
            reading.notes.append(text)
        else:
            words, line = reading.options[-1]
            reading.options[-1] = (f"{words} {text.strip()}", line)

    def _out_of_order(self, text: str, number: int) -> None:
        """An option of another letter than the one that is due; the question is said to be left out, once."""
        reading = self._reading
        if not reading.wrong and not reading.due:
            self._outcome.say("import-many", number)
        elif not reading.wrong:
            before = _LETTERS[len(reading.options) - 1] if reading.options else "–"
            self._outcome.say("import-letters", number, before=before, due=reading.due, what=text.strip())
        reading.wrong = True

    def finish(self) -> None:
        """Keep what was read, if it is a question; begin the next one."""
        reading, key = self._reading, self._key
        self._reading, self._key = _Reading(), None
        if reading.wrong:
            return
        if key is None and not reading.stem:
            return
        if key is None:
            self._outcome.say("import-no-key", reading.line)
        elif not reading.stem or not key[0] <= {*_LETTERS[: len(reading.options)]}:
            self._outcome.say("import-broken", key[1], what=f"ANSWER: {', '.join(sorted(key[0]))}")
        else:
            self._keep(reading, key[0])

    def _keep(self, reading: _Reading, letters: set[str]) -> None:
        read = (
            (SourceOption(escaped(text), letter in letters), line)
            for letter, (text, line) in zip(_LETTERS, reading.options, strict=False)
        )
        options = distinct(self._outcome, read)
        if options is None:
            return
        stem = "\n\n".join(escaped(paragraph) for paragraph in "\n".join(reading.stem).split("\n\n"))
        kind = QuestionKind.MULTIPLE if len(letters) > 1 else QuestionKind.SINGLE
        note = escaped(" ".join(reading.notes))
        self._outcome.keep(SourceQuestion(kind, stem, options=options, explanation=note), reading.line)


def read_aiken(file: str, data: bytes) -> Imported:
    """The questions of an Aiken file. Letters may be small, with `.` or `)`; several keys make several answers."""
    outcome = Outcome(file)
    reader = _Reader(outcome)
    for number, text in enumerate(lines_of(data, outcome), start=1):
        reader.take(text, number)
    reader.finish()
    return outcome.imported("Aiken")
