"""My courses, a new course, published ones taken into the studio."""

import pytest

from elearn.courses.publishing import sources
from elearn.studio import drafts
from tests.support.courses import small_course


@pytest.fixture
def admin(visit, people):
    return visit(people.create("Ratna Dewi", roles="admin"))


def draft_at(slug, person):
    return drafts.draft_of(slug, person)


def test_a_new_course_is_one_step_from_its_outline(studio):
    answer = studio.post("/studio/new", {"title": "Menyapa dengan ramah: loket 1"})

    assert (answer.status_code, answer.location) == (303, "/studio/menyapa-dengan-ramah-loket-1/")
    assert "Mulai dari sini" in studio.get(answer.location).text


def test_a_new_course_carries_its_title_in_its_files(studio, trainer):
    studio.post("/studio/new", {"title": 'Judul "berkutip"', "slug": "berkutip"})

    files = drafts.files_of(drafts.draft_of("berkutip", _Writer(trainer)).id)
    assert drafts.title_in(files["course.md"]) == 'Judul "berkutip"'


class _Writer:
    def __init__(self, user):
        self.id = user.id
        self.is_admin = False


@pytest.mark.parametrize("slug", ["kursus", "Terbit", "new", "a b", "-", "é"])
def test_an_address_that_is_taken_or_none_is_refused(studio, draft, publish, slug):
    publish(small_course(), "terbit")

    page = studio.post("/studio/new", {"title": "Judul", "slug": slug})

    assert page.status_code == 200
    assert 'id="slug-error"' in page.text


def test_a_trainer_sees_own_and_shared_courses_and_no_others(write, visit, people, studio, admin):
    write(slug="milik-budi")
    dewi = people.create("Dewi Lestari", roles="trainer", nip="198503152010012001")
    write(slug="dibagi")
    studio.post("/studio/dibagi/people", {"nip": dewi.nip})

    page = visit(dewi).get("/studio/").text

    assert ("/studio/dibagi/" in page, "/studio/milik-budi/" in page) == (True, False)
    assert "/studio/milik-budi/" in admin.get("/studio/").text


def test_an_admin_takes_a_published_course_into_the_studio_byte_for_byte(publish, admin):
    publish(small_course(), "terbit")
    shown = "/studio/" in admin.get("/studio/").text and 'value="terbit"' in admin.get("/studio/").text

    answer = admin.post("/studio/take", {"slug": "terbit"})

    draft = draft_at("terbit", type("Admin", (), {"id": 0, "is_admin": True}))
    assert shown
    assert answer.location == "/studio/terbit/"
    assert drafts.files_of(draft.id) == sources("terbit")
    assert "Terbit" in admin.get("/studio/").text
    assert 'value="terbit"' not in admin.get("/studio/").text


def test_learners_have_no_studio_and_no_way_to_it(visit, people):
    learner = visit(people.create())

    assert learner.get("/studio/").status_code == 403
    assert "/studio/" not in learner.get("/").text


def test_trainers_find_the_studio_in_the_menu(studio):
    assert 'href="/studio/"' in studio.get("/").text
