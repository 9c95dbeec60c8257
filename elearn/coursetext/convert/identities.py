"""Identities of questions, made to differ."""

from collections.abc import Iterable, Set


def apart(wanted: Iterable[str], taken: Set[str] = frozenset()) -> list[str]:
    """The identities in order, a number after those that are taken or came before; an empty one stays empty."""
    known = set(taken)
    latest: dict[str, int] = {}
    found = []
    for each in wanted:
        number, identity = latest.get(each, 1), each
        while identity and identity in known:
            number += 1
            identity = f"{each[:57]}-{number}"
        latest[each] = number
        known.add(identity)
        found.append(identity)
    return found
