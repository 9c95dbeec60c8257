"""Looking at a page: its fields and their labels, its links, what they are called."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

UNLABELLED = ("hidden", "submit", "button")


def read(html: str) -> Element:
    """The page as a tree."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def fields_without_label(page: Element) -> list[str]:
    """The names of fields that nothing says what they are for."""
    named = {label.get("for") for label in page.iter("label")}
    inside = {id(field) for label in page.iter("label") for field in label.iter()}
    return [
        field.get("name") or field.get("id") or field.tag
        for field in _fields(page)
        if field.get("id") not in named and id(field) not in inside and not field.get("aria-label")
    ]


def _fields(page: Element) -> Iterator[Element]:
    for field in page.iter():
        if "hidden" in field.attrib:
            continue
        if field.tag in ("select", "textarea") or (field.tag == "input" and field.get("type") not in UNLABELLED):
            yield field


def without_a_name(page: Element) -> list[str]:
    """Links and buttons that say nothing to somebody who can't see them."""
    return [
        f"{element.tag} {element.get('href') or element.get('name')}"
        for element in page.iter()
        if element.tag in ("a", "button") and not name_of(element)
    ]


def name_of(element: Element) -> str:
    """What a link or a button is called."""
    return element.get("aria-label") or " ".join("".join(element.itertext()).split())


def links(page: Element) -> set[str]:
    """Where the page's links and files lead."""
    found = {element.get("href") for element in page.iter() if element.tag in ("a", "link")}
    found |= {element.get("src") for element in page.iter() if element.tag in ("script", "img", "audio", "video")}
    return {address for address in found if address}


def ids(page: Element) -> set[str]:
    """The ids that a page has."""
    return {element.get("id", "") for element in page.iter()} - {""}


def pointed_at(page: Element) -> set[str]:
    """The ids that something on the page points at."""
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "form")
    return {id_ for element in page.iter() for name in names for id_ in (element.get(name) or "").split()}
