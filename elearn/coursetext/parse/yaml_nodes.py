"""YAML as far as front matter needs it: texts, lists and mappings that remember their lines. Every scalar is text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.source import Line

LONGEST = 20_000
"""Characters of a front matter."""

DEEPEST = 3
"""A mapping of lists or of mappings; nothing in front matter goes deeper."""


@dataclass(slots=True)
class Node:
    """A value and where it stands. It is a text, or it has `items`, or it has `pairs` of key and value.

    `comment` tells that YAML read what follows an unquoted text on its line as a comment.
    """

    line: int
    column: int
    text: str | None = None
    items: list["Node"] = field(default_factory=list)
    pairs: list[tuple["Node", "Node"]] = field(default_factory=list)
    is_list: bool = False
    comment: bool = False

    @property
    def is_mapping(self) -> bool:
        """Whether it is made of keys and values."""
        return self.text is None and not self.is_list

    @property
    def empty(self) -> bool:
        """Whether nothing stands there: `title:` and no more."""
        return self.text is not None and not self.text.strip()


class _Refused(Exception):
    """The YAML is beyond what front matter may hold; the finding says what."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_yaml(file: str, lines: Sequence[Line]) -> Node | Finding:
    """The mapping that the lines of a front matter hold, or what is wrong with them."""
    first = lines[0].number if lines else 1
    text = "\n".join(line.text for line in lines)
    if len(text) > LONGEST:
        return found("front-matter-too-long", file, first, limit=LONGEST)
    try:
        node = _build(file, first, yaml.parse(text, Loader=yaml.SafeLoader), lines)
    except _Refused as refusal:
        return refusal.finding
    except yaml.MarkedYAMLError as problem:
        return _problem(file, first, problem)
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        return found("bad-yaml", file, first, problem=str(problem).splitlines()[0])
    if node is None:
        return Node(first, 1)
    return node if node.is_mapping else found("front-matter-no-mapping", file, node.line)


def _problem(file: str, first: int, problem: yaml.MarkedYAMLError) -> Finding:
    mark = problem.problem_mark or problem.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return found("bad-yaml", file, first + line, column + 1, problem=problem.problem or problem.context or "?")


def _build(file: str, first: int, events: Iterator[yaml.Event], lines: Sequence[Line]) -> Node | None:
    """The document as nodes, without recursion, so that nothing nested can exhaust the stack."""
    root: Node | None = None
    open_nodes: list[Node] = []
    waiting_keys: list[Node | None] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
            waiting_keys.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        node = _node(file, first, event, lines)
        if root is None:
            root = node
        if open_nodes:
            waiting_keys[-1] = _put(open_nodes[-1], waiting_keys[-1], node)
        if node.text is None:
            open_nodes.append(node)
            waiting_keys.append(None)
        if len(open_nodes) > DEEPEST:
            raise _Refused(found("front-matter-too-deep", file, node.line, node.column))
    return root


def _node(file: str, first: int, event: yaml.NodeEvent, lines: Sequence[Line]) -> Node:
    mark = event.start_mark
    line, column = (first + mark.line, mark.column + 1) if mark else (first, 1)
    if event.anchor is not None or getattr(event, "tag", None) not in (None, "!"):
        raise _Refused(found("yaml-extra", file, line, column))
    if isinstance(event, yaml.ScalarEvent):
        return Node(line, column, text=event.value, comment=_comment_follows(event, lines))
    return Node(line, column, is_list=isinstance(event, yaml.SequenceStartEvent))


def _comment_follows(event: yaml.ScalarEvent, lines: Sequence[Line]) -> bool:
    mark = event.end_mark
    if event.style or not mark or mark.line >= len(lines):
        return False
    return lines[mark.line].text[mark.column :].lstrip().startswith("#")


def _put(parent: Node, key: Node | None, node: Node) -> Node | None:
    """Hang a node on its parent; the key that waits for its value now, if any."""
    if parent.is_list:
        parent.items.append(node)
        return None
    if key is None:
        return node
    parent.pairs.append((key, node))
    return None
