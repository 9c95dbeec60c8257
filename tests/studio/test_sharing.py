"""Who works on a course."""

import pytest


@pytest.fixture
def dewi(people):
    return people.create("Dewi Lestari", roles="trainer", nip="198503152010012001")


def share(studio, nip="19850315 201001 2 001"):
    return studio.post("/studio/kursus/people", {"nip": nip})


def test_a_colleague_may_write_as_soon_as_the_course_is_shared(studio, draft, dewi, visit):
    before = visit(dewi).get("/studio/kursus/").status_code

    share(studio)

    assert (before, visit(dewi).get("/studio/kursus/").status_code) == (404, 200)
    assert "Dewi Lestari" in studio.get("/studio/kursus/people").text


def test_a_colleague_may_no_longer_write_when_sharing_ends(studio, draft, dewi, visit):
    share(studio)

    studio.post("/studio/kursus/people/remove", {"user": dewi.id})

    assert visit(dewi).get("/studio/kursus/").status_code == 404


def test_a_colleague_leaves_but_decides_about_nobody_else(studio, draft, dewi, visit, people):
    other = people.create("Rina", roles="trainer", nip="198503152010012009")
    share(studio)
    share(studio, other.nip)

    refused = visit(dewi).post("/studio/kursus/people/remove", {"user": other.id}).status_code
    left = visit(dewi).post("/studio/kursus/people/remove", {"user": dewi.id})

    assert (refused, left.location) == (403, "/studio/")


def test_a_colleague_shares_with_nobody(studio, draft, dewi, visit, people):
    people.create("Rina", roles="trainer", nip="198503152010012009")
    share(studio)

    assert visit(dewi).post("/studio/kursus/people", {"nip": "198503152010012009"}).status_code == 403


@pytest.mark.parametrize(("roles", "active"), [("", True), ("trainer", False)])
def test_only_active_trainers_and_admins_can_be_asked_to_write(studio, draft, people, roles, active):
    people.create("Rina", roles=roles, active=active, nip="198503152010012009")

    assert "Belum ada pengajar dengan NIP ini" in share(studio, "198503152010012009").text


def test_sharing_twice_or_with_oneself_changes_nothing(studio, draft, dewi, trainer):
    share(studio)
    share(studio)
    share(studio, trainer.nip)

    page = studio.get("/studio/kursus/people").text
    assert page.count("Dewi Lestari") == 2  # her name, and the button's words
    assert page.count("<strong>Budi Santoso</strong>") == 1


def test_the_page_tells_who_wrote_last(studio, draft, dewi, visit):
    share(studio)
    visit(dewi).post("/studio/kursus/edit/01-mulai/01-sapa.md", {"text": "Baru.\n", "version": "1"})

    assert "Belum menulis apa-apa" not in studio.get("/studio/kursus/people").text
