"""Too many tries: a pause, and a page that says until when."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from elearn import clock
from elearn.accounts import service
from elearn.accounts.throttle import TooManyTries
from tests.accounts.signing_in import NEW_PASSWORD, NOW, OFFICE, PASSWORD, PHONE, known, sign_in
from tests.support.people import People
from tests.support.visitor import Visitor

Visit = Callable[..., Visitor]
UNKNOWN = "197001012000011001"
MINUTE = timedelta(minutes=1)


def _fail(nip: str, times: int, now: datetime = NOW, origin: service.Origin = PHONE) -> None:
    for _ in range(times):
        with pytest.raises(service.SignInRefused):
            service.sign_in(nip, "another one", origin, now)


def test_after_ten_wrong_passwords_even_the_right_one_waits(people: People) -> None:
    person = known(people)
    _fail(person.nip, 10)

    with pytest.raises(TooManyTries):
        service.sign_in(person.nip, PASSWORD, OFFICE, NOW + 14 * MINUTE)


def test_after_the_pause_the_right_password_is_taken(people: People) -> None:
    person = known(people)
    _fail(person.nip, 10)

    assert service.sign_in(person.nip, PASSWORD, PHONE, NOW + 15 * MINUTE)


def test_an_unknown_nip_is_paused_like_a_known_one(people: People) -> None:
    _fail(UNKNOWN, 10)

    with pytest.raises(TooManyTries):
        service.sign_in(UNKNOWN, PASSWORD, PHONE, NOW)


def test_signing_in_forgets_the_tries_before(people: People) -> None:
    person = known(people)
    _fail(person.nip, 9)
    service.sign_in(person.nip, PASSWORD, PHONE, NOW)

    _fail(person.nip, 9)

    assert service.sign_in(person.nip, PASSWORD, PHONE, NOW)


def test_after_a_hundred_wrong_passwords_for_many_people_the_address_waits(people: People) -> None:
    person = known(people)
    for number in range(100):
        _fail(f"1970010120000110{number:02}", 1)

    with pytest.raises(TooManyTries):
        service.sign_in(person.nip, PASSWORD, PHONE, NOW)


def test_another_address_does_not_wait_along(people: People) -> None:
    person = known(people)
    for number in range(100):
        _fail(f"1970010120000110{number:02}", 1)

    assert service.sign_in(person.nip, PASSWORD, OFFICE, NOW)


def test_people_who_sign_in_rightly_do_not_use_up_their_address(people: People) -> None:
    person = known(people)
    for _ in range(101):
        service.sign_in(person.nip, PASSWORD, PHONE, NOW)

    _fail(UNKNOWN, 1)


def test_guessing_codes_ends_in_a_pause(people: People) -> None:
    person = people.create()
    code = service.issue_code(person.id, None, NOW)
    for _ in range(10):
        with pytest.raises(service.CodeRefused):
            service.set_password_by_code(person.nip, "22222222", NEW_PASSWORD, PHONE, NOW)

    with pytest.raises(TooManyTries):
        service.set_password_by_code(person.nip, code, NEW_PASSWORD, OFFICE, NOW)


def test_guessing_passwords_does_not_keep_anybody_from_using_their_code(people: People) -> None:
    person = known(people)
    code = service.issue_code(person.id, None, NOW)
    _fail(person.nip, 10)

    assert service.set_password_by_code(person.nip, code, NEW_PASSWORD, OFFICE, NOW)


def test_the_page_says_when_to_try_again(people: People, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    now = NOW + timedelta(seconds=10)
    monkeypatch.setattr(clock, "now", lambda: now)
    person, visitor = known(people), visit()
    _fail(person.nip, 10, now)

    answer = sign_in(visitor, person.nip)

    assert answer.status_code == 429
    assert "pukul 08.16 WIB" in answer.text
    assert answer.headers["Retry-After"] == "901"
