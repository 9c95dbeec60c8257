"""A draft as what leaves the studio: a zip of its files, a SCORM package, a print."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from tempfile import TemporaryFile

from elearn.coursetext.archive import pack
from elearn.coursetext.findings import has_errors
from elearn.coursetext.print_edition import PrintEdition, print_edition
from elearn.coursetext.scorm.package import package
from elearn.domain.course import Course
from elearn.studio.compiled import Compiled, compiled
from elearn.studio.drafts import files_of
from elearn.studio.models import Draft

SHEETS = 9
"""How many different papers of one quiz can be printed."""


PIECE = 64 * 1024
"""Bytes that are sent at a time."""


class NotYet(Exception):
    """The course has errors, so there is nothing to play or to print."""


def compiled_draft(draft: Draft, today: date) -> Compiled:
    """The draft as it would be published."""
    return compiled(draft.slug, files_of(draft.id), today)


def can_be_played(made: Compiled) -> bool:
    """Whether nothing in the course stops playing and printing it."""
    return made.loaded.course is not None and not has_errors(made.loaded.findings)


def zip_of(draft: Draft) -> Iterator[bytes]:
    """The draft's files, byte for byte, in a folder of the course's name, as pieces of a zip."""
    return _packed(files_of(draft.id), draft.slug)


def scorm_of(draft: Draft, today: date) -> Iterator[bytes]:
    """The draft as a SCORM 1.2 package, as pieces of a zip.

    Raises:
        NotYet: it has errors.
    """
    made = compiled_draft(draft, today)
    return _packed(package(_course(made), made.files, made.loaded.media))


def print_of(draft: Draft, today: date, sheet: int, media: Callable[[str], str]) -> PrintEdition:
    """The draft as one page to print; `media` gives the address of a media file's path.

    Raises:
        NotYet: it has errors.
    """
    made = compiled_draft(draft, today)
    paths = {known.address: path for path, known in made.loaded.media.items()}
    return print_edition(_course(made), f"{draft.slug}:{sheet}", lambda address: media(paths[address]))


def _course(made: Compiled) -> Course:
    if made.loaded.course is None:
        raise NotYet
    return made.loaded.course


def _packed(files: Mapping[str, bytes], folder: str = "") -> Iterator[bytes]:
    """The pieces of a zip that is written to the disk: a course may be larger than what a process should hold twice."""
    with TemporaryFile() as target:
        pack(target, files, folder)
        target.seek(0)
        while piece := target.read(PIECE):
            yield piece
