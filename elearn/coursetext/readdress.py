"""Addresses and ids in sanitised HTML, changed for another place than the pages that it was rendered for."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from html import escape, unescape
from typing import Any, TypeVar

from elearn.domain.course import Question

Change = Callable[[str, str], str | None]
"""From an attribute's name (`href`, `src`, `id`, `loading`) and value to its new value; None leaves it away."""

T = TypeVar("T", bound=Any)

_TAG = re.compile(r'<[a-z][a-z0-9]*(?:\s+[a-z-]+="[^"]*")*\s*/?>')
_ATTRIBUTE = re.compile(r'\s+(href|src|id|loading)="([^"]*)"')


def readdress(html: str, change: Change) -> str:
    """The HTML with each address and id as `change` wants it. Only what the sanitiser wrote is understood."""
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda found: _changed(found, change), tag[0]), html)


def _changed(found: re.Match[str], change: Change) -> str:
    value = change(found[1], unescape(found[2]))
    return "" if value is None else f' {found[1]}="{escape(value)}"'


_HTML = frozenset({"stem", "html", "feedback", "left", "right", "explanation"})
"""Fields of a question and of its parts that hold HTML."""


def readdress_question(question: Question, change: Change) -> Question:
    """The question with each address and id in its texts as `change` wants it."""
    return _within(question, change)


def _within(value: T, change: Change) -> T:
    """A value with every text of HTML in it changed."""
    changed: dict[str, Any] = {}
    for field in fields(value):
        current = getattr(value, field.name)
        if field.name in _HTML:
            changed[field.name] = readdress(current, change)
        elif isinstance(current, tuple) and current and is_dataclass(current[0]):
            changed[field.name] = tuple(_within(each, change) for each in current)
    return replace(value, **changed)
