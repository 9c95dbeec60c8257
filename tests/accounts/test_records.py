"""What the office records of a person, below its pages."""

from dataclasses import replace

import pytest

from elearn.accounts import people as accounts
from elearn.accounts import records, service
from elearn.accounts.models import User
from elearn.accounts.people import Job
from elearn.accounts.records import Record
from elearn.database import db
from elearn.domain.nip import EmploymentStatus
from elearn.organisation.service import NoSuchUnit
from tests.accounts.signing_in import NEW_PASSWORD, NOW, PHONE
from tests.support.processes import at_once
from tests.support.queries import counted

NIP = "198609262015051001"
RECORD = Record("Siti Rahma", EmploymentStatus.PNS, Job(None, "Lurah", "Penata", "III/c"), frozenset({"trainer"}))


def _correct(person, by, **changes):
    known = records.find_person(person.id).record
    records.correct(person.id, replace(known, **changes), known.version, by=by.id, now=NOW)


def test_a_record_read_is_the_record_written(people):
    admin = people.create(roles="admin")
    records.admit(NIP, RECORD, by=admin.id, now=NOW)

    known = records.find_person(service.find_by_nip(NIP).id)

    assert (known.nip, known.has_password, known.record) == (NIP, False, RECORD)


def test_nobody_is_found_under_a_number_that_nobody_has(app):
    assert records.find_person(7) is None


def test_a_person_is_found_with_one_query(people):
    person = people.create(unit_id=people.unit().id)

    with counted() as asked:
        records.find_person(person.id)

    assert len(asked) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Siti Rahmi"},
        {"status": EmploymentStatus.PPPK},
        {"job": Job("u1", "Lurah", "Penata", "III/c")},
        {"job": Job(None, "Camat", "Penata", "III/c")},
        {"job": Job(None, "Lurah", "Pembina", "III/c")},
        {"job": Job(None, "Lurah", "Penata", "III/d")},
        {"roles": frozenset({"admin"})},
        {"active": False},
    ],
)
def test_any_other_value_makes_another_version(changes):
    assert replace(RECORD, **changes).version != RECORD.version


def test_values_that_only_read_alike_make_another_version():
    one = replace(RECORD, job=Job(None, "a", "b c"))
    other = replace(RECORD, job=Job(None, "a b", "c"))

    assert one.version != other.version


def test_roles_have_no_order():
    one, other = (replace(RECORD, roles=frozenset(names)) for names in (("admin", "trainer"), ("trainer", "admin")))

    assert one.version == other.version


def test_an_admitted_person_signs_in_with_the_code(people):
    admin = people.create(roles="admin")

    code = records.admit(NIP, RECORD, by=admin.id, now=NOW)

    assert service.set_password_by_code(NIP, code, NEW_PASSWORD, PHONE, NOW)


def test_a_refused_admission_leaves_nothing_behind(people):
    admin = people.create(roles="admin")
    nowhere = replace(RECORD, job=Job("nowhere"))

    with pytest.raises(NoSuchUnit):
        records.admit(NIP, nowhere, by=admin.id, now=NOW)

    assert service.find_by_nip(NIP) is None


def test_a_stale_record_tells_what_is_stored(people):
    admin, person = people.create(roles="admin"), people.create("Siti")
    version = records.find_person(person.id).record.version
    _correct(person, admin, name="Siti Rahma")

    with pytest.raises(records.StaleRecord) as refused:
        records.correct(person.id, RECORD, version, by=admin.id, now=NOW)

    assert refused.value.current.name == "Siti Rahma"


def test_closing_an_account_ends_its_codes_for_good(people):
    admin, person = people.create(roles="admin"), people.create()
    code = service.issue_code(person.id, admin.id, NOW)
    _correct(person, admin, active=False)
    _correct(person, admin, active=True)

    with pytest.raises(service.CodeRefused):
        service.set_password_by_code(person.nip, code, NEW_PASSWORD, PHONE, NOW)


def test_who_is_no_admin_any_more_corrects_nothing(people):
    former, person = people.create(), people.create("Siti")

    with pytest.raises(records.NoLongerAdmin):
        _correct(person, former, name="Lain")

    assert db.session.get_one(User, person.id).name == "Siti"


def test_an_admin_whose_account_was_closed_corrects_nothing(people):
    closed, person = people.create(roles="admin", active=False), people.create("Siti")

    with pytest.raises(records.NoLongerAdmin):
        _correct(person, closed, name="Lain")


def test_an_unknown_role_is_refused(people):
    admin, person = people.create(roles="admin"), people.create()

    with pytest.raises(accounts.UnknownRole):
        _correct(person, admin, roles=frozenset({"king"}))


def test_an_unknown_unit_is_refused(people):
    admin, person = people.create(roles="admin"), people.create()

    with pytest.raises(NoSuchUnit):
        _correct(person, admin, job=Job("nowhere"))


READ = """
from dataclasses import replace
from elearn import clock
from elearn.accounts import records
read = {{number: records.find_person(number).record for number in ({one}, {other})}}
"""
DEMOTE = """
try:
    bare = replace(read[{other}], roles=frozenset())
    records.correct({other}, bare, read[{other}].version, by={one}, now=clock.now())
    print("done")
except records.NoLongerAdmin:
    print("refused")
"""


def test_two_admins_cannot_take_each_others_role_away_at_once(people, settings):
    one, other = people.create(roles="admin").id, people.create(roles="admin").id
    works = [DEMOTE.format(one=one, other=other), DEMOTE.format(one=other, other=one)]

    said = at_once(settings, works, READ.format(one=one, other=other))

    assert sorted(said) == ["done", "refused"]


ADMIT = """
try:
    people.create_user("198609262015051001", "Siti Rahma", clock.now())
    print("done")
except people.NipTaken:
    print("taken")
"""


def test_two_admins_cannot_give_one_nip_two_accounts_at_once(app, settings):
    said = at_once(settings, [ADMIT] * 4, "from elearn import clock\nfrom elearn.accounts import people")

    assert sorted(said) == ["done", "taken", "taken", "taken"]
