"""Publishing: editions are made when something changed, whole or not at all, and give back what they were made of."""

import pytest
from sqlalchemy import func, select

from elearn import clock
from elearn.courses import publishing
from elearn.courses.editions import edition, live, live_courses
from elearn.courses.models import Blob, Edition
from elearn.coursetext.load import load
from elearn.database import db
from tests.support.courses import course_md, demo_course, lesson, lessons_only, small_course
from tests.support.processes import at_once


def test_the_first_publishing_makes_edition_one(publish):
    published = publish(small_course())

    assert published.number == 1
    assert [unit.title for unit in published.course.units] == ["Menyapa", "Mendengarkan", "Kuis akhir"]


def test_publishing_what_has_not_changed_makes_no_edition(publish):
    publish(small_course())

    again = publish(small_course())

    assert again.number == 1
    assert db.session.scalar(select(func.count(Edition.id))) == 1


def test_a_changed_text_makes_an_edition_that_learners_read(publish):
    publish(small_course())

    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa warga")})

    current = live("kursus")
    assert current is not None
    assert (current.number, current.course.units[0].title) == (2, "Menyapa warga")


def test_an_older_edition_stays_as_it_was(publish):
    first = publish(small_course())

    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa warga")})

    assert edition(first.id).course.units[0].title == "Menyapa"


def test_going_back_to_an_older_text_makes_a_third_edition(publish):
    first = publish(small_course())
    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa warga")})

    third = publish(small_course())

    assert third.number == 3
    assert third.sha256 == first.sha256


def test_a_course_with_errors_is_not_published_and_the_old_edition_stays(publish):
    publish(small_course())

    with pytest.raises(publishing.HasErrors):
        publish({**small_course(), "01-mulai/01-sapa.md": "![](tidak-ada.png)"})

    current = live("kursus")
    assert current is not None
    assert current.number == 1


def test_only_published_courses_are_listed_by_title(publish):
    publish(small_course("Zona integritas"), "zona")
    publish(small_course("antre dengan tertib"), "antre")

    titles = [each.course.title for each in live_courses()]

    assert titles == ["antre dengan tertib", "Zona integritas"]


FILES = {
    "course.md": course_md().replace("\n", "\r\n").encode("utf-8-sig"),
    "01-mulai/01-sapa.md": lesson("Menyapa", "Baris satu\r\nbaris dua  ").encode() + b"\n\n\n",
    "01-mulai/02-dengar.md": "# Mendengarkan\n\nKata “kutip” – tanda hubung".encode(),
    "media/langkah.svg": demo_course()["media/langkah.svg"],
}


def test_export_gives_back_what_was_published_byte_for_byte(publish):
    files = {path: text.encode() if isinstance(text, str) else text for path, text in FILES.items()}

    publish(FILES)

    assert publishing.sources("kursus") == files


def test_export_gives_back_an_older_edition_by_its_number(publish):
    publish(small_course())
    publish({**small_course(), "01-mulai/01-sapa.md": lesson("Menyapa warga")})

    first, second = publishing.sources("kursus", 1), publishing.sources("kursus", 2)

    assert first
    assert second
    assert first["01-mulai/01-sapa.md"] == lesson("Menyapa", minutes=4).encode()
    assert second["01-mulai/01-sapa.md"] == lesson("Menyapa warga").encode()


def test_nothing_is_exported_of_an_edition_that_was_never_made(publish):
    publish(small_course())

    assert publishing.sources("kursus", 2) is None
    assert publishing.sources("lain") is None


def test_a_file_that_several_editions_hold_is_kept_once(publish):
    publish(demo_course())
    before = db.session.scalar(select(func.count(Blob.sha256)))

    publish({**demo_course(), "02-akhir/02-penutup.md": lesson("Penutup")})

    assert before
    assert db.session.scalar(select(func.count(Blob.sha256))) == before + 1


def test_one_byte_more_changes_what_an_edition_is_known_by():
    files = {"course.md": b"a", "b.md": b"b"}

    assert publishing.sources_sha256(files) != publishing.sources_sha256({**files, "b.md": b"b "})


def test_moving_a_boundary_between_files_changes_what_an_edition_is_known_by():
    one, other = {"a": b"b\0001\0c"}, {"a": b"", "b": b"c"}

    assert publishing.sources_sha256(one) != publishing.sources_sha256(other)


def test_a_unit_is_found_by_its_address_and_by_every_identity_it_had(publish):
    files = lessons_only(count=1)
    files["01-mulai/01-baru.md"] = lesson("Baru", id="tetap/satu", formerly="[mulai/lama]")

    published = publish(files)

    found = published.find("mulai/baru")
    assert found
    assert found[1].identity == "tetap/satu"
    assert published.unit("mulai/lama") == published.unit("tetap/satu") == found[1]
    assert published.now_at("mulai/lama") == found[1]
    assert published.find("mulai/lama") is None


PREPARE = """
from elearn import clock
from elearn.courses import publishing
from elearn.coursetext.load import load
from tests.support.courses import demo_course, lesson
def publish(slug, files):
    sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    done = publishing.publish(slug, sources, load(slug, sources), now=clock.now(), by=None)
    print(done.number, done.new)
"""


def test_two_processes_that_publish_the_same_new_course_make_one_edition(app, settings):
    said = at_once(settings, ["publish('kursus', demo_course())"] * 3, PREPARE)

    assert sorted(said) == ["1 False", "1 False", "1 True"]


def test_two_processes_that_publish_different_texts_make_two_editions(publish, settings):
    publish(demo_course())
    work = "publish('kursus', {{**demo_course(), '02-akhir/02-penutup.md': lesson('Penutup {}')}})"

    said = at_once(settings, [work.format(at) for at in range(3)], PREPARE)

    assert sorted(said) == ["2 True", "3 True", "4 True"]


def test_processes_that_publish_courses_with_the_same_files_do_not_hinder_each_other(app, settings):
    said = at_once(settings, [f"publish('kursus-{at}', demo_course())" for at in range(3)], PREPARE)

    assert said == ["1 True"] * 3


def test_loading_and_publishing_agree_on_what_has_errors(app):
    loaded = load("kursus", {})

    with pytest.raises(publishing.HasErrors) as refused:
        publishing.publish("kursus", {}, loaded, now=clock.now(), by=None)

    assert refused.value.findings == loaded.findings
