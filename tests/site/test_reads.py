"""The reads of every page, which go to the driver, and the cookies that aren't verified twice."""

import pytest
from flask import flash, g, get_flashed_messages
from sqlalchemy import bindparam, select

from elearn.accounts.models import SignIn, User
from elearn.database import db, transaction
from elearn.reads import Read
from tests.support.courses import small_course
from tests.support.queries import counted

_user = User.__table__.c
COLUMNS = (_user.id, _user.nip, _user.name, _user.active, _user.created_at, _user.language.label("spoken"))
BY_NAME = select(*COLUMNS).where(_user.name == bindparam("name")).order_by(_user.nip)


def test_a_read_finds_what_the_session_finds_with_the_same_types_and_names(people):
    for _ in range(2):
        people.create(name="Sari")
    people.create(name="Tono")

    found = Read(BY_NAME).all(name="Sari")

    through_session = db.session.execute(BY_NAME, {"name": "Sari"}).all()
    assert [tuple(row) for row in found] == [tuple(row) for row in through_session]
    assert [(row.nip, row.spoken) for row in found] == [(row.nip, row.spoken) for row in through_session]
    assert [type(value) for value in found[0]] == [type(value) for value in through_session[0]]


def test_a_read_that_finds_nothing_has_no_first(app):
    assert Read(BY_NAME).first(name="Tidak ada") is None


def test_a_read_inside_of_a_transaction_sees_what_was_written_there(people):
    person = people.create(name="Sari")

    @transaction
    def rename():
        db.session.get(User, person.id).name = "Sari Dewi"
        return Read(BY_NAME).first(name="Sari Dewi")

    assert rename().nip == person.nip


def test_a_read_sees_what_another_request_committed_meanwhile(people):
    read = Read(BY_NAME)
    before = read.all(name="Baru")

    people.create(name="Baru")

    assert (len(before), len(read.all(name="Baru"))) == (0, 1)


def test_a_read_over_a_connection_that_broke_begins_anew(people):
    person = people.create(name="Sari")
    read = Read(BY_NAME)
    read.all(name="Sari")
    broken = g.reader
    broken.dbapi_connection.close()

    found = read.all(name="Sari")

    assert [row.nip for row in found] == [person.nip]
    assert g.get("reader") is not broken
    assert [row.nip for row in read.all(name="Sari")] == [person.nip]


@pytest.mark.parametrize("address", ["/courses/kursus/", "/courses/kursus/mulai/sapa/"])
def test_a_courses_page_finds_who_asks_and_where_they_stand_in_one_query(people, visit, publish, address):
    publish(small_course())
    visitor = visit(people.create())
    visitor.client.post("/courses/kursus/enrol")
    assert visitor.client.get(address).status_code == 200

    with counted() as statements:
        page = visitor.client.get(address)

    assert (page.status_code, len(statements)) == (200, 1)


def test_a_course_that_is_not_there_is_told_to_who_is_signed_in_alone(people, visit, publish):
    publish(small_course())

    assert visit(people.create()).client.get("/courses/tidak-ada/").status_code == 404
    assert visit().client.get("/courses/tidak-ada/").status_code == 302
    assert visit().client.get("/courses/kursus/").status_code == 302


def test_what_was_foreseen_answers_the_same_question_once_and_no_other(people):
    people.create(name="Sari")
    read = Read(BY_NAME)

    read.foresee(["ramalan"], name="Sari")
    asked = [read.all(name="Sari"), read.all(name="Sari")]
    read.foresee(["ramalan"], name="Tono")

    assert (asked[0], [row.name for row in asked[1]]) == (["ramalan"], ["Sari"])
    assert [row.name for row in read.all(name="Sari")] == ["Sari"]


def test_what_was_foreseen_is_read_anew_once_a_transaction_began(people):
    person = people.create(name="Sari")
    read = Read(BY_NAME)
    read.foresee(["ramalan"], name="Sari")

    @transaction
    def rename():
        db.session.get(User, person.id).name = "Sari Dewi"

    rename()

    assert read.all(name="Sari") == []


def test_a_session_that_the_database_ended_is_over_though_its_cookie_was_found_good(people, visit):
    visitor = visit(people.create())
    visitor.client.get("/account")
    before = visitor.client.get("/account").status_code

    @transaction
    def end():
        for sign_in in db.session.scalars(select(SignIn)):
            db.session.delete(sign_in)

    end()

    assert (before, visitor.client.get("/account").status_code) == (200, 302)


@pytest.mark.parametrize("change", [lambda value: value[:-1], lambda value: "x" + value, lambda value: value + "A"])
def test_a_cookie_that_somebody_changed_signs_nobody_in_after_the_good_one_did(people, visit, app, change):
    visitor = visit(people.create())
    visitor.client.get("/account")
    name = app.config["SESSION_COOKIE_NAME"]
    good = visitor.client.get_cookie(name)

    visitor.client.set_cookie(name, change(good.value))

    assert visitor.client.get("/account").status_code == 302


@pytest.mark.parametrize("began_with", [{}, {"_flashes": [("success", "Pertama")]}])
def test_what_one_request_changes_in_its_session_is_not_in_the_next_ones_with_the_same_cookie(app, visit, began_with):
    visitor = visit()
    with visitor.client.session_transaction() as session:
        session.update(csrf_token="rahasia", **began_with)
    cookie = visitor.client.get_cookie(app.config["SESSION_COOKIE_NAME"])

    seen = []
    for _ in range(3):
        with app.test_request_context(headers={"Cookie": f"{cookie.key}={cookie.value}"}):
            flash("Kedua")
            seen.append(get_flashed_messages())

    assert seen == [[*(text for _kind, text in began_with.get("_flashes", [])), "Kedua"]] * 3
