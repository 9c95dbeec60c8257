"""The corpus of script-injection vectors, and what a page must not hold whatever is typed."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

CORPUS = Path(__file__).with_name("injection.txt")

_HIDDEN = re.compile(r"\{(NUL|U\+([0-9A-F]{4}))\}")


def _character(match: re.Match[str]) -> str:
    return chr(int(match[2], 16)) if match[2] else "\0"


def _read() -> dict[str, str]:
    _, *entries = re.split(r"^%% ", CORPUS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = (entry.partition("\n")[::2] for entry in entries)
    return {name: _HIDDEN.sub(_character, text.strip("\n")) for name, text in named}


VECTORS: dict[str, str] = _read()
"""Vectors by name."""

_RUNS = re.compile(
    "script|style|iframe|frame|object|embed|applet|base|link|meta|form|input|button|select|textarea|template|svg|"
    "foreignobject|annotation-xml|mglyph|noscript|body|html|head|title|xmp|plaintext|marquee|dialog|portal"
)
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcset", "ping"})
_INVISIBLE = re.compile(r"[\x00-\x20]")
_FORBIDDEN_SCHEME = re.compile(r"(?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def dangers(html: str) -> list[str]:
    """What a browser would find in this HTML that could run, fetch, or pass for a part of the page.

    Read by an HTML parser of its own, against rules of its own, so that it shares no mistake with the renderer.
    """
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [danger for element in tree.iter() for danger in _dangers(element)]


def _dangers(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        yield "comment"
        return
    tag = element.tag.rpartition("}")[2].lower()
    if _RUNS.fullmatch(tag):
        yield f"<{tag}>"
    for name, value in element.attrib.items():
        if name.lower().startswith("on") or name.lower() in {"style", "name", "srcdoc", "contenteditable", "autofocus"}:
            yield f"{tag} {name}"
        if name.lower() in _ADDRESSES and _FORBIDDEN_SCHEME.match(_INVISIBLE.sub("", value)):
            yield f"{tag} {name}={value}"
        if name == "id" and "-" not in value:
            yield f"{tag} #{value}"
