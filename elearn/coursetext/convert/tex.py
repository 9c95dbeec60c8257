"""Formulas as other platforms write them, between `\\(…\\)`, `\\[…\\]` or `$$…$$`, to those of course text."""

import re

from elearn.coursetext.convert.plain import escaped_signs, escaped_start, one_line
from elearn.coursetext.render.math import DISPLAY, INLINE

_INSIDE = r"((?:[^$\n\ue000-\uf8ff]|\n(?!\s*\n)){1,1000}?)"
_TEX = re.compile(rf"\\\({_INSIDE}\\\)|\\\[{_INSIDE}\\\]|\$\${_INSIDE}\$\$")
_BESIDE = re.compile(r"[\w$\\]")
_SHOWN = re.compile(f"{DISPLAY}|{INLINE}")


def with_formulas(text: str) -> str:
    """A piece of a line with its signs escaped and the formulas in it kept."""
    done, position, ended = "", 0, False
    for found in _TEX.finditer(text):
        if formula := _formula(found):
            before = _apart(text[position : found.start()], at_start=ended, at_end=True)
            done += (before or " " if ended else before) + formula
            position, ended = found.end(), True
    return done + _apart(text[position:], at_start=ended, at_end=False)


def _apart(text: str, at_start: bool, at_end: bool) -> str:
    """An escaped piece; a letter, digit or dollar beside a formula is an entity, or the formula would be text."""
    start = f"&#{ord(text[0])};" if at_start and _BESIDE.match(text) else ""
    text = text[1:] if start else text
    end = f"&#{ord(text[-1])};" if at_end and text and _BESIDE.match(text[-1]) else ""
    return f"{start}{escaped_signs(text[:-1] if end else text)}{end}"


def _formula(found: re.Match[str]) -> str:
    """A formula of course text; empty if what was found can't be one."""
    inline, *display = found.groups()
    tex = " ".join((inline or next(filter(None, display), "")).split())
    formula = f"${tex}$" if inline else f"$${tex}$$"
    return formula if tex and _SHOWN.fullmatch(formula) else ""


def line(text: str) -> str:
    """A text with formulas as one line of Markdown."""
    return escaped_start(with_formulas(one_line(text)))


def paragraphs(text: str) -> str:
    """Text of several lines as Markdown: an empty line parts paragraphs, a line's end stays one outside formulas."""
    text = _TEX.sub(lambda found: " ".join(found[0].split()), text)
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip())
    return "\n\n".join("<br>".join(map(line, filter(str.strip, block.split("\n")))) for block in blocks)
