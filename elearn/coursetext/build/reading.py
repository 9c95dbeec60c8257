"""A course as far as it was read: what the checks look at before there is a course to publish."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from elearn.coursetext.build.units import BuiltQuestions, BuiltUnit
from elearn.coursetext.findings import Finding
from elearn.coursetext.media.inspect import MediaFile
from elearn.coursetext.parse.frontmatter import Front
from elearn.coursetext.parse.tree import ModuleFolder, Outline
from elearn.coursetext.render.context import Rendered


@dataclass(frozen=True, slots=True)
class BuiltText:
    """A text that isn't a unit: the course's description, a module's introduction."""

    title: str
    prose: Rendered
    findings: tuple[Finding, ...]
    media_used: frozenset[str]


@dataclass(frozen=True, slots=True)
class BuiltModule:
    """A module with its units."""

    folder: ModuleFolder
    text: BuiltText | None
    units: tuple[BuiltUnit, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read of a course."""

    slug: str
    outline: Outline
    front: Front
    text: BuiltText | None
    modules: tuple[BuiltModule, ...]
    banks: Mapping[str, BuiltQuestions]
    media: Mapping[str, MediaFile]

    @property
    def units(self) -> tuple[BuiltUnit, ...]:
        """Every unit in the order of the outline."""
        return tuple(unit for module in self.modules for unit in module.units)

    def asked(self) -> Iterator[BuiltQuestions]:
        """The questions of the course, file by file."""
        for unit in self.units:
            yield unit.asked
        yield from self.banks.values()

    def texts(self) -> Iterator[BuiltText]:
        """The texts that aren't units."""
        for text in (self.text, *(module.text for module in self.modules)):
            if text:
                yield text
