"""Bytes of an uploaded text file to lines."""

import re

from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.media.inspect import megabytes
from elearn.coursetext.parse.source import clean

LARGEST_IMPORT = 50_000_000
"""Bytes of one file: some hundred thousand questions."""

MOST_SAMPLES = 5

_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTERS = tuple(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256))
"""What Windows-1252 has for each byte; for the five that it leaves open what Latin-1 has."""

_ODD_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f][^\W\d_]*")
_LINE_END_IN_BYTES = re.compile(rb"\r\n|\r|\n")
_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def lines_of(data: bytes, outcome: Outcome) -> list[str]:
    """The lines of a text file without characters that no text may hold; none of a file that is no text.

    UTF-8, or UTF-16 with its mark. What isn't is read as Windows-1252, line by line, and said to be.
    """
    if len(data) > LARGEST_IMPORT:
        outcome.say("import-too-large", 1, size=megabytes(len(data)), limit=megabytes(LARGEST_IMPORT))
        return []
    try:
        lines = _LINE_END.split(data.decode(_MARKS.get(data[:2], "utf-8")).removeprefix("\ufeff"))
    except UnicodeDecodeError as problem:
        if data[:2] in _MARKS or _NO_TEXT.search(data):
            outcome.say("import-encoding", data[: problem.start].count(b"\n") + 1)
            return []
        lines = _legacy(data.removeprefix(b"\xef\xbb\xbf"), outcome)
    return clean("\n".join(lines)).split("\n")


def _legacy(data: bytes, outcome: Outcome) -> list[str]:
    """Lines of UTF-8 and of Windows-1252, which an old program may have mixed; the latter are said."""
    lines, changed = [], []
    for number, line in enumerate(_LINE_END_IN_BYTES.split(data), start=1):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            lines.append("".join(_LETTERS[each] for each in line))
            changed.append((number, lines[-1]))
    words = dict.fromkeys(word for _, line in changed for word in _ODD_WORD.findall(line))
    outcome.say("import-legacy", changed[0][0], count=len(changed), sample=", ".join([*words][:MOST_SAMPLES]))
    return lines
