"""The formats that questions can come in, and which one a file has."""

from collections.abc import Callable, Mapping

from elearn.coursetext.convert.aiken import read_aiken
from elearn.coursetext.convert.gift_read import read_gift
from elearn.coursetext.convert.moodle_xml import read_moodle_xml
from elearn.coursetext.convert.qti_read import read_qti
from elearn.coursetext.convert.question import Imported

READERS: Mapping[str, Callable[[str, bytes], Imported]] = {
    "gift": read_gift,
    "aiken": read_aiken,
    "moodle-xml": read_moodle_xml,
    "qti": read_qti,
}
"""Readers by the name of their format; each takes a file's name and bytes."""

NAMES: Mapping[str, str] = {"gift": "GIFT", "aiken": "Aiken", "moodle-xml": "Moodle XML", "qti": "QTI 2.1"}


def format_of(data: bytes) -> str:
    """The format that a file seems to have; what it doesn't tell is taken for GIFT."""
    start = data[:4_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"PK") or b"<assessmentItem" in start:
        return "qti"
    if start.startswith(b"<"):
        return "moodle-xml"
    lines = [line.strip().upper() for line in data[:20_000].splitlines()]
    keys = any(line.startswith((b"ANSWER:", b"JAWABAN:")) for line in lines)
    return "aiken" if keys and not any(b"{" in line for line in lines) else "gift"
