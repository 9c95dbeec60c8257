"""The text of a GIFT file in its pieces: one chunk a question, with its category and what its comments say of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

HOLE = "\uf8ff"
"""Stands where an answer was cut out of a sentence; no text holds it otherwise."""

ORDER = "ordering"
"""The tag of a question that asks for an order, which GIFT says as matching items with their numbers."""

_ESCAPED = re.compile(r"\\([\\:#={}~n])")
_SIGNS = "\\:#={}~"
_HIDDEN = {**{sign: chr(0xE002 + place) for place, sign in enumerate(_SIGNS)}, "n": "\ue00f"}
_SHOWN = str.maketrans({**{hidden: sign for sign, hidden in _HIDDEN.items()}, "\ue00f": "\n"})
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_ATTRIBUTE = re.compile(r"""\s[\w-]+=(?:"[^"]*"|'[^']*')""")
_OF_TAGS = str.maketrans({sign: hidden for sign, hidden in _HIDDEN.items() if sign in "#=~{}"})
_SAID = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.)*)\]")


@dataclass(slots=True)
class Chunk:
    """The lines of one question without comments, escaped signs hidden; `numbers` are their places in the file."""

    category: str
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    id: str = ""
    tags: list[str] = field(default_factory=list)
    text: str = ""
    _starts: list[int] = field(default_factory=list)

    def close(self) -> None:
        """Put the lines together once all are there."""
        self.text = _with_tags_hidden(hide("\n".join(self.lines).replace(HOLE, "")))
        offset = 0
        for line in self.text.split("\n"):
            self._starts.append(offset)
            offset += len(line) + 1

    def line(self, offset: int) -> int:
        """The line of the file in which a position of the text stands."""
        return self.numbers[min(bisect_right(self._starts, offset), len(self.numbers)) - 1]


def chunks(lines: list[str]) -> Iterator[Chunk]:
    """The questions of a file. An empty line ends one."""
    category = ""
    chunk = Chunk(category)
    for number, line in enumerate([*lines, ""], start=1):
        bare = line.strip()
        if bare.startswith("$CATEGORY:"):
            category = bare.removeprefix("$CATEGORY:").strip()
            chunk.category = category
        elif bare.startswith("//"):
            _read_comment(bare, chunk)
        elif bare:
            chunk.lines.append(line)
            chunk.numbers.append(number)
        else:
            if chunk.lines:
                chunk.close()
                yield chunk
            chunk = Chunk(category)


def _read_comment(text: str, chunk: Chunk) -> None:
    for said in _SAID.finditer(text):
        if said[1] == "id":
            chunk.id = said[2].strip()
        else:
            chunk.tags.append(said[2].strip())


def hide(text: str) -> str:
    """A text with its escaped signs as private characters, so that the others can be looked for."""
    return _ESCAPED.sub(lambda sign: _HIDDEN[sign[1]], text)


def _with_tags_hidden(text: str) -> str:
    """A text in which the signs inside of `<img src="…">` are text, as everybody means them who forgets to escape."""
    return _TAG.sub(lambda tag: tag[0].translate(_OF_TAGS) if _ATTRIBUTE.search(tag[0]) else tag[0], text)


def show(text: str) -> str:
    """A piece of hidden text as its author meant it."""
    return text.translate(_SHOWN)


_WRITTEN = str.maketrans({**{sign: f"\\{sign}" for sign in _SIGNS}, "\n": "\\n"})


def written(text: str) -> str:
    """A text as GIFT takes it, on one line."""
    return text.translate(_WRITTEN)
