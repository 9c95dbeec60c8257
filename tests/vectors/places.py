"""A course with the vectors in every place where a trainer can type, as far as the checker lets them pass."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from elearn.coursetext.findings import Level
from elearn.coursetext.load import load
from tests.support.courses import course_md, lesson
from tests.vectors import VECTORS

TOGETHER = 20
"""Vectors in a shared lesson."""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'

Places = dict[str, str]


def course(lessons: Mapping[str, str], **front: object) -> dict[str, str | bytes]:
    """The files of a course around some lessons; `front` are lines of its front matter, as YAML."""
    given = {"title": "Uji", **front}
    return {"course.md": course_md(**given), "01-isi/01-awal.md": lesson("Awal"), "media/a.svg": DRAWING, **lessons}


def quoted(text: str) -> str:
    """A text as YAML that means just this text."""
    return json.dumps(text)


def one_line(vector: str) -> str:
    """A vector where only a line can stand."""
    return " ".join(vector.split())


class Lessons(NamedTuple):
    """Lessons by path, and the addresses of those that hold a vector elsewhere than in their title."""

    files: dict[str, str]
    rich: list[str]


def lessons_with_vectors() -> Lessons:
    """Lessons that hold every vector in every place where that is no error.

    Nearly all may stand as an alternative text or an accepted answer; those share lessons.
    """
    wanted = {f"01-isi/{at}-v{at}.md": _places(vector, at) for at, vector in enumerate(VECTORS.values(), start=100)}
    pairs = [(path, place) for path, places in wanted.items() for place in places]
    alone = {pair: f"02-uji/{at}-x{at}.md" for at, pair in enumerate(pairs, start=1)}
    refused = _refused({alone[path, place]: _file({place: wanted[path][place]}) for path, place in pairs})
    kept = {path: _without(places, {p for p in places if alone[path, p] in refused}) for path, places in wanted.items()}
    shared = [places.pop(place, "") for place in ("alternative", "accepted") for places in kept.values()]
    lessons = {path: _file(places) for path, places in kept.items() if places}
    for at, start in enumerate(range(0, len(shared), TOGETHER), start=500):
        lessons[f"01-isi/{at}-v{at}.md"] = lesson("Bersama", "\n\n".join(shared[start : start + TOGETHER]))
    lessons = _without(lessons, _refused(lessons))
    return Lessons(lessons, [f"isi/v{path[7:10]}" for path in lessons if len(kept.get(path, "shared")) > 1])


def _places(vector: str, number: int) -> Places:
    line = one_line(vector)
    return {
        "title": vector,
        "text": vector,
        "emphasis": f"**{line}** dan `{line}`",
        "link": f"[{line}](01-awal.md)",
        "address": f"[klik]({line})",
        "alternative": f"![{line}](../media/a.svg)",
        "stem": f"## ? {line} {{#s-{number}}}\n\n- [x] Ya\n- [ ] Tidak\n- [ ] Ragu\n",
        "option": f"## ? Mana? {{#o-{number}}}\n\n- [x] {line}\n- [ ] Tidak\n- [ ] Ragu\n",
        "feedback": f"## ? Apa? {{#f-{number}}}\n\n- [x] Ya\n  > {line}\n- [ ] Tidak\n- [ ] Ragu\n\n> {line}\n",
        "accepted": f"## ? Tulis? {{#a-{number}}}\n\n- = {line}\n",
        "pair": f"## ? Pasangkan. {{#p-{number}}}\n\n- {line} -> satu\n- Dua -> dua {line}\n",
    }


def _file(places: Mapping[str, str]) -> str:
    text = "\n\n".join(part for place, part in places.items() if place != "title")
    return f"---\ntitle: {quoted(places.get('title', 'Pelajaran'))}\n---\n\n{text}\n"


def _refused(lessons: Mapping[str, str]) -> set[str]:
    files = {path: data.encode() if isinstance(data, str) else data for path, data in course(lessons).items()}
    return {finding.file for finding in load("uji", files).findings if finding.level is Level.ERROR}


def _without(mapping: Mapping[str, str], keys: set[str]) -> dict[str, str]:
    return {key: value for key, value in mapping.items() if key not in keys}
