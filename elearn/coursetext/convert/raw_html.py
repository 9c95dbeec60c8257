"""An element as HTML that stands in course text as it is: numbered lists, tables without a heading."""

import re
from html import escape

from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.render.allowed import TYPED_ATTRIBUTES, TYPED_TAGS, VOID_TAGS

_SIGNS = {
    "[": "&#91;",
    "]": "&#93;",
    "$": "&#36;",
    "`": "&#96;",
    "*": "&#42;",
    "_": "&#95;",
    "\\": "&#92;",
    "{": "&#123;",
}


def raw(node: Node | str, outcome: Outcome) -> str:
    """The HTML of an element on one line, only with what course text allows."""
    if isinstance(node, str):
        text = escape(re.sub(r"\s+", " ", node), quote=False)
        return "".join(_SIGNS.get(char, char) for char in text)
    if node.tag == "math":
        outcome.say("import-element", node.line, what="<math>")
        return raw(node.get("alttext") or node.text(), outcome)
    if "admonition" in node.get("class").split():
        outcome.say("import-element", node.line, what=f"!!! {node.get('class').split()[-1]}")
    inner = "".join(raw(child, outcome) for child in node.children if not _between(node, child)).strip()
    if node.tag == "img":
        return f'<img src="{escape(outcome.picture(node.get("src"), node.line))}" alt="{_said(node.get("alt"))}">'
    if node.tag not in TYPED_TAGS:
        outcome.say("import-element", node.line, what=f"<{node.tag}>")
        return inner
    start = f"<{node.tag}{_attributes(node, outcome)}>"
    return start if node.tag in VOID_TAGS else f"{start}{inner}</{node.tag}>"


def _between(node: Node, child: Node | str) -> bool:
    """Spaces between items or cells mean nothing."""
    return (
        isinstance(child, str) and not child.strip() and node.tag in {"ol", "ul", "dl", "table", "tbody", "thead", "tr"}
    )


def _attributes(node: Node, outcome: Outcome) -> str:
    kept = []
    for name in sorted(TYPED_ATTRIBUTES.get(node.tag, frozenset()) - {"src", "alt"}):
        value = node.get(name)
        if value and name == "href":
            value = outcome.address(value.strip(), node.line)
        if value:
            kept.append(f' {name}="{_said(value)}"')
    return "".join(kept)


def _said(value: str) -> str:
    return "".join(_SIGNS.get(char, char) for char in escape(" ".join(value.split())))
