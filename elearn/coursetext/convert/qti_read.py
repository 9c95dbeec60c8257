"""QTI 2.1 to questions: a package, or the file of one item."""

import posixpath
from collections.abc import Iterator, Mapping
from io import BytesIO

from elearn.coursetext.archive import unpack
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.pictures import Pictures
from elearn.coursetext.convert.qti_item import ItemReader
from elearn.coursetext.convert.qti_kinds import worded
from elearn.coursetext.convert.qti_test import name_settings
from elearn.coursetext.convert.question import Imported
from elearn.coursetext.convert.xml import Refused, Unreadable, read_xml

_ITEMS = ("imsqti_item_xmlv2p0", "imsqti_item_xmlv2p1", "imsqti_item_xmlv2p2")
_TESTS = ("imsqti_test_xmlv2p0", "imsqti_test_xmlv2p1", "imsqti_test_xmlv2p2")


def read_qti(file: str, data: bytes) -> Imported:
    """The questions of a package or an item, and what in it could not be converted."""
    outcome = Outcome(file)
    if data.startswith(b"PK"):
        unpacked = unpack(BytesIO(data))
        outcome.findings += unpacked.findings
        items = list(_items(outcome, unpacked.files))
        others = {path: found for path, found in unpacked.files.items() if not path.endswith(".xml")}
        outcome.pictures = Pictures(others)
    else:
        items = [(file, data)]
    for path, content in items:
        outcome.file, outcome.beside = path, posixpath.dirname(path)
        if root := _root(outcome, content):
            _read(outcome, root)
    outcome.file = file
    return outcome.imported("QTI 2.1")


def _items(outcome: Outcome, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The items and tests of a package in the order of its manifest; without one, every XML file."""
    outcome.file = "imsmanifest.xml"
    manifest = _root(outcome, files["imsmanifest.xml"]) if "imsmanifest.xml" in files else None
    if manifest is None:
        yield from ((path, files[path]) for path in sorted(files) if path.endswith(".xml") and path != outcome.file)
        return
    for resource in manifest.within("resource"):
        kind = resource.get("type")
        if kind in _ITEMS + _TESTS:
            path = posixpath.normpath(resource.get("href"))
            if path in files:
                yield path, files[path]
            else:
                outcome.file = "imsmanifest.xml"
                outcome.say("import-dropped", resource.line, what=path)
        elif kind.startswith("imsqti"):
            outcome.file = "imsmanifest.xml"
            outcome.say("import-kind", resource.line, kind=kind)


def _root(outcome: Outcome, data: bytes) -> Node | None:
    try:
        return read_xml(data)
    except Refused as refused:
        outcome.say("import-entities", refused.line)
    except Unreadable as wrong:
        outcome.say(wrong.code, wrong.line)
    return None


def _read(outcome: Outcome, root: Node) -> None:
    if root.tag == "assessmentTest":
        name_settings(outcome, root)
    elif root.tag != "assessmentItem":
        outcome.say("import-kind", root.line, kind=worded(root.tag))
    elif question := ItemReader(outcome, root).question():
        outcome.keep(question, root.line)
