"""Many courses to load at once: shared out to the machine's processors."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from elearn.coursetext.load import Loaded, load

FEWEST = 8
"""Fewer courses are loaded sooner by one process than others need to start."""


@dataclass(frozen=True, slots=True)
class Work:
    """What `load` is to be given for one course."""

    slug: str
    files: Mapping[str, bytes]
    known: Mapping[str, tuple[str, ...]] | None
    today: date | None


def load_many(works: Sequence[Work]) -> Iterator[Loaded]:
    """What became of each, in the order given. New processes are started, not forked: threads and connections stay."""
    processors = os.cpu_count() or 1
    if len(works) < FEWEST or processors < 2:
        yield from map(_load, works)
        return
    with ProcessPoolExecutor(processors, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_load, works)


def _load(work: Work) -> Loaded:
    return load(work.slug, work.files, work.known, today=work.today)
