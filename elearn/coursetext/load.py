"""A folder's files to a course, or to what must be mended before there is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from elearn.coursetext.build.assemble import assemble
from elearn.coursetext.build.files import read_course
from elearn.coursetext.build.reading import Reading
from elearn.coursetext.check.course import Known, check_course
from elearn.coursetext.check.questions import check_questions
from elearn.coursetext.check.text import check_first_heading, check_text
from elearn.coursetext.findings import Finding, has_errors, in_order
from elearn.coursetext.levels import Level
from elearn.coursetext.media.inspect import MediaFile, inspect
from elearn.coursetext.parse.tree import is_ignored, read_outline
from elearn.domain.course import Course


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a folder. There is a course exactly when no finding is an error; `media` is by path.

    `readable` is the course as far as it can be read, also where there are errors; None where not even its title can.
    """

    course: Course | None
    findings: tuple[Finding, ...]
    media: Mapping[str, MediaFile]
    readable: Course | None = None

    @property
    def unsound(self) -> frozenset[str]:
        """The paths of the files that have errors."""
        return frozenset(finding.file for finding in self.findings if finding.level is Level.ERROR)


def load(
    slug: str,
    files: Mapping[str, bytes],
    known: Known | None = None,
    *,
    today: date | None = None,
) -> Loaded:
    """Read, render and check a course. Total: any bytes in, findings out.

    `files` are by path relative to the course's folder. `known` maps the slugs of the other courses to their
    prerequisites; without it prerequisites aren't checked. `today` is for what is past its date.
    """
    files = {path: files[path] for path in sorted(files) if not is_ignored(path)}
    outline = read_outline(slug, files)
    inspected = {path: inspect(slug, path, files[path]) for path in outline.media}
    media = {path: result for path, result in inspected.items() if isinstance(result, MediaFile)}
    reading = read_course(slug, outline, media, frozenset(files))
    unusable = [result for result in inspected.values() if isinstance(result, Finding)]
    findings = in_order([*unusable, *check(reading, known, today)])
    course = assemble(reading) if reading.front.text("title") else None
    return Loaded(None if has_errors(findings) else course, findings, media, course)


def check(reading: Reading, known: Known | None, today: date | None) -> Iterator[Finding]:
    """Everything that is wrong with what was read, or would make it better."""
    yield from reading.outline.findings
    yield from _findings(reading)
    yield from check_course(reading, known, today)
    yield from check_questions(reading)


def _findings(reading: Reading) -> Iterator[Finding]:
    """What was found while reading, file by file."""
    for text in reading.texts():
        yield from text.findings
    for unit in reading.units:
        yield from unit.findings
        yield from check_first_heading(unit.unit.source, unit.prose)
        yield from check_text(unit.file.text)
    for name, bank in reading.banks.items():
        yield from bank.findings
        yield from check_text(reading.outline.banks[name])
