"""Plain text to Markdown that shows just that text, and back."""

import re

from elearn.coursetext.parse.source import clean

_SIGNS = re.compile(r"[\\`*{}\[\]<>$~|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|!(?=\[)")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_LINE_START = re.compile(r"#|[+-](?=\s|$)|-+$|\d{1,9}(?=[.)](?:\s|$))|=+$|:(?=\s)|\?{3}|!{3}")
_ESCAPED = re.compile(r"\\([\\`*{}\[\]<>$~|_!#+.)-])|&(amp|#61|#58|#63|#33|#41);")
_ENTITIES = {"amp": "&", "#61": "=", "#58": ":", "#63": "?", "#33": "!", "#41": ")"}


def escaped(text: str) -> str:
    """A plain text as one line of Markdown: single spaces, and every sign that would mean something escaped."""
    return escaped_start(escaped_signs(one_line(text)))


def one_line(text: str) -> str:
    """A text on one line with single spaces, without the characters that no text may hold."""
    return " ".join(clean(" ".join(text.split())).split())


def escaped_signs(text: str) -> str:
    """A piece of a line with its signs escaped; what means something only where a line begins is left."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", _ENTITY.sub("&amp;", text))


def escaped_start(text: str) -> str:
    """A line of Markdown whose first sign begins no list, heading, box or definition."""
    start = _LINE_START.match(text)
    if not start:
        return text
    if start[0][0].isdigit():
        sign = "\\." if text[start.end()] == "." else "&#41;"
        return f"{start[0]}{sign}{text[start.end() + 1 :]}"
    if start[0][0] in "#+-":
        return f"\\{text}"
    return f"&#{ord(text[0])};{text[1:]}"


def unescaped(markdown: str) -> str:
    """The plain text of Markdown that `escaped` wrote."""
    return _ESCAPED.sub(lambda sign: sign[1] or _ENTITIES[sign[2]], markdown)


def as_plain(markdown: str) -> str | None:
    """The plain text that a line of Markdown shows; None when it holds more than plain text."""
    plain = unescaped(markdown)
    return plain if escaped(plain) == markdown else None


def paragraphs(text: str) -> str:
    """Plain text of several lines as Markdown: an empty line parts paragraphs, a line's end stays one."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip())
    return "\n\n".join("<br>".join(escaped(line) for line in block.split("\n") if line.strip()) for block in blocks)
