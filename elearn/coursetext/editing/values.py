"""What an edit does to a course's files, and why one can't be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class CannotEdit(Exception):
    """The top of the file can't be read, so nothing can be written into it before its author mends it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NoSuchPlace(Exception):
    """The course has no such module, file or place."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Files that get another path, by their old one, and files that get other bytes, by their path afterwards."""

    moves: Mapping[str, str] = field(default_factory=dict)
    writes: Mapping[str, bytes] = field(default_factory=dict)

    def applied(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The course's files afterwards."""
        return {**{self.moves.get(path, path): data for path, data in files.items()}, **self.writes}
