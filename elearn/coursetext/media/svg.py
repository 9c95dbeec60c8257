"""Reads an SVG drawing just far enough to know its size, and that it is only a drawing.

An allow-list: elements and namespaces that are not known to be inert are refused, never cleaned, so that what is served
is byte for byte what the trainer put in the folder.
"""

import re
from typing import NoReturn
from xml.parsers import expat

from elearn.coursetext.render.allowed import names

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

ELEMENTS = names(
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath "
    "linearGradient radialGradient stop clipPath mask pattern marker switch style view "
    "filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge "
    "feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence "
    "animate animateTransform animateMotion mpath"
)

INERT_NAMESPACES = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/1.1/",
        "http://www.serif.com/",
        "http://www.bohemiancoding.com/sketch/ns",
        "https://boxy-svg.com",
    }
)
"""What drawing programs add for themselves; browsers do nothing with it."""

UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0}
LARGEST_SIDE = 10_000
DEFAULT_SIZE = (300, 150)
"""Pixels that browsers give a drawing that says nothing about its size."""

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>\s*)*<(?:\w+:)?svg\b",
    re.S,
)
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*([a-z]*)\s*")
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#|['\"\s])", re.I)
_SCHEME = re.compile(r"(?:javascript|vbscript|data|file|blob)\s*:", re.I)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")


class UnsafeDrawing(Exception):
    """The drawing holds something that could run, or fetch; its text names what."""


class NotADrawing(Exception):
    """The file is not well-formed SVG in UTF-8."""


def looks_like(data: bytes) -> bool:
    """Whether the file begins as SVG does."""
    return _BEGINNING.match(data[:4_000]) is not None


def measure(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a drawing that is nothing but one.

    Raises:
        UnsafeDrawing: it holds script, a link, a reference to elsewhere, a style sheet that fetches, or a DTD.
        NotADrawing: it can't be read.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NotADrawing from error
    return reader.size


class _Reader:
    """Walks through a drawing and stops at the first thing that is not allowed."""

    def __init__(self) -> None:
        self.size = DEFAULT_SIZE
        self._depth = 0
        self._style: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = lambda *_: _refuse("<!ENTITY>")
        self.parser.ProcessingInstructionHandler = lambda target, _: _refuse(f"<?{target}?>")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in {"utf-8", "us-ascii"}:
            _refuse(f'encoding="{encoding}"')

    def _doctype(self, _name: str, _system: str | None, _public: str | None, with_declarations: bool) -> None:
        """The line that older programs write is inert; declarations of one's own are not."""
        if with_declarations:
            _refuse("<!DOCTYPE […]>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._depth and (namespace, local) != (SVG, "svg"):
            raise NotADrawing
        if namespace != SVG and namespace not in INERT_NAMESPACES:
            _refuse(f"<{local}>")
        if namespace == SVG and local not in ELEMENTS:
            _refuse(f"<{local}>")
        for key, value in attributes.items():
            _check_attribute(key, value)
        if not self._depth:
            self.size = _size(attributes)
        self._depth += 1
        self._style = [] if local == "style" else self._style

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._style is not None and name.endswith(" style"):
            _check_style("".join(self._style), "<style>")
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)


def _check_attribute(key: str, value: str) -> None:
    namespace, _, name = key.rpartition(" ")
    plain = _INVISIBLE.sub("", value)
    if name.lower().startswith("on") or name == "base":
        _refuse(f"{name}=")
    if name == "href" and namespace in {"", XLINK} and not plain.startswith("#"):
        _refuse(f'href="{value[:40]}"')
    if name == "attributeName" and plain.rpartition(":")[2].lower().startswith(("href", "on", "style")):
        _refuse(f'attributeName="{value[:40]}"')
    if _SCHEME.search(plain):
        _refuse(f'{name}="{value[:40]}"')
    if "(" in value:
        _check_style(value, f"{name}=")


def _check_style(style: str, where: str) -> None:
    if _ELSEWHERE.search(style) or "\\" in style or "@import" in style.lower() or "image-set" in style.lower():
        _refuse(f"{where} url(…)")


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Width and height as the drawing gives them; what it leaves out follows from its view box."""
    box = [_pixels(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    ratio = box[2] / box[3] if len(box) == 4 and box[2] and box[3] else None
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    if ratio and not width and not height:
        width, height = box[2], box[3]
    elif ratio:
        width, height = width or height * ratio, height or width / ratio
    return _side(width or DEFAULT_SIZE[0]), _side(height or DEFAULT_SIZE[1])


def _pixels(length: str) -> float:
    """A length in pixels; 0 for a percentage and for anything else that can't be known here."""
    match = _LENGTH.fullmatch(length[:40])
    return float(match[1]) * UNITS.get(match[2], 0.0) if match else 0.0


def _side(length: float) -> int:
    return max(1, min(LARGEST_SIDE, round(length)))


def _refuse(what: str) -> NoReturn:
    raise UnsafeDrawing(what)
