"""The files of an outline, rendered one by one: what loading a course and previewing one file of it share."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from elearn.coursetext.build.passages import Desk
from elearn.coursetext.build.reading import BuiltModule, BuiltText, Reading
from elearn.coursetext.build.skim import skim_questions, skim_unit
from elearn.coursetext.build.units import (
    BuiltQuestions,
    BuiltUnit,
    Lessons,
    build_bank,
    build_unit,
    lessons_of,
)
from elearn.coursetext.check.text import check_first_heading
from elearn.coursetext.media.inspect import MediaFile
from elearn.coursetext.parse.frontmatter import Front
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.parse.titles import titled
from elearn.coursetext.parse.tree import ModuleFolder, Outline, UnitFile
from elearn.coursetext.render.context import ANCHOR_PREFIX, Context
from elearn.domain.course import QuizRules

DEFAULT_LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The course around a file, as far as it matters to how the file is read.

    Only the texts in `wanted` are rendered, all where it is None; the others are skimmed for what checks ask of them.
    """

    outline: Outline
    front: Front
    context: Context
    lessons: Lessons
    passing_score: int
    wanted: Set[str] | None

    def wants(self, text: TextFile | None) -> bool:
        """Whether a text is to be rendered."""
        return text is not None and (self.wanted is None or text.path in self.wanted)


def read_course(
    slug: str,
    outline: Outline,
    media: Mapping[str, MediaFile],
    paths: Set[str],
    wanted: Set[str] | None = None,
) -> Reading:
    """Read an outline's files. `paths` are all that the course has; `wanted` those to render, if not all."""
    around = _surroundings(slug, outline, media, paths, wanted)
    modules = tuple(_module(folder, around) for folder in outline.modules)
    banks = {name: _bank(name, text, around) for name, text in outline.banks.items()}
    text = _text(outline.course, slug, ANCHOR_PREFIX, around)
    return Reading(slug, outline, around.front, text, modules, banks, media)


def _surroundings(
    slug: str, outline: Outline, media: Mapping[str, MediaFile], paths: Set[str], wanted: Set[str] | None
) -> Surroundings:
    front = outline.course.front if outline.course else Front(FileKind.COURSE)
    language = front.text("language", DEFAULT_LANGUAGE)
    context = Context(slug, _links(slug, outline), media, paths, ANCHOR_PREFIX, language)
    passing_score = front.number("passing_score") or QuizRules().passing_score
    return Surroundings(outline, front, context, lessons_of(outline), passing_score, wanted)


def _links(slug: str, outline: Outline) -> dict[str, str]:
    """The addresses of what a text may link to: units, and the course's own page."""
    units = {unit.text.path: f"/courses/{slug}/{unit.address}/" for unit in outline.units}
    return {"course.md": f"/courses/{slug}/", **units}


def _module(folder: ModuleFolder, around: Surroundings) -> BuiltModule:
    text = _text(folder.text, folder.key, f"m-{folder.key}-", around)
    return BuiltModule(folder, text, tuple(_unit(unit, around) for unit in folder.units))


def _unit(unit: UnitFile, around: Surroundings) -> BuiltUnit:
    if around.wants(unit.text):
        return build_unit(unit, around.context, around.lessons, around.passing_score)
    return skim_unit(unit, around.context, around.passing_score)


def _bank(name: str, text: TextFile, around: Surroundings) -> BuiltQuestions:
    if around.wants(text):
        return build_bank(name, text, around.context, around.lessons)
    return skim_questions(text)


def _text(text: TextFile | None, key: str, prefix: str, around: Surroundings) -> BuiltText | None:
    if text is None or not around.wants(text):
        return None
    desk = Desk(text.path, around.context)
    heading = titled(text, key, desk)
    prose = desk.block(heading.prose, prefix)
    findings = (*text.findings, *heading.findings, *desk.findings, *check_first_heading(text.path, prose))
    return BuiltText(heading.title, prose, findings, frozenset(desk.media_used))
