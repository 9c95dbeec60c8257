"""Pages of learning, as a person without JavaScript meets them."""

import gzip
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition
from tests.support.completing import complete, enrol
from tests.support.courses import course_md, demo_course, lesson, lessons_only, small_course
from tests.support.people import People
from tests.support.visitor import Visitor

Publish = Callable[..., LiveEdition]
Visit = Callable[[User | None], Visitor]


@pytest.fixture
def learner(people: People) -> User:
    """A learner."""
    return people.create("Siti Rahma")


@pytest.fixture
def browser(visit: Visit, learner: User) -> Visitor:
    """The learner's browser."""
    return visit(learner)


def words(html: str) -> str:
    """What stands on a page, in plain words."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def main_part(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def test_home_without_any_course_says_so_kindly(browser: Visitor) -> None:
    assert "Belum ada pelatihan yang dapat dibuka." in browser.get("/").text


def test_the_first_link_of_home_is_the_next_step(browser: Visitor, learner: User, publish: Publish) -> None:
    enrol(learner, publish(small_course()))

    page = main_part(browser.get("/").text)

    assert re.search(r'<a [^>]*href="([^"]+)"', page)[1] == "/courses/kursus/mulai/sapa/"  # type: ignore[index]
    assert "Lanjutkan: Menyapa, 4 menit" in words(page)


def test_home_sends_a_newcomer_to_what_the_course_is(browser: Visitor, publish: Publish) -> None:
    publish(small_course())

    page = main_part(browser.get("/").text)

    assert re.search(r'<a [^>]*href="([^"]+)"', page)[1] == "/courses/kursus/"  # type: ignore[index]


def test_home_shows_the_hours_of_the_year_beside_their_bar(browser: Visitor, learner: User, publish: Publish) -> None:
    complete(learner, publish(small_course(jp=3)))

    page = browser.get("/").text

    assert "3 dari 20 JP" in words(page)
    assert '<progress max="100" value="15"' in page


def test_the_catalogue_keeps_what_was_searched_for(browser: Visitor, publish: Publish) -> None:
    publish(small_course())

    page = browser.get("/courses/?q=tidak+ada&length=long").text

    assert "Belum ada pelatihan yang cocok." in page
    assert 'value="tidak ada"' in page
    assert '<option value="long" selected>' in page


def test_a_course_tells_its_law_its_day_and_that_nobody_reviewed_it(browser: Visitor, publish: Publish) -> None:
    publish(demo_course())

    page = words(browser.get("/courses/kursus/").text)

    for fact in ("UU 25/2009", "Berlaku per 24 November 2026", "belum ditinjau", "nilai lulus 70"):
        assert fact in page


def test_a_course_past_its_review_warns_its_readers(browser: Visitor, publish: Publish) -> None:
    publish({**small_course(), "course.md": course_md(review_due="2020-01-31")})

    assert "dijadwalkan ditinjau pada 31 Januari 2020" in browser.get("/courses/kursus/").text


def test_a_locked_course_leads_to_what_comes_first(browser: Visitor, publish: Publish) -> None:
    publish(small_course(), slug="dasar")
    publish(small_course(prerequisites="[dasar]"), slug="lanjut")

    page = main_part(browser.get("/courses/lanjut/").text)

    assert 'href="/courses/dasar/"' in page
    assert "Mulai pelatihan" not in page
    assert "/courses/lanjut/mulai/" not in page


def test_starting_a_course_opens_its_first_unit(browser: Visitor, publish: Publish) -> None:
    publish(small_course())

    answer = browser.post("/courses/kursus/enrol")

    assert urlsplit(answer.location).path == "/courses/kursus/mulai/sapa/"


def test_finishing_a_lesson_leads_to_the_next(browser: Visitor, publish: Publish) -> None:
    publish(small_course())

    answer = browser.post("/courses/kursus/mulai/sapa/", {"action": "complete"})

    assert urlsplit(answer.location).path == "/courses/kursus/mulai/dengar/"


def test_finishing_the_last_lesson_congratulates(browser: Visitor, publish: Publish) -> None:
    publish(lessons_only(count=1))

    browser.post("/courses/kursus/mulai/bagian-1/", {"action": "complete"})

    page = browser.get("/courses/kursus/").text
    assert "Selamat! Anda menyelesaikan pelatihan ini." in page
    assert "Anda menyelesaikan pelatihan ini pada" in page


def test_a_lesson_says_where_it_stands_in_its_module(browser: Visitor, publish: Publish) -> None:
    publish(small_course())

    assert "bagian 2 dari 3" in words(browser.get("/courses/kursus/mulai/dengar/").text)


def test_a_completed_lesson_offers_the_way_on_instead_of_finishing(
    browser: Visitor, learner: User, publish: Publish
) -> None:
    complete(learner, publish(small_course()))

    page = main_part(browser.get("/courses/kursus/mulai/sapa/").text)

    assert "Lanjut: Mendengarkan" in page
    assert 'value="complete"' not in page


def test_a_lesson_that_changed_shows_what_changed(browser: Visitor, learner: User, publish: Publish) -> None:
    complete(learner, publish(small_course()))
    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa", "Warga disapa paling dulu.", minutes=4)})

    page = browser.get("/courses/kursus/mulai/sapa/").text
    changes = browser.get("/courses/kursus/mulai/sapa/changes").text

    assert "diubah sejak Anda baca pada 20 November 2026" in words(page)
    assert "<del>lebih</del> <ins>paling</ins>" in changes


def test_a_practice_answer_reloads_the_page_with_its_result(browser: Visitor, publish: Publish) -> None:
    edition = publish(demo_course())
    [question] = [q for q in edition.course.questions() if q.id == "l-isian"]

    page = browser.post("/courses/kursus/langkah/berlatih/", {"question": question.id, f"q-{question.id}": "Serang"})

    assert "Belum tepat" in page.text
    assert 'value="Serang"' in page.text


def test_a_script_gets_the_answered_question_alone(browser: Visitor, publish: Publish) -> None:
    publish(demo_course())

    fragment = browser.post(
        "/courses/kursus/langkah/berlatih/",
        {"question": "l-isian", "q-l-isian": "tangerang selatan"},
        headers={"X-Fragment": "question"},
    ).text

    assert fragment.startswith('<div class="practice">')
    assert fragment.count("<fieldset") == 1
    assert "Benar" in words(fragment)


def test_a_lesson_returns_to_the_paragraph_where_its_reader_stopped(
    browser: Visitor, learner: User, publish: Publish
) -> None:
    enrol(learner, publish(small_course()))
    browser.get("/courses/kursus/mulai/sapa/")

    browser.post("/courses/kursus/mulai/sapa/", {"action": "place", "place": "7"})

    assert 'data-place="7"' in browser.get("/courses/kursus/mulai/sapa/").text


def test_a_lesson_with_its_style_and_scripts_is_light(browser: Visitor, publish: Publish) -> None:
    publish(demo_course())
    page = browser.get("/courses/kursus/langkah/tiga-langkah/").text
    addresses = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js|svg)[^"]*)"', page)

    weights = {at: weight(browser, at) for at in addresses}

    scripts = sum(weight for at, weight in weights.items() if ".js" in at)
    assert scripts <= 15_000
    assert len(gzip.compress(page.encode())) + sum(weights.values()) <= 40_000


def weight(browser: Visitor, address: str) -> int:
    """Bytes of a file on its way to a phone."""
    with browser.client.get(address) as answer:
        return len(gzip.compress(answer.data))


def test_colours_for_code_are_loaded_only_where_code_is(browser: Visitor, publish: Publish) -> None:
    publish(demo_course())

    assert "css/code.css" in browser.get("/courses/kursus/langkah/tiga-langkah/").text
    assert "css/code.css" not in browser.get("/courses/kursus/langkah/berlatih/").text
