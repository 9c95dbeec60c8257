"""Write the identities of questions into their files, so that a stem can be reworded without becoming another question.

Nothing else changes, byte for byte: line ends, byte order mark and spacing stay as they are.
"""

import re
from collections.abc import Iterator, Mapping

from elearn.coursetext.parse.attributes import STEM_FLAGS, cut_attributes
from elearn.coursetext.parse.questions import heading_of, id_from_stem
from elearn.coursetext.parse.source import read_source
from elearn.coursetext.parse.structure import QuestionBlock
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.parse.tree import read_outline

_LINE_END = re.compile(rb"\r\n|\r|\n")


def with_ids(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that change when every question without an `#id` gets one, by path; empty when all have one.

    A file with characters that no text may hold is left alone until they are gone: places in it can't be trusted.
    """
    outline = read_outline("pelatihan", files)
    asking = (*(unit.text for unit in outline.units), *outline.banks.values())
    taken = {identity for text in asking for identity in _written(text)}
    changed = {}
    for text in asking:
        missing = dict(_missing(text, taken))
        if missing and not read_source(text.path, files[text.path]).findings:
            changed[text.path] = _insert(files[text.path], missing)
    return changed


def _written(text: TextFile) -> Iterator[str]:
    for block in text.structure.questions:
        if identity := heading_of(text.path, block)[1].id:
            yield identity


def _missing(text: TextFile, taken: set[str]) -> Iterator[tuple[int, tuple[int, str]]]:
    """For each question without an id: its line, the column to write at, and what to write."""
    for block in text.structure.questions:
        heading, attributes = heading_of(text.path, block)
        if attributes.id:
            continue
        identity = _free(id_from_stem(heading), taken)
        taken.add(identity)
        yield block.whole.number, _insertion(text.path, block, identity)


def _free(identity: str, taken: set[str]) -> str:
    """The identity itself, or with the first number that makes it unique."""
    number, free = 1, identity
    while free in taken:
        number += 1
        free = f"{identity}-{number}"
    return free


def _insertion(path: str, block: QuestionBlock, identity: str) -> tuple[int, str]:
    """Where in the heading's line, in characters, and what: into its braces if it has any, else at its end."""
    text = block.whole.text.rstrip()
    if cut_attributes(path, block.heading, STEM_FLAGS)[1].written:
        start = text.rindex("{") + 1
        start += text[start : start + 1] == ":"
        return start, f"#{identity} "
    return len(text), f" {{#{identity}}}"


def _insert(data: bytes, missing: Mapping[int, tuple[int, str]]) -> bytes:
    pieces: list[bytes] = []
    position = 0
    ends = [*_LINE_END.finditer(data), None]
    for number, end in enumerate(ends, start=1):
        stop = end.start() if end else len(data)
        line = data[position:stop]
        if number in missing:
            column, words = missing[number]
            bom = "\ufeff" if number == 1 and line.startswith(b"\xef\xbb\xbf") else ""
            text = line.decode("utf-8").removeprefix("\ufeff")
            line = f"{bom}{text[:column]}{words}{text[column:]}".encode()
        pieces.append(line)
        position = end.end() if end else len(data)
        pieces.append(data[stop:position])
    return b"".join(pieces)
