"""`flask courses publish` and `export` know of the studio's drafts."""

import pytest

from elearn import clock
from elearn.courses.editions import live
from elearn.studio import drafts
from tests.support.courses import lesson, small_course

SAPA = "01-mulai/01-sapa.md"


@pytest.fixture
def flask(app):
    """Types a command: `flask("publish", folder)`."""

    def run(*arguments):
        result = app.test_cli_runner().invoke(args=["courses", *map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def folder(tmp_path):
    """A course folder on disk, somewhat other than the draft: a lesson of it reads otherwise."""
    files = {**small_course(), SAPA: lesson("Menyapa dari folder", minutes=4)}
    for path, text in files.items():
        (tmp_path / "kursus" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kursus" / path).write_text(text)
    return tmp_path / "kursus"


def save(draft, words, version=1):
    drafts.save_file(draft.id, SAPA, lesson(words, minutes=4).encode(), version, draft.owner_id, clock.now())


def test_a_draft_is_exported_as_it_is(flask, draft, tmp_path):
    save(draft, "Baru di studio")

    result = flask("export", "kursus", tmp_path / "keluar", "--draft")

    assert result.exit_code == 0
    assert "Baru di studio" in (tmp_path / "keluar" / SAPA).read_text()


def test_a_draft_that_is_not_there_is_said_in_a_sentence(flask, app, tmp_path):
    result = flask("export", "kursus", tmp_path / "keluar", "--draft")

    assert (result.exit_code, result.output) == (1, "Error: The studio has no draft 'kursus'.\n")


def test_newer_work_of_the_studio_is_not_overwritten_and_its_files_are_named(flask, draft, folder):
    result = flask("publish", folder)

    assert result.exit_code == 1
    assert f"  {SAPA}: differs\n" in result.output
    assert live("kursus") is None


def test_it_is_overwritten_when_that_is_asked_for_and_the_draft_keeps_it(flask, draft, folder):
    save(draft, "Baru di studio")

    result = flask("publish", folder, "--over-studio")

    assert result.exit_code == 0
    assert live("kursus").course.units[0].title == "Menyapa dari folder"
    assert b"Baru di studio" in drafts.files_of(draft.id)[SAPA]


def test_a_draft_that_was_left_alone_since_does_not_stop_the_next_edition(flask, draft, folder):
    flask("publish", folder, "--over-studio")
    (folder / SAPA).write_text(lesson("Menyapa lagi", minutes=4))

    result = flask("publish", folder)

    assert result.output == "kursus: edition 2 published\n"


def test_an_edition_that_the_studio_published_is_newer_work(flask, draft, folder, studio):
    flask("publish", folder, "--over-studio")
    html = studio.get("/studio/kursus/publish").text
    fields = {name: html.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("sha256", "edition")}
    studio.post("/studio/kursus/publish/newer", {**fields, "choice": "keep"})
    studio.post("/studio/kursus/publish", fields)
    assert live("kursus").number == 2

    result = flask("publish", folder)

    assert "the studio has newer work" in result.output
    assert live("kursus").number == 2


def test_a_folder_of_the_same_bytes_is_published_and_the_draft_is_equal_to_it(flask, draft, tmp_path, studio):
    flask("export", "kursus", tmp_path / "kursus", "--draft")

    result = flask("publish", tmp_path / "kursus")

    assert result.output == "kursus: edition 1 published\n"
    assert draft.base_edition_id == live("kursus").id
