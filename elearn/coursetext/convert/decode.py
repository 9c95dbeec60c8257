"""Bytes of an uploaded text file to lines."""

import re

from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.media.inspect import megabytes
from elearn.coursetext.parse.source import clean

LARGEST_IMPORT = 50_000_000
"""Bytes of one file: some hundred thousand questions."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def lines_of(data: bytes, outcome: Outcome) -> list[str]:
    """The lines of a file in UTF-8, or UTF-16 with its mark, without characters that no text may hold; else none."""
    if len(data) > LARGEST_IMPORT:
        outcome.say("import-too-large", 1, size=megabytes(len(data)), limit=megabytes(LARGEST_IMPORT))
        return []
    try:
        text = data.decode(_MARKS.get(data[:2], "utf-8")).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        outcome.say("import-encoding", data[: problem.start].count(b"\n") + 1)
        return []
    return [clean(line) for line in _LINE_END.split(text)]
