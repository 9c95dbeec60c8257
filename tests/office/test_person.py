"""Correcting what is recorded of a person."""

import pytest

from elearn.accounts.models import User
from elearn.database import db
from tests.office.pages import filled

CHANGED = "Admin lain baru saja mengubah data ini. Isian Anda belum disimpan."


@pytest.fixture
def siti(people):
    unit = people.unit("Kelurahan Buaran")
    return people.create("Siti Rahma", unit_id=unit.id, position="Lurah", rank="Penata", grade="III/c")


@pytest.fixture
def page_of(siti):
    return f"/office/people/{siti.id}"


def _save(visitor, path, sent, **changes):
    return visitor.post(path, {**sent, **changes})


def test_the_form_holds_what_is_recorded(siti, people, office, page_of):
    sent = filled(office.get(page_of).text)

    kept = {name: sent[name] for name in ("name", "status", "position", "rank", "grade")}
    assert kept == {"name": "Siti Rahma", "status": "pns", "position": "Lurah", "rank": "Penata", "grade": "III/c"}
    assert sent["unit"].startswith("u")
    assert sent["active"] == ["y"]


def test_a_corrected_record_is_kept_and_said_so(siti, people, office, page_of):
    other = people.unit("Kelurahan Jombang")
    sent = filled(office.get(page_of).text)

    answer = _save(
        office, page_of, sent, name="Siti Rahmawati, S.Sos.", unit=other.code, grade="III/d", roles="trainer"
    )

    user = db.session.get_one(User, siti.id)
    assert (user.name, user.unit_id, user.grade, user.roles) == (
        "Siti Rahmawati, S.Sos.",
        other.id,
        "III/d",
        "trainer",
    )
    assert "Data Siti Rahmawati, S.Sos. sudah disimpan." in office.get(answer.location).text


def test_what_another_admin_saved_meanwhile_is_not_overwritten(siti, people, office, page_of, visit):
    other = visit(people.create("Admin Dua", "admin"))
    sent = filled(office.get(page_of).text)
    _save(other, page_of, filled(other.get(page_of).text), position="Camat")

    answer = _save(office, page_of, sent, position="Sekretaris")

    assert answer.status_code == 409
    assert db.session.get_one(User, siti.id).position == "Camat"


def test_a_stale_form_shows_what_is_stored_and_what_was_written(people, office, page_of, visit):
    other = visit(people.create("Admin Dua", "admin"))
    sent = filled(office.get(page_of).text)
    _save(other, page_of, filled(other.get(page_of).text), position="Camat", status="pppk", roles="trainer")

    page = _save(office, page_of, sent, position="Sekretaris").text

    assert CHANGED in page
    assert "Jabatan: tersimpan “Camat”, isian Anda “Sekretaris”." in page
    assert "Status kepegawaian: tersimpan “PPPK”, isian Anda “PNS”." in page
    assert "Tugas lain: tersimpan “Pengajar”, isian Anda “tidak ada”." in page
    assert "Nama: tersimpan" not in page


def test_a_stale_form_keeps_what_was_written(people, office, page_of, visit):
    other = visit(people.create("Admin Dua", "admin"))
    sent = filled(office.get(page_of).text)
    _save(other, page_of, filled(other.get(page_of).text), position="Camat")

    page = _save(office, page_of, sent, position="Sekretaris").text

    assert filled(page)["position"] == "Sekretaris"


def test_who_has_seen_both_may_save_theirs(siti, people, office, page_of, visit):
    other = visit(people.create("Admin Dua", "admin"))
    sent = filled(office.get(page_of).text)
    _save(other, page_of, filled(other.get(page_of).text), position="Camat")
    shown = _save(office, page_of, sent, position="Sekretaris").text

    answer = _save(office, page_of, filled(shown))

    assert answer.status_code == 303
    assert db.session.get_one(User, siti.id).position == "Sekretaris"


def test_a_form_without_its_version_saves_nothing(siti, office, page_of):
    answer = _save(office, page_of, filled(office.get(page_of).text), version="", name="Lain")

    assert answer.status_code == 409
    assert db.session.get_one(User, siti.id).name == "Siti Rahma"


def test_two_admins_who_write_the_same_do_not_disturb_each_other(people, office, page_of, visit):
    other = visit(people.create("Admin Dua", "admin"))
    sent = filled(office.get(page_of).text)
    _save(other, page_of, filled(other.get(page_of).text), position="Camat")

    answer = _save(office, page_of, sent, position="Camat")

    assert answer.status_code == 303


def test_a_closed_account_is_out_at_once(siti, office, page_of, visit):
    theirs = visit(siti)

    _save(office, page_of, {k: v for k, v in filled(office.get(page_of).text).items() if k != "active"})

    assert theirs.get("/").location.startswith("/sign-in")


def test_an_account_opened_again_does_not_bring_old_sessions_back(siti, office, page_of, visit):
    theirs = visit(siti)
    _save(office, page_of, {k: v for k, v in filled(office.get(page_of).text).items() if k != "active"})

    _save(office, page_of, filled(office.get(page_of).text), active="y")

    assert db.session.get_one(User, siti.id).active
    assert theirs.get("/").location.startswith("/sign-in")


def test_a_closed_account_says_so_and_offers_no_code(people, office):
    person = people.create(active=False)

    page = office.get(f"/office/people/{person.id}").text

    assert "Akun ditutup" in page
    assert f"/office/people/{person.id}/code" not in page


def test_a_role_taken_away_is_gone_from_the_next_page_on(people, office, visit):
    other = people.create("Admin Dua", "admin")
    theirs, path = visit(other), f"/office/people/{other.id}"

    _save(office, path, {k: v for k, v in filled(office.get(path).text).items() if k != "roles"})

    assert theirs.get("/office/").status_code == 403


def test_an_admin_does_not_take_away_their_own_role(admin, office):
    path = f"/office/people/{admin.id}"
    sent = {k: v for k, v in filled(office.get(path).text).items() if k != "roles"}

    page = _save(office, path, sent).text

    assert "hanya dapat dilepas oleh admin lain" in page
    assert db.session.get_one(User, admin.id).roles == "admin"


def test_an_admin_does_not_close_their_own_account(admin, office):
    path = f"/office/people/{admin.id}"
    sent = {k: v for k, v in filled(office.get(path).text).items() if k != "active"}

    page = _save(office, path, sent).text

    assert "hanya dapat ditutup oleh admin lain" in page
    assert db.session.get_one(User, admin.id).active


def test_an_admin_corrects_their_own_name(admin, office):
    path = f"/office/people/{admin.id}"

    _save(office, path, filled(office.get(path).text), name="Ratna Dewi, S.E.")

    assert db.session.get_one(User, admin.id).name == "Ratna Dewi, S.E."


def test_a_record_without_a_name_is_not_kept(siti, office, page_of):
    page = _save(office, page_of, filled(office.get(page_of).text), name=" ").text

    assert "Isi namanya." in page
    assert db.session.get_one(User, siti.id).name == "Siti Rahma"


def test_a_person_without_password_is_said_never_to_have_signed_in(office, page_of):
    assert "Belum pernah masuk" in office.get(page_of).text
