"""A browser that notices when a vector runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

_SPY = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.pwned = 1; };"

_TOUCH = """() => {
    document.querySelectorAll('details').forEach((each) => { each.open = true; });
    for (const element of document.querySelectorAll('main *, body > *')) {
        for (const name of ['focus', 'mouseover', 'pointerover', 'animationstart', 'toggle', 'load', 'error']) {
            element.dispatchEvent(new Event(name));
        }
    }
    const led = [...document.links].some((link) => !/^(https?|mailto|tel):$/.test(link.protocol));
    return window.pwned === undefined && !led;
}"""


@contextmanager
def spied(browser: Browser) -> Iterator[BrowserContext]:
    """A context of a browser whose pages remember when something has run."""
    with browser.new_context() as context:
        context.add_init_script(_SPY)
        yield context


def harmless(page: Page) -> bool:
    """Touch everything on a page; nothing has run, and no link would run anything."""
    return bool(page.evaluate(_TOUCH))
