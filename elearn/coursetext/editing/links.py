"""Links between a course's files, which follow when a file gets another path."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, unquote

from elearn.coursetext.parse.source import Line
from elearn.coursetext.parse.verbatim import fences, hide_code

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_TARGETS = (
    re.compile(r"\]\([ \t]*(<[^<>]+>|[^\s()<>]+)"),
    re.compile(r"[ ]{0,3}\[[^\]^][^\]]{0,100}\]:[ \t]*(<[^<>]+>|\S+)"),
    re.compile(r"(?:href|src)=[\"']([^\"'<>]+)[\"']"),
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\|#")


def relinked(files: Mapping[str, bytes], moves: Mapping[str, str]) -> dict[str, bytes]:
    """The texts whose links change with the moves, by their path afterwards; nothing in them but the links differs."""
    changed = {}
    for path, data in files.items():
        if path.endswith(".md"):
            new = _relinked(path, data, files.keys(), moves)
            if new != data:
                changed[moves.get(path, path)] = new
    return changed


def linking_to(files: Mapping[str, bytes], gone: Collection[str]) -> tuple[str, ...]:
    """The texts outside of `gone` that link to a file in it, in order of path."""
    away = {path: f"~/{path}" for path in gone}
    every = {**files, **dict.fromkeys(gone, b"")}
    return tuple(sorted(path for path in relinked(every, away) if path in files and path not in away))


def _relinked(path: str, data: bytes, paths: Collection[str], moves: Mapping[str, str]) -> bytes:
    try:
        lines = _LINE.findall(data.decode("utf-8"))
    except UnicodeDecodeError:
        return data
    code = fences([Line(number, line.rstrip("\r\n")) for number, line in enumerate(lines, start=1)]).inside
    old, new = posixpath.dirname(path), posixpath.dirname(moves.get(path, path))
    pieces = [line if inside else _line(line, old, new, paths, moves) for line, inside in zip(lines, code, strict=True)]
    return "".join(pieces).encode()


def _line(line: str, old: str, new: str, paths: Collection[str], moves: Mapping[str, str]) -> str:
    for start, end in sorted(_places(line), reverse=True):
        line = line[:start] + _target(line[start:end], old, new, paths, moves) + line[end:]
    return line


def _places(line: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of links stand in a line, without angle brackets around them."""
    bare = hide_code(line)
    for at, pattern in enumerate(_TARGETS):
        found = [pattern.match(bare)] if at == 1 else pattern.finditer(bare)
        for match in found:
            if match:
                angled = match[1].startswith("<")
                yield match.start(1) + angled, match.end(1) - angled


def _target(typed: str, old: str, new: str, paths: Collection[str], moves: Mapping[str, str]) -> str:
    """The address of a link as it is to be typed in the folder `new`, where the text stood in `old` before."""
    written, anchor = typed.partition("#")[0], typed[len(typed.partition("#")[0]) :]
    if not written or _SCHEME.match(typed):
        return typed
    full = posixpath.normpath(posixpath.join(old, unquote(written)))
    if full not in paths or (full not in moves and old == new):
        return typed
    fresh = posixpath.relpath(moves.get(full, full), new or ".")
    return (quote(fresh) if unquote(written) != written else fresh) + anchor
