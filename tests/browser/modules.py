"""The editor's modules, run in a browser as they are."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

_RUN = "async ([file, name, given]) => (await import(`/static/js/studio/${file}.js`))[name](...given)"


def runner(page: Page) -> Callable[..., Any]:
    """`run(module, function, *values)` is what a function of the editor's script answers."""
    return lambda file, name, *given: page.evaluate(_RUN, [file, name, given])
