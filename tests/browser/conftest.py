"""Fixtures of journeys: the real application on a port, a phone that complains of nothing, people who are signed in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from elearn.accounts.models import User
from elearn.studio.models import Draft
from tests.browser.writing import DESK, made
from tests.support.browsing import chromium, cookies_of, served
from tests.support.people import People
from tests.support.visitor import Visitor

PHONE = {"width": 320, "height": 640}
PATIENCE = 10_000
"""Milliseconds to wait for what should come at once; the machine may be busy."""

PLAIN_FIELD = "try { localStorage.setItem('elearn.editor', 'plain') } catch { /* no page yet */ }"
"""The choice of a simple editor, so that a test of writing is the same whether CodeMirror is bundled or not."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests of this process; contexts keep what one test's pages did from another's."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application answers."""
    with served(app) as address:
        yield address


@pytest.fixture
def device(browser: Browser, address: str, visit: Callable[..., Visitor]) -> Callable[..., Page]:
    """`device(person)` is that person's phone, signed in; what its console complains about fails the test.

    `device(None)` is a stranger's; with `code_field` the editor has CodeMirror, else the plain field; further options
    are those of the browser.
    """

    @contextmanager
    def start(person: User | None = None, *, code_field: bool = False, **options: object) -> Iterator[Page]:
        context = browser.new_context(**{"viewport": PHONE, "base_url": address, **options})
        context.set_default_timeout(PATIENCE)
        if not code_field:
            context.add_init_script(PLAIN_FIELD)
        if person is not None:
            context.add_cookies(cookies_of(visit(person), address))
        page = context.new_page()
        complaints = listen(page)
        try:
            yield page
        finally:
            context.close()
        assert [each for each in complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []

    return start


@pytest.fixture
def trainer(people: People) -> User:
    """Somebody who writes courses."""
    return people.create("Budi Santoso", roles="trainer")


@pytest.fixture
def draft(trainer: User) -> Draft:
    """Their course with one text."""
    return made(trainer)


@pytest.fixture
def desk(browser: Browser, address: str, visit: Callable[..., Visitor], trainer: User) -> Iterator[Page]:
    """The trainer's computer, where refusals are expected and the console may say so."""
    context = browser.new_context(**DESK, base_url=address, service_workers="block")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(PLAIN_FIELD)
    context.add_cookies(cookies_of(visit(trainer), address))
    yield context.new_page()
    context.close()


WORKER_READY = "navigator.serviceWorker.ready.then(() => true)"
"""Wait until the service worker came: a browser complains of one that it fetches when the connection goes."""


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true in a page. `Page.wait_for_function` asks by eval, which our policy forbids."""
    for _ in range(300):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


def listen(page: Page) -> list[str]:
    """What a page's console complains about from now on, what the policy forbids included.

    That a page which says what went wrong came with an error's status is no complaint.
    """
    complaints: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        error_page = "the server responded with a status of" in said.text and said.location["url"] == page.url
        if said.type in ("error", "warning") and not error_page:
            complaints.append(f"{page.url}: {said.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    return complaints
