"""A draft as a course: compiled when it is needed, kept while its bytes stay the same."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from elearn.courses.editions import live_courses
from elearn.courses.publishing import sources_sha256
from elearn.coursetext.load import Loaded, load
from elearn.coursetext.prerequisites import prerequisites

KEPT = 16
"""How many compiled drafts a process keeps: somebody who tries a course opens many of its pages."""


@dataclass(frozen=True)
class Compiled:
    """What became of a draft's files. `sha256` is what an edition of the same bytes would be known by."""

    files: Mapping[str, bytes]
    sha256: str
    loaded: Loaded


_kept: OrderedDict[Hashable, Loaded] = OrderedDict()
_lock = Lock()


def compiled(slug: str, files: Mapping[str, bytes], today: date) -> Compiled:
    """A draft's files read, rendered and checked against the other courses; one query."""
    known = {each.course.slug: each.course.prerequisites for each in live_courses()}
    known[slug] = prerequisites(files)
    digest = sources_sha256(files)
    key = (slug, digest, today, tuple(sorted(known.items())))
    with _lock:
        found = _kept.get(key)
    return Compiled(files, digest, found or _keep(key, load(slug, files, known, today=today)))


def _keep(key: Hashable, loaded: Loaded) -> Loaded:
    with _lock:
        _kept[key] = loaded
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return loaded
