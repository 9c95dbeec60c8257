"""Opening brackets that no bracket closes, taken out of Markdown's sight.

At each `[` Python-Markdown looks for its partner to the end of the paragraph, sign by sign; ten thousand of them would
keep it busy for minutes. Those without a partner mean nothing anyway.
"""

import re

BRACKET = "\ue013"
"""Stands for a `[` that opens nothing."""

DEEPEST = 6
"""Brackets inside each other that still may mean something: a picture in a link in a footnote has three."""

_TOKEN = re.compile(r"\\.|\[|\]|\n[ \t>]*(?=\n)", re.DOTALL)


def without_lonely_brackets(text: str) -> str:
    """The text with `BRACKET` for each `[` that has no partner in its paragraph, or stands too deep."""
    lonely: list[int] = []
    opened: list[int] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "[":
            opened.append(token.start())
        elif token[0] == "]" and opened:
            start = opened.pop()
            lonely += [start] if len(opened) >= DEEPEST else []
        elif token[0][0] == "\n":
            lonely += opened
            opened = []
    return _replaced(text, sorted([*lonely, *opened]))


def _replaced(text: str, offsets: list[int]) -> str:
    pieces, position = [], 0
    for offset in offsets:
        pieces += [text[position:offset], BRACKET]
        position = offset + 1
    return "".join([*pieces, text[position:]])
