"""A stranger drops a PDF on the page of a certificate, and it never leaves the browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from elearn.certificates import reading
from elearn.database import db
from tests.browser.conftest import until
from tests.support.browsing import PLAIN_HOST
from tests.support.completing import complete
from tests.support.courses import lessons_only

pytestmark = pytest.mark.browser

SAME = "Ya, ini persis berkas yang diterbitkan."
DIFFERENT = "Bukan. Berkas ini berbeda"


@contextmanager
def _served(app) -> Iterator[int]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()


@pytest.fixture
def port(app) -> Iterator[int]:
    with _served(app) as port:
        yield port


@pytest.fixture
def issued(people, publish):
    person = people.create("Siti Rahma")
    complete(person, publish(lessons_only()))
    return reading.of_person(person.id)[0]


@pytest.fixture
def file(issued, tmp_path) -> Path:
    path = tmp_path / "sertifikat.pdf"
    path.write_bytes(reading.file_of(issued.code).pdf)
    db.session.remove()
    return path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def _answer(page: Page) -> str:
    until(page, "document.querySelector('[data-answer]').textContent !== ''")
    return page.inner_text("[data-answer]")


def _drop(page: Page, path: Path) -> None:
    """Let a file fall on the card, as a mouse would."""
    script = """([bytes]) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(bytes)], 'sertifikat.pdf', { type: 'application/pdf' }));
        const fall = { dataTransfer: files, bubbles: true, cancelable: true };
        document.querySelector('[data-drop]').dispatchEvent(new DragEvent('drop', fall));
    }"""
    page.evaluate(script, [list(path.read_bytes())])


def test_the_issued_file_is_recognised(page, port, issued, file):
    page.goto(f"http://127.0.0.1:{port}/v/{issued.code}")

    page.set_input_files("#file", file)

    assert _answer(page) == SAME


def test_a_file_that_falls_on_the_page_is_recognised(page, port, issued, file):
    page.goto(f"http://127.0.0.1:{port}/v/{issued.code}")

    _drop(page, file)

    assert _answer(page) == SAME


def test_a_file_with_one_byte_changed_is_not(page, port, issued, file):
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    page.goto(f"http://127.0.0.1:{port}/v/{issued.code}")

    page.set_input_files("#file", file)

    assert _answer(page).startswith(DIFFERENT)


def test_nothing_is_sent_while_a_file_is_checked(page, port, issued, file):
    page.goto(f"http://127.0.0.1:{port}/v/{issued.code}", wait_until="networkidle")
    sent = []
    page.on("request", lambda request: sent.append(request.url))

    page.set_input_files("#file", file)
    _answer(page)

    assert sent == []


def test_without_a_safe_connection_the_page_shows_the_commands(page, port, issued, file):
    page.goto(f"http://{PLAIN_HOST}:{port}/v/{issued.code}")

    assert not page.is_visible("#file")
    assert page.is_visible("text=sha256sum sertifikat.pdf")


def test_the_whole_page_works_without_javascript(page, port, issued, file):
    plain = page.context.browser.new_context(java_script_enabled=False).new_page()

    plain.goto(f"http://127.0.0.1:{port}/v/{issued.code}")
    plain.click("summary")

    assert plain.is_visible(f"text={issued.sha256}")
