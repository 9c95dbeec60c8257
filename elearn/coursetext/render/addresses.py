"""Where an address in a text leads: to a unit, a media file, elsewhere, or nowhere."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from elearn.coursetext.media.inspect import MediaFile
from elearn.coursetext.render.allowed import SCHEMES
from elearn.coursetext.render.context import ANCHOR_PREFIX, Context
from elearn.coursetext.slugs import slugify

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]")
"""Browsers drop some of these inside a scheme, people overlook the others."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*(?::[0-9]{1,5})?(?:[/?#]|$)", re.IGNORECASE)
_OWN_PAGE = re.compile(r"/courses/[a-z0-9-]+/(?:[a-z0-9-]+/[a-z0-9-]+/)?(?:#[\w-]*)?")


@dataclass(frozen=True)
class Target:
    """What an address means. `problem` is a finding's code, and then there is no address."""

    address: str = ""
    problem: str = ""
    unit: str = ""
    media: MediaFile | None = None
    external: bool = False


def follow(typed: str, directory: str, context: Context) -> Target:
    """What a link's address, as typed in a file of `directory`, leads to."""
    address = typed.strip(" \n")
    if scheme := _SCHEME.match(_INVISIBLE.sub("", address)):
        return _elsewhere(address, scheme[0])
    if address.startswith(("//", "\\", "/\\")):
        return Target(problem="forbidden-address")
    if address.startswith("/"):
        return Target(address) if _OWN_PAGE.fullmatch(address) else Target(problem="broken-link")
    return _inside(address, directory, context)


def picture(typed: str, directory: str, context: Context) -> Target:
    """What the address of a picture, audio or video leads to: always a file of the course."""
    address = typed.strip(" \n")
    if _HOST.match(address):
        return Target(problem="picture-elsewhere")
    if _SCHEME.match(_INVISIBLE.sub("", address)) or address.startswith(("/", "\\")):
        return Target(problem="forbidden-address")
    return _media(_path(address, directory), context, "broken-image")


def _elsewhere(address: str, scheme: str) -> Target:
    """Another site, a mailbox, a telephone; a scheme with something hidden in it is not believed."""
    if scheme[:-1].lower() not in SCHEMES or not address.startswith(scheme):
        return Target(problem="forbidden-address")
    if scheme.lower() in {"http:", "https:"}:
        safe = quote(address, safe="%/:=&?~#+!$,;'@()*[]-._")
        return Target(safe, external=True) if _HOST.match(address) else Target(problem="forbidden-address")
    return Target(quote(address, safe="%:=&?+@,;-._"))


def _inside(address: str, directory: str, context: Context) -> Target:
    path, _, anchor = address.partition("#")
    if not path:
        return Target(f"#{context.prefix}{slugify(unquote(anchor))}") if anchor else Target(problem="broken-link")
    full = _path(path, directory)
    if full in context.links:
        fragment = f"#{ANCHOR_PREFIX}{slugify(unquote(anchor))}" if anchor else ""
        return Target(context.links[full] + fragment, unit=full)
    if full == "course.md":
        return Target(f"/courses/{context.slug}/")
    return _media(full, context, "broken-link")


def _media(path: str, context: Context, problem: str) -> Target:
    """A file that is there but isn't known as media has its own finding already; here it only can't be shown."""
    known = context.media.get(path)
    if known is None:
        return Target() if path in context.files and not path.endswith(".md") else Target(problem=problem)
    return Target(known.address, media=known)


def _path(typed: str, directory: str) -> str:
    return posixpath.normpath(posixpath.join(directory, unquote(typed)))
