"""How each kind of value in front matter is read, and what is said of one that doesn't fit."""

import re
from dataclasses import dataclass
from datetime import date

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.keys import TRUTHS, Key, normal
from elearn.coursetext.parse.source import clean
from elearn.coursetext.parse.yaml_nodes import Node
from elearn.coursetext.slugs import order_and_key


@dataclass(frozen=True, slots=True)
class DrawnPool:
    """`count` questions from a pool; `bank` is its name without number, empty for the quiz's own questions."""

    bank: str
    written: str
    count: int
    line: int
    column: int


Value = str | int | bool | date | tuple[str, ...] | tuple[DrawnPool, ...]


def read_text(file: str, key: Key, node: Node) -> Value | Finding:
    """One line of text; line breaks in it count as spaces."""
    if node.text is None:
        return found("not-a-text", file, node.line, node.column, key=key.name)
    text = " ".join(clean(node.text).split())
    if len(text) > key.high:
        return found("value-too-long", file, node.line, node.column, key=key.name, length=len(text), limit=key.high)
    return text


def read_texts(file: str, key: Key, node: Node) -> Value | Finding:
    """A list of texts; a single text is a list of one."""
    if node.is_mapping or any(item.text is None for item in node.items):
        return found("not-a-list", file, node.line, node.column, key=key.name)
    read = [read_text(file, key, item) for item in (node.items if node.is_list else [node])]
    for text in read:
        if isinstance(text, Finding):
            return text
    return tuple(text for text in read if isinstance(text, str) and text)


def read_number(file: str, key: Key, node: Node) -> Value | Finding:
    """A whole number within the key's range."""
    text = (node.text or "").strip()
    if not re.fullmatch(r"[0-9]{1,9}", text):
        return found("not-a-number", file, node.line, node.column, key=key.name, low=key.low, high=key.high)
    if not key.low <= int(text) <= key.high:
        return found("out-of-range", file, node.line, node.column, key=key.name, low=key.low, high=key.high)
    return int(text)


def read_date(file: str, key: Key, node: Node) -> Value | Finding:
    """A date as `2026-11-24`."""
    text = (node.text or "").strip()
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    return found("not-a-date", file, node.line, node.column, key=key.name)


def read_truth(file: str, key: Key, node: Node) -> Value | Finding:
    """`true` or `false`, `ya` or `tidak`."""
    word = normal(node.text or "")
    for truth, aliases in TRUTHS.items():
        if word == truth or word in aliases:
            return truth == "true"
    return found("not-yes-or-no", file, node.line, node.column, key=key.name)


def read_choice(file: str, key: Key, node: Node) -> Value | Finding:
    """One of the key's words, or its Indonesian alias."""
    if choice := chosen(key, node.text or ""):
        return choice
    return found("not-a-choice", file, node.line, node.column, key=key.name, choices=", ".join(key.choices))


def chosen(key: Key, word: str) -> str:
    """The English word that a choice stands for; empty when it is none of the key's."""
    for choice, aliases in key.choices.items():
        if normal(word) == choice or normal(word) in aliases:
            return choice
    return ""


def read_draw(file: str, key: Key, node: Node) -> Value | Finding:
    """A number of the quiz's own questions, or numbers by bank: `{bank/standar: 5}`."""
    if node.text is not None:
        count = read_number(file, key, node)
        return count if isinstance(count, Finding) else (_pool("", count, node),)
    if node.is_list or not node.pairs:
        return found("not-a-draw", file, node.line, node.column, key=key.name)
    pools: list[DrawnPool] = []
    for name, number in node.pairs:
        count = read_number(file, key, number)
        if isinstance(count, Finding):
            return count
        pools.append(_pool((name.text or "").strip(), count, name))
    return tuple(pools)


def _pool(written: str, count: Value, node: Node) -> DrawnPool:
    name = written.removeprefix("bank/").removesuffix(".md")
    bank = order_and_key(name)[1] or name
    return DrawnPool(bank, written, count if isinstance(count, int) else 0, node.line, node.column)
