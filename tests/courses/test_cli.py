"""`flask courses`: what trainers type."""

import json

import pytest
from click.testing import Result

from elearn.courses.editions import live
from tests.support.courses import demo_course, lesson, small_course

BROKEN = lesson("Menyapa", "Baris satu.\n\n![](tidak-ada.png)")


@pytest.fixture
def flask(app):
    """Types a command: `flask("check", folder)`."""

    def run(*arguments: object) -> Result:
        result = app.test_cli_runner().invoke(args=["courses", *map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def write(tmp_path):
    """Writes a course folder and returns it."""

    def run(files, slug="kursus"):
        folder = tmp_path / "content" / slug
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return run


def test_checking_a_course_with_nothing_to_mend_says_nothing(flask, write):
    result = flask("check", write(small_course()))

    assert (result.exit_code, result.output) == (0, "")


def test_an_error_is_said_with_its_place_and_its_cure_and_exit_1(flask, write):
    folder = write({**small_course(), "01-mulai/01-sapa.md": BROKEN})

    result = flask("check", folder)

    first = result.output.splitlines()[0]
    assert first.startswith(f"{folder}/01-mulai/01-sapa.md:7:5: error broken-image: ")
    assert result.exit_code == 1


def test_warnings_and_advice_alone_let_checking_pass(flask, write):
    result = flask("check", write(demo_course()))

    assert " advice no-explanation: " in result.output
    assert result.exit_code == 0


def test_findings_are_said_in_the_language_asked_for(flask, write):
    folder = write(demo_course())

    indonesian, english = flask("check", folder).output, flask("check", "--lang", "en", folder).output

    assert "tambahkan pembahasan" in indonesian
    assert "tambahkan pembahasan" not in english
    assert len(english.splitlines()) == len(indonesian.splitlines())


def test_editors_get_the_same_findings_as_json(flask, write):
    folder = write({**small_course(), "01-mulai/01-sapa.md": BROKEN})

    result = flask("check", "--format", "json", folder)

    findings = json.loads(result.output)
    lines = [f"{f['file']}:{f['line']}:{f['column']}: {f['level']} {f['code']}: {f['message']}" for f in findings]
    assert lines == flask("check", folder).output.splitlines()
    assert result.exit_code == 1


def test_a_folder_of_courses_stands_for_all_of_them(flask, write):
    write(small_course(), "satu")
    content = write({**small_course(), "01-mulai/01-sapa.md": BROKEN}, "dua").parent

    result = flask("check", content)

    assert result.exit_code == 1
    assert all("/dua/" in line for line in result.output.splitlines())


def test_a_folder_that_is_not_there_is_said_in_one_sentence(flask, tmp_path):
    result = flask("check", tmp_path / "tidak-ada")

    assert result.exit_code == 1
    assert result.output.strip() == f"Error: There is no folder {tmp_path / 'tidak-ada'}."


def test_publishing_says_what_became_of_each_course(flask, write):
    folder = write(small_course())

    first, second = flask("publish", folder), flask("publish", folder)

    assert first.output == "kursus: edition 1 published\n"
    assert second.output == "kursus: edition 1, unchanged\n"
    assert (first.exit_code, second.exit_code) == (0, 0)


def test_a_course_with_errors_is_left_out_and_the_others_are_published(flask, write):
    write({**small_course(), "01-mulai/01-sapa.md": BROKEN}, "rusak")
    content = write(small_course(), "utuh").parent

    result = flask("publish", content)

    assert result.exit_code == 1
    assert live("utuh") is not None
    assert live("rusak") is None
    assert "rusak: not published" in result.output


def test_a_course_with_errors_keeps_the_edition_that_it_has(flask, write):
    folder = write(small_course())
    flask("publish", folder)
    write({"01-mulai/01-sapa.md": BROKEN})

    result = flask("publish", folder)

    current = live("kursus")
    assert result.exit_code == 1
    assert current is not None
    assert current.number == 1


def test_a_prerequisite_must_be_published_or_in_the_same_content(flask, write):
    folder = write(small_course(prerequisites="[dasar]"))

    alone = flask("check", folder)
    write(small_course("Dasar"), "dasar")
    together = flask("check", folder.parent)

    assert (alone.exit_code, together.exit_code) == (1, 0)
    assert "dasar" in alone.output


def test_export_writes_the_published_files_byte_for_byte(flask, write, tmp_path):
    folder = write({**demo_course(), "01-langkah/02-berlatih.md": b"\xef\xbb\xbf# Berlatih\r\n\r\nCoba dulu.  \r\n"})
    flask("publish", folder)

    result = flask("export", "kursus", tmp_path / "keluar")

    assert result.exit_code == 0
    assert _bytes_below(tmp_path / "keluar") == _bytes_below(folder)


def _bytes_below(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_export_writes_an_older_edition(flask, write, tmp_path):
    folder = write(small_course())
    flask("publish", folder)
    write({"01-mulai/01-sapa.md": lesson("Menyapa warga")})
    flask("publish", folder)

    flask("export", "kursus", tmp_path / "keluar", "--edition", 1)

    assert "Menyapa warga" not in (tmp_path / "keluar/01-mulai/01-sapa.md").read_text()


@pytest.mark.parametrize("options", [("lain",), ("kursus", "--edition", 7)])
def test_what_was_never_published_is_not_exported(flask, write, tmp_path, options):
    flask("publish", write(small_course()))

    result = flask("export", options[0], tmp_path / "keluar", *options[1:])

    assert result.exit_code == 1
    assert result.output.startswith("Error: There is no published course")
    assert not (tmp_path / "keluar").exists()


def test_export_never_writes_among_other_files(flask, write, tmp_path):
    flask("publish", write(small_course()))
    (tmp_path / "keluar").mkdir()
    (tmp_path / "keluar/catatan.txt").write_text("milik saya")

    result = flask("export", "kursus", tmp_path / "keluar")

    assert result.exit_code == 1
    assert [path.name for path in (tmp_path / "keluar").iterdir()] == ["catatan.txt"]


def test_ids_writes_missing_ids_and_nothing_else(flask, write):
    before = "# Berlatih\r\n\r\n## ? Siapa disapa dulu?\r\n\r\n- [x] Warga\r\n- [ ] Rekan\r\n\r\nAkhir  \r\n"
    folder = write({**small_course(), "01-mulai/02-dengar.md": before})

    result = flask("ids", folder)

    after = (folder / "01-mulai/02-dengar.md").read_bytes().decode()
    assert result.output.endswith("/01-mulai/02-dengar.md\n")
    assert after == before.replace("dulu?", "dulu? {#siapa-disapa-dulu}")


def test_ids_run_again_changes_nothing(flask, write):
    folder = write({**small_course(), "01-mulai/02-dengar.md": "## ? Siapa?\n\n- [x] Warga\n- [ ] Rekan\n"})
    flask("ids", folder)
    before = _bytes_below(folder)

    result = flask("ids", folder)

    assert result.output == ""
    assert _bytes_below(folder) == before


def test_ids_leave_the_identity_of_a_published_question_as_it_was(flask, write):
    folder = write({**small_course(), "01-mulai/02-dengar.md": "## ? Siapa?\n\n- [x] Warga\n- [ ] Rekan\n"})
    flask("publish", folder)
    before = [question.id for question in live("kursus").course.questions()]

    flask("ids", folder)
    flask("publish", folder)

    current = live("kursus")
    assert current.number == 2
    assert [question.id for question in current.course.questions()] == before


def test_a_new_course_has_nothing_to_mend_but_its_sample_sentences(flask, content):
    made = flask("new", "pelayanan-ramah", "--title", "Pelayanan ramah")

    checked = flask("check", content / "pelayanan-ramah")

    assert made.exit_code == 0
    assert checked.exit_code == 0
    assert all(" warning placeholder: " in line for line in checked.output.splitlines() if ".md:" in line)
    assert "Pelayanan ramah" in (content / "pelayanan-ramah/course.md").read_text()


def test_a_course_that_is_there_is_never_written_over(flask, content):
    flask("new", "pelayanan-ramah")
    (content / "pelayanan-ramah/course.md").write_text("milik saya")

    result = flask("new", "pelayanan-ramah")

    assert result.exit_code == 1
    assert (content / "pelayanan-ramah/course.md").read_text() == "milik saya"


@pytest.mark.parametrize("slug", ["Pelayanan", "../luar", "dua kata", "a--b", ""])
def test_a_course_needs_a_slug(flask, content, slug):
    result = flask("new", slug)

    assert result.exit_code != 0
    assert list(content.iterdir()) == []


@pytest.fixture
def content(app, tmp_path):
    """An empty content folder, which the settings name."""
    folder = tmp_path / "content"
    folder.mkdir()
    before = app.extensions["settings"]
    app.extensions["settings"] = type(before)(**{**vars(before), "content": str(folder)})
    yield folder
    app.extensions["settings"] = before
