"""Reading what a page shows: its tables, what a form holds, and the words of an element."""

from typing import Any
from xml.etree.ElementTree import Element

import html5lib


def _document(html: str) -> Element:
    return html5lib.parse(html, namespaceHTMLElements=False)


def words(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(" ".join(element.itertext()).split())


def rows(html: str) -> list[list[str]]:
    """The cells of each row of the page's tables, headings left out."""
    bodies = _document(html).iter("tbody")
    return [[words(cell) for cell in row] for body in bodies for row in body.iter("tr")]


def cards(html: str) -> list[str]:
    """What stands on each card."""
    return [words(each) for each in _document(html).iter("li") if "card" in (each.get("class") or "").split()]


def paragraph(html: str, class_name: str) -> str:
    """The words of the first paragraph of a class."""
    return next(words(p) for p in _document(html).iter("p") if class_name in (p.get("class") or "").split())


def filled(html: str) -> dict[str, Any]:
    """What the form in the middle of the page would send if nothing were changed."""
    main = next(_document(html).iter("main"))
    sent: dict[str, Any] = {}
    for field in main.iter():
        _add(sent, field)
    return sent


def _add(sent: dict[str, Any], field: Element) -> None:
    name, kind = field.get("name"), field.get("type")
    if field.tag == "select" and name:
        sent[name] = next((option.get("value") for option in field.iter("option") if "selected" in option.attrib), "")
    elif field.tag != "input" or not name:
        return
    elif kind == "checkbox" and "checked" in field.attrib:
        sent.setdefault(name, []).append(field.get("value"))
    elif kind == "radio" and "checked" in field.attrib:
        sent[name] = field.get("value")
    elif kind not in ("checkbox", "radio"):
        sent[name] = field.get("value", "")
