"""Media of courses: served to people who are signed in, kept by browsers, and never run."""

from hashlib import sha256

import pytest

from tests.support.courses import PICTURE, demo_course, lesson

DIGEST = sha256(PICTURE.encode()).hexdigest()
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def learner(people, visit):
    """A learner's browser."""
    return visit(people.create())


def address(learner, publish, files=None):
    """Where the picture of a course is served, as its lesson says."""
    edition = publish(files or demo_course())
    page = learner.get(f"/courses/kursus/{edition.course.units[0].address}/").text
    return next(part for part in page.split('"') if "/media/" in part)


def test_a_lesson_names_its_picture_by_what_it_holds(learner, publish):
    path = address(learner, publish)

    assert path.startswith("/courses/kursus/media/")
    assert path.split("/")[-1].split(".")[0] in DIGEST


def test_a_picture_is_served_as_it_was_published(learner, publish):
    answer = learner.get(address(learner, publish))

    assert answer.status_code == 200
    assert answer.data == PICTURE.encode()
    assert answer.mimetype == "image/svg+xml"


def test_a_browser_may_keep_a_picture_for_a_year_but_no_cache_between(learner, publish):
    answer = learner.get(address(learner, publish))

    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_nothing_in_a_media_file_runs(learner, publish):
    answer = learner.get(address(learner, publish))

    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_picture_that_the_browser_has_is_not_sent_again(learner, publish):
    path = address(learner, publish)
    tag = learner.get(path).headers["ETag"]

    again = learner.get(path, headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.data == b""


def test_a_part_of_a_media_file_is_served_alone(learner, publish):
    answer = learner.get(address(learner, publish), headers={"Range": "bytes=5-14"})

    assert answer.status_code == 206
    assert answer.data == PICTURE.encode()[5:15]


def test_a_part_behind_the_end_is_refused(learner, publish):
    answer = learner.get(address(learner, publish), headers={"Range": "bytes=99999-"})

    assert answer.status_code == 416


def test_a_picture_of_an_older_edition_is_still_served(learner, publish):
    path = address(learner, publish)
    newer = PICTURE.replace("#0b6b4f", "#000000")
    publish({**demo_course(), "media/langkah.svg": newer})

    old = learner.get(path)

    assert old.data == PICTURE.encode()


def test_a_document_is_downloaded_rather_than_shown(learner, publish):
    files = {
        **demo_course(),
        "media/lampiran.pdf": PDF,
        "02-akhir/02-penutup.md": lesson("Penutup", "[Lampiran](../media/lampiran.pdf)"),
    }
    publish(files)

    answer = learner.get(f"/courses/kursus/media/{sha256(PDF).hexdigest()[:16]}.pdf")

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(f"{DIGEST[:8]}.svg", id="a digest that is too short"),
        pytest.param(f"{'0' * 16}.svg", id="bytes that no course has"),
        pytest.param(f"{DIGEST[:15]}%25.svg", id="a pattern"),
        pytest.param("langkah.svg", id="the name of the file"),
    ],
)
def test_nothing_is_served_under(learner, publish, name):
    publish(demo_course())

    assert learner.get(f"/courses/kursus/media/{name}").status_code == 404


def test_a_picture_belongs_to_its_own_course(learner, publish):
    path = address(learner, publish)
    publish({"course.md": demo_course()["course.md"], "01-satu/01-satu.md": lesson("Satu")}, "lain")

    assert learner.get(path.replace("/kursus/", "/lain/")).status_code == 404


def test_the_text_of_a_course_is_no_media(learner, publish):
    files = demo_course()
    publish(files)
    digest = sha256(str(files["bank/akhir.md"]).encode()).hexdigest()

    assert learner.get(f"/courses/kursus/media/{digest[:16]}.md").status_code == 404


def test_a_stranger_is_asked_to_sign_in(learner, publish, visit):
    path = address(learner, publish)

    answer = visit(None).get(path)

    assert answer.status_code in (302, 303)
    assert answer.location.startswith("/sign-in")
