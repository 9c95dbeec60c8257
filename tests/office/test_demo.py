"""Demo people: there for development, and nowhere else."""

from dataclasses import replace

import click
import pytest
from flask import Flask
from sqlalchemy import func, select, update

from elearn import clock
from elearn.accounts.models import SignIn, User
from elearn.accounts.people import create_user
from elearn.app import create_app
from elearn.certificates.models import Certificate
from elearn.database import db
from elearn.learning.models import Enrolment
from elearn.office import demo
from elearn.office.cli import stop_with_demo_people
from elearn.office.demo_people import PASSWORD, PEOPLE
from elearn.organisation.models import OrgUnit
from tests.support.courses import lessons_only

SHOWN = [person for person in PEOPLE if person.shown]
REFUSED = "Close their accounts: .venv/bin/flask demo close"


@pytest.fixture
def loaded(app):
    """A database in which demo people are."""
    demo.load(clock.now())


@pytest.fixture
def production(app, settings):
    """An application for real people on the same database."""
    secure = replace(settings, environment="production", base_url="https://contoh.go.id", hosts=("contoh.go.id",))
    other = create_app(secure)
    with other.app_context():
        yield other
        db.session.remove()
        db.engine.dispose()


def _counts() -> list[int | None]:
    return [db.session.scalar(select(func.count()).select_from(model)) for model in (User, OrgUnit, Enrolment)]


@pytest.mark.parametrize("person", SHOWN, ids=lambda person: person.label)
def test_a_demo_person_signs_in_with_what_is_printed(app, visit, person):
    demo.load(clock.now())
    (line,) = [line for line in demo.sign_ins() if line.startswith(person.label)]
    _label, nip, password = line.split()
    visitor = visit()

    visitor.post("/sign-in", {"nip": nip, "password": password})

    assert person.name in visitor.get("/account").text


def test_there_is_a_demo_learner_trainer_and_admin(app):
    demo.load(clock.now())

    found = {user.nip: user.roles for user in db.session.scalars(select(User))}
    assert {person.label: found[person.nip] for person in SHOWN} == {
        "peserta": "",
        "pengajar": "trainer",
        "admin": "admin",
    }


def test_the_demo_learner_has_everything_before_them(app, publish):
    publish(lessons_only(), slug="berakhlak")

    demo.load(clock.now())

    learner = db.session.scalar(select(User.id).where(User.nip == SHOWN[0].nip))
    assert not db.session.scalar(select(func.count()).where(Enrolment.user_id == learner))


def test_demo_people_have_completed_courses_and_hold_certificates(app, publish):
    publish(lessons_only(), slug="berakhlak")

    demo.load(clock.now())

    assert db.session.scalar(select(func.count(Certificate.id))) == 2


def test_demo_people_do_without_courses_that_are_not_there(app):
    demo.load(clock.now())

    assert _counts()[2] == 0


def test_demo_people_are_made_once(app, publish):
    publish(lessons_only(), slug="berakhlak")
    demo.load(clock.now())
    before = _counts()

    demo.load(clock.now())

    assert _counts() == before


def test_a_demo_person_changed_by_hand_is_left_so(app):
    demo.load(clock.now())
    db.session.execute(update(User).values(name="Nama lain"))
    db.session.commit()

    demo.load(clock.now())

    assert set(db.session.scalars(select(User.name))) == {"Nama lain"}


def test_the_command_prints_how_to_sign_in(app):
    said = app.test_cli_runner().invoke(args=["demo", "load"]).output

    assert said.splitlines() == [f"{person.label:<9} {person.nip}  {PASSWORD}" for person in SHOWN]


def test_demo_people_are_not_made_where_real_people_work(production):
    answer = production.test_cli_runner().invoke(args=["demo", "load"])

    assert answer.exit_code == 1
    assert answer.output == "Error: Demo people exist only in development.\n"
    assert _counts()[0] == 0


def test_a_production_server_does_not_start_with_demo_people(loaded, production):
    with pytest.raises(SystemExit, match=REFUSED):
        stop_with_demo_people(production)


def test_a_production_server_starts_without_demo_people(production):
    assert stop_with_demo_people(production) is production


def test_a_development_server_starts_with_demo_people(app: Flask):
    demo.load(clock.now())

    assert stop_with_demo_people(app) is app


def test_a_real_person_with_the_number_of_a_demo_person_stops_nothing(app, production):
    create_user(SHOWN[0].nip, "Orang Sungguhan", clock.now())

    assert stop_with_demo_people(production) is production


def test_a_database_without_tables_stops_nothing(settings, tmp_path):
    secure = replace(settings, environment="production", database_url=f"sqlite:///{tmp_path / 'empty.db'}")
    empty = create_app(secure)

    assert stop_with_demo_people(empty) is empty


def test_closed_demo_people_no_longer_stop_a_production_server(loaded, visit, production):
    theirs = visit(db.session.scalars(select(User)).first())

    said = production.test_cli_runner().invoke(args=["demo", "close"]).output

    assert said == f"{len(PEOPLE)} closed\n"
    assert stop_with_demo_people(production) is production
    assert theirs.get("/").location.startswith("/sign-in")


def test_a_session_of_a_closed_demo_person_is_over_for_good(loaded, visit, production):
    visit(db.session.scalars(select(User)).first())

    production.test_cli_runner().invoke(args=["demo", "close"])

    assert db.session.scalars(select(SignIn)).one().ended_at


def test_a_command_goes_on_where_a_server_would_stop(loaded, production):
    with click.Context(click.Command("close")):
        assert stop_with_demo_people(production) is production


def test_only_demo_people_are_closed(people, production):
    person = people.create()

    production.test_cli_runner().invoke(args=["demo", "close"])

    assert db.session.get_one(User, person.id).active
