"""Writing missing ids into files: nothing else changes, byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from elearn.coursetext.ids import with_ids
from tests.coursetext.writing import ANSWERED, files_of, lesson

UNIT = "01-loket/01-menyapa.md"


def written(text):
    return with_ids(files_of({UNIT: text})).get(UNIT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## ? Siapa disapa?", "## ? Siapa disapa? {#siapa-disapa}"),
        ("## ? Siapa disapa?  ", "## ? Siapa disapa? {#siapa-disapa}  "),
        ("## ? Siapa disapa? ##", "## ? Siapa disapa? ## {#siapa-disapa}"),
        ("## ? Siapa disapa? {.multiple}", "## ? Siapa disapa? {#siapa-disapa .multiple}"),
        ("## ? Siapa disapa? {: points=2 }", "## ? Siapa disapa? {:#siapa-disapa  points=2 }"),
        ("###?Siapa disapa?", "###?Siapa disapa? {#siapa-disapa}"),
        ("## ? Ibu kota [[Serang]]", "## ? Ibu kota [[Serang]] {#ibu-kota}"),
        ("## ? 我?", "## ? 我? {#soal}"),
    ],
)
def test_an_id_is_written_at_the_end_of_the_heading(before, after):
    assert written(f"# J\n\n{before}\n\n{ANSWERED}") == f"# J\n\n{after}\n\n{ANSWERED}".encode()


def test_an_id_that_stands_there_is_left_alone():
    assert written(f"# J\n\n## ? Siapa? {{#a}}\n\n{ANSWERED}") is None


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(end, mark):
    text = f"{mark}## ? Siapa?\n\n{ANSWERED}\n\n".replace("\n", end)

    assert written(text) == text.replace("Siapa?", "Siapa? {#siapa}").encode()


def test_a_question_in_a_fence_gets_no_id():
    assert written("# J\n\n```\n## ? Siapa?\n```\n") is None


def test_two_questions_with_one_stem_get_two_ids_over_the_whole_course():
    files = files_of(
        {UNIT: f"## ? Siapa?\n\n{ANSWERED}", "bank/a.md": f"## ? Siapa?\n{ANSWERED}\n## ? A? {{#siapa-2}}\n"}
    )

    changed = with_ids(files)

    assert changed[UNIT].startswith(b"## ? Siapa? {#siapa}\n")
    assert changed["bank/a.md"].startswith(b"## ? Siapa? {#siapa-3}\n")


def test_writing_ids_makes_no_question_another_one():
    text = f"# J\n\n## ? Siapa?\n\n{ANSWERED}\n## ? Isi [[a]]\n\n> Ya.\n"

    before, after = lesson(text).course, lesson(written(text).decode()).course

    assert before == after


@pytest.mark.parametrize("content", [b"\xff## ? a\n", b"## ? a\n" * 30_000, "## ?\u2028## ? a\n".encode()])
def test_a_file_that_cannot_be_read_is_left_alone(content):
    assert with_ids(files_of({UNIT: content})) == {}


pieces = some.lists(
    some.sampled_from(
        [
            "## ? Siapa",
            "\u2028",
            "?",
            " {#a}",
            " {.b}",
            "\n",
            "\r\n",
            "\r",
            "```\n",
            "- = a",
            "[[x]]",
            "é",
            " ",
            "---\n",
        ]
    ),
    max_size=25,
).map("".join)


@given(pieces)
def test_taking_the_ids_away_again_gives_back_every_byte(text):
    before = text.encode()

    after = with_ids({"bank/a.md": before}).get("bank/a.md", before)

    assert len(after) >= len(before)
    assert _is_subsequence(before, after)
    assert with_ids({"bank/a.md": after}) == {}


def _is_subsequence(short, long):
    rest = iter(long)
    return all(byte in rest for byte in short)
