"""One-time codes: the first sign-in, and a new password for who forgot theirs."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.accounts import codes, passwords, service
from elearn.accounts.models import OneTimeCode, User
from elearn.accounts.signing_in import find_person
from elearn.database import db
from elearn.domain.certificate import show_code
from tests.accounts.signing_in import NEW_PASSWORD, NOW, OFFICE, PASSWORD, PHONE, known, without_secrets
from tests.support.people import People
from tests.support.visitor import Visitor

Visit = Callable[..., Visitor]


def _form(nip: str, code: str, password: str = NEW_PASSWORD, again: str | None = None) -> dict[str, str]:
    return {"nip": nip, "code": code, "password": password, "again": password if again is None else again}


def test_a_code_has_eight_characters_that_nobody_mistakes() -> None:
    made = {codes.new_code() for _ in range(50)}

    assert len(made) == 50
    assert {len(code) for code in made} == {8}
    assert not set("01OILU") & set("".join(made))


@pytest.mark.parametrize("typed", ["7KQM3RXD", "7kqm-3rxd", " 7KQM 3RXD ", "7kqm–3rxd"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert codes.read_code(typed) == "7KQM3RXD"


@pytest.mark.parametrize("typed", ["", "7KQM3RX", "7KQM3RXDD", "7KQM3RX0", "7KQM3RX!"])
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert codes.read_code(typed) is None


def test_with_a_code_a_person_sets_a_password_and_is_signed_in(people: People, visit: Visit) -> None:
    person, visitor = people.create(), visit()
    code = show_code(service.issue_code(person.id, None, clock.now())).lower()

    answer = visitor.post("/first-sign-in", _form(person.nip, code))

    assert (answer.status_code, answer.location) == (303, "/")
    assert person.name in visitor.get("/account").text
    assert service.sign_in(person.nip, NEW_PASSWORD, PHONE, clock.now())


def test_a_code_is_good_once(people: People) -> None:
    person = people.create()
    code = service.issue_code(person.id, None, NOW)
    service.set_password_by_code(person.nip, code, NEW_PASSWORD, PHONE, NOW)

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(person.nip, code, PASSWORD, PHONE, NOW)


def test_a_code_is_good_until_seven_days_have_passed(people: People) -> None:
    person = people.create()
    code = service.issue_code(person.id, None, NOW)

    token = service.set_password_by_code(
        person.nip, code, NEW_PASSWORD, PHONE, NOW + timedelta(days=7) - timedelta(seconds=1)
    )

    assert token


def test_a_code_is_too_old_after_seven_days(people: People) -> None:
    person = people.create()
    code = service.issue_code(person.id, None, NOW)

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(person.nip, code, NEW_PASSWORD, PHONE, NOW + timedelta(days=7))


def test_a_new_code_ends_the_one_before(people: People) -> None:
    person = people.create()
    first = service.issue_code(person.id, None, NOW)
    service.issue_code(person.id, None, NOW)

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(person.nip, first, NEW_PASSWORD, PHONE, NOW)


def test_a_code_is_good_for_its_person_only(people: People) -> None:
    person, other = people.create(), people.create()
    code = service.issue_code(person.id, None, NOW)

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(other.nip, code, NEW_PASSWORD, PHONE, NOW)


def test_who_is_not_active_is_helped_by_no_code(people: People) -> None:
    person = people.create(active=False)
    code = service.issue_code(person.id, None, NOW)

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(person.nip, code, NEW_PASSWORD, PHONE, NOW)


def test_a_wrong_code_reads_the_same_whether_the_person_exists_or_not(people: People, visit: Visit) -> None:
    nips = (people.create().nip, "197001012000011001")

    pages = {without_secrets(visit().post("/first-sign-in", _form(nip, "22222222")).text) for nip in nips}

    assert len(pages) == 1
    assert "kode belum cocok" in pages.pop()


def test_of_a_code_only_a_keyed_hash_and_its_giver_are_kept(people: People) -> None:
    person, admin = people.create(), people.create(roles="admin")

    code = service.issue_code(person.id, admin.id, NOW)

    kept = db.session.scalars(select(OneTimeCode)).one()
    assert code not in kept.code_hash
    assert kept.code_hash != codes.code_hash("", person.nip, code)
    assert kept.created_by == admin.id


def test_a_weak_password_leaves_the_code_good(people: People, visit: Visit) -> None:
    person, visitor = people.create(), visit()
    code = service.issue_code(person.id, None, clock.now())

    refused = visitor.post("/first-sign-in", _form(person.nip, code, "Indonesia2026"))
    taken = visitor.post("/first-sign-in", _form(person.nip, code))

    assert "mudah ditebak" in refused.text
    assert taken.status_code == 303


def test_two_different_new_passwords_are_not_taken(people: People, visit: Visit) -> None:
    person = people.create()
    code = service.issue_code(person.id, None, clock.now())

    answer = visit().post("/first-sign-in", _form(person.nip, code, again="Tiga7Kambin"))

    assert "belum sama" in answer.text
    assert db.session.scalar(select(User.password_hash).where(User.id == person.id)) is None


def test_the_service_too_refuses_a_weak_password(people: People) -> None:
    person = people.create()
    code = service.issue_code(person.id, None, NOW)

    with pytest.raises(passwords.WeakPassword):
        service.set_password_by_code(person.nip, code, person.nip, PHONE, NOW)


def test_a_password_set_by_code_ends_all_earlier_sessions(people: People) -> None:
    person, now = known(people), clock.now()
    old = service.sign_in(person.nip, PASSWORD, OFFICE, now)
    code = service.issue_code(person.id, None, now)

    new = service.set_password_by_code(person.nip, code, NEW_PASSWORD, PHONE, now)

    assert find_person(old) is None
    assert find_person(new)
