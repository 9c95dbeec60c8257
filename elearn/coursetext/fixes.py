"""Cures that need no thought: a text with one finding mended, and every other character as it was."""

import re
from collections.abc import Callable, Mapping

from elearn.coursetext.findings import Finding
from elearn.coursetext.ids import with_ids
from elearn.coursetext.parse.blocks import Mark, item_at
from elearn.coursetext.parse.questions import heading_of
from elearn.coursetext.parse.structure import QuestionBlock
from elearn.coursetext.parse.textfile import read_text_file

Lines = list[str]
"""A text's lines, each with its ending."""

Cure = Callable[[Lines, Finding, str], None]
"""Mends lines in place; the words are what the trainer filled in, for a cure that asks for some."""

ASKING = frozenset({"describe"})
"""Cures that need words."""

NEW_OPTIONS = ("- [x] Jawaban yang benar", "- [ ] Jawaban lain", "- [ ] Jawaban lain lagi")

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_UNDESCRIBED = re.compile(r"!\[\s*\]\(")
_BOX = re.compile(r"([-*+][ \t]+)\[([^\]]?)\][ \t]*")
_HASHES = re.compile(r"#{1,6}")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_ID = re.compile(r"#[A-Za-z0-9_-]+(?=[^{}]*\}\s*$)")


def cures(code: str) -> tuple[str, ...]:
    """The names of the cures for a code, the likeliest first; none where somebody must think."""
    return tuple(_CURES.get(code, ()))


def cured(text: str, finding: Finding, cure: str, words: str = "") -> str:
    """The text with a finding mended. A cure that doesn't fit changes nothing."""
    mend = _CURES.get(finding.code, {}).get(cure)
    lines = _LINE.findall(text)
    if mend is None or not 0 < finding.line <= len(lines) or (cure in ASKING and not words.strip()):
        return text
    mend(lines, finding, " ".join(words.split()))
    return "".join(lines)


def unnamed(path: str, text: str) -> tuple[int, ...]:
    """The lines of the questions that have no id of their own."""
    return tuple(block.whole.number for block in _questions(path, text) if not heading_of(path, block)[1].id)


def named(files: Mapping[str, bytes], path: str, text: str) -> str:
    """The text of a file of a course with an id for each of its questions that has none."""
    given = with_ids({**files, path: text.encode("utf-8", "replace")}).get(path)
    return given.decode("utf-8") if given is not None else text


def several_ticked(path: str, text: str) -> tuple[int, ...]:
    """The lines of the questions with several right options and no `.multiple`, which may be a slip."""
    return tuple(
        block.whole.number
        for block in _questions(path, text)
        if "multiple" not in heading_of(path, block)[1].flags and len(_ticked(block)) > 1
    )


def said_multiple(text: str, line: int) -> str:
    """The text with `.multiple` at the question on a line, so that several right options are meant."""
    lines = _LINE.findall(text)
    if 0 < line <= len(lines):
        _attribute(lines, line, ".multiple")
    return "".join(lines)


def first_ticked(path: str, text: str, line: int) -> str:
    """The text with the first right option of the question on a line alone ticked."""
    lines = _LINE.findall(text)
    for block in _questions(path, text):
        if block.whole.number == line:
            for number in _ticked(block)[1:]:
                lines[number - 1] = _BOX.sub(r"\1[ ] ", lines[number - 1], count=1)
    return "".join(lines)


def _questions(path: str, text: str) -> tuple[QuestionBlock, ...]:
    return read_text_file(path, text.encode("utf-8", "replace")).structure.questions


def _ticked(block: QuestionBlock) -> list[int]:
    """The lines of the right options."""
    lines = [line for line, in_code in zip(block.lines, block.in_code, strict=True) if not in_code]
    return [line.number for line in lines if (item := item_at(line)) and item.mark is Mark.CHOICE and item.tick.strip()]


def _parted(line: str) -> tuple[str, str]:
    """A line without its ending, and the ending."""
    bare = line.rstrip("\r\n")
    return bare, line[len(bare) :]


def _end(lines: Lines) -> str:
    """How lines of this text end."""
    return _parted(lines[0])[1] or "\n"


def _attribute(lines: Lines, number: int, written: str) -> None:
    """Write an attribute at the end of a heading or an option, into its braces if it has any."""
    bare, end = _parted(lines[number - 1])
    kept = bare.rstrip()
    spaces = bare[len(kept) :]
    if kept.endswith("}") and "{" in kept:
        lines[number - 1] = f"{kept[:-1].rstrip()} {written}}}{spaces}{end}"
    else:
        lines[number - 1] = f"{kept} {{{written}}}{spaces}{end}"


def _undescribed(line: str, column: int) -> re.Match[str] | None:
    """The picture without alternative text whose address stands at a column; else the first on the line."""
    found = list(_UNDESCRIBED.finditer(line))
    return next((match for match in found if match.end() == column - 1), found[0] if found else None)


def _describe(lines: Lines, finding: Finding, words: str) -> None:
    line = lines[finding.line - 1]
    if match := _undescribed(line, finding.column):
        safe = re.sub(r"([\[\]\\])", r"\\\1", words)
        lines[finding.line - 1] = f"{line[: match.start()]}![{safe}]({line[match.end() :]}"


def _decorate(lines: Lines, finding: Finding, _words: str) -> None:
    line = lines[finding.line - 1]
    match = _undescribed(line, finding.column)
    close = line.find(")", match.end()) + 1 if match else 0
    if close:
        lines[finding.line - 1] = f"{line[:close]}{{.decorative}}{line[close:]}"


def _tick_properly(lines: Lines, finding: Finding, _words: str) -> None:
    def box(match: re.Match[str]) -> str:
        return f"{match[1]}[{'x' if match[2].strip() else ' '}] "

    lines[finding.line - 1] = _BOX.sub(box, lines[finding.line - 1], count=1)


def _ask(lines: Lines, finding: Finding, _words: str) -> None:
    lines[finding.line - 1] = _HASHES.sub(r"\g<0> ?", lines[finding.line - 1], count=1)


def _unindent(lines: Lines, finding: Finding, _words: str) -> None:
    lines[finding.line - 1] = lines[finding.line - 1].lstrip(" \t>")


def _indent(lines: Lines, finding: Finding, _words: str) -> None:
    lines[finding.line - 1] = f"  {lines[finding.line - 1]}"


def _level(lines: Lines, finding: Finding, _words: str) -> None:
    level = finding.values.get("expected", 2)
    hashes = "#" * (level if isinstance(level, int) else 2)
    lines[finding.line - 1] = _HASHES.sub(hashes, lines[finding.line - 1], count=1)


def _blank_above(lines: Lines, finding: Finding, _words: str) -> None:
    lines.insert(finding.line - 1, _end(lines))


def _close(lines: Lines, finding: Finding, _words: str) -> None:
    if fence := _FENCE.match(lines[finding.line - 1]):
        end = _end(lines)
        lines[-1] = f"{_parted(lines[-1])[0]}{end}"
        lines.append(f"{fence[0]}{end}")


def _remove_line(lines: Lines, finding: Finding, _words: str) -> None:
    del lines[finding.line - 1]


def _remove_character(lines: Lines, finding: Finding, _words: str) -> None:
    line = lines[finding.line - 1]
    lines[finding.line - 1] = line[: finding.column - 1] + line[finding.column :]


def _nearest(lines: Lines, finding: Finding, _words: str) -> None:
    """Put the known name in the place of the unknown one."""
    line = lines[finding.line - 1]
    written = str(finding.values.get("key", finding.values.get("attribute", "")))
    start = line.find(written, finding.column - 1)
    if written and start >= 0:
        lines[finding.line - 1] = f"{line[:start]}{finding.values['nearest']}{line[start + len(written) :]}"


def _quote(lines: Lines, finding: Finding, _words: str) -> None:
    """Make a paragraph a quotation, which explains the answer above it."""
    for place in range(finding.line - 1, len(lines)):
        if not lines[place].strip():
            break
        lines[place] = f"> {lines[place]}"


def _stay_last(lines: Lines, finding: Finding, _words: str) -> None:
    _attribute(lines, finding.line, ".last")


def _other_id(lines: Lines, finding: Finding, _words: str) -> None:
    """Give a question whose id is taken another one, that no question of this text has."""
    text, number = "".join(lines), 2
    identity = str(finding.values.get("id", "soal"))
    while f"#{identity}-{number}" in text:
        number += 1
    new = f"#{identity[:60]}-{number}"
    line = lines[finding.line - 1]
    if _ID.search(line):
        lines[finding.line - 1] = _ID.sub(new, line, count=1)
    else:
        _attribute(lines, finding.line, new)


def _options(lines: Lines, finding: Finding, _words: str) -> None:
    """Write options to be filled in below what the question says."""
    end = _end(lines)
    place = finding.line
    while place < len(lines) and not re.match(r"#{1,6}|-{3,}\s*$", lines[place]):
        place += 1
    while not lines[place - 1].strip():
        place -= 1
    lines[place - 1] = f"{_parted(lines[place - 1])[0]}{end}"
    lines[place:place] = [end, *(f"{option}{end}" for option in NEW_OPTIONS)]


def _one_more(lines: Lines, finding: Finding, _words: str) -> None:
    """Write one more option below the only one."""
    bare, end = _parted(lines[finding.line - 1])
    if _BOX.match(bare):
        lines[finding.line - 1] = f"{bare}{end or _end(lines)}"
        lines.insert(finding.line, f"{NEW_OPTIONS[1]}{end}")


_CURES: Mapping[str, Mapping[str, Cure]] = {
    "missing-alt": {"describe": _describe, "decorate": _decorate},
    "bad-checkbox": {"mend": _tick_properly},
    "looks-like-question": {"mend": _ask},
    "indented-question": {"mend": _unindent},
    "unindented-feedback": {"mend": _indent},
    "heading-jump": {"mend": _level},
    "heading-top": {"mend": _level},
    "rule-makes-heading": {"mend": _blank_above},
    "unclosed-fence": {"mend": _close},
    "odd-character": {"mend": _remove_character},
    "empty-option": {"remove": _remove_line},
    "repeated-answer": {"remove": _remove_line},
    "unknown-key": {"mend": _nearest},
    "unknown-attribute": {"mend": _nearest},
    "text-after-answers": {"quote": _quote},
    "all-of-above": {"mend": _stay_last},
    "duplicate-id": {"mend": _other_id},
    "no-key": {"options": _options},
    "too-few-answers": {"options": _one_more},
}
