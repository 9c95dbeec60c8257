"""The ledger of JP."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, func, select, update

from elearn.database import db
from elearn.domain.hours import YearOfHours
from elearn.frozen import FactsStay
from elearn.hours import service
from elearn.hours.models import HourEntry
from tests.support.completing import COMPLETED, complete
from tests.support.courses import lessons_only

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def _only_entry() -> HourEntry:
    return db.session.scalars(select(HourEntry)).one()


def _sum() -> int:
    return db.session.scalar(select(func.coalesce(func.sum(HourEntry.jp), 0)))


def test_a_completed_course_credits_its_jp_on_that_day(people, publish):
    complete(people.create(), publish(lessons_only(jp=3)))

    entry = _only_entry()

    assert (entry.jp, entry.earned_on, entry.title) == (3, date(2026, 11, 20), "Menyapa warga")


def test_a_course_without_certificate_credits_its_jp_too(people, publish):
    complete(people.create(), publish(lessons_only(jp=3, certificate="none")))

    assert _sum() == 3


def test_a_course_that_asks_for_approval_credits_nothing_yet(people, publish):
    complete(people.create(), publish(lessons_only(certificate="approval")))

    assert _sum() == 0


def test_jp_follow_the_edition_that_was_completed(people, publish):
    person = people.create()
    complete(person, publish(lessons_only(jp=3)))

    publish(lessons_only(jp=5))

    assert service.year_of(person.id, "pns", NOW).jp == 3


def test_a_course_completed_late_on_new_years_eve_belongs_to_the_new_year(people, publish):
    person = people.create()
    midnight_utc = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)

    complete(person, publish(lessons_only(jp=3)), midnight_utc)

    assert service.year_of(person.id, "pns", midnight_utc) == YearOfHours(2027, 3, 20)


def test_only_the_persons_own_jp_of_the_year_count(people, publish):
    person, other = people.create(), people.create()
    complete(person, publish(lessons_only(jp=3), slug="a"))
    complete(person, publish(lessons_only(jp=4), slug="b"), datetime(2025, 3, 1, tzinfo=UTC))
    complete(other, publish(lessons_only(jp=7), slug="c"))

    assert service.year_of(person.id, "pns", NOW).jp == 3


def test_the_target_follows_the_employment_status(app, settings, monkeypatch):
    monkeypatch.setitem(app.extensions, "settings", type(settings)(**{**vars(settings), "target_jp_pppk": 24}))

    assert [service.target_of(status) for status in ("pns", "pppk")] == [20, 24]


def test_a_counter_entry_takes_the_jp_off_the_day_they_were_earned(people, publish):
    person = people.create()
    complete(person, publish(lessons_only(jp=3)))

    service.counter_entry(_only_entry().id, "Salah catat.", by=None, now=datetime(2027, 1, 5, tzinfo=UTC))

    assert service.year_of(person.id, "pns", NOW).jp == 0


def test_a_counter_entry_leaves_the_entry_that_it_corrects(people, publish):
    person = people.create()
    complete(person, publish(lessons_only(jp=3)))

    service.counter_entry(_only_entry().id, "Salah catat.", by=None, now=NOW)

    assert [entry.jp for entry in service.entries_of(person.id, 2026)] == [-3, 3]


def test_an_entry_is_corrected_once(people, publish):
    complete(people.create(), publish(lessons_only(jp=3)))
    entry = _only_entry()
    service.counter_entry(entry.id, "Salah catat.", by=None, now=NOW)

    with pytest.raises(service.AlreadyCorrected):
        service.counter_entry(entry.id, "Salah lagi.", by=None, now=NOW)


def test_a_correction_is_not_corrected(people, publish):
    complete(people.create(), publish(lessons_only(jp=3)))
    correction = service.counter_entry(_only_entry().id, "Salah catat.", by=None, now=NOW)

    with pytest.raises(service.AlreadyCorrected):
        service.counter_entry(correction, "Salah lagi.", by=None, now=NOW)


def test_a_correction_says_why(people, publish):
    complete(people.create(), publish(lessons_only(jp=3)))

    with pytest.raises(service.ReasonMissing):
        service.counter_entry(_only_entry().id, "  ", by=None, now=NOW)


@pytest.mark.parametrize("field", ["jp", "earned_on", "title", "reason", "user_id"])
def test_no_field_of_an_entry_ever_changes(people, publish, field):
    complete(people.create(), publish(lessons_only(jp=3)))
    entry = _only_entry()

    setattr(entry, field, {"earned_on": date(2027, 1, 1), "jp": 30, "user_id": None}.get(field, "lain"))

    with pytest.raises(FactsStay):
        db.session.commit()
    db.session.rollback()


def test_an_entry_is_never_deleted(people, publish):
    complete(people.create(), publish(lessons_only(jp=3)))
    db.session.delete(_only_entry())

    with pytest.raises(FactsStay):
        db.session.commit()
    db.session.rollback()


@pytest.mark.parametrize("statement", [update(HourEntry).values(jp=30), delete(HourEntry)], ids=["update", "delete"])
def test_entries_are_not_changed_in_bulk_either(app, statement):
    with pytest.raises(FactsStay):
        db.session.execute(statement)
    db.session.rollback()


def test_the_ledger_shows_every_year_with_its_entries(people, publish):
    person = people.create()
    complete(person, publish(lessons_only(jp=3), slug="a"))
    complete(person, publish(lessons_only(jp=4), slug="b"), datetime(2024, 3, 1, tzinfo=UTC))

    years = service.ledger_of(person.id, "pns", datetime(2027, 2, 1, tzinfo=UTC))

    assert [(each.hours.year, each.hours.jp, len(each.entries)) for each in years] == [
        (2027, 0, 0),
        (2026, 3, 1),
        (2024, 4, 1),
    ]


def test_the_page_shows_what_was_earned_and_why_it_was_taken_back(people, publish, visit):
    person = people.create()
    complete(person, publish(lessons_only(jp=3)))
    service.counter_entry(_only_entry().id, "Kelas ternyata dibatalkan.", by=None, now=COMPLETED)

    page = visit(person).get("/hours").text

    assert "Dikurangkan: Kelas ternyata dibatalkan." in page


def test_the_page_of_a_newcomer_shows_the_way_to_courses(people, visit):
    page = visit(people.create()).get("/hours").text

    assert "Belum ada JP tahun ini" in page
