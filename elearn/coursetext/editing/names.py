"""Numbers in front of names, which order a course; the rest of a name is a key and stays as it is."""

import re
from collections.abc import Collection, Sequence

from elearn.coursetext.slugs import order_and_key, slugify

_NUMBER = re.compile(r"(\d{1,9})(?=[-_. ]|$)")


def number_of(name: str) -> int | None:
    """The number that a name begins with, if it does."""
    found = _NUMBER.match(name)
    return int(found[1]) if found else None


def with_number(name: str, number: int) -> str:
    """The name at another place of the order, as wide as it was written."""
    found = _NUMBER.match(name)
    if found is None:
        return f"{number:02}-{name}"
    return f"{number:0{len(found[1])}}{name[found.end() :]}"


def key_of(name: str) -> str:
    """The part of a name that stands in addresses; empty when there is nothing but a number."""
    return order_and_key(name)[1]


def in_order(names: Collection[str]) -> list[str]:
    """Names as the course orders them."""
    return sorted(names, key=order_and_key)


def reordered(names: Sequence[str]) -> dict[str, str]:
    """New names by old ones, so that they sort as given. Their numbers change places; if they can't, all count anew."""
    numbers = [number for name in names if (number := number_of(name)) is not None]
    if len(set(numbers)) < len(names):
        numbers = list(range(1, len(names) + 1))
    return _changed(dict(zip(names, sorted(numbers), strict=True)))


def with_room(names: Sequence[str]) -> dict[str, str]:
    """New names by old ones, so that they sort as given: each that is out of order gets the next number that fits."""
    numbered: dict[str, int] = {}
    last = 0
    for name in names:
        own = number_of(name)
        last = own if own is not None and own > last else last + 1
        numbered[name] = last
    return _changed(numbered)


def free_key(title: str, taken: Collection[str], fallback: str) -> str:
    """A key made of a title that nothing has yet."""
    base = slugify(title) or fallback
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def _changed(numbered: dict[str, int]) -> dict[str, str]:
    return {name: new for name, number in numbered.items() if (new := _at(name, number)) != name}


def _at(name: str, number: int) -> str:
    return name if number_of(name) == number else with_number(name, number)
