"""Opening brackets that no bracket closes, taken out of Markdown's sight.

At each `[` Python-Markdown looks for its partner to the end of the paragraph, sign by sign, at each `](` for the end
of the address; thousands of them would keep it busy for minutes. Those without a partner mean nothing anyway.
"""

import re

BRACKET = "\ue013"
"""Stands for a `[` that opens nothing."""

END_BRACKET = "\ue015"
"""Stands for the `]` before an address that never ends."""

_HIDDEN = {"[": BRACKET, "]": END_BRACKET}

DEEPEST = 6
"""Brackets inside each other that still may mean something: a picture in a link in a footnote has three."""

MOST_OPEN = 10
"""Addresses without an end in one paragraph that are left to Markdown, which knows better than a count of brackets."""

_PARAGRAPH_END = re.compile(r"\n[ \t>]*(?=\n)")
_SQUARE = re.compile(r"\\.|\[|\]", re.DOTALL)
_ROUND = re.compile(r"\\.|\]\(|\(|\)", re.DOTALL)


def without_lonely_brackets(text: str) -> str:
    """The text with stand-ins for the brackets that have no partner in their paragraph, or stand too deep."""
    pieces, position = [], 0
    for end in [*(match.start() for match in _PARAGRAPH_END.finditer(text)), len(text)]:
        paragraph = text[position:end]
        addresses = [offset for offset in _lonely(_ROUND, paragraph) if paragraph[offset] == "]"]
        paragraph = _replaced(paragraph, addresses) if len(addresses) > MOST_OPEN else paragraph
        pieces.append(_replaced(paragraph, _lonely(_SQUARE, paragraph)))
        position = end
    return "".join(pieces)


def _lonely(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where brackets of one shape open that are never closed, or too deep inside others."""
    lonely: list[int] = []
    opened: list[int] = []
    for token in pattern.finditer(text):
        if token[0] in {"[", "(", "]("}:
            opened.append(token.start())
        elif token[0] in {"]", ")"} and opened:
            start = opened.pop()
            lonely += [start] if len(opened) >= DEEPEST else []
    return sorted([*lonely, *opened])


def _replaced(text: str, offsets: list[int]) -> str:
    pieces, position = [], 0
    for offset in offsets:
        pieces += [text[position:offset], _HIDDEN[text[offset]]]
        position = offset + 1
    return "".join([*pieces, text[position:]])
