"""One's own account: data, password, sessions, language."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.accounts import service
from elearn.accounts.models import SignIn, User
from elearn.accounts.signing_in import SEEN_EVERY, find_person
from elearn.database import db
from elearn.domain.nip import show_nip
from tests.accounts.signing_in import NEW_PASSWORD, NOW, OFFICE, PASSWORD, PHONE, known
from tests.support.people import People
from tests.support.visitor import Visitor

Visit = Callable[..., Visitor]


def _change(visitor: Visitor, current: str = PASSWORD, new: str = NEW_PASSWORD) -> str:
    answer = visitor.post("/account/password", {"current": current, "password": new, "again": new})
    return answer.location or answer.text


def _token(visitor: Visitor) -> str:
    with visitor.client.session_transaction() as session:
        return str(session["_user_id"])


def test_a_person_reads_what_is_known_of_them(people: People, visit: Visit) -> None:
    unit = people.unit("Kelurahan Buaran")
    person = people.create(unit_id=unit.id, position="Pranata Komputer", rank="Penata", grade="III/c")

    page = visit(person).get("/account").text

    for fact in (person.name, show_nip(person.nip), "Kelurahan Buaran", "Pranata Komputer", "Penata", "III/c", "PNS"):
        assert fact in page


@pytest.mark.parametrize("path", ["/account", "/account/password"])
def test_a_stranger_is_asked_to_sign_in(visit: Visit, path: str) -> None:
    answer = visit().get(path)

    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in?next=")


def test_a_new_password_replaces_the_old_one(people: People, visit: Visit) -> None:
    person = known(people)

    assert _change(visit(person)) == "/account"

    assert service.sign_in(person.nip, NEW_PASSWORD, PHONE, NOW)
    with pytest.raises(service.SignInRefused):
        service.sign_in(person.nip, PASSWORD, PHONE, NOW)


def test_a_new_password_ends_the_other_sessions_only(people: People, visit: Visit) -> None:
    person = known(people)
    visitor, other = visit(person), visit(person)

    _change(visitor)

    assert other.get("/account").status_code == 302
    assert visitor.get("/account").status_code == 200


def test_a_copy_of_the_asking_cookie_opens_nothing_after_a_new_password(people: People, visit: Visit) -> None:
    visitor = visit(known(people))
    copied = _token(visitor)

    _change(visitor)

    assert find_person(copied) is None


def test_a_new_password_ends_codes_that_wait(people: People, visit: Visit) -> None:
    person = known(people)
    code = service.issue_code(person.id, None, clock.now())

    _change(visit(person))

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(person.nip, code, "becak-hijau-04", PHONE, clock.now())


def test_without_the_current_password_nothing_changes(people: People, visit: Visit) -> None:
    person = known(people)

    page = _change(visit(person), current="another one")

    assert "Kata sandi sekarang belum cocok" in page
    assert service.sign_in(person.nip, PASSWORD, PHONE, NOW)


def test_a_weak_new_password_is_refused_with_the_reason(people: People, visit: Visit) -> None:
    person = known(people)

    assert "tidak memuat NIP" in _change(visit(person), new=person.nip)


def test_guessing_the_current_password_ends_in_a_pause(people: People, visit: Visit) -> None:
    visitor = visit(known(people))
    for _ in range(10):
        _change(visitor, current="another one")

    assert "Tunggu sebentar" in _change(visitor)


def test_the_own_sessions_are_listed_this_one_first(people: People) -> None:
    person = known(people)
    service.sign_in(person.nip, PASSWORD, PHONE, NOW)
    service.sign_in(person.nip, PASSWORD, OFFICE, NOW + timedelta(minutes=1))
    this = db.session.scalars(select(SignIn.id).where(SignIn.device == PHONE.device)).one()

    sessions = service.sessions_of(person.id, this, NOW + timedelta(minutes=2))

    assert [(s.browser, s.system, s.current) for s in sessions] == [
        ("Chrome", "Android", True),
        ("Firefox", "Windows", False),
    ]


def test_a_session_that_ran_out_is_not_listed(people: People) -> None:
    person = known(people)
    service.sign_in(person.nip, PASSWORD, PHONE, NOW)

    assert service.sessions_of(person.id, 0, NOW + timedelta(hours=12)) == ()


def test_a_session_is_shown_in_words(people: People, visit: Visit) -> None:
    person = known(people)
    service.sign_in(person.nip, PASSWORD, PHONE, clock.now())

    page = visit(person).get("/account").text

    assert "Chrome di Android" in page
    assert "perangkat ini" in page


def test_a_person_ends_one_of_their_sessions(people: People, visit: Visit) -> None:
    person = known(people)
    visitor, other = visit(person), visit(person)
    found = find_person(_token(other))
    assert found

    visitor.post(f"/account/sessions/{found.sign_in_id}/end")

    assert other.get("/account").status_code == 302
    assert visitor.get("/account").status_code == 200


def test_ending_the_own_session_signs_out(people: People, visit: Visit) -> None:
    visitor = visit(people.create())
    found = find_person(_token(visitor))
    assert found

    answer = visitor.post(f"/account/sessions/{found.sign_in_id}/end")

    assert answer.location == "/sign-in"
    assert visitor.get("/account").status_code == 302


def test_nobody_ends_the_session_of_another(people: People, visit: Visit) -> None:
    visitor, other = visit(people.create()), visit(people.create())
    found = find_person(_token(other))
    assert found

    answer = visitor.post(f"/account/sessions/{found.sign_in_id}/end")

    assert answer.status_code == 404
    assert other.get("/account").status_code == 200


def test_a_person_ends_all_sessions_but_this_one(people: People, visit: Visit) -> None:
    person = people.create()
    visitor, others = visit(person), [visit(person), visit(person)]

    visitor.post("/account/sessions/end-others")

    assert [other.get("/account").status_code for other in others] == [302, 302]
    assert visitor.get("/account").status_code == 200


def test_the_last_use_of_a_session_is_remembered_now_and_then(
    people: People, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = visit(people.create())
    soon, later = clock.now() + SEEN_EVERY / 2, clock.now() + SEEN_EVERY + timedelta(minutes=1)
    seen = []
    for moment in (soon, later):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        visitor.get("/account")
        seen.append(db.session.scalar(select(SignIn.seen_at)))

    assert seen[0] < soon
    assert seen[1] == later


def test_a_person_chooses_the_language_of_all_their_devices(people: People, visit: Visit) -> None:
    person = people.create()

    answer = visit(person).post("/account/language", {"language": "en"})

    assert db.session.scalar(select(User.language).where(User.id == person.id)) == "en"
    assert any(cookie.startswith("language=en;") for cookie in answer.headers.getlist("Set-Cookie"))


def test_a_language_that_the_platform_has_not_is_refused(people: People, visit: Visit) -> None:
    answer = visit(people.create()).post("/account/language", {"language": "xx"})

    assert answer.status_code == 400
