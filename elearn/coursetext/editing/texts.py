"""A file's bytes as a text in an editor, and back: what the writer didn't touch keeps its line ends and its mark."""

import re
from collections import Counter
from difflib import SequenceMatcher

BOM = b"\xef\xbb\xbf"

MOST_COMPARED = 2_000
"""Lines beyond which those that come again and again are left out of comparing, so that it ends in time."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_Ended = list[tuple[str, str]]


def text_of(data: bytes) -> str:
    """What an editor shows of a file: UTF-8 without its mark, every line ended by a line feed.

    A file in another encoding is read as Western European, as Windows wrote it: every byte means something there, so
    nothing is lost, and saving makes it UTF-8.
    """
    return with_line_feeds(_decoded(data))


def with_line_feeds(text: str) -> str:
    """The text with every line ended by a line feed: browsers send carriage returns too."""
    return _LINE_END.sub("\n", text)


def bytes_of(text: str, before: bytes = b"") -> bytes:
    """The bytes of an edited text in the place of `before`; exactly those where the text is the same.

    The byte order mark stays, and so does each line's own end where its line stayed; new lines end as most others do.
    """
    new, old = _lines(text), _lines(_decoded(before))
    if [(line, bool(end)) for line, end in new] == [(line, bool(end)) for line, end in old]:
        return before
    mark = BOM if before.startswith(BOM) else b""
    return mark + "".join(line + end for line, end in _ended(new, old)).encode("utf-8", "replace")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("cp1252") if _windows(data) else data.decode("latin-1")


def _windows(data: bytes) -> bool:
    """Whether every byte has a meaning in Windows' table, which leaves five out."""
    return not any(byte in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _lines(text: str) -> _Ended:
    """Lines with their ends; the last one has none."""
    pieces: _Ended = []
    position = 0
    for end in _LINE_END.finditer(text):
        pieces.append((text[position : end.start()], end[0]))
        position = end.end()
    return [*pieces, (text[position:], "")]


def _ended(new: _Ended, old: _Ended) -> _Ended:
    """The new lines with the ends that they are to have."""
    counted = Counter(end for _line, end in old if end)
    usual = counted.most_common(1)[0][0] if counted else "\n"
    ends = [usual if end else "" for _line, end in new]
    if len(counted) > 1:
        before, after = ([line for line, _end in lines] for lines in (old, new))
        matcher = SequenceMatcher(None, before, after, autojunk=len(before) > MOST_COMPARED)
        for start, place, length in matcher.get_matching_blocks():
            for step in range(length):
                ends[place + step] = (old[start + step][1] or usual) if ends[place + step] else ""
    return [(line, end) for (line, _end), end in zip(new, ends, strict=True)]
