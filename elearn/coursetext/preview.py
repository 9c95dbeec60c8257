"""One file of a course as learners will see it, while its trainer writes: by the code that loads a whole course."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from elearn.coursetext.build.files import read_course
from elearn.coursetext.build.reading import BuiltText, Reading
from elearn.coursetext.build.units import BuiltQuestions, BuiltUnit, minutes
from elearn.coursetext.check.course import Known
from elearn.coursetext.findings import Finding, in_order
from elearn.coursetext.load import check
from elearn.coursetext.media.inspect import MediaFile, inspect
from elearn.coursetext.parse.tree import is_ignored, read_outline
from elearn.domain.course import Question


@dataclass(frozen=True, slots=True)
class Preview:
    """A file rendered. `parts` are its text in order: sanitised HTML, and questions where they were written.

    `minutes` is how long learners need, 0 for a file that isn't read by itself. `is_quiz` tells whether its questions
    are scored. `findings` are those of this file alone.
    """

    title: str
    parts: tuple[str | Question, ...]
    findings: tuple[Finding, ...]
    minutes: int = 0
    is_quiz: bool = False


def preview(
    slug: str,
    files: Mapping[str, bytes],
    path: str,
    known: Known | None = None,
    *,
    today: date | None = None,
    media: Mapping[str, MediaFile] | None = None,
) -> Preview:
    """Render and check the file at `path`, exactly as `load` would in the whole course. Total: any bytes in.

    `files` are the course's, by path. `media` are those of its media files whose nature is known already, so that
    their bytes aren't looked at again; they may be empty in `files`. A file that belongs to nothing has no parts.
    """
    files = {name: files[name] for name in sorted(files) if not is_ignored(name)}
    outline = read_outline(slug, files)
    reading = read_course(slug, outline, _media(slug, files, outline.media, media or {}), frozenset(files), {path})
    findings = in_order(finding for finding in check(reading, known, today) if finding.file == path)
    return _of_unit(reading, path, findings) or _of_text(reading, path, findings) or Preview("", (), findings)


def _media(
    slug: str, files: Mapping[str, bytes], paths: tuple[str, ...], known: Mapping[str, MediaFile]
) -> dict[str, MediaFile]:
    inspected = {path: known.get(path) or inspect(slug, path, files[path]) for path in paths}
    return {path: result for path, result in inspected.items() if isinstance(result, MediaFile)}


def _of_unit(reading: Reading, path: str, findings: tuple[Finding, ...]) -> Preview | None:
    for unit in reading.units:
        if unit.unit.source == path:
            return _unit(unit, findings)
    for name, bank in reading.banks.items():
        if bank.file == path:
            return _bank(name, bank, findings)
    return None


def _unit(built: BuiltUnit, findings: tuple[Finding, ...]) -> Preview:
    unit = built.unit
    return Preview(unit.title, unit.parts, findings, unit.minutes, is_quiz=unit.quiz is not None)


def _bank(name: str, bank: BuiltQuestions, findings: tuple[Finding, ...]) -> Preview:
    return Preview(f"bank/{name}", bank.questions, findings, is_quiz=True)


def _of_text(reading: Reading, path: str, findings: tuple[Finding, ...]) -> Preview | None:
    own: dict[str, BuiltText] = {"course.md": reading.text} if reading.text else {}
    own.update(
        {module.folder.text.path: module.text for module in reading.modules if module.folder.text and module.text}
    )
    if path not in own:
        return None
    text = own[path]
    return Preview(text.title, (text.prose.html,), findings, minutes(text.prose, 0))
