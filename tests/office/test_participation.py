"""Who takes which course, and who completed it."""

from datetime import UTC, datetime, timedelta

import pytest

from elearn.office import service
from tests.office.pages import rows
from tests.support.completing import complete, enrol
from tests.support.courses import lessons_only
from tests.support.queries import counted

START = datetime(2026, 10, 1, 3, tzinfo=UTC)


@pytest.fixture
def course(publish):
    return publish(lessons_only("Menyapa warga"), slug="menyapa")


@pytest.fixture
def two_people(people, course):
    """Siti of Buaran completed the course, Hasan of Jombang takes it."""
    siti = people.create("Siti Rahma", unit_id=people.unit("Kelurahan Buaran").id, nip="199001012015012001")
    hasan = people.create("Hasan Basri", unit_id=people.unit("Kelurahan Jombang").id, nip="198502022010011001")
    complete(siti, course, datetime(2026, 11, 20, 18, tzinfo=UTC))
    enrol(hasan, course)
    return siti, hasan


def _names(page):
    return [row[0].split(" 199")[0] for row in rows(page)]


def test_a_row_says_who_takes_what_since_when_and_when_it_was_completed(two_people, office):
    page = office.get("/office/participation").text

    assert rows(page) == [
        ["Siti Rahma 19900101 201501 2 001 Kelurahan Buaran", "Menyapa warga", "2 November 2026", "21 November 2026"],
        ["Hasan Basri 19850202 201001 1 001 Kelurahan Jombang", "Menyapa warga", "2 November 2026", "belum"],
    ]


def test_a_name_leads_to_the_person(two_people, office):
    page = office.get("/office/participation").text

    assert f'href="/office/people/{two_people[0].id}"' in page


@pytest.mark.parametrize("search", ["siti", "BUARAN", "rahma buaran", "19900101 2015", "199001012015012001"])
def test_people_are_searched_by_name_unit_or_nip(two_people, office, search):
    page = office.post("/office/participation", {"q": search}).text

    assert len(rows(page)) == 1
    assert "Siti Rahma" in page


def test_a_search_is_never_read_from_the_address(two_people, office):
    page = office.get("/office/participation?q=199001012015012001").text

    assert len(rows(page)) == 2
    assert 'value="199001012015012001"' not in page


@pytest.mark.parametrize(("state", "name"), [("completed", "Siti Rahma"), ("in_progress", "Hasan Basri")])
def test_the_list_is_narrowed_by_state(two_people, office, state, name):
    (row,) = rows(office.get(f"/office/participation?state={state}").text)

    assert row[0].startswith(name)


def test_the_list_is_narrowed_by_course(two_people, people, publish, office):
    enrol(people.create("Dewi Lestari"), publish(lessons_only("Mendengarkan"), slug="mendengarkan"))

    (row,) = rows(office.get("/office/participation?course=mendengarkan").text)

    assert row[0].startswith("Dewi Lestari")


def test_the_form_of_a_page_opened_by_a_link_chooses_anew(two_people, office):
    page = office.get("/office/participation?state=completed").text

    assert '<form class="filters" role="search" method="post" action="/office/participation">' in page


@pytest.mark.parametrize("query", ["?course=nothing", "?state=odd", "?page=0", "?page=99", "?page=x"])
def test_an_odd_address_shows_the_whole_list(two_people, office, query):
    assert len(rows(office.get(f"/office/participation{query}").text)) == 2


@pytest.mark.parametrize("search", ["\0", "kata " * 2000])
def test_an_odd_search_is_answered(two_people, office, search):
    assert office.post("/office/participation", {"q": search}).status_code == 200


def test_a_list_without_anyone_says_when_names_will_appear(office):
    assert "begitu seseorang memulai" in office.get("/office/participation").text


def test_a_search_without_result_offers_the_whole_list(two_people, office):
    page = office.post("/office/participation", {"q": "zzz"}).text

    assert "Tidak ada yang cocok" in page
    assert '<a href="/office/participation">Tampilkan semua</a>' in page


def test_the_next_page_keeps_what_was_searched(people, course, office):
    unit = people.unit("Kelurahan Buaran")
    for number in range(service.PAGE_LENGTH + 1):
        person = people.create(f"Orang {number:02}", unit_id=unit.id, nip=f"1990010120150110{number:02}")
        enrol(person, course, START + timedelta(days=number))
    enrol(people.create("Orang lain"), course)

    first = office.post("/office/participation", {"q": "buaran"}).text
    second = office.post("/office/participation", {"q": "buaran", "page": "2"}).text

    assert "Halaman 1 dari 2" in first
    assert '<input type="hidden" name="q" value="buaran">' in first
    assert _names(second) == ["Orang 00"]


def test_a_completed_course_has_the_title_that_it_had_then(people, publish, office):
    complete(people.create(), publish(lessons_only("Judul lama"), slug="menyapa"))
    enrol(people.create(), publish(lessons_only("Judul baru"), slug="menyapa"))

    titles = [row[1] for row in rows(office.get("/office/participation").text)]

    assert sorted(titles) == ["Judul baru", "Judul lama"]


@pytest.mark.parametrize("size", [1, 30])
def test_a_page_of_the_list_takes_two_queries_however_long(people, course, size):
    for number in range(size):
        enrol(people.create(unit_id=people.unit().id, nip=f"1990010120150110{number:02}"), course)
    everyone = {"search": "", "slug": "", "completed": None, "page": 1}
    service.participation(**everyone)

    with counted() as asked:
        service.participation(**everyone)

    assert len(asked) == 2
