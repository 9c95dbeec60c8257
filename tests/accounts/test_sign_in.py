"""Signing in with NIP and password, and signing out."""

from collections.abc import Callable
from datetime import timedelta

import argon2
import pytest
from sqlalchemy import select

from elearn import clock
from elearn.accounts import passwords, service
from elearn.accounts.models import SignIn, User
from elearn.accounts.signing_in import find_person
from elearn.database import db
from elearn.domain.nip import show_nip
from tests.accounts.signing_in import NOW, PASSWORD, PHONE, known, sign_in, without_secrets
from tests.support.people import People
from tests.support.visitor import Visitor

Visit = Callable[..., Visitor]
UNKNOWN = "197001012000011001"
SORRY = "NIP atau kata sandi belum cocok"


def test_with_nip_and_password_a_person_is_signed_in(people: People, visit: Visit) -> None:
    person, visitor = known(people), visit()

    answer = sign_in(visitor, person.nip)

    assert (answer.status_code, answer.location) == (303, "/")
    assert person.name in visitor.get("/account").text


def test_a_nip_may_be_typed_in_groups(people: People, visit: Visit) -> None:
    person = known(people)

    answer = sign_in(visit(), show_nip(person.nip))

    assert answer.status_code == 303


def test_a_number_that_is_no_nip_is_answered_with_what_is_odd_about_it(visit: Visit) -> None:
    answer = sign_in(visit(), "1970")

    assert "NIP terdiri atas 18 angka" in answer.text


def test_unknown_wrong_inactive_and_new_people_read_the_same(people: People, visit: Visit) -> None:
    wrong, inactive, new = known(people), known(people, active=False), people.create()
    tries = ((UNKNOWN, PASSWORD), (wrong.nip, "another one"), (inactive.nip, PASSWORD), (new.nip, PASSWORD))

    pages = {without_secrets(sign_in(visit(), nip, password).text) for nip, password in tries}

    assert len(pages) == 1
    assert SORRY in pages.pop()


def test_unknown_wrong_inactive_and_new_people_take_one_hash_each(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong, inactive, new = known(people), known(people, active=False), people.create()
    passwords.matches(None, "warm up")
    verified = []
    verify = argon2.PasswordHasher.verify
    monkeypatch.setattr(
        argon2.PasswordHasher, "verify", lambda *args: verified.append(args[1].split("$")[3]) or verify(*args)
    )

    for nip in (UNKNOWN, wrong.nip, inactive.nip, new.nip):
        with pytest.raises(service.SignInRefused):
            service.sign_in(nip, "another one", PHONE, NOW)

    assert verified == ["m=8,t=1,p=1"] * 4


def test_a_person_goes_on_to_where_they_were_going(people: People, visit: Visit) -> None:
    person, visitor = known(people), visit()
    asked = visitor.get("/account/password")

    answer = sign_in(visitor, person.nip, path=asked.location)

    assert answer.location == "/account/password"


def test_who_sent_a_form_too_late_comes_back_to_the_page_it_stood_on(visit: Visit) -> None:
    visitor = visit()

    answer = visitor.post("/account/language", headers={"Referer": "http://localhost/account?from=home"})

    assert answer.location == "/sign-in?next=/account?from%3Dhome"


def test_the_page_of_another_site_is_none_to_come_back_to(visit: Visit) -> None:
    answer = visit().post("/account/language", headers={"Referer": "http://example.org/account"})

    assert answer.location == "/sign-in"


def test_a_script_without_a_session_is_told_so_instead_of_getting_the_form(visit: Visit) -> None:
    answer = visit().post("/account/language", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json) == (401, {"error": "Unauthorized"})


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "/\\example.org", "account"])
def test_nobody_is_sent_to_another_site(people: People, visit: Visit, target: str) -> None:
    answer = sign_in(visit(), known(people).nip, next=target)

    assert answer.location == "/"


def test_who_is_signed_in_is_not_asked_again(people: People, visit: Visit) -> None:
    answer = visit(people.create()).get("/sign-in?next=/account")

    assert (answer.status_code, answer.location) == (303, "/account")


def test_what_stood_in_the_cookie_before_signing_in_is_gone_after(people: People, visit: Visit) -> None:
    person, visitor = known(people), visit()
    with visitor.client.session_transaction() as session:
        session["planted"] = "by another"
    before = visitor.token()

    sign_in(visitor, person.nip)

    with visitor.client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") is None
    assert visitor.token() != before


def test_a_sign_in_without_its_token_is_refused(people: People, visit: Visit) -> None:
    person, visitor = known(people), visit()

    answer = visitor.client.post("/sign-in", data={"nip": person.nip, "password": PASSWORD})

    assert answer.status_code == 400


def test_a_session_lasts_twelve_hours_unless_remembered(people: People) -> None:
    token = service.sign_in(known(people).nip, PASSWORD, PHONE, clock.now() - timedelta(hours=12))

    assert find_person(token) is None


def test_a_session_is_good_for_less_than_twelve_hours(people: People) -> None:
    token = service.sign_in(known(people).nip, PASSWORD, PHONE, clock.now() - timedelta(hours=11, minutes=59))

    assert find_person(token)


def test_a_remembered_session_lasts_sixty_days(people: People, visit: Visit) -> None:
    answer = sign_in(visit(), known(people).nip, remember="y")

    ends = db.session.scalars(select(SignIn.expires_at)).one()
    cookies = [cookie for cookie in answer.headers.getlist("Set-Cookie") if cookie.startswith("elearn=")]
    assert timedelta(days=59) < ends - clock.now() <= timedelta(days=60)
    assert all("Expires=" in cookie for cookie in cookies)


def test_an_unremembered_cookie_ends_with_the_browser(people: People, visit: Visit) -> None:
    answer = sign_in(visit(), known(people).nip)

    cookies = [cookie for cookie in answer.headers.getlist("Set-Cookie") if cookie.startswith("elearn=")]
    assert cookies
    assert all("Expires=" not in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in cookies)


def test_of_a_token_only_a_hash_is_kept(people: People) -> None:
    token = service.sign_in(known(people).nip, PASSWORD, PHONE, NOW)

    assert token not in str(db.session.execute(select(SignIn.__table__)).all())


def test_who_is_no_longer_active_is_signed_out_everywhere(people: People) -> None:
    person = known(people)
    token = service.sign_in(person.nip, PASSWORD, PHONE, clock.now())

    person.active = False
    db.session.commit()

    assert find_person(token) is None


def test_a_hash_made_the_old_way_is_made_anew_at_sign_in(people: People) -> None:
    old = argon2.PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PASSWORD)
    person = people.create(password_hash=old)

    service.sign_in(person.nip, PASSWORD, PHONE, NOW)

    kept = db.session.scalar(select(User.password_hash).where(User.id == person.id))
    assert kept
    assert kept.startswith("$argon2id$v=19$m=8,t=1,p=1$")


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(people: People, visit: Visit) -> None:
    visitor, thief = visit(), visit()
    sign_in(visitor, known(people).nip)
    cookie = visitor.client.get_cookie("elearn")
    assert cookie
    thief.client.set_cookie("elearn", cookie.value)
    assert thief.get("/account").status_code == 200

    visitor.post("/sign-out")

    assert thief.get("/account").status_code == 302


def test_signing_out_leaves_nothing_in_the_cookie(people: People, visit: Visit) -> None:
    visitor = visit(people.create())

    answer = visitor.post("/sign-out")

    assert (answer.status_code, answer.location) == (303, "/sign-in")
    with visitor.client.session_transaction() as session:
        assert set(session) == {"_flashes"}


def test_a_link_signs_nobody_out(people: People, visit: Visit) -> None:
    visitor = visit(people.create())

    assert visitor.client.get("/sign-out").status_code == 405


def test_pages_are_in_the_language_of_who_signs_in(people: People, visit: Visit) -> None:
    answer = sign_in(visit(), known(people, language="en").nip)

    assert any(cookie.startswith("language=en;") for cookie in answer.headers.getlist("Set-Cookie"))


def test_who_forgot_the_password_reads_whom_to_ask(visit: Visit) -> None:
    assert "admin kepegawaian di unit kerja Anda" in visit().get("/forgot-password").text
