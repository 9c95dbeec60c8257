"""The names that other platforms give to questions, as identities."""

from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.parse.attributes import is_id
from elearn.coursetext.slugs import LONGEST_SLUG, slugify

Named = tuple[str, int]
"""A name and its line."""


def identity(outcome: Outcome, own: Named, titled: Named) -> str:
    """A question's identity: its own, or else its title as a slug. What of the two doesn't become it is named."""
    title = titled[0]
    found = own[0] if is_id(own[0]) else title if is_id(title) else slugify(title)
    for name, line in (own, titled):
        if name and not _says(found, name):
            outcome.say("import-title", line, title=name)
    return found


def _says(identity: str, title: str) -> bool:
    """Whether all words of a title are in an identity."""
    return identity == title or (slugify(title) == identity and len(title) <= LONGEST_SLUG)
