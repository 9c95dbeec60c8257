"""The pictures that come with questions: found by the addresses in their texts, and named for `media/`."""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from elearn.coursetext.slugs import slugify

_OF_MOODLE = "@@PLUGINFILE@@/"


def path_of(address: str) -> str:
    """The path that an address in a text means."""
    return unquote(address.partition("?")[0].partition("#")[0]).replace("\\", "/").removeprefix(_OF_MOODLE)


class Pictures:
    """The pictures that came with what is read, each by its whole path there, as `img/a/pic.png`."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self._files = files or {}
        self._called: dict[str, set[bytes]] = {}
        for path, data in self._files.items():
            self._called.setdefault(posixpath.basename(path), set()).add(data)

    def at(self, path: str, beside: str = "") -> bytes | None:
        """The picture at a path from the folder `beside`, or from the top; else the only one that is called so.

        None when there is none, or when several that differ are called so and nothing tells which one is meant.
        """
        for whole in (posixpath.join(beside, path), path.lstrip("/")):
            if (found := self._files.get(posixpath.normpath(whole))) is not None:
                return found
        called = self._called.get(posixpath.basename(path), set())
        return next(iter(called)) if len(called) == 1 else None


class MediaNames:
    """Names in `media/`: one for each picture that differs from the others, and of missing ones one for each path."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, bytes | str], str] = {}
        self._numbers: dict[str, int] = {}
        self._media: dict[str, bytes | None] = {}

    def name(self, path: str, data: bytes | None) -> str:
        """The name of a picture that came along, or without `data` of a missing one."""
        stem, _, suffix = posixpath.basename(path).rpartition(".")
        safe = f"{slugify(stem) or 'gambar'}.{slugify(suffix)}"
        key = (safe, path if data is None else data)
        if key not in self._names:
            self._names[key] = self._free(safe)
            self._media[self._names[key]] = data
        return self._names[key]

    def _free(self, safe: str) -> str:
        stem, _, suffix = safe.rpartition(".")
        name = safe
        while name in self._media:
            self._numbers[safe] = self._numbers.get(safe, 1) + 1
            name = f"{stem}-{self._numbers[safe]}.{suffix}"
        return name

    def taken(self) -> dict[str, bytes]:
        """The pictures that came along, by name."""
        return {name: data for name, data in self._media.items() if data is not None}
