"""Plain Markdown, in files and folders of any make, to the files of a course; what finds no place is named."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from elearn.coursetext.archive import Unpacked
from elearn.coursetext.findings import Finding, found
from elearn.coursetext.media.inspect import SUFFIXES
from elearn.coursetext.moving import moved
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.source import clean
from elearn.coursetext.parse.textfile import read_text_file
from elearn.coursetext.parse.tree import RESERVED
from elearn.coursetext.slugs import slugify, title_of_key
from elearn.domain.hours import suggested_jp

COURSE = "course.md"

_TEXTS = frozenset({".md", ".markdown"})
_MEDIA = frozenset({*SUFFIXES.values(), ".jpeg"})
_DESCRIPTIONS = ("readme", "index")
_WORDS_A_MINUTE = 180
_DIGITS = re.compile(r"(\d{1,9})")
_ORDER = re.compile(r"^\d{1,9}[-_. ]+")


@dataclass(frozen=True)
class TakenIn:
    """What a folder became: the files of a course, and what there is to say about it. `title` is the course's."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    title: str


def take_in(unpacked: Unpacked) -> TakenIn:
    """The files of a course, of whatever a folder held.

    A folder with a `course.md` is a course as it stands. One where a single folder below holds it is that course.
    Anything else is plain Markdown: each folder becomes a module and each text a lesson, in the order of their names.
    """
    files = unpacked.files
    inner = sorted(path for path in files if PurePosixPath(path).name == COURSE)
    if COURSE in files:
        return TakenIn(files, unpacked.findings, title_in(files[COURSE], unpacked.folder))
    if len(inner) == 1:
        return _inside(PurePosixPath(inner[0]).parent.as_posix(), unpacked)
    return _plain(unpacked)


def title_in(course: bytes, otherwise: str = "") -> str:
    """The title that a `course.md` gives, else one made of a name."""
    return read_text_file(COURSE, course, FileKind.COURSE).front.text("title") or title_of_key(slugify(otherwise))


def _inside(folder: str, unpacked: Unpacked) -> TakenIn:
    inside = {
        path.removeprefix(f"{folder}/"): content
        for path, content in unpacked.files.items()
        if path.startswith(f"{folder}/")
    }
    outside = (path for path in unpacked.files if not path.startswith(f"{folder}/"))
    said = tuple(found("plain-outside-course", path) for path in outside)
    return TakenIn(inside, (*unpacked.findings, *said), title_in(inside[COURSE], PurePosixPath(folder).name))


def _plain(unpacked: Unpacked) -> TakenIn:
    files = unpacked.files
    texts = sorted((path for path in files if _suffix(path) in _TEXTS), key=_natural)
    if not texts:
        return TakenIn({}, (*unpacked.findings, found("plain-nothing", "zip")), "")
    about = _description(texts) if len(texts) > 1 else ""
    lessons = [path for path in texts if path != about]
    title = _title(files.get(about, b""), unpacked.folder or PurePosixPath(lessons[0]).stem)
    places = {**_lessons(lessons, title), **dict(_pictures(path for path in files if _suffix(path) in _MEDIA))}
    jp = suggested_jp(sum(len(files[path].split()) for path in lessons) // _WORDS_A_MINUTE)
    course = _course(title, jp, _prose(moved(files[about], about, COURSE, places)) if about else "")
    placed = {new: _content(files[old], old, new, places) for old, new in places.items()}
    lost = tuple(found("plain-no-place", path) for path in files if path not in places and path != about)
    findings = (*unpacked.findings, *lost, found("plain-jp-guessed", COURSE, 3, jp=jp))
    return TakenIn({COURSE: course, **placed}, findings, title)


def _content(content: bytes, old: str, new: str, places: Mapping[str, str]) -> bytes:
    return moved(content, old, new, places) if new.endswith(".md") else content


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _natural(path: str) -> list[tuple[bool, int, str]]:
    """The order in which people read names: `bab 2` before `bab 10`, what stands in no folder first."""
    parts = _DIGITS.split(path.casefold())
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts if part]


def _description(texts: Iterable[str]) -> str:
    """The text that tells about the whole: a README or an index that lies in no folder."""
    outer = [path for path in texts if "/" not in path]
    return next((path for path in outer if PurePosixPath(path).stem.lower() in _DESCRIPTIONS), "")


def _title(about: bytes, name: str) -> str:
    """The course's title: that of the text about it, else made of a name."""
    text = read_text_file(COURSE, about, FileKind.COURSE)
    tops = [heading.text.text.strip() for heading in text.structure.headings if heading.level == 1]
    words = text.front.text("title") or (tops[0] if tops else "") or title_of_key(slugify(_ORDER.sub("", name)))
    return " ".join(clean(words).split())[:200] or "Pelatihan baru"


def _lessons(texts: list[str], title: str) -> dict[str, str]:
    """Where each text comes to stand: `01-module/01-lesson.md`."""
    folders: dict[str, list[str]] = {}
    for path in texts:
        folders.setdefault(PurePosixPath(path).parent.as_posix(), []).append(path)
    places: dict[str, str] = {}
    modules: set[str] = set()
    for number, (folder, inside) in enumerate(folders.items(), start=1):
        module = _free(_key(folder if folder != "." else title, "modul"), modules)
        units: set[str] = set()
        for place, path in enumerate(inside, start=1):
            unit = _free(_key(PurePosixPath(path).stem, "pelajaran"), units)
            places[path] = f"{number:02}-{module}/{place:02}-{unit}.md"
    return places


def _key(name: str, otherwise: str) -> str:
    """The key of a folder or a text: its names without the numbers that only order them."""
    words = "-".join(_ORDER.sub("", part) for part in name.split("/"))
    return slugify(words) or otherwise


def _free(key: str, taken: set[str]) -> str:
    """The key, with the first number behind it that nothing else has."""
    free, number = key, 1
    while free in taken or free in RESERVED or free == "module":
        number += 1
        free = f"{key}-{number}"
    taken.add(free)
    return free


def _pictures(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for path in paths:
        name = _free(slugify(PurePosixPath(path).stem) or "berkas", taken)
        yield path, f"media/{name}{_suffix(path)}"


def _prose(about: bytes) -> str:
    """The text about the course without its front matter and its title."""
    text = read_text_file(COURSE, about, FileKind.COURSE)
    tops = {heading.text.number for heading in text.structure.headings if heading.level == 1}
    return "\n".join(line.text for line in text.structure.prose if line.number not in tops).strip()


def _course(title: str, jp: int, prose: str) -> bytes:
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\njp: {jp}\n---\n\n{prose}\n".encode()
