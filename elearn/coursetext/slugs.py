"""Names as they stand in addresses: slugs of titles, and what a file's or folder's name says of order and key."""

import re
import unicodedata

LONGEST_SLUG = 60

_NUMBERED = re.compile(r"(\d{1,9})(?:[-_. ]+|$)")
_LINK_TARGET = re.compile(r"\]\([^()]{0,300}\)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slugify(text: str) -> str:
    """Lower-case letters, digits and single hyphens, cut between words at 60; empty when nothing of a text remains."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]


def is_slug(text: str) -> bool:
    """Whether a text can stand in an address as it is."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def slug_of_stem(stem: str) -> str:
    """The slug of a question's heading as it is written, without the addresses of its links."""
    return slugify(_LINK_TARGET.sub(" ", stem))


def order_and_key(name: str) -> tuple[tuple[float, str], str]:
    """What a file's or folder's name says: its place in the order, and its key, which the number is no part of.

    Names without a number come last. The key is empty when there is nothing but a number.
    """
    numbered = _NUMBERED.match(name)
    rest = name[numbered.end() :] if numbered else name
    return (int(numbered[1]) if numbered else float("inf"), name), slugify(rest)


def title_of_key(key: str) -> str:
    """A title for what has none: `enam-komponen` reads "Enam komponen"."""
    return key.replace("-", " ").capitalize()
