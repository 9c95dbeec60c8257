"""Setting a page with typst, also in a process forked from one that has set pages before."""

import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, date, datetime, time
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import typst


class NotSet(Exception):
    """The page could not be set."""


class _Threads:
    """Whether typst's threads run in this process, or were lost when it was forked from one in which they ran."""

    running = False
    lost = False


def _note_the_loss() -> None:
    _Threads.lost = _Threads.lost or _Threads.running


os.register_at_fork(after_in_child=_note_the_loss)


def pdf(template: Path, inputs: Mapping[str, str], day: date) -> bytes:
    """The PDF that a template gives with its inputs, dated a day; the same bytes each time.

    typst sets pages with threads of its own, which a forked process doesn't inherit: there it would wait for them for
    ever. Such a process has its pages set by a new one.

    Raises:
        NotSet: the template or an input is wrong, or the new process came to nothing.
    """
    return _set_elsewhere(template, inputs, day) if _Threads.lost else _set(template, inputs, day)


def _set(template: Path, inputs: Mapping[str, str], day: date) -> bytes:
    _Threads.running = True
    try:
        return typst.compile(
            template,
            root=template.parent,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=dict(inputs),
            pdf_standards=["ua-1", "a-2a"],  # tagged for screen readers, and readable for decades
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as wrong:
        raise NotSet(str(wrong)) from None


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts that come with typst: what a computer happens to have would change the bytes."""
    return typst.Fonts(include_system_fonts=False)


def _set_elsewhere(template: Path, inputs: Mapping[str, str], day: date) -> bytes:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as setter:
        try:
            return setter.submit(_set, template, inputs, day).result()
        except BrokenProcessPool as wrong:
            raise NotSet(str(wrong)) from None
