"""Formulas as an extension of Markdown: found between dollars, kept as MathML out of Markdown's reach."""

import re
from html import escape
from typing import Any

from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from elearn.coursetext.render.dialect import Dialect
from elearn.coursetext.render.math import DISPLAY, INLINE, BadFormula, to_mathml

_BLOCK = re.compile(
    r"^(?P<indent>[ >]*)\$\$(?!\$)(?P<formula>(?:[^$\\\n\x02\x03]|\\.|\n(?![ >]*\n))+?)\$\$[ \t]*$", re.MULTILINE
)


def add_formulas(markdown: Dialect, inline: bool) -> None:
    """Teach Markdown the formulas. Code comes before them, all other signs after."""
    markdown.inlinePatterns.register(_Formula(DISPLAY, markdown, display=True), "display_formula", 187)
    markdown.inlinePatterns.register(_Formula(INLINE, markdown, display=False), "formula", 186)
    if not inline:
        markdown.preprocessors.register(_FormulaBlocks(markdown), "formula_blocks", 24)


def _stored(markdown: Dialect, formula: str, display: bool) -> str:
    """A placeholder for the formula's MathML; a formula that can't be read is shown as it was typed."""
    typed = markdown.source.typed(formula)
    try:
        html = to_mathml(typed, display)
    except BadFormula as bad:
        markdown.complain("bad-formula", formula.strip(), formula=str(bad))
        html = f"<code>{escape(typed)}</code>"
    return str(markdown.htmlStash.store(html))


class _Formula(InlineProcessor):
    """A formula in a sentence."""

    def __init__(self, pattern: str, markdown: Dialect, display: bool) -> None:
        super().__init__(pattern, markdown)
        self._markdown = markdown
        self._display = display

    def handleMatch(self, m: re.Match[str], data: str = "") -> Any:
        """Put the formula away: a placeholder, and what it stands for."""
        return _stored(self._markdown, m[1], self._display), m.start(), m.end()


class _FormulaBlocks(Preprocessor):
    """`$$` on a line of its own up to `$$`: taken out before a `-` or `=` in it looks like a list or a heading."""

    def __init__(self, markdown: Dialect) -> None:
        super().__init__(markdown)
        self._markdown = markdown

    def run(self, lines: list[str]) -> list[str]:
        """Put the formulas away, each leaving one line."""
        return _BLOCK.sub(self._taken, "\n".join(lines)).split("\n")

    def _taken(self, match: re.Match[str]) -> str:
        formula = re.sub(r"\n[ >]*", "\n", match["formula"])
        return match["indent"] + _stored(self._markdown, formula, display=True)
