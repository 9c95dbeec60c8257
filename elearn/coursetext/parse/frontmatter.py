"""Front matter: the block between two `---` lines at the top of a file, read by the table of keys."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.keys import BY_NAME, FileKind, Key, ValueKind, normal
from elearn.coursetext.parse.source import Line, clean
from elearn.coursetext.parse.values import (
    DrawnPool,
    Value,
    chosen,
    read_choice,
    read_date,
    read_draw,
    read_number,
    read_text,
    read_texts,
    read_truth,
)
from elearn.coursetext.parse.yaml_nodes import Node, read_yaml

_READERS: Mapping[ValueKind, Callable[[str, Key, Node], Value | Finding]] = {
    ValueKind.TEXT: read_text,
    ValueKind.TEXTS: read_texts,
    ValueKind.NUMBER: read_number,
    ValueKind.DATE: read_date,
    ValueKind.TRUTH: read_truth,
    ValueKind.CHOICE: read_choice,
    ValueKind.DRAW: read_draw,
}


_KIND_NAMES = ("kind", *BY_NAME["kind"].aliases)


@dataclass(frozen=True, slots=True)
class Front:
    """The values of a front matter by the English names of their keys. What isn't there has its default."""

    kind: FileKind
    values: Mapping[str, Value] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    line: int = 1

    def text(self, name: str, default: str = "") -> str:
        """A text, or the default."""
        value = self.values.get(name)
        return value if isinstance(value, str) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty by default."""
        value = self.values.get(name)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()

    def number(self, name: str) -> int | None:
        """A whole number, None by default."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def truth(self, name: str, default: bool) -> bool:
        """Yes or no, or the default."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else default

    def day(self, name: str) -> date | None:
        """A date, None by default."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def draws(self) -> tuple[DrawnPool, ...]:
        """What `draw` asks for."""
        value = self.values.get("draw")
        return tuple(item for item in value if isinstance(item, DrawnPool)) if isinstance(value, tuple) else ()

    def place(self, name: str, item: int | None = None) -> tuple[int, int]:
        """Line and column of a key's value, or of one item of its list; the top of the file if it isn't there."""
        node = self.nodes.get(name)
        if node and item is not None and item < len(node.items):
            node = node.items[item]
        return (node.line, node.column) if node else (self.line, 1)


def split(lines: Sequence[Line]) -> tuple[tuple[Line, ...] | None, tuple[Line, ...], Line | None]:
    """The lines of the front matter (None without one), the lines of the text, and a `---` that is never closed."""
    start = next((place for place, line in enumerate(lines) if not line.blank), len(lines))
    if start == len(lines) or lines[start].text.rstrip() != "---":
        return None, tuple(lines), None
    for place in range(start + 1, len(lines)):
        if lines[place].text.rstrip() == "---":
            return tuple(lines[start + 1 : place]), tuple(lines[place + 1 :]), None
    return None, (), lines[start]


def read_front(file: str, kind: FileKind | None, lines: Sequence[Line]) -> Front:
    """The values in a front matter, with what is wrong with it; without a kind it says whether it is a quiz's."""
    top = lines[0].number if lines else 1
    root = read_yaml(file, lines)
    if isinstance(root, Finding):
        return Front(kind or FileKind.LESSON, findings=(root,), line=top)
    kind = kind or _kind_of_unit(root)
    read: dict[str, Value] = {}
    nodes: dict[str, Node] = {}
    findings: list[Finding] = []
    for name, node in root.pairs:
        key = _key(file, kind, name)
        if isinstance(key, Finding):
            findings.append(key)
        elif key.name in nodes:
            findings.append(found("repeated-key", file, name.line, name.column, key=key.name))
        else:
            nodes[key.name] = node
            findings += _odd_characters(file, node)
            findings += _lost_words(file, key, node)
            if not node.empty:
                _keep(read, findings, key, _READERS[key.kind](file, key, node))
    return Front(kind, read, nodes, tuple(findings), top)


def _kind_of_unit(root: Node) -> FileKind:
    for name, node in root.pairs:
        if normal(name.text or "") in _KIND_NAMES:
            return FileKind.QUIZ if chosen(BY_NAME["kind"], node.text or "") == "quiz" else FileKind.LESSON
    return FileKind.LESSON


def _keep(read: dict[str, Value], findings: list[Finding], key: Key, value: Value | Finding) -> None:
    if isinstance(value, Finding):
        findings.append(value)
    else:
        read[key.name] = value


def _key(file: str, kind: FileKind, name: Node) -> Key | Finding:
    written = name.text or ""
    key = BY_NAME.get(normal(written))
    if key is None:
        near = get_close_matches(normal(written)[:40], _names_for(kind), n=1, cutoff=0.5)
        code = "unknown-key" if near else "strange-key"
        return found(code, file, name.line, name.column, key=written, nearest=near[0] if near else "")
    if kind not in key.files:
        files = ", ".join(key.files)
        return found("misplaced-key", file, name.line, name.column, key=written, files=files, kind=kind)
    return key


def _names_for(kind: FileKind) -> list[str]:
    return [name for name, key in BY_NAME.items() if kind in key.files]


def _lost_words(file: str, key: Key, node: Node) -> Iterator[Finding]:
    """In an unquoted text, `Kelas #1` ends before the `#`."""
    if key.kind is ValueKind.TEXT and node.comment and not node.empty:
        yield found("comment-after-text", file, node.line, node.column, key=key.name)


def _odd_characters(file: str, node: Node) -> Iterator[Finding]:
    """YAML's escapes can write what no text may hold."""
    texts = [node, *node.items, *(part for pair in node.pairs for part in pair)]
    for part in texts:
        if part.text and clean(part.text) != part.text:
            yield found("odd-character", file, part.line, part.column, character="\\")
