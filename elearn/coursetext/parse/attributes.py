"""Attributes at the end of a stem or an option: `{#asas-1 .multiple points=2 .fixed-order}`, `{.last}`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.source import Line

STEM_FLAGS: Mapping[str, tuple[str, ...]] = {"multiple": ("jamak",), "fixed-order": ("urutan-tetap",)}
OPTION_FLAGS: Mapping[str, tuple[str, ...]] = {"last": ("terakhir",)}
POINTS = ("points", "poin")
MOST_POINTS = 100

_BRACES = re.compile(r"\{:?([^{}]*)\}$")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the braces say. `written` tells whether there are braces at all."""

    id: str = ""
    flags: frozenset[str] = frozenset()
    points: int = 1
    written: bool = False
    findings: tuple[Finding, ...] = ()


def is_id(text: str) -> bool:
    """Whether a text can be a question's identity."""
    return _ID.fullmatch(text) is not None


def cut_attributes(file: str, line: Line, flags: Mapping[str, tuple[str, ...]]) -> tuple[Line, Attributes]:
    """A line without the attributes at its end, and the attributes. `flags` are the ones known at this place."""
    bare = line.text.rstrip()
    start = bare.rfind("{")
    braces = _BRACES.match(bare, start) if start >= 0 else None
    if not braces or not braces[1].strip() or bare[start - 1 : start].strip():
        return line.saying(bare), Attributes()
    text = line.saying(bare[:start].rstrip())
    return text, _read(file, line.cut(start), braces[1].split(), flags)


def _read(file: str, line: Line, tokens: list[str], flags: Mapping[str, tuple[str, ...]]) -> Attributes:
    identity, points, findings = "", 1, []
    found_flags: set[str] = set()
    stem = flags is STEM_FLAGS
    for token in tokens:
        name, _, value = token.partition("=")
        if stem and token.startswith("#"):
            identity = token[1:]
            if not is_id(identity):
                findings.append(found("bad-id", file, line.number, line.column, id=identity))
        elif flag := _flag(token, flags):
            found_flags.add(flag)
        elif stem and name.casefold() in POINTS:
            points = _points(value)
            if not points:
                findings.append(found("bad-points", file, line.number, line.column, limit=MOST_POINTS))
        else:
            findings.append(_unknown(file, line, token, flags))
    return Attributes(identity, frozenset(found_flags), points or 1, True, tuple(findings))


def _flag(token: str, flags: Mapping[str, tuple[str, ...]]) -> str:
    if token.startswith("."):
        for flag, aliases in flags.items():
            if token[1:].casefold() == flag or token[1:].casefold() in aliases:
                return flag
    return ""


def _points(value: str) -> int:
    digits = value.strip("\"'")
    number = int(digits) if re.fullmatch(r"[0-9]{1,4}", digits) else 0
    return number if 1 <= number <= MOST_POINTS else 0


def _unknown(file: str, line: Line, token: str, flags: Mapping[str, tuple[str, ...]]) -> Finding:
    known = [f".{name}" for flag, aliases in flags.items() for name in (flag, *aliases)]
    if flags is STEM_FLAGS:
        known += ["#id", *(f"{name}=2" for name in POINTS)]
    near = get_close_matches(token[:40], known, n=1, cutoff=0.4) or known[:1]
    return found("unknown-attribute", file, line.number, line.column, attribute=token, nearest=near[0])
