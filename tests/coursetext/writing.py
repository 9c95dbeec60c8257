"""Courses and questions for tests, written as a trainer would."""

from collections.abc import Mapping
from datetime import date

from elearn.coursetext.check.course import Known
from elearn.coursetext.load import Loaded, load
from elearn.coursetext.parse.drafts import Draft
from elearn.coursetext.parse.questions import read_question
from elearn.coursetext.parse.source import read_source
from elearn.coursetext.parse.structure import read_structure
from elearn.domain.course import Question

COURSE = "---\ntitle: Pelayanan prima\njp: 3\n---\nUntuk semua petugas loket. Isinya ringkas.\n"
LESSON = "# Menyapa warga\n\nSapalah warga yang datang.\n"

ANSWERED = "- [x] Benar\n- [ ] Salah\n- [ ] Ragu\n\n> Begitulah.\n"
"""An answer block with nothing to mend."""


Texts = Mapping[str, str | bytes | None]
"""Files by path; None takes one away."""


def files_of(texts: Texts | None = None) -> dict[str, bytes]:
    """The files of a course without fault, with some of them written anew."""
    everything = {"course.md": COURSE, "01-loket/01-menyapa.md": LESSON, **(texts or {})}
    given = {path: text for path, text in everything.items() if text is not None}
    return {path: text.encode() if isinstance(text, str) else text for path, text in given.items()}


def loaded(texts: Texts | None = None, known: Known | None = None, today: date | None = None) -> Loaded:
    """That course, loaded."""
    return load("pelayanan-prima", files_of(texts), known, today=today)


def places(result: Loaded, code: str) -> list[tuple[str, int]]:
    """Where a finding of a code was made."""
    return [(finding.file, finding.line) for finding in result.findings if finding.code == code]


def codes(result: Loaded) -> list[str]:
    """The codes of everything that was found."""
    return [finding.code for finding in result.findings]


def lesson(text: str) -> Loaded:
    """The course with another text in its lesson."""
    return loaded({"01-loket/01-menyapa.md": text})


def draft(text: str) -> Draft:
    """The one question in a text, as written."""
    return read(text)[0]


def read(text: str) -> tuple[Draft, list[str]]:
    """The one question in a text, and the codes of what is wrong with it."""
    structure = read_structure("kuis.md", read_source("kuis.md", text.encode()).lines)
    (block,) = structure.questions
    question, findings = read_question("kuis.md", block)
    return question, [finding.code for finding in findings]


def question(text: str) -> Question:
    """The one question of a lesson, as learners get it."""
    course = lesson(f"# Menyapa\n\n{text}").course
    assert course is not None
    (asked,) = course.questions()
    return asked
