"""The application behind a real port, and a real Chromium in front of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from shutil import which
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from tests.support.visitor import Visitor

PLAIN_HOST = "elearn.test"
"""A host that browsers don't trust over plain http, unlike 127.0.0.1; it is this machine all the same."""

QUIETLY = [
    f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""As root in a container, and asking nobody outside for anything."""


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address under which the application answers."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that the system has."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_path(), args=QUIETLY)
        try:
            yield browser
        finally:
            browser.close()


def _path() -> str:
    path = which("chromium") or which("chromium-browser") or which("google-chrome")
    if path is None:
        pytest.fail("The journeys need Chromium. On Debian: sudo apt install chromium", pytrace=False)
    return path


def cookies_of(visitor: Visitor, address: str) -> list[dict[str, str]]:
    """What makes a browser that of a visitor who has signed in."""
    cookie = visitor.client.get_cookie("elearn")
    assert cookie is not None
    return [{"name": cookie.key, "value": cookie.value, "url": address}]
