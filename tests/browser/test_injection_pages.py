"""No vector runs in a page of the platform, wherever a trainer or a learner typed it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from elearn.courses.publishing import HasErrors
from elearn.database import db
from tests.support.browsing import cookies_of, served
from tests.support.courses import lesson
from tests.vectors import VECTORS
from tests.vectors.places import Lessons, course, lessons_with_vectors, one_line, quoted
from tests.vectors.spying import harmless, spied

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with spied(browser) as context:
        yield context


@pytest.fixture(scope="module")
def lessons() -> Lessons:
    return lessons_with_vectors()


@pytest.fixture
def open_page(app, people, visit, context):
    """`open_page(path)` opens a page of the platform as a learner."""
    with served(app) as address:
        context.add_cookies(cookies_of(visit(people.create(VECTORS["script element"][:40])), address))
        db.session.remove()
        page = context.new_page()

        def start(path: str) -> Page:
            page.goto(f"{address}{path}")
            return page

        yield start
        page.close()
        context.clear_cookies()


def _answer_everything(page: Page) -> None:
    """Choose the first option of every question on a page, and look at what it says to that."""
    for name in page.eval_on_selector_all("[data-question]", "all => all.map((each) => each.dataset.question)"):
        question = page.locator(f'[data-question="{name}"]')
        if question.locator("input[type=radio]").count():
            question.locator("input[type=radio]").first.check()
            question.locator("button[name=question]").click()
            page.locator(f'[data-question="{name}"] [data-result]').wait_for()


def test_no_place_of_a_lesson_runs_a_vector(lessons, publish, open_page) -> None:
    publish(course(lessons.files), slug="uji")
    ran = []
    for address in lessons.rich:
        page = open_page(f"/courses/uji/{address}/")
        _answer_everything(page)
        ran += [] if harmless(page) else [address]

    assert len(lessons.rich) > 20
    assert ran == []


def test_no_list_of_titles_runs_a_vector(lessons, publish, open_page) -> None:
    publish(course(lessons.files), slug="uji")

    assert len(lessons.files) > 100
    assert [path for path in ("/", "/courses/", "/courses/uji/") if not harmless(open_page(path))] == []


def test_no_title_or_summary_of_a_course_runs_a_vector(publish, open_page) -> None:
    published = []
    for number, vector in enumerate(VECTORS.values(), start=1):
        text, short = quoted(one_line(vector)[:190]), quoted(one_line(vector)[:45])
        front = {"summary": text, "organizer": text, "tags": f"[{short}]", "legal_basis": f"[{text}]"}
        try:
            publish(course({}, title=text, reviewed_by=text, **front), slug=f"uji-{number}")
        except HasErrors:
            continue
        published.append(f"/courses/uji-{number}/")

    assert len(published) > 100
    assert [path for path in ("/courses/", "/", *published[::5]) if not harmless(open_page(path))] == []


def test_no_file_name_runs_a_vector(publish, open_page) -> None:
    names = {at: one_line(vector).replace("/", "∕")[:100] for at, vector in enumerate(VECTORS.values(), start=100)}
    pictures = {f"media/{name}.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' for name in names.values()}
    shown = "\n\n".join(f"![a](<../{path}>)" for path in pictures if not set(path) & set('<>"()\\[]'))
    texts = {f"01-isi/{at}-{name} {at}.md": lesson("Isi") for at, name in names.items()}
    edition = publish(course({**texts, **pictures, "01-isi/02-gambar.md": lesson("Gambar", shown)}), slug="uji")
    paths = ["/courses/uji/", "/courses/uji/isi/gambar/", f"/courses/uji/{edition.course.units[-1].address}/"]

    assert len(edition.course.units) > 100
    assert [path for path in paths if not harmless(open_page(path))] == []


FIELDS = ".question input[id^='i.']"
TYPED = "---\ntitle: {title}\n{kind}---\n\n{questions}\n"


def test_no_typed_answer_to_a_practice_question_runs(publish, open_page) -> None:
    text = TYPED.format(title="Berlatih", kind="", questions="## ? Tulis. {#tulis}\n\n- = Satu\n")
    publish(course({"01-isi/02-latih.md": text}), slug="uji")
    page = open_page("/courses/uji/isi/latih/")
    ran = []
    for name, vector in list(VECTORS.items())[::4]:
        page.locator("#q-tulis input").first.fill(vector)
        page.locator("#q-tulis button").click()
        page.locator("#q-tulis [data-result]").wait_for()
        ran += [] if harmless(page) else [name]

    assert ran == []


def test_no_typed_answer_in_a_quiz_runs_while_saved_reviewed_and_shown(publish, open_page) -> None:
    vectors = list(VECTORS.values())[::3]
    questions = "\n".join(f"## ? Tulis {at}. {{#t-{at}}}\n\n- = Satu\n" for at in range(len(vectors)))
    publish(
        course({"01-isi/02-kuis.md": TYPED.format(title="Kuis", kind="kind: quiz\n", questions=questions)}), slug="uji"
    )
    page = open_page("/courses/uji/isi/kuis/")
    _go(page, page.get_by_role("button", name="Mulai kuis").first)
    seen = []
    while page.locator(FIELDS).count():
        for field in page.locator(FIELDS).all():
            field.fill(vectors.pop())
        _go(page, page.locator("button[name=go]").first)
        seen.append(harmless(page))
    _go(page, page.locator("#hand-in button"))

    assert vectors == []
    assert all([*seen, harmless(page)])


def _go(page: Page, button: Locator) -> None:
    with page.expect_navigation():
        button.click()
