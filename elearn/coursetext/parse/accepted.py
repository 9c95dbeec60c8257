"""Accepted answers: texts, numbers with a tolerance, ranges of numbers."""

import re
from collections.abc import Sequence
from decimal import Decimal

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.source import Line
from elearn.domain.answers import plain_text, read_number
from elearn.domain.course import Range

LONGEST_NUMBER = 60
LONGEST_TEXT = 200

_TOLERANCE = re.compile(r"±|\+/-|\+-")


def read_accepted(file: str, lines: Sequence[Line]) -> tuple[tuple[str, ...], tuple[Range, ...], tuple[Finding, ...]]:
    """The texts or, where every line is a number, the ranges that a question accepts, with what is wrong."""
    findings = list(_wrong_texts(file, lines))
    ranges = [number_range(line.text) for line in lines]
    numbers = tuple(each for each in ranges if each is not None)
    findings += [
        found("empty-range", file, line.number, line.column)
        for line, each in zip(lines, ranges, strict=True)
        if each and each.low > each.high
    ]
    if numbers and len(numbers) == len(lines):
        return (), numbers, tuple(findings)
    for line, each in zip(lines, ranges, strict=True):
        if each and read_number(line.text) is None:
            findings.append(found("mixed-number", file, line.number, line.column))
    return tuple(" ".join(line.text.split()) for line in lines), (), tuple(findings)


def _wrong_texts(file: str, lines: Sequence[Line]) -> list[Finding]:
    seen: set[str] = set()
    findings = []
    for line in lines:
        text = plain_text(line.text)
        if not text:
            findings.append(found("empty-answer", file, line.number, line.column))
        elif len(line.text) > LONGEST_TEXT:
            findings.append(found("answer-too-long", file, line.number, line.column, limit=LONGEST_TEXT))
        elif text in seen:
            findings.append(found("repeated-answer", file, line.number, line.column, answer=line.text.strip()))
        seen.add(text)
    return findings


def number_range(text: str) -> Range | None:
    """The numbers that `37,5`, `37,5 ± 0,5` or `30..40` accept; None when it is none of them."""
    if len(text) > LONGEST_NUMBER:
        return None
    if ".." in text:
        low, _, high = text.partition("..")
        return _between(_plain_number(low), _plain_number(high.lstrip(".")))
    middle, *tolerance = _TOLERANCE.split(text, maxsplit=1)
    centre = _plain_number(middle)
    if not tolerance:
        return _between(centre, centre)
    width = _plain_number(tolerance[0])
    if centre is None or width is None or width < 0:
        return None
    return Range(centre - width, centre + width)


def _between(low: Decimal | None, high: Decimal | None) -> Range | None:
    return Range(low, high) if low is not None and high is not None else None


def _plain_number(text: str) -> Decimal | None:
    """A number; digits that begin with 0 are the digits of a code, not a number."""
    return None if re.match(r"\s*0[0-9]", text) else read_number(text)
