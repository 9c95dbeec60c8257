"""Fenced code, coloured by classes for the languages that courses for offices may need."""

import re
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from elearn.coursetext.render.allowed import TOKEN_CLASSES, names
from elearn.coursetext.render.dialect import Dialect

LANGUAGES = names(
    "bash css csv diff html ini java javascript js json markdown md php py python shell sh sql toml typescript xml "
    "yaml yml"
)
"""Other names are shown plain: some of Pygments' hundreds of lexers take very long over what isn't their language."""

LONGEST = 20_000
"""Characters; a longer program is shown plain."""

_CLASS = re.compile('<span class="([^"]*)">')
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


def _format(source: str, language: str, _class: str, _options: object, markdown: Dialect, **_: object) -> str:
    """The HTML of a fence, as pymdownx.superfences asks for it."""
    return code_block(markdown.source.typed(source), language or "")


def _accept(*_: object) -> bool:
    """Whatever stands behind the language is ignored: nothing there can reach the page."""
    return True


FENCES = {
    "custom_fences": [{"name": "*", "class": "", "format": _format, "validator": _accept}],
    "relaxed_headers": True,
}
"""Settings of pymdownx.superfences."""


def code_block(program: str, language: str = "") -> str:
    """A program as HTML that a keyboard can scroll."""
    body = _coloured(program, language.lower()) or escape(program)
    return f'<pre class="code" tabindex="0"><code>{body}</code></pre>'


def _coloured(program: str, language: str) -> str:
    if language not in LANGUAGES or len(program) > LONGEST or "\ue000" in program:
        return ""
    lexer = get_lexer_by_name(language, stripnl=False)
    return _CLASS.sub(_known, highlight(program, lexer, _FORMATTER))


def _known(match: re.Match[str]) -> str:
    """Lexers may name parts that nothing colours."""
    return match[0] if TOKEN_CLASSES.issuperset(match[1].split()) else "<span>"
