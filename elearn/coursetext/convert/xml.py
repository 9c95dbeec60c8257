"""XML read with care: no document type, no entities of its own, limited in size, depth and number of elements."""

import re
from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate, errors

from elearn.coursetext.convert.nodes import Node

DEEPEST = 100
MOST_ELEMENTS = 500_000

_CODES: Mapping[str, str] = {
    errors.XML_ERROR_NO_ELEMENTS: "xml-empty",
    errors.XML_ERROR_UNDEFINED_ENTITY: "xml-entity",
    errors.XML_ERROR_INVALID_TOKEN: "xml-sign",
    errors.XML_ERROR_PARTIAL_CHAR: "xml-cut",
    errors.XML_ERROR_BAD_CHAR_REF: "xml-entity",
    errors.XML_ERROR_TAG_MISMATCH: "xml-pairs",
    errors.XML_ERROR_UNCLOSED_TOKEN: "xml-cut",
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: "xml-cut",
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "xml-rest",
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "xml-twice",
    errors.XML_ERROR_UNKNOWN_ENCODING: "xml-encoding",
    errors.XML_ERROR_INCORRECT_ENCODING: "xml-encoding",
}
"""What the parser says, by the finding that says it to people."""


class Refused(Exception):
    """The XML declares a document type or entities, which could make it grow or reach elsewhere."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Unreadable(Exception):
    """This is no well-formed XML, or more of it than is read. `code` is the finding that says what is wrong."""

    def __init__(self, code: str, line: int = 1) -> None:
        super().__init__(code)
        self.code, self.line = code, line


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
            raise Unreadable(self._code(problem, data), problem.lineno) from None
        except (LookupError, ValueError):
            raise Unreadable("xml-encoding") from None
        return next(self.top.elements())

    def _code(self, problem: ExpatError, data: bytes) -> str:
        """What is wrong: lacking only its last closing tags, a file was cut off; other letters are no wrong signs."""
        message = errors.messages[problem.code]
        if message == errors.XML_ERROR_INVALID_TOKEN and not _is_utf8(data):
            return "xml-encoding"
        if message == errors.XML_ERROR_NO_ELEMENTS and len(self._open) + self.count > 1:
            return "xml-cut"
        return _CODES.get(message, "xml-broken")

    def _refuse(self, *_declared: object) -> None:
        raise Refused(self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        line = self._parser.CurrentLineNumber
        if len(self._open) > DEEPEST or self.count > MOST_ELEMENTS:
            raise Unreadable("xml-large", line)
        plain = {_local(key): value for key, value in attributes.items()}
        node = Node(_local(name), plain, line)
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _words(self, text: str) -> None:
        self._open[-1].children.append(text)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _local(name: str) -> str:
    return re.sub(r"^[^:]*:", "", name)


def read_xml(data: bytes) -> Node:
    """The root of a document.

    Raises:
        Refused: it declares a document type or entities.
        Unreadable: it isn't well formed, or too much.
    """
    return _Reader().read(data)
