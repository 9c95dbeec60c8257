"""The manifest of a SCORM 1.2 package: one organisation, one item, one part that reports ("SCO"), all of its files."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

PACKAGING = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
SCORM = "http://www.adlnet.org/xsd/adlcp_rootv1p2"


def manifest(slug: str, title: str, start: str, files: Iterable[str]) -> bytes:
    """`imsmanifest.xml` for a course that begins at the file `start`."""
    register_namespace("", PACKAGING)
    register_namespace("adlcp", SCORM)
    root = Element(_in(PACKAGING, "manifest"), {"identifier": f"elearn-{slug}", "version": "1.0"})
    metadata = SubElement(root, _in(PACKAGING, "metadata"))
    SubElement(metadata, _in(PACKAGING, "schema")).text = "ADL SCORM"
    SubElement(metadata, _in(PACKAGING, "schemaversion")).text = "1.2"
    _organisation(root, title)
    _resource(root, start, files)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _in(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}"


def _organisation(root: Element, title: str) -> None:
    organisations = SubElement(root, _in(PACKAGING, "organizations"), {"default": "course"})
    organisation = SubElement(organisations, _in(PACKAGING, "organization"), {"identifier": "course"})
    SubElement(organisation, _in(PACKAGING, "title")).text = title
    whole = {"identifier": "whole", "identifierref": "player", "isvisible": "true"}
    SubElement(SubElement(organisation, _in(PACKAGING, "item"), whole), _in(PACKAGING, "title")).text = title


def _resource(root: Element, start: str, files: Iterable[str]) -> None:
    kind = {"identifier": "player", "type": "webcontent", _in(SCORM, "scormtype"): "sco", "href": start}
    resource = SubElement(SubElement(root, _in(PACKAGING, "resources")), _in(PACKAGING, "resource"), kind)
    for path in sorted(files):
        SubElement(resource, _in(PACKAGING, "file"), {"href": quote(path)})
