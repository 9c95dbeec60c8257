"""The two sanitisers that enforce the allow-list.

bleach cleans first because the platform's design names it; it gets no more releases, so nh3 has the last word and is
the one that safety rests on. To drop bleach, delete its line in `PASSES`.
"""

from collections.abc import Callable

import nh3
from bleach.sanitizer import Cleaner

from elearn.coursetext.render.allowed import ATTRIBUTES, CLASSES, SCHEMES, TAGS, allows, kept_classes


def _bleach_keeps(tag: str, name: str, value: str) -> bool:
    """bleach can keep or drop an attribute, not change it: a class list with one unknown name goes whole."""
    return kept_classes(value) == value if name == "class" else allows(tag, name, value)


def _nh3_keeps(tag: str, name: str, value: str) -> str | None:
    """nh3 has dropped what its lists don't name; the shape of an id is left to ask."""
    return value if name == "class" or allows(tag, name, value) else None


def with_bleach(html: str) -> str:
    """HTML as bleach leaves it. A cleaner is not shared between threads, and making one costs little."""
    return str(Cleaner(tags=TAGS, attributes=_bleach_keeps, protocols=SCHEMES, strip=True).clean(html))


_NH3 = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=_nh3_keeps,
    allowed_classes={tag: set(CLASSES) for tag in TAGS},
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def with_nh3(html: str) -> str:
    """HTML as nh3 leaves it."""
    return _NH3.clean(html)


PASSES: tuple[Callable[[str], str], ...] = (
    with_bleach,
    with_nh3,
)


def sanitise(html: str) -> str:
    """HTML that runs nothing, whatever it was."""
    for clean in PASSES:
        html = clean(html)
    return html
