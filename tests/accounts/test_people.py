"""Making accounts and finding people."""

import pytest
from flask import Flask
from sqlalchemy import event

from elearn.accounts import passwords, people, service
from elearn.database import db
from elearn.domain.nip import EmploymentStatus
from elearn.organisation.service import NoSuchUnit, create_unit
from tests.accounts.signing_in import NEW_PASSWORD, NOW, PHONE
from tests.support.people import People

PNS = "198609262015051001"
PPPK = "199203152022212005"


def test_a_new_person_has_the_status_that_the_nip_hints_at(app: Flask) -> None:
    statuses = [people.create_user(nip, "Siti Rahma", NOW).status for nip in (PNS, PPPK)]

    assert statuses == ["pns", "pppk"]


def test_a_given_status_is_stronger_than_the_hint(app: Flask) -> None:
    user = people.create_user(PNS, "Siti Rahma", NOW, EmploymentStatus.PPPK)

    assert user.status == "pppk"


def test_a_new_person_has_a_job_and_roles(app: Flask) -> None:
    unit = create_unit("kel-buaran", "Kelurahan Buaran")

    user = people.create_user(
        PNS, "Siti Rahma", NOW, roles=frozenset({"trainer", "admin"}), job=people.Job("kel-buaran", "Lurah")
    )

    assert (user.unit_id, user.position, user.roles) == (unit.id, "Lurah", "admin trainer")


def test_a_new_person_signs_in_only_after_getting_a_code(app: Flask) -> None:
    people.create_user(PNS, "Siti Rahma", NOW)

    with pytest.raises(service.SignInRefused):
        service.sign_in(PNS, "", PHONE, NOW)


def test_a_new_person_given_a_password_signs_in_with_it(app: Flask) -> None:
    people.create_user(PNS, "Siti Rahma", NOW, password=NEW_PASSWORD)

    assert service.sign_in(PNS, NEW_PASSWORD, PHONE, NOW)


def test_a_nip_has_one_account(app: Flask) -> None:
    people.create_user(PNS, "Siti Rahma", NOW)

    with pytest.raises(people.NipTaken):
        people.create_user(PNS, "Siti Lain", NOW)


def test_an_unknown_role_is_refused(app: Flask) -> None:
    with pytest.raises(people.UnknownRole):
        people.create_user(PNS, "Siti Rahma", NOW, roles=frozenset({"king"}))


def test_an_unknown_unit_is_refused(app: Flask) -> None:
    with pytest.raises(NoSuchUnit):
        people.create_user(PNS, "Siti Rahma", NOW, job=people.Job("nowhere"))


def test_a_weak_password_is_given_to_nobody(app: Flask) -> None:
    with pytest.raises(passwords.WeakPassword):
        people.create_user(PNS, "Siti Rahma", NOW, password="rahasia")


def test_people_are_found_by_words_of_their_name_and_unit(app: Flask) -> None:
    create_unit("kel-buaran", "Kelurahan Buaran", "Kel. Buaran")
    people.create_user(PNS, "Siti Rahma", NOW, job=people.Job("kel-buaran"))
    people.create_user(PPPK, "Siti Aminah", NOW)

    found = people.find_people("siti BUARAN", 1)

    assert [(row.name, row.unit) for row in found.rows] == [("Siti Rahma", "Kelurahan Buaran")]


def test_people_are_found_by_the_beginning_of_their_nip(app: Flask) -> None:
    people.create_user(PNS, "Siti Rahma", NOW)
    people.create_user(PPPK, "Siti Aminah", NOW)

    found = people.find_people("19860926 2015", 1)

    assert [row.name for row in found.rows] == ["Siti Rahma"]


def test_a_percent_sign_finds_only_itself(app: Flask) -> None:
    people.create_user(PNS, "Siti Rahma", NOW)

    assert people.find_people("%", 1).rows == ()


def test_a_list_of_people_comes_in_pages_by_name(app: Flask) -> None:
    made = People()
    for number in range(30):
        made.create(f"Orang {number:02}", nip=f"1990010120150110{number:02}")

    second = people.find_people("", 2)

    assert (second.page, second.pages, second.total) == (2, 2, 30)
    assert [row.name for row in second.rows] == [f"Orang {number}" for number in range(25, 30)]


def test_a_page_beyond_the_last_is_the_last(app: Flask) -> None:
    people.create_user(PNS, "Siti Rahma", NOW)

    assert people.find_people("", 9).page == 1


def test_a_list_of_people_takes_two_queries_however_long(app: Flask) -> None:
    made, unit = People(), create_unit("kel-buaran", "Kelurahan Buaran")
    for number in range(20):
        made.create(f"Orang {number:02}", nip=f"1990010120150110{number:02}", unit_id=unit.id)
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    people.find_people("orang", 1)
    event.remove(db.engine, "before_cursor_execute", note)

    assert len([query for query in asked if query.startswith("SELECT")]) == 2
