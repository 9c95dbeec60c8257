"""`flask courses import`: questions of other platforms as course text."""

import pytest

GIFT = "Dua tambah dua? {=4 =empat}\n\nCeritakan. {}\n"


@pytest.fixture
def flask(app):
    """Types a command: `flask(file, "--format", "gift")`."""
    return lambda *arguments: app.test_cli_runner().invoke(args=["courses", "import", *map(str, arguments)])


@pytest.fixture
def file(tmp_path):
    """A file of GIFT."""
    path = tmp_path / "soal.gift"
    path.write_text(GIFT)
    return path


def test_questions_are_printed_and_losses_named(flask, file):
    result = flask(file, "--format", "gift")

    assert "## ? Dua tambah dua? {#dua-tambah-dua}\n\n- = 4\n- = empat\n" in result.stdout
    assert result.stderr.startswith("soal.gift:3:1: error import-kind: ")
    assert result.exit_code == 0


def test_questions_are_written_where_it_is_asked(flask, file, tmp_path):
    target = tmp_path / "kursus" / "bank" / "hitung.md"

    flask(file, "--format", "gift", "--as", "quiz", "--into", target)

    assert target.read_text().startswith('---\ntitle: "Hitung"\nkind: quiz\n---\n')


def test_nothing_is_written_over(flask, file):
    result = flask(file, "--format", "gift", "--into", file)

    assert (result.exit_code, file.read_text()) == (1, GIFT)


def test_a_file_without_a_question_exits_1(flask, file):
    file.write_text("")

    assert flask(file, "--format", "gift").exit_code == 1
