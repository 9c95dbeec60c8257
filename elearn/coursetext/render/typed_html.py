"""Judges what a trainer typed at a `<`: an allowed tag, something forbidden, or just a sign."""

import re
from dataclasses import dataclass

from elearn.coursetext.render.allowed import SCHEMES, TYPED_ATTRIBUTES, TYPED_CLASSES, TYPED_TAGS

LONGEST_TAG = 1_000

_NAME = re.compile(r"</?([A-Za-z][^\s/<>\"'=`]{0,40})")
_SIGN = re.compile(r"<(?![A-Za-z/!?])")
_ENDED = re.compile(r"(?:[^>\n]|\n(?![ \t]*\n))*>")
_AUTOMATIC = re.compile(r"<(?:([A-Za-z][A-Za-z0-9+.-]*):[^\s<>]*|[^\s<>@/!?]+@[^\s<>@]+)>")
_CLOSING = re.compile(r"</[A-Za-z][A-Za-z0-9]*[ \t\n]*>")
_OPENING = re.compile(
    r"""<[A-Za-z][A-Za-z0-9]*
    (?P<attributes>(?:[ \t\n]+[A-Za-z_:@][^\s"'<>/=]*(?:[ \t]*=[ \t]*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)*)
    [ \t\n]*/?>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_:@][^\s"'<>/=]*)(?:[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands at a `<`. With a `code` it is forbidden and `said` names what; else it is kept up to `end`."""

    end: int = 0
    code: str = ""
    said: str = ""
    addresses: tuple[int, ...] = ()


def judge(text: str, start: int) -> tuple[Verdict | None, int]:
    """The verdict on the `<` at `start`, and where to read on; None for a sign that begins no tag.

    Without a `>` in the same paragraph it begins none: it will be shown as it is typed.
    """
    window = text[start : start + LONGEST_TAG]
    if _SIGN.match(window) or not _ENDED.match(window):
        return None, start + 1
    if automatic := _AUTOMATIC.match(window):
        return _automatic(automatic, start), start + automatic.end()
    verdict = _tag(window, start)
    return verdict, verdict.end if verdict else start + 1


def _automatic(match: re.Match[str], start: int) -> Verdict:
    scheme = (match[1] or "mailto").lower()
    if scheme not in SCHEMES:
        return Verdict(code="forbidden-address", said=match[0][1:-1])
    return Verdict(end=start + match.end())


def _tag(window: str, start: int) -> Verdict | None:
    name = _NAME.match(window)
    if name is None:
        return Verdict(code="forbidden-html", said=window[:4]) if window[:2] in {"<!", "<?"} else None
    if name[1].lower() not in TYPED_TAGS:
        return Verdict(code="forbidden-html", said=f"{name[0]}>")
    if closing := _CLOSING.match(window):
        return Verdict(end=start + closing.end())
    opening = _OPENING.match(window)
    if opening is None:
        return Verdict(code="forbidden-html", said=f"{name[0]}>")
    return _opening(name[1].lower(), opening, start)


def _opening(tag: str, match: re.Match[str], start: int) -> Verdict:
    addresses = []
    for attribute in _ATTRIBUTE.finditer(match[0], match.start("attributes"), match.end("attributes")):
        name, value = attribute[1].lower(), (attribute[2] or "").strip("\"'")
        if name not in TYPED_ATTRIBUTES["*"] | TYPED_ATTRIBUTES.get(tag, frozenset()):
            return Verdict(code="forbidden-html", said=f"{name}=")
        if name == "class" and not TYPED_CLASSES.issuperset(value.split()):
            return Verdict(code="forbidden-html", said=f'class="{value}"')
        if name in {"href", "src"} and value:
            addresses.append(start + attribute.start(2) + (attribute[2][0] in "\"'"))
    return Verdict(end=start + match.end(), addresses=tuple(addresses))
