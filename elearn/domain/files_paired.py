"""Which file that came is one that went: moved, renamed, or numbered anew."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

ALIKE = 0.5
"""The share of lines that two files must have in common to count as one."""

MOST_PAIRS = 40_000
"""Pairs of files beyond which likeness isn't asked for, so that comparing ends in time."""

_NUMBER = re.compile(r"^\d+[-_. ]*")


def moves(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
    """By the path of each file that moved, the path that it had: the same bytes, the same name, or alike."""
    went = sorted(path for path in old if path not in new and old[path])
    came = sorted(path for path in new if path not in old and new[path])
    found: dict[str, str] = {}
    _pair(found, went, came, lambda path: old[path], lambda path: new[path])
    _pair(found, went, came, _name, _name)
    _pair_alike(found, went, came, old, new)
    return found


def _pair(
    found: dict[str, str],
    went: list[str],
    came: list[str],
    known_by: Callable[[str], object],
    now_known_by: Callable[[str], object],
) -> None:
    """Pair those that only one file of each side is known by."""
    before, after = Counter(map(known_by, went)), Counter(map(now_known_by, came))
    earlier = {known_by(path): path for path in went}
    for path in list(came):
        key = now_known_by(path)
        if before[key] == after[key] == 1:
            found[path] = earlier[key]
            went.remove(earlier[key])
            came.remove(path)


def _name(path: str) -> str:
    """The path without the numbers that only order files and folders."""
    return "/".join(_NUMBER.sub("", part) for part in path.split("/"))


def _pair_alike(
    found: dict[str, str], went: list[str], came: list[str], old: Mapping[str, bytes], new: Mapping[str, bytes]
) -> None:
    if len(went) * len(came) > MOST_PAIRS:
        return
    before = {path: _lines(old[path]) for path in went}
    after = {path: _lines(new[path]) for path in came}
    scores = [
        (likeness, path, earlier)
        for path in came
        for earlier in went
        if path.rpartition(".")[2] == earlier.rpartition(".")[2]
        and (likeness := _likeness(before[earlier], after[path])) >= ALIKE
    ]
    for _score, path, earlier in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        if path not in found and earlier not in found.values():
            found[path] = earlier


def _lines(data: bytes) -> Counter[bytes]:
    return Counter(line for line in data.splitlines() if line.strip()) if b"\0" not in data else Counter()


def _likeness(one: Counter[bytes], other: Counter[bytes]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
