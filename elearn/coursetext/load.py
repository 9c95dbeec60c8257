"""A folder's files to a course, or to what must be mended before there is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from elearn.coursetext.build.assemble import assemble
from elearn.coursetext.build.passages import Desk
from elearn.coursetext.build.reading import BuiltModule, BuiltText, Reading
from elearn.coursetext.build.units import Lessons, build_bank, build_unit, lessons_of
from elearn.coursetext.check.course import check_course
from elearn.coursetext.check.questions import check_questions
from elearn.coursetext.check.text import check_first_heading, check_text
from elearn.coursetext.findings import Finding, has_errors, in_order
from elearn.coursetext.media.inspect import MediaFile, inspect
from elearn.coursetext.parse.frontmatter import Front
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.parse.titles import titled
from elearn.coursetext.parse.tree import ModuleFolder, Outline, is_ignored, read_outline
from elearn.coursetext.render.context import ANCHOR_PREFIX, Context
from elearn.domain.course import Course, QuizRules

DEFAULT_LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a folder. There is a course exactly when no finding is an error; `media` is by path."""

    course: Course | None
    findings: tuple[Finding, ...]
    media: Mapping[str, MediaFile]


def load(
    slug: str,
    files: Mapping[str, bytes],
    known: Mapping[str, tuple[str, ...]] | None = None,
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
    reading = _read(slug, outline, media, files)
    findings = in_order(
        [
            *(result for result in inspected.values() if isinstance(result, Finding)),
            *outline.findings,
            *_findings(reading),
            *check_course(reading, known, today),
            *check_questions(reading),
        ]
    )
    return Loaded(None if has_errors(findings) else assemble(reading), findings, media)


def _read(slug: str, outline: Outline, media: Mapping[str, MediaFile], files: Mapping[str, bytes]) -> Reading:
    front = outline.course.front if outline.course else Front(FileKind.COURSE)
    lessons = lessons_of(outline)
    language = front.text("language", DEFAULT_LANGUAGE)
    context = Context(slug, _links(slug, outline), media, frozenset(files), ANCHOR_PREFIX, language)
    passing_score = front.number("passing_score") or QuizRules().passing_score
    modules = tuple(_module(folder, context, lessons, passing_score) for folder in outline.modules)
    banks = {name: build_bank(name, text, context, lessons) for name, text in outline.banks.items()}
    text = _text(outline.course, slug, ANCHOR_PREFIX, context) if outline.course else None
    return Reading(slug, outline, front, text, modules, banks, media)


def _links(slug: str, outline: Outline) -> dict[str, str]:
    """The addresses of what a text may link to: units, and the course's own page."""
    units = {unit.text.path: f"/courses/{slug}/{unit.address}/" for unit in outline.units}
    return {"course.md": f"/courses/{slug}/", **units}


def _module(folder: ModuleFolder, context: Context, lessons: Lessons, passing_score: int) -> BuiltModule:
    text = _text(folder.text, folder.key, f"m-{folder.key}-", context) if folder.text else None
    units = tuple(build_unit(unit, context, lessons, passing_score) for unit in folder.units)
    return BuiltModule(folder, text, units)


def _text(text: TextFile, key: str, prefix: str, context: Context) -> BuiltText:
    desk = Desk(text.path, context)
    heading = titled(text, key, desk)
    prose = desk.block(heading.prose, prefix)
    findings = (*text.findings, *heading.findings, *desk.findings, *check_first_heading(text.path, prose))
    return BuiltText(heading.title, prose, findings, frozenset(desk.media_used))


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
