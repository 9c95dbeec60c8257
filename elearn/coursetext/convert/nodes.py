"""A tree of elements, from XML or HTML, in which each remembers its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """An element: its name without a namespace, its attributes, and texts and elements in order."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = 1
    children: list["Node | str"] = field(default_factory=list)

    def elements(self, *tags: str) -> Iterator["Node"]:
        """The elements directly inside, of these names or all."""
        for child in self.children:
            if isinstance(child, Node) and (not tags or child.tag in tags):
                yield child

    def first(self, tag: str) -> "Node | None":
        """The first element of a name directly inside."""
        return next(self.elements(tag), None)

    def within(self, *tags: str) -> Iterator["Node"]:
        """The elements of these names at any depth, in order."""
        for child in self.elements():
            if child.tag in tags:
                yield child
            yield from child.within(*tags)

    def text(self) -> str:
        """All text inside, at any depth."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def text_of(self, tag: str) -> str:
        """The text of the first element of a name, without spaces around it; empty when there is none."""
        found = self.first(tag)
        return found.text().strip() if found else ""

    def get(self, name: str, otherwise: str = "") -> str:
        """An attribute's value."""
        return self.attributes.get(name, otherwise)
