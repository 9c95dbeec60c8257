"""No vector runs in a real browser once it has been rendered, with the platform's headers or without any."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, Route

from elearn.security import HEADERS
from tests.coursetext.rendering import block, line
from tests.vectors import VECTORS
from tests.vectors.spying import harmless, spied

pytestmark = pytest.mark.browser

ADDRESS = "http://pelatihan.test/"
FRAME = '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>x</title></head><body><main>{}</main></body>'


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with spied(browser) as context:
        yield context.new_page()


def _opened(page: Page, html: str, headers: Mapping[str, str]) -> bool:
    """Whether a page with this in it runs nothing."""

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=FRAME.format(html), content_type="text/html", headers=dict(headers))
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(ADDRESS)
    return harmless(page)


def _ran(page: Page, bodies: Mapping[str, str], headers: Mapping[str, str]) -> list[str]:
    """The names of the bodies that ran something, each in a page of its own."""
    return [name for name, html in bodies.items() if not _opened(page, html, headers)]


@pytest.mark.parametrize("headers", [HEADERS, {}], ids=["with the platform's headers", "without any policy"])
@pytest.mark.parametrize("render", [block, line])
def test_no_rendered_vector_runs(page, render, headers) -> None:
    bodies = {name: render(vector).html for name, vector in VECTORS.items()}
    together = "\n".join(f"<section>{html}</section>" for html in bodies.values())

    assert _opened(page, together, headers) or _ran(page, bodies, headers) == []


def test_the_same_vectors_do_run_where_nobody_cleans_them(page) -> None:
    raw = {name: text for name, text in VECTORS.items() if "handler" in name or "mutation" in name}

    assert len(_ran(page, raw, {})) > 15


def test_the_policy_alone_stops_them_too(page) -> None:
    raw = {name: text for name, text in VECTORS.items() if text.startswith(("<img", "<script", "<svg", "<iframe"))}

    assert len(raw) > 20
    assert _ran(page, raw, HEADERS) == []
