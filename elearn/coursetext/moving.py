"""Relative links in a text that is moved, so that they go on leading where they led."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

_BEGINS = r"\]\(\s*|^ {0,3}\[[^\]\n]{1,200}\]:\s*"
_TARGETS = (
    re.compile(rf"(?P<before>(?:{_BEGINS})<)(?P<target>[^<>\n]{{1,400}})(?=>)", re.MULTILINE),
    re.compile(rf"(?P<before>{_BEGINS}|\b(?:src|href)=[\"'])(?P<target>[^\s<>()\"']{{1,400}})", re.MULTILINE),
)
"""Where an address can stand: between angle brackets, with spaces in it; in a link, a definition of one, in HTML."""


def moved(text: bytes, old: str, new: str, places: Mapping[str, str]) -> bytes:
    """A text that stood at `old` and stands at `new`; `places` tells where each file went. Other bytes stay.

    A text that isn't UTF-8 stays as it is: what is wrong with it is said when it is checked.
    """
    try:
        written = text.decode("utf-8")
    except UnicodeDecodeError:
        return text
    for target in _TARGETS:
        written = target.sub(lambda match: match["before"] + _led(match["target"], old, new, places), written)
    return written.encode()


def _led(target: str, old: str, new: str, places: Mapping[str, str]) -> str:
    address, mark, anchor = target.partition("#")
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(old), unquote(address)))
    if not address or meant not in places:
        return target
    return quote(posixpath.relpath(places[meant], posixpath.dirname(new) or ".")) + mark + anchor
