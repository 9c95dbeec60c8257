"""Writing one value into the top of a file, and leaving every other byte as it is."""

import json
import re

from elearn.coursetext.editing.texts import BOM
from elearn.coursetext.editing.values import CannotEdit
from elearn.coursetext.parse.keys import BY_NAME, FileKind, normal
from elearn.coursetext.parse.source import clean
from elearn.coursetext.parse.textfile import TextFile, read_text_file

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_PLAIN = re.compile(r"[^\W_](?:[\w ./()–—-]*[\w.)])?")
_KEY = re.compile(r"([^\s:#'\"{}\[\]][^:#]*?)\s*:(?:\s|$)")
_VALUE = re.compile(
    r"""(?P<key>[^:]+:[ \t]*)"""
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'|>\[{&*!#](?:(?![ \t]\#).)*?)?"""
    r"""(?P<rest>[ \t]+\#.*|[ \t]*)"""
)
_CONTINUED = re.compile(r"[ \t]+\S|-[ \t]")


def set_value(path: str, data: bytes, name: str, value: str, kind: FileKind | None = None) -> bytes:
    """The file with a value in its front matter, made where there is none. `name` is the key's English name.

    Raises:
        CannotEdit: the front matter can't be read, or isn't written line by line.
    """
    mark = BOM if data.startswith(BOM) else b""
    try:
        lines = _LINE.findall(data.removeprefix(BOM).decode("utf-8"))
    except UnicodeDecodeError as wrong:
        raise CannotEdit(path) from wrong
    words = " ".join(clean(value).split())
    written = mark + "".join(_with_value(lines, name, words)).encode()
    before, after = read_text_file(path, data, kind), read_text_file(path, written, kind)
    if after.front.text(name) != words or not _others_alike(before, after, name):
        raise CannotEdit(path)
    return written


def _others_alike(before: TextFile, after: TextFile, name: str) -> bool:
    """Whether nothing but one value differs: neither another value nor the text below."""
    values = [{key: value for key, value in file.front.values.items() if key != name} for file in (before, after)]
    prose = [[line.text for line in file.structure.prose if not line.blank] for file in (before, after)]
    return values[0] == values[1] and prose[0] == prose[1]


def _with_value(lines: list[str], name: str, value: str) -> list[str]:
    end = _ending(lines)
    start = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or lines[start].rstrip() != "---":
        return [f"---{end}", f"{name}: {quoted(value)}{end}", f"---{end}", end, *lines]
    for at in range(start + 1, len(lines)):
        if lines[at].rstrip() == "---":
            break
        if (key := _KEY.match(lines[at])) and (known := BY_NAME.get(normal(key[1]))) and known.name == name:
            return [*lines[:at], _line(lines[at], quoted(value), end), *lines[_after(lines, at) :]]
    return [*lines[: start + 1], f"{name}: {quoted(value)}{end}", *lines[start + 1 :]]


def _line(line: str, value: str, end: str) -> str:
    """The line of a key with another value; a remark after it stays."""
    bare = line.rstrip("\r\n")
    found = _VALUE.fullmatch(bare)
    key, rest = (found["key"], found["rest"]) if found else (f"{bare.partition(':')[0]}:", "")
    space = "" if key.endswith((" ", "\t")) else " "
    return f"{key}{space}{value}{rest}{line[len(bare) :] or end}"


def _after(lines: list[str], at: int) -> int:
    """The line after a value that goes on over several."""
    at += 1
    while at < len(lines) and lines[at].rstrip() != "---" and _CONTINUED.match(lines[at]):
        at += 1
    return at


def _ending(lines: list[str]) -> str:
    """How the file ends its lines."""
    first = lines[0] if lines else ""
    return first[len(first.rstrip("\r\n")) :] or "\n"


def quoted(value: str) -> str:
    """A text as YAML takes it: as it is where that is safe, else in quotation marks."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
