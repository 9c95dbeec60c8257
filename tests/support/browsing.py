"""The application behind a real port, and a real Chromium in front of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from shutil import which
from threading import Thread

from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from tests.support.visitor import Visitor


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
        path = which("chromium") or which("chromium-browser") or which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def cookies_of(visitor: Visitor, address: str) -> list[dict[str, str]]:
    """What makes a browser that of a visitor who has signed in."""
    cookie = visitor.client.get_cookie("elearn")
    assert cookie is not None
    return [{"name": cookie.key, "value": cookie.value, "url": address}]
