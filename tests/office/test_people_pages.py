"""The list of people, a new person, and codes."""

import re

import pytest
from sqlalchemy import func, select

from elearn.accounts.models import OneTimeCode, User
from elearn.accounts.people import PAGE_LENGTH
from elearn.database import db
from tests.office.pages import paragraph, rows
from tests.support.people import People

NIP = "199203142025212001"
PASSWORD = "Tiga7Kambing"
NEW = {"nip": NIP, "name": "Siti Rahmawati", "status": "pppk", "unit": "", "position": "Pengadministrasi", "grade": "V"}


def _count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def _use(visitor, nip, code):
    return visitor.post("/first-sign-in", {"nip": nip, "code": code, "password": PASSWORD, "again": PASSWORD})


def test_a_row_says_who_and_where_a_person_is(people, office):
    unit = people.unit("Kelurahan Buaran")
    people.create("Siti Rahma", "trainer", nip=NIP, unit_id=unit.id, position="Lurah", password_hash="x")

    page = office.post("/office/people", {"q": "siti"}).text

    assert rows(page) == [
        [
            "Siti Rahma 19920314 202521 2 001",
            "Kelurahan Buaran Lurah",
            "Peserta, Pengajar",
            "Kode baru untuk Siti Rahma",
        ]
    ]


def test_a_person_who_never_signed_in_is_marked(people, office):
    people.create("Siti Rahma")

    page = office.post("/office/people", {"q": "siti"}).text

    assert rows(page)[0][3].startswith("Belum pernah")


def test_a_closed_account_is_marked_and_gets_no_code(people, office):
    people.create("Siti Rahma", active=False)

    page = office.post("/office/people", {"q": "siti"}).text

    assert rows(page)[0][3] == "Akun ditutup"


def test_people_are_never_searched_through_the_address(people, office):
    people.create("Siti Rahma")

    assert len(rows(office.get("/office/people?q=siti").text)) == 2


@pytest.mark.parametrize("search", ["\0", "kata " * 2000])
def test_an_odd_search_is_answered(office, search):
    assert office.post("/office/people", {"q": search}).status_code == 200


def test_a_search_without_result_offers_the_whole_list(office):
    page = office.post("/office/people", {"q": "zzz"}).text

    assert "Tidak ada yang cocok" in page
    assert '<a href="/office/people">Tampilkan semua</a>' in page


def test_the_next_page_keeps_what_was_searched(people: People, office):
    for number in range(PAGE_LENGTH + 1):
        people.create(f"Orang {number:02}", nip=f"1990010120150110{number:02}")

    first = office.post("/office/people", {"q": "orang"}).text
    second = office.post("/office/people", {"q": "orang", "page": "2"}).text

    assert '<input type="hidden" name="q" value="orang">' in first
    assert [row[0].split(" 199")[0] for row in rows(second)] == [f"Orang {PAGE_LENGTH}"]


def test_a_new_person_gets_an_account(people, office):
    unit = people.unit("Kelurahan Buaran")

    office.post("/office/people/new", {**NEW, "unit": unit.code, "roles": ["trainer"]})

    user = db.session.scalars(select(User).where(User.nip == NIP)).one()
    assert (user.name, user.status, user.position, user.grade) == ("Siti Rahmawati", "pppk", "Pengadministrasi", "V")
    assert (user.unit_id, user.roles) == (unit.id, "trainer")


def test_the_code_of_a_new_person_opens_the_first_sign_in(office, visit):
    page = office.post("/office/people/new", NEW).text

    answer = _use(visit(), NIP, paragraph(page, "big-code"))

    assert (answer.status_code, answer.location) == (303, "/")


def test_a_code_is_shown_once(office):
    shown = paragraph(office.post("/office/people/new", NEW).text, "big-code")

    pages = [office.get(path).text for path in ("/office/people", "/office/people/new", "/office/")]

    assert not any(shown in page for page in pages)


def test_the_page_with_a_code_is_kept_by_no_cache(office):
    assert office.post("/office/people/new", NEW).headers["Cache-Control"] == "no-store"


def test_the_way_to_use_a_code_is_told_in_the_words_of_the_sign_in_page(office, visit):
    told = re.search("Pilih “([^”]+)”", office.post("/office/people/new", NEW).text)

    assert told
    assert f">{told[1]}</a>" in visit().get("/sign-in").text


def test_a_nip_may_be_typed_in_groups(office):
    office.post("/office/people/new", {**NEW, "nip": "19920314 202521.2-001"})

    assert db.session.scalar(select(User.name).where(User.nip == NIP)) == "Siti Rahmawati"


def test_a_nip_that_has_an_account_is_refused_at_its_field(people, office):
    people.create("Orang lain", nip=NIP)

    page = office.post("/office/people/new", NEW).text

    assert "NIP ini sudah punya akun" in page
    assert db.session.scalar(select(func.count()).where(User.nip == NIP)) == 1
    assert not _count(OneTimeCode)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Isi namanya."),
        ("name", "  \u202e ", "Isi namanya."),
        ("name", "x" * 201, "Paling banyak 200 huruf."),
        ("nip", "", "Isi NIP-nya."),
        ("nip", "123", "NIP terdiri atas 18 angka."),
        ("status", "", "Pilih statusnya."),
        ("grade", "x" * 21, "Paling banyak 20 huruf."),
    ],
)
def test_what_cannot_be_recorded_is_said_at_its_field(office, field, value, sentence):
    page = office.post("/office/people/new", {**NEW, field: value}).text

    assert sentence in page
    assert f'href="#{field}"' in page
    assert _count(User) == 1


@pytest.mark.parametrize(("field", "value"), [("unit", "nowhere"), ("roles", "king"), ("status", "honorer")])
def test_what_the_form_does_not_offer_is_refused(office, field, value):
    office.post("/office/people/new", {**NEW, field: value})

    assert _count(User) == 1


def test_a_name_is_kept_without_what_nobody_sees(office):
    office.post("/office/people/new", {**NEW, "name": " Siti \u202e  Rahma\0wati\n"})

    assert db.session.scalar(select(User.name).where(User.nip == NIP)) == "Siti Rahmawati"


def test_a_new_code_is_given_only_after_asking(people, office):
    person = people.create()

    office.get(f"/office/people/{person.id}/code")

    assert not _count(OneTimeCode)


def test_a_new_code_opens_the_first_sign_in(people, office, visit):
    person = people.create()
    nip = person.nip
    page = office.post(f"/office/people/{person.id}/code").text

    answer = _use(visit(), nip, paragraph(page, "big-code"))

    assert answer.status_code == 303


def test_a_new_code_remembers_who_gave_it(people, admin, office):
    office.post(f"/office/people/{people.create().id}/code")

    assert db.session.scalar(select(OneTimeCode.created_by)) == admin.id


def test_a_closed_account_gets_no_code(people, office):
    person = people.create(active=False)

    answer = office.post(f"/office/people/{person.id}/code")

    assert answer.location == f"/office/people/{person.id}"
    assert not _count(OneTimeCode)


@pytest.mark.parametrize(
    "path", ["/office/people/999", "/office/people/999/code", "/office/people/99999999999999999999"]
)
def test_a_person_who_is_not_there_is_not_found(office, path):
    assert office.get(path).status_code == 404


def test_no_link_of_the_office_carries_a_nip(people, office):
    people.create("Siti Rahma", nip=NIP)

    pages = [office.get("/office/people").text, office.post("/office/people", {"q": NIP}).text]

    assert not any(NIP in address for page in pages for address in re.findall(r'(?:href|action)="([^"]*)"', page))
