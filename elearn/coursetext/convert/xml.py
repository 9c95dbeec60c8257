"""XML read with care: no document type, no entities of its own, limited in size, depth and number of elements."""

import re
from xml.parsers.expat import ExpatError, ParserCreate

from elearn.coursetext.convert.nodes import Node

DEEPEST = 100
MOST_ELEMENTS = 500_000


class Refused(Exception):
    """The XML declares a document type or entities, which could make it grow or reach elsewhere."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Unreadable(Exception):
    """This is no well-formed XML, or more of it than is read."""

    def __init__(self, problem: str, line: int = 1) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


class _Reader:
    """Builds the tree while expat reads."""

    def __init__(self) -> None:
        self.top = Node("")
        self.count = 0
        self._open = [self.top]
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words

    def read(self, data: bytes) -> Node:
        try:
            self._parser.Parse(data, True)
        except ExpatError as problem:
            raise Unreadable(str(problem), problem.lineno) from None
        except (LookupError, ValueError) as problem:
            raise Unreadable(str(problem)) from None
        return next(self.top.elements())

    def _refuse(self, *_declared: object) -> None:
        raise Refused(self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        line = self._parser.CurrentLineNumber
        if len(self._open) > DEEPEST or self.count > MOST_ELEMENTS:
            raise Unreadable("too deep or too many elements", line)
        plain = {_local(key): value for key, value in attributes.items()}
        node = Node(_local(name), plain, line)
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _words(self, text: str) -> None:
        self._open[-1].children.append(text)


def _local(name: str) -> str:
    return re.sub(r"^[^:]*:", "", name)


def read_xml(data: bytes) -> Node:
    """The root of a document.

    Raises:
        Refused: it declares a document type or entities.
        Unreadable: it isn't well formed, or too much.
    """
    return _Reader().read(data)
