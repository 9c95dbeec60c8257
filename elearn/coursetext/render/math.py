"""Formulas between dollars, as MathML.

`$…$` stands in a sentence, `$$…$$` alone. So that prices stay prices, an opening `$` follows no letter, digit or
currency, and is followed by no space; a closing one follows no space and is followed by no letter or digit.
"""

import re
from html import escape, unescape
from xml.etree.ElementTree import Element

from latex2mathml import exceptions
from latex2mathml.converter import Converter

from elearn.coursetext.render.allowed import ATTRIBUTES, MATH_TAGS

INLINE = r"(?<![\w$\\])\$(?![\s$])((?:[^$\\\n\x02\x03]|\\.|\n(?!\s*\n))+?)(?<![\s\\])\$(?![\w$])"
DISPLAY = r"(?<![\\$])\$\$(?!\$)((?:[^$\\\x02\x03]|\\.)+?)\$\$(?!\$)"

LONGEST = 1_000
DEEPEST = 20

FORBIDDEN = re.compile(
    r"\\(?:def|let|gdef|edef|(?:re|provide)?newcommand|renewcommand|providecommand|newenvironment|renewenvironment|"
    r"DeclareMathOperator|href|url|style|(?:text|f)?color(?:box)?|class|cssId|html\w*|include\w*|input|require|verb)(?![A-Za-z])"
)
"""Commands that define others (a few lines of them grow without end), lead elsewhere, or colour."""

_NUMBER = re.compile(r"(\\(?:text\w*|mbox|hbox|fbox|operatorname\*?|begin|end|tag)\s*\{[^{}]*\})|(\d+(?:[.,]\d+)+)")
_WRITTEN_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")

_REFUSALS: tuple[type[Exception], ...] = tuple(
    error for error in vars(exceptions).values() if isinstance(error, type) and issubclass(error, Exception)
)
_SLIPS: tuple[type[Exception], ...] = (
    *_REFUSALS,
    IndexError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    StopIteration,
    RuntimeError,
)
"""latex2mathml refuses by name where it expected the mistake, and trips over the others."""


class BadFormula(Exception):
    """The formula can't be read; the text says at what, as far as that is known."""


def to_mathml(formula: str, display: bool = False) -> str:
    """A formula as MathML, with the formula as typed for its alternative text.

    Raises:
        BadFormula: it doesn't parse, or uses a command that is unknown or forbidden.
    """
    _check(formula)
    try:
        math = Converter(display="block" if display else "inline").convert_to_element(_numbers_kept_whole(formula))
    except _SLIPS as error:
        raise BadFormula(formula.strip()) from error
    math.set("alttext", formula.strip())
    return _serialised(math)


def _check(formula: str) -> None:
    if forbidden := FORBIDDEN.search(formula):
        raise BadFormula(forbidden[0])
    depth = deepest = 0
    for char in formula:
        depth += (char in "{[") - (char in "}]")
        deepest = max(deepest, depth)
    if len(formula) > LONGEST or deepest > DEEPEST or formula.count("^") + formula.count("\\") > LONGEST // 5:
        raise BadFormula(f"{formula[:20]}…")


def _numbers_kept_whole(formula: str) -> str:
    """`1.500,5` is one number here, not two and a comma: kept as text, and made a number again by `_serialised`."""
    return _NUMBER.sub(lambda match: match[1] or rf"\text{{{match[2]}}}", formula)


def _serialised(element: Element) -> str:
    text = unescape(element.text or "")
    tag = element.tag
    if tag not in MATH_TAGS:
        raise BadFormula(f"<{tag}>")
    if tag == "mi" and text.startswith("\\") and len(text) > 1:
        raise BadFormula(text)
    if tag == "mtext" and _WRITTEN_NUMBER.fullmatch(text.strip()):
        tag, text = "mn", text.strip()
    allowed = ATTRIBUTES.get(tag, frozenset())
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.items() if name in allowed)
    inner = "".join(_serialised(child) + escape(unescape(child.tail or "")) for child in element)
    return f"<{tag}{attributes}>{escape(text)}{inner}</{tag}>"
